// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/place.h"

#include <QTest>

using namespace espalier;

/// What people type, and what it means.
class TestPlace : public QObject
{
    Q_OBJECT

private slots:
    void directories_data();
    void directories();
    void hosts_data();
    void hosts();
    void refused_data();
    void refused();
    void names_data();
    void names();
};

void TestPlace::directories_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("path");

    QTest::newRow("absolute") << QByteArray("/mnt/ds") << QByteArray("/mnt/ds");
    QTest::newRow("root") << QByteArray("/") << QByteArray("/");
    QTest::newRow("slashes") << QByteArray("//mnt///ds//") << QByteArray("/mnt/ds");
    QTest::newRow("dots") << QByteArray("/mnt/./x/../ds/.") << QByteArray("/mnt/ds");
    QTest::newRow("above the root") << QByteArray("/../../mnt") << QByteArray("/mnt");
    QTest::newRow("relative") << QByteArray("ds") << QByteArray("/home/me/ds");
    QTest::newRow("relative up") << QByteArray("../ds") << QByteArray("/home/ds");
    QTest::newRow("here") << QByteArray(".") << QByteArray("/home/me");
    QTest::newRow("colon") << QByteArray("a:b") << QByteArray("/home/me/a:b");
    QTest::newRow("blanks and umlauts") << QByteArray("/mnt/größe 1") << QByteArray("/mnt/größe 1");
    QTest::newRow("percent stays in a path") << QByteArray("/mnt/%41") << QByteArray("/mnt/%41");
    QTest::newRow("three dots are a name") << QByteArray("/mnt/...") << QByteArray("/mnt/...");
    QTest::newRow("file URL") << QByteArray("file:///mnt/d%20s") << QByteArray("/mnt/d s");
    QTest::newRow("file URL, short") << QByteArray("file:/mnt/ds") << QByteArray("/mnt/ds");
    QTest::newRow("file URL, localhost") << QByteArray("file://localhost/mnt/ds/") << QByteArray("/mnt/ds");
}

void TestPlace::directories()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, path);
    const auto place = Place::fromString(text.toStdString(), "/home/me");
    QVERIFY(place);
    QCOMPARE(place->kind(), Place::Kind::Directory);
    QCOMPARE(QByteArray::fromStdString(place->path()), path);
    QCOMPARE(QByteArray::fromStdString(place->toString()), path);
    QVERIFY(Place::fromString(place->toString()) == *place);
}

void TestPlace::hosts_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("canonical");

    const auto row
        = [](const char *name, const char *text, const char *user, const char *host, int port, const char *path, const char *canonical) {
              QTest::newRow(name) << QByteArray(text) << QByteArray(user) << QByteArray(host) << port << QByteArray(path)
                                  << QByteArray(canonical);
          };
    row("plain", "ssh://pbs/mnt/ds", "", "pbs", 0, "/mnt/ds", "ssh://pbs/mnt/ds");
    row("all", "ssh://root@pbs.example.com:2222/mnt/ds/", "root", "pbs.example.com", 2222, "/mnt/ds",
        "ssh://root@pbs.example.com:2222/mnt/ds");
    row("domain user", "ssh://me@corp@pbs/ds", "me@corp", "pbs", 0, "/ds", "ssh://me@corp@pbs/ds");
    row("only to look", "sshfs://root@pbs:2222/mnt/a%20b", "root", "pbs", 2222, "/mnt/a b", "sshfs://root@pbs:2222/mnt/a%20b");
    row("IPv6", "ssh://[fe80::1]:22/ds", "", "fe80::1", 22, "/ds", "ssh://[fe80::1]:22/ds");
    row("encoded", "ssh://pbs/d%20s", "", "pbs", 0, "/d s", "ssh://pbs/d%20s");
    row("percent", "ssh://pbs/100%25", "", "pbs", 0, "/100%", "ssh://pbs/100%25");
    row("dots", "ssh://pbs/a/../b", "", "pbs", 0, "/b", "ssh://pbs/b");
}

void TestPlace::hosts()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, host);
    QFETCH(int, port);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, canonical);
    const auto place = Place::fromString(text.toStdString());
    QVERIFY(place);
    QCOMPARE(place->kind(), text.startsWith("sshfs") ? Place::Kind::Mount : Place::Kind::Ssh);
    QCOMPARE(QByteArray::fromStdString(place->user()), user);
    QCOMPARE(QByteArray::fromStdString(place->host()), host);
    QCOMPARE(place->port(), port);
    QCOMPARE(QByteArray::fromStdString(place->path()), path);
    QCOMPARE(QByteArray::fromStdString(place->toString()), canonical);
    QVERIFY(Place::fromString(place->toString()) == *place);
}

void TestPlace::refused_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("relative without a directory") << QByteArray("ds");
    QTest::newRow("zero byte") << QByteArray("/mnt/\0x", 7);
    QTest::newRow("other scheme") << QByteArray("https://pbs:8007/");
    QTest::newRow("host without path") << QByteArray("ssh://pbs");
    QTest::newRow("no host") << QByteArray("ssh:///mnt/ds");
    QTest::newRow("host is an option") << QByteArray("ssh://-oProxyCommand=x/ds");
    QTest::newRow("user is an option") << QByteArray("ssh://-l@pbs/ds");
    QTest::newRow("empty user") << QByteArray("ssh://@pbs/ds");
    QTest::newRow("blank in host") << QByteArray("ssh://p bs/ds");
    QTest::newRow("shell in host") << QByteArray("ssh://$(id)/ds");
    QTest::newRow("port zero") << QByteArray("ssh://pbs:0/ds");
    QTest::newRow("port too large") << QByteArray("ssh://pbs:65536/ds");
    QTest::newRow("port empty") << QByteArray("ssh://pbs:/ds");
    QTest::newRow("port with more") << QByteArray("ssh://pbs:22x/ds");
    QTest::newRow("bracket open") << QByteArray("ssh://[fe80::1/ds");
    QTest::newRow("bad percent") << QByteArray("ssh://pbs/%zz");
    QTest::newRow("percent at the end") << QByteArray("file:///mnt/%4");
    QTest::newRow("encoded zero byte") << QByteArray("file:///mnt/%00x");
    QTest::newRow("encoded line break") << QByteArray("ssh://pbs/a%0ab");
    QTest::newRow("file URL of a host") << QByteArray("file://pbs/mnt/ds");
}

void TestPlace::refused()
{
    QFETCH(QByteArray, text);
    const auto place = Place::fromString(text.toStdString());
    QVERIFY(!place);
    QCOMPARE(place.error().id, MessageId::PlaceMalformed);
    QCOMPARE(place.error().kind, Error::Kind::InvalidInput);
}

void TestPlace::names_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");

    QTest::newRow("directory") << QByteArray("/mnt/ds") << QByteArray("ds");
    QTest::newRow("root") << QByteArray("/") << QByteArray("/");
    QTest::newRow("host") << QByteArray("ssh://pbs/mnt/tank") << QByteArray("tank");
}

void TestPlace::names()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, name);
    QCOMPARE(QByteArray::fromStdString(Place::fromString(text.toStdString()).value().name()), name);
}

QTEST_APPLESS_MAIN(TestPlace)
#include "tst_place.moc"
