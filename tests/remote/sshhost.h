// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <cstdint>
#include <string>

namespace espalier::test {

/// A host to log in to: a real sshd on loopback, with a key of its own, in a mount name space of its own, whose users are "root" and
/// "me". Their homes are in a temporary folder. Ends with its object.
class SshHost
{
public:
    struct Options
    {
        bool runsNothing = false; ///< The login shell of its users only says that it is not available.
        QString sudo{};           ///< What runs there as "sudo": a script of /bin/sh; empty: this computer's.
        QString environment{};    ///< What a login gets besides: "NAME=VALUE NAME=VALUE".
        QString mounts{};         ///< Commands of a shell that are run in its name space before; $home is root's home.
    };

    SshHost();
    explicit SshHost(const Options &options);
    ~SshHost();
    SshHost(const SshHost &) = delete;
    SshHost &operator=(const SshHost &) = delete;

    /// Empty where it runs; else why there can be none here.
    QString problem() const { return m_problem; }
    std::uint16_t port() const { return m_port; }
    QString home(const QString &user = QStringLiteral("root")) const { return m_folder.filePath(user); }
    QString folder() const { return m_folder.path(); }

    /// A file for ssh that calls it "pbs1" on @p port, and knows its key unless told otherwise.
    std::string config(std::uint16_t port, const QString &more = {}) const;
    std::string config() const { return config(m_port); }
    QString knownHosts() const { return m_folder.filePath(QStringLiteral("known")); }
    void changeKnownKey() const; ///< As if another host had been here before.

private:
    void make(const Options &options);
    void writeSudo(const QString &script) const;
    bool run(const QString &program, const QStringList &arguments);
    void write(const QString &name, const QString &text) const;

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_problem;
    std::uint16_t m_port = 0;
    mutable int m_configs = 0;
};

} // namespace espalier::test
