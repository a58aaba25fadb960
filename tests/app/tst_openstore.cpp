// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/datastoremodel.h"
#include "fakebackend.h"

#include <QSignalSpy>
#include <QTest>

using namespace espalier;
using namespace espalier::test;
using LoadState = OpenStore::LoadState;

namespace {

Activity collecting()
{
    Activity activity;
    activity.garbageCollection = true;
    return activity;
}

std::vector<Verdict::Level> levels(const OpenStore &store)
{
    std::vector<Verdict::Level> all;
    std::ranges::transform(store.plan().steps, std::back_inserter(all), [](const Step &step) { return step.verdict.level; });
    return all;
}

} // namespace

class TestOpenStore : public QObject
{
    Q_OBJECT

    static void loadNow(const FakeStore &fake)
    {
        fake.store->load();
        QTRY_COMPARE(fake.store->loadState(), LoadState::Ready);
    }

private slots:
    void loadsInSteps()
    {
        FakeStore fake;
        fake.backend->isGated = true;
        QSignalSpy treeChanged(fake.store.get(), &OpenStore::treeChanged);
        fake.store->load();
        QCOMPARE(fake.store->loadState(), LoadState::Opening);
        fake.backend->release();
        QTRY_COMPARE(fake.store->loadState(), LoadState::Scanning);
        QVERIFY(fake.store->state());
        QVERIFY(treeChanged.isEmpty());
        fake.backend->release();
        QTRY_COMPARE(fake.store->loadState(), LoadState::Ready);
        QCOMPARE(treeChanged.size(), 1);
        QVERIFY(fake.store->tree().find(ns("a"), group("vm/100")));
    }

    /// What is pending goes along to the host behind a mount, if that has what the mount showed.
    void worksElsewhereOnlyOnTheSame_data()
    {
        QTest::addColumn<bool>("isSame");
        QTest::newRow("the same") << true;
        QTest::newRow("another") << false;
    }

    void worksElsewhereOnlyOnTheSame()
    {
        QFETCH(bool, isSame);
        FakeStore fake;
        fake.store->load();
        QTRY_COMPARE(fake.store->loadState(), LoadState::Ready);
        fake.store->stageCreate(ns("fresh"));
        QCOMPARE(fake.store->changes().size(), std::size_t{1});
        const Tree tree = isSame ? fake.store->tree() : fake.store->tree().withoutGroup(ns("a"), group("vm/100"));
        fake.store->workAt(std::make_unique<FakeBackend>(tree, "ssh://pbs1/mnt/alpha"));
        QTRY_COMPARE(fake.store->loadState(), isSame ? LoadState::Ready : LoadState::Failed);
        QCOMPARE(fake.store->changes().size(), std::size_t(isSame ? 1 : 0));
        QCOMPARE(fake.store->place().host(), "pbs1");
    }

    void tellsHowFarTheScanIs()
    {
        FakeStore fake;
        DatastoreModel model;
        model.addStore(fake.store.get());
        const auto note = [&model] { return model.index(0, 0).data(DatastoreModel::NoteRole).toString(); };
        fake.backend->isGated = true;
        fake.store->load();
        fake.backend->release();
        QTRY_COMPARE(fake.store->loadState(), LoadState::Scanning);
        QVERIFY(note().startsWith(QStringLiteral("reading")));
        QSignalSpy changed(&model, &DatastoreModel::dataChanged);
        emit fake.backend->scanProgress({.namespaces = 3, .groups = 1234, .snapshots = 20000});
        QCOMPARE(changed.size(), 1);
        QVERIFY(note().contains(QStringLiteral("1234")));
        fake.backend->release();
        QTRY_COMPARE(fake.store->loadState(), LoadState::Ready);
        QVERIFY(!note().contains(QStringLiteral("reading")));
    }

    void tellsWhyItFailed()
    {
        FakeStore fake;
        fake.backend->openError = Error{Error::Kind::NotFound, MessageId::StoreNotFound, {"/mnt/alpha"}, 0};
        fake.store->load();
        QTRY_COMPARE(fake.store->loadState(), LoadState::Failed);
        QCOMPARE(fake.store->error()->id, MessageId::StoreNotFound);
        fake.backend->openError.reset();
        loadNow(fake);
        QVERIFY(!fake.store->error());
    }

    void dropsAnswersToAnEarlierReading()
    {
        FakeStore fake;
        fake.backend->isGated = true;
        fake.store->load();
        fake.store->load();
        fake.backend->release(); // of the first: nobody wants it
        QCoreApplication::processEvents();
        QCOMPARE(fake.store->loadState(), LoadState::Opening);
        QCOMPARE(fake.backend->scanned, 0);
        fake.backend->release();
        QTRY_COMPARE(fake.store->loadState(), LoadState::Scanning);
        QCOMPARE(fake.backend->scanned, 1);
    }

