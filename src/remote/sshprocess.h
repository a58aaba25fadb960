// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "remote/agentboot.h"
#include "remote/sshconnection.h"

#include <QProcess>
#include <QTimer>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace espalier {

/// One ssh process that carries a connection, in a thread of its own: starts the agent, hands bytes on, notices silence.
class SshProcess : public QObject
{
    Q_OBJECT

public:
    SshProcess(const Place &place, SshOptions options);
    ~SshProcess() override;

    wire::Client &client() { return m_client; }
    const AgentBoot &boot() const { return m_boot; } ///< Once the agent runs.

    /// @name From the process's own thread
    /// @{
    void start();
    void end(); ///< Ends input; the agent goes, and ssh with it.
    /// @}

    /// Until the agent runs, or cannot. From another thread.
    Done waitForAgent(const std::stop_token &stop);

private:
    void readOutput();
    void readErrors();
    void finish(int exitCode);
    void watch();
    void close(const Error &why);
    void send(std::string bytes);
    void waitForRoom();
    void giveUp();
    QStringList arguments() const;

    const Place m_place;
    const SshOptions m_options;
    QProcess m_process;
    QTimer m_watch;
    QTimer m_patience;   ///< Until the agent runs.
    QByteArray m_errors; ///< The end of what ssh said.
    AgentBoot m_boot;
    bool m_isRunning = false; ///< The agent.
    wire::Client m_client;

    std::mutex m_mutex; ///< Guards what follows.
    std::condition_variable_any m_changed;
    bool m_isReady = false;
    std::size_t m_queued = 0; ///< Bytes that ssh has not taken yet.
};

} // namespace espalier
