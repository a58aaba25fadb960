// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What the ends of a connection say that they expected, as it stands in their sources.
QSet<QString> expectedByConnections()
{
    static const QList<QRegularExpression> places{
        QRegularExpression(QStringLiteral(R"re(\bexpect\([^;]*?, "([^"\\]*)"\);)re")),
        QRegularExpression(QStringLiteral(R"re(Unexpected\{"([^"\\]*)"\})re")),
        QRegularExpression(QStringLiteral(R"re(\b(?:unexpected|bad)\("([^"\\]*)"\))re")),
        QRegularExpression(QStringLiteral(R"re(Agent(?:RequestBad|BadAnswer),[^;]*?"([^"\\]*)")re")),
    };
    QSet<QString> found;
    for (const char *room : {"/src/core/wire", "/src/agent", "/src/remote"}) {
        QDirIterator files(QStringLiteral(ESPALIER_SOURCE_DIR) + QLatin1String(room), {QStringLiteral("*.cpp"), QStringLiteral("*.h")});
        while (files.hasNext()) {
            const QString text = contentOf(files.next());
            for (const QRegularExpression &place : places) {
                for (auto match = place.globalMatch(text); match.hasNext();)
                    found.insert(match.next().captured(1));
            }
        }
    }
    return found;
}

} // namespace

/// What stands within a sentence has to be in its language.
class TestExpectations : public QObject
{
    Q_OBJECT

private slots:
    void connectionsCanBeTranslated()
    {
        const QSet<QString> expected = expectedByConnections();
        QVERIFY(expected.size() >= 50);
        const QString known = contentOf(QStringLiteral(ESPALIER_SOURCE_DIR "/src/text/expectations.cpp"));
        for (const QString &each : expected)
            QVERIFY2(known.contains(u'"' + each + u'"'), qPrintable(each));
    }
};

QTEST_GUILESS_MAIN(TestExpectations)

#include "tst_expectations.moc"
