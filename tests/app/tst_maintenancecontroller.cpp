// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/maintenancecontroller.h"
#include "app/maintenancedialog.h"
#include "app/placenotice.h"
#include "app/storelist.h"
#include "fakebackend.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace espalier;
using namespace espalier::test;

namespace {

/// A datastore that is open, the controller, and what it said last.
struct Maintenance
{
    Maintenance()
        : stores([this](const Place &place) {
            auto made = std::make_unique<FakeBackend>(smallTree(), place.path());
            backend = made.get();
            return made;
        })
        , controller(&stores, &window)
    {
        QObject::connect(&controller, &MaintenanceController::told, &window, [this](MessageBar::Kind kind, const QString &words) {
            lastKind = kind;
            last = words;
        });
        store = stores.open(Place::fromString("/mnt/alpha").value());
        stores.setActive(store);
    }

    bool isReady() const
    {
        return QTest::qWaitFor([this] { return store->loadState() == OpenStore::LoadState::Ready; });
    }

    MaintenanceDialog *ask()
    {
        controller.ask();
        return window.findChild<MaintenanceDialog *>();
    }

    std::optional<PlaceNotice> notice() const { return placeNotice(store, controller.holds(store)); }

    FakeBackend *backend = nullptr;
    QWidget window;
    StoreList stores;
    MaintenanceController controller;
    OpenStore *store;
    MessageBar::Kind lastKind = MessageBar::Kind::Information;
    QString last;
};

} // namespace

class TestMaintenanceController : public QObject
{
    Q_OBJECT

private slots:
    void aModeIsSetAndEnded()
    {
        Maintenance m;
        QVERIFY(m.isReady());
        QVERIFY(!m.notice());
        MaintenanceDialog *dialog = m.ask();
        QVERIFY(dialog);
        dialog->findChild<QRadioButton *>(QStringLiteral("offlineButton"))->click();
        dialog->findChild<QLineEdit *>(QStringLiteral("messageEdit"))->setText(QStringLiteral(" disk swap "));
        dialog->accept();
        QTRY_COMPARE(m.lastKind, MessageBar::Kind::Success);
        QVERIFY(m.backend->held);
        QCOMPARE(m.backend->held->ours, maintenanceValue({MaintenanceMode::Type::Offline, "disk swap"}).value());
        QTRY_VERIFY(m.notice());
        QVERIFY(m.notice()->endsMaintenance);
        QVERIFY(m.notice()->text.contains(QStringLiteral("disk swap")));
        m.controller.end(m.store);
        QTRY_VERIFY(!m.notice());
        QVERIFY(!m.backend->held);
    }

    /// Nothing is set, and the reason is said.
    void aRefusalIsSaid()
    {
        Maintenance m;
        QVERIFY(m.isReady());
        m.backend->maintenanceError = Error{Error::Kind::Denied, MessageId::MaintenanceNoBootCheck, {}, 0};
        m.ask()->accept();
        QTRY_COMPARE(m.lastKind, MessageBar::Kind::Error);
        QVERIFY(m.last.contains(QStringLiteral("espalier-guardian")));
        QVERIFY(!m.controller.holds(m.store));
        QVERIFY(!m.notice());
    }

    /// What was asked before the mode was set may be answered after it.
    void aLateAnswerDoesNotForgetIt()
    {
        Maintenance m;
        QVERIFY(m.isReady());
        m.backend->isGated = true;
        m.ask()->accept();
        m.backend->release();
        QTRY_VERIFY(m.controller.holds(m.store));
        const auto held = std::exchange(m.backend->held, std::nullopt);
        m.backend->activity.readers = 1;
        m.backend->release();
        QTRY_COMPARE(m.store->state()->activity.readers, 1);
        QVERIFY(m.controller.holds(m.store));
        m.backend->isGated = false;
        m.backend->held = held;
        m.store->refreshState();
        QTRY_VERIFY(m.notice());
        QVERIFY(m.notice()->endsMaintenance);
        m.backend->held.reset(); // the host ended it
        m.store->refreshState();
        QTRY_VERIFY(!m.controller.holds(m.store));
    }

    void oneOfSomebodyElseIsOnlySaid()
    {
        Maintenance m;
        QVERIFY(m.isReady());
        m.backend->held = HeldMaintenance{.store = "alpha", .former = {}, .ours = "type=offline", .since = 1, .isGuarded = true};
        m.store->refreshState();
        QTRY_VERIFY(m.notice());
        QVERIFY(!m.notice()->endsMaintenance);
        m.backend->held->isGuarded = false; // left behind
        m.store->refreshState();
        QTRY_VERIFY(m.notice()->endsMaintenance);
        QCOMPARE(m.notice()->kind, MessageBar::Kind::Warning);
        m.controller.end(m.store);
        QTRY_VERIFY(!m.notice());
    }

    void onlyWhatPbsTakesCanBeSet()
    {
        Maintenance m;
        QVERIFY(m.isReady());
        MaintenanceDialog *dialog = m.ask();
        const auto *ok = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        auto *edit = dialog->findChild<QLineEdit *>(QStringLiteral("messageEdit"));
        QVERIFY(ok->isEnabled());
        const QString plain = dialog->findChild<QLabel *>(QStringLiteral("problemLabel"))->text();
        for (const char *bad : {"", "  ", "a\"b", "one, two", "x=y"}) {
            edit->setText(QString::fromLatin1(bad));
            QVERIFY2(!ok->isEnabled(), bad);
            QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("problemLabel"))->text() != plain);
        }
        edit->setText(QStringLiteral("Plattentausch"));
        QVERIFY(ok->isEnabled());
        dialog->reject();
        QVERIFY(!m.backend->held);
    }
};

QTEST_MAIN(TestMaintenanceController)
#include "tst_maintenancecontroller.moc"
