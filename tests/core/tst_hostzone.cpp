// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/hostzone.h"

#include "core/fs/native.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;

namespace {

void write(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

PbsHost hostBelow(const QTemporaryDir &root)
{
    PbsHost host;
    host.prefix = root.path().toStdString();
    return host;
}

} // namespace

class TestHostZone : public QObject
{
    Q_OBJECT

private slots:
    void zoneOfTheHost();
};

void TestHostZone::zoneOfTheHost()
{
    constexpr std::int64_t summer = 1782864000; // 2026-07-01T00:00:00Z
    const QTemporaryDir root;
    const PbsHost host = hostBelow(root);
    const auto fileSystem = fs::nativeFileSystem();
    QVERIFY(!readHostZone(*fileSystem, host).value());
    QVERIFY(!readHostZone(*fileSystem, PbsHost()).value());

    write(root.filePath(QStringLiteral("etc/timezone")), "Asia/Kolkata\n");
    QCOMPARE(readHostZone(*fileSystem, host).value()->name, std::string("Asia/Kolkata"));
    QCOMPARE(readHostZone(*fileSystem, host).value()->zone.at(summer).offset, 19800);

    const QString link = root.filePath(QStringLiteral("etc/localtime"));
    QVERIFY(QFile::link(QStringLiteral("../usr/share/zoneinfo/Europe/Vienna"), link));
    QCOMPARE(readHostZone(*fileSystem, host).value()->name, std::string("Europe/Vienna"));
    QCOMPARE(readHostZone(*fileSystem, host).value()->zone.at(summer).offset, 7200);

    QVERIFY(QFile::remove(link));
    QVERIFY(QFile::copy(QStringLiteral("/usr/share/zoneinfo/America/New_York"), link));
    QCOMPARE(readHostZone(*fileSystem, host).value()->zone.at(summer).offset, -14400);

    QVERIFY(QFile::remove(link));
    write(root.filePath(QStringLiteral("etc/timezone")), "Nowhere/Land\n");
    QCOMPARE(readHostZone(*fileSystem, host).error().id, MessageId::TimeZoneUnknown);
}

QTEST_GUILESS_MAIN(TestHostZone)

#include "tst_hostzone.moc"
