// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "treebackend.h"

#include "app/highlighting.h"
#include "app/plantextpage.h"
#include "core/plan/planfile.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

/// A page on a store with as many groups in its root as asked for, and all of their moves pending.
struct Page
{
    explicit Page(int groups = 2, bool writable = true) : fake(treeOf(groups))
    {
        fake.backend->writable = writable;
        fake.store->load();
        [this] { QTRY_COMPARE(fake.store->loadState(), OpenStore::LoadState::Ready); }();
        std::vector<GroupPlace> places;
        for (const auto &each : fake.store->tree().root().groups)
            places.emplace_back(NamespacePath(), each->id);
        fake.store->stageMoves({places, {}}, ns("a"));
        page.setStore(fake.store.get());
    }

    static Tree treeOf(int groups)
    {
        TreeBuilder builder;
        builder.addNamespace("a");
        for (int i = 0; i < groups; ++i)
            builder.add("", makeGroup("vm/" + std::to_string(100 + i)));
        return builder.build();
    }

    QString shownText()
    {
        QSignalSpy shown(&page, &PlanTextPage::shown);
        page.show();
        if (shown.isEmpty() && !shown.wait(20000))
            return {};
        return edit()->toPlainText();
    }

    QPlainTextEdit *edit() const { return page.findChild<QPlainTextEdit *>(QStringLiteral("textEdit")); }
    QComboBox *flavours() const { return page.findChild<QComboBox *>(QStringLiteral("flavourBox")); }
    QLabel *notice() const { return page.findChild<QLabel *>(QStringLiteral("noticeLabel")); }

    TestStore fake;
    PlanTextPage page;
};

} // namespace

class TestPlanTextPage : public QObject
{
    Q_OBJECT

private slots:
    void scriptFollowsThePlan()
    {
        Page p;
        QVERIFY(p.shownText().contains(QStringLiteral("vm/100 vm/101 --to a \"$@\"")));
        QVERIFY(p.notice()->isHidden());
        p.fake.store->removeChange(0);
        QTRY_VERIFY(!p.edit()->toPlainText().contains(QStringLiteral("vm/100")));
        QVERIFY(p.edit()->toPlainText().contains(QStringLiteral("vm/101 --to a")));
        p.fake.store->discardChanges();
        QTRY_COMPARE(p.edit()->toPlainText(), QString());
        QVERIFY(!p.page.findChild<QPushButton *>(QStringLiteral("saveButton"))->isEnabled());
        p.page.setStore(nullptr);
        p.fake.store->undoStack()->undo();
        QVERIFY(p.edit()->toPlainText().isEmpty());
    }

    void flavourIsChosen()
    {
        Page p;
        QVERIFY(p.shownText().contains(QStringLiteral("espalierctl move")));
        p.flavours()->setCurrentIndex(1);
        QTRY_VERIFY(p.edit()->toPlainText().contains(QStringLiteral("proxmox-backup-client group move vm/101")));
        QVERIFY(p.edit()->toPlainText().contains(QStringLiteral("PBS_REPOSITORY")));
    }

    /// Where nothing can be written from here the plan is still offered, for PBS's own client.
    void readOnlyStoreHasAWayOut()
    {
        Page p(2, false);
        QCOMPARE(p.fake.store->plan().steps[0].verdict.level, Verdict::Level::Refused);
        QVERIFY(p.shownText().contains(QStringLiteral("\nproxmox-backup-client group move vm/100 --target-ns a")));
        QVERIFY(!p.notice()->isHidden());
        emit p.flavours()->activated(0);
        p.flavours()->setCurrentIndex(0);
        p.fake.store->refreshState();
        QTRY_VERIFY(p.edit()->toPlainText().contains(QStringLiteral("\nespalierctl move")));
        QCOMPARE(p.flavours()->currentIndex(), 0);
    }

    void jsonIsAPlanFile()
    {
        Page p;
        p.page.setContent(PlanTextPage::Content::Json);
        const auto file = parsePlanFile(p.shownText().toStdString(), "shown");
        QVERIFY(file.has_value());
        QVERIFY(file->changes == p.fake.store->changes());
        QCOMPARE(file->steps.size(), std::size_t(2));
        QVERIFY(!p.flavours()->isVisible());
    }

    void longTextsAreCutOnlyOnTheScreen()
    {
        Page p(5000);
        p.page.setContent(PlanTextPage::Content::Json);
        const QString shown = p.shownText();
        QVERIFY(!shown.isEmpty() && shown.size() <= previewLimit);
        QVERIFY(!p.notice()->isHidden());
        p.page.findChild<QPushButton *>(QStringLiteral("copyButton"))->click();
        const auto copied = parsePlanFile(QGuiApplication::clipboard()->text().toStdString(), "copied");
        QVERIFY(copied && copied->changes.size() == 5000);
    }

    void savedScriptCanBeRun()
    {
        Page p;
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("plan.sh"));
        QSignalSpy saved(&p.page, &PlanTextPage::saved);
        p.page.save(name); // never shown
        QVERIFY(saved.wait());
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("#!/bin/sh\n"));
        QVERIFY(QFileInfo(name).isExecutable());
    }

    void failedSavingIsSaid()
    {
        Page p;
        p.page.show();
        p.page.save(QStringLiteral("/nowhere/at/all.sh"));
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = p.page.findChild<QMessageBox *>()) != nullptr);
        QVERIFY(box->text().contains(QStringLiteral("/nowhere/at/all.sh")));
        box->close();
    }
};

QTEST_MAIN(TestPlanTextPage)
#include "tst_plantextpage.moc"
