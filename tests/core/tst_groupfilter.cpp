// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/groupfilter.h"

#include "support/fixtures.h"

#include <QTest>

#include <algorithm>

using namespace espalier;
using nlohmann::json;
using Texts = std::vector<std::string>;

namespace {

bool isPattern(const std::string &filter)
{
    return filter.contains("regex:");
}

} // namespace

class TestGroupFilter : public QObject
{
    Q_OBJECT

private slots:
    void reading_data();
    void reading();
    void applying_data();
    void applying();
    void fixtures();
};

void TestGroupFilter::reading_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("ok");
    QTest::newRow("type") << QByteArray("type:vm") << true;
    QTest::newRow("include") << QByteArray("include:group:vm/100") << true;
    QTest::newRow("an id that no directory can have") << QByteArray("group:vm/" + QByteArray(300, 'a')) << true;
    QTest::newRow("exclude") << QByteArray("exclude:regex:^vm/1") << true;
    QTest::newRow("empty pattern") << QByteArray("regex:") << true;
    QTest::newRow("no prefix") << QByteArray("vm/100") << false;
    QTest::newRow("capital type") << QByteArray("type:VM") << false;
    QTest::newRow("half a group") << QByteArray("group:100") << false;
    QTest::newRow("two prefixes") << QByteArray("include:exclude:type:vm") << false;
    QTest::newRow("unknown prefix") << QByteArray("name:vm/100") << false;
    QTest::newRow("blank behind") << QByteArray("type:vm ") << false;
}

void TestGroupFilter::reading()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, ok);
    QCOMPARE(GroupFilter::fromString(text.toStdString()).has_value(), ok);
}

void TestGroupFilter::applying_data()
{
    QTest::addColumn<Texts>("filters");
    QTest::addColumn<FilterAnswer>("answer"); // for vm/100
    QTest::newRow("none") << Texts() << FilterAnswer::Yes;
    QTest::newRow("other type") << Texts{"type:ct"} << FilterAnswer::No;
    QTest::newRow("one of two") << (Texts{"type:ct", "group:vm/100"}) << FilterAnswer::Yes;
    QTest::newRow("exclude wins") << (Texts{"exclude:group:vm/100", "group:vm/100"}) << FilterAnswer::No;
    QTest::newRow("others are excluded") << Texts{"exclude:type:ct"} << FilterAnswer::Yes;
    QTest::newRow("a pattern includes") << Texts{"regex:100"} << FilterAnswer::Maybe;
    QTest::newRow("a pattern excludes") << Texts{"exclude:regex:100"} << FilterAnswer::Maybe;
    QTest::newRow("a pattern that is not needed") << (Texts{"regex:x", "type:vm"}) << FilterAnswer::Yes;
    QTest::newRow("a pattern that does not help") << (Texts{"regex:x", "exclude:type:vm"}) << FilterAnswer::No;
    QTest::newRow("everything is excluded") << Texts{"exclude:regex:"} << FilterAnswer::No;
}

void TestGroupFilter::applying()
{
    QFETCH(Texts, filters);
    QFETCH(FilterAnswer, answer);
    std::vector<GroupFilter> list;
    for (const std::string &filter : filters)
        list.push_back(GroupFilter::fromString(filter).value());
    QCOMPARE(applyFilters(list, GroupId::fromString("vm/100").value()), answer);
}

void TestGroupFilter::fixtures()
{
    const auto cases = test::fixtureValues("filters/match.jsonl");
    if (cases.empty())
        QSKIP(test::skipReason);
    int certain = 0;
    int open = 0;
    int refused = 0;
    for (const json &row : cases) {
        const auto texts = row.at("filters").get<std::vector<std::string>>();
        if (row.contains("error")) {
            const std::string &bad = texts.at(row.at("error").at("index").get<std::size_t>());
            QVERIFY2(isPattern(bad) || !GroupFilter::fromString(bad), bad.c_str());
            ++refused;
            continue;
        }
        std::vector<GroupFilter> filters;
        for (const std::string &text : texts) {
            const auto filter = GroupFilter::fromString(text);
            QVERIFY2(filter, text.c_str());
            filters.push_back(*filter);
        }
        for (std::size_t i = 0; i < row.at("groups").size(); ++i) {
            const json &group = row.at("groups").at(i);
            const auto type = backupTypeFromString(group.at(0).get<std::string>()).value();
            const auto id = GroupId::make(type, group.at(1).get<std::string>());
            if (!id)
                continue; // too long for a directory
            const FilterAnswer answer = applyFilters(filters, *id);
            const FilterAnswer theirs = row.at("matched").at(i) ? FilterAnswer::Yes : FilterAnswer::No;
            QVERIFY2(answer == theirs || (answer == FilterAnswer::Maybe && std::ranges::any_of(texts, isPattern)), row.dump().c_str());
            ++(answer == FilterAnswer::Maybe ? open : certain);
        }
    }
    qInfo("group filters: %d groups decided, %d left open by patterns, %d lists refused", certain, open, refused);
}

QTEST_GUILESS_MAIN(TestGroupFilter)

#include "tst_groupfilter.moc"
