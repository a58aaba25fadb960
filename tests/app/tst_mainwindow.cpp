// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/changedialog.h"
#include "app/datastoremodel.h"
#include "app/mainwindow.h"
#include "app/movetodialog.h"
#include "app/overlapsmodel.h"
#include "app/planopener.h"
#include "app/plantextpage.h"
#include "app/prunedialog.h"
#include "app/removaldialog.h"
#include "app/syncdialog.h"
#include "app/tasklist.h"
#include "app/treeview.h"
#include "app/messagebar.h"
#include "core/datastore/scan.h"
#include "support/storebuilder.h"
#include "ui_mainwindow.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QUndoStack>

#include <unistd.h>

using namespace espalier;
using namespace espalier::test;
using LoadState = OpenStore::LoadState;

namespace {

const std::vector<std::string> times{"2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"};

/// A window on a file system in memory that runs for real: backend, executor and journal are the program's own.
struct Window
{
    Window() : config(folder.filePath(QStringLiteral("config"))), state(folder.filePath(QStringLiteral("state")))
    {
        for (const std::string root : {"/data/alpha", "/data/beta"}) {
            makeStore(*files, root);
            makeGroup(*files, root, "", "vm/100", times);
            makeGroup(*files, root, "", "vm/101", times);
            makeNamespace(*files, root, "sites/graz");
        }
        files->makeDirectories("/state", 0777);
        make();
    }

    /// The program, started again: what was open is told by its settings.
    void make()
    {
        window.reset();
        const BackendOptions options{.pbsRoot = "/", .stateHome = "/state", .fileSystem = files};
        window = std::make_unique<MainWindow>(
            ProgramContext{.config = &config,
                           .state = &state,
                           .makeBackend = [options](const Place &place) { return makeBackend(place, options); },
                           .openService = [options](const Place &place) { return makeService(place, options); },
                           .makeDemo = {},
                           .demoDirectory = {}});
        window->show();
    }

    OpenStore *open(const char *path)
    {
        window->openPlaces({QLatin1String(path)});
        OpenStore *store = window->stores().active();
        [store] { QTRY_COMPARE(store->loadState(), LoadState::Ready); }();
        return store;
    }

    void agree(const char *boxName) const
    {
        auto *box = window->findChild<QMessageBox *>(QLatin1String(boxName));
        if (!box)
            return;
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole || box->buttonRole(button) == QMessageBox::DestructiveRole)
                return button->click();
        }
    }

    Rows rows(const char *path) const { return listRows(*files->open(path).value()); }

    // Only root can become the owner that PBS has; everybody else writes to what is their own.
    std::shared_ptr<fs::MemoryFileSystem> files
        = geteuid() == 0 ? fs::MemoryFileSystem::create(34, 34) : fs::MemoryFileSystem::create(geteuid(), getegid());
    QTemporaryDir folder;
    Settings config;
    Settings state;
    std::unique_ptr<MainWindow> window;
};

NamespacePath ns(const char *text)
{
    return NamespacePath::fromString(text).value();
}

