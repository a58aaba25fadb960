// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/hostbehind.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <utility>

namespace espalier {

namespace {

struct Mount
{
    std::string root; ///< Of what is mounted: a part of it where it was bound elsewhere.
    std::string point;
    std::string type;
    std::string source;
};

/// Blanks, tabs, line ends and backslashes are written as three octal digits.
std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view digits = text.substr(std::min(i + 1, text.size()), 3);
        if (text[i] == '\\' && digits.size() == 3 && digits.find_first_not_of("01234567") == std::string_view::npos) {
            plain += static_cast<char>(std::stoi(std::string(digits), nullptr, 8));
            i += digits.size();
        } else {
            plain += text[i];
        }
    }
    return plain;
}

std::optional<Mount> readMount(const std::string &line)
{
    std::istringstream words(line);
    std::string skipped;
    Mount mount;
    words >> skipped >> skipped >> skipped >> mount.root >> mount.point;
    while (words >> skipped && skipped != "-") {}
    words >> mount.type >> mount.source;
    if (!words)
        return std::nullopt;
    return Mount{mount.root, unescaped(mount.point), mount.type, unescaped(mount.source)};
}

bool contains(const std::string &directory, std::string_view path)
{
    return directory == "/" || path == directory || (path.starts_with(directory) && path[directory.size()] == '/');
}

/// The last one that covers the path lies on top of the others.
std::optional<Mount> mountOf(std::string_view path, std::string_view mountInfo)
{
    std::istringstream lines{std::string(mountInfo)};
    std::optional<Mount> found;
    for (std::string line; std::getline(lines, line);) {
        auto mount = readMount(line);
        if (mount && contains(mount->point, path) && (!found || mount->point.size() >= found->point.size()))
            found = std::move(mount);
    }
    return found;
}

std::string percentEncoded(std::string_view path)
{
    constexpr std::string_view harmless = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (harmless.contains(c))
            encoded += c;
        else
            encoded.append({'%', digits[byte >> 4U], digits[byte & 15U]});
    }
    return encoded;
}

/// "//host/share": only the server knows which directory the share is.
std::optional<Place> hostOfShare(const std::string &source)
{
    const auto place = Place::fromString("ssh:" + source.substr(0, source.find('/', 2)) + "/");
    return place && source.starts_with("//") ? std::optional(*place) : std::nullopt;
}

} // namespace

bool isMountPoint(std::string_view directory, std::string_view mountInfo)
{
    const auto mount = mountOf(directory, mountInfo);
    return mount && mount->point == directory;
}

std::optional<Place> hostBehind(std::string_view path, std::string_view mountInfo)
{
    const auto mount = mountOf(path, mountInfo);
    if (mount && (mount->type == "cifs" || mount->type == "smb3"))
        return hostOfShare(mount->source);
    const bool isDistant = mount && mount->root == "/" && (mount->type == "fuse.sshfs" || mount->type == "nfs" || mount->type == "nfs4");
    // "user@host:/directory", "[::1]:/directory"
    const std::size_t colon = isDistant ? mount->source.find(":/") : std::string::npos;
    if (colon == std::string::npos)
        return std::nullopt;
    const std::string rest(path.substr(mount->point == "/" ? 0 : mount->point.size()));
    const auto place
        = Place::fromString("ssh://" + mount->source.substr(0, colon) + percentEncoded(mount->source.substr(colon + 1) + rest));
    return place ? std::optional(*place) : std::nullopt;
}

} // namespace espalier
