// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/tree.h"

#include <QList>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace espalier {

/// What the filter box asks for. Words are separated by blanks; "quoted words" are one. Case does not matter.
///
///     web            the id, owner or comment contains it; several such words must all be there
///     vm/100-199     ids of that type in that range, both ends included
///     vm/ type:vm    that type
///     owner:x        the owner contains it
///     ns:y           the path of the namespace contains it
///     in:several     groups of that id are in several namespaces of the datastore
///
/// Of several words of the second to the fifth kind one must fit.
class TreeFilter
{
public:
    TreeFilter() = default; ///< Everything fits.
    static TreeFilter fromText(const QString &text);

    bool isEmpty() const;
    bool isOnlySeveral() const { return m_onlySeveral; } ///< What only the whole tree tells: matches() does not ask for it.
    bool matches(const NamespacePath &ns, const Group &group) const;
    /// True where every word is plain and part of the namespace's name, or only ns: words are given and one fits.
    bool matchesNamespace(const NamespacePath &ns) const;

    friend bool operator==(const TreeFilter &, const TreeFilter &) = default;

private:
    struct Range
    {
        BackupType type = BackupType::Vm;
        std::optional<std::pair<std::uint64_t, std::uint64_t>> ids; ///< Nothing: the whole type.

        friend bool operator==(const Range &, const Range &) = default;
    };
    bool readRange(const QString &word);

    QList<QString> m_texts;
    QList<QString> m_owners;
    QList<QString> m_namespaces;
    std::vector<Range> m_ranges;
    bool m_onlySeveral = false;
};

/// The filter's @p text with "in:several" in it, or without.
QString withOnlySeveral(const QString &text, bool only);

/// Which parts of one tree a filter shows. Holds indexes, not pointers: it stays right for a tree of the same structure.
struct FilterMatches
{
    struct InNamespace
    {
        bool whole = false;                  ///< Everything in it and below is shown.
        std::vector<std::uint32_t> groups;   ///< Indexes of the groups that match, ascending.
        std::vector<std::uint32_t> children; ///< Indexes of the child namespaces that are shown, ascending.
    };

    std::unordered_map<NamespacePath, InNamespace> namespaces; ///< Only those that are shown.
    std::size_t groupCount = 0;                                ///< That match.

    const InNamespace *in(const NamespacePath &ns) const; ///< Null where it is hidden.
};

/// Looks for what fits @p filter; null where it was stopped. A namespace is shown where something below it fits, or where its own name
/// does; in the latter case, if nothing below fits by itself, with all that is in it. Thread-safe: works on values only.
std::shared_ptr<const FilterMatches> findMatches(const Tree &tree, const TreeFilter &filter, const std::stop_token &stop = {});

} // namespace espalier
