// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/computer.h"

#include "core/fs/paths.h"
#include "core/fs/windows/handle.h"
#include "core/fs/windows/widetext.h"

#include <shlobj.h>
#include <tlhelp32.h>

#include <array>

namespace espalier::fs {

namespace {

std::string knownFolder(const KNOWNFOLDERID &which)
{
    PWSTR path = nullptr;
    const bool isKnown = SUCCEEDED(::SHGetKnownFolderPath(which, KF_FLAG_DEFAULT, nullptr, &path));
    std::string folder = isKnown ? fromNative(fromWide(path)) : std::string();
    ::CoTaskMemFree(path);
    return folder;
}

} // namespace

std::string hostName()
{
    std::array<wchar_t, 256> name{};
    DWORD size = name.size();
    return ::GetComputerNameExW(ComputerNameDnsHostname, name.data(), &size) ? fromWide({name.data(), size}) : std::string();
}

std::string loginName()
{
    std::array<wchar_t, 257> name{};
    const DWORD size = ::GetEnvironmentVariableW(L"USERNAME", name.data(), name.size());
    return size < name.size() ? fromWide({name.data(), size}) : std::string();
}

bool processExists(std::int64_t id)
{
    const Handle process(::OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, FALSE, static_cast<DWORD>(id)));
    if (!process.isOpen())
        return ::GetLastError() == ERROR_ACCESS_DENIED;
    DWORD code = 0;
    return ::GetExitCodeProcess(process.value(), &code) && code == STILL_ACTIVE;
}

std::int64_t ownProcess()
{
    return ::GetCurrentProcessId();
}

std::int64_t parentProcess()
{
    const Handle processes(::CreateToolhelp32Snapshot(TH32CS_SNAPPROCESS, 0));
    PROCESSENTRY32W entry{};
    entry.dwSize = sizeof entry;
    for (BOOL isThere = ::Process32FirstW(processes.value(), &entry); isThere; isThere = ::Process32NextW(processes.value(), &entry)) {
        if (entry.th32ProcessID == ::GetCurrentProcessId())
            return entry.th32ParentProcessID;
    }
    return 0;
}

std::string platformConfigHome()
{
    return knownFolder(FOLDERID_RoamingAppData);
}

std::string platformStateHome()
{
    return knownFolder(FOLDERID_LocalAppData);
}

} // namespace espalier::fs
