// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/jobs/jobends.h"
#include "support/faultyfilesystem.h"
#include "support/fixtures.h"

#include <QTest>
#include <nlohmann/json.hpp>

using namespace espalier;

namespace {

const std::string directory = "/home/me/.config/espalier";
const std::string foreign = "sync: kept-as-is\n\tstore   tank\n    remote-store main\n\tremote far\n\n";

std::shared_ptr<fs::MemoryFileSystem> home(const std::string &text = {})
{
    auto files = fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
    files->makeDirectories(directory, 0700);
    if (!text.empty())
        files->makeFile(directory + "/sync.cfg", text, 0600);
    return files;
}

std::string fileText(fs::MemoryFileSystem &files, const char *name)
{
    return files.open(directory).value()->readFile(name, 1 << 20).value_or("");
}

SyncJob copies()
{
    SyncJob job;
    job.id = "copies";
    job.store = "vault";
    job.remoteStore = "tank";
    job.ns = NamespacePath::fromString("from-graz").value();
    job.schedule = "mon..fri 22:30";
    job.filters = {GroupFilter::fromString("type:vm").value(), GroupFilter::fromString("exclude:group:vm/900").value()};
    job.removeVanished = true;
    return job;
}

const JobNotes notes{
    .place = "/mnt/vault", .remotePlace = "/mnt/tank", .zone = "Europe/Vienna", .approved = RemovalBudget{.snapshots = 40, .percent = 30}};

} // namespace

/// Sync jobs of one's own: the file of PBS has no room for where their ends are, whether they are disabled, and what they may remove.
class TestOwnSyncJobs : public QObject
{
    Q_OBJECT

private slots:
    void adds();
    void ends();
    void copiesAreKnown();
    void changesOnlyWhatIsToChange();
    void changedMeanwhile();
    void enables();
    void needsApproval();
    void approvalEndsWithTheRules();
    void refused_data();
    void refused();
    void importsDisabled();
    void withoutNotes();
    void interruptedChange();
    void realFileStays();
};

void TestOwnSyncJobs::adds()
{
    const auto files = home(foreign);
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(copies(), notes));
    QCOMPARE(fileText(*files, "sync.cfg"),
             foreign
                 + "sync: copies\n\tgroup-filter type:vm\n\tgroup-filter exclude:group:vm/900\n\tns from-graz\n\tremote-store tank\n"
                   "\tremove-vanished true\n\tschedule mon..fri 22:30\n\tstore vault\n");
    const auto read = jobs.syncJobs();
    QCOMPARE(read.jobs.size(), 2U);
    QVERIFY(read.problems.empty());
    QVERIFY(read.jobs[1].notes == notes);
    QVERIFY(read.jobs[1].isEnabled());
    QCOMPARE(jobs.add(copies(), notes).error().id, MessageId::JobNameTaken);
    QVERIFY(jobs.pruneJobs().jobs.empty());
}

void TestOwnSyncJobs::ends()
{
    OwnSyncJob own{copies(), notes};
    QCOMPARE(own.source(), std::string("/mnt/tank"));
    QCOMPARE(own.target(), std::string("/mnt/vault"));
    own.job.direction = SyncDirection::Push;
    QCOMPARE(own.source(), std::string("/mnt/vault"));
    QCOMPARE(own.target(), std::string("/mnt/tank"));
}

/// A prune of the source warns of copies that go with what it removes.
void TestOwnSyncJobs::copiesAreKnown()
{
    const auto known = [](const SyncJob &job, const JobNotes &where) { return copiesFrom({{job, where}}, "/mnt/tank", "tank"); };
    const auto pulled = known(copies(), notes);
    QCOMPARE(pulled.size(), std::size_t{1});
    QVERIFY(pulled.front().store == "tank" && pulled.front().range.top.isRoot() && pulled.front().sync->removesVanished);
    QCOMPARE(pulled.front().sync->remoteStore, "/mnt/vault");
    QCOMPARE(pulled.front().filters.size(), std::size_t{2});
    SyncJob push = copies();
    push.direction = SyncDirection::Push;
    QVERIFY(known(push, notes).empty()); // copies into it
    JobNotes disabled = notes;
    disabled.isDisabled = true;
    QVERIFY(known(copies(), disabled).empty());
}

void TestOwnSyncJobs::changesOnlyWhatIsToChange()
{
    const auto files = home(foreign);
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(copies(), notes));
    SyncJob after = copies();
    after.filters.pop_back();
    after.filters.push_back(GroupFilter::fromString("type:ct").value());
    after.schedule.reset();
    after.maxDepth = 1;
    QVERIFY(jobs.change(copies(), after, notes));
    QCOMPARE(fileText(*files, "sync.cfg"),
             foreign
                 + "sync: copies\n\tgroup-filter type:vm\n\tgroup-filter type:ct\n\tmax-depth 1\n\tns from-graz\n\tremote-store tank\n"
                   "\tremove-vanished true\n\tstore vault\n");
    QVERIFY(jobs.syncJobs().jobs[1].notes == notes);
}

