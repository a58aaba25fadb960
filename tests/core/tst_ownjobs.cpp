// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/ownjobs.h"

#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/pbs/prunejobedit.h"
#include "support/faultyfilesystem.h"

#include <QTest>
#include <nlohmann/json.hpp>

#include <cerrno>

using namespace espalier;

namespace {

const std::string directory = "/home/me/.config/espalier";
const std::string foreign
    = "prune: kept-as-is\n\tkeep-last 3\n    store   tank\n\tschedule daily\n\tfrom-the-future yes\n\nother: thing\n\tx y\n";

std::shared_ptr<fs::MemoryFileSystem> home(const std::string &text = {})
{
    auto files = fs::MemoryFileSystem::create(fs::processUser(), fs::processGroup());
    files->makeDirectories("/home/me", 0755);
    if (!text.empty()) {
        files->makeDirectories(directory, 0750);
        files->makeFile(directory + "/prune.cfg", text, 0600);
    }
    return files;
}

std::string fileText(fs::MemoryFileSystem &files, const char *name)
{
    return files.open(directory).value()->readFile(name, 1 << 20).value_or("");
}

PruneJob nightly()
{
    PruneJob job;
    job.id = "nightly";
    job.store = "tank";
    job.schedule = CalendarEvent::fromString("mon..fri 22:30").value();
    job.range = {NamespacePath::fromString("sites/graz").value(), 2};
    job.keep = {.last = 3, .daily = 7};
    job.comment = "what Graz keeps";
    return job;
}

const JobNotes notes{.place = "/mnt/tank", .zone = "Europe/Vienna", .approved = RemovalBudget{.snapshots = 40, .percent = 30}};

} // namespace

/// Jobs of one's own: their files, what goes with them, and that nothing else is touched.
class TestOwnJobs : public QObject
{
    Q_OBJECT

private slots:
    void adds();
    void looksAsPbsWritesIt();
    void changesOnlyWhatIsToChange();
    void changedMeanwhile();
    void approvalEndsWithTheJobItWasFor();
    void removes();
    void enables();
    void names_data();
    void names();
    void refusedValues_data();
    void refusedValues();
    void imports();
    void exports();
    void foreignNotesStay();
    void brokenNotesApproveOfNothing_data();
    void brokenNotesApproveOfNothing();
    void writtenByHand();
    void withFaults_data();
    void withFaults();
    void twoAtOnce();
    void withoutAHome();
    void freeNames();
    void onlyPlanned();
};

void TestOwnJobs::adds()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.pruneJobs().jobs.empty() && jobs.pruneJobs().problems.empty());
    QVERIFY(jobs.add(nightly(), notes));
    const auto read = jobs.pruneJobs();
    QCOMPARE(read.jobs.size(), 1U);
    QVERIFY(read.problems.empty());
    QCOMPARE(sectionOf(read.jobs[0].job).properties, sectionOf(nightly()).properties);
    QVERIFY(read.jobs[0].notes == notes);
    QCOMPARE(files->open(directory).value()->status()->mode, 0700U);
    const auto again = jobs.add(nightly(), notes);
    QVERIFY(!again);
    QCOMPARE(again.error().id, MessageId::JobNameTaken);
}

void TestOwnJobs::looksAsPbsWritesIt()
{
    const auto files = home();
    PruneJob job = nightly();
    job.disable = true;
    QVERIFY(OwnJobs(files, directory).add(job, {}));
    QCOMPARE(fileText(*files, "prune.cfg"),
             std::string("prune: nightly\n\tcomment what Graz keeps\n\tdisable true\n\tkeep-daily 7\n\tkeep-last 3\n\tmax-depth 2\n"
                         "\tns sites/graz\n\tschedule mon..fri 22:30\n\tstore tank\n"));
}

void TestOwnJobs::changesOnlyWhatIsToChange()
{
    const auto files = home(foreign);
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(nightly(), notes));
    PruneJob after = nightly();
    after.comment.clear();
    after.keep.weekly = 4;
    QVERIFY(jobs.change(nightly(), after, notes));
    const std::string text = fileText(*files, "prune.cfg");
    QVERIFY2(text.starts_with(foreign), text.c_str()); // byte for byte, with what nobody here knows
    QVERIFY(text.ends_with("prune: nightly\n\tkeep-daily 7\n\tkeep-last 3\n\tkeep-weekly 4\n\tmax-depth 2\n\tns sites/graz\n"
                           "\tschedule mon..fri 22:30\n\tstore tank\n"));
    QCOMPARE(files->open(directory).value()->find("prune.cfg").value()->mode, 0600U); // as it was
    QCOMPARE(files->open(directory).value()->status()->mode, 0750U);
}

