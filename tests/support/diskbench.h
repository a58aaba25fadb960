// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/fs/posix.h"
#include "support/runbench.h"

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <vector>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace espalier::test {

/// A datastore in a temporary folder; belongs to 34:34 where the process is root.
class DiskBench
{
public:
    /// @p fill makes what is in it, in the store at "/store".
    explicit DiskBench(const std::function<void(fs::MemoryFileSystem &)> &fill)
    {
        base = m_folder.path().toStdString();
        std::filesystem::permissions(base, std::filesystem::perms(0755));
        root = base + "/store";
        const auto memory = fs::MemoryFileSystem::create();
        makeStore(*memory, "/store");
        fill(*memory);
        std::filesystem::create_directories(root + "/.chunks");
        std::ofstream(root + "/.lock").flush();
        if (fs::processUser() == 0) {
            for (const char *name : {"", "/.chunks", "/.lock"}) {
                if (::lchown((root + name).c_str(), 34, 34) != 0)
                    throw std::runtime_error("lchown");
            }
        }
        loadRows(root, listRows(*memory->open("/store").value()));
    }

    /// A PBS below base/pbs whose configuration names the store "tank".
    void makePbs()
    {
        pbsRoot = base + "/pbs";
        for (const char *path : {"/etc/proxmox-backup", "/run/proxmox-backup/locks/tank", "/run/proxmox-backup/active-operations",
                                 "/var/log/proxmox-backup/tasks", "/var/lib/proxmox-backup", "/var/lib/dpkg"})
            std::filesystem::create_directories(pbsRoot + path);
        std::ofstream(pbsRoot + "/etc/proxmox-backup/datastore.cfg") << "datastore: tank\n\tpath " << root << "\n";
        std::ofstream(pbsRoot + "/var/lib/dpkg/status")
            << "Package: proxmox-backup-server\nStatus: install ok installed\nVersion: 4.2.3-1\n";
        std::ofstream(pbsRoot + "/var/log/proxmox-backup/tasks/active").flush();
        for (const auto &entry : std::filesystem::recursive_directory_iterator(pbsRoot)) {
            if (::lchown(entry.path().c_str(), 34, 34) != 0)
                throw std::runtime_error("lchown");
        }
    }

    StoreSession session(const std::shared_ptr<fs::FileSystem> &through = fs::posixFileSystem()) const
    {
        return StoreSession::open(through, Place::fromString(root).value(), {.pbsRoot = pbsRoot, .stateHome = base + "/state"}).value();
    }

    Plan plan(const std::vector<Change> &changes) const
    {
        const StoreSession opened = session();
        PlanContext context;
        context.access = opened.access();
        return makePlan(scan(opened.store().root).value().tree, changes, context);
    }

    Rows rows() const { return listRows(*fs::posixFileSystem()->open(root).value()); }
    History history() const { return readHistory(session()).value(); }

    std::string base;
    std::string root;
    std::string pbsRoot = "/";

private:
    QTemporaryDir m_folder;
};

/// Runs @p work in a child process; its exit status, or 128 and the signal.
inline int inChild(const std::function<int()> &work)
{
    const pid_t child = fork();
    if (child == 0)
        _exit(work());
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// A child that does @p take, tells so, and holds what it took until destroyed.
class Holder
{
public:
    explicit Holder(const std::function<bool()> &take)
    {
        int ready[2];
        if (pipe(ready) != 0)
            throw std::runtime_error("pipe");
        m_child = fork();
        if (m_child == 0) {
            const char answer = take() ? 'y' : 'n';
            if (write(ready[1], &answer, 1) != 1)
                _exit(1);
            pause();
            _exit(0);
        }
        char answer = 'n';
        taken = read(ready[0], &answer, 1) == 1 && answer == 'y';
        close(ready[0]);
        close(ready[1]);
    }

    ~Holder()
    {
        kill(m_child, SIGKILL);
        waitpid(m_child, nullptr, 0);
    }

    bool taken = false;

private:
    pid_t m_child = 0;
};

} // namespace espalier::test
