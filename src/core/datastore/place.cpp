// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/place.h"

#include "core/fs/paths.h"

#include <algorithm>
#include <charconv>
#include <format>
#include <optional>
#include <vector>

namespace espalier {

namespace {

constexpr std::string_view fileScheme = "file:";
constexpr std::string_view sshScheme = "ssh://";
constexpr std::string_view mountScheme = "sshfs://";

bool isAsciiLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// True for "word://", the start of a URL.
bool hasScheme(std::string_view text)
{
    const std::size_t end = text.find("://");
    return end != std::string_view::npos && end > 0
        && std::ranges::all_of(text.substr(0, end), [](char c) { return isAsciiLetterOrDigit(c) || c == '+' || c == '-' || c == '.'; });
}

std::optional<std::string> percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += text[i];
            continue;
        }
        unsigned value = 0;
        const char *digits = text.data() + i + 1;
        if (i + 2 >= text.size() || std::from_chars(digits, digits + 2, value, 16).ptr != digits + 2)
            return std::nullopt;
        decoded += static_cast<char>(value);
        i += 2;
    }
    return decoded;
}

std::string percentEncoded(std::string_view path)
{
    constexpr std::string_view harmless = "/-._~!$&'()*+,;=:@";
    std::string encoded;
    for (const char c : path) {
        if (isAsciiLetterOrDigit(c) || harmless.contains(c))
            encoded += c;
        else
            encoded += std::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return encoded;
}

/// The absolute path below @p root; "." and ".." are resolved by their text.
std::optional<std::string> normalized(std::string_view path, std::string_view root)
{
    if (root.empty() || path.contains('\0'))
        return std::nullopt;
    path.remove_prefix(root.size());
    std::vector<std::string_view> names;
    while (!path.empty()) {
        const std::size_t end = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, end);
        path.remove_prefix(std::min(end + 1, path.size()));
        if (name == ".." && !names.empty())
            names.pop_back();
        else if (!name.empty() && name != "." && name != "..")
            names.push_back(name);
    }
    std::string result(root);
    for (const std::string_view name : names)
        result.append(result.ends_with('/') ? "" : "/").append(name);
    return result;
}

/// On a host.
std::optional<std::string> normalizedThere(std::string_view path)
{
    return normalized(path, path.substr(0, path.starts_with('/') ? 1 : 0));
}

/// On this computer.
std::optional<std::string> normalizedHere(std::string_view path)
{
    const std::string ours = fs::fromNative(path);
    return normalized(ours, fs::rootOf(ours));
}

/// Nothing that ssh could take for an option or a shell for more than a word.
bool isHostOrUser(std::string_view text, std::string_view alsoAllowed)
{
    return !text.empty() && text.size() <= 255 && !text.starts_with('-')
        && std::ranges::all_of(text, [&](char c) { return isAsciiLetterOrDigit(c) || alsoAllowed.contains(c); });
}

struct Authority
{
    std::string user;
    std::string host;
    int port = 0;
};

/// Splits "[user@]host[:port]"; an IPv6 address stands in brackets and keeps them off.
std::optional<Authority> readAuthority(std::string_view text)
{
    Authority result;
    if (const std::size_t at = text.rfind('@'); at != std::string_view::npos) {
        result.user = text.substr(0, at);
        text.remove_prefix(at + 1);
        if (!isHostOrUser(result.user, "._+-@\\"))
            return std::nullopt;
    }
    const bool bracketed = text.starts_with('[');
    const std::size_t hostEnd = bracketed ? text.find(']') : std::min(text.find(':'), text.size());
    if (hostEnd == std::string_view::npos)
        return std::nullopt;
    result.host = text.substr(bracketed ? 1 : 0, hostEnd - (bracketed ? 1 : 0));
    text.remove_prefix(bracketed ? hostEnd + 1 : hostEnd);
    if (!isHostOrUser(result.host, bracketed ? ":.%" : "._-"))
        return std::nullopt;
    if (text.empty())
        return result;
    const std::string_view port = text.substr(1);
    const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), result.port);
    if (!text.starts_with(':') || error != std::errc{} || end != port.data() + port.size() || result.port < 1 || result.port > 65535)
        return std::nullopt;
    return result;
}

/// The path of a `file:` URL: "file:///path", "file://localhost/path" or "file:/path".
std::optional<std::string> pathOfFileUrl(std::string_view url)
{
    url.remove_prefix(fileScheme.size());
    if (url.starts_with("//")) {
        url.remove_prefix(2);
        if (url.starts_with("localhost/"))
            url.remove_prefix(std::string_view("localhost").size());
    }
    return percentDecoded(url).and_then(normalizedHere);
}

std::optional<std::string> pathOfDirectory(std::string_view text, std::string_view workingDirectory)
{
    if (text.starts_with(fileScheme))
        return pathOfFileUrl(text);
    if (fs::isAbsolute(fs::fromNative(text)))
        return normalizedHere(text);
    if (text.empty() || hasScheme(text))
        return std::nullopt;
    return workingDirectory.empty() ? std::nullopt : normalizedHere(std::format("{}/{}", workingDirectory, text));
}

} // namespace

Result<Place> Place::fromString(std::string_view text, std::string_view workingDirectory)
{
    const auto malformed = [&] { return fail(Error::Kind::InvalidInput, MessageId::PlaceMalformed, text); };
    Place place;
    const bool isMount = text.starts_with(mountScheme);
    if (!isMount && !text.starts_with(sshScheme)) {
        auto path = pathOfDirectory(text, workingDirectory);
        if (!path)
            return malformed();
        place.m_path = std::move(*path);
        return place;
    }
    const std::string_view rest = text.substr((isMount ? mountScheme : sshScheme).size());
    const std::size_t slash = std::min(rest.find('/'), rest.size());
    auto authority = readAuthority(rest.substr(0, slash));
    auto path = percentDecoded(rest.substr(slash)).and_then(normalizedThere);
    if (!authority || !path || std::ranges::any_of(*path, isControl))
        return malformed();
    place.m_kind = isMount ? Kind::Mount : Kind::Ssh;
    place.m_path = std::move(*path);
    place.m_user = std::move(authority->user);
    place.m_host = std::move(authority->host);
    place.m_port = authority->port;
    return place;
}

std::string Place::toString() const
{
    if (m_kind == Kind::Directory)
        return m_path;
    const std::string user = m_user.empty() ? "" : m_user + "@";
    const std::string host = m_host.contains(':') ? "[" + m_host + "]" : m_host;
    const std::string port = m_port == 0 ? "" : std::format(":{}", m_port);
    return std::format("{}{}{}{}{}", m_kind == Kind::Mount ? mountScheme : sshScheme, user, host, port, percentEncoded(m_path));
}

Place Place::withKind(Kind kind) const
{
    Place place = *this;
    place.m_kind = kind;
    return place;
}

std::string Place::name() const
{
    return m_path.ends_with('/') ? m_path : m_path.substr(m_path.rfind('/') + 1);
}

} // namespace espalier
