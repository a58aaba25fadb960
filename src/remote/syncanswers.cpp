// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/syncanswers.h"

#include "remote/agentrequests.h"

namespace espalier {

namespace {

constexpr int maxOpen = 64;

/// What may be asked for: whatever the engine could find to be copied once it looks again.
wire::OfferedSource::Paths offered(const SyncPlan &plan)
{
    wire::OfferedSource::Paths paths;
    for (const SyncNamespace &ns : plan.namespaces) {
        for (const SyncGroup &group : ns.groups) {
            for (const SyncMark &mark : group.marks)
                paths.insert(SnapshotAddress{ns.source, group.id, mark.time}.path());
        }
    }
    return paths;
}

} // namespace

SyncAnswers::SyncAnswers(SyncSource &source, const SyncPlan &plan, wire::Client &client)
    : m_offered(source, offered(plan))
    , m_client(client)
{
    m_workers.setMaxThreadCount(ChunkCopyOptions::maxThreads);
}

SyncAnswers::~SyncAnswers()
{
    m_workers.waitForDone();
}

/// Whether the answer arrives shows in what the agent says of the sync.
void SyncAnswers::answer(const wire::NumberedQuestion &question)
{
    if (m_open >= maxOpen)
        return m_client.close({Error::Kind::Damaged, MessageId::AgentBadAnswer, {m_client.host(), "fewer questions at once"}, 0});
    ++m_open;
    m_workers.start([this, question] {
        auto answer = m_offered.answer(question.question);
        if (answer && answer->size() > wire::maxMessage)
            answer = fail(Error::Kind::InvalidInput, MessageId::AgentRequestBad, "an answer of at most 256 MiB");
        (void)askAgent(m_client, wire::SupplyRequest{question.number, std::move(answer)});
        --m_open;
    });
}

} // namespace espalier
