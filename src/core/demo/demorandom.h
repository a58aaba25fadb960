// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace espalier {

/// Numbers that look random and are the same everywhere for the same seed (the mixing function is SplitMix64's).
class DemoRandom
{
public:
    explicit DemoRandom(std::uint64_t seed) : m_state(seed) {}

    /// A generator of its own for what @p name stands for, whatever was drawn before.
    static DemoRandom of(std::uint64_t seed, std::string_view name);

    std::uint64_t next();
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }
    std::string bytes(std::size_t count);

private:
    std::uint64_t m_state;
};

} // namespace espalier
