// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/demo.h"

#include "core/datastore/store.h"
#include "core/demo/bigstore.h"
#include "core/demo/demosites.h"
#include "core/demo/guestwriter.h"
#include "core/fs/actingas.h"
#include "core/fs/paths.h"

#include <cerrno>
#include <format>

namespace espalier {

namespace {

using DirectoryPointer = std::shared_ptr<fs::Directory>;

constexpr std::uint32_t directoryMode = 0755;
constexpr std::uint32_t backupUser = 34; ///< Debian's static ids of backup:backup

constexpr std::string_view bigMarkerText = "Made by Espalier to try things with. There are no chunks: nothing can be restored from it.\n";
constexpr std::string_view smallMarkerText
    = "Made by Espalier to try things with. Of the 65536 directories in .chunks only those that are\n"
      "needed were made; a server would have to make the others before it takes backups.\n";

/// Gives what root made to the user that PBS runs as. In a container that does not know that user it stays root's.
Done giveToBackup(fs::Directory &directory)
{
    if (fs::processUser() != 0)
        return {};
    const Done given = directory.changeOwner(backupUser, backupUser);
    return !given && given.error().systemError == EINVAL ? Done() : given;
}

/// The empty directory at @p path, made if it does not exist.
Result<DirectoryPointer> openTarget(fs::FileSystem &fileSystem, const std::string &path)
{
    if (const auto existing = fileSystem.open(path)) {
        const auto entries = (*existing)->entries();
        if (!entries)
            return failWith(entries);
        if (!entries->empty())
            return fail(Error::Kind::Conflict, MessageId::DemoTargetNotEmpty, path);
        return *existing;
    } else if (existing.error().kind != Error::Kind::NotFound) {
        return failWith(existing);
    }
    const auto parent = fileSystem.open(fs::parentOf(path));
    const auto volume = parent ? (*parent)->volume() : failWith(parent);
    if (!volume)
        return failWith(volume);
    if (volume->kind == fs::Volume::Kind::Windows)
        return fail(Error::Kind::Denied, MessageId::WriteWindowsDirectory, path);
    const std::string name = path.substr(path.rfind('/') + 1);
    if (const Done made = (*parent)->createDirectory(name, directoryMode); !made)
        return failWith(made);
    auto opened = (*parent)->openDirectory(name);
    if (const Done given = opened ? giveToBackup(**opened) : failWith(opened); !given)
        return failWith(given);
    return opened;
}

/// Makes the root directory of a store and hands it to @p write, which acts as its owner.
Done writeStore(fs::Directory &target, std::string_view name, std::string_view marker, const std::function<Done(StoreWriter &)> &write)
{
    if (const Done made = target.createDirectory(name, directoryMode); !made)
        return made;
    const auto root = target.openDirectory(name);
    if (const Done given = root ? giveToBackup(**root) : failWith(root); !given)
        return given;
    const auto status = (*root)->status();
    if (!status)
        return failWith(status);
    const bool isRoot = fs::processUser() == 0;
    const auto acting = fs::ActingAs::user(isRoot ? status->user : fs::processUser(), isRoot ? status->group : fs::processGroup());
    if (!acting)
        return failWith(acting);
    auto store = StoreWriter::make(*root, marker);
    return store ? write(*store) : Done(failWith(store));
}

std::string marker(bool isBig)
{
    return std::format("{}{}", demoMarkerFirstLine, isBig ? std::format("{}\n{}", demoMetadataOnlyLine, bigMarkerText) : smallMarkerText);
}

Done writeSite(StoreWriter &store, const DemoSite &site, const DemoOptions &options, const std::function<void()> &written)
{
    for (const std::string_view name : site.emptyNamespaces) {
        if (const auto made = store.ns(NamespacePath::fromString(name).value()); !made)
            return failWith(made);
    }
    for (const DemoGuest &guest : site.guests) {
        if (const Done done = GuestWriter(store, site.name, guest, options.seed).write(options.now, written); !done)
            return done;
    }
    return {};
}

Done writeSmallStores(fs::Directory &target, const DemoOptions &options, const DemoProgress &progress)
{
    std::size_t total = 0;
    std::size_t done = 0;
    for (const DemoSite &site : demoSites()) {
        for (const DemoGuest &guest : site.guests)
            total += demoSchedule(guest, options.now).size();
    }
    const auto written = [&] {
        ++done;
        if (progress)
            progress(done, total);
    };
    for (const DemoSite &site : demoSites()) {
        const auto write = [&](StoreWriter &store) { return writeSite(store, site, options, written); };
        if (const Done made = writeStore(target, site.name, marker(false), write); !made)
            return made;
    }
    return {};
}

} // namespace

Done writeDemo(fs::FileSystem &fileSystem, const std::string &directory, const DemoOptions &options, const DemoProgress &progress)
{
    const auto plan = options.isBig() ? BigStorePlan::from(options) : Result<BigStorePlan>();
    if (!plan)
        return failWith(plan);
    const auto target = openTarget(fileSystem, directory);
    if (!target)
        return failWith(target);
    if (!options.isBig())
        return writeSmallStores(**target, options, progress);
    const Done done = writeStore(**target, demoSites().front().name, marker(true),
                                 [&](StoreWriter &store) { return writeBigStore(store, *plan, options, progress); });
    if (done && progress)
        progress(plan->snapshots, plan->snapshots);
    return done;
}

} // namespace espalier
