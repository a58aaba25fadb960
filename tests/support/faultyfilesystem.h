// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/filesystem.h"

#include <functional>
#include <memory>
#include <string_view>

namespace espalier::test {

/// What goes wrong, and when. Calls are counted from 1.
struct Fault
{
    enum class How {
        Instead, ///< The call does nothing and reports the error.
        After,   ///< The call does its work and reports the error nevertheless: a lost reply. Nothing is handed out.
    };

    int at = 0;          ///< The call that fails; 0: none.
    int systemError = 5; ///< errno; what it means is decided where all errors are made. EIO unless told.
    How how = How::Instead;
    bool fromThenOn = false;  ///< All later calls fail, too.
    bool changesOnly = false; ///< Counts only calls that change something on disk, locks aside.
};

/// Any file system with a Fault. Counts every call of the port that can fail: those of FileSystem, Directory and AppendFile;
/// not the release of a lock. Several threads may call, their order is then up to them.
class FaultyFileSystem : public fs::FileSystem
{
public:
    /// Called before each counted call, with its number and name ("renameNoReplace"): to end the process there, or to look on.
    using Before = std::function<void(int call, std::string_view name)>;

    explicit FaultyFileSystem(std::shared_ptr<fs::FileSystem> files, const Fault &fault = {}, Before before = {});
    ~FaultyFileSystem() override;

    Result<std::shared_ptr<fs::Directory>> open(std::string_view path) override;

    /// A directory of the same file system that was opened elsewhere, with this fault.
    std::shared_ptr<fs::Directory> wrap(std::shared_ptr<fs::Directory> directory) const;

    int calls() const;                 ///< How many were counted.
    bool happened() const;             ///< Whether the fault did.
    void setFault(const Fault &fault); ///< Counts from the beginning again.

private:
    class Counter;
    class FaultyDirectory;
    class FaultyAppendFile;

    std::shared_ptr<fs::FileSystem> m_files;
    std::shared_ptr<Counter> m_counter;
};

} // namespace espalier::test
