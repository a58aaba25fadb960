// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/agentfiles.h"

#include "core/wire/frames.h"

#include <QCoreApplication>
#include <QFile>
#include <QHash>
#include <QMutex>

namespace espalier {

namespace {

/// Where the agents may be, the nearest first.
QStringList folders()
{
    const QString program = QCoreApplication::applicationDirPath();
    QStringList all{program + QStringLiteral("/../libexec/espalier"), program + QStringLiteral("/agents")};
    if (const QString installed = QString::fromLatin1(ESPALIER_AGENT_DIRECTORY); !installed.isEmpty())
        all << installed;
    return all;
}

/// The file's hash stands beside it: it was made together with it.
std::optional<AgentFile> readAgent(const QString &machine)
{
    constexpr qint64 maxSize = 64LL * 1024 * 1024;
    constexpr qsizetype hashLength = 64;
    for (const QString &folder : folders()) {
        QFile file(folder + QStringLiteral("/espalier-agent-%1.gz").arg(machine));
        QFile hash(folder + QStringLiteral("/espalier-agent-%1.sha256").arg(machine));
        if (file.size() > maxSize || !file.open(QIODevice::ReadOnly) || !hash.open(QIODevice::ReadOnly))
            continue;
        const QByteArray digits = hash.readAll().left(hashLength);
        if (digits.size() == hashLength && QByteArray::fromHex(digits).toHex() == digits)
            return AgentFile{digits.toStdString(), file.readAll().toStdString()};
    }
    return std::nullopt;
}

} // namespace

std::string agentVersion()
{
    return "espalier-agent " ESPALIER_VERSION ", protocol " + std::to_string(wire::protocolVersion);
}

std::optional<AgentFile> agentFor(const std::string &machine)
{
    static QMutex mutex;
    static QHash<QString, AgentFile> known;
    const QString name = QString::fromStdString(machine);
    static const QStringList machines{QStringLiteral("x86_64"), QStringLiteral("aarch64")};
    if (!machines.contains(name))
        return std::nullopt;
    const QMutexLocker lock(&mutex);
    if (const auto at = known.constFind(name); at != known.cend())
        return *at;
    auto agent = readAgent(name);
    if (agent)
        known.insert(name, *agent);
    return agent;
}

} // namespace espalier
