// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/activity.h"
#include "core/datastore/place.h"
#include "core/datastore/store.h"
#include "core/datastore/writeaccess.h"

#include <memory>
#include <optional>
#include <string>

namespace espalier {

struct SessionOptions
{
    std::string pbsRoot = "/"; ///< `--pbs-root`; a relative one is taken below the working directory.
    std::string stateHome;     ///< Empty: defaultStateHome().
    std::string guardian{};    ///< The program that guards maintenance modes below another `--pbs-root`; empty: there is none.
};

/// `$XDG_STATE_HOME` where it is absolute, else `.local/state` in `$HOME` or, without it, in the home directory that
/// `/etc/passwd` gives this process's user. Empty where there is none.
std::string defaultStateHome();

/// The same with `$XDG_CONFIG_HOME` and `.config`.
std::string defaultConfigHome();

/// An opened local datastore with what its host says of it: what the window and the command line share.
/// A value: copies share the open root directory and may be used on different threads. Every function but the plain
/// accessors asks the file system, so none belongs on the thread of a window.
class StoreSession
{
public:
    /// Fails as openStore() does, with PlaceNotSupported for a place that is no local directory, and where `--pbs-root` is none.
    static Result<StoreSession> open(std::shared_ptr<fs::FileSystem> fileSystem, const Place &place, const SessionOptions &options = {});

    const Place &place() const { return m_place; }
    const std::shared_ptr<fs::FileSystem> &fileSystem() const { return m_fileSystem; }
    const OpenedStore &store() const { return m_store; }
    const PbsHost &host() const { return m_host; }
    const std::optional<PbsHost> &realHost() const { return m_realHost; } ///< Where `--pbs-root` is not `/`.
    const WriteAccess &access() const { return m_access; }

    /// The name to show: as PBS calls the store, else the last component of its path.
    std::string name() const;

    /// Opens the path again and reads host and access afresh. Fails as open() does, with StoreChanged where another
    /// directory or disk is there now; the session then stays as it was.
    Done refresh();

    /// What goes on in the store now, by the host as it was read last.
    Activity activity(const ProcessProbe &lives = processLives) const;

private:
    StoreSession() = default;

    void readHost();

    std::shared_ptr<fs::FileSystem> m_fileSystem;
    Place m_place;
    SessionOptions m_options;
    OpenedStore m_store;
    PbsHost m_host;
    std::optional<PbsHost> m_realHost;
    WriteAccess m_access;
};

} // namespace espalier
