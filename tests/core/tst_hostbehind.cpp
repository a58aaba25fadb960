// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/hostbehind.h"

#include <QTest>

using namespace espalier;

namespace {

constexpr const char *mounts = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n"
                               "30 22 0:40 / /mnt/pbs rw,nosuid - fuse.sshfs root@pbs1:/mnt/datastore rw,user_id=0\n"
                               "31 22 0:41 / /mnt/home rw - fuse.sshfs pbs1: rw\n"
                               "32 22 0:42 / /mnt/with\\040blank rw master:3 shared:9 - fuse.sshfs pbs1:/a\\040b rw\n"
                               "33 22 0:43 / /mnt/nfs rw - nfs4 nas.example.com:/export/pbs rw\n"
                               "34 22 0:44 / /mnt/smb rw - cifs //nas/share rw\n"
                               "40 22 0:48 / /mnt/bad rw - smb3 //-oProxyCommand=x/share rw\n"
                               "35 30 8:2 / /mnt/pbs/local rw - ext4 /dev/sdb1 rw\n"
                               "36 22 0:45 / /mnt/evil rw - fuse.sshfs -oProxyCommand=x:/a rw\n"
                               "37 22 0:46 / /mnt/twice rw - nfs nas:/one rw\n"
                               "38 37 0:47 / /mnt/twice rw - nfs nas:/two rw\n"
                               "39 22 0:40 /tank /mnt/bound rw - fuse.sshfs root@pbs1:/mnt/datastore rw\n"
                               "broken line\n";

} // namespace

class TestHostBehind : public QObject
{
    Q_OBJECT

private slots:
    void theHostBehindAMountIsFound_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("place");
        const auto row
            = [](const char *name, const char *path, const char *place) { QTest::newRow(name) << QByteArray(path) << QByteArray(place); };
        row("sshfs itself", "/mnt/pbs", "ssh://root@pbs1/mnt/datastore");
        row("below it", "/mnt/pbs/tank", "ssh://root@pbs1/mnt/datastore/tank");
        row("only a similar name", "/mnt/pbs2", "");
        row("a disk mounted in it", "/mnt/pbs/local/x", "");
        row("of a home directory", "/mnt/home/x", "");
        row("with blanks", "/mnt/with blank/ä 100%", "ssh://pbs1/a%20b/%C3%A4%20100%25");
        row("NFS", "/mnt/nfs/tank", "ssh://nas.example.com/export/pbs/tank");
        row("SMB", "/mnt/smb/tank", "ssh://nas/");
        row("SMB, no host", "/mnt/bad/tank", "");
        row("a part that was bound elsewhere", "/mnt/bound", "");
        row("local", "/srv/tank", "");
        row("no host", "/mnt/evil/x", "");
        row("the last one counts", "/mnt/twice", "ssh://nas/two");
    }

    void theHostBehindAMountIsFound()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, place);
        const auto found = hostBehind({path.constData(), std::size_t(path.size())}, mounts);
        QCOMPARE(QByteArray::fromStdString(found ? found->toString() : std::string()), place);
    }

    void onlyItsPlaceIsAMountPoint()
    {
        QVERIFY(isMountPoint("/mnt/pbs", mounts));
        QVERIFY(isMountPoint("/mnt/with blank", mounts));
        QVERIFY(!isMountPoint("/mnt/pbs/tank", mounts));
        QVERIFY(!isMountPoint("/mnt", mounts));
    }

    void withoutMountsThereIsNone() { QVERIFY(!hostBehind("/mnt/pbs", "")); }
};

QTEST_GUILESS_MAIN(TestHostBehind)

#include "tst_hostbehind.moc"
