// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/itemcontroller.h"

#include "app/changedialog.h"
#include "app/storelist.h"
#include "app/treeview.h"
#include "app/verdicttext.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/steptext.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>

namespace espalier {

namespace {

Verdict refusal(const Error &error)
{
    return {Verdict::Level::Refused, error, {}};
}

std::vector<Change> ownerChanges(const QList<ItemRef> &groups, const AuthId &owner)
{
    std::vector<Change> changes;
    for (const ItemRef &item : groups)
        changes.emplace_back(ChangeOwner{item.ns, *item.group, owner});
    return changes;
}

/// One change for each group.
std::vector<Change> removalsOf(const QList<ItemRef> &snapshots)
{
    std::map<GroupPlace, std::set<SnapshotTime>> times;
    for (const ItemRef &item : snapshots)
        times[{item.ns, *item.group}].insert(*item.time);
    std::vector<Change> changes;
    for (const auto &[place, which] : times)
        changes.emplace_back(RemoveSnapshots{place.first, place.second, {which.begin(), which.end()}});
    return changes;
}

/// The owners that groups of @p store have.
QStringList ownersIn(const OpenStore &store)
{
    std::set<QString> owners;
    store.tree().forEachNamespace([&](const Namespace &ns) {
        for (const auto &group : ns.groups) {
            if (group->owner)
                owners.insert(printable(group->owner->toString()));
        }
    });
    return {owners.begin(), owners.end()};
}

} // namespace

ItemController::ItemController(TreeView *tree, StoreList *stores, QWidget *window)
    : QObject(window)
    , m_tree(tree)
    , m_stores(stores)
    , m_window(window)
{
}

QList<ItemRef> ItemController::selected(ItemKind kind) const
{
    const auto current = m_tree->currentItem();
    QList<ItemRef> items;
    const QList<ItemRef> all = m_tree->selectedItems();
    std::ranges::copy_if(all, std::back_inserter(items), [&](const ItemRef &item) {
        const Mark mark = item.group ? item.store->projection().mark(item.ns, *item.group).mark : Mark::None;
        const bool goesAway = mark == Mark::MovesAway || mark == Mark::Deleted;
        return current && item.store == current->store && item.kind == kind && !goesAway;
    });
    return items;
}

std::optional<ItemRef> ItemController::selectedNamespace() const
{
    const QList<ItemRef> items = selected(ItemKind::Namespace);
    if (items.size() != 1 || !items.front().store->projection().hasNamespace(items.front().ns))
        return std::nullopt;
    return items.front();
}

bool ItemController::canChangeNamespace() const
{
    return selectedNamespace().has_value();
}

bool ItemController::canRemove() const
{
    return canChangeNamespace() || canChangeGroups() || !selected(ItemKind::Snapshot).isEmpty();
}

bool ItemController::canChangeGroups() const
{
    return !selected(ItemKind::Group).isEmpty();
}

bool ItemController::canEditNotes() const
{
    return selected(ItemKind::Group).size() == 1;
}

bool ItemController::anySnapshot(bool isProtected) const
{
    const QList<ItemRef> snapshots = selected(ItemKind::Snapshot);
    return std::ranges::any_of(snapshots, [isProtected](const ItemRef &item) {
        const auto group = item.store->projection().tree.find(item.ns, *item.group);
        const auto at = group ? std::ranges::find(group->snapshots, *item.time, &Snapshot::time) : std::vector<Snapshot>::const_iterator();
        return group && at != group->snapshots.end() && at->isProtected == isProtected;
    });
}

bool ItemController::canProtect() const
{
    return anySnapshot(false);
}

bool ItemController::canUnprotect() const
{
    return anySnapshot(true);
}

/// Opens a dialog whose text makes a change; what is agreed to becomes pending, unless notes are still @p present.
ChangeDialog *ItemController::askForChange(OpenStore *store, const QString &title, const QString &question, const QString &present,
                                           ChangeDialog::Lines lines, const std::function<Result<Change>(const QString &)> &change)
{
    auto *dialog = new ChangeDialog(
        title, question, present, lines,
        [store, change](const QString &entered) {
            const auto wanted = change(entered);
            return wanted ? store->checkChange(*wanted) : refusal(wanted.error());
        },
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(store, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, store,
            [this, store, dialog, change, before = lines == ChangeDialog::Lines::Several ? std::optional(present) : std::nullopt] {
                const auto wanted = change(dialog->text());
                if (!wanted || dialog->text() == before)
                    return;
                m_stores->setActive(store);
                store->stage(*wanted, text::changeTitle(*wanted));
            });
    dialog->open();
    return dialog;
}

void ItemController::renameNamespace()
{
    const auto item = selectedNamespace();
    if (!item)
        return;
    OpenStore *store = item->store;
    const NamespacePath from = item->ns;
    const auto change = [from](const QString &name) -> Result<Change> {
        const auto to = from.parent().newChild(toStdString(name));
        return to ? Result<Change>(MoveNamespace{.from = from, .to = *to, .maxDepth = std::nullopt}) : failWith(to);
    };
    auto *dialog = askForChange(store, tr("Rename Namespace"), tr("New name of %1:").arg(printable(from.toString())),
                                printable(from.name()), ChangeDialog::Lines::One, change);
    connect(dialog, &QDialog::accepted, store, [this, store, dialog, change] {
        if (const auto wanted = change(dialog->text()))
            m_tree->reveal(namespaceItem(store, std::get<MoveNamespace>(*wanted).to));
    });
}

void ItemController::copyNamespaces()
{
    const auto item = selectedNamespace();
    if (!item)
        return;
    OpenStore *store = item->store;
    const NamespacePath from = item->ns;
    const auto change = [from](const QString &name) -> Result<Change> {
        const auto to = NamespacePath::fromString(toStdString(name));
        return to ? Result<Change>(CopyNamespaces{from, *to}) : failWith(to);
    };
    askForChange(store, tr("Copy Namespaces"), tr("The namespaces of %1 once more, without groups, as:").arg(printable(from.toString())),
                 printable(nameBeside(store->projection().tree, from).toString()), ChangeDialog::Lines::One, change);
}

void ItemController::remove()
{
    std::vector<Change> changes = removalsOf(selected(ItemKind::Snapshot));
    for (const ItemRef &item : selected(ItemKind::Group))
        changes.emplace_back(RemoveGroup{item.ns, *item.group});
    if (const auto item = selectedNamespace()) {
        const auto ns = item->store->projection().tree.find(item->ns);
        changes.emplace_back(DeleteNamespace{.path = item->ns, .withGroups = ns && ns->groupsBelow > 0});
    }
    const auto current = m_tree->currentItem();
    if (!current || changes.empty())
        return;
    OpenStore *store = current->store;
    for (const Change &change : changes) {
        const Verdict verdict = store->checkChange(change);
        if (!verdict.isAcceptable()) {
            emit refused(verdictReason(verdict));
            return;
        }
    }
    m_stores->setActive(store);
    const QString text = changes.size() == 1 ? text::changeTitle(changes.front()) : tr("Remove %n item(s)", nullptr, int(changes.size()));
    store->stage(std::move(changes), text);
}

void ItemController::changeOwner()
{
    const QList<ItemRef> groups = selected(ItemKind::Group);
    if (groups.isEmpty())
        return;
    OpenStore *store = groups.front().store;
    const auto present = store->projection().tree.find(groups.front().ns, *groups.front().group);
    const QString question = groups.size() == 1 ? tr("Owner of %1:").arg(printable(groups.front().group->toString()))
                                                : tr("Owner of %n group(s):", nullptr, int(groups.size()));
    auto *dialog = new ChangeDialog(
        tr("Change Owner"), question, present && present->owner ? printable(present->owner->toString()) : QString(),
        ChangeDialog::Lines::One,
        [store, groups](const QString &text) {
            const auto owner = AuthId::fromString(toStdString(text));
            if (!owner)
                return refusal(owner.error());
            Verdict best = store->checkChange(ChangeOwner{groups.front().ns, *groups.front().group, *owner});
            for (const ItemRef &item : groups) {
                if (best.level == Verdict::Level::WillDo)
                    break;
                best = store->checkChange(ChangeOwner{item.ns, *item.group, *owner}); // some may belong to them already
            }
            return best;
        },
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setProposals(ownersIn(*store));
    connect(store, &QObject::destroyed, dialog, &QDialog::reject);
    connect(dialog, &QDialog::accepted, store, [this, store, dialog, groups] {
        const auto owner = AuthId::fromString(toStdString(dialog->text()));
        if (!owner)
            return;
        m_stores->setActive(store);
        std::vector<Change> changes = ownerChanges(groups, *owner);
        std::erase_if(changes, [store](const Change &change) { return !store->checkChange(change).isAcceptable(); });
        store->stage(std::move(changes), tr("Change the owner of %n group(s)", nullptr, int(groups.size())));
    });
    dialog->open();
}

void ItemController::editNotes()
{
    const QList<ItemRef> groups = selected(ItemKind::Group);
    if (groups.size() != 1)
        return;
    OpenStore *store = groups.front().store;
    const GroupPlace shown(groups.front().ns, *groups.front().group);
    for (const Change &change : store->changes()) {
        const auto *pending = std::get_if<ChangeNotes>(&change);
        if (pending && pending->ns == shown.first && pending->group == shown.second)
            return askForNotes(store, shown, QString::fromStdString(pending->notes));
    }
    const auto present = presentPlace(groups.front()).value_or(shown);
    whenFinished(store->backend().readNotes(present.first, present.second), this, [this, store, shown](const Result<std::string> &notes) {
        if (notes)
            askForNotes(store, shown, QString::fromStdString(*notes));
        else
            emit refused(text::oneLine(notes.error()));
    });
}

void ItemController::askForNotes(OpenStore *store, const GroupPlace &place, const QString &present)
{
    askForChange(store, tr("Edit Notes"), tr("Notes of %1. The first line is shown as comment.").arg(printable(place.second.toString())),
                 present, ChangeDialog::Lines::Several,
                 [place](const QString &text) -> Result<Change> { return ChangeNotes{place.first, place.second, toStdString(text)}; });
}

void ItemController::setProtected(bool isProtected)
{
    const QList<ItemRef> snapshots = selected(ItemKind::Snapshot);
    if (snapshots.isEmpty())
        return;
    OpenStore *store = snapshots.front().store;
    std::vector<Change> changes;
    for (const ItemRef &item : snapshots) {
        const Change change = ChangeProtection{item.ns, *item.group, *item.time, isProtected};
        if (store->checkChange(change).isAcceptable())
            changes.push_back(change);
    }
    m_stores->setActive(store);
    const int count = int(changes.size());
    store->stage(std::move(changes),
                 isProtected ? tr("Protect %n snapshot(s)", nullptr, count)
                             : tr("Remove the protection of %n snapshot(s)", nullptr, count));
}

} // namespace espalier
