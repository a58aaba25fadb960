// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/sectionconfig.h"

#include "support/fixtures.h"

#include <QTest>

#include <algorithm>

using namespace espalier;
using nlohmann::json;

namespace {

using Properties = std::map<std::string, std::string>;

std::vector<std::string> valuesOf(const ConfigSection &section, const std::string &key)
{
    std::vector<std::string> values;
    for (const auto &[name, value] : section.properties) {
        if (name == key)
            values.push_back(value);
    }
    return values;
}

/// Whether PBS's error is about the grammar that is read here, not about keys and values.
bool isAboutGrammar(const std::string &error)
{
    return error.contains("syntax error (expected") || error.contains("duplicate property");
}

void compareSections(const json &row, const std::vector<ConfigSection> &sections)
{
    std::vector<std::string> order;
    for (const ConfigSection &section : sections)
        order.push_back(section.id);
    QCOMPARE(json(order), row.at("order"));
    for (const auto &[id, theirs] : row.at("sections").items()) {
        const auto ours = std::ranges::find(sections.rbegin(), sections.rend(), id, &ConfigSection::id); // the last one wins
        QVERIFY(ours != sections.rend());
        QCOMPARE(json(ours->type), theirs.at("type"));
        for (const auto &[key, value] : theirs.at("data").items()) {
            if (key == "id" || key == "name") // PBS adds the section's own
                continue;
            const auto values = valuesOf(*ours, key);
            QVERIFY2(!values.empty(), qPrintable(QString::fromStdString(row.dump())));
            if (value.is_array())
                QCOMPARE(json(values), value);
            else if (value.is_string())
                QCOMPARE(json(values.front()), value);
        }
    }
}

} // namespace

class TestSectionConfig : public QObject
{
    Q_OBJECT

private slots:
    void reading();
    void lineEndsAndBlanks();
    void refused_data();
    void refused();
    void propertyStrings_data();
    void propertyStrings();
    void refusedPropertyStrings_data();
    void refusedPropertyStrings();
    void fixtures();
    void realFiles();
};

void TestSectionConfig::reading()
{
    const auto sections = readSectionConfig("datastore: tank\n"
                                            "\tpath /srv/tank\n"
                                            "\tcomment two  words\n"
                                            "\n"
                                            "\n"
                                            "sync:nightly\n"
                                            "    group-filter type:vm\n"
                                            "    group-filter exclude:group:vm/900\n"
                                            "    ns \n",
                                            "x.cfg");
    QVERIFY(sections);
    QCOMPARE(sections->size(), std::size_t(2));
    QCOMPARE(sections->at(0).type, std::string("datastore"));
    QCOMPARE(sections->at(0).id, std::string("tank"));
    QCOMPARE(sections->at(0).value("path"), std::string("/srv/tank"));
    QCOMPARE(sections->at(0).value("comment"), std::string("two  words"));
    QCOMPARE(sections->at(0).value("gc-schedule"), std::string());
    QCOMPARE(sections->at(1).id, std::string("nightly"));
    QCOMPARE(valuesOf(sections->at(1), "group-filter"), (std::vector<std::string>{"type:vm", "exclude:group:vm/900"}));
    QCOMPARE(valuesOf(sections->at(1), "ns"), std::vector<std::string>{""});
}

void TestSectionConfig::lineEndsAndBlanks()
{
    QVERIFY(readSectionConfig("", "x.cfg")->empty());
    QVERIFY(readSectionConfig("\n \t\n", "x.cfg")->empty());
    const auto windows = readSectionConfig("a: b\r\n\tkey value\r\n\r\nc: d", "x.cfg");
    QVERIFY(windows);
    QCOMPARE(windows->size(), std::size_t(2));
    QCOMPARE(windows->front().value("key"), std::string("value"));
    const auto noBreakSpaces = readSectionConfig("a: b\n\xc2\xa0key\xc2\xa0value\xc2\xa0\n", "x.cfg");
    QVERIFY(noBreakSpaces);
    QCOMPARE(noBreakSpaces->front().value("key"), std::string("value"));
}

void TestSectionConfig::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");

    QTest::newRow("comment") << QByteArray("# hello\na: b\n") << 1;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a: b\n")
                                     << 1;
    QTest::newRow("indented header") << QByteArray(" a: b\n") << 1;
    QTest::newRow("header without colon") << QByteArray("a b\n") << 1;
    QTest::newRow("header without name") << QByteArray("a: \n") << 1;
    QTest::newRow("header below a property") << QByteArray("a: b\n\tk v\nc: d\n") << 3;
    QTest::newRow("property behind an empty line") << QByteArray("a: b\n\tk v\n\n\tl w\n") << 4;
    QTest::newRow("property without separator") << QByteArray("a: b\n\tns\n") << 2;
    QTest::newRow("the same with a Windows line end") << QByteArray("a: b\n\tns\r\n") << 2;
    QTest::newRow("repeated key") << QByteArray("a: b\n\tk v\n\tk w\n") << 3;
    QTest::newRow("broken bytes") << QByteArray("a: b\n\tk \xff\n") << 2;
}

