// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/tarreader.h"

#include <stdexcept>

namespace espalier::test {

namespace {

constexpr std::size_t blockSize = 512;

std::string textAt(std::string_view header, std::size_t at, std::size_t length)
{
    const std::string_view field = header.substr(at, length);
    return std::string(field.substr(0, field.find('\0')));
}

std::string pathOf(std::string_view header)
{
    const bool isPosix = header.substr(257, 6) == std::string_view("ustar\0", 6);
    const std::string prefix = isPosix ? textAt(header, 345, 155) : std::string();
    return prefix.empty() ? textAt(header, 0, 100) : prefix + "/" + textAt(header, 0, 100);
}

} // namespace

std::vector<TarEntry> readTar(std::string_view archive)
{
    std::vector<TarEntry> entries;
    std::string longName;
    while (archive.size() >= blockSize && archive.front() != '\0') {
        const std::string_view header = archive.substr(0, blockSize);
        const std::size_t size = std::stoull("0" + textAt(header, 124, 12), nullptr, 8);
        const std::size_t whole = blockSize + (size + blockSize - 1) / blockSize * blockSize;
        if (whole > archive.size())
            throw std::runtime_error("the tar archive ends too early");
        const std::string_view content = archive.substr(blockSize, size);
        const char kind = header[156];
        if (kind == 'L') {
            longName = content.substr(0, content.find('\0'));
        } else {
            const bool isFile = kind == '0' || kind == '\0';
            entries.push_back({longName.empty() ? pathOf(header) : longName, isFile ? std::string(content) : std::string(), isFile});
            longName.clear();
        }
        archive.remove_prefix(whole);
    }
    return entries;
}

} // namespace espalier::test
