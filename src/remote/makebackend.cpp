// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/backend.h"

#include "remote/agentservice.h"
#include "remote/mountedservice.h"
#include "remote/servicebackend.h"

namespace espalier {

std::unique_ptr<Backend> makeBackend(const Place &place, const BackendOptions &options, QObject *parent)
{
    constexpr int localReaders = 3;
    constexpr int distantReaders = 12; // they only wait for answers
    auto service = makeService(place, options);
    if (const auto agent = std::dynamic_pointer_cast<AgentService>(service))
        return std::make_unique<ServiceBackend>(std::move(service), distantReaders, [agent] { agent->cancel(); }, parent);
    if (const auto mounted = std::dynamic_pointer_cast<MountedService>(service))
        return std::make_unique<ServiceBackend>(std::move(service), localReaders, [mounted] { mounted->cancel(); }, parent);
    return std::make_unique<ServiceBackend>(std::move(service), localReaders, std::function<void()>(), parent);
}

} // namespace espalier
