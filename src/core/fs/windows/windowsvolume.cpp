// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/windows/windowsvolume.h"

#include "core/fs/windows/widetext.h"
#include "core/fs/windows/windowserror.h"

#include <array>

namespace espalier::fs {

namespace {

constexpr DWORD longestName = MAX_PATH + 1;

/// Whether another computer has it, behind a share or a drive letter.
bool isRemote(HANDLE directory)
{
    FILE_REMOTE_PROTOCOL_INFO protocol{};
    return ::GetFileInformationByHandleEx(directory, FileRemoteProtocolInfo, &protocol, sizeof protocol) != 0;
}

} // namespace

Result<Volume> windowsVolume(HANDLE directory, const std::string &path)
{
    std::array<wchar_t, longestName> name{};
    DWORD flags = 0;
    if (!::GetVolumeInformationByHandleW(directory, nullptr, 0, nullptr, nullptr, &flags, name.data(), longestName))
        return windowsFailure(::GetLastError(), "GetVolumeInformationByHandleW", path);
    const auto kind = isRemote(directory) ? Volume::Kind::Network : Volume::Kind::Windows;
    return Volume{kind, fromWide(name.data()), (flags & FILE_READ_ONLY_VOLUME) != 0};
}

} // namespace espalier::fs
