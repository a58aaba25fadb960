// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/connectdialog.h"
#include "app/sshquestioncontroller.h"
#include "app/sshquestiondialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <map>

using namespace espalier;

namespace {

HostReport reportOf(std::vector<ConfiguredStore> stores)
{
    return {.user = "me",
            .worker = "backup@pbs1",
            .isAgentInstalled = true,
            .stores = {.pbsVersion = "4.2.3", .stores = std::move(stores), .problem = {}}};
}

SshQuestion secret(int id, const char *text, bool isAgain)
{
    return {.id = id,
            .kind = SshQuestion::Kind::Secret,
            .host = QStringLiteral("ssh://pbs1:2222/"),
            .text = QString::fromLatin1(text),
            .isAgain = isAgain};
}

class FakeKeyRing : public KeyRing
{
public:
    bool isAvailable() const override { return true; }
    void read(const QString &name, QObject *, std::function<void(const QString &)> found) override { found(secrets[name]); }
    void write(const QString &name, const QString &secret) override { secrets[name] = secret; }
    void remove(const QString &name) override { secrets.erase(name); }

    std::map<QString, QString> secrets;
};

} // namespace

class TestConnectDialog : public QObject
{
    Q_OBJECT

private slots:
    void theHostsDatastoresAreOffered()
    {
        Place asked;
        ConnectDialog dialog([&](const Place &host, const std::stop_token &) -> Result<HostReport> {
            asked = host;
            return reportOf(
                {{.name = "tank", .path = "/mnt/tank", .maintenanceMode = {}, .maintenanceMessage = {}},
                 {.name = "cloud", .path = "/mnt/a b", .maintenanceMode = "read-only", .maintenanceMessage = {}, .isS3 = true}});
        });
        dialog.show();
        QVERIFY(!open(dialog)->isEnabled());
        QVERIFY(!button(dialog, "connectButton")->isEnabled());
        dialog.setHost(QStringLiteral("me@pbs1:2222"));
        QVERIFY(button(dialog, "connectButton")->isEnabled());
        QSignalSpy probed(&dialog, &ConnectDialog::probed);
        QTest::mouseClick(button(dialog, "connectButton"), Qt::LeftButton);
        QVERIFY(probed.wait());
        QCOMPARE(asked.host(), "pbs1");
        QCOMPARE(asked.user(), "me");
        QCOMPARE(asked.port(), 2222);
        auto *stores = dialog.findChild<QTreeWidget *>(QStringLiteral("storesView"));
        QCOMPARE(stores->topLevelItemCount(), 2);
        QVERIFY(stores->topLevelItem(1)->text(2).contains(QStringLiteral("S3"))
                && stores->topLevelItem(1)->text(2).contains(QStringLiteral("read-only")));
        QCOMPARE(dialog.place()->toString(), "ssh://me@pbs1:2222/mnt/tank");
        QVERIFY(open(dialog)->isEnabled());
        stores->setCurrentItem(stores->topLevelItem(1));
        QCOMPARE(dialog.place()->path(), "/mnt/a b");
        const QString words = dialog.findChild<QLabel *>(QStringLiteral("stateLabel"))->text();
        QVERIFY(words.contains(QStringLiteral("me")) && words.contains(QStringLiteral("backup@pbs1"))
                && words.contains(QStringLiteral("4.2.3")));
    }

    void whatFailsIsSaidAndAnotherHostForgetsIt()
    {
        ConnectDialog dialog([](const Place &, const std::stop_token &) -> Result<HostReport> {
            return fail(Error::Kind::Unreachable, MessageId::SshDenied, "pbs1", "Permission denied (publickey).");
        });
        dialog.setHost(QStringLiteral("pbs1"));
        QSignalSpy probed(&dialog, &ConnectDialog::probed);
        dialog.connectToHost();
        QVERIFY(probed.wait());
        auto *state = dialog.findChild<QLabel *>(QStringLiteral("stateLabel"));
        QVERIFY(state->text().contains(QStringLiteral("Permission denied (publickey).")));
        dialog.setHost(QStringLiteral("pbs2"));
        QVERIFY(!state->text().contains(QStringLiteral("Permission denied")));
    }

    void aDirectoryCanBeEnteredByHand()
    {
        ConnectDialog dialog([](const Place &, const std::stop_token &) -> Result<HostReport> { return reportOf({}); });
        dialog.setHost(QStringLiteral("pbs1"));
        auto *path = dialog.findChild<QLineEdit *>(QStringLiteral("pathEdit"));
        for (const char *bad : {"relative", "/", ""}) {
            path->setText(QString::fromLatin1(bad));
            QVERIFY(!dialog.place());
        }
        path->setText(QStringLiteral("/mnt/100% ümläut"));
        QCOMPARE(QString::fromStdString(dialog.place()->path()), QStringLiteral("/mnt/100% ümläut"));
    }

