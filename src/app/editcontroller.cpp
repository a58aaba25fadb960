// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/editcontroller.h"

#include "app/movetodialog.h"
#include "app/newnamespacedialog.h"
#include "app/storelist.h"
#include "app/treeview.h"
#include "app/verdicttext.h"
#include "text/messages.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>

namespace espalier {

namespace {

/// The pending change behind a marked item, if there is one.
std::optional<std::size_t> changeOf(const ItemRef &item)
{
    const Projection &projection = item.store->projection();
    if (item.kind == ItemKind::Group) {
        const auto mark = projection.mark(item.ns, *item.group);
        return mark.mark == Mark::None ? std::nullopt : std::optional(mark.change);
    }
    if (item.kind != ItemKind::Namespace || projection.mark(item.ns) != Mark::Created)
        return std::nullopt;
    const std::vector<Change> &changes = item.store->changes();
    const auto found = std::ranges::find(changes, Change(CreateNamespace{item.ns}));
    return found == changes.end() ? std::nullopt : std::optional(std::size_t(found - changes.begin()));
}

} // namespace

EditController::EditController(TreeView *tree, StoreList *stores, QWidget *window)
    : QObject(window)
    , m_tree(tree)
    , m_stores(stores)
    , m_window(window)
{
}

OpenStore *EditController::currentStore() const
{
    const auto current = m_tree->currentItem();
    return current ? current->store : nullptr;
}

std::vector<GroupPlace> EditController::selectedGroups() const
{
    OpenStore *store = currentStore();
    return store ? presentPlaces(m_tree->selectedItems(), store) : std::vector<GroupPlace>();
}

std::vector<std::size_t> EditController::selectedChanges() const
{
    std::vector<std::size_t> changes;
    for (const ItemRef &item : m_tree->selectedItems()) {
        if (item.store != currentStore())
            continue;
        if (const auto change = changeOf(item))
            changes.push_back(*change);
    }
    std::ranges::sort(changes);
    changes.erase(std::ranges::unique(changes).begin(), changes.end());
    return changes;
}

bool EditController::canCut() const
{
    const QList<ItemRef> selected = m_tree->selectedItems();
    OpenStore *store = currentStore();
    return std::ranges::any_of(selected, [store](const ItemRef &item) { return item.store == store && item.kind == ItemKind::Group; });
}

bool EditController::canPaste() const
{
    return !m_cut.empty() && currentStore();
}

bool EditController::canRemoveChange() const
{
    return std::ranges::any_of(m_tree->selectedItems(), [](const ItemRef &item) { return changeOf(item).has_value(); });
}

bool EditController::canCreateNamespace() const
{
    const OpenStore *store = currentStore();
    return store && store->loadState() != OpenStore::LoadState::Failed;
}

int EditController::cutCount() const
{
    return int(m_cut.size());
}

void EditController::cut()
{
    OpenStore *store = currentStore();
    if (!store || !canCut())
        return;
    m_cutStore = store;
    m_cut = selectedGroups();
    copy();
    emit cutChanged();
}

void EditController::copy()
{
    const QModelIndexList selected = m_tree->selectionModel()->selectedRows();
    if (QMimeData *mime = selected.isEmpty() ? nullptr : m_tree->model()->mimeData(selected))
        QGuiApplication::clipboard()->setMimeData(mime);
}

void EditController::paste()
{
    const auto target = m_tree->currentItem();
    if (!target || m_cut.empty())
        return;
    if (target->store != m_cutStore) {
        emit refused(text::oneLine({Error::Kind::Conflict, MessageId::PlanOtherStore, {target->store->place().name()}, 0}));
        return;
    }
    stageMoves(m_cutStore, m_cut, target->ns);
    m_cut.clear();
    m_cutStore = nullptr;
    emit cutChanged();
}

void EditController::stageMoves(OpenStore *store, const std::vector<GroupPlace> &groups, const NamespacePath &target)
{
    const Verdict verdict = store->checkDrop(groups, target);
    if (!verdict.isAcceptable()) {
        emit refused(verdictReason(verdict));
        return;
    }
    m_stores->setActive(store);
    store->stageMoves(groups, target);
}

void EditController::moveTo()
{
    if (canCut())
        askForTarget(currentStore(), selectedGroups());
}

void EditController::askForTarget(OpenStore *store, const std::vector<GroupPlace> &groups)
{
    auto *dialog = new MoveToDialog(store, groups, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, store, [this, store, dialog, groups] {
        const auto target = dialog->target();
        if (!target)
            return;
        if (!dialog->createsTarget())
            return stageMoves(store, groups, *target);
        m_stores->setActive(store);
        store->undoStack()->beginMacro(tr("Move %n group(s) to a new namespace", nullptr, int(groups.size())));
        store->stageCreate(*target);
        store->stageMoves(groups, *target);
        store->undoStack()->endMacro();
    });
    dialog->open();
}

void EditController::moveElsewhere(OpenStore *store, const std::vector<std::size_t> &changes)
{
    std::vector<GroupPlace> groups;
    for (const std::size_t index : changes) {
        const auto *move = index < store->changes().size() ? std::get_if<MoveGroup>(&store->changes()[index]) : nullptr;
        if (move)
            groups.emplace_back(move->from, move->group);
    }
    if (!groups.empty())
        askForTarget(store, groups);
}

void EditController::createNamespace()
{
    const auto current = m_tree->currentItem();
    if (!current)
        return;
    OpenStore *store = current->store;
    auto *dialog = new NewNamespaceDialog(store, current->ns, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, store, [this, store, dialog] {
        const auto path = dialog->path();
        if (!path)
            return;
        m_stores->setActive(store);
        store->stageCreate(*path);
        m_tree->reveal(namespaceItem(store, *path));
    });
    dialog->open();
}

void EditController::removeChange()
{
    OpenStore *store = currentStore();
    if (store)
        store->removeChanges(selectedChanges());
}

void EditController::forget(const OpenStore *store)
{
    if (m_cutStore != store)
        return;
    m_cutStore = nullptr;
    m_cut.clear();
    emit cutChanged();
}

} // namespace espalier
