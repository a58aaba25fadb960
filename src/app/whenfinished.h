// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace espalier {

/// Calls @p function with the result of @p future in the thread of @p context, never before this returns, and never after
/// @p context is gone. Unlike QFuture::then() several can wait for one future. A future without a result is not reported.
template<typename T, typename Function>
void whenFinished(const QFuture<T> &future, QObject *context, Function function)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, call = std::move(function)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            call(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace espalier
