// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The port to file systems. Everything Espalier reads or writes below a datastore, a PBS host's directories or its
/// journal goes through it, so tests can run in memory and make any call fail.
/// All handles may be used from several threads at once. Names are single path components unless said otherwise; any
/// other text is refused (NameRefused) before it reaches the system. No call follows a symbolic link, except
/// FileSystem::open() for the path that a person gave.
namespace espalier::fs {

enum class EntryKind : unsigned char { Directory, File, Symlink, Other };

struct Entry
{
    std::string name;
    EntryKind kind = EntryKind::Other;
    std::uint64_t inode = 0;
};

struct Status
{
    EntryKind kind = EntryKind::Other;
    std::uint32_t mode = 0; ///< Permission bits only (07777).
    std::uint32_t user = 0;
    std::uint32_t group = 0;
    std::uint64_t size = 0;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t birthTime = 0; ///< Nanoseconds since 1970, 0 where the file system does not tell.
};

/// A regular file's status, without its birth time, and its first bytes.
struct FileStart
{
    Status status;
    std::string bytes;
};

enum class Access { Shared, Exclusive };

/// A lock that lasts as long as the object.
class Lock
{
public:
    virtual ~Lock() = default;
};

/// An append-only file: the journal.
class AppendFile
{
public:
    virtual ~AppendFile() = default;
    virtual Done append(std::string_view bytes) = 0; ///< All or an error; a partial line may stay behind on an error.
    virtual Done sync() = 0;                         ///< fdatasync
};

/// What kind of file system a directory lies on.
struct Volume
{
    enum class Kind { Local, Network, Unknown, Windows };

    Kind kind = Kind::Unknown;
    std::string name; ///< "ext4", "fuse", "nfs", …; hexadecimal magic where it is unknown.
    bool readOnly = false;
};

/// An open directory.
class Directory
{
public:
    virtual ~Directory() = default;

    /// For messages, and for opening what lies above: the path it was opened under, in which FileSystem::open() resolved
    /// symbolic links.
    virtual const std::string &path() const = 0;

    virtual Result<Status> status() const = 0;
    virtual Result<Volume> volume() const = 0;

    /// Gives this directory itself to another user: what root made for somebody else. Never used inside a datastore.
    virtual Done changeOwner(std::uint32_t user, std::uint32_t group) = 0;

    /// All entries but "." and "..", in no order.
    virtual Result<std::vector<Entry>> entries() const = 0;

    /// lstat of @p name, nothing where it does not exist.
    virtual Result<std::optional<Status>> find(std::string_view name) const = 0;

    /// lstat of @p name inside the directory @p directory, which the caller knows to be a real directory (entries()).
    /// One system call: this is what makes a scan fast. Nothing where either does not exist.
    virtual Result<std::optional<Status>> findIn(std::string_view directory, std::string_view name) const = 0;

    /// Fails with FileNotADirectory for anything else, symbolic links included.
    virtual Result<std::shared_ptr<Directory>> openDirectory(std::string_view name) const = 0;

    /// Opens "a/b/c" below this directory, step by step or in one system call, following no link. Not empty.
    virtual Result<std::shared_ptr<Directory>> openPath(std::string_view relative) const;

    /// The content of a regular file of at most @p limit bytes.
    virtual Result<std::string> readFile(std::string_view name, std::size_t limit) const = 0;

    /// Status and the first @p limit bytes of a regular file, all of it where it is shorter.
    virtual Result<FileStart> readStart(std::string_view name, std::size_t limit) const = 0;

    /// Makes a directory with exactly @p mode (whatever the umask). FileExists where the name is taken.
    virtual Done createDirectory(std::string_view name, std::uint32_t mode) = 0;

    /// Makes a regular file with this content and exactly @p mode. FileExists where the name is taken. On an error
    /// nothing of that name was made. Not synced.
    virtual Done createFile(std::string_view name, std::string_view content, std::uint32_t mode) = 0;

    /// Gives the regular file @p name this content and exactly @p mode in one step, making it where it is missing; what was there is
    /// gone or untouched, whatever happens. Content is synced, the directory is not. An interruption may leave a file of the name
    /// plus replacementSuffix behind, which the next attempt removes.
    virtual Done replaceFile(std::string_view name, std::string_view content, std::uint32_t mode) = 0;

