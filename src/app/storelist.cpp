// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storelist.h"

#include <algorithm>
#include <chrono>

namespace espalier {

namespace {

using namespace std::chrono_literals;

constexpr auto paceWhileWaiting = 3s;
constexpr auto paceElse = 20s;

/// Something is pending there that may become possible by itself.
bool waits(const OpenStore *store)
{
    const bool isLocked = store->state() && !store->state()->access.allowed;
    return store->plan().count(Verdict::Level::Waits) > 0 || (isLocked && !store->changes().empty());
}

} // namespace

StoreList::StoreList(BackendFactory factory, QObject *parent) : QObject(parent), m_factory(std::move(factory))
{
    m_watch.setInterval(paceElse);
    connect(&m_watch, &QTimer::timeout, this, &StoreList::lookAround);
}

StoreList::~StoreList() = default;

OpenStore *StoreList::open(const Place &place)
{
    const auto known = std::ranges::find(m_stores, place, [](const auto &store) -> const Place & { return store->place(); });
    if (known != m_stores.end()) {
        setActive(known->get());
        return known->get();
    }
    m_stores.push_back(std::make_unique<OpenStore>(m_factory(place)));
    OpenStore *store = m_stores.back().get();
    m_undo.addStack(store->undoStack());
    connect(store, &OpenStore::planChanged, this, &StoreList::adaptPace);
    connect(store, &OpenStore::stateChanged, this, &StoreList::adaptPace);
    connect(store->undoStack(), &QUndoStack::indexChanged, this, [this, store] { setActive(store); }); // somebody works there
    emit opened(store);
    setActive(store);
    store->load();
    adaptPace();
    return store;
}

void StoreList::close(OpenStore *store)
{
    const auto found = std::ranges::find(m_stores, store, &std::unique_ptr<OpenStore>::get);
    if (found == m_stores.end())
        return;
    emit aboutToClose(store);
    const std::unique_ptr<OpenStore> closing = std::move(*found);
    m_stores.erase(found);
    closing->disconnect(this);
    closing->undoStack()->disconnect(this);
    m_undo.removeStack(closing->undoStack());
    if (m_active == store)
        setActive(m_stores.empty() ? nullptr : m_stores.front().get());
    adaptPace();
    emit closed();
}

void StoreList::closeAll()
{
    while (!m_stores.empty())
        close(m_stores.back().get());
}

void StoreList::reload()
{
    for (const auto &store : m_stores)
        store->load();
}

std::vector<OpenStore *> StoreList::stores() const
{
    std::vector<OpenStore *> all;
    std::ranges::transform(m_stores, std::back_inserter(all), &std::unique_ptr<OpenStore>::get);
    return all;
}

bool StoreList::contains(const OpenStore *store) const
{
    return std::ranges::contains(m_stores, store, &std::unique_ptr<OpenStore>::get);
}

void StoreList::setActive(OpenStore *store)
{
    if (m_active == store)
        return;
    m_active = store;
    m_undo.setActiveStack(store ? store->undoStack() : nullptr);
    emit activeChanged(store);
}

void StoreList::lookAround()
{
    for (const auto &store : m_stores) {
        if (store->loadState() == OpenStore::LoadState::Ready)
            store->refreshState();
    }
}

void StoreList::adaptPace()
{
    const bool hurry = std::ranges::any_of(m_stores, [](const auto &store) { return waits(store.get()); });
    const auto pace = hurry ? paceWhileWaiting : paceElse;
    if (m_watch.intervalAsDuration() != pace)
        m_watch.setInterval(pace); // starts counting anew
    if (m_stores.empty())
        m_watch.stop();
    else if (!m_watch.isActive())
        m_watch.start();
}

} // namespace espalier
