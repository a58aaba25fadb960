// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/crc32.h"

#include "core/pbs/crc32folding.h"
#include "core/pbs/littleendian.h"

#include <array>

namespace espalier {

namespace {

constexpr std::uint32_t polynomial = 0xedb88320; // bits reversed
constexpr std::size_t slices = 8;                // bytes that are looked up at once

using Tables = std::array<std::array<std::uint32_t, 256>, slices>;

constexpr Tables makeTables()
{
    Tables tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? polynomial : 0);
        tables[0][byte] = crc;
    }
    for (std::size_t slice = 1; slice < slices; ++slice) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t before = tables[slice - 1][byte];
            tables[slice][byte] = before >> 8 ^ tables[0][before & 0xff];
        }
    }
    return tables;
}

constexpr Tables tables = makeTables();

/// The register after @p data.
std::uint32_t lookUp(std::string_view data, std::uint32_t crc)
{
    for (; data.size() >= slices; data.remove_prefix(slices)) {
        const auto low = readLittleEndian<std::uint32_t>(data, 0) ^ crc;
        const auto high = readLittleEndian<std::uint32_t>(data, 4);
        crc = 0;
        for (unsigned i = 0; i < 4; ++i) {
            crc ^= tables[7 - i][low >> (8 * i) & 0xff];
            crc ^= tables[3 - i][high >> (8 * i) & 0xff];
        }
    }
    for (const char c : data)
        crc = crc >> 8 ^ tables[0][(crc ^ static_cast<unsigned char>(c)) & 0xff];
    return crc;
}

} // namespace

std::uint32_t crc32(std::string_view data)
{
    std::uint32_t crc = 0xffffffff;
    if (const FoldedStart start = foldStart(data, crc); start.taken > 0) {
        crc = lookUp({start.bytes.data(), start.bytes.size()}, 0);
        data.remove_prefix(start.taken);
    }
    return ~lookUp(data, crc);
}

} // namespace espalier
