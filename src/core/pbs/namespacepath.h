// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace espalier {

/// The path of a namespace inside one datastore. Every object of this class is valid and can be read by PBS.
/// Limits as PBS 4.2 has them (pbs-api-types BackupNamespace): 7 levels; one component up to 255 bytes, several
/// together with their slashes up to 256.
class NamespacePath
{
public:
    static constexpr int maxDepth = 7;            ///< Levels below the root.
    static constexpr std::size_t maxLength = 256; ///< Bytes of the whole text when it has several components.
    static constexpr std::size_t maxComponentLength = 255;
    static constexpr std::size_t maxNewComponentLength = 32; ///< PBS's API makes no longer ones.

    NamespacePath() = default; ///< The root.

    /// Parses "a/b/c"; the empty text is the root. Fails with InvalidInput.
    static Result<NamespacePath> fromString(std::string_view text);

    /// Parses the directory form "ns/a/ns/b"; the empty text is the root.
    static Result<NamespacePath> fromDirectoryForm(std::string_view text);

    /// The namespace @p name below this one, as PBS would read it. Fails with InvalidInput.
    Result<NamespacePath> child(std::string_view name) const;

    /// As child(), with the stricter rule for what may be made: at most 32 bytes in @p name.
    Result<NamespacePath> newChild(std::string_view name) const;

    bool isRoot() const { return m_text.empty(); }
    int depth() const;             ///< 0 for the root.
    NamespacePath parent() const;  ///< The root is its own parent.
    std::string_view name() const; ///< The last component; empty for the root.
    std::vector<std::string_view> components() const;
    bool contains(const NamespacePath &other) const; ///< True for the path itself, too.

    const std::string &toString() const { return m_text; } ///< "a/b/c"
    std::string directoryForm() const;                     ///< "ns/a/ns/b/ns/c", relative to the datastore's root.

    friend bool operator==(const NamespacePath &, const NamespacePath &) = default;
    /// Parents before their children, siblings by bytes: "a", "a/b", "a-b" (component by component).
    friend std::strong_ordering operator<=>(const NamespacePath &left, const NamespacePath &right);

private:
    std::string m_text;
};

} // namespace espalier

template<>
struct std::hash<espalier::NamespacePath>
{
    std::size_t operator()(const espalier::NamespacePath &path) const noexcept { return std::hash<std::string>{}(path.toString()); }
};
