// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/sectiontext.h"

#include "support/fixtures.h"

#include <QTest>

using namespace espalier;
using nlohmann::json;

namespace {

SectionText read(const std::string &text)
{
    return SectionText::read(text, "sync.cfg").value();
}

/// A value of the fixtures as PBS writes it.
std::string written(const json &value)
{
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// A section as PBS has it in memory.
ConfigSection sectionOf(const std::string &id, const json &section)
{
    ConfigSection result{section.at("type"), id, {}};
    for (const auto &[key, value] : section.at("data").items()) {
        if (key == "id" || key == "name")
            continue;
        if (!value.is_array())
            result.properties.emplace_back(key, written(value));
        for (const json &item : value.is_array() ? value : json::array())
            result.properties.emplace_back(key, written(item));
    }
    return result;
}

} // namespace

class TestSectionText : public QObject
{
    Q_OBJECT

private slots:
    void set_data();
    void set();
    void lists();
    void ofSeveralTheLastOne();
    void refused_data();
    void refused();
    void disabling();
    void adding_data();
    void adding();
    void addingRefused();
    void removing_data();
    void removing();
    void writesAsPbsDoes();
    void editsOfRealFiles();
};

void TestSectionText::set_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value"); // null: taken away
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const char *before, const char *key, const char *value, const char *after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(key) << QByteArray(value) << QByteArray(after);
    };
    row("replaced where it stands", "sync: j\n  ns \xc2\xa0 a/b \r\n\tstore x\n", "ns", "c", "sync: j\n\tns c\n\tstore x\n");
    row("the same value leaves the line alone", "sync: j\n    ns   a  \n", "ns", "a", "sync: j\n    ns   a  \n");
    row("new, in order", "sync: j\n\tcomment x\n\tstore x\n", "ns", "c", "sync: j\n\tcomment x\n\tns c\n\tstore x\n");
    row("new, first", "sync: j\n\tstore x\n", "ns", "c", "sync: j\n\tns c\n\tstore x\n");
    row("new, last", "sync: j\n\ta x\n\nsync: k\n\ta y\n", "ns", "c", "sync: j\n\ta x\n\tns c\n\nsync: k\n\ta y\n");
    row("new, the file lacks its last line end", "sync: j\n\ta x", "ns", "c", "sync: j\n\ta x\n\tns c\n");
    row("new, in a section without properties", "sync: j", "ns", "c", "sync: j\n\tns c\n");
    row("taken away", "sync: j\n\ta x\n\tns c\n\tz y\n", "ns", nullptr, "sync: j\n\ta x\n\tz y\n");
    row("taken away, the only one", "sync: j\n\tns c\n\n\nsync: k\n", "ns", nullptr, "sync: j\n\n\nsync: k\n");
    row("taken away, not there", "sync: j\n  a   x", "ns", nullptr, "sync: j\n  a   x");
    row("what is not known survives", "\n \nfuture: f\n   odd  value \n\nsync: j\n\tns a\n\tnew-in-5 \"x\n \n", "ns", "c",
        "\n \nfuture: f\n   odd  value \n\nsync: j\n\tns c\n\tnew-in-5 \"x\n \n");
    row("an empty value", "sync: j\n\tns a\n", "ns", "", "sync: j\n\tns \n");
}

void TestSectionText::set()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, after);
    SectionText text = read(before.toStdString());
    QVERIFY(text.set("sync", "j", key.toStdString(), value.isNull() ? std::nullopt : std::optional(value.toStdString())));
    QCOMPARE(QByteArray::fromStdString(text.text()), after);
    QVERIFY(readSectionConfig(text.text(), "x").value() == text.sections());
}

void TestSectionText::lists()
{
    SectionText text = read("sync: j\n\tgroup-filter type:vm\n\tgroup-filter type:ct\n\tstore x\n");
    QVERIFY(text.setList("sync", "j", "group-filter", std::vector<std::string>{"regex:^vm", "type:host", "type:ct"}));
    QCOMPARE(text.text(), std::string("sync: j\n\tgroup-filter regex:^vm\n\tgroup-filter type:host\n\tgroup-filter type:ct\n\tstore x\n"));
    QVERIFY(text.setList("sync", "j", "group-filter", {}));
    QCOMPARE(text.text(), std::string("sync: j\n\tstore x\n"));
    QVERIFY(!text.setList("sync", "j", "ns", std::vector<std::string>{"a", "b"}));
    QCOMPARE(text.text(), std::string("sync: j\n\tstore x\n"));
}

