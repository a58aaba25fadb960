// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/toursteps.h"

#include "app/aboutdialog.h"
#include "app/colourscheme.h"
#include "app/demodialog.h"
#include "app/historydialog.h"
#include "app/maintenancedialog.h"
#include "app/movetodialog.h"
#include "app/newnamespacedialog.h"
#include "app/opendialog.h"
#include "app/overlapsmodel.h"
#include "app/plantextpage.h"
#include "app/tasklist.h"
#include "app/tourdialogs.h"
#include "app/tourprune.h"
#include "app/tourscene.h"
#include "app/treeview.h"
#include "app/undodialog.h"
#include "core/fs/native.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTabWidget>
#include <QTimer>
#include <QTreeView>

#include <algorithm>

namespace espalier {

namespace {

QStringList groupsOf(const Tree &tree)
{
    QStringList all;
    tree.forEachNamespace([&all](const Namespace &ns) {
        for (const auto &group : ns.groups)
            all << QString::fromStdString(ns.path.toString() + ":" + group->id.toString());
    });
    return all;
}

void playLooking(TourStage &stage, TourScene &scene)
{
    Ui::MainWindow &ui = scene.ui();
    stage.step(QStringLiteral("The empty window offers three choices"), [&] { return scene.picture(QStringLiteral("empty")); });
    stage.step(QStringLiteral("The demo is made and opened"), [&] { return scene.openDemo(); });
    if (scene.window().stores().stores().size() < 2)
        return; // everything else needs the demo
    stage.step(QStringLiteral("Both datastores are one tree"), [&] {
        for (OpenStore *store : scene.window().stores().stores()) {
            for (const auto &ns : store->tree().root().children)
                ui.tree->setExpanded(ui.tree->datastoreModel()->indexOf(namespaceItem(store, ns->path)), true);
        }
        ui.tree->reveal(storeItem(scene.store(0)));
        TourScene::pause(400);
        return scene.picture(QStringLiteral("tree"));
    });
    stage.step(QStringLiteral("A group shows its timeline"), [&] {
        const auto groups = TourScene::rootGroups(*scene.store(0), 1);
        if (groups.empty())
            return false;
        ui.tree->reveal(groupItem(scene.store(0), groups[0].first, groups[0].second));
        TourScene::pause(400);
        return scene.picture(QStringLiteral("group"));
    });
    stage.step(QStringLiteral("A snapshot shows its files and its manifest"), [&] {
        const auto place = TourScene::rootGroups(*scene.store(0), 1).at(0);
        ItemRef item = groupItem(scene.store(0), place.first, place.second);
        item.kind = ItemKind::Snapshot;
        item.time = scene.store(0)->tree().find(place.first, place.second)->snapshots.back().time;
        ui.tree->reveal(item);
        TourScene::pause(600);
        return scene.picture(QStringLiteral("snapshot"));
    });
    stage.step(QStringLiteral("The filter keeps what matches, with its parents"), [&] {
        bool applied = false;
        const auto connection = QObject::connect(ui.tree, &TreeView::filterApplied, ui.tree, [&] { applied = true; });
        ui.filterEdit->setText(QStringLiteral("vm/100-110"));
        const bool shown = TourStage::waitFor([&] { return applied; });
        QObject::disconnect(connection);
        ui.actionSelectMatching->trigger();
        const bool selected = !ui.tree->selectedItems().isEmpty();
        const bool pictured = scene.picture(QStringLiteral("filter"));
        ui.filterEdit->clear();
        TourScene::pause(300);
        return shown && selected && pictured;
    });
}

/// What is pending, as the text of one of the pane's pages; shows the list again.
bool pictureOfPlanText(TourScene &scene, const char *page, const QString &name)
{
    auto *tabs = scene.ui().panePending->findChild<QTabWidget *>();
    auto *shown = tabs->findChild<PlanTextPage *>(QLatin1String(page));
    tabs->setCurrentWidget(shown);
    const auto *edit = shown->findChild<QPlainTextEdit *>();
    const bool pictured = TourStage::waitFor([edit] { return !edit->toPlainText().isEmpty(); }) && scene.picture(name);
    tabs->setCurrentIndex(0);
    return pictured;
}

void playPlanning(TourStage &stage, TourScene &scene)
{
    Ui::MainWindow &ui = scene.ui();
    OpenStore *store = scene.store(0);
    const auto groups = TourScene::rootGroups(*store, 3);
    const auto target = TourScene::freeTarget(*store, groups);
    stage.step(QStringLiteral("Groups are dragged; the pointer says what a drop would be"), [&] {
        return target && scene.drag(store, groups, namespaceItem(store, *target), true, QStringLiteral("drag"))
            && store->changes().size() == groups.size();
    });
    stage.step(QStringLiteral("The plan says what will happen; both ends are marked"), [&] {
        ui.tree->reveal(groupItem(store, NamespacePath(), groups.at(0).second));
        return ui.dockPending->isVisible() && scene.picture(QStringLiteral("pending"));
    });
    stage.step(QStringLiteral("The plan is a script and a file, too"), [&] {
        const bool pictured = pictureOfPlanText(scene, "scriptPage", QStringLiteral("pending-script"));
        return pictureOfPlanText(scene, "jsonPage", QStringLiteral("pending-json")) && pictured;
    });
    stage.step(QStringLiteral("A drop on the own namespace is refused, with the reason"), [&] {
        const auto there = store->tree().find(*target);
        if (!there || there->groups.empty())
            return false;
        const auto others = std::vector<GroupPlace>{{*target, there->groups.front()->id}};
        return scene.drag(store, others, namespaceItem(store, *target), false, QStringLiteral("drag-refused"));
    });
    stage.step(QStringLiteral("Undo and redo go over pending changes"), [&] {
        ui.actionUndo->trigger();
        const bool undone = store->changes().empty();
        ui.actionRedo->trigger();
        return undone && store->changes().size() == groups.size();
    });
    stage.step(QStringLiteral("A name that is taken needs attention"), [&] {
        const auto taken = TourScene::conflict(*store);
        if (!taken)
            return false;
        const std::size_t before = store->changes().size();
        store->stageMoves({{taken->first}, {}}, taken->second);
        if (store->plan().isReady() || ui.actionApply->isEnabled())
            return false;
        for (std::size_t i = 0; i < store->plan().steps.size(); ++i) {
            if (store->plan().steps[i].verdict.level == Verdict::Level::NeedsAttention)
                ui.panePending->selectChange(i);
        }
        const bool pictured = scene.picture(QStringLiteral("needs-attention"));
        ui.actionUndo->trigger();
        return pictured && store->changes().size() == before && ui.actionApply->isEnabled();
    });
    stage.step(QStringLiteral("Every drag has a twin: Move to namespace"), [&] {
        ui.tree->reveal(groupItem(store, NamespacePath(), store->tree().root().groups.back()->id));
        return scene.showDialog<MoveToDialog>([&] { ui.actionMoveTo->trigger(); }, QStringLiteral("move-to"));
    });
    stage.step(QStringLiteral("A namespace is made at the place that is selected"), [&] {
        ui.tree->reveal(namespaceItem(store, target->parent()));
        return scene.showDialog<NewNamespaceDialog>(
                   [&] {
                       ui.actionNewNamespace->trigger();
                       if (auto *dialog = scene.visibleChild<NewNamespaceDialog>())
                           dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->setText(QStringLiteral("vienna"));
                   },
                   QStringLiteral("new-namespace"), [](NewNamespaceDialog &dialog) { dialog.accept(); })
            && store->changes().size() == groups.size() + 1;
    });
}

/// Copies the files of a small snapshot to another one of its group.
bool copySnapshot(fs::Directory &group, const std::string &from, const std::string &to)
{
    constexpr std::size_t largest = std::size_t{16} << 20;
    const auto source = group.openDirectory(from);
    const auto files = source ? (*source)->entries() : failWith(source);
    const auto target = group.createDirectory(to, 0755).and_then([&] { return group.openDirectory(to); });
    return files && target && std::ranges::all_of(*files, [&](const fs::Entry &file) {
               const auto content = (*source)->readFile(file.name, largest);
               return content && (*target)->createFile(file.name, *content, 0644);
           });
}

/// A backup that arrives between a run and its undo, as every night does.
bool addNightlyBackup(const OpenStore &store, const NamespacePath &ns, const GroupId &id)
{
    const auto group = store.tree().find(ns, id);
    if (!group || group->snapshots.empty())
        return false;
    const SnapshotTime last = group->snapshots.back().time;
    const auto next = SnapshotTime::fromEpoch(last.epoch() + 86400);
    const auto root = fs::nativeFileSystem()->open(store.place().path());
    const std::string inside = ns.isRoot() ? std::string() : ns.directoryForm() + "/";
    const auto directory = root ? (*root)->openPath(inside + id.toString()) : failWith(root);
    return next && directory && copySnapshot(**directory, last.toString(), next->toString());
}

void playApplying(TourStage &stage, TourScene &scene)
{
    Ui::MainWindow &ui = scene.ui();
    OpenStore *store = scene.store(0);
    const QStringList before = groupsOf(store->tree());
    std::vector<GroupPlace> arrived;
    for (const Change &change : store->changes()) {
        if (const auto *move = std::get_if<MoveGroup>(&change))
            arrived.emplace_back(move->to, move->group);
    }
    stage.step(QStringLiteral("Apply does it, as a task, under the locks of PBS"), [&] {
        return scene.apply(QStringLiteral("question")) && groupsOf(store->tree()) != before && ui.messageBar->isVisible()
            && scene.picture(QStringLiteral("applied"));
    });
    stage.step(QStringLiteral("The history tells who did what when"),
               [&] { return scene.showDialog<HistoryDialog>([&] { ui.actionHistory->trigger(); }, QStringLiteral("history")); });
    stage.step(QStringLiteral("Undo asks what becomes of backups that came since"), [&] {
        if (arrived.empty() || !addNightlyBackup(*store, arrived[0].first, arrived[0].second))
            return false;
        return scene.showDialog<UndoDialog>([&] { ui.actionUndoRun->trigger(); }, QStringLiteral("undo"),
                                            [](UndoDialog &dialog) {
                                                emit dialog.undoRequested(dialog.undoPlan());
                                                dialog.accept();
                                            });
    });
    stage.step(QStringLiteral("Undo brings back the same tree"), [&] {
        TourStage::settle();
        return scene.agree() && TourStage::waitFor([&] { return groupsOf(store->tree()) == before && scene.isReady(store); })
            && scene.picture(QStringLiteral("undone"));
    });
}

void playDialogs(TourStage &stage, TourScene &scene)
{
    stage.step(QStringLiteral("Before a merge both groups are compared"), [&] { return pictureOfMerge(scene, QStringLiteral("merge")); });
    stage.step(QStringLiteral("A namespace gets another name"), [&] { return pictureOfRename(scene, QStringLiteral("rename")); });
    stage.step(QStringLiteral("A group gets another owner"), [&] { return pictureOfOwner(scene, QStringLiteral("owner")); });
    stage.step(QStringLiteral("A group's notes are edited"), [&] { return pictureOfNotes(scene, QStringLiteral("notes")); });
    stage.step(QStringLiteral("What is removed is named and counted first"),
               [&] { return pictureOfRemoval(scene, QStringLiteral("removal")); });
    stage.step(QStringLiteral("Of an undo groups can be left out"),
               [&] { return moveGroups(scene, 3) && pictureOfUndo(scene, QStringLiteral("undo-groups")); });
    stage.step(QStringLiteral("A run that was interrupted is finished or undone"),
               [&] { return interruptLastRun(scene) && pictureOfRecovery(scene, QStringLiteral("recovery")) && undoLastRun(scene); });
    stage.step(QStringLiteral("Only guests in several places"), [&] {
        scene.ui().actionOnlySeveral->trigger();
        TourScene::pause(400);
        const bool pictured = scene.picture(QStringLiteral("several-places"));
        scene.ui().actionOnlySeveral->trigger();
        TourScene::pause(300);
        return pictured && scene.ui().filterEdit->text().isEmpty();
    });
}

bool showContextMenu(TourScene &scene)
{
    bool pictured = false;
    QTimer::singleShot(300, scene.ui().tree, [&] {
        pictured = scene.picture(QStringLiteral("context-menu"));
        if (QWidget *menu = QApplication::activePopupWidget())
            menu->close();
    });
    emit scene.ui().tree->contextMenuRequested(scene.ui().tree->viewport()->mapToGlobal(QPoint(220, 200)));
    return pictured;
}

void playRest(TourStage &stage, TourScene &scene)
{
    Ui::MainWindow &ui = scene.ui();
    stage.step(QStringLiteral("Everything is checked, and findings say what to do"), [&] {
        ui.messageBar->clear();
        ui.actionCheckAll->trigger();
        if (!TourStage::waitFor([&] { return scene.window().tasks().runningCount() == 0; }))
            return false;
        ui.dockFindings->show();
        ui.dockFindings->raise();
        ui.paneFindings->selectFinding(0);
        return ui.paneFindings->count() > 0 && scene.picture(QStringLiteral("findings"));
    });
    stage.step(QStringLiteral("One VMID in several namespaces: the list of overlaps"), [&] {
        ui.dockOverlaps->show();
        ui.dockOverlaps->raise();
        if (!TourStage::waitFor([&] { return ui.paneOverlaps->model().rowCount() > 0; }))
            return false;
        std::vector<GroupPlace> groups;
        for (const Overlap &overlap : ui.paneOverlaps->model().overlaps())
            groups.emplace_back(overlap.occurrences.back().ns, overlap.id);
        ui.paneOverlaps->selectGroups(groups);
        TourScene::pause(300);
        return scene.picture(QStringLiteral("overlaps"));
    });
    stage.step(QStringLiteral("Tasks keep their logs"), [&] {
        ui.dockTasks->show();
        ui.dockTasks->raise();
        ui.paneTasks->selectTask(scene.window().tasks().taskAt(scene.window().tasks().index(scene.window().tasks().rowCount() - 1, 0)));
        return scene.picture(QStringLiteral("tasks"));
    });
    const QString path = QString::fromStdString(scene.store(0)->place().path());
    stage.step(QStringLiteral("A directory above a datastore: the right one is offered"), [&] {
        return scene.showDialog<OpenDialog>(
            [&] {
                ui.actionOpen->trigger();
                if (auto *dialog = scene.visibleChild<OpenDialog>())
                    dialog->setText(path + QStringLiteral("/vm"));
            },
            QStringLiteral("open-dialog"));
    });
    stage.step(QStringLiteral("A place that is none says so in the window"), [&] {
        scene.window().openPlaces({path + QStringLiteral("/vm")});
        const bool said = TourStage::waitFor([&] { return ui.placeBar->isVisible(); });
        const bool pictured = scene.picture(QStringLiteral("not-a-datastore"));
        scene.window().closeActive();
        return said && pictured;
    });
    stage.step(QStringLiteral("Every action is in a context menu, too"), [&] {
        const auto groups = TourScene::rootGroups(*scene.store(0), 1);
        ui.tree->reveal(groupItem(scene.store(0), groups.at(0).first, groups.at(0).second));
        return showContextMenu(scene);
    });
    stage.step(QStringLiteral("About"),
               [&] { return scene.showDialog<AboutDialog>([&] { ui.actionAbout->trigger(); }, QStringLiteral("about")); });
}

/// Two groups of the first store pending to move.
bool pictureOfAPlan(TourScene &scene, const QString &name)
{
    OpenStore *store = scene.store(0);
    const auto groups = TourScene::rootGroups(*store, 2);
    const auto target = TourScene::freeTarget(*store, groups);
    if (!target)
        return false;
    store->stageMoves({groups, {}}, *target);
    scene.ui().tree->reveal(groupItem(store, NamespacePath(), groups[0].second));
    TourScene::pause(300);
    return scene.picture(name);
}

void playDark(TourStage &stage, TourScene &scene)
{
    stage.step(QStringLiteral("Dark, as the desktop is"), [&] {
        applyColourScheme(Qt::ColorScheme::Dark);
        return pictureOfAPlan(scene, QStringLiteral("dark"));
    });
    stage.step(QStringLiteral("A script in the dark"),
               [&] { return pictureOfPlanText(scene, "scriptPage", QStringLiteral("dark-script")); });
    stage.step(QStringLiteral("A dialog in the dark"),
               [&] { return scene.showDialog<MoveToDialog>([&] { scene.ui().actionMoveTo->trigger(); }, QStringLiteral("dark-move-to")); });
    scene.store(0)->discardChanges();
    stage.step(QStringLiteral("Both groups of a merge in the dark"), [&] { return pictureOfMerge(scene, QStringLiteral("dark-merge")); });
    stage.step(QStringLiteral("Removing in the dark"), [&] { return pictureOfRemoval(scene, QStringLiteral("dark-removal")); });
    stage.step(QStringLiteral("An undo in the dark"),
               [&] { return moveGroups(scene, 3) && pictureOfUndo(scene, QStringLiteral("dark-undo-groups")); });
    stage.step(QStringLiteral("An interrupted run in the dark"),
               [&] { return interruptLastRun(scene) && pictureOfRecovery(scene, QStringLiteral("dark-recovery")) && undoLastRun(scene); });
    applyColourScheme(Qt::ColorScheme::Light);
}

} // namespace

void playSteps(TourStage &stage, const ProgramContext &context)
{
    TourScene scene(stage, context);
    playLooking(stage, scene);
    if (scene.window().stores().stores().size() < 2)
        return;
    playPlanning(stage, scene);
    playApplying(stage, scene);
    playDialogs(stage, scene);
    playRest(stage, scene);
    playDark(stage, scene);
    scene.window().stores().closeAll();
}

void playGermanSteps(TourStage &stage, const ProgramContext &context)
{
    TourScene scene(stage, context);
    stage.step(QStringLiteral("German: the empty window"), [&] { return scene.picture(QStringLiteral("german-empty")); });
    scene.window().openPlaces({context.demoDirectory + QStringLiteral("/site-a")});
    stage.step(QStringLiteral("German: the window with pending changes"), [&] {
        if (!scene.waitUntilReady())
            return false;
        return pictureOfAPlan(scene, QStringLiteral("german"));
    });
    stage.step(QStringLiteral("German: the script"),
               [&] { return pictureOfPlanText(scene, "scriptPage", QStringLiteral("german-script")); });
    stage.step(QStringLiteral("German: a dialog"), [&] {
        return scene.showDialog<MoveToDialog>([&] { scene.ui().actionMoveTo->trigger(); }, QStringLiteral("german-move-to"));
    });
    stage.step(QStringLiteral("German: the history"), [&] {
        return scene.showDialog<HistoryDialog>([&] { scene.ui().actionHistory->trigger(); }, QStringLiteral("german-history"));
    });
    scene.store(0)->discardChanges();
    stage.step(QStringLiteral("German: a merge"), [&] { return pictureOfMerge(scene, QStringLiteral("german-merge")); });
    stage.step(QStringLiteral("German: another owner"), [&] { return pictureOfOwner(scene, QStringLiteral("german-owner")); });
    stage.step(QStringLiteral("German: removing"), [&] { return pictureOfRemoval(scene, QStringLiteral("german-removal")); });
    stage.step(QStringLiteral("German: an undo"),
               [&] { return moveGroups(scene, 3) && pictureOfUndo(scene, QStringLiteral("german-undo-groups")); });
    stage.step(QStringLiteral("German: an interrupted run"), [&] {
        return interruptLastRun(scene) && pictureOfRecovery(scene, QStringLiteral("german-recovery")) && undoLastRun(scene);
    });
    scene.window().stores().closeAll();
}

void playSimulator(TourStage &stage, const ProgramContext &context)
{
    TourScene scene(stage, context);
    stage.step(QStringLiteral("What a retention leaves of imagined backups"),
               [&] { return pictureOfSimulator(scene, QStringLiteral("simulator")); });
}

void playConcernedSteps(TourStage &stage, const ProgramContext &context, const QString &prefix)
{
    TourScene scene(stage, context);
    scene.window().openPlaces({context.demoDirectory + QStringLiteral("/site-a")});
    stage.step(prefix + QStringLiteral("what else is concerned"), [&] {
        if (!scene.waitUntilReady())
            return false;
        OpenStore *store = scene.store(0);
        const auto groups = TourScene::rootGroups(*store, 2);
        const auto target = TourScene::freeTarget(*store, groups);
        if (!target)
            return false;
        store->stageMoves({groups, {}}, *target);
        scene.window().resizeDocks({scene.ui().dockPending}, {330}, Qt::Vertical);
        return pictureOfConsequences(scene, prefix + QStringLiteral("concerned"));
    });
    scene.store(0)->discardChanges();
    stage.step(prefix + QStringLiteral("every verdict"), [&] { return pictureOfVerdicts(scene, prefix + QStringLiteral("verdicts")); });
    scene.store(0)->discardChanges();
    stage.step(prefix + QStringLiteral("jobs and access rules go along"), [&] {
        const auto from = NamespacePath::fromString("archive");
        const auto to = NamespacePath::fromString("vault");
        if (!from || !to)
            return false;
        scene.store(0)->stage(MoveNamespace{.from = *from, .to = *to, .maxDepth = {}}, QStringLiteral("rename"));
        return pictureOfChangesAlong(scene, prefix + QStringLiteral("along"));
    });
    scene.store(0)->discardChanges();
    stage.step(prefix + QStringLiteral("a maintenance mode is asked for"), [&] {
        scene.ui().tree->reveal(storeItem(scene.store(0)));
        return scene.showDialog<MaintenanceDialog>([&] { scene.ui().actionMaintenance->trigger(); },
                                                   prefix + QStringLiteral("maintenance"));
    });
    stage.step(prefix + QStringLiteral("what a prune would keep, and by which rule"),
               [&] { return pictureOfPrune(scene, prefix + QStringLiteral("prune")); });
    stage.step(prefix + QStringLiteral("the same as a list with reasons"),
               [&] { return pictureOfPruneList(scene, prefix + QStringLiteral("prune-list")); });
    stage.step(prefix + QStringLiteral("what it will leave in three months"),
               [&] { return pictureOfForecast(scene, prefix + QStringLiteral("prune-forecast")); });
    stage.step(prefix + QStringLiteral("what differs from a job as it is saved"),
               [&] { return pictureOfPruneDifferences(scene, prefix + QStringLiteral("prune-differences")); });
    stage.step(prefix + QStringLiteral("a preview becomes a job"),
               [&] { return pictureOfPruneJobEditor(scene, prefix + QStringLiteral("prune-job")); });
    stage.step(prefix + QStringLiteral("what a job cannot be"),
               [&] { return pictureOfPruneJobProblems(scene, prefix + QStringLiteral("prune-job-problems")); });
    stage.step(prefix + QStringLiteral("the prune jobs"), [&] { return pictureOfPruneJobs(scene, prefix + QStringLiteral("prune-jobs")); });
    stage.step(prefix + QStringLiteral("what a retention leaves of imagined backups"),
               [&] { return pictureOfSimulator(scene, prefix + QStringLiteral("simulator")); });
    scene.window().stores().closeAll();
}

void playScaledSteps(TourStage &stage, const ProgramContext &context)
{
    TourScene scene(stage, context);
    stage.step(QStringLiteral("Twice as large: the demo"), [&] { return scene.openDemo(); });
    stage.step(QStringLiteral("Twice as large: the window"), [&] {
        TourScene::pause(300);
        return scene.picture(QStringLiteral("scaled"));
    });
    scene.window().stores().closeAll();
}

} // namespace espalier