    void connectingCanBeStopped()
    {
        ConnectDialog dialog([](const Place &, const std::stop_token &stop) -> Result<HostReport> {
            while (!stop.stop_requested())
                QTest::qSleep(5);
            return fail(Error::Kind::Stopped, MessageId::ScanStopped, "pbs1");
        });
        dialog.setHost(QStringLiteral("pbs1"));
        dialog.show();
        dialog.connectToHost();
        QVERIFY(button(dialog, "stopButton")->isVisible());
        QTest::mouseClick(button(dialog, "stopButton"), Qt::LeftButton);
        QVERIFY(!button(dialog, "stopButton")->isVisible());
        QTest::qWait(50);
        QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("stateLabel"))->text().startsWith(QStringLiteral("Stopped")));
    }

    void badHostsCannotBeConnectedTo()
    {
        ConnectDialog dialog([](const Place &, const std::stop_token &) -> Result<HostReport> { return reportOf({}); });
        for (const char *bad : {"-oProxyCommand=x", "a b", "", "host;rm", "$(x)", "a/b"}) {
            dialog.setHost(QString::fromLatin1(bad));
            QVERIFY2(!button(dialog, "connectButton")->isEnabled(), bad);
        }
    }

    void hostsAreOffered()
    {
        ConnectDialog dialog([](const Place &, const std::stop_token &) -> Result<HostReport> { return reportOf({}); },
                             [] { return QStringList{QStringLiteral("pbs1"), QStringLiteral("pbs2")}; });
        auto *box = dialog.findChild<QComboBox *>(QStringLiteral("hostBox"));
        QTRY_COMPARE(box->count(), 2);
    }

    void aSecretIsAskedForAndRemembered()
    {
        QWidget window;
        SshQuestions questions;
        FakeKeyRing ring;
        new SshQuestionController(questions, ring, &window);
        emit questions.asked(secret(1, "me@pbs1's password: ", false));
        auto *dialog = shown();
        QVERIFY(dialog);
        auto *edit = dialog->findChild<QLineEdit *>();
        QCOMPARE(edit->echoMode(), QLineEdit::Password);
        QTest::keyClicks(edit, QStringLiteral("sesame"));
        for (auto *box : dialog->findChildren<QAbstractButton *>()) {
            if (box->isCheckable())
                box->click();
        }
        dialog->accept();
        QCOMPARE(ring.secrets[QStringLiteral("ssh://pbs1:2222/ me@pbs1's password:")], QStringLiteral("sesame"));
        // the next time nobody is asked; where it was wrong it is forgotten
        emit questions.asked(secret(2, "me@pbs1's password: ", false));
        QVERIFY(!shown());
        emit questions.asked(secret(3, "me@pbs1's password: ", true));
        QVERIFY(shown());
        QVERIFY(!ring.secrets.contains(QStringLiteral("ssh://pbs1:2222/ me@pbs1's password:")));
        shown()->reject();
    }

    /// Such as a code that is good for once.
    void whatAHostAsksOnItsOwnIsNotKept()
    {
        QWidget window;
        SshQuestions questions;
        FakeKeyRing ring;
        ring.secrets[QStringLiteral("ssh://pbs1:2222/ Verification code:")] = QStringLiteral("123456");
        new SshQuestionController(questions, ring, &window);
        emit questions.asked(secret(1, "Verification code: ", false));
        QVERIFY(shown());
        for (const auto *box : shown()->findChildren<QCheckBox *>())
            QVERIFY(!box->isVisible());
        shown()->reject();
    }

    void anUnknownHostIsNotAgreedToByReturn()
    {
        SshQuestionDialog dialog({1, SshQuestion::Kind::HostKey, QStringLiteral("ED25519 key fingerprint is SHA256:abc.\n(yes/no)? ")},
                                 true);
        dialog.show();
        QVERIFY(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Cancel)->isDefault());
        QVERIFY(!dialog.findChild<QLineEdit *>());
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QTest::keyClick(&dialog, Qt::Key_Return);
        QCOMPARE(accepted.size(), 0);
        QVERIFY(!dialog.isVisible());
    }

    void questionsComeOneAfterTheOther()
    {
        QWidget window;
        SshQuestions questions;
        FakeKeyRing ring;
        new SshQuestionController(questions, ring, &window);
        emit questions.asked(secret(1, "first: ", false));
        emit questions.asked(secret(2, "second: ", false));
        QVERIFY(text(shown()).contains(QStringLiteral("first")));
        shown()->reject();
        QTRY_VERIFY(shown() && text(shown()).contains(QStringLiteral("second")));
        emit questions.takenBack(2);
        QTRY_VERIFY(!shown());
    }

private:
    static QPushButton *button(const QWidget &dialog, const char *name)
    {
        return dialog.findChild<QPushButton *>(QString::fromLatin1(name));
    }
    static QPushButton *open(const QWidget &dialog) { return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Open); }

    static SshQuestionDialog *shown()
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *dialog = qobject_cast<SshQuestionDialog *>(widget); dialog && dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    static QString text(const QWidget *dialog)
    {
        QString all;
        for (const auto *label : dialog->findChildren<QLabel *>())
            all += label->text();
        return all;
    }
};

QTEST_MAIN(TestConnectDialog)

#include "tst_connectdialog.moc"
