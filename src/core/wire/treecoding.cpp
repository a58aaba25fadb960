// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/wire/treecoding.h"

#include <utility>

namespace espalier::wire {

namespace {

/// Of a group.
constexpr unsigned hasOwner = 1;
constexpr unsigned isListable = 2;
constexpr unsigned hasForeignEntries = 4;
constexpr unsigned hasDetails = 8;
/// Of a snapshot.
constexpr unsigned isFinished = 1;
constexpr unsigned isProtected = 2;
constexpr unsigned isNamed = 4;

constexpr std::size_t timeLength = 20;

class Writer
{
public:
    void byte(unsigned value) { m_bytes += static_cast<char>(value); }

    void number(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7)
            byte(0x80U | (value & 0x7FU));
        byte(static_cast<unsigned>(value));
    }

    void difference(std::int64_t value)
    {
        const auto bits = static_cast<std::uint64_t>(value);
        number(value < 0 ? ~bits << 1 | 1U : bits << 1);
    }

    void text(std::string_view value)
    {
        number(value.size());
        m_bytes += value;
    }

    void group(const Group &group);
    void ns(const Namespace &ns);

    std::string take() { return std::move(m_bytes); }

private:
    void snapshot(const Snapshot &snapshot, std::int64_t &before);
    void details(const SnapshotDetails &details);

    std::string m_bytes;
};

/// @p before: the moment of the snapshot before it. A name that is not the canonical one of its moment goes as it is.
void Writer::snapshot(const Snapshot &snapshot, std::int64_t &before)
{
    const bool hasName = !snapshot.time.isCanonical();
    byte((snapshot.finished ? isFinished : 0U) | (snapshot.isProtected ? isProtected : 0U) | (hasName ? isNamed : 0U));
    if (hasName) {
        m_bytes += snapshot.time.toString();
        return;
    }
    difference(snapshot.time.epoch() - before);
    before = snapshot.time.epoch();
}

void Writer::details(const SnapshotDetails &details)
{
    byte(details.manifestReadable);
    number(details.size);
    number(details.fileCount);
    byte(std::to_underlying(details.cryptMode));
    byte(std::to_underlying(details.verifyState));
    text(details.keyFingerprint);
    text(details.comment);
}

void Writer::group(const Group &group)
{
    byte(std::to_underlying(group.id.type()));
    text(group.id.id());
    byte((group.owner ? hasOwner : 0U) | (group.listable ? isListable : 0U) | (group.hasForeignEntries ? hasForeignEntries : 0U)
         | (group.details.empty() ? 0U : hasDetails));
    if (group.owner)
        text(group.owner->toString());
    text(group.comment);
    number(group.inode);
    number(group.snapshots.size());
    std::int64_t before = 0;
    for (const Snapshot &each : group.snapshots)
        snapshot(each, before);
    for (const SnapshotDetails &each : group.details)
        details(each);
}

void Writer::ns(const Namespace &ns)
{
    text(ns.path.name());
    byte(ns.listable);
    number(ns.groups.size());
    for (const auto &each : ns.groups)
        group(*each);
    number(ns.children.size());
    for (const auto &child : ns.children)
        this->ns(*child);
}

/// Thrown where the bytes are not what they should be.
struct Unexpected
{
    std::string_view expected;
};

class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_bytes(bytes) {}

    unsigned byte()
    {
        const std::string_view one = take(1);
        return static_cast<unsigned char>(one.front());
    }

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const unsigned part = byte();
            value |= std::uint64_t{part & 0x7FU} << shift;
            if (part < 0x80)
                return value;
        }
        throw Unexpected{"a number of 64 bits"};
    }

    std::int64_t difference()
    {
        const std::uint64_t bits = number();
        return static_cast<std::int64_t>((bits & 1U) != 0 ? ~(bits >> 1) : bits >> 1);
    }

    std::string_view text() { return take(number()); }

    std::shared_ptr<const Group> group();
    std::shared_ptr<const Namespace> ns(const NamespacePath &parent, int depth);
    void end() const
    {
        if (!m_bytes.empty())
            throw Unexpected{"the end of a tree"};
    }