void TestOwnJobs::changedMeanwhile()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(nightly(), notes));
    PruneJob other = nightly();
    other.keep.daily = 30;
    QVERIFY(jobs.change(nightly(), other, notes));
    PruneJob mine = nightly();
    mine.keep.daily = 1;
    const auto done = jobs.change(nightly(), mine, notes);
    QVERIFY(!done);
    QCOMPARE(done.error().id, MessageId::ConfigChanged);
    QCOMPARE(jobs.pruneJobs().jobs[0].job.keep.daily, std::optional<std::uint64_t>(30));
    QVERIFY(jobs.pruneJobs().jobs[0].notes.approved); // it is still that of the other's
}

/// The process may end anywhere: at no moment may the new rules stand beside what was approved of the old ones.
void TestOwnJobs::approvalEndsWithTheJobItWasFor()
{
    PruneJob after = nightly();
    after.keep = {.last = 1};
    const JobNotes more{.place = "/mnt/tank", .zone = {}, .approved = RemovalBudget{.snapshots = 9}};
    int calls = 1;
    for (int at = 1; at <= calls; ++at) {
        const auto files = home();
        QVERIFY(OwnJobs(files, directory).add(nightly(), notes));
        const auto faulty = std::make_shared<test::FaultyFileSystem>(files, test::Fault{.at = at, .fromThenOn = true});
        const auto tried = OwnJobs(faulty, directory).change(nightly(), after, more);
        QVERIFY(at > calls || !tried || !faulty->happened());
        calls = std::max(calls, faulty->calls() + (faulty->happened() && at < 60 ? 1 : 0));
        const auto read = OwnJobs(files, directory).pruneJobs();
        QCOMPARE(read.jobs.size(), 1U);
        const bool isNew = read.jobs[0].job.keep == after.keep;
        const auto &approved = read.jobs[0].notes.approved;
        QVERIFY2(!approved || *approved == (isNew ? *more.approved : *notes.approved), qPrintable(QString::number(at)));
    }
    QVERIFY(calls > 10);
}

void TestOwnJobs::removes()
{
    const auto files = home(foreign);
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(nightly(), notes));
    QVERIFY(jobs.remove(JobKind::Prune, "nightly"));
    QCOMPARE(fileText(*files, "prune.cfg"), foreign);
    QVERIFY(!fileText(*files, "jobs.json").contains("nightly"));
    QCOMPARE(jobs.remove(JobKind::Prune, "nightly").error().id, MessageId::ConfigEntryMissing);
}

void TestOwnJobs::enables()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(nightly(), notes));
    const std::string before = fileText(*files, "prune.cfg");
    QVERIFY(jobs.setEnabled(JobKind::Prune, "nightly", false));
    QVERIFY(!jobs.pruneJobs().jobs[0].job.isEnabled());
    QVERIFY(jobs.pruneJobs().jobs[0].notes == notes);
    QVERIFY(jobs.setEnabled(JobKind::Prune, "nightly", true));
    QCOMPARE(fileText(*files, "prune.cfg"), before);
    QCOMPARE(jobs.setEnabled(JobKind::Prune, "none", true).error().id, MessageId::ConfigEntryMissing);
}

void TestOwnJobs::names_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isFine");

    QTest::newRow("short") << QStringLiteral("ab") << false;
    QTest::newRow("shortest") << QStringLiteral("abc") << true;
    QTest::newRow("longest") << QString(32, u'x') << true;
    QTest::newRow("long") << QString(33, u'x') << false;
    QTest::newRow("blank") << QStringLiteral("a b c") << false;
    QTest::newRow("dash first") << QStringLiteral("-abc") << false;
    QTest::newRow("slash") << QStringLiteral("a/bc") << false;
    QTest::newRow("line break") << QStringLiteral("abc\ndef") << false;
}

void TestOwnJobs::names()
{
    QFETCH(QString, name);
    QFETCH(bool, isFine);
    PruneJob job = nightly();
    job.id = name.toStdString();
    const auto files = home();
    const auto done = OwnJobs(files, directory).add(job, {});
    QCOMPARE(done.has_value(), isFine);
    QVERIFY(isFine || done.error().id == MessageId::JobNameRefused);
}

void TestOwnJobs::refusedValues_data()
{
    QTest::addColumn<QByteArray>("comment");
    QTest::addColumn<bool>("isFine");

    QTest::newRow("128 characters") << QString(128, QChar(0xe4)).toUtf8() << true;
    QTest::newRow("129 characters") << QByteArray(129, 'x') << false;
    QTest::newRow("two lines") << QByteArray("a\nstore b") << false;
    QTest::newRow("a control character PBS reads and cannot write") << QByteArray("a\xc2\x85z") << false;
    QTest::newRow("blank at the end") << QByteArray("a ") << false;
    QTest::newRow("no UTF-8") << QByteArray("a\xff") << false;
}

