// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ownjoblist.h"
#include "app/prunedialog.h"
#include "app/prunelistmodel.h"
#include "app/prunematrix.h"
#include "fakebackend.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <memory>

using namespace espalier;
using namespace espalier::test;

namespace {

JobReference pruneJob(const std::string &id, const std::string &top, const KeepOptions &keep)
{
    JobReference job;
    job.kind = JobKind::Prune;
    job.id = id;
    job.store = "alpha";
    job.range.top = ns(top);
    job.keep = keep;
    return job;
}

/// Ten days of vm/100 in the root, ten of vm/100 in "a", three of ct/200 in "a/b".
Tree threeLevels()
{
    return TreeBuilder().add("", makeGroup("vm/100", 10)).add("a", makeGroup("vm/100", 10)).add("a/b", makeGroup("ct/200", 3)).build();
}

} // namespace

class TestPruneDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fake = std::make_unique<FakeStore>(threeLevels());
        m_fake->backend->references.hostZone = std::optional(HostZone{.name = "Europe/Vienna", .zone = TimeZone()});
        m_fake->store->load();
        QTRY_COMPARE(m_fake->store->loadState(), OpenStore::LoadState::Ready);
    }
    void cleanup()
    {
        m_dialog.reset();
        m_own.reset();
        m_fake.reset();
    }

    void numbers()
    {
        show({});
        QCOMPARE(counts().removed, 0U);
        QVERIFY(!button()->isEnabled() && !button()->toolTip().isEmpty());
        ask({.last = 2});
        QCOMPARE(counts().removed, 17U);
        QVERIFY(button()->isEnabled());
        QVERIFY(button()->text().contains(QStringLiteral("17")));
        QVERIFY(child<QLabel>("totalLabel")->text().contains(QStringLiteral("17")));
        QCOMPARE(child<QTreeWidget>("totals")->topLevelItemCount(), 4); // three namespaces and the sum
        QCOMPARE(child<QTreeWidget>("totals")->topLevelItem(3)->text(5), QStringLiteral("17"));
    }

    void typing()
    {
        show({});
        auto *field = child<QSpinBox>("keep-last");
        QTest::keyClicks(field, QStringLiteral("4"));
        QTRY_COMPARE(counts().removed, 12U);
    }

    void ofManyAnswersOnlyTheLastIsShown()
    {
        show({});
        const QSignalSpy answered(m_dialog.get(), &PruneDialog::answered);
        for (std::uint64_t last = 1; last <= 9; ++last)
            m_dialog->setKeep({.last = last});
        QVERIFY(m_dialog->isWorking() && !button()->isEnabled());
        QTRY_VERIFY(!m_dialog->isWorking());
        QTRY_COMPARE(counts().removed, 2U);
        QCOMPARE(answered.size(), 1);
    }

    void scope_data()
    {
        QTest::addColumn<QString>("top");
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("jobTop");
        QTest::addColumn<int>("groups");

        QTest::newRow("everything") << QString() << QString() << QString() << 3;
        QTest::newRow("a namespace") << QStringLiteral("a") << QString() << QString() << 2;
        QTest::newRow("a namespace, its job") << QStringLiteral("a") << QString() << QStringLiteral("a/b") << 1;
        QTest::newRow("a namespace below that of the job") << QStringLiteral("a/b") << QString() << QStringLiteral("a") << 1;
        QTest::newRow("a group") << QStringLiteral("a") << QStringLiteral("vm/100") << QString() << 1;
        QTest::newRow("a group that the job does not cover")
            << QStringLiteral("a") << QStringLiteral("vm/100") << QStringLiteral("a/b") << 0;
    }
    void scope()
    {
        QFETCH(QString, top);
        QFETCH(QString, group);
        QFETCH(QString, jobTop);
        if (!jobTop.isEmpty())
            m_fake->backend->references.jobs = {pruneJob("daily", jobTop.toStdString(), {.last = 1})};
        OpenStore *store = m_fake->store.get();
        const NamespacePath path = ns(top.toStdString());
        const ItemRef item = group.isEmpty() ? namespaceItem(store, path) : groupItem(store, path, test::group(group.toStdString()));
        show(pruneSelection({item}, *store));
        QTEST(int(counts().groups), "groups");
    }

    void anEmptyNamespaceIsNotEverything()
    {
        m_fake->backend->references.jobs = {pruneJob("daily", "", {.last = 1})};
        m_fake->backend->tree = TreeBuilder().add("", makeGroup("vm/100", 10)).addNamespace("empty").build();
        m_fake->store->load();
        QTRY_VERIFY(m_fake->store->tree().find(ns("empty")));
        show({.top = ns("empty")});
        QCOMPARE(counts().groups, 0U);
    }

    void aJobAndWhatIsEdited()
    {
        m_fake->backend->references.jobs = {pruneJob("daily", "", {.last = 3}), pruneJob("archive", "a", {.last = 1})};
        m_fake->backend->references.jobs[1].isDisabled = true;
        show({});
        auto *combo = child<QComboBox>("jobCombo");
        auto *differences = child<QCheckBox>("differencesBox");
        QCOMPARE(combo->count(), 3);
        QCOMPARE(combo->currentIndex(), 1);
        QCOMPARE(counts().removed, 14U);
        ask({.last = 4});
        QVERIFY2(combo->currentText().contains(QStringLiteral("edited")), qPrintable(combo->currentText()));
        QVERIFY(differences->isEnabled());
        QCOMPARE(m_dialog->answer()->shown->differs.size(), 3U);
        QVERIFY(m_dialog->answer()->shown->isDifferent(0, 6)); // the fourth from the end stays now
        QVERIFY(!m_dialog->answer()->shown->isDifferent(0, 5) && !m_dialog->answer()->shown->isDifferent(2));
        differences->click();
        child<QTabWidget>("tabs")->setCurrentIndex(1);
        QCOMPARE(list()->rowCount(), 2);
        ask({.last = 3});
        QVERIFY(!combo->currentText().contains(QStringLiteral("edited")));
        QCOMPARE(list()->rowCount(), 0);
        combo->setCurrentIndex(2);
        QVERIFY(combo->currentText().contains(QStringLiteral("disabled")));
        QTRY_COMPARE(counts().groups, 2U);
        combo->setCurrentIndex(0);
        QVERIFY(!differences->isEnabled() && !differences->isChecked());
    }

    void lessDepthThanTheJob()
    {
        m_fake->backend->references.jobs = {pruneJob("daily", "", {.last = 3})};
        show({});
        child<QSpinBox>("depthSpin")->setValue(0);
        QTRY_COMPARE(counts().groups, 1U);
        QCOMPARE(m_dialog->answer()->onlySaved, 2U);
        QVERIFY(child<QComboBox>("jobCombo")->currentText().contains(QStringLiteral("edited")));
    }

    void jobsOfOtherStoresAreNotOffered()
    {
        m_fake->backend->references.jobs = {pruneJob("other", "", {.last = 3})};
        m_fake->backend->references.jobs[0].store = "beta";
        show({});
        QCOMPARE(child<QComboBox>("jobCombo")->count(), 1);
    }

    void theServersZone()
    {
        show({});
        QCOMPARE(child<QComboBox>("zoneCombo")->currentText(), QStringLiteral("Europe/Vienna"));
        QVERIFY(!child<QComboBox>("zoneCombo")->isEnabled());
        QVERIFY(child<QLabel>("zoneSentence")->isHidden());
    }

    void anUnknownZone()
    {
        m_fake->backend->references.hostZone = std::optional<HostZone>();
        auto night = makeGroup("vm/1", 0);
        for (const char *time : {"2025-03-01T08:00:00Z", "2025-03-01T23:30:00Z", "2025-03-02T12:00:00Z", "2025-03-03T12:00:00Z"})
            night->snapshots.push_back({snapshotTime(time), true, false});
        m_fake->backend->tree = TreeBuilder().add("", night).build();
        m_fake->store->load();
        show({});
        auto *sentence = child<QLabel>("zoneSentence");
        QVERIFY(!sentence->isHidden());
        QTRY_VERIFY2(sentence->text().contains(QStringLiteral("No verdict")), qPrintable(sentence->text()));
        ask({.daily = 3});
        QTRY_VERIFY2(sentence->text().contains(QStringLiteral("snapshot")), qPrintable(sentence->text()));
        auto *zones = child<QComboBox>("zoneCombo");
        QVERIFY(zones->isEnabled() && zones->count() > 1);
        const auto isRemoved = [this] { return m_dialog->answer()->shown->plan.groups.at(0).marks.at(1).verdict == PruneVerdict::Remove; };
        QVERIFY(!isRemoved());
        zones->setCurrentText(QStringLiteral("Europe/Vienna"));
        QTRY_VERIFY(isRemoved());
    }

    void theListSortsBySubject()
    {
        show({});
        ask({.last = 1, .daily = 2});
        child<QTabWidget>("tabs")->setCurrentIndex(1);
        auto *model = m_dialog->findChild<PruneListModel *>();
        const QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model->rowCount(), 23);
        model->sort(PruneListModel::SnapshotColumn, Qt::AscendingOrder);
        QCOMPARE(text(0, PruneListModel::SnapshotColumn), QStringLiteral("2025-01-01 00:00:00"));
        model->sort(PruneListModel::SnapshotColumn, Qt::DescendingOrder);
        QCOMPARE(text(0, PruneListModel::SnapshotColumn), QStringLiteral("2025-01-10 00:00:00"));
        model->sort(PruneListModel::WhyColumn, Qt::AscendingOrder);
        QVERIFY(text(0, PruneListModel::WhyColumn).startsWith(QStringLiteral("last 1 of 1")));
        QVERIFY(text(3, PruneListModel::WhyColumn).startsWith(QStringLiteral("daily 1 of 2")));
        model->sort(PruneListModel::GroupColumn, Qt::AscendingOrder);
        QCOMPARE(text(0, PruneListModel::GroupColumn), QStringLiteral("ct/200"));
        model->sort(PruneListModel::VerdictColumn, Qt::DescendingOrder);
        QCOMPARE(text(0, PruneListModel::VerdictColumn), QStringLiteral("remove"));
    }

    void warnings()
    {
        show({});
        auto *warnings = child<QListWidget>("warnings");
        QVERIFY(warnings->count() > 0); // everything is kept
        QVERIFY(!warnings->isHidden());
    }

    void groupsThatOnlyTheSavedJobCovers()
    {
        m_fake->backend->references.jobs = {pruneJob("daily", "", {.last = 3})};
        show({});
        child<QSpinBox>("depthSpin")->setValue(0);
        QTRY_COMPARE(m_dialog->answer()->onlySaved, 2U);
        child<QCheckBox>("differencesBox")->click();
        const PruneCells &cells = child<PruneMatrix>("matrix")->cells();
        QStringList groups;
        for (const PruneRow &row : cells.rows()) {
            if (row.group)
                groups << QString::fromStdString(row.ns.toString() + ":" + cells.shown()->plan.groups[*row.group].group->id.toString());
        }
        QCOMPARE(groups, (QStringList{QStringLiteral("a:vm/100"), QStringLiteral("a/b:ct/200")}));
        child<QTabWidget>("tabs")->setCurrentIndex(1);
        QCOMPARE(list()->rowCount(), 7); // that the saved job removes; of three it removes none
        QCOMPARE(list()->index(0, PruneListModel::VerdictColumn).data().toString(), QStringLiteral("keep"));
        QVERIFY(list()->index(0, PruneListModel::WhyColumn).data().toString().contains(QStringLiteral("only the saved job")));
        QCOMPARE(counts().groups, 1U); // what would go is still only that of these rules
    }

    void savesANewJob()
    {
        withOwnJobs();
        show({.top = ns("a")});
        ask({.last = 2});
        QSignalSpy wanted(m_dialog.get(), &PruneDialog::saveWanted);
        QVERIFY(saveButton()->isEnabled());
        saveButton()->click();
        const auto wish = wanted.first().at(1).value<PruneJobWish>();
        QVERIFY(wish.id.empty() && wish.isOwn && wish.zone.empty());
        QCOMPARE(wish.range.top, ns("a"));
        QCOMPARE(wish.keep.last, std::optional<std::uint64_t>(2));
        QCOMPARE(wish.removed, 9U);
    }

    void savesAnEditedJob()
    {
        withOwnJobs();
        m_fake->backend->references.jobs = {pruneJob("daily", "a", {.last = 3})};
        show({});
        QSignalSpy wanted(m_dialog.get(), &PruneDialog::saveWanted);
        ask({.last = 4});
        saveButton()->click();
        const auto wish = wanted.first().at(1).value<PruneJobWish>();
        QCOMPARE(wish.id, std::string("daily"));
        QVERIFY(!wish.isOwn);
        QCOMPARE(wish.keep.last, std::optional<std::uint64_t>(4));
    }

    void aPartIsNotSaved()
    {
        withOwnJobs();
        m_fake->backend->references.jobs = {pruneJob("daily", "", {.last = 3})};
        show(pruneSelection({groupItem(m_fake->store.get(), ns("a"), group("vm/100"))}, *m_fake->store));
        QVERIFY(!saveButton()->isEnabled() && saveButton()->toolTip().contains(QStringLiteral("whole namespaces")));
        show({.top = ns("a")}); // the job covers more than what is shown
        QVERIFY(!saveButton()->isEnabled());
        child<QComboBox>("jobCombo")->setCurrentIndex(0);
        QTRY_VERIFY(saveButton()->isEnabled());
    }

    void ownJobs()
    {
        withOwnJobs();
        PruneJob job;
        job.id = "mine";
        job.store = "alpha";
        job.schedule = CalendarEvent::fromString("daily").value();
        job.keep = {.last = 1};
        m_own->change([job](OwnJobs &jobs) { return jobs.add(job, {.place = "/mnt/alpha"}); });
        job.id = "elsewhere";
        m_own->change([job](OwnJobs &jobs) { return jobs.add(job, {.place = "/mnt/beta"}); });
        QTRY_COMPARE(m_own->pruneJobs().size(), 2U);
        m_fake->backend->references.jobs = {pruneJob("mine", "", {.last = 3})}; // the server has one of that name
        show({});
        auto *combo = child<QComboBox>("jobCombo");
        QCOMPARE(combo->count(), 3);
        QVERIFY2(combo->itemText(1).contains(QStringLiteral("own job mine")), qPrintable(combo->itemText(1)));
        QTRY_COMPARE(counts().removed, 20U);
        m_dialog->setJob("mine", false);
        QTRY_COMPARE(counts().removed, 14U);
        m_own->change([](OwnJobs &jobs) { return jobs.remove(JobKind::Prune, "mine"); });
        QTRY_COMPARE(combo->count(), 2);
        QCOMPARE(combo->currentIndex(), 1); // that of the server is still the chosen one
    }

    void theButtonHandsOverThePlan()
    {
        show({});
        ask({.last = 2});
        QSignalSpy wanted(m_dialog.get(), &PruneDialog::removalsWanted);
        button()->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().at(0).value<OpenStore *>(), m_fake->store.get());
        QCOMPARE(wanted.first().at(1).value<PrunePlan>().totals.removed, 17U);
    }

    void anotherTree()
    {
        show({});
        ask({.last = 2});
        m_fake->backend->tree = m_fake->backend->tree.withoutGroup(ns("a"), group("vm/100"));
        m_fake->store->load();
        QTRY_COMPARE(counts().removed, 9U);
    }

    void theStoreIsClosed()
    {
        show({});
        m_dialog->show();
        m_fake.reset();
        QVERIFY(m_dialog->isHidden());
    }

    void forecast()
    {
        const std::int64_t today = QDateTime::currentSecsSinceEpoch();
        auto fresh = std::make_shared<Group>(Group{.id = group("vm/100"), .owner = AuthId::fromString("backup@pbs").value()});
        for (int i = 20; i-- > 0;)
            fresh->snapshots.push_back({SnapshotTime::fromEpoch(today - 3600 - std::int64_t(i) * 86'400).value(), true, false});
        m_fake->backend->tree = TreeBuilder().add("", fresh).build();
        m_fake->store->load();
        show({});
        ask({.last = 5});
        QVERIFY(!m_dialog->answer()->forecast);
        auto *slider = child<QSlider>("forecastSlider");
        slider->setValue(100);
        QTRY_VERIFY(m_dialog->answer()->forecast);
        const auto &left = m_dialog->answer()->forecast->plan.groups.at(0).group->snapshots;
        QCOMPARE(left.size(), 5U);
        QVERIFY(left.front().time.epoch() > today + 90 * 86'400);
        QCOMPARE(child<PruneMatrix>("matrix")->cells().shown(), m_dialog->answer()->forecast.get());
        QVERIFY(child<PruneMatrix>("matrix")->accessibleDescription().contains(QStringLiteral("(expected)")));
        QCOMPARE(counts().removed, 15U); // what is staged is the prune of today
        slider->setValue(0);
        QTRY_VERIFY(!m_dialog->answer()->forecast);
        QCOMPARE(child<PruneMatrix>("matrix")->cells().shown(), m_dialog->answer()->shown.get());
    }

    void theSizeIsRemembered()
    {
        show({});
        m_dialog->resize(777, 555);
        m_dialog->reject();
        show({});
        QCOMPARE(m_dialog->size(), QSize(777, 555));
    }

private:
    void withOwnJobs()
    {
        m_jobsFolder = std::make_unique<QTemporaryDir>();
        m_own = std::make_unique<OwnJobList>(m_jobsFolder->path().toStdString());
    }
    QPushButton *saveButton() const { return child<QPushButton>("saveButton"); }
    void show(const PruneSelection &selection)
    {
        m_dialog = std::make_unique<PruneDialog>(m_fake->store.get(), selection, m_own.get(), &m_settings);
        QTRY_VERIFY(m_dialog->answer() && !m_dialog->isWorking());
    }
    void ask(const KeepOptions &options)
    {
        QSignalSpy answered(m_dialog.get(), &PruneDialog::answered);
        m_dialog->setKeep(options);
        QVERIFY(answered.wait());
    }
    const PruneCounts &counts() const { return m_dialog->answer()->shown->plan.totals; }
    QPushButton *button() const { return child<QPushButton>("stageButton"); }
    PruneListModel *list() const { return m_dialog->findChild<PruneListModel *>(); }
    QString text(int row, int column) const { return list()->index(row, column).data().toString(); }

    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }

    QTemporaryDir m_folder;
    Settings m_settings{m_folder.filePath(QStringLiteral("state"))};
    std::unique_ptr<FakeStore> m_fake;
    std::unique_ptr<QTemporaryDir> m_jobsFolder;
    std::unique_ptr<OwnJobList> m_own;
    std::unique_ptr<PruneDialog> m_dialog;
};

QTEST_MAIN(TestPruneDialog)
#include "tst_prunedialog.moc"
