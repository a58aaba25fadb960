// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/backend.h"

#include "remote/agentservice.h"
#include "remote/servicebackend.h"

namespace espalier {

std::unique_ptr<Backend> makeBackend(const Place &place, const BackendOptions &options, QObject *parent)
{
    constexpr int localReaders = 3;
    constexpr int distantReaders = 12; // they only wait for answers
    auto service = makeService(place, options);
    const auto waiting = std::dynamic_pointer_cast<Cancellable>(service);
    const bool isAgent = dynamic_cast<AgentService *>(service.get()) != nullptr;
    const std::function<void()> cancel = waiting ? [waiting] { waiting->cancel(); } : std::function<void()>();
    return std::make_unique<ServiceBackend>(std::move(service), isAgent ? distantReaders : localReaders, cancel, parent);
}

} // namespace espalier
