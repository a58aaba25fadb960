// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/configfile.h"
#include "core/datastore/processes.h"
#include "core/fs/program.h"
#include "core/pbs/maintenance.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace espalier {

/// A maintenance mode that Espalier set, as it was noted before. A note that cannot be read has only its store.
struct HeldMaintenance
{
    std::string store;
    std::optional<std::string> former{}; ///< The value of `maintenance-mode` before; nothing: there was none.
    std::string ours{};                  ///< The value that was set.
    std::int64_t since = 0;              ///< Seconds since 1970.
    bool isGuarded = false;              ///< The process that will restore the former value lives.

    friend bool operator==(const HeldMaintenance &, const HeldMaintenance &) = default;
};

/// What became of a mode that was to be ended.
enum class MaintenanceEnd : unsigned char {
    Restored, ///< The former value is there again.
    Changed,  ///< Somebody else has set another value since, which was left alone.
    Gone,     ///< There was nothing to end.
};

/// Sets maintenance modes of the PBS below one prefix, and restores what was there before: each mode is noted durably in
/// `<prefix>/var/lib/espalier/maintenance`, with what to restore, before it is set, and the note goes after it was restored. Only one at
/// a time for each store. As root PBS's own program changes the value where it is installed and the prefix is the real root, else the
/// file is replaced under its lock. Everything waits for locks, so none of it belongs on the thread of a window.
class MaintenanceKeeper
{
public:
    MaintenanceKeeper(std::shared_ptr<fs::FileSystem> fileSystem, std::string prefix, fs::ProgramRunner run = fs::runProgram,
                      ProcessProbe lives = processLives);

    /// Notes and sets a mode in the name of this process, which has to restore the former one. Fails, with nothing changed, with
    /// MaintenanceNoBootCheck where nothing would restore it after a restart of the host; with MaintenanceHeld where one is noted already;
    /// with MaintenanceSame where the store is in that mode; with MaintenanceRefused where PBS itself has set one.
    Done begin(const std::string &store, const MaintenanceMode &mode) const;

    /// Restores what was there before, if the value is still ours. After a failure the note stays: it can be tried again.
    Result<MaintenanceEnd> end(const std::string &store) const;

    /// The same for what this process began; Gone where another one has begun a mode since.
    Result<MaintenanceEnd> endOwn(const std::string &store) const;

    /// The same for what a process began that lives no more; Gone where there is nothing, or it lives.
    Result<MaintenanceEnd> endLeftover(const std::string &store) const;

    /// Whether what is noted of @p store was begun by this process.
    bool isOwn(const std::string &store) const;

    /// What is noted of @p store. Needs no rights but to read.
    std::optional<HeldMaintenance> held(const std::string &store) const;

    /// endLeftover() of all stores: for the time when the host starts.
    std::vector<std::pair<std::string, Result<MaintenanceEnd>>> endLeftovers() const;

    /// Whether endLeftovers() will be called when the host starts: by the unit of the package, which is enabled and not masked.
    bool hasBootCheck() const;

    static constexpr std::string_view bootUnit = "espalier-guardian.service";

private:
    struct Note;
    struct Present;

    std::string path(std::string_view below) const;
    bool exists(std::string_view directory, std::string_view name) const;
    Result<std::optional<Note>> noteIn(const fs::Directory &directory, const std::string &store) const;
    bool isGuarded(const Note &note) const;
    Done remember(fs::Directory &directory, const Note &note) const;
    Done forget(fs::Directory &directory, const std::string &store) const;
    Result<Present> present(const std::string &store) const;
    Done setUnderLock(fs::Directory &directory, const Note &note) const;
    Result<MaintenanceEnd> endIf(const std::string &store, const std::function<bool(const Note &)> &isMeant) const;
    Result<MaintenanceEnd> restore(fs::Directory &directory, const Note &note) const;
    enum class Purpose { Set, Restore };
    Done write(const std::string &store, const std::optional<std::string> &value, const Present &present, Purpose purpose) const;
    Done writeByManager(const std::string &store, const std::optional<std::string> &value, const Digest &before) const;

    std::shared_ptr<fs::FileSystem> m_fileSystem;
    std::string m_prefix; ///< Empty for the real root.
    fs::ProgramRunner m_run;
    ProcessProbe m_lives;
};

} // namespace espalier
