// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/windows/windowsfile.h"

#include "core/fs/windows/widetext.h"
#include "core/fs/windows/windowserror.h"

#include <winternl.h>

#include <algorithm>
#include <span>
#include <utility>

namespace espalier::fs {

namespace {

constexpr DWORD largestPiece = 1U << 20;

Result<Handle> openRegular(HANDLE directory, const std::wstring &name, const std::string &path, const OpenWish &wish, Status &status)
{
    Handle file;
    const DWORD code = openAt(directory, name, wish, file);
    if (code == ERROR_ACCESS_DENIED) { // it may just be a directory
        Handle looked;
        if (openAt(directory, name, {.access = FILE_READ_ATTRIBUTES, .disposition = FILE_OPEN, .options = FILE_DIRECTORY_FILE}, looked)
            == 0)
            return fail(Error::Kind::Conflict, MessageId::FileNotRegular, path);
    }
    if (code != ERROR_SUCCESS)
        return windowsFailure(code, "NtCreateFile", path);
    const auto found = statusOf(file.value(), path);
    if (!found)
        return failWith(found);
    if (found->kind != EntryKind::File)
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, path);
    status = *found;
    return file;
}

Done writeAll(HANDLE file, std::string_view bytes, const std::string &path)
{
    while (!bytes.empty()) {
        DWORD written = 0;
        const auto piece = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), largestPiece));
        if (!::WriteFile(file, bytes.data(), piece, &written, nullptr))
            return windowsFailure(::GetLastError(), "WriteFile", path);
        bytes.remove_prefix(written);
    }
    return {};
}

/// Reads until @p content is full or the file ends; tells how much it was.
Result<std::size_t> readInto(HANDLE file, std::span<char> content, const std::string &path)
{
    std::size_t length = 0;
    while (length < content.size()) {
        DWORD got = 0;
        const auto piece = static_cast<DWORD>(std::min<std::size_t>(content.size() - length, largestPiece));
        if (!::ReadFile(file, content.data() + length, piece, &got, nullptr))
            return windowsFailure(::GetLastError(), "ReadFile", path);
        if (got == 0)
            break;
        length += got;
    }
    return length;
}

std::unexpected<Error> tooLarge(const std::string &path, std::uint64_t size, std::size_t limit)
{
    return fail(Error::Kind::Damaged, MessageId::FileTooLarge, path, std::to_string(size), std::to_string(limit));
}

Done flush(HANDLE file, const std::string &path)
{
    if (!::FlushFileBuffers(file))
        return windowsFailure(::GetLastError(), "FlushFileBuffers", path);
    return {};
}

/// Makes the file; DELETE is for giving it its name, or for taking it away again.
Result<Handle> makeFile(HANDLE directory, const std::wstring &name, const std::string &path)
{
    Handle file;
    const OpenWish wish{.access = FILE_GENERIC_WRITE | DELETE, .disposition = FILE_CREATE, .options = FILE_NON_DIRECTORY_FILE};
    if (const DWORD code = openAt(directory, name, wish, file); code != ERROR_SUCCESS)
        return windowsFailure(code, "NtCreateFile", path);
    return file;
}

class WindowsAppendFile : public AppendFile
{
public:
    WindowsAppendFile(Handle file, std::string path) : m_file(std::move(file)), m_path(std::move(path)) {}

    Done append(std::string_view bytes) override { return writeAll(m_file.value(), bytes, m_path); }
    Done sync() override { return flush(m_file.value(), m_path); }

private:
    Handle m_file;
    std::string m_path;
};

} // namespace

Result<std::string> readRegularFile(HANDLE directory, const std::wstring &name, const std::string &path, std::size_t limit)
{
    Status status;
    const auto file = openRegular(directory, name, path, {.access = FILE_GENERIC_READ, .disposition = FILE_OPEN}, status);
    if (!file)
        return failWith(file);
    if (status.size > limit)
        return tooLarge(path, status.size, limit);
    std::string content(status.size + 1, '\0'); // one more shows the end, or that the file grew
    for (std::size_t length = 0;;) {
        const auto got = readInto(file->value(), std::span(content).subspan(length), path);
        if (!got)
            return failWith(got);
        length += *got;
        if (length > limit)
            return tooLarge(path, length, limit);
        if (length < content.size()) {
            content.resize(length);
            return content;
        }
        content.resize(std::min(limit, content.size() * 2) + 1);
    }
}

Result<FileStart> readStartOfRegularFile(HANDLE directory, const std::wstring &name, const std::string &path, std::size_t limit)
{
    FileStart start;
    const auto file = openRegular(directory, name, path, {.access = FILE_GENERIC_READ, .disposition = FILE_OPEN}, start.status);
    if (!file)
        return failWith(file);
    start.status.birthTime = 0;
    start.bytes.resize(std::min<std::uint64_t>(start.status.size, limit));
    const auto got = readInto(file->value(), start.bytes, path);
    if (!got)
        return failWith(got);
    start.bytes.resize(*got); // it may have been shortened meanwhile
    return start;
}

Done createRegularFile(HANDLE directory, const std::wstring &name, const std::string &path, std::string_view content)
{
    const auto file = makeFile(directory, name, path);
    if (!file)
        return failWith(file);
    Done made = writeAll(file->value(), content, path);
    if (!made)
        removeOpen(file->value());
    return made;
}

Done replaceRegularFile(HANDLE directory, const std::wstring &name, const std::string &path, std::string_view content)
{
    const std::wstring temporary = name + toWide(replacementSuffix);
    Handle left; // by an attempt that was interrupted
    const OpenWish leftover{.access = DELETE, .disposition = FILE_OPEN, .options = FILE_NON_DIRECTORY_FILE};
    if (openAt(directory, temporary, leftover, left) == ERROR_SUCCESS)
        removeOpen(left.value());
    left.close();

    const auto file = makeFile(directory, temporary, path);
    if (!file)
        return failWith(file);
    Done made = writeAll(file->value(), content, path).and_then([&] { return flush(file->value(), path); });
    if (made) {
        if (const DWORD code = renameTo(file->value(), directory, name, true); code != ERROR_SUCCESS)
            made = windowsFailure(code, "NtSetInformationFile", path);
    }
    if (!made)
        removeOpen(file->value());
    return made;
}

Result<std::unique_ptr<AppendFile>> appendToRegularFile(HANDLE directory, const std::wstring &name, const std::string &path)
{
    Status status;
    auto file = openRegular(
        directory, name, path,
        {.access = FILE_APPEND_DATA | FILE_READ_ATTRIBUTES, .disposition = FILE_OPEN_IF, .options = FILE_NON_DIRECTORY_FILE}, status);
    if (!file)
        return failWith(file);
    return std::make_unique<WindowsAppendFile>(std::move(*file), path);
}

} // namespace espalier::fs
