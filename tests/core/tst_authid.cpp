// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/authid.h"
#include "core/pbs/groupfiles.h"

#include <QTest>

using namespace espalier;

/// Users and tokens, and the files of a group: owner and notes.
class TestAuthId : public QObject
{
    Q_OBJECT

private slots:
    void reading_data();
    void reading();
    void ownerFiles_data();
    void ownerFiles();
    void ownerRoundTrip();
    void firstLines_data();
    void firstLines();
};

void TestAuthId::reading_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("realm");
    QTest::addColumn<QByteArray>("token");

    const auto good = [](const char *row, const QByteArray &text, const QByteArray &name, const QByteArray &realm,
                         const QByteArray &token) { QTest::newRow(row) << text << true << name << realm << token; };
    const auto bad = [](const char *row, const QByteArray &text) {
        QTest::newRow(row) << text << false << QByteArray() << QByteArray() << QByteArray();
    };

    good("user", "root@pam", "root", "pam", "");
    good("token", "sync@pbs!nightly", "sync", "pbs", "nightly");
    good("token of one letter", "sync@pbs!t", "sync", "pbs", "t");
    good("exclamation mark in the name", "a!b@pbs", "a!b", "pbs", "");
    good("the same with a token", "a!b@pbs!t", "a!b", "pbs", "t");
    good("at sign in the name", "root@pam@pbs", "root@pam", "pbs", "");
    good("umlaut in the name", "m\xc3\xbcller@pbs", "m\xc3\xbcller", "pbs", "");
    good("longer than a parameter may be", QByteArray(100, 'u') + "@pbs", QByteArray(100, 'u'), "pbs", "");
    good("longest realm", "u@" + QByteArray(32, 'r'), "u", QByteArray(32, 'r'), "");
    bad("nothing", "");
    bad("no realm", "root");
    bad("empty realm", "root@");
    bad("realm of one letter", "root@p");
    bad("realm of 33 letters", "u@" + QByteArray(33, 'r'));
    bad("empty name", "@pam");
    bad("empty token", "root@pam!");
    bad("token begins with a dot", "root@pam!.t");
    bad("two tokens", "root@pam!a!b");
    bad("blank in the name", "a b@pam");
    bad("no-break space in the name", "a\xc2\xa0@pam");
    bad("slash in the name", "a/b@pam");
    bad("colon in the name", "a:b@pam");
    bad("control character in the name", "a\x01@pam");
    bad("delete character in the name", "a\x7f@pam");
    bad("zero byte in the name", QByteArray("a\0@pam", 6));
    bad("broken bytes in the name", "a\xff@pam");
    bad("line break at the end", "root@pam\n");
}

void TestAuthId::reading()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    const auto id = AuthId::fromString(text.toStdString());
    QCOMPARE(id.has_value(), ok);
    if (!id) {
        QCOMPARE(id.error().id, MessageId::AuthIdMalformed);
        return;
    }
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, realm);
    QFETCH(QByteArray, token);
    QCOMPARE(id->name(), std::string_view(name));
    QCOMPARE(id->realm(), std::string_view(realm));
    QCOMPARE(id->token(), std::string_view(token));
    QCOMPARE(id->user(), std::string_view(name + "@" + realm));
    QCOMPARE(id->isToken(), !token.isEmpty());
    QCOMPARE(id->toString(), text.toStdString());
}

void TestAuthId::ownerFiles_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("owner"); // empty: refused

    QTest::newRow("as PBS writes it") << QByteArray("root@pam\n") << QByteArray("root@pam");
    QTest::newRow("without line break") << QByteArray("root@pam") << QByteArray("root@pam");
    QTest::newRow("blanks behind") << QByteArray("root@pam \t\r\n") << QByteArray("root@pam");
    QTest::newRow("more lines") << QByteArray("root@pam\nsomebody else\n") << QByteArray("root@pam");
    QTest::newRow("blank before") << QByteArray(" root@pam\n") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("empty first line") << QByteArray("\nroot@pam\n") << QByteArray();
    QTest::newRow("no owner") << QByteArray("hello\n") << QByteArray();
}

void TestAuthId::ownerFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, owner);
    const auto read = readOwner(content.toStdString(), "vm/100/owner");
    QCOMPARE(read.has_value(), !owner.isEmpty());
    if (read) {
        QCOMPARE(QByteArray::fromStdString(read->toString()), owner);
        return;
    }
    QCOMPARE(read.error().kind, Error::Kind::Damaged);
    QCOMPARE(read.error().id, MessageId::OwnerDamaged);
    QCOMPARE(read.error().args.front(), std::string("vm/100/owner"));
}

void TestAuthId::ownerRoundTrip()
{
    const auto owner = AuthId::fromString("a!b@pbs!t").value();
    QCOMPARE(writeOwner(owner), std::string("a!b@pbs!t\n"));
    QCOMPARE(readOwner(writeOwner(owner), "owner").value(), owner);
}

void TestAuthId::firstLines_data()
{
    QTest::addColumn<QByteArray>("notes");
    QTest::addColumn<QByteArray>("line");

    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("one line") << QByteArray("web server") << QByteArray("web server");
    QTest::newRow("two lines") << QByteArray("web server\nsince 2020") << QByteArray("web server");
    QTest::newRow("Windows line end") << QByteArray("web\r\nsince") << QByteArray("web");
    QTest::newRow("white space around") << QByteArray(" \t\xc2\xa0web \n") << QByteArray("web");
    QTest::newRow("empty first line") << QByteArray("\nweb") << QByteArray();
    QTest::newRow("umlaut") << QByteArray("gr\xc3\xb6\xc3\x9f"
                                          "er")
                            << QByteArray("gr\xc3\xb6\xc3\x9f"
                                          "er");
    QTest::newRow("broken byte") << QByteArray("a\xff"
                                               "b")
                                 << QByteArray("a\xef\xbf\xbd"
                                               "b");
    QTest::newRow("cut character") << QByteArray("a\xc3") << QByteArray("a\xef\xbf\xbd");
    QTest::newRow("terminal sequence") << QByteArray("a\x1b[2J") << QByteArray("a\xef\xbf\xbd[2J");
    QTest::newRow("tab inside") << QByteArray("a\tb") << QByteArray("a\tb");
    QTest::newRow("too long") << QByteArray(300, 'x') << QByteArray(256, 'x');
    QTest::newRow("cut between characters") << QByteArray(255, 'x') + "\xc3\xa4" << QByteArray(255, 'x');
}

void TestAuthId::firstLines()
{
    QFETCH(QByteArray, notes);
    QFETCH(QByteArray, line);
    QCOMPARE(QByteArray::fromStdString(firstLine(notes.toStdString())), line);
}

QTEST_GUILESS_MAIN(TestAuthId)

#include "tst_authid.moc"
