// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/place.h"
#include "remote/sshconnection.h"

#include <QProcess>
#include <QString>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

namespace espalier {

/// A directory of a host, mounted here by sshfs for reading. Unmounted with the object; where the program ends without that, sshfs ends
/// with it, and what is left of a mount goes away with the next one.
class SshMount
{
public:
    /// A new place for a mount, below a directory that only the user can enter; nothing is made yet. The last component is @p name.
    static std::string newDirectory(const std::string &name);

    /// Mounts @p place at @p directory, a newDirectory(). ssh may ask meanwhile; @p stop ends that. Fails with MountProgramMissing,
    /// MountFailed or MountNotOnWindows. Any thread but that of a window.
    static Result<std::unique_ptr<SshMount>> make(const Place &place, const std::string &directory, const SshOptions &options,
                                                  const std::stop_token &stop);

    ~SshMount();
    SshMount(const SshMount &) = delete;
    SshMount &operator=(const SshMount &) = delete;

    /// Why nothing can be read any more: MountDead, at most 15 s after the host fell silent. Does not wait; whoever waits for the mount
    /// then gets an error.
    std::optional<Error> loss() const;

private:
    using Clock = std::chrono::steady_clock;

    SshMount(Place place, std::string directory, SshOptions options);

    QStringList arguments() const;
    void serve(const std::stop_token &stop);
    void start(QProcess &process) const;
    void settle(std::optional<Error> problem);
    Error failure(const QByteArray &words) const;
    Done waitUntilMounted(const std::stop_token &stop);
    void end(QProcess &process) const;
    void touch(const std::stop_token &stop);
    bool isSilent() const; ///< It answered once, and does not any more.

    const Place m_place;
    const std::string m_directory;
    const SshOptions m_options;

    mutable std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable_any m_changed;
    std::optional<Error> m_problem;

    std::atomic<bool> m_hasAnswered = false; ///< Mounted, and logged in.
    std::atomic<Clock::time_point> m_lastHeard = Clock::now();
    std::jthread m_touching; ///< Asks the mount for something, and may be stuck there.
    std::jthread m_serving;  ///< The process belongs to it: sshfs ends with this thread.
};

} // namespace espalier
