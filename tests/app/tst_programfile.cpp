// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/programfile.h"

#include <QTest>

using namespace espalier;
using namespace Qt::StringLiterals;

class TestProgramFile : public QObject
{
    Q_OBJECT

private slots:
    void startedAgain_data()
    {
        QTest::addColumn<QString>("executable");
        QTest::addColumn<QString>("argument0");
        QTest::addColumn<QString>("file");

        QTest::newRow("installed, from the path") << u"/usr/bin/espalier"_s << u"espalier"_s << u"/usr/bin/espalier"_s;
        QTest::newRow("built") << u"/src/build/dev/bin/espalier"_s << u"bin/espalier"_s << u"/src/build/dev/bin/espalier"_s;
        QTest::newRow("portable") << u"/opt/e/lib/ld-linux-x86-64.so.2"_s << u"/opt/e/bin/espalier"_s << u"/opt/e/bin/espalier"_s;
        QTest::newRow("in a directory named like the loader")
            << u"/opt/ld-linux/espalier"_s << u"espalier"_s << u"/opt/ld-linux/espalier"_s;
    }

    void startedAgain()
    {
        QFETCH(QString, executable);
        QFETCH(QString, argument0);
        QTEST(programFile(executable, argument0), "file");
    }
};

QTEST_GUILESS_MAIN(TestProgramFile)
#include "tst_programfile.moc"
