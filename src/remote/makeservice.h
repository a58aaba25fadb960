// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/place.h"
#include "core/fs/filesystem.h"
#include "core/service/storeservice.h"
#include "remote/sshconnection.h"

#include <memory>
#include <string>

namespace espalier {

/// How a program reaches places.
struct ServiceOptions
{
    std::string pbsRoot = "/";                    ///< On the host of the place; below the working directory where it is relative and local.
    std::string stateHome{};                      ///< Empty: that of the user who works there.
    std::shared_ptr<fs::FileSystem> fileSystem{}; ///< Null: this computer's. Only of local places.
    SshOptions ssh{};                             ///< Only of hosts.
};

/// What answers for @p place: a directory in this process, a host through an agent over ssh, or through a mount for
/// only looking. Nothing is opened yet.
std::shared_ptr<StoreService> makeService(const Place &place, const ServiceOptions &options);

} // namespace espalier
