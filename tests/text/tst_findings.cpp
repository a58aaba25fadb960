// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/findings.h"

#include <QSet>
#include <QTest>

using namespace espalier;

class TestFindings : public QObject
{
    Q_OBJECT

private slots:
    void everyKindHasWords_data();
    void everyKindHasWords();
    void titlesDiffer();
    void argumentsAreShown();
};

void TestFindings::everyKindHasWords_data()
{
    QTest::addColumn<int>("kind");
    for (std::size_t i = 0; i < findingKindCount; ++i)
        QTest::newRow(findingName(static_cast<Finding::Kind>(i)).data()) << static_cast<int>(i);
}

void TestFindings::everyKindHasWords()
{
    QFETCH(int, kind);
    Finding finding;
    finding.kind = static_cast<Finding::Kind>(kind);
    finding.args = {"one", "two"};

    const text::FindingText words = text::findingText(finding);
    for (const QString &sentence : {words.meaning, words.consequence, words.advice}) {
        QVERIFY2(sentence.endsWith(u'.') && sentence.size() > 10, qPrintable(sentence));
        QVERIFY2(!sentence.contains(u'%'), qPrintable(sentence));
    }
    const QString title = text::findingTitle(finding.kind);
    QVERIFY2(!title.isEmpty() && !title.endsWith(u'.'), qPrintable(title));
}

void TestFindings::titlesDiffer()
{
    QSet<QString> titles;
    for (std::size_t i = 0; i < findingKindCount; ++i)
        titles.insert(text::findingTitle(static_cast<Finding::Kind>(i)));
    QCOMPARE(titles.size(), qsizetype(findingKindCount));
}

void TestFindings::argumentsAreShown()
{
    Finding finding;
    finding.kind = Finding::Kind::WrongOwner;
    finding.args = {"0:0", "34:34"};
    QCOMPARE(text::findingText(finding).meaning, QStringLiteral("This belongs to 0:0, but the datastore belongs to 34:34."));
    QCOMPARE(text::findingText(finding).advice, QStringLiteral("Give it to 34:34 with chown."));
}

QTEST_GUILESS_MAIN(TestFindings)

#include "tst_findings.moc"
