// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/syncwords.h"

#include "text/messages.h"
#include "text/printable.h"

#include <QCoreApplication>

namespace espalier {

/// The name is the context of the translations.
class SyncWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::SyncWords)

public:
    static QString action(SyncAction action);
    static QString reason(SyncReason reason);
    static QString line(const SyncEvent &event, QString (*size)(std::uint64_t));

private:
    static QString times(const SyncEvent &event);
};

QString SyncWords::action(SyncAction action)
{
    switch (action) {
    case SyncAction::Copy: return tr("copy", "what becomes of a snapshot");
    case SyncAction::Check: return tr("check", "what becomes of a snapshot");
    case SyncAction::Resync: return tr("mend", "what becomes of a snapshot");
    case SyncAction::Skip: return tr("skip", "what becomes of a snapshot");
    case SyncAction::Remove: return tr("remove", "what becomes of a snapshot");
    case SyncAction::Keep: break;
    }
    return tr("keep", "what becomes of a snapshot");
}

QString SyncWords::reason(SyncReason reason)
{
    switch (reason) {
    case SyncReason::None: break;
    case SyncReason::InProgress: return tr("not finished at the source");
    case SyncReason::NotVerified: return tr("not verified at the source");
    case SyncReason::NotEncrypted: return tr("not encrypted");
    case SyncReason::OlderThanTarget: return tr("older than the newest at the target");
    case SyncReason::TransferLast: return tr("not among the last ones that the job takes");
    case SyncReason::Protected: return tr("protected");
    case SyncReason::MayRun: return tr("may be a backup that runs");
    case SyncReason::SourceUnsure: return tr("the source is empty or could not be listed completely");
    }
    return {};
}

/// "2026-03-01T22:30:00Z", or two of them.
QString SyncWords::times(const SyncEvent &event)
{
    QString text = event.from ? QString::fromStdString(event.from->toString()) : QString();
    if (event.to && event.to != event.from)
        text += QStringLiteral(" .. ") + QString::fromStdString(event.to->toString());
    return text;
}

QString SyncWords::line(const SyncEvent &event, QString (*size)(std::uint64_t))
{
    const QString target = text::namespaceName(event.target.toString());
    const QString group = event.group.empty() ? QString() : QStringLiteral("[%1] ").arg(printable(event.group));
    switch (event.what) {
    case SyncEvent::What::Namespace:
        return tr("Syncing the namespace %1 into %2: %3 of %4 groups")
            .arg(text::namespaceName(event.source.toString()), target)
            .arg(event.count)
            .arg(event.total);
    case SyncEvent::What::NamespaceMade: return tr("Made the namespace %1").arg(target);
    case SyncEvent::What::Skipped:
        return group + tr("%n snapshot(s) skipped (%1): %2", nullptr, int(event.count)).arg(times(event), reason(event.reason));
    case SyncEvent::What::Kept:
        return group + tr("%n snapshot(s) stay (%1): %2", nullptr, int(event.count)).arg(times(event), reason(event.reason));
    case SyncEvent::What::Copied:
        return group + tr("%1 copied, %n new chunk(s), %2", nullptr, int(event.count)).arg(times(event), size(event.bytes));
    case SyncEvent::What::Updated:
        return group + tr("%1 copied again, %n new chunk(s), %2", nullptr, int(event.count)).arg(times(event), size(event.bytes));
    case SyncEvent::What::Unchanged: return group + tr("%1 has not changed").arg(times(event));
    case SyncEvent::What::Gone: return group + tr("%1 went away at the source, or is not to be copied any more").arg(times(event));
    case SyncEvent::What::ClientLog: return group + tr("%1: the client's log was copied").arg(times(event));
    case SyncEvent::What::Removed: return group + tr("%n snapshot(s) removed (%1)", nullptr, int(event.count)).arg(times(event));
    case SyncEvent::What::NamespaceRemoved: return tr("Removed the namespace %1").arg(target);
    case SyncEvent::What::Waiting: return tr("A garbage collection of the target is running; waiting for its end");
    case SyncEvent::What::Problem: break;
    }
    return group + (event.error ? text::oneLine(*event.error) : QString());
}

namespace text {

QString syncActionWords(SyncAction action)
{
    return SyncWords::action(action);
}

QString syncReasonWords(SyncReason reason)
{
    return SyncWords::reason(reason);
}

QString syncEventLine(const SyncEvent &event, QString (*size)(std::uint64_t))
{
    return SyncWords::line(event, size);
}

} // namespace text

} // namespace espalier
