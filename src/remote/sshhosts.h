// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

namespace espalier {

/// The hosts that a configuration of ssh names one by one (ssh_config(5)): patterns and negations are left out, `Include` is followed.
/// In the file's order, each once; empty where the file cannot be read. Any thread; reads files.
QStringList hostsOfSshConfig(const QString &fileName);

/// The same of the user's `~/.ssh/config`.
QStringList hostsOfSshConfig();

} // namespace espalier
