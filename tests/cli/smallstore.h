// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>

namespace espalier::test {

/// A datastore of a few empty files on the real file system, enough for everything that does not read manifests:
///
///     ct/5                      1 snapshot
///     a/vm/100                  3 snapshots
///     a/vm/101  b/vm/101        2 snapshots each
///     c/d                       empty
class SmallStore
{
public:
    explicit SmallStore(const QString &directory);

    const QString &path() const { return m_path; }
    QString path(const QString &below) const { return m_path + u'/' + below; }

    void addSnapshot(const QString &group, const QString &time) const; ///< @p group as a path: "ns/a/vm/100".
    void addFile(const QString &file, const QByteArray &content) const;

    /// Every file and directory with its permissions and content, but for `.chunks`; what must be equal before and after.
    std::map<QString, QByteArray> content() const;

    /// The directories of all groups: "ns/a/vm/100".
    QStringList groups() const;

private:
    void addGroup(const QString &group, int snapshots) const;

    QString m_path;
};

} // namespace espalier::test
