// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/ownjoblist.h"
#include "app/prunejobcontroller.h"
#include "app/jobrunner.h"
#include "app/jobsdialog.h"
#include "app/tasklist.h"
#include "core/fs/posix.h"
#include "core/service/localservice.h"
#include "fakebackend.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include <memory>

using namespace espalier;
using namespace espalier::test;

namespace {

const std::string serverText
    = "prune: nightly\n\tcomment all of it\n\tkeep-last 2\n\tmax-depth 1\n\tns a\n\tschedule 21:00\n\tstore alpha\n\n"
      "prune: other\n\tkeep-last 2\n\tschedule daily\n\tstore beta\n";

PruneJobItem ownItem()
{
    PruneJobItem item{.job = {}, .notes = {.place = "/mnt/alpha"}, .isOwn = true};
    item.job.id = "mine";
    item.job.store = "alpha";
    item.job.schedule = CalendarEvent::fromString("daily").value();
    item.job.keep = {.last = 3};
    return item;
}

} // namespace

/// The table of prune jobs, their editor, and what becomes of what is entered.
class TestPruneJobs : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_fake = std::make_unique<FakeStore>(TreeBuilder().add("a", makeGroup("vm/100", 10)).addNamespace("a/b").build());
        m_fake->backend->references.hostZone = std::optional(HostZone{.name = "UTC", .zone = TimeZone()});
        m_fake->backend->config = {.texts = {{ConfigFile::PruneJobs, serverText}}, .writable = {ConfigFile::PruneJobs}};
        m_fake->store->load();
        QTRY_COMPARE(m_fake->store->loadState(), OpenStore::LoadState::Ready);
        m_own = std::make_unique<OwnJobList>(m_folder->filePath(QStringLiteral("jobs")).toStdString());
        m_window = std::make_unique<QWidget>();
        m_files = {fs::posixFileSystem(), m_folder->filePath(QStringLiteral("jobs")).toStdString(),
                   m_folder->filePath(QStringLiteral("runs")).toStdString()};
        m_tasks = std::make_unique<TaskList>();
        UnattendedOptions options; // that know no other hosts
        options.service = [](const Place &place) { return std::make_shared<LocalService>(fs::posixFileSystem(), place); };
        m_runner = std::make_unique<JobRunner>(m_files, options, m_tasks.get());
        connect(m_own.get(), &OwnJobList::changed, m_runner.get(), &JobRunner::reload);
        m_controller = new PruneJobController(m_own.get(), m_runner.get(), m_window.get());
    }
    void cleanup()
    {
        m_window.reset();
        m_runner.reset();
        m_own.reset();
        m_fake.reset();
    }

    void aNewJob()
    {
        m_controller->save(m_fake->store.get(), {.range = {ns("a"), 1}, .keep = {.last = 2}, .removed = 8});
        PruneJobEditor *editor = openEditor();
        QCOMPARE(field<QLineEdit>("nameEdit")->text(), QStringLiteral("prune"));
        QVERIFY(field<QLabel>("runsLabel")->text().startsWith(QStringLiteral("Next runs: ")));
        QVERIFY(field<QLabel>("budgetHint")->text().contains(QStringLiteral("8 snapshot")));
        field<QLineEdit>("nameEdit")->setText(QStringLiteral("graz"));
        field<QComboBox>("scheduleBox")->setCurrentText(QStringLiteral("mon..fri 22:30"));
        field<QLineEdit>("commentEdit")->setText(QStringLiteral("what Graz keeps"));
        field<QCheckBox>("budgetBox")->click();
        QCOMPARE(field<QSpinBox>("budgetSpin")->value(), 8);
        editor->accept();
        QTRY_COMPARE(m_own->pruneJobs().size(), 1U);
        QFile file(m_folder->filePath(QStringLiteral("jobs/prune.cfg")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(),
                 QByteArray("prune: graz\n\tcomment what Graz keeps\n\tkeep-last 2\n\tmax-depth 1\n\tns a\n"
                            "\tschedule mon..fri 22:30\n\tstore alpha\n"));
        const JobNotes &notes = m_own->pruneJobs()[0].notes;
        QCOMPARE(notes.place, std::string("/mnt/alpha"));
        QVERIFY(notes.approved && notes.approved->snapshots == 8);
    }

    void problemsAtTheField_data()
    {
        QTest::addColumn<QByteArray>("edit");
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QString>("text");
        QTest::newRow("short name") << QByteArray("nameEdit") << QByteArray("nameProblem") << QStringLiteral("ab");
        QTest::newRow("taken name") << QByteArray("nameEdit") << QByteArray("nameProblem") << QStringLiteral("taken");
        QTest::newRow("namespace") << QByteArray("namespaceBox") << QByteArray("namespaceProblem") << QStringLiteral("a//b");
        QTest::newRow("schedule") << QByteArray("scheduleBox") << QByteArray("scheduleProblem") << QStringLiteral("mon 25:61");
        QTest::newRow("no schedule") << QByteArray("scheduleBox") << QByteArray("scheduleProblem") << QString();
        QTest::newRow("comment") << QByteArray("commentEdit") << QByteArray("commentProblem") << QString(129, u'x');
    }
    void problemsAtTheField()
    {
        QFETCH(QByteArray, edit);
        QFETCH(QByteArray, label);
        QFETCH(QString, text);
        PruneJobEditor editor(ownItem(), {.isNew = true, .taken = {"taken"}});
        const auto enter = [&](const QString &entered) {
            if (auto *line = editor.findChild<QLineEdit *>(QString::fromLatin1(edit)))
                line->setText(entered);
            else
                editor.findChild<QComboBox *>(QString::fromLatin1(edit))->setCurrentText(entered);
        };
        const auto *problem = editor.findChild<QLabel *>(QString::fromLatin1(label));
        const auto *ok = editor.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(ok->isEnabled() && problem->isHidden());
        enter(text);
        QVERIFY(!ok->isEnabled() && !problem->isHidden() && !problem->text().isEmpty());
        QVERIFY(!editor.item());
        enter(edit == "nameEdit" ? QStringLiteral("fine") : edit == "scheduleBox" ? QStringLiteral("daily") : QString());
        QVERIFY(ok->isEnabled() && problem->isHidden());
    }

    /// Nobody approves of what he did not see.
    void approvalNeedsAPreview()
    {
        PruneJobEditor unseen(ownItem(), {});
        auto *box = unseen.findChild<QCheckBox *>(QStringLiteral("budgetBox"));
        QVERIFY(!box->isEnabled());
        PruneJobItem approved = ownItem();
        approved.notes.approved = RemovalBudget{.snapshots = 5, .percent = 10};
        PruneJobEditor editor(approved, {});
        box = editor.findChild<QCheckBox *>(QStringLiteral("budgetBox"));
        QVERIFY(box->isEnabled() && box->isChecked());
        QVERIFY(editor.item()->notes.approved == approved.notes.approved);
        editor.findChild<QLineEdit *>(QStringLiteral("commentEdit"))->setText(QStringLiteral("x"));
        QVERIFY(editor.item()->notes.approved);
        QTest::keyClicks(editor.findChild<QSpinBox *>(QStringLiteral("keep-daily")), QStringLiteral("1"));
        QVERIFY(!box->isEnabled());
        QVERIFY(!editor.item()->notes.approved);
    }

    void editsAnOwnJob()
    {
        add(ownItem());
        m_controller->save(m_fake->store.get(), {.id = "mine", .keep = {.last = 1}, .removed = 9});
        PruneJobEditor *editor = openEditor();
        QVERIFY(field<QLineEdit>("nameEdit")->isReadOnly());
        editor->accept();
        QTRY_COMPARE(m_own->pruneJobs()[0].job.keep.last, std::optional<std::uint64_t>(1));
        QVERIFY(!m_own->pruneJobs()[0].notes.approved); // was not ticked
    }

    void editsAJobOfTheServer()
    {
        QSignalSpy runs(m_controller, &PruneJobController::configRunWanted);
        m_controller->save(m_fake->store.get(), {.id = "nightly", .isOwn = false, .range = {ns("a"), 1}, .keep = {.last = 5}});
        PruneJobEditor *editor = openEditor();
        QVERIFY(!field<QCheckBox>("budgetBox")->isVisible());
        QCOMPARE(field<QComboBox>("scheduleBox")->currentText(), QStringLiteral("21:00"));
        field<QLineEdit>("commentEdit")->clear();
        editor->accept();
        confirm();
        QTRY_COMPARE(runs.size(), 1);
        const auto plan = runs.first().at(1).value<ConfigPlan>();
        QCOMPARE(plan.edits.size(), 1U);
        QVERIFY((std::get<JobState>(plan.edits[0].after).values == std::vector<JobValue>{{"comment", std::nullopt}, {"keep-last", "5"}}));
        QVERIFY((std::get<JobState>(plan.edits[0].before).values == std::vector<JobValue>{{"comment", "all of it"}, {"keep-last", "2"}}));
        QVERIFY(plan.files[0].text.contains("prune: other\n\tkeep-last 2"));
    }

    void theTable()
    {
        add(ownItem());
        JobsDialog *table = showTable();
        QCOMPARE(table->items().size(), 2U); // that of the other store is not shown
        auto *jobs = table->findChild<QTreeWidget *>();
        QCOMPARE(jobs->topLevelItem(0)->text(0), QStringLiteral("mine"));
        QCOMPARE(jobs->topLevelItem(1)->text(0), QStringLiteral("nightly"));
        QCOMPARE(jobs->topLevelItem(1)->text(6), QStringLiteral("keeps last 2"));
        QVERIFY(jobs->topLevelItem(1)->text(8).endsWith(QStringLiteral("21:00:00")));
        table->select({JobKind::Prune, "nightly"}, false);
        QVERIFY(!button(table, "removeButton")->isEnabled() && !button(table, "removeButton")->toolTip().isEmpty());
        QVERIFY(button(table, "importButton")->isEnabled());
        table->select({JobKind::Prune, "mine"}, true);
        QVERIFY(button(table, "removeButton")->isEnabled() && !button(table, "importButton")->isEnabled());
        QSignalSpy preview(m_controller, &PruneJobController::previewWanted);
        button(table, "previewButton")->click();
        QCOMPARE(preview.size(), 1);
        QCOMPARE(preview.first().at(1).value<PruneJobItem>().job.id, std::string("mine"));
    }

    void anEmptyTable()
    {
        m_fake->backend->config = {};
        JobsDialog *table = showTable();
        QVERIFY(table->findChild<QLabel *>(QStringLiteral("stateLabel"))->text().contains(QStringLiteral("no jobs yet")));
        for (const char *name : {"previewButton", "editButton", "enableButton", "duplicateButton", "removeButton", "importButton"})
            QVERIFY2(!button(table, name)->isEnabled(), name);
        QVERIFY(button(table, "newButton")->isEnabled());
    }

    void withoutRights()
    {
        m_fake->backend->config.writable.clear();
        JobsDialog *table = showTable();
        table->select({JobKind::Prune, "nightly"}, false);
        QVERIFY(!button(table, "editButton")->isEnabled() && !button(table, "enableButton")->isEnabled());
        QVERIFY(button(table, "duplicateButton")->isEnabled() && button(table, "importButton")->isEnabled());
    }

    void aJobOfAnotherPlace()
    {
        PruneJobItem item = ownItem();
        item.notes.place = "/mnt/elsewhere";
        add(item);
        JobsDialog *table = showTable();
        table->select({JobKind::Prune, "mine"}, true);
        QVERIFY(!button(table, "previewButton")->isEnabled());
        QVERIFY(button(table, "editButton")->isEnabled());
    }

    void importsAndEnables()
    {
        JobsDialog *table = showTable();
        table->select({JobKind::Prune, "nightly"}, false);
        button(table, "importButton")->click();
        QTRY_COMPARE(m_own->pruneJobs().size(), 1U);
        QVERIFY(!m_own->pruneJobs()[0].job.isEnabled()); // nothing runs twice
        QCOMPARE(m_own->pruneJobs()[0].notes.place, std::string("/mnt/alpha"));
        QVERIFY(!button(table, "importButton")->isEnabled());
        table->select({JobKind::Prune, "nightly"}, true);
        QVERIFY(button(table, "enableButton")->text().contains(QStringLiteral("nable")));
        button(table, "enableButton")->click();
        QTRY_VERIFY(m_own->pruneJobs()[0].job.isEnabled());
    }

    void disablesAJobOfTheServer()
    {
        QSignalSpy runs(m_controller, &PruneJobController::configRunWanted);
        JobsDialog *table = showTable();
        table->select({JobKind::Prune, "nightly"}, false);
        button(table, "enableButton")->click();
        confirm();
        QTRY_COMPARE(runs.size(), 1);
        QVERIFY(runs.first().at(1).value<ConfigPlan>().files[0].text.contains("disable true"));
    }

    void duplicates()
    {
        PruneJobItem item = ownItem();
        item.notes.approved = RemovalBudget{.snapshots = 3};
        add(item);
        JobsDialog *table = showTable();
        table->select({JobKind::Prune, "mine"}, true);
        button(table, "duplicateButton")->click();
        PruneJobEditor *editor = openEditor();
        QCOMPARE(field<QLineEdit>("nameEdit")->text(), QStringLiteral("mine-2"));
        QVERIFY(!field<QCheckBox>("enabledBox")->isChecked());
        editor->accept();
        QTRY_COMPARE(m_own->pruneJobs().size(), 2U);
        QVERIFY(!m_own->pruneJobs()[1].notes.approved);
    }

    void removes()
    {
        add(ownItem());
        JobsDialog *table = showTable();
        table->select({JobKind::Prune, "mine"}, true);
        button(table, "removeButton")->click();
        QCOMPARE(m_own->pruneJobs().size(), 1U); // asked first
        confirm();
        QTRY_VERIFY(m_own->pruneJobs().empty());
    }

    void exports()
    {
        add(ownItem());
        const QString path = m_folder->filePath(QStringLiteral("out.cfg"));
        m_controller->exportTo(path);
        QFile file(path);
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("prune: mine\n\tkeep-last 3\n\tschedule daily\n\tstore alpha\n"));
        QSignalSpy failed(m_controller, &PruneJobController::failed);
        m_controller->exportTo(m_folder->filePath(QStringLiteral("none/out.cfg")));
        QTRY_COMPARE(failed.size(), 1);
    }

    void syncJobs()
    {
        addSync(copies(), {.place = "/mnt/alpha", .remotePlace = "/mnt/beta", .zone = "UTC"});
        const Error problem{Error::Kind::Denied, MessageId::RemovalOverBudget, {"9", "2"}, 0};
        QVERIFY(m_files.jobHistories()
                    .hold({JobKind::Sync, "copies"})
                    .value()
                    ->end({.begin = 1000, .end = 1060, .result = JobResult::Partly, .problems = 2, .error = problem}));
        JobsDialog *table = showTable();
        QTRY_VERIFY(m_runner->overview({JobKind::Sync, "copies"}));
        table->select({JobKind::Sync, "copies"}, true);
        const auto row = [table] { return table->findChild<QTreeWidget *>()->currentItem(); };
        QTRY_VERIFY(row() && row()->text(9).startsWith(QStringLiteral("2 problem")));
        QVERIFY2(row()->text(9).contains(QStringLiteral("ago")), qPrintable(row()->text(9)));
        QVERIFY(row()->toolTip(9).contains(QLatin1Char('9')));
        QCOMPARE(row()->text(1), QStringLiteral("sync"));
        QCOMPARE(row()->text(6), QStringLiteral("copies from /mnt/beta"));
        QVERIFY(row()->text(8).endsWith(QStringLiteral("00:00:00")));
        QVERIFY(button(table, "runButton")->isEnabled() && button(table, "enableButton")->isEnabled());
        QSignalSpy wanted(m_controller, &PruneJobController::syncWanted);
        for (const char *name : {"previewButton", "editButton"})
            button(table, name)->click();
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted.at(1).at(0).value<OwnSyncJob>().notes.remotePlace, "/mnt/beta");
    }

    void duplicatesASyncJob()
    {
        SyncJob job = copies();
        job.removeVanished = true;
        addSync(job, {.place = "/mnt/alpha", .remotePlace = "/mnt/beta", .zone = "UTC", .approved = RemovalBudget{.snapshots = 3}});
        JobsDialog *table = showTable();
        table->select({JobKind::Sync, "copies"}, true);
        button(table, "duplicateButton")->click();
        QTRY_COMPARE(m_own->syncJobs().size(), 2U);
        const OwnSyncJob &copy = m_own->syncJobs()[1];
        QCOMPARE(copy.job.id, std::string("copies-2"));
        QVERIFY(!copy.isEnabled() && !copy.notes.approved);
        QCOMPARE(copy.source(), std::string("/mnt/beta"));
        QSignalSpy failed(m_controller, &PruneJobController::failed);
        table->select({JobKind::Sync, "copies-2"}, true);
        button(table, "enableButton")->click(); // nobody agreed to what this one removes
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_own->syncJobs()[1].isEnabled());
        table->select({JobKind::Sync, "copies"}, true);
        button(table, "enableButton")->click();
        QTRY_VERIFY(!m_own->syncJobs()[0].isEnabled());
        button(table, "removeButton")->click();
        confirm();
        QTRY_COMPARE(m_own->syncJobs().size(), 1U);
    }

    void importsASyncJob()
    {
        m_fake->backend->config.texts[ConfigFile::SyncJobs]
            = "sync: pulled\n\tremote far\n\tremote-store main\n\tremove-vanished true\n\tstore alpha\n\n"
              "sync: elsewhere\n\tremote-store main\n\tstore other\n";
        JobsDialog *table = showTable();
        QCOMPARE(table->items().size(), 2U);
        table->select({JobKind::Sync, "pulled"}, false);
        QVERIFY(!button(table, "enableButton")->isEnabled() && !button(table, "runButton")->isEnabled());
        button(table, "importButton")->click();
        QTRY_COMPARE(m_own->syncJobs().size(), 1U);
        QVERIFY(!m_own->syncJobs()[0].isEnabled()); // nothing runs twice
        QCOMPARE(m_own->syncJobs()[0].target(), std::string("/mnt/alpha"));
        const QString path = m_folder->filePath(QStringLiteral("sync.cfg"));
        m_controller->exportTo(path, JobKind::Sync);
        QTRY_VERIFY(QFile::exists(path));
    }

    void runsWhenSomebodyAgrees()
    {
        addSync(copies(), {.place = "/mnt/alpha", .remotePlace = "ssh://far/mnt/beta", .zone = "UTC"});
        JobsDialog *table = showTable();
        QTRY_VERIFY(m_runner->overview({JobKind::Sync, "copies"}));
        table->select({JobKind::Sync, "copies"}, true);
        QTRY_VERIFY(button(table, "runButton")->isEnabled());
        QSignalSpy failed(m_runner.get(), &JobRunner::failed);
        button(table, "runButton")->click();
        QCOMPARE(m_tasks->rowCount(), 0); // asked first
        confirm();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("ssh://far/mnt/beta")));
        QTRY_VERIFY(m_runner->overview({JobKind::Sync, "copies"})->history.last());
    }

    void badgesOfOwnJobs()
    {
        QSignalSpy changed(m_fake->store.get(), &OpenStore::pruneJobsChanged);
        PruneJobItem elsewhere = ownItem();
        elsewhere.notes.place = "/mnt/beta";
        m_fake->store->setOwnPruneJobs({{elsewhere.job, elsewhere.notes}});
        QVERIFY(m_fake->store->pruneJobs().empty() && changed.isEmpty());
        PruneJobItem disabled = ownItem();
        disabled.job.disable = true;
        m_fake->store->setOwnPruneJobs({{disabled.job, disabled.notes}});
        QVERIFY(m_fake->store->pruneJobs().empty());
        m_fake->store->setOwnPruneJobs({{ownItem().job, ownItem().notes}});
        QCOMPARE(m_fake->store->pruneJobs().size(), 1U);
        QCOMPARE(changed.size(), 1);
    }

    void failuresAreTold()
    {
        QSignalSpy failed(m_controller, &PruneJobController::failed);
        m_own->change([](OwnJobs &jobs) { return jobs.remove(JobKind::Prune, "none"); });
        QTRY_COMPARE(failed.size(), 1);
    }