void TestOwnSyncJobs::changedMeanwhile()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(copies(), notes));
    SyncJob other = copies();
    other.filters.pop_back();
    QVERIFY(jobs.change(copies(), other, notes));
    SyncJob mine = copies();
    mine.filters.clear();
    const auto done = jobs.change(copies(), mine, notes);
    QVERIFY(!done);
    QCOMPARE(done.error().id, MessageId::ConfigChanged);
    SyncJob comment = copies();
    comment.comment = "another property";
    QVERIFY(jobs.change(copies(), comment, notes));
    QCOMPARE(jobs.syncJobs().jobs[0].job.filters.size(), 1U); // as the other one has it
}

void TestOwnSyncJobs::enables()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(copies(), notes));
    const std::string before = fileText(*files, "sync.cfg");
    QVERIFY(jobs.setEnabled(JobKind::Sync, "copies", false));
    QVERIFY(!jobs.syncJobs().jobs[0].isEnabled());
    QCOMPARE(jobs.syncJobs().jobs[0].notes.approved, notes.approved);
    QVERIFY(jobs.setEnabled(JobKind::Sync, "copies", true));
    QVERIFY(jobs.syncJobs().jobs[0].notes == notes);
    QCOMPARE(fileText(*files, "sync.cfg"), before); // PBS knows no such property
    QCOMPARE(jobs.setEnabled(JobKind::Sync, "none", true).error().id, MessageId::ConfigEntryMissing);
}

void TestOwnSyncJobs::needsApproval()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    JobNotes unapproved = notes;
    unapproved.approved.reset();
    QCOMPARE(jobs.add(copies(), unapproved).error().id, MessageId::JobNeedsApproval);
    QVERIFY(fileText(*files, "sync.cfg").empty());
    unapproved.isDisabled = true;
    QVERIFY(jobs.add(copies(), unapproved));
    QCOMPARE(jobs.setEnabled(JobKind::Sync, "copies", true).error().id, MessageId::JobNeedsApproval);
    QVERIFY(!jobs.syncJobs().jobs[0].isEnabled());
    SyncJob harmless = copies();
    harmless.removeVanished = false;
    QVERIFY(jobs.change(copies(), harmless, unapproved));
    QVERIFY(jobs.setEnabled(JobKind::Sync, "copies", true));
    unapproved.isDisabled = false;
    QCOMPARE(jobs.change(harmless, copies(), unapproved).error().id, MessageId::JobNeedsApproval);
    QVERIFY(jobs.change(harmless, copies(), notes));
}

/// Also where somebody else than Espalier changes them.
void TestOwnSyncJobs::approvalEndsWithTheRules()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(copies(), notes));
    std::string text = fileText(*files, "sync.cfg");
    text.replace(text.find("exclude:group:vm/900"), 20, "exclude:type:ct");
    files->removeTree(directory + "/sync.cfg");
    files->makeFile(directory + "/sync.cfg", text);
    QVERIFY(!jobs.syncJobs().jobs[0].notes.approved);
    const ConfigSection section = copies().toSection();
    SyncJob later = copies();
    later.schedule = "daily";
    later.rateIn = "1 MiB";
    later.workerThreads = 4;
    QCOMPARE(removalRules(later.toSection(), notes), removalRules(section, notes));
    JobNotes elsewhere = notes;
    elsewhere.remotePlace = "/mnt/other";
    QVERIFY(removalRules(section, elsewhere) != removalRules(section, notes));
    later.transferLast = 3;
    QVERIFY(removalRules(later.toSection(), notes) != removalRules(section, notes));
}

void TestOwnSyncJobs::refused_data()
{
    QTest::addColumn<QByteArray>("what");
    QTest::addColumn<QByteArray>("message");

    QTest::newRow("name") << QByteArray("id") << QByteArray("JobNameRefused");
    QTest::newRow("other datastore") << QByteArray("remote-store") << QByteArray("JobStoreRefused");
    QTest::newRow("schedule") << QByteArray("schedule") << QByteArray("CalendarEventMalformed");
    QTest::newRow("comment") << QByteArray("comment") << QByteArray("JobCommentRefused");
    QTest::newRow("too deep") << QByteArray("depth") << QByteArray("ConfigLineIgnored");
    QTest::newRow("one place") << QByteArray("place") << QByteArray("SyncSameStore");
    QTest::newRow("one name, two places") << QByteArray("same name") << QByteArray();
}

