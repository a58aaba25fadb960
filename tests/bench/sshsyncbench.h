// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace espalier::bench {

class Master;

/// Pulls from the host of @p config, and lets rsync do the same, where it is there. Stores are made in @p folder.
void measureSshSync(const std::string &config, const Master &master, const std::string &folder);

} // namespace espalier::bench
