// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/snapshotpath.h"

namespace espalier {

Result<SnapshotId> SnapshotId::fromString(std::string_view text)
{
    const std::size_t slash = text.rfind('/');
    if (slash == std::string_view::npos)
        return fail(Error::Kind::InvalidInput, MessageId::SnapshotMalformed, text);
    const auto time = SnapshotTime::fromString(text.substr(slash + 1));
    if (!time)
        return failWith(time);
    const auto group = GroupId::fromString(text.substr(0, slash));
    if (!group)
        return failWith(group);
    return SnapshotId{*group, *time};
}

std::string SnapshotId::toString() const
{
    return group.toString() + "/" + time.toString();
}

Result<SnapshotPath> SnapshotPath::fromDirectoryForm(std::string_view text)
{
    std::size_t cut = std::string_view::npos; // at the third slash from the end
    for (int slashes = 0; slashes < 3; ++slashes) {
        if (cut == 0)
            return fail(Error::Kind::InvalidInput, MessageId::SnapshotMalformed, text);
        cut = text.rfind('/', cut == std::string_view::npos ? cut : cut - 1);
        if (cut == std::string_view::npos)
            break;
    }
    const bool inRoot = cut == std::string_view::npos;
    const auto ns = NamespacePath::fromDirectoryForm(inRoot ? std::string_view() : text.substr(0, cut));
    if (!ns)
        return failWith(ns);
    const auto snapshot = SnapshotId::fromString(inRoot ? text : text.substr(cut + 1));
    if (!snapshot)
        return failWith(snapshot);
    return SnapshotPath{*ns, *snapshot};
}

std::string SnapshotPath::directoryForm() const
{
    return ns.isRoot() ? snapshot.toString() : ns.directoryForm() + "/" + snapshot.toString();
}

} // namespace espalier
