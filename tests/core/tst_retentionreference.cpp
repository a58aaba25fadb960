// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/retention.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>

using namespace espalier;

namespace {

/// prune-semantics §2 once more, as slowly and plainly as it is written there: texts for periods, Qt for calendars.
class Reference
{
public:
    Reference(const std::vector<PruneCandidate> &snapshots, const QTimeZone &zone) : m_snapshots(snapshots), m_zone(zone) {}

    QStringList marks(const KeepOptions &options)
    {
        std::map<std::int64_t, std::size_t, std::greater<>> byTime;
        for (std::size_t i = 0; i < m_snapshots.size(); ++i)
            byTime[m_snapshots[i].time.epoch()] = i;
        for (const auto &[time, i] : byTime)
            m_newestFirst.push_back(i);
        for (const std::size_t i : m_newestFirst) {
            if (!m_snapshots[i].finished)
                m_marks[i] = i == m_newestFirst.front() ? QStringLiteral("keep-partial") : QStringLiteral("remove");
        }
        for (const KeepRule rule : allKeepRules) {
            if (options[rule])
                apply(rule, *options[rule]);
        }
        QStringList list;
        for (std::size_t i = 0; i < m_snapshots.size(); ++i)
            list << (m_snapshots[i].isProtected ? QStringLiteral("protected") : m_marks.value(i, QStringLiteral("remove")));
        return list;
    }

private:
    QString key(KeepRule rule, std::size_t i) const
    {
        const QDateTime time = QDateTime::fromSecsSinceEpoch(m_snapshots[i].time.epoch(), m_zone);
        int weekYear = 0;
        const int week = time.date().weekNumber(&weekYear);
        switch (rule) {
        case KeepRule::Last: return QString::number(m_snapshots[i].time.epoch());
        case KeepRule::Hourly: return time.toString(QStringLiteral("yyyy/MM/dd/HH"));
        case KeepRule::Daily: return time.toString(QStringLiteral("yyyy/MM/dd"));
        case KeepRule::Weekly: return QStringLiteral("%1/%2").arg(weekYear).arg(week);
        case KeepRule::Monthly: return time.toString(QStringLiteral("yyyy/MM"));
        case KeepRule::Yearly: break;
        }
        return time.toString(QStringLiteral("yyyy"));
    }

    void apply(KeepRule rule, std::uint64_t count)
    {
        std::set<QString> covered;
        for (const std::size_t i : m_newestFirst) {
            if (m_marks.value(i).startsWith(QLatin1String("keep ")))
                covered.insert(key(rule, i));
        }
        std::set<QString> fresh;
        for (const std::size_t i : m_newestFirst) {
            if (m_marks.contains(i))
                continue;
            if (m_snapshots[i].isProtected) {
                m_marks[i] = QStringLiteral("protected");
                continue;
            }
            const QString period = key(rule, i);
            if (covered.contains(period))
                continue;
            if (fresh.contains(period)) {
                m_marks[i] = QStringLiteral("remove, surplus of %1").arg(QLatin1String(toString(rule)));
                continue;
            }
            if (fresh.size() >= count)
                return;
            fresh.insert(period);
            m_marks[i] = QStringLiteral("keep %1 %2").arg(QLatin1String(toString(rule))).arg(fresh.size());
        }
    }

    const std::vector<PruneCandidate> &m_snapshots;
    QTimeZone m_zone;
    std::vector<std::size_t> m_newestFirst;
    QMap<std::size_t, QString> m_marks;
};

QString wordsOf(const PruneMark &mark)
{
    switch (mark.verdict) {
    case PruneVerdict::Keep: return QStringLiteral("keep %1 %2").arg(QLatin1String(toString(*mark.rule))).arg(mark.position);
    case PruneVerdict::KeepPartial: return QStringLiteral("keep-partial");
    case PruneVerdict::Protected: return QStringLiteral("protected");
    case PruneVerdict::Remove: break;
    }
    return mark.surplusOf ? QStringLiteral("remove, surplus of %1").arg(QLatin1String(toString(*mark.surplusOf)))
                          : QStringLiteral("remove");
}

/// Whether the newest snapshot and the newest finished one stay.
bool keepsTheNewest(const std::vector<PruneCandidate> &group, const std::vector<PruneMark> &marks)
{
    std::optional<std::size_t> newest;
    std::optional<std::size_t> finished;
    for (std::size_t i = 0; i < group.size(); ++i) {
        if (!newest || group[i].time > group[*newest].time)
            newest = i;
        if (group[i].finished && (!finished || group[i].time > group[*finished].time))
            finished = i;
    }
    const auto stays = [&marks](const std::optional<std::size_t> &i) { return !i || marks[*i].verdict != PruneVerdict::Remove; };
    return stays(newest) && stays(finished);
}

/// Groups of one seed are the same ones each time.
class Dice
{
public:
    explicit Dice(unsigned seed) : m_engine(seed) {}