void TestSectionConfig::refused()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const auto sections = readSectionConfig(text.toStdString(), "sync.cfg");
    QVERIFY(!sections);
    QCOMPARE(sections.error().kind, Error::Kind::Damaged);
    QCOMPARE(sections.error().id, MessageId::ConfigDamaged);
    QCOMPARE(sections.error().args.at(0), std::string("sync.cfg"));
    QCOMPARE(sections.error().args.at(1), std::to_string(line));
    QVERIFY(!sections.error().args.at(2).empty());
}

void TestSectionConfig::propertyStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("message");

    QTest::newRow("value alone") << QByteArray("offline") << QByteArray("offline") << QByteArray();
    QTest::newRow("with key") << QByteArray("type=offline") << QByteArray("offline") << QByteArray();
    QTest::newRow("comma behind") << QByteArray("offline,") << QByteArray("offline") << QByteArray();
    QTest::newRow("quoted") << QByteArray("offline,message=\"disk swap, bay 3\"") << QByteArray("offline")
                            << QByteArray("disk swap, bay 3");
    QTest::newRow("escapes") << QByteArray("offline,message=\"a\\\"b\\\\c\\nd\"") << QByteArray("offline") << QByteArray("a\"b\\c\nd");
    QTest::newRow("quote inside a plain value") << QByteArray("offline,message=a\"b") << QByteArray("offline") << QByteArray("a\"b");
    QTest::newRow("value alone, last") << QByteArray("message=x,offline") << QByteArray("offline") << QByteArray("x");
    QTest::newRow("value alone, quoted") << QByteArray("\"a=b\",message=x") << QByteArray("a=b") << QByteArray("x");
    QTest::newRow("equals sign in a value") << QByteArray("offline,message=a=b") << QByteArray("offline") << QByteArray("a=b");
}

void TestSectionConfig::propertyStrings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, message);
    auto properties = readPropertyString(text.toStdString(), "type");
    QVERIFY(properties);
    QCOMPARE(QByteArray::fromStdString((*properties)["type"]), type);
    QCOMPARE(QByteArray::fromStdString((*properties)["message"]), message);
}

void TestSectionConfig::refusedPropertyStrings_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("defaultKey");

    QTest::newRow("no default key") << QByteArray("offline") << QByteArray();
    QTest::newRow("key twice") << QByteArray("a=1,a=2") << QByteArray();
    QTest::newRow("default key twice") << QByteArray("offline,type=offline") << QByteArray("type");
    QTest::newRow("empty part") << QByteArray("offline,,message=x") << QByteArray("type");
    QTest::newRow("no closing quote") << QByteArray("a=\"b") << QByteArray();
    QTest::newRow("backslash at the end") << QByteArray("a=\"b\\") << QByteArray();
    QTest::newRow("unknown escape") << QByteArray("a=\"\\t\"") << QByteArray();
    QTest::newRow("text behind the quote") << QByteArray("a=\"b\"c") << QByteArray();
    QTest::newRow("empty key") << QByteArray("=a") << QByteArray("type");
}

void TestSectionConfig::refusedPropertyStrings()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, defaultKey);
    const auto properties = readPropertyString(text.toStdString(), defaultKey.toStdString());
    QVERIFY(!properties);
    QCOMPARE(properties.error().id, MessageId::ConfigDamaged);
}

void TestSectionConfig::fixtures()
{
    const auto rows = test::fixtureValues("config/section-config.jsonl");
    if (rows.empty())
        QSKIP(test::skipReason);
    int read = 0;
    int refusedByGrammar = 0;
    int refusedByMeaning = 0;
    for (const json &row : rows) {
        const auto sections = readSectionConfig(row.at("text").get<std::string>(), row.at("file").get<std::string>());
        if (row.at("ok")) {
            QVERIFY2(sections, qPrintable(QString::fromStdString(row.dump())));
            compareSections(row, *sections);
            ++read;
        } else if (isAboutGrammar(row.at("error"))) {
            QVERIFY2(!sections, qPrintable(QString::fromStdString(row.dump())));
            const std::string where = "line " + sections.error().args.at(1) + " ";
            QVERIFY2(row.at("error").get<std::string>().contains(where), qPrintable(QString::fromStdString(row.dump())));
            ++refusedByGrammar;
        } else {
            ++refusedByMeaning;
        }
    }
    qInfo("section config: %d read, %d refused, %d left out (keys and values are judged by who reads the section)", read, refusedByGrammar,
          refusedByMeaning);
}

void TestSectionConfig::realFiles()
{
    for (const char *name : {"datastore.cfg", "prune.cfg", "remote.cfg", "sync.cfg", "verification.cfg"}) {
        const auto content = test::fixtureContent(std::string("config-real/") + name);
        if (!content)
            QSKIP(test::skipReason);
        const auto sections = readSectionConfig(*content, name);
        QVERIFY2(sections && !sections->empty(), name);
    }
}

QTEST_GUILESS_MAIN(TestSectionConfig)

#include "tst_sectionconfig.moc"
