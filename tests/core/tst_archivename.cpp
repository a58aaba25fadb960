// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/archivename.h"

#include <QTest>

using namespace espalier;

Q_DECLARE_METATYPE(espalier::ArchiveType)

class TestArchiveName : public QObject
{
    Q_OBJECT

private slots:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void typeOfClientNames_data();
    void typeOfClientNames();
};

void TestArchiveName::accepted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<ArchiveType>("type");

    QTest::newRow("manifest") << QByteArray("index.json.blob") << ArchiveType::Blob;
    QTest::newRow("disk") << QByteArray("drive-scsi0.img.fidx") << ArchiveType::FixedIndex;
    QTest::newRow("files") << QByteArray("root.pxar.didx") << ArchiveType::DynamicIndex;
    QTest::newRow("two extensions") << QByteArray("x.fidx.blob") << ArchiveType::Blob;
    QTest::newRow("longest") << QByteArray(250, 'x') + ".blob" << ArchiveType::Blob;
}

void TestArchiveName::accepted()
{
    QFETCH(QByteArray, text);
    QFETCH(ArchiveType, type);
    const auto name = ArchiveName::fromString(text.toStdString());
    QVERIFY(name);
    QCOMPARE(name->type(), type);
    QCOMPARE(name->toString(), text.toStdString());
}

void TestArchiveName::refused_data()
{
    QTest::addColumn<QByteArray>("text");

    QTest::newRow("way out") << QByteArray("../../etc/x.blob");
    QTest::newRow("absolute") << QByteArray("/etc/x.blob");
    QTest::newRow("directory") << QByteArray("a/x.blob");
    QTest::newRow("this directory") << QByteArray("./x.blob");
    QTest::newRow("extension only") << QByteArray(".blob");
    QTest::newRow("no extension") << QByteArray("blob");
    QTest::newRow("client's extension") << QByteArray("root.pxar");
    QTest::newRow("capitals") << QByteArray("x.FIDX");
    QTest::newRow("hidden") << QByteArray(".x.blob");
    QTest::newRow("hyphen first") << QByteArray("-x.blob");
    QTest::newRow("blank") << QByteArray("a b.blob");
    QTest::newRow("line break") << QByteArray("x.blob\n");
    QTest::newRow("zero byte") << QByteArray("x\0.blob", 7);
    QTest::newRow("zero byte behind") << QByteArray("x.blob\0", 7);
    QTest::newRow("temporary") << QByteArray("x.img.tmp_fidx");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("256 bytes") << QByteArray(251, 'x') + ".blob";
}

void TestArchiveName::refused()
{
    QFETCH(QByteArray, text);
    const auto name = ArchiveName::fromString(text.toStdString());
    QVERIFY(!name);
    QCOMPARE(name.error().id, MessageId::ArchiveNameMalformed);
}

void TestArchiveName::typeOfClientNames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    QTest::addColumn<ArchiveType>("type");

    QTest::newRow("pxar") << QByteArray("root.pxar") << true << ArchiveType::DynamicIndex;
    QTest::newRow("mpxar") << QByteArray("root.mpxar") << true << ArchiveType::DynamicIndex;
    QTest::newRow("ppxar") << QByteArray("root.ppxar") << true << ArchiveType::DynamicIndex;
    QTest::newRow("catalog") << QByteArray("catalog.pcat1") << true << ArchiveType::DynamicIndex;
    QTest::newRow("img") << QByteArray("drive.img") << true << ArchiveType::FixedIndex;
    QTest::newRow("conf") << QByteArray("qemu-server.conf") << true << ArchiveType::Blob;
    QTest::newRow("key") << QByteArray("rsa-encrypted.key") << true << ArchiveType::Blob;
    QTest::newRow("log") << QByteArray("client.log") << true << ArchiveType::Blob;
    QTest::newRow("json") << QByteArray("index.json") << true << ArchiveType::Blob;
    QTest::newRow("slashes pass here") << QByteArray("../x.fidx") << true << ArchiveType::FixedIndex;
    QTest::newRow("slash behind") << QByteArray("x.blob/") << true << ArchiveType::Blob;
    QTest::newRow("hidden without extension") << QByteArray(".didx") << false << ArchiveType::Blob;
    QTest::newRow("unknown") << QByteArray("x.bin") << false << ArchiveType::Blob;
    QTest::newRow("ends with a dot") << QByteArray("x.img.") << false << ArchiveType::Blob;
    QTest::newRow("dots only") << QByteArray("..") << false << ArchiveType::Blob;
    QTest::newRow("slashes only") << QByteArray("//") << false << ArchiveType::Blob;
    QTest::newRow("nothing") << QByteArray() << false << ArchiveType::Blob;
}

void TestArchiveName::typeOfClientNames()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    QFETCH(ArchiveType, type);
    const auto read = archiveTypeOf(text.toStdString());
    QCOMPARE(read.has_value(), ok);
    if (read)
        QCOMPARE(*read, type);
}

QTEST_GUILESS_MAIN(TestArchiveName)

#include "tst_archivename.moc"