GroupId group(const char *text)
{
    return GroupId::fromString(text).value();
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void emptyWindowOffersChoices()
    {
        const Window w;
        Ui::MainWindow &ui = w.window->ui();
        QCOMPARE(ui.pages->currentWidget(), ui.welcomePage);
        QVERIFY(ui.actionOpen->isEnabled());
        for (const QAction *action : {ui.actionApply, ui.actionMoveTo, ui.actionCut, ui.actionRefresh, ui.actionHistory})
            QVERIFY2(!action->isEnabled(), qPrintable(action->objectName()));
    }

    void everyActionHasWordsAndIcon()
    {
        const Window w;
        for (const QAction *action :
             w.window->findChildren<QAction *>(QRegularExpression(QStringLiteral("^action")), Qt::FindDirectChildrenOnly)) {
            QVERIFY2(!action->text().isEmpty() && !action->toolTip().isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(action->isCheckable() || !action->icon().isNull(), qPrintable(action->objectName()));
            QVERIFY2(action->isCheckable() || !action->shortcut().isEmpty(), qPrintable(action->objectName()));
        }
    }

    void shortcutsAreUnique()
    {
        const Window w;
        QSet<QString> seen;
        for (const QAction *action : w.window->findChildren<QAction *>()) {
            const QString keys = action->shortcut().toString();
            if (keys.isEmpty() || action->shortcutContext() != Qt::WindowShortcut)
                continue;
            QVERIFY2(!seen.contains(keys), qPrintable(keys));
            seen.insert(keys);
        }
    }

    void onlyGuestsInSeveralPlaces()
    {
        Window w;
        Ui::MainWindow &ui = w.window->ui();
        QVERIFY(!ui.actionOnlySeveral->isEnabled());
        w.open("/data/alpha");
        ui.filterEdit->setText(QStringLiteral("vm/"));
        ui.actionOnlySeveral->trigger();
        QCOMPARE(ui.filterEdit->text(), QStringLiteral("in:several vm/"));
        ui.filterEdit->setText(QStringLiteral("vm/")); // the text says what is checked
        QTRY_VERIFY(!ui.actionOnlySeveral->isChecked());
        ui.filterEdit->setText(QStringLiteral("in:several"));
        QTRY_VERIFY(ui.actionOnlySeveral->isChecked());
        QTRY_COMPARE(ui.matchLabel->text(), QStringLiteral("No guest is in several places"));
        ui.actionOnlySeveral->trigger();
        QTRY_VERIFY(ui.matchLabel->text().isEmpty());
        QVERIFY(ui.filterEdit->text().isEmpty());
    }

    void movesAppliesAndUndoes()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        Ui::MainWindow &ui = w.window->ui();
        const Rows before = w.rows("/data/alpha");

        store->stageMoves({{{ns(""), group("vm/100")}, {ns(""), group("vm/101")}}}, ns("sites/graz"));
        QVERIFY(ui.dockPending->isVisible());
        QVERIFY(ui.actionApply->isEnabled());
        QVERIFY(ui.actionApply->text().contains(QLatin1Char('2')));
        QCOMPARE(difference(before, w.rows("/data/alpha")), std::string());

        ui.actionApply->trigger();
        w.agree("unseenServers");
        QTRY_VERIFY(store->changes().empty());
        QTRY_COMPARE(store->loadState(), LoadState::Ready);
        QVERIFY(store->tree().find(ns("sites/graz"), group("vm/100")));
        QVERIFY(w.files->open("/data/alpha/ns/sites/ns/graz/vm/100").has_value());
        QVERIFY(ui.messageBar->isVisible());
        QVERIFY(ui.messageBar->text().contains(QLatin1Char('2')));
        QVERIFY(ui.dockTasks->isVisible() || w.window->tasks().rowCount() > 0);

        ui.actionUndoRun->trigger();
        QTRY_VERIFY(w.window->tasks().rowCount() > 1 || w.window->findChild<QMessageBox *>(QStringLiteral("unseenServers")));
        w.agree("unseenServers");
        QTRY_VERIFY(store->tree().find(ns(""), group("vm/100")));
        QTRY_COMPARE(store->loadState(), LoadState::Ready);
        QCOMPARE(difference(before, w.rows("/data/alpha")), std::string());
    }

    void undoWorksAfterARestart()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        const Rows before = w.rows("/data/alpha");
        store->stageCreate(ns("tenants/one"));
        store->stageMoves({{{ns(""), group("vm/100")}}}, ns("tenants/one"));
        w.window->ui().actionApply->trigger();
        w.agree("unseenServers");
        QTRY_VERIFY(store->changes().empty());
        QTRY_COMPARE(store->loadState(), LoadState::Ready);
        QVERIFY(w.window->close());

        w.make();
        w.window->restoreSession();
        store = w.window->stores().active();
        QVERIFY(store);
        QTRY_COMPARE(store->loadState(), LoadState::Ready);
        w.window->ui().actionUndoRun->trigger();
        QTRY_VERIFY(w.window->tasks().rowCount() > 0 || w.window->findChild<QMessageBox *>(QStringLiteral("unseenServers")));
        w.agree("unseenServers");
        QTRY_VERIFY(store->tree().find(ns(""), group("vm/100")));
        QTRY_COMPARE(store->loadState(), LoadState::Ready);
        QCOMPARE(difference(before, w.rows("/data/alpha")), std::string());
    }

    void applyWaitsForGarbageCollection()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        Ui::MainWindow &ui = w.window->ui();
        store->stageMoves({{{ns(""), group("vm/100")}}}, ns("sites/graz"));
        w.files->setExclusiveRecordLock("/data/alpha/.lock", 4711);
        store->refreshState();
        QTRY_VERIFY(!ui.actionApply->isEnabled());
        QVERIFY(!ui.actionApply->toolTip().isEmpty());
        w.files->setExclusiveRecordLock("/data/alpha/.lock", 0);
        QTRY_VERIFY_WITH_TIMEOUT(ui.actionApply->isEnabled(), 10'000); // by itself
    }

    void namespacesAreRenamedMovedAndDeleted()
    {
        Window w;
        makeGroup(*w.files, "/data/alpha", "sites/graz", "ct/7", times);
        OpenStore *store = w.open("/data/alpha");
        const Rows before = w.rows("/data/alpha");
        Ui::MainWindow &ui = w.window->ui();
        ui.tree->reveal(namespaceItem(store, ns("sites/graz")));
        QVERIFY(ui.actionRename->isEnabled());
        ui.actionRename->trigger();
        auto *dialog = w.window->findChild<ChangeDialog *>();
        QVERIFY(dialog);
        auto *edit = dialog->findChild<QLineEdit *>();
        auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QCOMPARE(edit->text(), QStringLiteral("graz"));
        QVERIFY(!ok->isEnabled()); // it has this name already
        edit->setText(QStringLiteral("a/b"));
        QVERIFY(!ok->isEnabled());
        edit->setText(QStringLiteral("styria"));
        QVERIFY(ok->isEnabled());
        dialog->accept();
        QCOMPARE(store->projection().mark(ns("sites/graz")), Mark::MovesAway);
        QCOMPARE(store->projection().mark(ns("sites/styria")), Mark::Arrives);
        QVERIFY(ui.tree->currentIndex().data(DatastoreModel::NoteRole).toString().contains(QStringLiteral("was sites/graz")));

        ui.actionCut->trigger(); // and elsewhere: the pending move is replaced
        ui.tree->reveal(storeItem(store));
        ui.actionPaste->trigger();
        const std::vector<Change> wanted{MoveNamespace{.from = ns("sites/graz"), .to = ns("styria"), .maxDepth = std::nullopt}};
        QCOMPARE(store->changes(), wanted);
        ui.actionApply->trigger();
        w.agree("unseenServers");
        QTRY_VERIFY(store->tree().find(ns("styria"), group("ct/7")));
        QVERIFY(!store->tree().find(ns("sites/graz")));
        QTRY_COMPARE(store->loadState(), LoadState::Ready);

        ui.tree->reveal(namespaceItem(store, ns("styria")));
        ui.actionRemove->trigger(); // with the group that is in it
        const std::vector<Change> removal{DeleteNamespace{.path = ns("styria"), .withGroups = true}};
        QCOMPARE(store->changes(), removal);
        QCOMPARE(store->projection().mark(ns("styria"), group("ct/7")).mark, Mark::Deleted);
        store->discardChanges();
        ui.actionUndoRun->trigger();
        QTRY_VERIFY(w.window->findChild<QMessageBox *>(QStringLiteral("unseenServers")) || store->tree().find(ns("sites/graz")));
        w.agree("unseenServers");
        QTRY_VERIFY(store->tree().find(ns("sites/graz"), group("ct/7")));
        QTRY_COMPARE(difference(before, w.rows("/data/alpha")), "");
    }

    void backupsGoAfterTheirNumberWasTyped()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        Ui::MainWindow &ui = w.window->ui();
        ui.tree->reveal(groupItem(store, ns(""), group("vm/101")));
        const auto count = store->tree().find(ns(""), group("vm/101"))->snapshots.size();
        ui.actionRemove->trigger();
        QCOMPARE(store->changes(), (std::vector<Change>{RemoveGroup{ns(""), group("vm/101")}}));
        QVERIFY2(ui.actionApply->text().contains(QString::number(count)), qPrintable(ui.actionApply->text()));

        ui.actionApply->trigger();
        QPointer<RemovalDialog> dialog;
        QTRY_VERIFY(dialog = w.window->findChild<RemovalDialog *>());
        auto *agree = dialog->findChild<QPushButton *>(QStringLiteral("agree"));
        auto *number = dialog->findChild<QLineEdit *>();
        QVERIFY(number && !agree->isEnabled()); // the group loses its last snapshot
        QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 1);
        number->setText(QString::number(count + 1));
        QVERIFY(!agree->isEnabled());
        dialog->reject();
        QTRY_VERIFY(!dialog);
        QVERIFY(store->tree().find(ns(""), group("vm/101")));

        ui.actionApply->trigger();
        QTRY_VERIFY(dialog = w.window->findChild<RemovalDialog *>());
        dialog->findChild<QLineEdit *>()->setText(QString::number(count));
        dialog->accept();
        w.agree("unseenServers");
        QTRY_VERIFY(!store->tree().find(ns(""), group("vm/101")));
        const Rows rows = w.rows("/data/alpha");
        QVERIFY(std::ranges::none_of(rows, [](const Row &row) { return row.path.starts_with("vm/101"); }));
        QVERIFY(store->changes().empty());
    }

    void whatAPruneRemovesBecomesPending()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        store->stageCreate(ns("new"));
        w.window->ui().actionPrunePreview->trigger();
        QPointer<PruneDialog> dialog;
        QTRY_VERIFY(dialog = w.window->findChild<PruneDialog *>());
        dialog->setKeep({.last = 1});
        const auto removed = [&dialog] { return dialog->answer() ? dialog->answer()->shown->plan.totals.removed : 0; };
        QTRY_VERIFY(removed() > 0 && !dialog->isWorking());
        auto *stage = dialog->findChild<QPushButton *>(QStringLiteral("stageButton"));
        QVERIFY(!stage->isEnabled()); // nobody knows the time zone of a server that is not to be seen
        emit dialog->findChild<QComboBox *>(QStringLiteral("zoneCombo"))->activated(0);
        QVERIFY(stage->isEnabled());
        for (int i = 0; i < 2; ++i) { // once more: the same
            stage->click();
            QCOMPARE(removalsOf(store->plan()).snapshots, removed());
            QCOMPARE(store->changes().back(), Change(CreateNamespace{ns("new")}));
            QVERIFY(std::get<RemoveSnapshots>(store->changes().front()).rule);
        }
        delete dialog;
    }

    void ownersNotesAndProtectionBecomeChanges()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        Ui::MainWindow &ui = w.window->ui();
        const auto answer = [&w](auto set) {
            QPointer<ChangeDialog> dialog;
            QTRY_VERIFY(dialog = w.window->findChild<ChangeDialog *>());
            set(*dialog);
            dialog->accept();
            QTRY_VERIFY(!dialog);
        };
        ui.tree->reveal(groupItem(store, ns(""), group("vm/101")));
        ui.actionChangeOwner->trigger();
        answer([](const ChangeDialog &dialog) {
            const auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
            auto *edit = dialog.findChild<QLineEdit *>();
            QVERIFY(!ok->isEnabled()); // it belongs to them already
            edit->setText(QStringLiteral("nobody"));
            QVERIFY(!ok->isEnabled());
            edit->setText(QStringLiteral("anna@pbs!laptop"));
            QVERIFY(ok->isEnabled());
        });
        ui.actionEditNotes->trigger();
        answer([](const ChangeDialog &dialog) { dialog.findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("first\nsecond")); });
        const SnapshotTime time = SnapshotTime::fromString(times.front()).value();
        ui.tree->reveal({store, ItemKind::Snapshot, ns(""), group("vm/101"), time});
        QVERIFY(ui.actionProtect->isEnabled() && !ui.actionUnprotect->isEnabled());
        ui.actionProtect->trigger();
        const std::vector<Change> wanted{ChangeOwner{ns(""), group("vm/101"), AuthId::fromString("anna@pbs!laptop").value()},
                                         ChangeNotes{ns(""), group("vm/101"), "first\nsecond"},
                                         ChangeProtection{ns(""), group("vm/101"), time, true}};
        QVERIFY(store->changes() == wanted);
        QCOMPARE(store->projection().tree.find(ns(""), group("vm/101"))->comment, "first");
        QVERIFY(!ui.actionProtect->isEnabled() && ui.actionUnprotect->isEnabled());
    }

    void cutAndPaste()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        Ui::MainWindow &ui = w.window->ui();
        ui.tree->reveal(groupItem(store, ns(""), group("vm/101")));
        QVERIFY(ui.actionCut->isEnabled());
        QVERIFY(!ui.actionPaste->isEnabled());
        ui.actionCut->trigger();
        QVERIFY(ui.actionPaste->isEnabled());
        const QModelIndex row = ui.tree->currentIndex();
        QVERIFY(row.data(Qt::ForegroundRole).isValid());
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().endsWith(QStringLiteral(", cut")));
        ui.tree->reveal(storeItem(store));
        QVERIFY(!ui.actionCut->isEnabled());
        ui.tree->reveal(namespaceItem(store, ns("sites/graz")));
        ui.actionPaste->trigger();
        QVERIFY(!row.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("cut")));
        const std::vector<Change> wanted{MoveGroup{ns(""), group("vm/101"), ns("sites/graz")}};
        QCOMPARE(store->changes(), wanted);
        QVERIFY(!ui.actionPaste->isEnabled());

        ui.tree->reveal(groupItem(store, ns("sites/graz"), group("vm/101")));
        QVERIFY(ui.actionRemoveChange->isEnabled());
        ui.actionRemoveChange->trigger();
        QVERIFY(store->changes().empty());
        ui.actionUndo->trigger();
        QCOMPARE(store->changes(), wanted);
    }

    void aFullCheckCanBeStoppedAndMadeAgain()
    {
        Window w;
        w.open("/data/alpha");
        w.window->checkEverything();
        Task *stopped = w.window->tasks().newestRunning();
        QVERIFY(stopped && stopped->canStop());
        stopped->requestStop();
        QTRY_VERIFY(stopped->isOver()); // stopped, or it was quicker
        w.window->checkEverything();
        Task *again = w.window->tasks().newestRunning();
        QVERIFY(again);
        QTRY_COMPARE(again->state(), Task::State::Finished);
    }

    void columnsAreChosenAndRemembered()
    {
        const auto entries = [](const Window &w) {
            emit w.window->ui().menuColumns->aboutToShow();
            return w.window->ui().menuColumns->actions();
        };
        Window w;
        w.open("/data/alpha");
        QAction *owner = entries(w).at(DatastoreModel::Owner - 1); // the name is always there
        QCOMPARE(owner->text(), QStringLiteral("Owner"));
        QVERIFY(owner->isChecked());
        owner->trigger();
        QVERIFY(w.window->ui().tree->isColumnHidden(DatastoreModel::Owner));
        w.window->close();
        w.make();
        QVERIFY(w.window->ui().tree->isColumnHidden(DatastoreModel::Owner));
        QVERIFY(!entries(w).at(DatastoreModel::Owner - 1)->isChecked());
        w.window->ui().actionResetLayout->trigger();
        QVERIFY(!w.window->ui().tree->isColumnHidden(DatastoreModel::Owner));
    }

    void actionsFollowTheActiveStore()
    {
        Window w;
        OpenStore *alpha = w.open("/data/alpha");
        OpenStore *beta = w.open("/data/beta");
        Ui::MainWindow &ui = w.window->ui();
        alpha->stageMoves({{{ns(""), group("vm/100")}}}, ns("sites"));
        QCOMPARE(w.window->stores().active(), alpha);
        QVERIFY(ui.actionUndo->isEnabled());
        ui.tree->reveal(storeItem(beta));
        QCOMPARE(w.window->stores().active(), beta);
        QVERIFY(!ui.actionUndo->isEnabled());
        QVERIFY(!ui.actionApply->isEnabled());
    }

    void aPlaceThatIsNoneSaysWhyAndOffersTheRightOne()
    {
        Window w;
        w.window->openPlaces({QStringLiteral("/data/alpha/vm")});
        Ui::MainWindow &ui = w.window->ui();
        QTRY_VERIFY(ui.placeBar->isVisible());
        QTRY_VERIFY(ui.placeBar->text().contains(QStringLiteral("/data/alpha")));
        QPushButton *offer = nullptr;
        for (auto *button : ui.placeBar->findChildren<QPushButton *>()) {
            if (button->text().contains(QStringLiteral("/data/alpha")))
                offer = button;
        }
        QVERIFY(offer);
        offer->click();
        QTRY_COMPARE(w.window->stores().active()->place().path(), std::string("/data/alpha"));
        QTRY_VERIFY(!ui.placeBar->isVisible());
    }

    void aDropOnAnotherDatastoreIsACopy()
    {
        Window w;
        OpenStore *alpha = w.open("/data/alpha");
        OpenStore *beta = w.open("/data/beta");
        TreeView *tree = w.window->ui().tree;
        const DatastoreModel *model = tree->datastoreModel();
        const std::unique_ptr<QMimeData> mime(model->mimeData({model->indexOf(groupItem(alpha, {}, group("vm/101")))}));
        tree->reveal(namespaceItem(beta, ns("sites/graz")));
        const QPoint at = tree->visualRect(model->indexOf(namespaceItem(beta, ns("sites/graz")))).center();
        QDragEnterEvent enter(at, Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tree->viewport(), &enter);
        QDragMoveEvent move(at, Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tree->viewport(), &move);
        QVERIFY(move.isAccepted());
        QDropEvent drop(at, Qt::CopyAction, mime.get(), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(tree->viewport(), &drop);
        QVERIFY(!w.window->findChild<SyncDialog *>()); // nothing happens inside the drop
        QTRY_VERIFY(w.window->findChild<SyncDialog *>());
        const auto *dialog = w.window->findChild<SyncDialog *>();
        QCOMPARE(dialog->source(), alpha);
        QCOMPARE(dialog->target(), beta);
        QCOMPARE(dialog->options()->target, ns("sites/graz"));
        QCOMPARE(dialog->options()->maxDepth, 0);
        QCOMPARE(dialog->options()->filters.size(), 1U);
        QCOMPARE(dialog->options()->filters.front().toString(), std::string("group:vm/101"));
        QVERIFY(alpha->changes().empty() && beta->changes().empty());
    }

    void whatIsCutCanBePastedIntoAnotherDatastore()
    {
        Window w;
        OpenStore *alpha = w.open("/data/alpha");
        OpenStore *beta = w.open("/data/beta");
        Ui::MainWindow &ui = w.window->ui();
        ui.tree->reveal(namespaceItem(alpha, ns("sites/graz")));
        ui.actionCut->trigger();
        ui.tree->reveal(storeItem(beta));
        ui.actionPaste->trigger();
        const auto *dialog = w.window->findChild<SyncDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->options()->source, ns("sites/graz"));
        QCOMPARE(dialog->options()->target, ns("graz"));
        QVERIFY(!dialog->options()->maxDepth);
        QVERIFY(alpha->changes().empty() && beta->changes().empty());
    }

    void aSyncRunsAsATask()
    {
        Window w;
        w.open("/data/alpha");
        OpenStore *beta = w.open("/data/beta");
        w.window->stores().setActive(w.window->stores().stores().front());
        w.window->ui().actionSync->trigger();
        auto *dialog = w.window->findChild<SyncDialog *>();
        QVERIFY(dialog);
        auto *target = dialog->findChild<QLineEdit *>(QStringLiteral("targetEdit"));
        target->setText(QStringLiteral("copy"));
        emit target->textEdited(target->text());
        auto *run = dialog->findChild<QPushButton *>(QStringLiteral("runButton"));
        QTRY_VERIFY(run->isEnabled());
        run->click();
        w.agree("unseenServers");
        QTRY_COMPARE(w.window->tasks().rowCount(), 1);
        QTRY_COMPARE(w.window->tasks().runningCount(), 0);
        QTRY_VERIFY(beta->tree().find(ns("copy/sites/graz")));
        QVERIFY(!w.window->ui().messageBar->text().isEmpty());
    }

    void droppedDirectoriesAreOpened()
    {
        Window w;
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/data/beta"))});
        QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(w.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(w.window.get(), &drop);
        QVERIFY(w.window->stores().stores().empty()); // nothing happens inside the drop
        QTRY_COMPARE(w.window->stores().stores().size(), std::size_t(1));
    }

    void sessionIsRestored()
    {
        Window w;
        OpenStore *alpha = w.open("/data/alpha");
        w.open("/data/beta");
        w.window->ui().tree->reveal(namespaceItem(alpha, ns("sites/graz")));
        const QStringList expanded = w.window->ui().tree->expandedPaths();
        QVERIFY(!expanded.isEmpty());
        w.window->ui().dockFindings->show();
        QVERIFY(w.window->close());

        w.make();
        w.window->restoreSession();
        QCOMPARE(w.window->stores().stores().size(), std::size_t(2));
        for (OpenStore *store : w.window->stores().stores())
            QTRY_COMPARE(store->loadState(), LoadState::Ready);
        QTRY_COMPARE(w.window->ui().tree->expandedPaths(), expanded);
        QVERIFY(!w.window->ui().dockFindings->isHidden());
        QVERIFY(!w.window->ui().menuRecent->isEmpty());
    }

    void pendingChangesAreThereAfterARestart()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        store->stageMoves({{{ns(""), group("vm/100")}, {ns(""), group("vm/101")}}}, ns("sites"));
        const std::vector<Change> pending = store->changes();
        QVERIFY(w.window->close());
        makeGroup(*w.files, "/data/alpha", "sites", "vm/100", times); // somebody else was faster
        for (int starts = 0; starts < 2; ++starts) {
            w.make();
            store = w.open("/data/alpha");
            QVERIFY(store->changes() == pending);
            QCOMPARE(store->plan().steps[0].verdict.level, Verdict::Level::NeedsAttention);
            QCOMPARE(store->plan().steps[1].verdict.level, Verdict::Level::WillDo);
            QVERIFY(!w.window->ui().dockPending->isHidden());
            QVERIFY(w.window->ui().messageBar->text().contains(QStringLiteral("alpha")));
        }
        w.window->stores().reload();
        QTRY_COMPARE(store->loadState(), LoadState::Ready);
        store->discardChanges();
        QVERIFY(w.window->close());
        w.make();
        QVERIFY(w.open("/data/alpha")->changes().empty());
    }

    /// Closing a datastore keeps what is pending in it, and another one does not get it.
    void pendingChangesBelongToTheirDatastore()
    {
        Window w;
        w.open("/data/alpha")->stageMoves({{{ns(""), group("vm/100")}}}, ns("sites"));
        w.window->closeActive();
        QVERIFY(w.open("/data/beta")->changes().empty());
        QVERIFY(w.window->close());
        w.make();
        QVERIFY(w.open("/data/beta")->changes().empty());
        QCOMPARE(w.open("/data/alpha")->changes().size(), std::size_t(1));
    }

    void pendingChangesGoThroughAFile()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        Ui::MainWindow &ui = w.window->ui();
        QVERIFY(!ui.actionSavePending->isEnabled() && ui.actionOpenPending->isEnabled());
        store->stageMoves({{{ns(""), group("vm/100")}}}, ns("sites"));
        QVERIFY(ui.actionSavePending->isEnabled());
        const std::vector<Change> pending = store->changes();
        const QString file = w.folder.filePath(QStringLiteral("plan.json"));
        auto *page = w.window->findChild<PlanTextPage *>(QStringLiteral("jsonPage"));
        page->save(file);
        QTRY_VERIFY(ui.messageBar->text().contains(QStringLiteral("plan.json")));
        store->discardChanges();

        auto *opener = w.window->findChild<PlanOpener *>();
        opener->open(store, file);
        QTRY_VERIFY(ui.messageBar->text().contains(QStringLiteral("the same")));
        QVERIFY(store->changes() == pending);
        store->undoStack()->undo();
        QVERIFY(store->changes().empty());

        makeGroup(*w.files, "/data/alpha", "sites", "vm/100", times);
        w.window->refresh();
        QTRY_COMPARE(store->loadState(), LoadState::Ready);
        opener->open(store, file);
        QTRY_VERIFY(ui.messageBar->text().contains(QStringLiteral("vm/100")));
        QCOMPARE(store->plan().steps[0].verdict.level, Verdict::Level::NeedsAttention);

        OpenStore *other = w.open("/data/beta");
        opener->open(other, file);
        QTRY_VERIFY(ui.messageBar->text().contains(QStringLiteral("/data/beta")));
        QVERIFY(other->changes().empty());
        opener->open(other, w.folder.filePath(QStringLiteral("none.json")));
        QTRY_VERIFY(ui.messageBar->text().contains(QStringLiteral("none.json")));
    }

    /// The same guest ids in two namespaces: parted from the list of overlaps.
    void overlapsAreMoved()
    {
        Window w;
        makeGroup(*w.files, "/data/alpha", "sites/graz", "vm/100", {});
        makeGuestSnapshot(*w.files, "/data/alpha", "sites/graz", "vm/100", times[0], {.config = "name: dns\n"});
        OpenStore *store = w.open("/data/alpha");
        Ui::MainWindow &ui = w.window->ui();
        ui.dockOverlaps->show();
        ui.dockOverlaps->raise();
        OverlapsModel &model = ui.paneOverlaps->model();
        QTRY_COMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, OverlapsModel::Name).data().toString(), QStringLiteral("vm/100, dns"));
        ui.paneOverlaps->selectGroups({{ns("sites/graz"), group("vm/100")}});
        QVERIFY(ui.tree->currentItem() == groupItem(store, ns("sites/graz"), group("vm/100")));
        ui.paneOverlaps->findChild<QAction *>(QStringLiteral("actionMove"))->trigger();
        auto *dialog = w.window->findChild<MoveToDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(QStringLiteral("targetEdit"))->setText(QStringLiteral("sites"));
        dialog->accept();
        QCOMPARE(store->changes().size(), std::size_t(1));
        QVERIFY(std::get<MoveGroup>(store->changes().front()).to == ns("sites"));
    }

    void moveToIsTheTwinOfADrag()
    {
        Window w;
        OpenStore *store = w.open("/data/alpha");
        Ui::MainWindow &ui = w.window->ui();
        ui.tree->reveal(groupItem(store, ns(""), group("vm/100")));
        ui.actionMoveTo->trigger();
        auto *dialog = w.window->findChild<MoveToDialog *>();
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(QStringLiteral("targetEdit"))->setText(QStringLiteral("tenants/new"));
        dialog->accept();
        QCOMPARE(store->changes().size(), std::size_t(3)); // two namespaces and the move
        QCOMPARE(store->undoStack()->count(), 1);
        QVERIFY(ui.actionApply->isEnabled());
    }

    void closingAStoreLeavesTheOthers()
    {
        Window w;
        w.open("/data/alpha");
        OpenStore *beta = w.open("/data/beta");
        w.window->ui().tree->reveal(storeItem(beta));
        w.window->ui().actionCloseStore->trigger();
        QCOMPARE(w.window->stores().stores().size(), std::size_t(1));
        QCOMPARE(w.window->stores().active()->place().name(), std::string("alpha"));
        w.window->ui().actionCloseStore->trigger();
        QCOMPARE(w.window->ui().pages->currentWidget(), w.window->ui().welcomePage);
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
