// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/archives.h"

#include "support/fixtures.h"

#include <cstdio>
#include <stdexcept>

namespace espalier::test {

bool unpackFixture(const std::string &name, const std::string &folder, const std::string &exclude)
{
    const auto archive = fixtureContent(name);
    if (!archive)
        return false;
    if (folder.contains('\'') || exclude.contains('\''))
        throw std::runtime_error("cannot unpack below " + folder);
    const std::string leftOut = exclude.empty() ? "" : " --exclude='" + exclude + "'";
    std::FILE *const tar = ::popen(("tar --numeric-owner -x -C '" + folder + "'" + leftOut + " -f -").c_str(), "we");
    const bool isWritten = tar && std::fwrite(archive->data(), 1, archive->size(), tar) == archive->size();
    if (!tar || ::pclose(tar) != 0 || !isWritten)
        throw std::runtime_error("tar could not unpack " + name);
    return true;
}

} // namespace espalier::test
