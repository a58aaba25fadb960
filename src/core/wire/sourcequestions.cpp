// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/wire/sourcequestions.h"

#include "core/pbs/archivename.h"
#include "core/pbs/indexfile.h"

#include <algorithm>
#include <iterator>
#include <ranges>
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

OfferedSource::OfferedSource(SyncSource &source, std::optional<Paths> only) : m_source(source), m_only(std::move(only)) {}

Result<std::string> OfferedSource::answer(const SourceQuestion &question)
{
    return std::visit([this](const auto &each) { return answerTo(each); }, question);
}

void OfferedSource::letGo(const std::vector<std::uint64_t> &numbers)
{
    const std::scoped_lock lock(m_mutex);
    for (const std::uint64_t number : numbers) {
        if (const auto held = m_held.extract(number))
            m_offeredChunks.erase(held.mapped().path);
    }
}

Done OfferedSource::checkIsOffered(const SnapshotAddress &snapshot) const
{
    if (m_only && !m_only->contains(snapshot.path()))
        return fail(Error::Kind::InvalidInput, MessageId::AgentRequestBad, "a snapshot of the plan");
    return {};
}

/// The chunks of an index that was given may be asked for.
void OfferedSource::offerChunks(const SnapshotAddress &snapshot, const std::string &file, const std::string &bytes)
{
    const auto index = readIndex(bytes, file);
    if (!m_only || !index)
        return;
    std::vector<Digest> digests;
    std::ranges::transform(index->entries, std::back_inserter(digests), &IndexEntry::digest);
    std::ranges::sort(digests);
    const std::scoped_lock lock(m_mutex);
    const std::string path = snapshot.path();
    if (std::ranges::contains(m_held, path, [](const auto &held) { return held.second.path; }))
        m_offeredChunks[path].insert_or_assign(file, std::move(digests));
}

Result<std::string> OfferedSource::answerTo(const HoldSnapshot &question)
{
    letGo(question.letGo);
    if (const Done offered = checkIsOffered(question.snapshot); !offered)
        return failWith(offered);
    auto held = m_source.hold(question.snapshot);
    if (!held)
        return failWith(held);
    const std::scoped_lock lock(m_mutex);
    const bool isFree = m_held.size() < maxHolds && !m_held.contains(question.number);
    if (!isFree || !m_held.try_emplace(question.number, question.snapshot.path(), std::move(*held)).second)
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
    if (const Done offered = checkIsOffered(question.snapshot); !offered)
        return failWith(offered);
    auto bytes = m_source.file(question.snapshot, question.name);
    if (bytes && !question.name.ends_with(".blob"))
        offerChunks(question.snapshot, question.name, *bytes);
    return bytes;
}

Result<std::string> OfferedSource::answerTo(const ReadChunk &question)
{
    const auto isOffered = [&] {
        const std::scoped_lock lock(m_mutex);
        return std::ranges::any_of(m_offeredChunks | std::views::values | std::views::join,
                                   [&](const auto &index) { return std::ranges::binary_search(index.second, question.digest); });
    };
    if (m_only && !isOffered())
        return fail(Error::Kind::InvalidInput, MessageId::AgentRequestBad, "a chunk of the snapshot that is held");
    return m_source.chunk(question.digest);
}

} // namespace espalier::wire
