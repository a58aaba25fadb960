// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/posix/posixvolume.h"

#include "core/fs/systemerror.h"

#include <sys/statvfs.h>
#include <sys/vfs.h>

#include <algorithm>
#include <cerrno>
#include <format>

namespace espalier::fs {

namespace {

struct KnownVolume
{
    std::uint32_t magic;
    Volume::Kind kind;
    std::string_view name;
};

constexpr KnownVolume knownVolumes[] = {
    {0x0000ef53, Volume::Kind::Local, "ext4"}, // ext2 and ext3 have the same number
    {0x58465342, Volume::Kind::Local, "xfs"},      {0x9123683e, Volume::Kind::Local, "btrfs"},
    {0x2fc12fc1, Volume::Kind::Local, "zfs"},      {0xf2f52010, Volume::Kind::Local, "f2fs"},
    {0x01021994, Volume::Kind::Local, "tmpfs"},    {0x794c7630, Volume::Kind::Local, "overlayfs"},
    {0x65735546, Volume::Kind::Network, "fuse"}, // sshfs
    {0x00006969, Volume::Kind::Network, "nfs"},    {0x0000517b, Volume::Kind::Network, "smb"},
    {0xff534d42, Volume::Kind::Network, "cifs"},   {0xfe534d42, Volume::Kind::Network, "smb2"},
    {0x01021997, Volume::Kind::Network, "9p"},     {0x00c36400, Volume::Kind::Network, "ceph"},
    {0x5346414f, Volume::Kind::Network, "afs"},    {0x6b414653, Volume::Kind::Network, "kafs"},
    {0x73757245, Volume::Kind::Network, "coda"},   {0x0000564c, Volume::Kind::Network, "ncp"},
    {0x01161970, Volume::Kind::Network, "gfs2"},   {0x7461636f, Volume::Kind::Network, "ocfs2"},
    {0x0bd00bd0, Volume::Kind::Network, "lustre"}, {0x47504653, Volume::Kind::Network, "gpfs"},
    {0x19830326, Volume::Kind::Network, "beegfs"}, {0x786f4256, Volume::Kind::Network, "vboxsf"},
};

} // namespace

Result<Volume> posixVolume(int descriptor, const std::string &path)
{
    struct statfs information{};
    if (::fstatfs(descriptor, &information) != 0)
        return systemFailure(errno, "fstatfs", path);
    const auto magic = static_cast<std::uint32_t>(information.f_type);
    const bool readOnly = (static_cast<unsigned long>(information.f_flags) & ST_RDONLY) != 0;
    const auto known = std::ranges::find(knownVolumes, magic, &KnownVolume::magic);
    if (known == std::end(knownVolumes))
        return Volume{Volume::Kind::Unknown, std::format("0x{:08x}", magic), readOnly};
    return Volume{known->kind, std::string(known->name), readOnly};
}

} // namespace espalier::fs
