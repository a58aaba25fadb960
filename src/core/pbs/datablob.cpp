// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/datablob.h"

#include "core/pbs/crc32.h"
#include "core/pbs/littleendian.h"

#include <zstd.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>

namespace espalier {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t plainHeaderSize = 12;
constexpr std::size_t encryptedHeaderSize = 44; // with 16 bytes each of IV and tag
constexpr std::size_t crcAt = 8;
constexpr int compressionLevel = 1;
constexpr std::size_t maxKeptContext = std::size_t{8} * 1024 * 1024;

struct Magic
{
    std::string_view bytes;
    BlobHeader header;
};

constexpr Magic magics[] = {
    {"\x42\xab\x38\x07\xbe\x83\x70\xa1"sv, {.encrypted = false, .compressed = false, .headerSize = plainHeaderSize}},
    {"\x31\xb9\x58\x42\x6f\xb6\xa3\x7f"sv, {.encrypted = false, .compressed = true, .headerSize = plainHeaderSize}},
    {"\x7b\x67\x85\xbe\x22\x2d\x4c\xf0"sv, {.encrypted = true, .compressed = false, .headerSize = encryptedHeaderSize}},
    {"\xe6\x59\x1b\xbf\x0b\xbf\xd8\x0b"sv, {.encrypted = true, .compressed = true, .headerSize = encryptedHeaderSize}},
};

std::unexpected<Error> damaged(std::string_view file, std::size_t offset, std::string_view expected)
{
    return fail(Error::Kind::Damaged, MessageId::BlobDamaged, file, std::to_string(offset), expected);
}

std::unexpected<Error> tooLarge(std::string_view file, std::size_t size, std::size_t limit)
{
    return fail(Error::Kind::Damaged, MessageId::BlobTooLarge, file, std::to_string(size), std::to_string(limit));
}

std::optional<BlobHeader> headerWithMagic(std::string_view bytes)
{
    const auto found = std::ranges::find(magics, bytes, &Magic::bytes);
    return found == std::end(magics) ? std::nullopt : std::optional(found->header);
}

struct FreeContext
{
    void operator()(ZSTD_DCtx *context) const { ZSTD_freeDCtx(context); }
};

/// One for each thread: making one costs more than unpacking a manifest.
ZSTD_DCtx *decompressor()
{
    thread_local std::unique_ptr<ZSTD_DCtx, FreeContext> context;
    if (!context || ZSTD_sizeof_DCtx(context.get()) > maxKeptContext) // a hostile frame may have asked for a lot
        context.reset(ZSTD_createDCtx());
    if (!context)
        throw std::bad_alloc();
    ZSTD_DCtx_reset(context.get(), ZSTD_reset_session_only);
    return context.get();
}

/// Unpacks piece by piece: the size that a frame claims for its content is foreign input.
Result<std::string> decompress(std::string_view packed, std::size_t offset, std::string_view file, std::size_t limit)
{
    ZSTD_DCtx *const context = decompressor();
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    std::string plain;
    std::size_t pieceSize = std::min<std::size_t>(ZSTD_DStreamOutSize(), std::max<std::size_t>(packed.size() * 4, 1024));
    bool complete = false;
    while (!complete || in.pos < in.size) {
        const std::size_t before = plain.size();
        std::size_t unpacked = 0;
        plain.resize_and_overwrite(before + pieceSize, [&](char *data, std::size_t) {
            ZSTD_outBuffer out{data + before, pieceSize, 0};
            unpacked = ZSTD_decompressStream(context, &out, &in);
            return before + out.pos;
        });
        if (ZSTD_isError(unpacked))
            return damaged(file, offset + in.pos, "intact zstd data");
        if (plain.size() > limit)
            return tooLarge(file, plain.size(), limit);
        complete = unpacked == 0;
        if (!complete && in.pos == in.size && plain.size() < before + pieceSize)
            return damaged(file, offset + packed.size(), "more zstd data");
        pieceSize = ZSTD_DStreamOutSize();
    }
    return plain;
}

std::string compress(std::string_view content)
{
    std::string packed(ZSTD_compressBound(content.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), content.data(), content.size(), compressionLevel);
    packed.resize(ZSTD_isError(size) ? 0 : size);
    return packed;
}

} // namespace

Result<BlobHeader> checkBlob(std::string_view raw, std::string_view file)
{
    const auto header = raw.size() < crcAt ? std::nullopt : headerWithMagic(raw.substr(0, crcAt));
    if (!header)
        return damaged(file, 0, "the first eight bytes of a blob");
    if (raw.size() < header->headerSize)
        return damaged(file, raw.size(), "a whole header");
    const auto stored = readLittleEndian<std::uint32_t>(raw, crcAt);
    if (stored != crc32(raw.substr(header->headerSize)))
        return damaged(file, crcAt, "the checksum of what follows the header");
    return *header;
}

Result<std::string> decodeBlob(std::string_view raw, std::string_view file, std::size_t limit)
{
    std::string unpacked;
    const auto content = viewBlob(raw, file, unpacked, limit);
    if (!content)
        return failWith(content);
    return content->data() == unpacked.data() ? std::move(unpacked) : std::string(*content);
}

Result<std::string_view> viewBlob(std::string_view raw, std::string_view file, std::string &unpacked, std::size_t limit)
{
    const auto header = checkBlob(raw, file);
    if (!header)
        return failWith(header);
    if (header->encrypted)
        return fail(Error::Kind::Denied, MessageId::BlobEncrypted, file);
    const std::string_view payload = raw.substr(header->headerSize);
    if (header->compressed) {
        auto content = decompress(payload, header->headerSize, file, limit);
        if (!content)
            return failWith(content);
        unpacked = *std::move(content);
        return unpacked;
    }
    if (payload.size() > limit)
        return tooLarge(file, payload.size(), limit);
    return payload;
}

std::string encodeBlob(std::string_view content, bool compressed)
{
    const std::string packed = compressed ? compress(content) : std::string();
    const bool usePacked = !packed.empty() && packed.size() <= content.size();
    const std::string_view payload = usePacked ? std::string_view(packed) : content;
    std::string raw(magics[usePacked ? 1 : 0].bytes);
    appendLittleEndian(raw, crc32(payload));
    raw += payload;
    return raw;
}

} // namespace espalier
