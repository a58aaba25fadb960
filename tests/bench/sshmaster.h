// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "measure.h"
#include "remote/makeservice.h"

#include <QProcess>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>

namespace espalier::bench {

inline double timed(const std::function<void()> &work)
{
    const double start = monotonicSeconds();
    work();
    return monotonicSeconds() - start;
}

inline void must(bool isTrue, const std::string &what)
{
    if (!isTrue)
        throw std::runtime_error(what);
}

/// An open connection to a store on the host of @p config.
inline std::shared_ptr<StoreService> serviceFor(const std::string &config, const std::string &store)
{
    auto service = makeService(Place::fromString("ssh://pbs1" + store).value(), {.ssh = {.configFile = config}});
    const auto opened = service->open();
    must(opened.has_value(), opened ? "" : "opening failed: " + std::string(messageName(opened.error().id)));
    return service;
}

/// Another login to the host that is there already, for commands without the time of one.
class Master
{
public:
    explicit Master(const std::string &config) : m_config(QString::fromStdString(config))
    {
        m_process.start(QStringLiteral("ssh"), QStringList{QStringLiteral("-M"), QStringLiteral("-N")} + options());
        for (int i = 0; i < 100 && run({QStringLiteral("true")}) != 0; ++i)
            m_process.waitForFinished(100);
    }
    ~Master()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }

    /// Its output is thrown away, as in Usage.
    int run(const QStringList &command) const
    {
        QProcess process;
        process.setStandardOutputFile(QProcess::nullDevice());
        process.start(QStringLiteral("ssh"), options() + command);
        process.waitForFinished(-1);
        return process.exitCode();
    }

    QStringList options() const
    {
        return {QStringLiteral("-F"), m_config, QStringLiteral("-S"), m_folder.filePath(QStringLiteral("s")), QStringLiteral("pbs1")};
    }

private:
    QTemporaryDir m_folder;
    QString m_config;
    QProcess m_process;
};

} // namespace espalier::bench
