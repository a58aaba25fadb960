// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fakebackend.h"

#include "app/changedialog.h"
#include "app/mergedialog.h"
#include "app/recoverydialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <ranges>

using namespace espalier;
using namespace espalier::test;

/// The dialogs that ask before two groups become one, and before an interrupted run is gone on with.
class TestItemDialogs : public QObject
{
    Q_OBJECT

private:
    static QPushButton *button(const QDialog &dialog, const QString &text)
    {
        for (auto *each : dialog.findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }

    static void load(const FakeStore &fake)
    {
        fake.store->load();
        QTRY_COMPARE(fake.store->loadState(), OpenStore::LoadState::Ready);
    }

private slots:
    void mergeShowsBothSideBySide()
    {
        const FakeStore fake;
        load(fake);
        fake.backend->identities[{ns(""), group("vm/100")}] = {.guestName = "web", .archives = {"drive-scsi0.img"}, .readable = true};
        fake.backend->identities[{ns("a"), group("vm/100")}] = {.guestName = "mail", .archives = {"drive-scsi0.img"}, .readable = true};
        MergeDialog dialog(fake.store.get(), {ns(""), group("vm/100"), ns("a"), ForeignEntries::Undecided, ExistingGroup::Undecided});
        auto *merge = button(dialog, QStringLiteral("&Merge them"));
        QVERIFY(merge && !merge->isEnabled()); // nobody has seen them yet
        const QSignalSpy compared(&dialog, &MergeDialog::compared);
        QTRY_COMPARE(compared.size(), 1);
        QVERIFY(!merge->isDefault() && !merge->autoDefault()); // Return decides nothing
        const auto *table = dialog.findChild<QTreeWidget *>();
        QCOMPARE(table->topLevelItem(0)->text(1), QStringLiteral("web"));
        QCOMPARE(table->topLevelItem(0)->text(2), QStringLiteral("mail"));
        const auto isBlank = [table](int row) {
            const QImage image = table->topLevelItem(row)->icon(0).pixmap(16).toImage();
            return std::ranges::all_of(std::views::iota(0, image.width() * image.height()),
                                       [&](int i) { return qAlpha(image.pixel(i % image.width(), i / image.width())) == 0; });
        };
        QVERIFY(!isBlank(0));
        QVERIFY(isBlank(1)); // the archives are the same
        const QSignalSpy both(&dialog, &MergeDialog::keepBothRequested);
        const QSignalSpy merged(&dialog, &MergeDialog::mergeRequested);
        button(dialog, QStringLiteral("Keep &both"))->click();
        QCOMPARE(both.size(), 1);
        QVERIFY(merged.isEmpty());
    }

    void changeSaysNothingBeforeSomethingIsEntered()
    {
        const auto judge = [](const QString &text) {
            return text == QLatin1String("new")
                ? Verdict{}
                : Verdict{Verdict::Level::Refused, Error{Error::Kind::Conflict, MessageId::PlanSameName, {"a"}, 0}, {}};
        };
        const ChangeDialog dialog(QStringLiteral("Rename"), QStringLiteral("New name:"), QStringLiteral("a"), ChangeDialog::Lines::One,
                                  judge);
        const auto said = [&dialog] {
            QStringList texts;
            for (const QLabel *label : dialog.findChildren<QLabel *>())
                texts << label->text();
            return texts.filter(QStringLiteral("this name")).size();
        };
        const auto *ok = dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        QVERIFY(said() == 0 && !ok->isEnabled());
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("b"));
        QVERIFY(said() == 1 && !ok->isEnabled());
        dialog.findChild<QLineEdit *>()->setText(QStringLiteral("new"));
        QVERIFY(said() == 0 && ok->isEnabled());
    }

    void recoverySaysWhatIsLeft()
    {
        const FakeStore fake;
        load(fake);
        Recovery recovery;
        recovery.runId = "20261123T001500Z-012345-4f2a91c0";
        const auto add = [&](const char *name, RecoveryStep::State state, Verdict verdict) {
            recovery.steps.push_back({.index = recovery.steps.size(),
                                      .step = RunMoveGroup{ns(""), group(name), ns("a")},
                                      .facts = {},
                                      .state = state,
                                      .verdict = std::move(verdict)});
        };
        add("vm/100", RecoveryStep::State::Finished, {});
        add("vm/101", RecoveryStep::State::NotDone, {});
        add("ct/200", RecoveryStep::State::Changed,
            {Verdict::Level::Refused, Error{Error::Kind::Conflict, MessageId::RecoveryChanged, {}, 0}, {}});
        RecoveryDialog dialog(fake.store.get(), recovery);
        const auto *steps = dialog.findChild<QTreeWidget *>();
        QCOMPARE(steps->topLevelItemCount(), 3);
        QCOMPARE(steps->topLevelItem(1)->text(0), QStringLiteral("not done"));
        QVERIFY(!steps->topLevelItem(2)->text(2).isEmpty());
        QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("problemLabel"))->text().startsWith(QStringLiteral("1 step")));
        QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("laterButton"))->isDefault()); // Return decides nothing
        const QSignalSpy finish(&dialog, &RecoveryDialog::finishRequested);
        dialog.findChild<QPushButton *>(QStringLiteral("finishButton"))->click();
        QCOMPARE(finish.size(), 1);
    }
};

QTEST_MAIN(TestItemDialogs)
#include "tst_itemdialogs.moc"