void TestSectionText::ofSeveralTheLastOne()
{
    SectionText text = read("sync: j\n\tns a\n\nsync: k\n\nsync: j\n\tns b\n");
    QCOMPARE(text.find("sync", "j")->value("ns"), std::string("b"));
    QVERIFY(text.set("sync", "j", "ns", "c"));
    QCOMPARE(text.text(), std::string("sync: j\n\tns a\n\nsync: k\n\nsync: j\n\tns c\n"));
    QVERIFY(text.remove("sync", "j"));
    QCOMPARE(text.text(), std::string("sync: k\n"));
}

void TestSectionText::refused_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("line break") << QByteArray("ns") << QByteArray("a\n\tstore y");
    QTest::newRow("carriage return") << QByteArray("ns") << QByteArray("a\rb");
    QTest::newRow("tab, which PBS reads and never writes") << QByteArray("schedule") << QByteArray("mon\t10:00");
    QTest::newRow("the same with U+0085") << QByteArray("comment") << QByteArray("a\xc2\x85z");
    QTest::newRow("NUL") << QByteArray("ns") << QByteArray("a\0b", 3);
    QTest::newRow("white space at its end") << QByteArray("ns") << QByteArray("a ");
    QTest::newRow("broken bytes") << QByteArray("ns") << QByteArray("a\xff");
    QTest::newRow("key with a blank") << QByteArray("n s") << QByteArray("a");
    QTest::newRow("empty key") << QByteArray("") << QByteArray("a");
}

void TestSectionText::refused()
{
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    SectionText text = read("sync: j\n\tns a\n");
    const Done done = text.set("sync", "j", key.toStdString(), value.toStdString());
    QVERIFY(!done);
    QCOMPARE(done.error().id, MessageId::ConfigEditRefused);
    QCOMPARE(text.text(), std::string("sync: j\n\tns a\n"));
    QCOMPARE(text.set("prune", "j", "ns", "b").error().id, MessageId::ConfigEntryMissing);
    QCOMPARE(text.set("sync", "k", "ns", "b").error().id, MessageId::ConfigEntryMissing);
    QCOMPARE(SectionText::read("# no\n", "sync.cfg").error().id, MessageId::ConfigDamaged);
}

void TestSectionText::disabling()
{
    SectionText text = read("prune: j\n\tschedule daily\n");
    QVERIFY(text.setDisabled("prune", "j", true));
    QCOMPARE(text.text(), std::string("prune: j\n\tdisable true\n\tschedule daily\n"));
    QVERIFY(text.setDisabled("prune", "j", false));
    QCOMPARE(text.text(), std::string("prune: j\n\tschedule daily\n"));
}

void TestSectionText::adding_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("between");
    QTest::newRow("empty file") << QByteArray() << QByteArray();
    QTest::newRow("one section") << QByteArray("a: b\n\tk v\n") << QByteArray("\n");
    QTest::newRow("without a last line end") << QByteArray("a: b\n\tk v") << QByteArray("\n\n");
    QTest::newRow("with an empty line at its end") << QByteArray("a: b\n\tk v\n\n") << QByteArray();
    QTest::newRow("with blanks at its end") << QByteArray("a: b\n  ") << QByteArray("\n");
}

void TestSectionText::adding()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, between);
    SectionText text = read(before.toStdString());
    QVERIFY(text.add({"sync", "j", {{"store", "x"}, {"group-filter", "b"}, {"group-filter", "a"}, {"comment", "y"}}}));
    QCOMPARE(QByteArray::fromStdString(text.text()),
             before + between + "sync: j\n\tcomment y\n\tgroup-filter b\n\tgroup-filter a\n\tstore x\n");
}

