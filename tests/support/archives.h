// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace espalier::test {

/// Unpacks the fixture NAME, a tar archive packed with zstd or not ("host/host-busy.tar"), below the existing @p folder. Owners
/// and modes are kept where the process is root. What fits @p exclude, a pattern of tar's, is left out. False where the
/// fixture is absent; throws std::runtime_error where tar fails.
bool unpackFixture(const std::string &name, const std::string &folder, const std::string &exclude = {});

} // namespace espalier::test