void TestOwnJobs::refusedValues()
{
    QFETCH(QByteArray, comment);
    QFETCH(bool, isFine);
    PruneJob job = nightly();
    job.comment = comment.toStdString();
    const auto files = home(foreign);
    const auto done = OwnJobs(files, directory).add(job, {});
    QCOMPARE(done.has_value(), isFine);
    QVERIFY(isFine || done.error().id == MessageId::JobCommentRefused);
    QVERIFY(isFine || fileText(*files, "prune.cfg") == foreign);
}

void TestOwnJobs::imports()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.import(JobKind::Prune, foreign, "kept-as-is", {.place = "/mnt/tank"}));
    QCOMPARE(fileText(*files, "prune.cfg"),
             std::string("prune: kept-as-is\n\tdisable true\n\tfrom-the-future yes\n\tkeep-last 3\n\tschedule daily\n\tstore tank\n"));
    QCOMPARE(jobs.import(JobKind::Prune, foreign, "kept-as-is", {}).error().id, MessageId::JobNameTaken);
    QCOMPARE(jobs.import(JobKind::Prune, foreign, "thing", {}).error().id, MessageId::ConfigEntryMissing);
    QCOMPARE(jobs.import(JobKind::Prune, "# no\n", "thing", {}).error().id, MessageId::ConfigDamaged);
}

void TestOwnJobs::exports()
{
    const std::string two = "prune: one\n\tschedule daily\n\tstore tank\n\nprune: two\n\tnew-key 1\n\tschedule daily\n\tstore tank\n";
    QCOMPARE(exportedJobs(JobKind::Prune, two, {}).value(), two);
    QCOMPARE(exportedJobs(JobKind::Prune, two, {"two"}).value(), two.substr(two.find("prune: two")));
    QCOMPARE(exportedJobs(JobKind::Prune, two, {"six"}).error().id, MessageId::ConfigEntryMissing);
    QCOMPARE(exportedJobs(JobKind::Prune, "", {}).value(), std::string());
}

void TestOwnJobs::foreignNotesStay()
{
    const auto files = home(foreign);
    files->makeFile(directory + "/jobs.json",
                    R"({"espalier-jobs":1,"later":[1,2],"sync":{"copies":{"place":"/x","new":5}},"prune":{"nightly":{"new":true}}})");
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(nightly(), notes));
    const auto json = nlohmann::json::parse(fileText(*files, "jobs.json"));
    QCOMPARE(json["later"].dump(), std::string("[1,2]"));
    QCOMPARE(json["sync"]["copies"]["new"].get<int>(), 5);
    QVERIFY(json["prune"]["nightly"]["new"].get<bool>());
    QVERIFY(jobs.pruneJobs().jobs.back().notes == notes);
}

void TestOwnJobs::brokenNotesApproveOfNothing_data()
{
    QTest::addColumn<QByteArray>("approved");
    QTest::addColumn<bool>("isApproved");

    QTest::newRow("a text") << QByteArray(R"("40")") << false;
    QTest::newRow("fine") << QByteArray(R"({"rules":RULES,"snapshots":4,"percent":10})") << true;
    QTest::newRow("for other rules") << QByteArray(R"({"rules":"00","snapshots":4})") << false;
    QTest::newRow("for any rules") << QByteArray(R"({"snapshots":4})") << false;
    QTest::newRow("no number") << QByteArray(R"({"rules":RULES,"percent":10})") << false;
    QTest::newRow("negative") << QByteArray(R"({"rules":RULES,"snapshots":-1})") << false;
    QTest::newRow("a share that is none") << QByteArray(R"({"rules":RULES,"snapshots":4,"percent":101})") << false;
    QTest::newRow("a switch that is none") << QByteArray(R"({"rules":RULES,"snapshots":4,"may-empty-groups":"no"})") << false;
}

void TestOwnJobs::brokenNotesApproveOfNothing()
{
    QFETCH(QByteArray, approved);
    QFETCH(bool, isApproved);
    const ConfigSection section = sectionOf(nightly());
    const std::string rules = Digest::of(removalRules(section, {.place = "/x"})).toHex();
    approved.replace("RULES", '"' + QByteArray::fromStdString(rules) + '"');
    const std::string text = R"({"espalier-jobs":1,"prune":{"nightly":{"place":"/x","approved":)" + approved.toStdString() + "}}}";
    const auto read = JobNotesText::read(text, "jobs.json");
    QVERIFY(read);
    QCOMPARE(read->notes(JobKind::Prune, section).place, std::string("/x"));
    QCOMPARE(read->notes(JobKind::Prune, section).approved.has_value(), isApproved);
    QVERIFY(!JobNotesText::read("{\"espalier-jobs\":2}", "jobs.json"));
    QVERIFY(!JobNotesText::read("no", "jobs.json"));
}

