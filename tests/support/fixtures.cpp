// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fixtures.h"

#include <zstd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace espalier::test {

namespace {

std::vector<std::string> linesOf(const std::string &text)
{
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin)
            lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

} // namespace

std::optional<std::string> fixturesFolder()
{
    const char *chosen = std::getenv("ESPALIER_FIXTURES");
    const std::filesystem::path folder
        = chosen && *chosen ? std::filesystem::path(chosen) : std::filesystem::path(ESPALIER_SOURCE_DIR) / "../shared/fixtures";
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::canonical(folder, error);
    if (error || !std::filesystem::is_directory(whole, error))
        return std::nullopt;
    return whole.string();
}

std::optional<std::string> fixturePath(const std::string &relative)
{
    const auto folder = fixturesFolder();
    if (!folder)
        return std::nullopt;
    const std::string path = *folder + "/" + relative;
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return std::nullopt;
    return path;
}

std::optional<std::string> fixtureContent(const std::string &relative)
{
    if (const auto path = fixturePath(relative))
        return readWholeFile(*path);
    if (const auto path = fixturePath(relative + ".zst"))
        return unpackZstd(readWholeFile(*path));
    return std::nullopt;
}

std::vector<std::string> fixtureLines(const std::string &relative)
{
    const auto content = fixtureContent(relative);
    return content ? linesOf(*content) : std::vector<std::string>();
}

std::vector<nlohmann::json> fixtureValues(const std::string &relative)
{
    const auto content = fixtureContent(relative);
    return content ? jsonLines(*content) : std::vector<nlohmann::json>();
}

std::string dataPath(const std::string &name)
{
    return std::string(ESPALIER_SOURCE_DIR) + "/tests/data/" + name;
}

std::vector<nlohmann::json> jsonLines(const std::string &text)
{
    std::vector<nlohmann::json> values;
    for (const std::string &line : linesOf(text)) {
        if (!line.starts_with('#'))
            values.push_back(nlohmann::json::parse(line));
    }
    return values;
}

std::string readWholeFile(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot read " + path);
    std::string content{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad())
        throw std::runtime_error("cannot read " + path);
    return content;
}

std::string unpackZstd(const std::string &packed)
{
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    std::string plain;
    std::string piece(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    std::size_t wanted = 0;
    while (in.pos < in.size) {
        ZSTD_outBuffer out{piece.data(), piece.size(), 0};
        wanted = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(wanted))
            throw std::runtime_error(ZSTD_getErrorName(wanted));
        plain.append(piece.data(), out.pos);
    }
    while (wanted != 0) {
        ZSTD_outBuffer out{piece.data(), piece.size(), 0};
        wanted = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(wanted) || (wanted != 0 && out.pos == 0))
            throw std::runtime_error("the zstd data ends too early");
        plain.append(piece.data(), out.pos);
    }
    return plain;
}

} // namespace espalier::test
