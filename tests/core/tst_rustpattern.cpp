// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/rustpattern.h"

#include <QTest>

using namespace espalier;

class TestRustPattern : public QObject
{
    Q_OBJECT

private slots:
    void finding_data();
    void finding();
    void refused_data();
    void refused();
};

void TestRustPattern::finding_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("found");
    const auto row = [](const char *pattern, const char *text, bool found) {
        QTest::addRow("%s in %s", pattern, text) << QByteArray(pattern) << QByteArray(text) << found;
    };
    row("", "vm/1", true);
    row("100", "vm/1000", true);
    row("^vm/1\\d{2}$", "vm/100", true);
    row("^vm/1\\d{2}$", "vm/1000", false);
    row("^vm/1\\d{2,}$", "vm/1000", true);
    row("^(vm|ct)/", "host/vm", false);
    row("a{0}b", "vm/b", true);
    row("^vm/x{2,3}$", "vm/xxxx", false);
    row("(?i)^HOST", "host/a", true);
    row("(?i:HO)ST", "host/a", false);
    row("(?i)[ſ]", "vm/s", true);
    row("(?i)\xe2\x84\xaa", "vm/k", true);
    row("(?i)[^\xc5\xbf]", "s", false);
    row("[^ä]", "a", true);
    row("(?x) v m # type\n /", "vm/1", true);
    row("(?x) [v w] m", "vm/1", true);
    row("[a-z&&[^v]]m", "vm/1", false);
    row("[a-z--v]m", "wm/1", true);
    row("[a-c~~b-d]", "b", false);
    row("[a-c~~b-d]", "d", true);
    row("[]x]", "]", true);
    row("[-a]", "-", true);
    row("[a-]", "-", true);
    row("[[:digit:][:^alpha:]]", "a", false);
    row("\\bpve\\b", "host/pve-2", true);
    row("\\bpve\\b", "host/pve2", false);
    row("\\<pve\\>", "host/pve-2", true);
    row("\\b{start}pve\\b{end}", "host/pve", true);
    row("\\b{2}pve", "host/pve", true);
    row("\\B.e", "host/pve", true);
    row("a**", "vm/1", true);
    row("^vm/(a++)$", "vm/aaa", true);
    row("(?P<n>vm)/(?<m>\\d)", "vm/1", true);
    row("\\x76\\x{6d}\\u002f\\U00000031", "vm/1", true);
    row("\\pL\\p{Lu}?", "1", false);
    row("\\p{^L}", "a", false);
    row("}]", "}]", true);
    row("\\A\\w+/\\w+\\z", "vm/1", true);
    row("(a|b|)c$", "vm/c", true);
    row("^vm/(a|bc)*d$", "vm/abcad", true);
    row("^vm/(a|bc)*d$", "vm/abad", false);
    row("^.{3}$", "ab", false);
}

void TestRustPattern::finding()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, text);
    QFETCH(bool, found);
    const auto compiled = RustPattern::compile(pattern.toStdString());
    QVERIFY2(compiled, compiled ? "" : compiled.error().args.back().c_str());
    QCOMPARE(compiled->isFoundIn(text.toStdString()), found);
}

void TestRustPattern::refused_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<bool>("isJudged");
    for (const char *pattern : {"(?=a)",
                                "(?!a)",
                                "(?<=a)",
                                "(?<!a)",
                                "\\1",
                                "\\k<n>",
                                "(?>a)",
                                "\\Z",
                                "\\h",
                                "\\K",
                                "\\G",
                                "\\R",
                                "\\X",
                                "\\N",
                                "\\Qa\\E",
                                "\\e",
                                "\\cA",
                                "\\0",
                                "\\061",
                                "(?#a)",
                                "(?'n'a)",
                                "(?|a)",
                                "(*F)",
                                "(?P=n)",
                                "(?<n>a)(?<n>b)",
                                "[\\b]",
                                "{",
                                "a{",
                                "a{,3}",
                                "vm/{",
                                "\\y",
                                "\\ä",
                                "[]",
                                "[^]",
                                "(?-u:.)",
                                "(?-u)\\xFF",
                                "\\w{100}{100}",
                                "\\pL{500}",
                                "x{1000}{1000}",
                                "*",
                                "(*",
                                "a|*",
                                "(?i)*",
                                "(",
                                ")",
                                "[b-a]",
                                "[a-\\d]",
                                "a{3,2}",
                                "(?)",
                                "(?-)",
                                "(?ii)",
                                "(?i--x)",
                                "\\",
                                "[a",
                                "\\b{middle}",
                                "\\x{110000}",
                                "\\xg1",
                                "\xff"})
        QTest::newRow(pattern) << QByteArray(pattern) << true;
    QTest::newRow("deep") << QByteArray(300, '(') + QByteArray(300, ')') << true;
    QTest::newRow("unknown property") << QByteArray("\\p{Tibetan}") << false;
}

void TestRustPattern::refused()
{
    QFETCH(QByteArray, pattern);
    QFETCH(bool, isJudged);
    const auto compiled = RustPattern::compile(pattern.toStdString());
    QVERIFY(!compiled);
    QCOMPARE(compiled.error().id, isJudged ? MessageId::PatternMalformed : MessageId::PatternNotJudged);
}

QTEST_APPLESS_MAIN(TestRustPattern)

#include "tst_rustpattern.moc"
