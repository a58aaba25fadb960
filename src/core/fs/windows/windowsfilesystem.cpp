// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/windows/windowsfilesystem.h"

#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/fs/native.h"
#include "core/fs/paths.h"
#include "core/fs/windows/handle.h"
#include "core/fs/windows/widetext.h"
#include "core/fs/windows/windowsdirectory.h"
#include "core/fs/windows/windowserror.h"

#include <algorithm>

namespace espalier::fs {

namespace {

/// With the prefix that lifts the limit of 260 characters.
std::wstring nativePath(std::string_view path)
{
    std::wstring native = path.starts_with("//") ? L"\\\\?\\UNC" + toWide(path.substr(1)) : L"\\\\?\\" + toWide(path);
    std::ranges::replace(native, L'/', L'\\');
    return native;
}

/// Where the directory really is, the links on the way resolved; @p path where the system does not tell.
std::string resolvedPath(HANDLE directory, const std::string &path)
{
    constexpr DWORD longest = 32768;
    std::wstring name(longest, L'\0');
    const DWORD length = ::GetFinalPathNameByHandleW(directory, name.data(), longest, FILE_NAME_NORMALIZED | VOLUME_NAME_DOS);
    if (length == 0 || length >= longest)
        return path;
    std::string resolved = fromNative(fromWide({name.data(), length}));
    return isAbsolute(resolved) ? resolved : path;
}

Result<std::shared_ptr<Directory>> openOnDisk(const std::string &path)
{
    Handle handle(::CreateFileW(nativePath(path).c_str(), FILE_LIST_DIRECTORY | FILE_TRAVERSE | FILE_READ_ATTRIBUTES | SYNCHRONIZE,
                                FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING, FILE_FLAG_BACKUP_SEMANTICS,
                                nullptr));
    if (!handle.isOpen())
        return windowsFailure(::GetLastError(), "CreateFileW", path);
    BY_HANDLE_FILE_INFORMATION data{};
    if (!::GetFileInformationByHandle(handle.value(), &data))
        return windowsFailure(::GetLastError(), "GetFileInformationByHandle", path);
    if (!(data.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY))
        return fail(Error::Kind::Conflict, MessageId::FileNotADirectory, path);
    std::string resolved = resolvedPath(handle.value(), path);
    return std::make_shared<WindowsDirectory>(std::move(handle), std::move(resolved));
}

class WindowsFileSystem : public FileSystem
{
public:
    Result<std::shared_ptr<Directory>> open(std::string_view path) override
    {
        const std::string_view root = rootOf(path);
        if (root.empty() || path.find_first_of(std::string_view("\\\0", 2)) != std::string_view::npos)
            return fail(Error::Kind::InvalidInput, MessageId::NameRefused, path);
        if (root == "/")
            return m_memory->open(path);
        while (path.size() > root.size() && path.ends_with('/'))
            path.remove_suffix(1);
        return openOnDisk(std::string(path));
    }

private:
    std::shared_ptr<MemoryFileSystem> m_memory = MemoryFileSystem::create(processUser(), processGroup());
};

} // namespace

std::shared_ptr<FileSystem> windowsFileSystem()
{
    static const auto shared = std::make_shared<WindowsFileSystem>();
    return shared;
}

std::shared_ptr<FileSystem> nativeFileSystem()
{
    return windowsFileSystem();
}

} // namespace espalier::fs
