// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/crc32folding.h"

#ifdef __x86_64__

#include <immintrin.h>

namespace espalier {

namespace {

constexpr std::size_t block = 16; // bytes of one register
constexpr std::size_t lanes = 4;  // blocks that are folded side by side

/// x to the power @p exponent modulo the polynomial of the checksum, as a factor for registers whose bits are reversed: what is
/// 2 * 64 bits apart from its place is multiplied with such factors.
/// Source: Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction", Intel 2009.
constexpr std::int64_t powerOfX(unsigned exponent)
{
    constexpr std::uint32_t reversed = 0xedb88320;
    std::uint32_t value = 0x80000000; // 1, its bits reversed
    for (unsigned i = 0; i < exponent; ++i)
        value = value >> 1 ^ (value & 1 ? reversed : 0);
    return std::int64_t{value} << 1;
}

constexpr unsigned bits(std::size_t bytes)
{
    return static_cast<unsigned>(8 * bytes);
}

/// For moving on by @p distance bytes.
template<std::size_t distance>
__attribute__((target("pclmul,sse2"))) __m128i factors()
{
    constexpr std::int64_t high = powerOfX(bits(distance) - 32);
    constexpr std::int64_t low = powerOfX(bits(distance) + 32);
    return _mm_set_epi64x(high, low);
}

__attribute__((target("pclmul,sse2"))) __m128i load(const char *from)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
}

/// @p folded, moved on to the place of @p next.
__attribute__((target("pclmul,sse2"))) __m128i fold(__m128i folded, __m128i factor, __m128i next)
{
    const __m128i low = _mm_clmulepi64_si128(folded, factor, 0x00);
    const __m128i high = _mm_clmulepi64_si128(folded, factor, 0x11);
    return _mm_xor_si128(_mm_xor_si128(low, high), next);
}

__attribute__((target("pclmul,sse2"))) FoldedStart foldBlocks(std::string_view data, std::uint32_t registerBefore)
{
    const __m128i far = factors<lanes * block>();
    const __m128i near = factors<block>();
    __m128i folded[lanes];
    for (std::size_t lane = 0; lane < lanes; ++lane)
        folded[lane] = load(data.data() + lane * block);
    folded[0] = _mm_xor_si128(folded[0], _mm_cvtsi32_si128(static_cast<int>(registerBefore)));
    std::size_t at = lanes * block;
    for (; at + lanes * block <= data.size(); at += lanes * block) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            folded[lane] = fold(folded[lane], far, load(data.data() + at + lane * block));
    }
    __m128i all = folded[0];
    for (std::size_t lane = 1; lane < lanes; ++lane)
        all = fold(all, near, folded[lane]);
    for (; at + block <= data.size(); at += block)
        all = fold(all, near, load(data.data() + at));
    FoldedStart start{.taken = at};
    _mm_storeu_si128(reinterpret_cast<__m128i *>(start.bytes.data()), all);
    return start;
}

} // namespace

FoldedStart foldStart(std::string_view data, std::uint32_t registerBefore)
{
    static const bool canMultiply = __builtin_cpu_supports("pclmul") != 0;
    return canMultiply && data.size() >= lanes * block ? foldBlocks(data, registerBefore) : FoldedStart();
}

} // namespace espalier

#else

namespace espalier {

FoldedStart foldStart(std::string_view, std::uint32_t)
{
    return {};
}

} // namespace espalier

#endif
