// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/syncanswers.h"

#include "remote/agentrequests.h"

namespace espalier {

SyncAnswers::SyncAnswers(SyncSource &source, wire::Client &client) : m_offered(source), m_client(client)
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
    m_workers.start(
        [this, question] { (void)askAgent(m_client, wire::SupplyRequest{question.number, m_offered.answer(question.question)}); });
}

} // namespace espalier
