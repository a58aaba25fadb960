// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tourscene.h"

#include "app/datastoremodel.h"
#include "app/demodialog.h"
#include "app/treeview.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

#include <algorithm>

namespace espalier {

TourScene::TourScene(TourStage &stage, const ProgramContext &context) : m_stage(stage), m_window(std::make_unique<MainWindow>(context))
{
    m_window->resize(1280, 800);
    m_window->show();
    TourStage::settle();
}

TourScene::~TourScene() = default;

void TourScene::pause(int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    TourStage::waitFor([&] { return timer.hasExpired(milliseconds); });
}

bool TourScene::openDemo()
{
    DemoDialog *dialog = nullptr;
    ui().actionDemo->trigger();
    if (!TourStage::waitFor([&] { return (dialog = visibleChild<DemoDialog>()) != nullptr; }))
        return false;
    if (!picture(QStringLiteral("demo-dialog")))
        return false;
    dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
    return TourStage::waitFor([this] { return m_window->stores().stores().size() == 2; }) && waitUntilReady();
}

OpenStore *TourScene::store(std::size_t number) const
{
    return m_window->stores().stores().at(number);
}

bool TourScene::isReady(const OpenStore *store) const
{
    return store->loadState() == OpenStore::LoadState::Ready;
}

bool TourScene::waitUntilReady() const
{
    return TourStage::waitFor(
        [this] { return std::ranges::all_of(m_window->stores().stores(), [this](const OpenStore *store) { return isReady(store); }); });
}

std::vector<GroupPlace> TourScene::rootGroups(const OpenStore &store, std::size_t count)
{
    std::vector<GroupPlace> places;
    for (const auto &group : store.tree().root().groups) {
        if (places.size() < count && !group->hasForeignEntries)
            places.emplace_back(NamespacePath(), group->id);
    }
    return places;
}

std::optional<NamespacePath> TourScene::freeTarget(const OpenStore &store, const std::vector<GroupPlace> &groups)
{
    std::optional<NamespacePath> found;
    store.tree().forEachNamespace([&](const Namespace &ns) {
        const bool isFree = std::ranges::none_of(groups, [&ns](const GroupPlace &place) { return ns.group(place.second) != nullptr; });
        if (!ns.path.isRoot() && isFree && ns.children.empty() && !found)
            found = ns.path;
    });
    return found;
}

std::optional<std::pair<GroupPlace, NamespacePath>> TourScene::conflict(const OpenStore &store)
{
    std::optional<std::pair<GroupPlace, NamespacePath>> found;
    store.tree().forEachNamespace([&](const Namespace &ns) {
        for (const auto &group : ns.groups) {
            if (!found && !ns.path.isRoot() && store.tree().root().group(group->id))
                found = {GroupPlace(NamespacePath(), group->id), ns.path};
        }
    });
    return found;
}

bool TourScene::drag(OpenStore *store, const std::vector<GroupPlace> &groups, const ItemRef &target, bool drop, const QString &pictureName)
{
    TreeView *tree = ui().tree;
    const DatastoreModel *model = tree->datastoreModel();
    QModelIndexList dragged;
    for (const auto &[ns, id] : groups)
        dragged << model->indexOf(groupItem(store, ns, id));
    const std::unique_ptr<QMimeData> mime(model->mimeData(dragged));
    tree->reveal(target);
    TourStage::settle();
    if (!mime)
        return false;
    const QPoint at = tree->visualRect(model->indexOf(target)).center() - QPoint(60, 0);
    QDragEnterEvent enter(at, Qt::MoveAction | Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(tree->viewport(), &enter);
    QDragMoveEvent move(at, Qt::MoveAction | Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(tree->viewport(), &move);
    const bool accepted = move.isAccepted();
    const bool pictured = pictureName.isEmpty() || picture(pictureName);
    if (drop && accepted) {
        QDropEvent dropped(at, Qt::MoveAction | Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tree->viewport(), &dropped);
    } else {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(tree->viewport(), &leave);
    }
    TourStage::settle();
    return pictured && accepted == drop;
}

bool TourScene::agree(const QString &questionPicture)
{
    auto *box = visibleChild<QMessageBox>();
    if (!box)
        return true;
    if (!questionPicture.isEmpty() && !picture(questionPicture))
        return false;
    for (QAbstractButton *button : box->buttons()) {
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    return true;
}

bool TourScene::apply(const QString &questionPicture)
{
    OpenStore *store = m_window->stores().active();
    ui().actionApply->trigger();
    TourStage::settle();
    return agree(questionPicture) && TourStage::waitFor([store] { return store->changes().empty(); }) && waitUntilReady();
}

} // namespace espalier
