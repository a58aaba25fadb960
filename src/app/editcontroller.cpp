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
    if (item.kind != ItemKind::Namespace || projection.mark(item.ns) == Mark::None)
        return std::nullopt;
    const auto makesIt = [&](const Change &change) {
        return std::visit(Overloaded{
                              [](const auto &) { return false; },
                              [&](const CreateNamespace &wanted) { return wanted.path == item.ns; },
                              [&](const DeleteNamespace &wanted) { return wanted.path.contains(item.ns); },
                              [&](const MoveNamespace &wanted) { return wanted.to.contains(item.ns) || wanted.from.contains(item.ns); },
                              [&](const CopyNamespaces &wanted) { return wanted.to.contains(item.ns); },
                          },
                          change);
    };
    const std::vector<Change> &changes = item.store->changes();
    const auto found = std::ranges::find_last_if(changes, makesIt);
    return found.empty() ? std::nullopt : std::optional(std::size_t(found.begin() - changes.begin()));
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

MovedItems EditController::selectedItems() const
{
    OpenStore *store = currentStore();
    return store ? movedItems(topmost(m_tree->selectedItems()), store) : MovedItems();
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
    return std::ranges::any_of(selected, [store](const ItemRef &item) {
        return item.store == store && (item.kind == ItemKind::Group || item.kind == ItemKind::Namespace);
    });
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
    m_cut = selectedItems();
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
    if (target->store != m_cutStore)
        emit copyRequested(m_cutStore, m_cut, target->store, target->ns);
    else
        stageMoves(m_cutStore, m_cut, target->ns);
    m_cut = {};
    m_cutStore = nullptr;
    emit cutChanged();
}

void EditController::stageMoves(OpenStore *store, const MovedItems &items, const NamespacePath &target)
{
    const Verdict verdict = store->checkDrop(items, target);
    if (!verdict.isAcceptable()) {
        emit refused(verdictReason(verdict));
        return;
    }
    m_stores->setActive(store);
    const bool isFirst = store->changes().empty();
    store->stageMoves(items, target);
    const bool isSingle = isFirst && items.size() == 1 && store->plan().count(Verdict::Level::WillDo) == 1;
    if (m_atOnce && isSingle && store->plan().isReady())
        emit applyRequested(store);
}

void EditController::moveTo()
{
    if (canCut())
        askForTarget(currentStore(), selectedItems());
}

void EditController::askForTarget(OpenStore *store, const MovedItems &items)
{
    auto *dialog = new MoveToDialog(store, items, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, store, [this, store, dialog, items] {
        const auto target = dialog->target();
        if (!target)
            return;
        if (!dialog->createsTarget())
            return stageMoves(store, items, *target);
        m_stores->setActive(store);
        store->undoStack()->beginMacro(tr("Move %n item(s) to a new namespace", nullptr, int(items.size())));
        store->stageCreate(*target);
        store->stageMoves(items, *target);
        store->undoStack()->endMacro();
    });
    dialog->open();
}

void EditController::moveElsewhere(OpenStore *store, const std::vector<std::size_t> &changes)
{
    MovedItems items;
    for (const std::size_t index : changes) {
        if (index >= store->changes().size())
            continue;
        const Change &change = store->changes()[index];
        if (const auto *move = std::get_if<MoveGroup>(&change))
            items.groups.emplace_back(move->from, move->group);
        if (const auto *move = std::get_if<MoveNamespace>(&change))
            items.namespaces.push_back(move->from);
    }
    if (!items.empty())
        askForTarget(store, items);
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
    m_cut = {};
    emit cutChanged();
}

} // namespace espalier
