// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/demorandom.h"

#include "core/pbs/littleendian.h"

namespace espalier {

DemoRandom DemoRandom::of(std::uint64_t seed, std::string_view name)
{
    DemoRandom random(seed);
    for (const char c : name)
        random.m_state = random.next() ^ static_cast<unsigned char>(c);
    return random;
}

std::uint64_t DemoRandom::next()
{
    m_state += 0x9e37'79b9'7f4a'7c15;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58'476d'1ce4'e5b9;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d0'49bb'1331'11eb;
    return mixed ^ (mixed >> 31);
}

std::string DemoRandom::bytes(std::size_t count)
{
    std::string result;
    result.reserve(count + sizeof(std::uint64_t));
    while (result.size() < count)
        appendLittleEndian(result, next());
    result.resize(count);
    return result;
}

} // namespace espalier
