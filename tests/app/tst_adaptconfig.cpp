// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "treebackend.h"

#include "app/applystate.h"
#include "app/consequencespage.h"
#include "app/plantexts.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace espalier;
using namespace espalier::test;

namespace {

const std::string pruneJobs = "prune: p\n\tkeep-last 3\n\tns a\n\tschedule daily\n\tstore alpha\n";

/// A page on a store whose namespace "a", which a prune job names, is to be called "new".
struct Page
{
    explicit Page(bool isWritable = true) : fake(TreeBuilder().add("a", makeGroup("vm/1")).build())
    {
        fake.backend->references.jobs = readJobs(JobKind::Prune, pruneJobs, "prune.cfg").jobs;
        fake.backend->config.texts = {{ConfigFile::PruneJobs, pruneJobs}};
        if (isWritable)
            fake.backend->config.writable = {allConfigFiles.begin(), allConfigFiles.end()};
        fake.store->load();
        [this] { QTRY_COMPARE(fake.store->loadState(), OpenStore::LoadState::Ready); }();
        page.setOpenStores({fake.store.get()});
        page.setStore(fake.store.get());
        fake.store->stage(MoveNamespace{.from = ns("a"), .to = ns("new"), .maxDepth = {}}, QStringLiteral("rename"));
        page.show();
        [this] { QTRY_COMPARE(list()->topLevelItemCount(), 1); }();
    }

    QTreeWidget *list() const { return page.findChild<QTreeWidget *>(); }
    QCheckBox *along() const { return page.findChild<QCheckBox *>(); }
    QPlainTextEdit *diff() const { return page.findChild<QPlainTextEdit *>(); }
    QString command() const { return list()->topLevelItem(0)->text(1); }

    TestStore fake;
    ConsequencesPage page;
};

} // namespace

class TestAdaptConfig : public QObject
{
    Q_OBJECT

private slots:
    void offersCommands();
    void changesAlong();
    void waitsUntilItIsKnown();
    void notWithoutRights();
    void nothingToChange();
    void plansAsFiles();
};

void TestAdaptConfig::offersCommands()
{
    const Page p;
    QCOMPARE(p.command(), QStringLiteral("proxmox-backup-manager prune-job update p --ns new"));
    QVERIFY(p.along()->isVisible() && !p.along()->isChecked());
    QVERIFY(!p.diff()->isVisible());
    QVERIFY(!p.fake.store->adaptsConfig());
}

void TestAdaptConfig::changesAlong()
{
    const Page p;
    p.along()->click();
    QVERIFY(p.fake.store->adaptsConfig());
    QVERIFY(p.diff()->isVisible());
    QVERIFY(p.diff()->toPlainText().contains(QStringLiteral("-\tns a\n+\tns new\n")));
    QCOMPARE(p.command(), QString());
    QCOMPARE(p.fake.store->configPlan()->edits.size(), std::size_t(1));
    p.along()->click();
    QVERIFY(!p.diff()->isVisible());
    QVERIFY(!p.command().isEmpty());
}

/// Another change: until it is worked out what goes along nothing can be applied.
void TestAdaptConfig::waitsUntilItIsKnown()
{
    const Page p;
    p.along()->click();
    QVERIFY(applyState(p.fake.store.get(), false).enabled);
    p.fake.store->stageCreate(ns("b"));
    QVERIFY(!p.fake.store->configPlan());
    QVERIFY(!applyState(p.fake.store.get(), false).enabled);
    QTRY_VERIFY(p.fake.store->configPlan());
    QVERIFY(applyState(p.fake.store.get(), false).enabled);
    QCOMPARE(p.fake.store->configPlan()->edits.size(), std::size_t(1));
    QVERIFY(p.along()->isChecked());
}

void TestAdaptConfig::notWithoutRights()
{
    const Page p(false);
    QVERIFY(!p.along()->isVisible());
    QVERIFY(!p.command().isEmpty());
}

void TestAdaptConfig::nothingToChange()
{
    const Page p;
    p.along()->click();
    p.fake.store->discardChanges();
    QTRY_VERIFY(p.fake.store->configPlan());
    QVERIFY(!p.along()->isVisible() && p.fake.store->configPlan()->isEmpty());
}

void TestAdaptConfig::plansAsFiles()
{
    const Page p;
    QVERIFY(!PendingPlan(*p.fake.store).config);
    p.along()->click();
    const auto file = parsePlanFile(planFileTextOf(PendingPlan(*p.fake.store)), "plan.json");
    QVERIFY(file && file->config);
    QVERIFY(checkSameEdits(*p.fake.store->configPlan(), file->config->pauses, file->config->edits));
}

QTEST_MAIN(TestAdaptConfig)

#include "tst_adaptconfig.moc"