private:
    std::string_view take(std::uint64_t size)
    {
        if (size > m_bytes.size())
            throw Unexpected{"more bytes of a tree"};
        const std::string_view taken = m_bytes.substr(0, size);
        m_bytes.remove_prefix(size);
        return taken;
    }

    /// Of things that take @p size bytes at least: nothing is made for more than there can be.
    std::size_t count(std::size_t size)
    {
        const std::uint64_t count = number();
        if (count > m_bytes.size() / size)
            throw Unexpected{"as many things as there are bytes"};
        return count;
    }

    template<typename E>
    E choice(E last)
    {
        const unsigned value = byte();
        if (value > static_cast<unsigned>(last))
            throw Unexpected{"a known choice"};
        return static_cast<E>(value);
    }

    template<typename T>
    static T valid(Result<T> result)
    {
        if (!result)
            throw Unexpected{"a valid name"};
        return *std::move(result);
    }

    Snapshot snapshot(std::int64_t &before);
    SnapshotDetails details();

    std::string_view m_bytes;
};

Snapshot Reader::snapshot(std::int64_t &before)
{
    const unsigned flags = byte();
    const bool hasName = (flags & isNamed) != 0;
    if (!hasName && __builtin_add_overflow(before, difference(), &before))
        throw Unexpected{"a time"};
    return {.time = valid(hasName ? SnapshotTime::fromString(take(timeLength)) : SnapshotTime::fromEpoch(before)),
            .finished = (flags & isFinished) != 0,
            .isProtected = (flags & isProtected) != 0};
}

SnapshotDetails Reader::details()
{
    SnapshotDetails details;
    details.manifestReadable = byte() != 0;
    details.size = number();
    details.fileCount = static_cast<std::uint32_t>(number());
    details.cryptMode = choice(CryptMode::Encrypt);
    details.verifyState = choice(VerifyState::Failed);
    details.keyFingerprint = text();
    details.comment = text();
    return details;
}

std::shared_ptr<const Group> Reader::group()
{
    const auto type = choice(BackupType::Vm);
    auto group = std::make_shared<Group>(Group{.id = valid(GroupId::make(type, text()))});
    const unsigned flags = byte();
    if ((flags & hasOwner) != 0)
        group->owner = valid(AuthId::fromString(text()));
    group->comment = text();
    group->inode = number();
    group->listable = (flags & isListable) != 0;
    group->hasForeignEntries = (flags & hasForeignEntries) != 0;
    const std::size_t snapshots = count(2);
    group->snapshots.reserve(snapshots);
    std::int64_t before = 0;
    for (std::size_t i = 0; i < snapshots; ++i)
        group->snapshots.push_back(snapshot(before));
    for (std::size_t i = 0; (flags & hasDetails) != 0 && i < snapshots; ++i)
        group->details.push_back(details());
    return group;
}

std::shared_ptr<const Namespace> Reader::ns(const NamespacePath &parent, int depth)
{
    const std::string_view name = text();
    if (name.empty() != (depth == 0) || depth > NamespacePath::maxDepth)
        throw Unexpected{"the name of a namespace"};
    auto ns = std::make_shared<Namespace>();
    ns->path = depth == 0 ? parent : valid(parent.child(name));
    ns->listable = byte() != 0;
    const std::size_t groups = count(7);
    for (std::size_t i = 0; i < groups; ++i)
        ns->groups.push_back(group());
    const std::size_t children = count(4);
    for (std::size_t i = 0; i < children; ++i)
        ns->children.push_back(this->ns(ns->path, depth + 1));
    ns->updateSums();
    return ns;
}

template<typename T>
Result<T> guarded(auto read)
{
    try {
        return read();
    } catch (const Unexpected &unexpected) {
        return fail(Error::Kind::Damaged, MessageId::AgentRequestBad, unexpected.expected);
    }
}

} // namespace

std::string encoded(const Tree &tree)
{
    Writer writer;
    writer.ns(tree.root());
    return writer.take();
}

std::string encoded(const Group &group)
{
    Writer writer;
    writer.group(group);
    return writer.take();
}

Result<Tree> decodedTree(std::string_view bytes)
{
    constexpr std::size_t maxTree = std::size_t{64} * 1024 * 1024; // some ten million snapshots; it is much larger in memory
    if (bytes.size() > maxTree)
        return fail(Error::Kind::Damaged, MessageId::AgentRequestBad, "a tree of at most 64 MiB");
    return guarded<Tree>([bytes] {
        Reader reader(bytes);
        auto root = reader.ns({}, 0);
        reader.end();
        return Tree(std::move(root));
    });
}

Result<std::shared_ptr<const Group>> decodedGroup(std::string_view bytes)
{
    return guarded<std::shared_ptr<const Group>>([bytes] {
        Reader reader(bytes);
        auto group = reader.group();
        reader.end();
        return group;
    });
}

} // namespace espalier::wire