private:
    void add(const PruneJobItem &item)
    {
        const auto before = m_own->pruneJobs().size();
        m_own->change([item](OwnJobs &jobs) { return jobs.add(item.job, item.notes); });
        QTRY_COMPARE(m_own->pruneJobs().size(), before + 1);
    }
    static SyncJob copies()
    {
        SyncJob job;
        job.id = "copies";
        job.store = "alpha";
        job.remoteStore = "beta";
        job.schedule = "daily";
        return job;
    }
    void addSync(const SyncJob &job, const JobNotes &notes)
    {
        m_own->change([job, notes](OwnJobs &jobs) { return jobs.add(job, notes); });
        QTRY_COMPARE(m_own->syncJobs().size(), 1U);
    }
    JobsDialog *showTable()
    {
        m_controller->showTable(m_fake->store.get());
        auto *table = m_window->findChild<JobsDialog *>();
        const QSignalSpy loaded(table, &JobsDialog::loaded);
        [&] { QTRY_VERIFY(!loaded.isEmpty()); }();
        return table;
    }
    PruneJobEditor *openEditor()
    {
        m_editor = nullptr;
        [&] { QTRY_VERIFY((m_editor = visible<PruneJobEditor>())); }();
        return m_editor;
    }
    template<typename T>
    T *visible() const
    {
        for (T *each : m_window->findChildren<T *>()) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    template<typename T>
    T *field(const char *name) const
    {
        return m_editor->findChild<T *>(QString::fromLatin1(name));
    }
    static QPushButton *button(const QDialog *dialog, const char *name)
    {
        return dialog->findChild<QPushButton *>(QString::fromLatin1(name));
    }
    void confirm()
    {
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = visible<QMessageBox>()));
        for (QAbstractButton *each : box->buttons()) {
            if (box->buttonRole(each) == QMessageBox::AcceptRole)
                return each->click();
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeStore> m_fake;
    JobFiles m_files;
    std::unique_ptr<TaskList> m_tasks;
    std::unique_ptr<JobRunner> m_runner;
    std::unique_ptr<OwnJobList> m_own;
    std::unique_ptr<QWidget> m_window;
    PruneJobController *m_controller = nullptr;
    PruneJobEditor *m_editor = nullptr;
};

QTEST_MAIN(TestPruneJobs)

#include "tst_prunejobs.moc"
