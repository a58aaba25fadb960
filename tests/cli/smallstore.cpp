// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallstore.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <stdexcept>

namespace espalier::test {

SmallStore::SmallStore(const QString &directory) : m_path(directory)
{
    QDir().mkpath(path(QStringLiteral(".chunks")));
    addFile(QStringLiteral(".lock"), {});
    addGroup(QStringLiteral("ct/5"), 1);
    addGroup(QStringLiteral("ns/a/vm/100"), 3);
    addGroup(QStringLiteral("ns/a/vm/101"), 2);
    addGroup(QStringLiteral("ns/b/vm/101"), 2);
    QDir().mkpath(path(QStringLiteral("ns/c/ns/d")));
}

void SmallStore::addGroup(const QString &group, int snapshots) const
{
    addFile(group + QStringLiteral("/owner"), "backup@pbs\n");
    const QDateTime first = QDateTime::fromString(QStringLiteral("2026-01-01T00:00:00Z"), Qt::ISODate);
    for (int i = 0; i < snapshots; ++i)
        addSnapshot(group, first.addDays(i).toString(Qt::ISODate));
}

void SmallStore::addSnapshot(const QString &group, const QString &time) const
{
    addFile(group + u'/' + time + QStringLiteral("/index.json.blob"), {});
}

void SmallStore::addFile(const QString &file, const QByteArray &content) const
{
    const QString whole = path(file);
    QDir().mkpath(QFileInfo(whole).path());
    QFile out(whole);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size())
        throw std::runtime_error("cannot write " + whole.toStdString());
}

std::map<QString, QByteArray> SmallStore::content() const
{
    std::map<QString, QByteArray> all;
    QDirIterator entries(m_path, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QFileInfo entry = entries.nextFileInfo();
        QByteArray text = QByteArray::number(entry.permissions().toInt(), 16) + (entry.isDir() ? " directory" : " file ");
        if (QFile file(entry.filePath()); entry.isFile() && file.open(QIODevice::ReadOnly))
            text += file.readAll();
        all[entry.filePath().mid(m_path.size() + 1)] = text;
    }
    return all;
}

QStringList SmallStore::groups() const
{
    QStringList owners;
    for (const auto &[name, text] : content()) {
        if (name.endsWith(QStringLiteral("/owner")))
            owners << name.chopped(6);
    }
    return owners;
}

} // namespace espalier::test
