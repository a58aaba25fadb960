// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/maintenancekeeper.h"

#include <memory>
#include <string>
#include <vector>

namespace espalier {

/// A maintenance mode that is set as long as this object lives: the end of a pipe to the guardian, which restores what was there before
/// when it is closed, however this process ends.
class MaintenanceHold
{
public:
    using Commands = std::vector<std::vector<std::string>>;

    /// @p commands: of guardianCommands(), with "guard". Fails as MaintenanceKeeper::begin() does, with MaintenanceNoGuardian where none
    /// of them answers.
    static Result<std::unique_ptr<MaintenanceHold>> begin(const Commands &commands, const std::string &store, const MaintenanceMode &mode);
    ~MaintenanceHold(); ///< As end().
    MaintenanceHold(const MaintenanceHold &) = delete;
    MaintenanceHold &operator=(const MaintenanceHold &) = delete;

    /// Ends the mode, once. Fails where that did not work yet; the guardian goes on trying then.
    Result<MaintenanceEnd> end();

    /// Ends a mode that others have set, or left behind. @p commands: with "restore" and the store.
    static Result<MaintenanceEnd> endOther(const Commands &commands);

private:
    MaintenanceHold(std::unique_ptr<fs::PipedProgram> guardian, std::string store);

    std::unique_ptr<fs::PipedProgram> m_guardian;
    const std::string m_store;
};

} // namespace espalier
