// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakebackend.h"

#include "app/aboutdialog.h"
#include "app/demodialog.h"
#include "app/historydialog.h"
#include "app/movetodialog.h"
#include "app/namespaceinput.h"
#include "app/newnamespacedialog.h"
#include "app/opendialog.h"
#include "app/undodialog.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace espalier;
using namespace espalier::test;

namespace {

QPushButton *button(QDialog &dialog, QDialogButtonBox::StandardButton which)
{
    return dialog.findChild<QDialogButtonBox *>()->button(which);
}

template<typename T>
T *child(QWidget &parent, const char *name)
{
    return parent.findChild<T *>(QLatin1String(name));
}

JournalRun runOf(const char *id, int groups)
{
    JournalRun run;
    run.id = id;
    run.by = "anna@host";
    run.startedAt = 1767225600;
    run.endedAt = 1767225601;
    for (int i = 0; i < groups; ++i) {
        const RunMoveGroup move{ns(""), group("vm/" + std::to_string(100 + i)), ns("a")};
        run.steps.push_back({move, {}, StepState::Completed, {}, {}});
    }
    return run;
}

UndoPlan undoOf(std::size_t newSnapshots)
{
    UndoPlan undo;
    undo.runId = "run-1";
    undo.steps
        = {UndoStep{.step = RunMoveGroup{ns("a"), group("vm/100"), ns("")}, .verdict = {}, .snapshots = 3, .newSnapshots = newSnapshots}};
    return undo;
}

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

    static void loadNow(const FakeStore &fake)
    {
        fake.store->load();
        QTRY_COMPARE(fake.store->loadState(), OpenStore::LoadState::Ready);
    }

private slots:
    void aboutTellsWhatOthersMade()
    {
        const AboutDialog dialog;
        const auto *view = dialog.findChild<QTreeWidget *>(QStringLiteral("componentsView"));
        QStringList names;
        for (int row = 0; row < view->topLevelItemCount(); ++row) {
            const QTreeWidgetItem *item = view->topLevelItem(row);
            names << item->text(0);
            QVERIFY2(item->text(1).contains(QLatin1Char('.')), qPrintable(item->text(0)));
            QVERIFY2(!item->text(2).isEmpty(), qPrintable(item->text(0)));
        }
        QVERIFY(names.contains(QStringLiteral("Qt")));
        QVERIFY(names.contains(QStringLiteral("OpenSSL")));
    }

