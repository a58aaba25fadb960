// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/toursync.h"

#include "app/filtereditor.h"
#include "app/storemovedialog.h"
#include "app/syncdialog.h"
#include "app/tasklist.h"
#include "app/treeview.h"
#include "ui_mainwindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>

namespace espalier {

namespace {

template<typename Widget>
Widget *childOf(const QWidget *dialog, const char *name)
{
    return dialog->findChild<Widget *>(QLatin1String(name));
}

void enter(const QWidget *dialog, const char *name, const char *text)
{
    auto *line = childOf<QLineEdit>(dialog, name);
    line->setText(QLatin1String(text));
    emit line->textEdited(line->text());
}

bool isReady(const SyncDialog *dialog)
{
    return dialog && !dialog->isWorking() && dialog->answer() && dialog->answer()->shown;
}

/// Opens the editor for the first store; @p fill enters the rest.
bool pictureOfEditor(TourScene &scene, const QString &name, const std::function<void(SyncDialog &)> &fill,
                     const std::function<void(SyncDialog &)> &end = {})
{
    scene.ui().tree->reveal(storeItem(scene.store(0)));
    return scene.showDialog<SyncDialog>(
        [&] {
            scene.ui().actionSync->trigger();
            auto *dialog = scene.visibleChild<SyncDialog>();
            if (!TourStage::waitFor([&] { return isReady(dialog); }))
                return;
            childOf<QComboBox>(dialog, "ownerCombo")->setCurrentText(QStringLiteral("sync@pbs"));
            fill(*dialog);
            TourStage::waitFor([&] { return isReady(dialog) || !dialog->answer(); });
        },
        name, end);
}

void showPage(const SyncDialog &dialog, int page)
{
    dialog.findChild<QTabWidget *>()->setCurrentIndex(page);
}

/// Adds a filter as somebody would; true where it was one.
bool addFilter(const SyncDialog &dialog, int kind, bool isExclude, const char *value)
{
    childOf<QPushButton>(&dialog, "addFilter")->click();
    auto *editor = dialog.findChild<FilterEditor *>();
    childOf<QComboBox>(editor, "kindCombo")->setCurrentIndex(kind);
    childOf<QComboBox>(editor, "senseCombo")->setCurrentIndex(isExclude ? 1 : 0);
    childOf<QComboBox>(editor, "valueCombo")->setEditText(QLatin1String(value));
    const bool isFilter = editor->filter().has_value();
    if (isFilter)
        editor->accept();
    TourStage::settle();
    return isFilter;
}

bool pictureOfRun(TourScene &scene, const QString &name)
{
    const auto isOver = [&] { return scene.window().tasks().rowCount() > 0 && scene.window().tasks().runningCount() == 0; };
    const bool started = pictureOfEditor(
        scene, name + QStringLiteral("-before"),
        [](const SyncDialog &dialog) {
            enter(&dialog, "sourceEdit", "archive");
            enter(&dialog, "targetEdit", "incoming/archive");
            childOf<QComboBox>(&dialog, "ownerCombo")->setCurrentText(QStringLiteral("root@pam"));
        },
        [](SyncDialog &dialog) {
            childOf<QPushButton>(&dialog, "runButton")->click();
            dialog.reject();
        });
    return started && TourStage::waitFor([&] { return scene.agree() && isOver() && scene.waitUntilReady(); }) && scene.picture(name);
}

/// What is dropped on another datastore is moved in place of copied: asked, and not done.
bool pictureOfMove(TourScene &scene, const QString &name)
{
    const auto groups = TourScene::rootGroups(*scene.store(0), 3);
    if (!scene.drag(scene.store(0), groups, storeItem(scene.store(1)), true, name + QStringLiteral("-drop")))
        return false;
    SyncDialog *editor = nullptr;
    if (!TourStage::waitFor([&] { return isReady(editor = scene.visibleChild<SyncDialog>()); }))
        return false;
    return scene.showDialog<StoreMoveDialog>(
        [&] {
            childOf<QPushButton>(editor, "moveButton")->click();
            TourStage::waitFor([&] { return scene.agree() && scene.visibleChild<StoreMoveDialog>(); }); // to what is asked before
        },
        name);
}

} // namespace

void playSyncSteps(TourStage &stage, const ProgramContext &context, const QString &prefix)
{
    constexpr int groups = 1;
    constexpr int options = 2;
    constexpr int job = 3;
    TourScene scene(stage, context);
    scene.window().openPlaces({context.demoDirectory + QStringLiteral("/site-a"), context.demoDirectory + QStringLiteral("/site-b")});
    if (!scene.waitUntilReady())
        return;
    const auto step = [&](const char *title, const char *name, const std::function<void(SyncDialog &)> &fill) {
        stage.step(prefix + QLatin1String(title), [&] { return pictureOfEditor(scene, prefix + QLatin1String(name), fill); });
    };
    step("where a sync lands", "sync", [](const SyncDialog &dialog) { enter(&dialog, "targetEdit", "from-site-a"); });
    step("a depth, and a mapping that is rarely meant", "sync-depth", [](const SyncDialog &dialog) {
        enter(&dialog, "targetEdit", "clients");
        childOf<QSlider>(&dialog, "depthSlider")->setValue(1);
    });
    step("group filters", "sync-groups", [](const SyncDialog &dialog) {
        enter(&dialog, "targetEdit", "from-site-a");
        showPage(dialog, groups);
        addFilter(dialog, 0, false, "vm");
        addFilter(dialog, 2, true, "^vm/9");
    });
    step("a pattern that is none", "sync-filter", [](const SyncDialog &dialog) {
        showPage(dialog, groups);
        addFilter(dialog, 2, false, "^vm/(1|2");
    });
    step("options", "sync-options", [](const SyncDialog &dialog) {
        enter(&dialog, "targetEdit", "from-site-a");
        showPage(dialog, options);
    });
    step("what would be removed", "sync-removals", [](const SyncDialog &dialog) {
        enter(&dialog, "sourceEdit", "cluster-1");
        enter(&dialog, "targetEdit", "from-site-a/cluster-1");
        TourStage::waitFor([&] { return isReady(&dialog); });
        childOf<QPushButton>(&dialog, "listButton")->click();
        childOf<QAbstractButton>(&dialog, "removeBox")->click();
    });
    step("it becomes a job", "sync-job", [](const SyncDialog &dialog) {
        enter(&dialog, "targetEdit", "from-site-a");
        showPage(dialog, job);
        childOf<QLineEdit>(&dialog, "nameEdit")->setText(QStringLiteral("pull-site-a"));
        childOf<QComboBox>(&dialog, "scheduleCombo")->setCurrentText(QStringLiteral("mon..fri 02:30"));
    });
    stage.step(prefix + QStringLiteral("moved to another datastore"),
               [&] { return pictureOfMove(scene, prefix + QStringLiteral("store-move")); });
    if (prefix.isEmpty())
        stage.step(QStringLiteral("a sync is run"), [&] { return pictureOfRun(scene, QStringLiteral("sync-run")); });
    scene.window().stores().closeAll();
}

} // namespace espalier
