// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/treefilter.h"

#include "core/datastore/overlaps.h"
#include "text/utf8.h"

#include <QRegularExpression>

#include <algorithm>
#include <charconv>
#include <unordered_set>

namespace espalier {

namespace {

const QLatin1String severalWord("in:several");

/// Splits at blanks outside quotation marks and leaves the marks out; an open quotation ends with the text.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == QLatin1Char('"'))
            quoted = !quoted;
        else if (c.isSpace() && !quoted)
            words.append(std::exchange(word, {}));
        else
            word.append(c);
    }
    words.append(word);
    words.removeAll(QString());
    return words;
}

bool contains(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

std::optional<std::uint64_t> numberOf(const std::string &id)
{
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (error != std::errc() || end != id.data() + id.size())
        return std::nullopt;
    return number;
}

template<typename List, typename Fits>
bool anyOrNone(const List &list, Fits fits)
{
    return list.empty() || std::ranges::any_of(list, fits);
}

} // namespace

TreeFilter TreeFilter::fromText(const QString &text)
{
    TreeFilter filter;
    for (const QString &word : wordsOf(text)) {
        const auto valueAfter
            = [&word](const QString &key) { return word.startsWith(key, Qt::CaseInsensitive) ? word.sliced(key.size()) : QString(); };
        if (word.compare(severalWord, Qt::CaseInsensitive) == 0)
            filter.m_onlySeveral = true;
        else if (const QString owner = valueAfter(QStringLiteral("owner:")); !owner.isEmpty())
            filter.m_owners.append(owner);
        else if (const QString ns = valueAfter(QStringLiteral("ns:")); !ns.isEmpty())
            filter.m_namespaces.append(ns);
        else if (!filter.readRange(word))
            filter.m_texts.append(word);
    }
    return filter;
}

/// "vm/100-199", "vm/" or "type:vm".
bool TreeFilter::readRange(const QString &word)
{
    static const QRegularExpression form(QStringLiteral("\\A(?:type:(vm|ct|host)|(vm|ct|host)/(?:(\\d{1,19})-(\\d{1,19}))?)\\z"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = form.match(word);
    if (!match.hasMatch())
        return false;
    const QString type = match.captured(1).isEmpty() ? match.captured(2) : match.captured(1);
    Range range;
    range.type = *backupTypeFromString(toStdString(type.toLower()));
    if (!match.captured(3).isEmpty())
        range.ids = std::pair(match.captured(3).toULongLong(), match.captured(4).toULongLong());
    m_ranges.push_back(range);
    return true;
}

bool TreeFilter::isEmpty() const
{
    return *this == TreeFilter();
}

bool TreeFilter::matches(const NamespacePath &ns, const Group &group) const
{
    const auto inRange = [&group](const Range &range) {
        if (range.type != group.id.type())
            return false;
        const auto number = range.ids ? numberOf(group.id.id()) : std::nullopt;
        return !range.ids || (number && *number >= range.ids->first && *number <= range.ids->second);
    };
    if (!anyOrNone(m_ranges, inRange))
        return false;
    if (!m_namespaces.isEmpty()) {
        const QString path = toQString(ns.toString());
        if (!anyOrNone(m_namespaces, [&path](const QString &part) { return contains(path, part); }))
            return false;
    }
    if (m_owners.isEmpty() && m_texts.isEmpty())
        return true;
    const QString owner = group.owner ? toQString(group.owner->toString()) : QString();
    if (!anyOrNone(m_owners, [&owner](const QString &part) { return contains(owner, part); }))
        return false;
    if (m_texts.isEmpty())
        return true;
    const QString id = toQString(group.id.toString());
    const QString comment = toQString(group.displayComment());
    return std::ranges::all_of(m_texts,
                               [&](const QString &part) { return contains(id, part) || contains(owner, part) || contains(comment, part); });
}

bool TreeFilter::matchesNamespace(const NamespacePath &ns) const
{
    if (ns.isRoot() || m_onlySeveral || !m_ranges.empty() || !m_owners.isEmpty())
        return false;
    const QString path = toQString(ns.toString());
    const QString name = toQString(ns.name());
    return anyOrNone(m_namespaces, [&path](const QString &part) { return contains(path, part); })
        && std::ranges::all_of(m_texts, [&name](const QString &part) { return contains(name, part); });
}

QString withOnlySeveral(const QString &text, bool only)
{
    static const QRegularExpression form(QStringLiteral("(?<!\\S)%1(?!\\S)\\s*").arg(severalWord),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString others = QString(text).remove(form).trimmed();
    return only ? (QString(severalWord) + u' ' + others).trimmed() : others;
}

namespace {

class Matcher
{
public:
    Matcher(const Tree &tree, const TreeFilter &filter, const std::stop_token &stop)
        : m_filter(filter)
        , m_stop(stop)
        , m_matches(std::make_shared<FilterMatches>())
    {
        if (!filter.isOnlySeveral())
            return;
        for (const Overlap &overlap : findOverlaps(tree))
            m_several.insert(overlap.id);
    }

    /// True where @p ns is shown.
    bool visit(const Namespace &ns)
    {
        FilterMatches::InNamespace in;
        for (std::uint32_t i = 0; i < ns.children.size() && !m_stop.stop_requested(); ++i) {
            if (visit(*ns.children[i]))
                in.children.push_back(i);
        }
        for (std::uint32_t i = 0; i < ns.groups.size() && !m_stop.stop_requested(); ++i) {
            const Group &group = *ns.groups[i];
            const bool isIn = !m_filter.isOnlySeveral() || m_several.contains(group.id);
            if (isIn && m_filter.matches(ns.path, group))
                in.groups.push_back(i);
        }
        m_matches->groupCount += in.groups.size();
        in.whole = in.children.empty() && in.groups.empty() && m_filter.matchesNamespace(ns.path);
        const bool shown = in.whole || !in.children.empty() || !in.groups.empty() || ns.path.isRoot();
        if (shown)
            m_matches->namespaces.emplace(ns.path, std::move(in));
        return shown;
    }

    std::shared_ptr<const FilterMatches> result() const { return m_stop.stop_requested() ? nullptr : m_matches; }

private:
    const TreeFilter &m_filter;
    const std::stop_token &m_stop;
    std::unordered_set<GroupId> m_several; ///< Ids that are in several namespaces, where the filter asks for them.
    std::shared_ptr<FilterMatches> m_matches;
};

} // namespace

const FilterMatches::InNamespace *FilterMatches::in(const NamespacePath &ns) const
{
    const auto found = namespaces.find(ns);
    return found == namespaces.end() ? nullptr : &found->second;
}

std::shared_ptr<const FilterMatches> findMatches(const Tree &tree, const TreeFilter &filter, const std::stop_token &stop)
{
    Matcher matcher(tree, filter, stop);
    matcher.visit(tree.root());
    return matcher.result();
}

} // namespace espalier
