// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/wire/sourcequestions.h"

#include "core/pbs/archivename.h"

#include <utility>

namespace espalier::wire {

class AskedSource::Held : public fs::Lock
{
public:
    Held(std::shared_ptr<Holds> holds, std::uint64_t number) : m_holds(std::move(holds)), m_number(number) {}
    ~Held() override
    {
        const std::scoped_lock lock(m_holds->mutex);
        m_holds->letGo.push_back(m_number);
    }

private:
    std::shared_ptr<Holds> m_holds;
    std::uint64_t m_number;
};

AskedSource::AskedSource(Ask ask) : m_ask(std::move(ask)) {}

AskedSource::~AskedSource()
{
    if (!m_holds->letGo.empty())
        (void)m_ask(LetSnapshotsGo{std::move(m_holds->letGo)});
}

Result<std::unique_ptr<fs::Lock>> AskedSource::hold(const SnapshotAddress &snapshot)
{
    HoldSnapshot question{.snapshot = snapshot};
    {
        const std::scoped_lock lock(m_holds->mutex);
        question.number = ++m_holds->last;
        question.letGo = std::exchange(m_holds->letGo, {});
    }
    const std::uint64_t number = question.number;
    const auto answer = m_ask(std::move(question));
    if (!answer)
        return failWith(answer);
    return std::make_unique<Held>(m_holds, number);
}

Result<std::string> AskedSource::file(const SnapshotAddress &snapshot, std::string_view name)
{
    return m_ask(ReadSnapshotFile{snapshot, std::string(name)});
}

Result<std::string> AskedSource::chunk(const Digest &digest)
{
    auto bytes = m_ask(ReadChunk{digest});
    if (bytes && bytes->size() > maxChunkFile)
        return fail(Error::Kind::Damaged, MessageId::FileTooLarge, digest.toHex(), std::to_string(bytes->size()),
                    std::to_string(maxChunkFile));
    return bytes;
}

OfferedSource::OfferedSource(SyncSource &source) : m_source(source) {}

Result<std::string> OfferedSource::answer(const SourceQuestion &question)
{
    return std::visit([this](const auto &each) { return answerTo(each); }, question);
}

void OfferedSource::letGo(const std::vector<std::uint64_t> &numbers)
{
    const std::scoped_lock lock(m_mutex);
    for (const std::uint64_t number : numbers)
        m_held.erase(number);
}

Result<std::string> OfferedSource::answerTo(const HoldSnapshot &question)
{
    letGo(question.letGo);
    auto held = m_source.hold(question.snapshot);
    if (!held)
        return failWith(held);
    const std::scoped_lock lock(m_mutex);
    if (m_held.size() >= maxHolds || !m_held.emplace(question.number, std::move(*held)).second)
        return fail(Error::Kind::InvalidInput, MessageId::AgentRequestBad, "fewer snapshots at once, each with a number of its own");
    return std::string();
}

Result<std::string> OfferedSource::answerTo(const LetSnapshotsGo &question)
{
    letGo(question.numbers);
    return std::string();
}

Result<std::string> OfferedSource::answerTo(const ReadSnapshotFile &question)
{
    if (!ArchiveName::fromString(question.name))
        return fail(Error::Kind::InvalidInput, MessageId::AgentRequestBad, "a file of a snapshot");
    return m_source.file(question.snapshot, question.name);
}

Result<std::string> OfferedSource::answerTo(const ReadChunk &question)
{
    return m_source.chunk(question.digest);
}

} // namespace espalier::wire
