// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>

#include <functional>

namespace espalier {

/// Secrets in the key ring of the desktop, by a name. Answers come later, in the caller's thread, and not at all once @p context is gone.
class KeyRing
{
public:
    virtual ~KeyRing() = default;

    virtual bool isAvailable() const = 0;
    /// An empty text where there is none, or the key ring stays closed.
    virtual void read(const QString &name, QObject *context, std::function<void(const QString &)> found) = 0;
    virtual void write(const QString &name, const QString &secret) = 0;
    virtual void remove(const QString &name) = 0;
};

/// The desktop's.
KeyRing &desktopKeyRing();

} // namespace espalier