    void enteredNamespaces_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path"); // "!": refused
        QTest::newRow("root") << QString() << QString();
        QTest::newRow("slash") << QStringLiteral("/") << QString();
        QTest::newRow("existing") << QStringLiteral(" a/b ") << QStringLiteral("a/b");
        QTest::newRow("slashes around") << QStringLiteral("/a/b/") << QStringLiteral("a/b");
        QTest::newRow("new") << QStringLiteral("a/new/er") << QStringLiteral("a/new/er");
        QTest::newRow("name too long for a new one") << QStringLiteral("a/") + QString(33, QLatin1Char('x')) << QStringLiteral("!");
        QTest::newRow("blank inside") << QStringLiteral("a b") << QStringLiteral("!");
        QTest::newRow("dots") << QStringLiteral("a/../b") << QStringLiteral("!");
        QTest::newRow("too deep") << QStringLiteral("a/b/c/d/e/f/g/h") << QStringLiteral("!");
    }

    void enteredNamespaces()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, path);
        const auto entered = enteredNamespace(smallTree(), text);
        QCOMPARE(entered ? QString::fromStdString(entered->toString()) : QStringLiteral("!"), path);
    }

    void moveToSaysTheVerdictAtOnce()
    {
        const FakeStore fake;
        loadNow(fake);
        MoveToDialog dialog(fake.store.get(), {{{ns(""), group("vm/100")}}, {}});
        auto *edit = child<QLineEdit>(dialog, "targetEdit");
        const auto *verdict = child<QLabel>(dialog, "verdictLabel");
        const QPushButton *ok = button(dialog, QDialogButtonBox::Ok);
        QVERIFY(!ok->isEnabled());
        edit->setText(QStringLiteral("a")); // the name is taken there: can be planned, but needs attention
        QVERIFY(ok->isEnabled());
        QVERIFY(verdict->text().contains(QStringLiteral("vm/100")));
        edit->setText(QStringLiteral("a/b"));
        QVERIFY(ok->isEnabled());
        QCOMPARE(dialog.target().value(), ns("a/b"));
        QVERIFY(!dialog.createsTarget());
        edit->setText(QStringLiteral("brand/new"));
        QVERIFY(ok->isEnabled());
        QVERIFY(dialog.createsTarget());
        edit->setText(QStringLiteral("/"));
        QVERIFY(!ok->isEnabled()); // there it is
        edit->setText(QStringLiteral("no blanks"));
        QVERIFY(!ok->isEnabled());
        QVERIFY(!verdict->text().isEmpty());
    }

    void moveToFollowsTheTree()
    {
        const FakeStore fake;
        loadNow(fake);
        MoveToDialog dialog(fake.store.get(), {{{ns(""), group("vm/101")}}, {}});
        auto *tree = child<QTreeWidget>(dialog, "tree");
        tree->setCurrentItem(tree->topLevelItem(0)->child(0)->child(0));
        QCOMPARE(dialog.target().value(), ns("a/b"));
        tree->setCurrentItem(tree->topLevelItem(0));
        QCOMPARE(dialog.target().value(), NamespacePath());
    }

    void newNamespaceChecksTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("plain") << QStringLiteral("site-1") << true;
        QTest::newRow("taken") << QStringLiteral("b") << false;
        QTest::newRow("slash") << QStringLiteral("x/y") << false;
        QTest::newRow("32 bytes") << QString(32, QLatin1Char('n')) << true;
        QTest::newRow("33 bytes") << QString(33, QLatin1Char('n')) << false;
        QTest::newRow("umlaut") << QStringLiteral("Büro") << false;
    }

    void newNamespaceChecksTheName()
    {
        QFETCH(const QString, name);
        const FakeStore fake;
        loadNow(fake);
        NewNamespaceDialog dialog(fake.store.get(), ns("a"));
        child<QLineEdit>(dialog, "nameEdit")->setText(name);
        QTEST(button(dialog, QDialogButtonBox::Ok)->isEnabled(), "good");
        QTEST(dialog.path().has_value(), "good");
        QVERIFY(!child<QLabel>(dialog, "problemLabel")->text().isEmpty());
        QVERIFY(fake.store->changes().empty()); // the dialog makes nothing
    }

    void openOffersTheRightDirectory()
    {
        const auto factory = [](const Place &place) {
            auto backend = std::make_unique<FakeBackend>(Tree(), place.path());
            if (place.path() == "/mnt")
                backend->openError = Error{Error::Kind::NotFound, MessageId::StoreOneLevelBelow, {"/mnt", "/mnt/alpha"}, 0};
            return backend;
        };
        OpenDialog dialog(factory);
        QSignalSpy recognised(&dialog, &OpenDialog::recognised);
        QPushButton *open = button(dialog, QDialogButtonBox::Open);
        dialog.setText(QStringLiteral("/mnt"));
        QVERIFY(recognised.wait());
        QVERIFY(!open->isEnabled());
        auto *better = child<QPushButton>(dialog, "betterButton");
        QVERIFY(!better->isHidden());
        QVERIFY(better->text().contains(QStringLiteral("/mnt/alpha")));
        better->click();
        QTRY_VERIFY(open->isEnabled());
        QCOMPARE(dialog.place()->path(), std::string("/mnt/alpha"));
        QVERIFY(better->isHidden());
    }

    void demoIsMadeInAWorker()
    {
        QSemaphore gate;
        DemoDialog dialog(
            [&gate](const QString &directory) -> Result<QStringList> {
                gate.acquire();
                if (directory == QLatin1String("/full"))
                    return fail(Error::Kind::Conflict, MessageId::DemoTargetNotEmpty, directory.toStdString());
                return QStringList{directory + QStringLiteral("/site-a")};
            },
            QStringLiteral("/full"));
        QSignalSpy made(&dialog, &DemoDialog::made);
        button(dialog, QDialogButtonBox::Ok)->click();
        QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
        gate.release();
        const auto *problem = child<QLabel>(dialog, "problemLabel");
        QTRY_VERIFY(problem->text().contains(QStringLiteral("/full")));
        child<QLineEdit>(dialog, "pathEdit")->setText(QStringLiteral("/empty"));
        button(dialog, QDialogButtonBox::Ok)->click();
        gate.release();
        QVERIFY(made.wait());
        QCOMPARE(made.first().first().toStringList(), QStringList{QStringLiteral("/empty/site-a")});
    }

    void historyOffersUndo()
    {
        FakeStore fake;
        loadNow(fake);
        JournalRun undone = runOf("run-1", 2);
        undone.undoneBy = "run-3";
        fake.backend->runs.runs = {runOf("run-2", 1), undone};
        HistoryDialog dialog(fake.store.get());
        QSignalSpy loaded(&dialog, &HistoryDialog::loaded);
        QVERIFY(loaded.wait());
        auto *runs = child<QTreeWidget>(dialog, "runs");
        QCOMPARE(runs->topLevelItemCount(), 2);
        QVERIFY(runs->topLevelItem(0)->text(3).contains(QStringLiteral("anna")));
        auto *undo = child<QPushButton>(dialog, "undoButton");
        QVERIFY(undo->isEnabled());
        runs->setCurrentItem(runs->topLevelItem(1));
        QVERIFY(!undo->isEnabled()); // undone already
        QCOMPARE(child<QTreeWidget>(dialog, "steps")->topLevelItemCount(), 2);
        runs->setCurrentItem(runs->topLevelItem(0));
        QSignalSpy requested(&dialog, &HistoryDialog::undoRequested);
        undo->click();
        QCOMPARE(requested.first().first().value<std::string>(), std::string("run-2"));
    }

    void historyOffersToFinish()
    {
        FakeStore fake;
        loadNow(fake);
        JournalRun interrupted = runOf("run-2", 2);
        interrupted.endedAt.reset();
        interrupted.steps.back().state = StepState::Intended;
        JournalRun undo = interrupted;
        undo.id = "run-3";
        undo.undoes = "run-1";
        fake.backend->runs.runs = {undo, interrupted, runOf("run-1", 1)};
        HistoryDialog dialog(fake.store.get());
        const QSignalSpy finishRequested(&dialog, &HistoryDialog::finishRequested);
        const QSignalSpy undoRequested(&dialog, &HistoryDialog::undoRequested);
        QSignalSpy loaded(&dialog, &HistoryDialog::loaded);
        QVERIFY(loaded.wait());
        auto *runs = child<QTreeWidget>(dialog, "runs");
        auto *finish = child<QPushButton>(dialog, "finishButton");
        runs->setCurrentItem(runs->topLevelItem(2));
        QVERIFY(!finish->isEnabled());
        runs->setCurrentItem(runs->topLevelItem(0));
        finish->click();
        QCOMPARE(undoRequested.first().first().value<std::string>(), std::string("run-1")); // what is not back yet
        runs->setCurrentItem(runs->topLevelItem(1));
        finish->click();
        QCOMPARE(finishRequested.first().first().value<std::string>(), std::string("run-2"));
    }

    void undoOfSomeGroups()
    {
        FakeStore fake;
        loadNow(fake);
        fake.backend->undo = undoOf(2);
        fake.backend->undo.steps.push_back(
            {.step = RunMoveGroup{ns("a"), group("vm/101"), ns("")}, .verdict = {}, .snapshots = 1, .newSnapshots = 1});
        fake.backend->undo.steps.push_back({.step = RunRemoveDirectory{"ns/a"}, .verdict = {}});
        UndoDialog dialog(fake.store.get(), fake.backend->undo);
        const auto *steps = child<QTreeWidget>(dialog, "steps");
        const auto *newBackups = child<QLabel>(dialog, "choiceLabel");
        QPushButton *ok = button(dialog, QDialogButtonBox::Ok);
        QCOMPARE(dialog.undoPlan().steps.size(), std::size_t(3));
        QVERIFY(newBackups->text().contains(u'3'));
        QVERIFY(!steps->topLevelItem(2)->data(0, Qt::CheckStateRole).isValid()); // goes along with the whole only

        steps->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        QTRY_COMPARE(dialog.undoPlan().steps.size(), std::size_t(1));
        QCOMPARE(std::get<RunMoveGroup>(dialog.undoPlan().steps.front().step).group, group("vm/101"));
        QVERIFY(dialog.undoPlan().isPartial);
        QVERIFY(newBackups->text().contains(u'1') && ok->text().contains(u'1') && ok->isEnabled());
        QCOMPARE(steps->topLevelItemCount(), 3);
        QCOMPARE(steps->topLevelItem(0)->checkState(0), Qt::Unchecked);
        QVERIFY(steps->topLevelItem(2)->isDisabled());

        steps->topLevelItem(1)->setCheckState(0, Qt::Unchecked);
        QTRY_VERIFY(dialog.undoPlan().steps.empty());
        QVERIFY(!ok->isEnabled());

        steps->topLevelItem(0)->setCheckState(0, Qt::Checked);
        steps->topLevelItem(1)->setCheckState(0, Qt::Checked);
        QTRY_COMPARE(dialog.undoPlan().steps.size(), std::size_t(3));
        QVERIFY(!dialog.undoPlan().isPartial);
    }

    void undoOfOneGroupHasNothingToChoose()
    {
        FakeStore fake;
        loadNow(fake);
        UndoDialog dialog(fake.store.get(), undoOf(0));
        QVERIFY(!child<QTreeWidget>(dialog, "steps")->topLevelItem(0)->data(0, Qt::CheckStateRole).isValid());
    }

    void undoAsksForNewBackups()
    {
        FakeStore fake;
        loadNow(fake);
        fake.backend->undo = undoOf(2);
        UndoDialog dialog(fake.store.get(), fake.backend->undo);
        QVERIFY(!child<QWidget>(dialog, "choice")->isHidden());
        QCOMPARE(dialog.undoPlan().newBackups, NewBackups::Take);
        child<QRadioButton>(dialog, "leaveButton")->click();
        QTRY_COMPARE(dialog.undoPlan().newBackups, NewBackups::Leave);
        QSignalSpy requested(&dialog, &UndoDialog::undoRequested);
        button(dialog, QDialogButtonBox::Ok)->click();
        QCOMPARE(requested.first().first().value<UndoPlan>().newBackups, NewBackups::Leave);
    }

    void undoThatIsRefusedSaysWhy()
    {
        FakeStore fake;
        loadNow(fake);
        UndoPlan undo = undoOf(0);
        undo.steps.front().verdict = {Verdict::Level::Refused, Error{Error::Kind::NotFound, MessageId::UndoGone, {"vm/100", "a"}, 0}, {}};
        UndoDialog dialog(fake.store.get(), undo);
        QVERIFY(child<QWidget>(dialog, "choice")->isHidden());
        QVERIFY(!button(dialog, QDialogButtonBox::Ok)->isEnabled());
        QVERIFY(!child<QLabel>(dialog, "problemLabel")->text().isEmpty());
    }

    void returnMeansWhatWasTyped()
    {
        const FakeStore fake;
        loadNow(fake);
        NewNamespaceDialog dialog(fake.store.get(), NamespacePath());
        dialog.open();
        child<QLineEdit>(dialog, "nameEdit")->setText(QStringLiteral("new"));
        QLineEdit *edit = child<QComboBox>(dialog, "parentBox")->lineEdit();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("a"));
        QWidget *completions = edit->completer()->popup();
        QVERIFY(completions->isVisible());
        QTest::keyClick(completions, Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(dialog.path().value(), ns("a/new"));
    }

    void returnTakesAChosenCompletionFirst()
    {
        const FakeStore fake;
        loadNow(fake);
        MoveToDialog dialog(fake.store.get(), {{{ns(""), group("vm/101")}}, {}});
        dialog.open();
        auto *edit = child<QLineEdit>(dialog, "targetEdit");
        QTest::keyClicks(edit, QStringLiteral("b"));
        QWidget *completions = edit->completer()->popup();
        QVERIFY(completions->isVisible());
        QTest::keyClick(completions, Qt::Key_Down);
        QTest::keyClick(completions, Qt::Key_Return);
        QCOMPARE(dialog.target().value(), ns("a/b"));
        QVERIFY(dialog.isVisible());
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void dialogsGoWithTheirStore()
    {
        FakeStore fake;
        loadNow(fake);
        MoveToDialog move(fake.store.get(), {{{ns(""), group("vm/101")}}, {}});
        NewNamespaceDialog create(fake.store.get(), NamespacePath());
        HistoryDialog history(fake.store.get());
        UndoDialog undo(fake.store.get(), undoOf(0));
        const std::initializer_list<QDialog *> all{&move, &create, &history, &undo};
        for (QDialog *dialog : all)
            dialog->open();
        fake.store.reset();
        for (const QDialog *dialog : all)
            QVERIFY(!dialog->isVisible());
    }

    void everyFieldHasAName()
    {
        const FakeStore fake;
        loadNow(fake);
        MoveToDialog move(fake.store.get(), {{{ns(""), group("vm/101")}}, {}});
        NewNamespaceDialog create(fake.store.get(), NamespacePath());
        OpenDialog open([](const Place &place) { return std::make_unique<FakeBackend>(Tree(), place.path()); });
        const std::initializer_list<QDialog *> all{&move, &create, &open};
        for (QDialog *dialog : all) {
            QVERIFY(!dialog->windowTitle().isEmpty());
            for (const QLineEdit *edit : dialog->findChildren<QLineEdit *>()) {
                const bool isInCombo = edit->parent()->inherits("QComboBox");
                const auto labels = dialog->findChildren<QLabel *>();
                const bool hasBuddy = std::ranges::any_of(labels, [edit](const QLabel *label) { return label->buddy() == edit; });
                QVERIFY2(isInCombo || hasBuddy || !edit->accessibleName().isEmpty(), qPrintable(edit->objectName()));
            }
        }
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
