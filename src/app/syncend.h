// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace espalier {

/// One end of a sync: an open datastore, whose manifests are read as soon as it is chosen and whenever its tree is new.
class SyncEnd : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    OpenStore *store() const { return m_store; } ///< Null: none, or it was closed.
    void setStore(OpenStore *store);

    const Tree &tree() const; ///< With details as far as hasDetails() says; empty without a store.
    bool hasDetails() const { return m_detailed.has_value(); }
    const ScanProgress &progress() const { return m_progress; } ///< Of the reading.
    const std::optional<Error> &error() const { return m_error; }

signals:
    void changed(); ///< store() or tree() is new.
    void progressChanged();

private:
    void read();

    QPointer<OpenStore> m_store;
    Tree m_none;
    std::optional<Tree> m_detailed;
    std::optional<Error> m_error;
    ScanProgress m_progress;
    unsigned m_asked = 0; ///< Answers to earlier questions are dropped.
};

/// Why @p store cannot be an end of a sync yet, as a sentence; empty where it can.
QString whyNoSyncEnd(const OpenStore &store);

} // namespace espalier
