// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/pvestorage.h"

#include <QTest>

using namespace espalier;
using Texts = std::vector<std::string>;

class TestPveStorage : public QObject
{
    Q_OBJECT

private slots:
    void reading();
    void badParts();
};

void TestPveStorage::reading()
{
    const auto reading = readPveStorages("# written by hand\n"
                                         "dir: local\n"
                                         "\tpath /var/lib/vz\n"
                                         "\tcontent iso,vztmpl\n"
                                         "\n"
                                         "pbs: offsite\r\n"
                                         "\tdatastore tank\r\n"
                                         "\tserver pbs.example.com\r\n"
                                         "\tnamespace clients/acme\r\n"
                                         "\tfingerprint aa:bb\r\n"
                                         "\r\n"
                                         "\n"
                                         "pbs: old\n"
                                         "    server 10.0.0.1\n"
                                         "    # not any more\n"
                                         "    disable\n"
                                         "    datastore tank",
                                         "storage.cfg");
    QVERIFY(reading.problems.empty());
    QCOMPARE(reading.storages.size(), std::size_t(2));
    QCOMPARE(reading.storages.at(0),
             (PveStorage{"offsite", "pbs.example.com", "tank", NamespacePath::fromString("clients/acme").value(), false}));
    QCOMPARE(reading.storages.at(1), (PveStorage{"old", "10.0.0.1", "tank", NamespacePath(), true}));
    QVERIFY(readPveStorages("", "storage.cfg").storages.empty());
}

void TestPveStorage::badParts()
{
    const auto reading = readPveStorages("\tdatastore tank\n"
                                         "pbs\n"
                                         "\tdatastore tank\n"
                                         "\n"
                                         "pbs: a b\n"
                                         "\n"
                                         "pbs: bad\n"
                                         "\tdatastore tank\n"
                                         "\tnamespace a//b\n"
                                         "\n"
                                         "pbs: nothing\n"
                                         "\tserver x\n"
                                         "pbs: good\n"
                                         "\tdatastore tank\n",
                                         "storage.cfg");
    Texts problems;
    for (const Error &problem : reading.problems)
        problems.push_back(problem.args.at(1) + " " + problem.args.at(2));
    QCOMPARE(problems,
             (Texts{"1 an indented property, or the first line of a section", "2 a section's first line \"type: name\"",
                    "5 a section's first line \"type: name\"", "9 a namespace", "13 the name of a datastore"}));
    QCOMPARE(reading.storages.size(), std::size_t(1));
    QCOMPARE(reading.storages.front().id, std::string("good"));
}

QTEST_GUILESS_MAIN(TestPveStorage)

#include "tst_pvestorage.moc"
