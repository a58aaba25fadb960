// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/sync/syncsource.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

/// A SyncSource whose backups are at the other end of a connection. Both ends may be the one that asks: whoever pulls from a host asks its
/// agent, and an agent that copies into its host's datastore asks whoever pushes.
namespace espalier::wire {

/// Answered by nothing.
struct HoldSnapshot
{
    std::uint64_t number = 0; ///< Chosen by who asks, for letting it go.
    SnapshotAddress snapshot;
    std::vector<std::uint64_t> letGo{}; ///< These are not needed any more, whether the snapshot can be had or not.
};

/// Answered by nothing.
struct LetSnapshotsGo
{
    std::vector<std::uint64_t> numbers;
};

/// Answered by its bytes.
struct ReadSnapshotFile
{
    SnapshotAddress snapshot;
    std::string name;
};

/// The same.
struct ReadChunk
{
    Digest digest;
};

using SourceQuestion = std::variant<LetSnapshotsGo, HoldSnapshot, ReadSnapshotFile, ReadChunk>;

/// The end that needs backups. A snapshot that is not held any more is let go with the next one, or with the source: a question of its
/// own would only cost time.
class AskedSource : public SyncSource
{
public:
    /// Sends a question and waits for its answer; called from several threads at once.
    using Ask = std::function<Result<std::string>(SourceQuestion)>;

    explicit AskedSource(Ask ask);
    ~AskedSource() override;

    bool isFar() const override { return true; }
    Result<std::unique_ptr<fs::Lock>> hold(const SnapshotAddress &snapshot) override;
    Result<std::string> file(const SnapshotAddress &snapshot, std::string_view name) override;
    Result<std::string> chunk(const Digest &digest) override;

private:
    /// What is held, and what is to be let go.
    struct Holds
    {
        std::mutex mutex;
        std::uint64_t last = 0;
        std::vector<std::uint64_t> letGo;
    };
    class Held;

    Ask m_ask;
    std::shared_ptr<Holds> m_holds = std::make_shared<Holds>();
};

/// The end that has them. The other one is not trusted: it gets files that a snapshot can have, and chunks.
class OfferedSource
{
public:
    /// The directories of snapshots, as SnapshotAddress::path() tells them.
    using Paths = std::set<std::string>;

    /// @p source must outlive the object. @p only: nothing is given but these snapshots, and the chunks of those that are held.
    explicit OfferedSource(SyncSource &source, std::optional<Paths> only = std::nullopt);

    /// From any thread.
    Result<std::string> answer(const SourceQuestion &question);

private:
    static constexpr std::size_t maxHolds = 64;

    Result<std::string> answerTo(const HoldSnapshot &question);
    Result<std::string> answerTo(const LetSnapshotsGo &question);
    Result<std::string> answerTo(const ReadSnapshotFile &question);
    Result<std::string> answerTo(const ReadChunk &question);
    void letGo(const std::vector<std::uint64_t> &numbers);
    Done checkIsOffered(const SnapshotAddress &snapshot) const;
    void offerChunks(const SnapshotAddress &snapshot, const std::string &file, const std::string &bytes);

    SyncSource &m_source;
    const std::optional<Paths> m_only;
    std::mutex m_mutex; ///< Guards what follows.
    struct Held
    {
        std::string path;
        std::unique_ptr<fs::Lock> lock;
    };
    std::map<std::uint64_t, Held> m_held;
    std::map<std::string, std::map<std::string, std::vector<Digest>>>
        m_offeredChunks; ///< By snapshot that is held, and index that was given; sorted.
};

} // namespace espalier::wire