/// Whoever edits the file by hand has not approved of what it says then.
void TestOwnJobs::writtenByHand()
{
    const auto files = home();
    OwnJobs jobs(files, directory);
    QVERIFY(jobs.add(nightly(), notes));
    const auto writeByHand = [&](const std::string &from, const std::string &to) {
        std::string text = fileText(*files, "prune.cfg");
        text.replace(text.find(from), from.size(), to);
        files->removeTree(directory + "/prune.cfg");
        files->makeFile(directory + "/prune.cfg", text);
        return jobs.pruneJobs().jobs.at(0).notes.approved.has_value();
    };
    QVERIFY(writeByHand("22:30", "21:00"));
    QVERIFY(writeByHand("what Graz keeps", "something"));
    QVERIFY(!writeByHand("keep-daily 7", "keep-daily 6"));
    QVERIFY(writeByHand("keep-daily 6", "keep-daily 7"));
    QVERIFY(!writeByHand("sites/graz", "sites"));
}

void TestOwnJobs::withFaults_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("isAfter");

    QTest::newRow("no reply") << EIO << true;
    QTest::newRow("input and output") << EIO << false;
    QTest::newRow("full") << ENOSPC << false;
}

/// Each call fails once: what was there stays, and the next attempt finds a state that it can go on from.
void TestOwnJobs::withFaults()
{
    QFETCH(int, code);
    QFETCH(bool, isAfter);
    int calls = 1;
    for (int at = 1; at <= calls; ++at) {
        const auto files = home(foreign);
        const auto faulty = std::make_shared<test::FaultyFileSystem>(
            files, test::Fault{.at = at, .systemError = code, .how = isAfter ? test::Fault::How::After : test::Fault::How::Instead});
        const auto done = OwnJobs(faulty, directory).add(nightly(), notes);
        calls = std::max(calls, faulty->calls() + (faulty->happened() ? 1 : 0));
        QVERIFY(fileText(*files, "prune.cfg").starts_with(foreign));
        OwnJobs jobs(files, directory);
        const auto read = jobs.pruneJobs();
        const bool isThere = std::ranges::contains(read.jobs, std::string("nightly"), [](const OwnPruneJob &own) { return own.job.id; });
        QVERIFY(!done || isThere);
        QVERIFY2(isThere || jobs.add(nightly(), notes), qPrintable(QString::number(at)));
        QVERIFY(jobs.pruneJobs().jobs.back().notes == notes);
    }
    QVERIFY(calls > 10);
}

/// Somebody writes between our reading and writing: nothing of it is lost.
void TestOwnJobs::twoAtOnce()
{
    const auto files = home(foreign);
    bool hasWritten = false;
    const auto watched = std::make_shared<test::FaultyFileSystem>(files, test::Fault{}, [&](int, std::string_view call) {
        if (call != "replaceFile" || std::exchange(hasWritten, true))
            return;
        files->removeTree(directory + "/prune.cfg");
        files->makeFile(directory + "/prune.cfg", foreign + "\nprune: another\n\tschedule daily\n\tstore tank\n");
    });
    const auto done = OwnJobs(watched, directory).add(nightly(), notes);
    QVERIFY(hasWritten && !done);
    QCOMPARE(done.error().id, MessageId::ConfigChanged);
    QVERIFY(fileText(*files, "prune.cfg").contains("another"));
}

void TestOwnJobs::withoutAHome()
{
    OwnJobs jobs(home(), {});
    QCOMPARE(jobs.pruneJobs().problems.front().id, MessageId::JobsHomeMissing);
    QCOMPARE(jobs.add(nightly(), {}).error().id, MessageId::JobsHomeMissing);
}

void TestOwnJobs::freeNames()
{
    QCOMPARE(freeJobName("daily", {}), std::string("daily"));
    QCOMPARE(freeJobName("daily", {"daily", "daily-2"}), std::string("daily-3"));
    const std::string longest(32, 'x');
    QCOMPARE(freeJobName(longest, {longest}), std::string(30, 'x') + "-2");
}

void TestOwnJobs::onlyPlanned()
{
    const auto files = home();
    OwnJobs jobs(files, directory, OwnJobs::Writing::OnlyPlanned);
    const auto planned = jobs.add(nightly(), notes);
    QVERIFY(planned && planned->formerText.empty() && planned->text.starts_with("prune: nightly\n"));
    QVERIFY(!files->open(directory));
}

QTEST_GUILESS_MAIN(TestOwnJobs)

#include "tst_ownjobs.moc"
