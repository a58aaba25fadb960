// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncend.h"

#include "app/applystate.h"
#include "app/whenfinished.h"

namespace espalier {

void SyncEnd::setStore(OpenStore *store)
{
    if (m_store == store)
        return;
    if (m_store) {
        m_store->disconnect(this);
        m_store->backend().disconnect(this);
    }
    m_store = store;
    if (store) {
        connect(store, &OpenStore::loadStateChanged, this, [this] {
            if (m_store->loadState() == OpenStore::LoadState::Ready)
                read();
            else
                emit changed();
        });
        connect(store, &QObject::destroyed, this, &SyncEnd::changed);
        connect(&store->backend(), &Backend::detailsProgress, this, [this](const ScanProgress &progress) {
            m_progress = progress;
            emit progressChanged();
        });
    }
    read();
}

const Tree &SyncEnd::tree() const
{
    if (m_detailed)
        return *m_detailed;
    return m_store ? m_store->tree() : m_none;
}

void SyncEnd::read()
{
    const unsigned asked = ++m_asked;
    m_detailed.reset();
    m_error.reset();
    m_progress = {};
    emit changed();
    if (!m_store || m_store->loadState() != OpenStore::LoadState::Ready)
        return;
    whenFinished(m_store->backend().readAllDetails(m_store->tree()), this, [this, asked](const Result<ScanResult> &result) {
        if (asked != m_asked)
            return;
        if (result)
            m_detailed = result->tree;
        else
            m_error = result.error();
        emit changed();
    });
}

QString whyNoSyncEnd(const OpenStore &store)
{
    if (store.loadState() != OpenStore::LoadState::Ready)
        return SyncEnd::tr("%1 has not been read.").arg(storeName(store));
    return {};
}

} // namespace espalier
