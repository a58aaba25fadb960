// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/storebuilder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace espalier::test {

namespace {

void require(bool done, const std::string &path)
{
    if (!done)
        throw std::runtime_error("cannot make " + path);
}

} // namespace

void loadRows(const std::string &root, const Rows &rows)
{
    for (const Row &row : rows) {
        const std::string path = root + "/" + row.path;
        if (row.kind == 'd')
            require(::mkdir(path.c_str(), row.mode) == 0, path);
        else if (row.kind == 'l')
            std::filesystem::create_symlink(row.content, path);
        else
            require(static_cast<bool>(std::ofstream(path, std::ios::binary) << row.content << std::flush), path);
        if (::geteuid() == 0)
            require(::lchown(path.c_str(), row.user, row.group) == 0, path);
        if (row.kind != 'l')
            require(::chmod(path.c_str(), row.mode) == 0, path);
    }
}

} // namespace espalier::test
