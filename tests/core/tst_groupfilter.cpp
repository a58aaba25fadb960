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

/// Whether PBS would take it and it can be judged here.
bool isUsable(const std::string &text)
{
    const auto filter = GroupFilter::fromString(text);
    return filter && filter->whyNotJudged();
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
    QTest::newRow("a pattern includes") << Texts{"regex:100"} << FilterAnswer::Yes;
    QTest::newRow("a pattern excludes") << Texts{"exclude:regex:100"} << FilterAnswer::No;
    QTest::newRow("a pattern that is not judged") << Texts{"regex:\\p{Tibetan}"} << FilterAnswer::Maybe;
    QTest::newRow("another one") << Texts{"exclude:regex:\\p{Tibetan}"} << FilterAnswer::Maybe;
    QTest::newRow("a pattern that is not needed") << (Texts{"regex:\\p{Tibetan}", "type:vm"}) << FilterAnswer::Yes;
    QTest::newRow("a pattern that does not help") << (Texts{"regex:\\p{Tibetan}", "exclude:type:vm"}) << FilterAnswer::No;
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
    int judged = 0;
    int notJudged = 0;
    int refused = 0;
    for (const json &row : cases) {
        const auto texts = row.at("filters").get<std::vector<std::string>>();
        if (row.contains("error")) {
            const std::string &bad = texts.at(row.at("error").at("index").get<std::size_t>());
            QVERIFY2(!isUsable(bad), bad.c_str());
            ++refused;
            continue;
        }
        std::vector<GroupFilter> filters;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto filter = GroupFilter::fromString(texts[i]);
            QVERIFY2(filter, texts[i].c_str());
            QCOMPARE(filter->toString(), row.at("normal").at(i).get<std::string>());
            filters.push_back(*filter);
            notJudged += filter->whyNotJudged() ? 0 : 1;
        }
        for (std::size_t i = 0; i < row.at("groups").size(); ++i) {
            const json &group = row.at("groups").at(i);
            const auto type = backupTypeFromString(group.at(0).get<std::string>()).value();
            const auto id = GroupId::make(type, group.at(1).get<std::string>());
            if (!id)
                continue; // too long for a directory
            const FilterAnswer answer = applyFilters(filters, *id);
            const FilterAnswer theirs = row.at("matched").at(i) ? FilterAnswer::Yes : FilterAnswer::No;
            QVERIFY2(answer == theirs || answer == FilterAnswer::Maybe, row.dump().c_str());
            judged += answer == theirs ? 1 : 0;
        }
    }
    QVERIFY(judged > 0 && refused > 0);
    QVERIFY2(notJudged * 20 < judged, "too many patterns are not judged");
    qInfo("%d groups judged as PBS does, %d filters refused as there, %d patterns not judged", judged, refused, notJudged);
}

QTEST_GUILESS_MAIN(TestGroupFilter)

#include "tst_groupfilter.moc"
