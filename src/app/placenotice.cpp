// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/placenotice.h"

#include "app/applystate.h"
#include "app/opendialog.h"
#include "app/openstore.h"
#include "text/maintenancewords.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/taskwords.h"
#include "text/utf8.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <QUrl>

namespace espalier {

/// The context of the translations, and the store they speak of.
class PlaceWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::PlaceWords)

public:
    explicit PlaceWords(const OpenStore &store) : m_store(store) {}

    QString readOnly(const Error &reason) const
    {
        return tr("%1 is read-only. %2", "name of a datastore, reason").arg(storeName(m_store), text::oneLine(reason));
    }
    QString failed(const Error &reason) const
    {
        return tr("%1 could not be read. %2", "path, reason").arg(printable(m_store.place().toString()), text::oneLine(reason));
    }
    PlaceNotice maintenance(const HeldMaintenance &held, bool isOwn) const;
    QString activity() const;

private:
    QString work(const Activity &activity) const;

    const OpenStore &m_store;
};

QString PlaceWords::work(const Activity &activity) const
{
    const QString name = storeName(m_store);
    if (activity.garbageCollection)
        return tr("GC of %1: running").arg(name);
    if (activity.tasks.size() == 1)
        return tr("%1: %2", "datastore, running task of PBS").arg(name, text::taskWords(activity.tasks.front().description));
    if (!activity.tasks.empty())
        return tr("%1: %n PBS task(s) running", nullptr, int(activity.tasks.size())).arg(name);
    if (activity.readers + activity.writers > 0)
        return tr("%1: in use by %n operation(s)", nullptr, activity.readers + activity.writers).arg(name);
    return tr("%1: idle").arg(name);
}

PlaceNotice PlaceWords::maintenance(const HeldMaintenance &held, bool isOwn) const
{
    if (!held.isGuarded) {
        const Error leftOver{Error::Kind::Conflict, MessageId::MaintenanceLeftOver, {toStdString(storeName(m_store))}, 0};
        return {.kind = MessageBar::Kind::Warning, .text = text::oneLine(leftOver), .betterPath = {}, .endsMaintenance = true};
    }
    const QString mode = text::maintenanceValueWords(held.ours);
    const QString words = isOwn
        ? tr("%1 is in maintenance mode until it is ended here, or the datastore is closed: %2", "name of a datastore, mode")
        : tr("%1 is in maintenance mode, which another Espalier has set and ends: %2", "name of a datastore, mode");
    return {.kind = MessageBar::Kind::Information, .text = words.arg(storeName(m_store), mode), .betterPath = {}, .endsMaintenance = isOwn};
}

QString PlaceWords::activity() const
{
    switch (m_store.loadState()) {
    case OpenStore::LoadState::Opening: return tr("%1: opening…").arg(storeName(m_store));
    case OpenStore::LoadState::Scanning: return tr("%1: reading…").arg(storeName(m_store));
    case OpenStore::LoadState::Failed: return tr("%1: not readable").arg(storeName(m_store));
    case OpenStore::LoadState::Ready: break;
    }
    if (!m_store.state())
        return storeName(m_store);
    const Activity &activity = m_store.state()->activity;
    const QString now = work(activity);
    if (!activity.configured || activity.configured->maintenanceMode.empty())
        return now;
    return tr("%1, maintenance mode %2").arg(now, printable(activity.configured->maintenanceMode));
}

namespace {

/// @p path as the window opens it: on the host of @p place.
QString onSameHost(const Place &place, const QString &path)
{
    if (path.isEmpty() || place.kind() == Place::Kind::Directory)
        return path;
    QUrl url;
    url.setScheme(QStringLiteral("ssh"));
    url.setUserName(toQString(place.user()));
    url.setHost(toQString(place.host()));
    url.setPort(place.port() == 0 ? -1 : place.port());
    url.setPath(path);
    return url.toString(QUrl::FullyEncoded);
}

bool isConnecting(const Error &error)
{
    return error.kind == Error::Kind::Unreachable;
}

} // namespace

std::optional<PlaceNotice> placeNotice(const OpenStore *store, bool holdsMaintenance)
{
    if (!store)
        return std::nullopt;
    const PlaceWords words(*store);
    if (store->loadState() == OpenStore::LoadState::Failed && store->error())
        return PlaceNotice{
            MessageBar::Kind::Error,      words.failed(*store->error()), onSameHost(store->place(), betterPath(*store->error())), true, {},
            isConnecting(*store->error())};
    if (store->loss())
        return PlaceNotice{MessageBar::Kind::Error, text::oneLine(*store->loss()), {}, true, {}, true};
    if (store->state() && store->state()->heldMaintenance)
        return words.maintenance(*store->state()->heldMaintenance, holdsMaintenance);
    const bool isReadOnly = store->state() && !store->state()->access.allowed && store->state()->access.reason;
    if (isReadOnly)
        return PlaceNotice{MessageBar::Kind::Warning, words.readOnly(*store->state()->access.reason), {}, true, store->state()->hostBehind};
    return std::nullopt;
}

QString activityText(const OpenStore &store)
{
    return PlaceWords(store).activity();
}

} // namespace espalier