    /// Opens or makes (0600) a regular file for appending.
    virtual Result<std::unique_ptr<AppendFile>> openAppend(std::string_view name) = 0;

    /// renameat2(RENAME_NOREPLACE). Fails with FileExists where @p newName is taken, with FileOperationUnsupported where
    /// the file system does not know the flag (then nothing was renamed), with FileCrossesFileSystems across volumes.
    virtual Done renameNoReplace(std::string_view name, Directory &target, std::string_view newName) = 0;

    /// rename(2), which silently replaces an empty directory: only for file systems without NOREPLACE, of a snapshot, into
    /// a group directory that the caller made and locked, after find() saw nothing there. Looks once more itself:
    /// FileExists where the name is taken.
    virtual Done renamePlain(std::string_view name, Directory &target, std::string_view newName) = 0;

    /// Gives the regular file @p name the name @p newName in this directory, in one step; what had it, if anything, is gone then. Only
    /// for files, and never for one that is not to be replaced: Conflict with FileNotRegular where @p newName is anything else.
    virtual Done replaceBy(std::string_view newName, std::string_view name) = 0;

    /// Sets the time of the last access of the regular file @p name to now and leaves the other times: a garbage collection then spares
    /// it. Tells what it is; nothing where it does not exist.
    virtual Result<std::optional<Status>> touch(std::string_view name) = 0;

    virtual Done removeFile(std::string_view name) = 0;
    virtual Done removeDirectory(std::string_view name) = 0; ///< DirectoryNotEmpty where it is not.

    /// Makes entries of this directory durable.
    virtual Done sync() = 0;

    /// Makes everything durable that was written to the file system of this directory (syncfs).
    virtual Done syncFileSystem() = 0;

    /// flock() on this directory itself, without waiting; Kind::Busy with LockFailed where somebody else has it.
    /// This is PBS's old locking scheme, and works across processes on a local file system.
    virtual Result<std::unique_ptr<Lock>> lockSelf(Access access) = 0;

    /// flock() on the directory @p name in this one. Opens the name only once: whether it still is the same directory is for the
    /// caller to see, from the inodes that entries() tells before and after.
    virtual Result<std::unique_ptr<Lock>> lockDirectory(std::string_view name, Access access) = 0;

    /// flock() on the file @p name in this directory without waiting, as PBS does since 3.3.5: made atomically (0660)
    /// where it is missing, and compared with the path's inode after locking. Kind::Busy where somebody else has it or
    /// the file was replaced meanwhile.
    virtual Result<std::unique_ptr<Lock>> lockFile(std::string_view name, Access access) = 0;

    /// A shared POSIX record lock (fcntl) on the whole existing file @p name: the datastore's `.lock`. There is one
    /// reference-counted holder per file and process, because closing any descriptor of it would drop the lock.
    /// Kind::Busy where another process holds it exclusively (args: path and process id).
    virtual Result<std::unique_ptr<Lock>> holdRecordLock(std::string_view name) = 0;

    /// The process that holds a conflicting record lock on @p name: with Access::Shared anybody's exclusive one, with
    /// Access::Exclusive anybody's at all. 0 where there is none or the file is missing, -1 where its id cannot be seen
    /// from here (another container). Never disturbs our own lock.
    virtual Result<std::int64_t> recordLockHolder(std::string_view name, Access access) = 0;
};

/// PBS's own pattern for files that are about to replace others (datastore-format §4), so that nobody wonders about one.
inline constexpr std::string_view replacementSuffix = ".tmp_esplir";

class FileSystem
{
public:
    virtual ~FileSystem() = default;

    /// Opens the directory at an absolute path; symbolic links in @p path are followed, once, here and nowhere else.
    virtual Result<std::shared_ptr<Directory>> open(std::string_view path) = 0;
};

/// True for a single path component: not empty, not "." or "..", without '/' and NUL, at most 255 bytes.
bool isComponent(std::string_view name);

/// Opens the directory at @p relative ("a/b/c", empty for @p base itself) below @p base, step by step, following no link.
Result<std::shared_ptr<Directory>> openBelow(const std::shared_ptr<Directory> &base, std::string_view relative);

} // namespace espalier::fs