    void stagingIsUndoneAndRedone()
    {
        const FakeStore fake;
        loadNow(fake);
        OpenStore &store = *fake.store;
        store.stageMoves({{{ns(""), group("vm/101")}, {ns(""), group("ct/200")}}}, ns("a"));
        QCOMPARE(store.changes().size(), std::size_t(2));
        QCOMPARE(store.projection().arrivals(ns("a")), std::size_t(2));
        QVERIFY(store.undoStack()->undoText().contains(QStringLiteral("2")));
        store.undoStack()->undo();
        QVERIFY(store.changes().empty());
        QCOMPARE(store.projection().arrivals(ns("a")), std::size_t(0));
        store.undoStack()->redo();
        QCOMPARE(store.changes().size(), std::size_t(2));
    }

    void aGestureThatChangesNothingIsNoStep()
    {
        const FakeStore fake;
        loadNow(fake);
        fake.store->discardChanges();
        fake.store->stageCreate(ns("a/b"));
        QCOMPARE(fake.store->undoStack()->count(), 0);
    }

    void createsWhatIsMissingAbove()
    {
        const FakeStore fake;
        loadNow(fake);
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("a"));
        fake.store->stageCreate(ns("a/c/d"));
        const std::vector<Change> wanted{MoveGroup{ns(""), group("vm/101"), ns("a")}, CreateNamespace{ns("a/c")},
                                         CreateNamespace{ns("a/c/d")}};
        QCOMPARE(fake.store->changes(), wanted);
        fake.store->undoStack()->undo();
        QCOMPARE(fake.store->changes().size(), std::size_t(1));
    }

    void curesAMissingTarget()
    {
        const FakeStore fake;
        loadNow(fake);
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("new"));
        QCOMPARE(levels(*fake.store), std::vector{Verdict::Level::NeedsAttention});
        fake.store->createTargetsOf({0});
        const std::vector both{Verdict::Level::WillDo, Verdict::Level::WillDo};
        QCOMPARE(levels(*fake.store), both);
    }

    void takesForeignFilesAlong()
    {
        auto foreign = makeGroup("vm/7");
        foreign->hasForeignEntries = true;
        const FakeStore fake(TreeBuilder().add("", foreign).addNamespace("a").build());
        loadNow(fake);
        fake.store->stageMoves({{{ns(""), group("vm/7")}}}, ns("a"));
        QCOMPARE(levels(*fake.store), std::vector{Verdict::Level::NeedsAttention});
        fake.store->takeForeignEntriesAlong(0);
        QCOMPARE(levels(*fake.store), std::vector{Verdict::Level::WillDo});
    }

    void removesSeveralChangesInOneStep()
    {
        const FakeStore fake;
        loadNow(fake);
        fake.store->stageMoves({{{ns(""), group("vm/100")}, {ns(""), group("vm/101")}, {ns(""), group("ct/200")}}}, ns("a/b"));
        fake.store->removeChanges({0, 2});
        QCOMPARE(fake.store->changes().size(), std::size_t(1));
        fake.store->undoStack()->undo();
        QCOMPARE(fake.store->changes().size(), std::size_t(3));
    }

    void dropsAreChecked_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("to");
        QTest::addColumn<Verdict::Level>("level");
        QTest::newRow("free") << QString() << QStringLiteral("vm/101") << QStringLiteral("a") << Verdict::Level::WillDo;
        QTest::newRow("name taken") << QString() << QStringLiteral("vm/100") << QStringLiteral("a") << Verdict::Level::NeedsAttention;
        QTest::newRow("same place") << QStringLiteral("a") << QStringLiteral("vm/100") << QStringLiteral("a") << Verdict::Level::Refused;
        QTest::newRow("no such namespace") << QString() << QStringLiteral("vm/101") << QStringLiteral("x")
                                           << Verdict::Level::NeedsAttention;
    }

    void dropsAreChecked()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, name);
        QFETCH(const QString, to);
        const FakeStore fake;
        loadNow(fake);
        const Verdict verdict = fake.store->checkDrop({{{ns(from.toStdString()), group(name.toStdString())}}}, ns(to.toStdString()));
        QTEST(verdict.level, "level");
    }

    void dropsSeeWhatIsPending()
    {
        const FakeStore fake;
        loadNow(fake);
        OpenStore &store = *fake.store;
        store.stageMoves({{{ns("a"), group("vm/100")}}}, ns("a/b"));
        QCOMPARE(store.checkDrop({{{ns(""), group("vm/100")}}}, ns("a")).level, Verdict::Level::WillDo); // the name is free by then
        QCOMPARE(store.checkDrop({{{ns(""), group("vm/100")}}}, ns("a/b")).level, Verdict::Level::NeedsAttention);
        QCOMPARE(store.checkDrop({{{ns("a"), group("vm/100")}}}, ns("a")).level, Verdict::Level::WillDo); // back again
        QCOMPARE(store.checkDrop({}, ns("a")).level, Verdict::Level::WillDo);
    }

    void twoOfOneNameCannotArriveTogether()
    {
        const FakeStore fake;
        loadNow(fake);
        const std::vector<GroupPlace> both{{ns(""), group("vm/100")}, {ns("a"), group("vm/100")}};
        QCOMPARE(fake.store->checkDrop({both, {}}, ns("a/b")).level, Verdict::Level::NeedsAttention);
    }

    void oneThatIsThereAlreadyDoesNotSpoilADrop()
    {
        const FakeStore fake;
        loadNow(fake);
        const std::vector<GroupPlace> both{{ns("a"), group("vm/100")}, {ns(""), group("vm/101")}};
        QCOMPARE(fake.store->checkDrop({both, {}}, ns("a")).level, Verdict::Level::WillDo);
    }

    void garbageCollectionMakesThePlanWait()
    {
        const FakeStore fake;
        loadNow(fake);
        fake.store->stageMoves({{{ns(""), group("vm/101")}}}, ns("a"));
        QSignalSpy planChanged(fake.store.get(), &OpenStore::planChanged);
        fake.backend->activity = collecting();
        fake.store->refreshState();
        QTRY_COMPARE(levels(*fake.store), std::vector{Verdict::Level::Waits});
        fake.backend->activity = {};
        fake.store->refreshState();
        QTRY_COMPARE(levels(*fake.store), std::vector{Verdict::Level::WillDo});
        QCOMPARE(planChanged.size(), 2);
        fake.store->refreshState();
        QTRY_COMPARE(fake.backend->refreshed, 3);
        QCoreApplication::processEvents();
        QCOMPARE(planChanged.size(), 2); // nothing new: nothing said
    }

    void aRunLeavesWhatWasNotDone()
    {
        FakeStore fake;
        loadNow(fake);
        OpenStore &store = *fake.store;
        store.stageMoves({{{ns(""), group("vm/101")}, {ns(""), group("ct/200")}}}, ns("a"));
        RunReport report;
        report.changes = store.changes();
        report.steps = {{RunMoveGroup{ns(""), group("vm/101"), ns("a")}, StepState::Completed, {}},
                        {RunMoveGroup{ns(""), group("ct/200"), ns("a")}, StepState::Failed, {}}};
        fake.backend->isGated = true;
        report.steps[0].change = 0;
        report.steps[1].change = 1;
        store.applied(report);
        // Before anything was read again the window shows what was done.
        QVERIFY(store.tree().find(ns("a"), group("vm/101")));
        QVERIFY(!store.tree().find(ns(""), group("vm/101")));
        QCOMPARE(store.tree().root().groupsBelow, std::size_t(4));
        const std::vector<Change> left{MoveGroup{ns(""), group("ct/200"), ns("a")}};
        QCOMPARE(store.changes(), left);
        QVERIFY(!store.undoStack()->canUndo());
        QCOMPARE(fake.backend->opened, 2);
    }

    void detailsAppearAtBothEnds()
    {
        const FakeStore fake;
        loadNow(fake);
        OpenStore &store = *fake.store;
        store.stageMoves({{{ns(""), group("vm/101")}}}, ns("a"));
        QSignalSpy details(&store, &OpenStore::detailsChanged);
        store.requestDetails(ns("a"), group("vm/101")); // where it is shown to arrive
        store.requestDetails(ns(""), group("vm/101"));
        QTRY_COMPARE(details.size(), 2);
        QCOMPARE(fake.backend->detailsRequests, 1);
        QVERIFY(store.tree().find(ns(""), group("vm/101"))->hasDetails());
        QVERIFY(store.projection().tree.find(ns("a"), group("vm/101"))->hasDetails());
    }

    void aFullCheckKeepsWhatTheScanFound()
    {
        FakeStore fake;
        fake.backend->findings = {Finding{.kind = Finding::Kind::NamespaceEmpty, .path = "ns/b", .ns = ns("b"), .group = {}, .args = {}}};
        loadNow(fake);
        fake.backend->findings = {Finding{.kind = Finding::Kind::IndexPartial, .path = "ns/a/x", .ns = ns("a"), .group = {}, .args = {}}};
        fake.store->checkEverything();
        QTRY_COMPARE(fake.store->findings().size(), std::size_t(2));
        QVERIFY(fake.store->findings().front().kind == Finding::Kind::IndexPartial); // by path
        QVERIFY(fake.store->findings().back().kind == Finding::Kind::NamespaceEmpty);
    }

    void aFullCheckIsShownUnlessReadAgainMeanwhile()
    {
        FakeStore fake;
        loadNow(fake);
        fake.backend->isGated = true;
        fake.backend->findings = {Finding{}};
        fake.store->checkEverything();
        fake.store->load();
        fake.backend->release();
        QCoreApplication::processEvents();
        QVERIFY(fake.store->findings().empty());
        fake.backend->release();
        QTRY_COMPARE(fake.store->loadState(), LoadState::Scanning);
        fake.backend->release();
        QTRY_COMPARE(fake.store->findings().size(), std::size_t(1));
    }
};

QTEST_MAIN(TestOpenStore)
#include "tst_openstore.moc"