    std::int64_t below(std::int64_t limit) { return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(m_engine); }
    bool chance(int percent) { return below(100) < percent; }

private:
    std::mt19937 m_engine;
};

std::vector<PruneCandidate> randomGroup(Dice &dice)
{
    static constexpr std::int64_t steps[] = {61, 1800, 3600, 7200, 21600, 86400, 90000, 604800, 2629746};
    const std::int64_t step = steps[dice.below(std::ssize(steps))];
    std::int64_t time = 86400 + dice.below(std::int64_t{80} * 31556952);
    std::vector<PruneCandidate> snapshots;
    const auto size = static_cast<std::size_t>(dice.below(60));
    while (snapshots.size() < size) {
        snapshots.push_back({SnapshotTime::fromEpoch(time).value(), !dice.chance(6), dice.chance(6)});
        time += 1 + (dice.chance(70) ? step : dice.below(step * 4));
    }
    for (std::size_t i = snapshots.size(); i > 1; --i)
        std::swap(snapshots[i - 1], snapshots[static_cast<std::size_t>(dice.below(std::int64_t(i)))]);
    return snapshots;
}

KeepOptions randomOptions(Dice &dice)
{
    KeepOptions options;
    for (const KeepRule rule : allKeepRules) {
        if (dice.chance(50))
            options[rule] = dice.chance(95) ? std::uint64_t(1 + dice.below(9)) : std::uint64_t{1} << 40;
    }
    return options;
}

} // namespace

class TestRetentionReference : public QObject
{
    Q_OBJECT

private slots:
    void randomGroups();
    void periodNames_data();
    void periodNames();
};

void TestRetentionReference::randomGroups()
{
    static const QByteArrayList names{"UTC",          "Europe/Vienna",       "America/New_York",  "America/St_Johns",  "Asia/Kolkata",
                                      "Pacific/Apia", "Australia/Lord_Howe", "Africa/Casablanca", "America/Sao_Paulo", "Asia/Tehran"};
    std::vector<TimeZone> zones;
    for (const QByteArray &name : names)
        zones.push_back(TimeZone::named(name.toStdString()).value());
    const auto first = static_cast<unsigned>(qEnvironmentVariableIntValue("ESPALIER_SEED"));
    constexpr unsigned groups = 10'000;
    qInfo("random groups: seeds %u to %u (ESPALIER_SEED is the first one)", first, first + groups - 1);
    std::size_t snapshots = 0;
    for (unsigned seed = first; seed < first + groups; ++seed) {
        Dice dice(seed);
        const auto group = randomGroup(dice);
        const KeepOptions options = randomOptions(dice);
        const auto zone = dice.below(names.size());
        const auto marks = markForPrune(group, options, zones.at(std::size_t(zone)));
        QVERIFY2(options.keepsAll() || keepsTheNewest(group, marks), qPrintable(QString::number(seed)));
        QStringList ours;
        for (const PruneMark &mark : marks)
            ours << wordsOf(mark);
        const QStringList theirs = Reference(group, QTimeZone(names.at(zone))).marks(options);
        QVERIFY2(ours == theirs,
                 qPrintable(QStringLiteral("seed %1 in %2: %3 instead of %4")
                                .arg(seed)
                                .arg(QString::fromLatin1(names.at(zone)), ours.join(u';'), theirs.join(u';'))));
        snapshots += group.size();
    }
    qInfo("random groups: %zu snapshots", snapshots);
}

void TestRetentionReference::periodNames_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<QByteArray>("time");
    QTest::addColumn<QByteArray>("name");

    const auto row = [](const char *what, KeepRule rule, const char *time, const char *name) {
        QTest::newRow(what) << int(rule) << QByteArray(time) << QByteArray(name);
    };
    row("last", KeepRule::Last, "2026-03-01T23:30:00Z", "");
    row("hour", KeepRule::Hourly, "2026-03-01T23:30:00Z", "2026-03-02 00:00");
    row("day", KeepRule::Daily, "2026-03-01T23:30:00Z", "2026-03-02");
    row("week", KeepRule::Weekly, "2026-03-01T23:30:00Z", "2026-W10");
    row("week of the next year", KeepRule::Weekly, "2024-12-30T12:00:00Z", "2025-W01");
    row("week of the last year", KeepRule::Weekly, "2027-01-03T12:00:00Z", "2026-W53");
    row("month", KeepRule::Monthly, "2026-02-28T23:30:00Z", "2026-03");
    row("year", KeepRule::Yearly, "2025-12-31T23:30:00Z", "2026");
}

void TestRetentionReference::periodNames()
{
    QFETCH(int, rule);
    QFETCH(QByteArray, time);
    QFETCH(QByteArray, name);
    const auto snapshot = SnapshotTime::fromString(time.toStdString()).value();
    const std::string found = periodName(static_cast<KeepRule>(rule), snapshot, TimeZone::named("Europe/Vienna").value());
    QCOMPARE(QByteArray::fromStdString(found), name);
}

QTEST_GUILESS_MAIN(TestRetentionReference)

#include "tst_retentionreference.moc"