void TestOwnSyncJobs::refused()
{
    QFETCH(QByteArray, what);
    QFETCH(QByteArray, message);
    OwnSyncJob own{copies(), notes};
    if (what == "id")
        own.job.id = "a b";
    else if (what == "remote-store")
        own.job.remoteStore = "x";
    else if (what == "schedule")
        own.job.schedule = "sometimes";
    else if (what == "comment")
        own.job.comment = "two\nlines";
    else if (what == "depth")
        own.job.maxDepth = 7;
    else if (what == "place")
        own.notes.remotePlace = own.notes.place;
    else
        own.job.remoteStore = own.job.store;
    const auto files = home();
    const auto done = OwnJobs(files, directory).add(own.job, own.notes);
    QCOMPARE(done ? QByteArray() : QByteArray(messageName(done.error().id).data()), message);
    QCOMPARE(fileText(*files, "sync.cfg").empty(), !message.isEmpty());
}

void TestOwnSyncJobs::importsDisabled()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    const std::string server
        = "sync: nightly\n\tfrom-the-future yes\n\tid nightly\n\tremote-store main\n\tremove-vanished true\n\tstore tank\n";
    QVERIFY(jobs.import(JobKind::Sync, server, "nightly", notes)); // what was approved of another job is not approved of this one
    QCOMPARE(fileText(*files, "sync.cfg"),
             std::string("sync: nightly\n\tfrom-the-future yes\n\tremote-store main\n\tremove-vanished true\n\tstore tank\n"));
    const auto read = jobs.syncJobs();
    QVERIFY(!read.jobs[0].isEnabled() && !read.jobs[0].notes.approved);
    QCOMPARE(read.jobs[0].notes.remotePlace, notes.remotePlace);
    QCOMPARE(jobs.setEnabled(JobKind::Sync, "nightly", true).error().id, MessageId::JobNeedsApproval);
}

/// A job that somebody wrote into the file belongs to nobody here yet.
void TestOwnSyncJobs::withoutNotes()
{
    OwnJobs jobs(home(foreign), directory);
    QVERIFY(!jobs.syncJobs().jobs.at(0).isEnabled());
    QVERIFY(jobs.syncJobs().jobs.at(0).source().empty());
    QVERIFY(jobs.setEnabled(JobKind::Sync, "kept-as-is", true));
    QVERIFY(jobs.syncJobs().jobs.at(0).isEnabled());
}

/// The process may end at any call: a job that is enabled with other rules never has them without having been enabled, nor what was
/// approved of others.
void TestOwnSyncJobs::interruptedChange()
{
    JobNotes disabled = notes;
    disabled.isDisabled = true;
    SyncJob after = copies();
    after.transferLast = 2;
    JobNotes wanted = notes;
    wanted.approved = RemovalBudget{.snapshots = 9};
    int calls = 1;
    for (int at = 1; at <= calls; ++at) {
        const auto files = home();
        QVERIFY(OwnJobs(files, directory).add(copies(), disabled));
        const auto faulty = std::make_shared<test::FaultyFileSystem>(files, test::Fault{.at = at, .fromThenOn = true});
        const auto done = OwnJobs(faulty, directory).change(copies(), after, wanted);
        calls = std::max(calls, faulty->calls() + (faulty->happened() && at < 80 ? 1 : 0));
        const auto read = OwnJobs(files, directory).syncJobs();
        QCOMPARE(read.jobs.size(), 1U);
        const OwnSyncJob &own = read.jobs[0];
        const bool isNew = own.job.transferLast == after.transferLast;
        QVERIFY2(isNew || !own.isEnabled(), qPrintable(QString::number(at)));
        QVERIFY(!own.notes.approved || *own.notes.approved == (isNew ? *wanted.approved : *notes.approved));
        QVERIFY(!done || (isNew && own.isEnabled()));
    }
    QVERIFY(calls > 10);
}

/// A file that a PBS wrote: beside what is added it stays byte for byte.
void TestOwnSyncJobs::realFileStays()
{
    const auto content = test::fixtureContent("config-real/sync.cfg");
    if (!content)
        QSKIP(test::skipReason);
    const std::string &text = *content;
    const auto files = home(text);
    OwnJobs jobs(files, directory);
    const std::size_t before = jobs.syncJobs().jobs.size();
    QVERIFY(before > 0);
    QVERIFY(jobs.add(copies(), notes));
    QVERIFY(fileText(*files, "sync.cfg").starts_with(text));
    QCOMPARE(jobs.syncJobs().jobs.size(), before + 1);
    QVERIFY(jobs.remove(JobKind::Sync, "copies"));
    QCOMPARE(fileText(*files, "sync.cfg"), text);
}

QTEST_GUILESS_MAIN(TestOwnSyncJobs)

#include "tst_ownsyncjobs.moc"
