// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshhosts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

namespace espalier {

namespace {

constexpr int maxIncludes = 16; // as ssh itself has it
constexpr qint64 maxSize = 1024 * 1024;

QString userFolder()
{
    return QDir::homePath() + QStringLiteral("/.ssh");
}

/// The words of a line: between blanks or one "=", quoted ones whole.
QStringList words(const QString &line)
{
    QStringList list;
    QString word;
    bool isQuoted = false;
    bool wasQuoted = false;
    const auto end = [&] {
        if (!word.isEmpty() || wasQuoted)
            list << word;
        word.clear();
        wasQuoted = false;
    };
    for (const QChar c : line) {
        if (c == u'"') {
            isQuoted = !isQuoted;
            wasQuoted = true;
        } else if (!isQuoted && (c.isSpace() || (c == u'=' && list.size() + (word.isEmpty() ? 0 : 1) <= 1))) {
            end();
        } else {
            word += c;
        }
    }
    end();
    return list;
}

/// The files that a pattern of `Include` means: relative ones are the user's.
QStringList included(QString pattern)
{
    if (pattern.startsWith(QStringLiteral("~/")))
        pattern = QDir::homePath() + pattern.mid(1);
    const QFileInfo file(QDir::isAbsolutePath(pattern) ? pattern : userFolder() + u'/' + pattern);
    QStringList files;
    const QStringList names = file.dir().entryList({file.fileName()}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        files << file.dir().filePath(name);
    return files;
}

void addHosts(const QString &fileName, int depth, QStringList &hosts)
{
    QFile file(fileName);
    if (depth > maxIncludes || file.size() > maxSize || !file.open(QIODevice::ReadOnly))
        return;
    QTextStream lines(&file);
    while (!lines.atEnd()) {
        const QString line = lines.readLine().trimmed();
        const QStringList parts = line.startsWith(u'#') ? QStringList() : words(line);
        if (parts.size() < 2)
            continue;
        const bool isInclude = parts.front().compare(QLatin1String("Include"), Qt::CaseInsensitive) == 0;
        const bool isHost = parts.front().compare(QLatin1String("Host"), Qt::CaseInsensitive) == 0;
        for (const QString &each : parts.sliced(1)) {
            if (isInclude) {
                for (const QString &other : included(each))
                    addHosts(other, depth + 1, hosts);
            } else if (isHost && !each.contains(u'*') && !each.contains(u'?') && !each.startsWith(u'!') && !hosts.contains(each)) {
                hosts << each;
            }
        }
    }
}

} // namespace

QStringList hostsOfSshConfig(const QString &fileName)
{
    QStringList hosts;
    addHosts(fileName, 0, hosts);
    return hosts;
}

QStringList hostsOfSshConfig()
{
    return hostsOfSshConfig(userFolder() + QStringLiteral("/config"));
}

} // namespace espalier
