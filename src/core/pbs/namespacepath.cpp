// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/namespacepath.h"

#include "core/pbs/safeid.h"

#include <algorithm>

namespace espalier {

namespace {

constexpr std::string_view levelPrefix = "ns/";

} // namespace

Result<NamespacePath> NamespacePath::fromString(std::string_view text)
{
    NamespacePath path;
    while (!text.empty()) {
        const std::size_t slash = text.find('/');
        auto longer = path.child(text.substr(0, slash));
        if (!longer)
            return longer;
        path = std::move(*longer);
        if (slash == std::string_view::npos)
            break;
        text.remove_prefix(slash + 1);
        if (text.empty())
            return fail(Error::Kind::InvalidInput, MessageId::NamespaceMalformed, path.toString() + "/");
    }
    return path;
}

Result<NamespacePath> NamespacePath::fromDirectoryForm(std::string_view text)
{
    NamespacePath path;
    // PBS lets one trailing slash pass here ("ns/a/"), and none anywhere else.
    for (std::string_view rest = text; !rest.empty();) {
        if (!rest.starts_with(levelPrefix))
            return fail(Error::Kind::InvalidInput, MessageId::NamespaceMalformed, text);
        rest.remove_prefix(levelPrefix.size());
        const std::size_t slash = rest.find('/');
        auto longer = path.child(rest.substr(0, slash));
        if (!longer)
            return longer;
        path = std::move(*longer);
        rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    }
    return path;
}

Result<NamespacePath> NamespacePath::child(std::string_view name) const
{
    if (name.empty())
        return fail(Error::Kind::InvalidInput, MessageId::NameEmpty, "namespace");
    if (!isSafeId(name))
        return fail(Error::Kind::InvalidInput, MessageId::NameHasForbiddenCharacter, name);
    if (depth() >= maxDepth)
        return fail(Error::Kind::InvalidInput, MessageId::NamespaceTooDeep, m_text + "/" + std::string(name), std::to_string(maxDepth));
    if (name.size() > maxComponentLength)
        return fail(Error::Kind::InvalidInput, MessageId::NameTooLong, name, std::to_string(name.size()),
                    std::to_string(maxComponentLength));
    NamespacePath path;
    path.m_text = isRoot() ? std::string(name) : m_text + "/" + std::string(name);
    if (path.m_text.size() > maxLength)
        return fail(Error::Kind::InvalidInput, MessageId::NamespaceTooLong, path.m_text, std::to_string(maxLength));
    return path;
}

Result<NamespacePath> NamespacePath::newChild(std::string_view name) const
{
    if (isSafeId(name) && name.size() > maxNewComponentLength)
        return fail(Error::Kind::InvalidInput, MessageId::NameTooLong, name, std::to_string(name.size()),
                    std::to_string(maxNewComponentLength));
    return child(name);
}

int NamespacePath::depth() const
{
    return isRoot() ? 0 : static_cast<int>(std::ranges::count(m_text, '/')) + 1;
}

NamespacePath NamespacePath::parent() const
{
    NamespacePath path;
    if (const std::size_t slash = m_text.rfind('/'); slash != std::string::npos)
        path.m_text = m_text.substr(0, slash);
    return path;
}

std::string_view NamespacePath::name() const
{
    const std::size_t slash = m_text.rfind('/');
    return std::string_view(m_text).substr(slash == std::string::npos ? 0 : slash + 1);
}

std::vector<std::string_view> NamespacePath::components() const
{
    std::vector<std::string_view> names;
    for (std::string_view rest = m_text; !rest.empty();) {
        const std::size_t slash = rest.find('/');
        names.push_back(rest.substr(0, slash));
        rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    }
    return names;
}

bool NamespacePath::contains(const NamespacePath &other) const
{
    if (isRoot() || m_text == other.m_text)
        return true;
    return other.m_text.starts_with(m_text) && other.m_text[m_text.size()] == '/';
}

std::string NamespacePath::directoryForm() const
{
    std::string path;
    for (const std::string_view name : components()) {
        path += path.empty() ? "ns/" : "/ns/";
        path += name;
    }
    return path;
}

std::strong_ordering operator<=>(const NamespacePath &left, const NamespacePath &right)
{
    // A slash below every other character makes the comparison one of whole components.
    const auto rank = [](char c) { return c == '/' ? 0 : static_cast<int>(static_cast<unsigned char>(c)); };
    return std::lexicographical_compare_three_way(left.m_text.begin(), left.m_text.end(), right.m_text.begin(), right.m_text.end(),
                                                  [rank](char l, char r) { return rank(l) <=> rank(r); });
}

} // namespace espalier
