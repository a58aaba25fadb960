// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/planfileio.h"

#include <filesystem>

namespace espalier {

namespace {

/// The directory that @p path lies in.
Result<std::shared_ptr<fs::Directory>> openParent(fs::FileSystem &fileSystem, const std::filesystem::path &path)
{
    return fileSystem.open(path.parent_path().generic_string());
}

} // namespace

Result<PlanFile> readPlanFile(fs::FileSystem &fileSystem, const std::string &path)
{
    const std::filesystem::path file(path);
    return openParent(fileSystem, file)
        .and_then([&](const auto &directory) { return directory->readFile(file.filename().string(), PlanFile::largest); })
        .and_then([&](const std::string &text) { return parsePlanFile(text, path); });
}

Done writeTextFile(fs::FileSystem &fileSystem, const std::string &path, std::string_view content, IfExists ifExists)
{
    constexpr std::uint32_t mode = 0644;
    const std::filesystem::path file(path);
    const auto directory = openParent(fileSystem, file);
    if (!directory)
        return failWith(directory);
    const std::string name = file.filename().string();
    return ifExists == IfExists::Replace ? (*directory)->replaceFile(name, content, mode) : (*directory)->createFile(name, content, mode);
}

} // namespace espalier
