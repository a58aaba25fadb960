// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/configfile.h"

#include "core/datastore/datastoreconfig.h"
#include "core/fs/actingas.h"

#include <format>
#include <optional>
#include <thread>

namespace espalier {

namespace {

using Directory = std::shared_ptr<fs::Directory>;

constexpr std::uint32_t configMode = 0640;

/// Whose a file is.
struct Owner
{
    std::uint32_t user = 0;
    std::uint32_t group = 0;

    auto act() const { return fs::ActingAs::user(user, group); }
};

Result<ConfigText> contentOf(const fs::Directory &directory, ConfigFile file)
{
    auto text = directory.readFile(fileName(file), maxConfigSize);
    if (!text && text.error().kind != Error::Kind::NotFound)
        return failWith(text);
    std::string content = text ? *std::move(text) : std::string();
    const Digest digest = Digest::of(content);
    return ConfigText{std::move(content), digest};
}

Result<std::unique_ptr<fs::Lock>> lock(fs::Directory &directory, const Owner &owner, ConfigFile file, std::chrono::milliseconds patience)
{
    const auto acting = owner.act();
    if (!acting)
        return failWith(acting);
    return waitForLockFile(directory, lockFileName(file), fileName(file), patience);
}

/// Writes what was checked, as the owner of the file.
Done replace(fs::Directory &directory, const Owner &directoryOwner, ConfigFile file, std::string_view text)
{
    const auto present = directory.find(fileName(file));
    if (!present)
        return failWith(present);
    if (*present && (*present)->kind != fs::EntryKind::File)
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, directory.path() + "/" + std::string(fileName(file)));
    const Owner newOwner{fs::processUser() == 0 ? 0 : directoryOwner.user, directoryOwner.group};
    const Owner owner = *present ? Owner{(*present)->user, (*present)->group} : newOwner;
    const auto acting = owner.act();
    if (!acting)
        return failWith(acting);
    if (const Done replaced = directory.replaceFile(fileName(file), text, *present ? (*present)->mode : configMode); !replaced)
        return replaced;
    return directory.sync();
}

} // namespace

Result<std::unique_ptr<fs::Lock>> waitForLockFile(fs::Directory &directory, std::string_view name, std::string_view file,
                                                  std::chrono::milliseconds patience)
{
    constexpr auto interval = std::chrono::milliseconds(50);
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        auto held = directory.lockFile(name, fs::Access::Exclusive);
        if (held || held.error().kind != Error::Kind::Busy)
            return held;
        if (std::chrono::steady_clock::now() >= end)
            return fail(Error::Kind::Busy, MessageId::ConfigLocked, file,
                        std::format("{}", std::chrono::duration_cast<std::chrono::seconds>(patience).count()));
        std::this_thread::sleep_for(interval);
    }
}

Result<ConfigText> readConfigFile(fs::FileSystem &fileSystem, const std::string &configDirectory, ConfigFile file)
{
    return fileSystem.open(configDirectory).and_then([file](const Directory &directory) { return contentOf(*directory, file); });
}

Done writeConfigFile(fs::FileSystem &fileSystem, const std::string &configDirectory, ConfigFile file, const Digest &before,
                     std::string_view text, std::chrono::milliseconds patience)
{
    if (const Done readable = checkConfig(file, text); !readable)
        return readable;
    const auto directory = fileSystem.open(configDirectory);
    if (!directory)
        return failWith(directory);
    const auto status = (*directory)->status();
    if (!status)
        return failWith(status);
    const Owner owner{status->user, status->group};
    const auto held = lock(**directory, owner, file, patience);
    if (!held)
        return failWith(held);
    const auto present = contentOf(**directory, file);
    if (!present)
        return failWith(present);
    if (present->digest != before)
        return fail(Error::Kind::Conflict, MessageId::ConfigChanged, fileName(file));
    return present->text == text ? Done() : replace(**directory, owner, file, text);
}

} // namespace espalier