void TestSectionText::addingRefused()
{
    SectionText text = read("sync: j\n\tns a\n");
    for (const ConfigSection &section : std::vector<ConfigSection>{{"sync", "j", {}},
                                                                   {"sync", "", {}},
                                                                   {"", "k", {}},
                                                                   {"sy:nc", "k", {}},
                                                                   {"sync", "k ", {}},
                                                                   {"sync", "k\nsync: l", {}},
                                                                   {"sync", "k", {{"ns", "a"}, {"ns", "b"}}}}) {
        const Done done = text.add(section);
        QVERIFY(!done);
        QCOMPARE(done.error().id, MessageId::ConfigEditRefused);
    }
    QCOMPARE(text.text(), std::string("sync: j\n\tns a\n"));
}

void TestSectionText::removing_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("first") << QByteArray("sync: j\n\tns a\n\nsync: k\n") << QByteArray("sync: k\n");
    QTest::newRow("middle") << QByteArray("a: b\n\nsync: j\n\tns a\n\nsync: k\n") << QByteArray("a: b\n\nsync: k\n");
    QTest::newRow("last") << QByteArray("a: b\n\nsync: j\n\tns a\n") << QByteArray("a: b\n");
    QTest::newRow("only") << QByteArray("sync: j\n\tns a") << QByteArray();
    QTest::newRow("more empty lines stay") << QByteArray("a: b\n\n\nsync: j\n\n\nsync: k\n") << QByteArray("a: b\n\n\n\nsync: k\n");
}

void TestSectionText::removing()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    SectionText text = read(before.toStdString());
    QVERIFY(text.remove("sync", "j"));
    QCOMPARE(QByteArray::fromStdString(text.text()), after);
    QVERIFY(!text.remove("sync", "j"));
}

/// What PBS's own writer makes of what its reader found.
void TestSectionText::writesAsPbsDoes()
{
    const auto rows = test::fixtureValues("config/section-config.jsonl");
    if (rows.empty())
        QSKIP(test::skipReason);
    int written = 0;
    int refused = 0;
    for (const json &row : rows) {
        if (!row.at("ok") || row.at("sections").size() != row.at("order").size())
            continue;
        SectionText text = read("");
        bool isWritten = true;
        for (const std::string id : row.at("order"))
            isWritten = isWritten && text.add(sectionOf(id, row.at("sections").at(id)));
        QVERIFY2(isWritten == row.contains("written"), qPrintable(QString::fromStdString(row.dump())));
        if (isWritten)
            QCOMPARE(QByteArray::fromStdString(text.text()), QByteArray::fromStdString(row.at("written")));
        ++(isWritten ? written : refused);
    }
    qInfo("section config: %d written as PBS does, %d refused as it does", written, refused);
    QVERIFY(written > 50 && refused > 0);
}

/// Each property of each file changed and changed back, a property added and taken away, each section added again.
void TestSectionText::editsOfRealFiles()
{
    std::vector<std::string> texts;
    for (const json &row : test::fixtureValues("config/section-config.jsonl")) {
        if (row.at("ok"))
            texts.push_back(row.at("text"));
    }
    if (texts.empty())
        QSKIP(test::skipReason);
    for (const char *name : {"datastore.cfg", "prune.cfg", "remote.cfg", "sync.cfg", "verification.cfg"})
        texts.push_back(test::fixtureContent(std::string("config-real/") + name).value());
    for (const std::string &content : texts) {
        const SectionText original = read(content);
        QCOMPARE(original.text(), content);
        for (const ConfigSection &section : original.sections()) {
            SectionText text = original;
            for (const auto &[key, value] : original.find(section.type, section.id)->properties) {
                SectionText changed = text;
                QVERIFY(changed.set(section.type, section.id, key, "something-else"));
                QCOMPARE(changed.find(section.type, section.id)->value(key), std::string("something-else"));
                QVERIFY(changed.set(section.type, section.id, key, std::nullopt));
                QCOMPARE(changed.find(section.type, section.id)->value(key), std::string());
            }
            QVERIFY(text.set(section.type, section.id, "made-up", "x"));
            QVERIFY(text.set(section.type, section.id, "made-up", std::nullopt));
            if (content.ends_with('\n'))
                QCOMPARE(text.text(), content);
            QVERIFY(text.remove(section.type, section.id));
            QVERIFY(!text.find(section.type, section.id));
        }
    }
}

QTEST_GUILESS_MAIN(TestSectionText)

#include "tst_sectiontext.moc"
