// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/service/maintenancehold.h"

#include "core/service/guardiancommands.h"
#include "core/service/guardianlines.h"

#include <utility>

namespace espalier {

namespace {

std::unexpected<Error> nobodyGuards()
{
    return fail(Error::Kind::Denied, MessageId::MaintenanceNoGuardian, guardianProgram());
}

} // namespace

MaintenanceHold::MaintenanceHold(std::unique_ptr<fs::PipedProgram> guardian, std::string store)
    : m_guardian(std::move(guardian))
    , m_store(std::move(store))
{
}

MaintenanceHold::~MaintenanceHold()
{
    (void)end();
}

Result<std::unique_ptr<MaintenanceHold>> MaintenanceHold::begin(const Commands &commands, const std::string &store,
                                                                const MaintenanceMode &mode)
{
    for (const std::vector<std::string> &command : commands) {
        auto guardian = fs::PipedProgram::start(command);
        if (!guardian || !(*guardian)->write(toLine({store, mode})))
            continue;
        const auto line = (*guardian)->readLine(maxGuardianLine);
        const auto begun = line ? beginFrom(*line) : std::nullopt;
        if (begun && !*begun)
            return failWith(*begun);
        if (begun)
            return std::unique_ptr<MaintenanceHold>(new MaintenanceHold(*std::move(guardian), store));
    }
    return nobodyGuards();
}

Result<MaintenanceEnd> MaintenanceHold::end()
{
    const auto guardian = std::exchange(m_guardian, nullptr);
    if (!guardian)
        return MaintenanceEnd::Gone;
    guardian->closeInput();
    const auto line = guardian->readLine(maxGuardianLine);
    const auto end = line ? endFrom(*line) : std::nullopt;
    return end ? *end : Result<MaintenanceEnd>(fail(Error::Kind::Failed, MessageId::MaintenanceGuardianLost, m_store));
}

Result<MaintenanceEnd> MaintenanceHold::endOther(const Commands &commands)
{
    for (const std::vector<std::string> &command : commands) {
        const auto outcome = fs::runProgram(command, {});
        if (const auto end = outcome ? endFrom(outcome->output) : std::nullopt)
            return *end;
    }
    return nobodyGuards();
}

} // namespace espalier
