// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshhosts.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace espalier;

class TestSshHosts : public QObject
{
    Q_OBJECT

private slots:
    void onlyHostsThatAreNamedAreOffered()
    {
        write("config",
              "# Host commented\n"
              "Host pbs1 pbs2\n  HostName 10.0.0.1\n"
              "host=\"pbs 3\"\n"
              "  HOST  !no *.example.com pbs?  pbs4 # not a comment for ssh, but a pattern\n"
              "Match host pbs9\n"
              "Include "
                  + m_folder.filePath(QStringLiteral("more")).toUtf8()
                  + "/*.conf\n"
                    "Host pbs1\n");
        QVERIFY(QDir(m_folder.path()).mkdir(QStringLiteral("more")));
        write("more/b.conf", "Host b1\nInclude " + m_folder.filePath(QStringLiteral("config")).toUtf8() + "\n"); // round and round
        write("more/a.conf", "Host a1\n");
        write("more/c.txt", "Host c1\n");
        const QStringList hosts = hostsOfSshConfig(m_folder.filePath(QStringLiteral("config")));
        QCOMPARE(hosts.first(4),
                 QStringList({QStringLiteral("pbs1"), QStringLiteral("pbs2"), QStringLiteral("pbs 3"), QStringLiteral("pbs4")}));
        QVERIFY(hosts.contains(QStringLiteral("a1")) && hosts.contains(QStringLiteral("b1")) && !hosts.contains(QStringLiteral("c1")));
        QCOMPARE(hosts.count(QStringLiteral("pbs1")), 1);
    }

    void noFileIsNoHosts() { QCOMPARE(hostsOfSshConfig(m_folder.filePath(QStringLiteral("none"))), QStringList()); }

private:
    void write(const char *name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestSshHosts)

#include "tst_sshhosts.moc"
