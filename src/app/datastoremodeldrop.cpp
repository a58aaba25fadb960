// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/datastoremodel.h"

#include "app/applystate.h"
#include "app/groupsmime.h"
#include "app/synccopy.h"
#include "app/syncend.h"
#include "text/messages.h"
#include "text/utf8.h"

#include <QMimeData>

#include <algorithm>

namespace espalier {

namespace {

DropAnswer refuse(const QString &reason)
{
    return {.text = DatastoreModel::tr("Not there: %1").arg(reason)};
}

DropAnswer refuse(const Error &reason)
{
    const text::Sentences sentences = text::sentences(reason);
    return refuse(sentences.why.isEmpty() ? sentences.what : DatastoreModel::tr("%1 %2", "what, why").arg(sentences.what, sentences.why));
}

QString moveText(const MovedItems &items, const NamespacePath &target)
{
    const QString to = text::namespaceName(target.toString());
    if (items.groups.empty())
        return DatastoreModel::tr("Move %n namespace(s) to %1", nullptr, int(items.namespaces.size())).arg(to);
    if (!items.namespaces.empty())
        return DatastoreModel::tr("Move %n item(s) to %1", nullptr, int(items.size())).arg(to);
    return DatastoreModel::tr("Move %n group(s) to %1", nullptr, int(items.groups.size())).arg(to);
}

DropAnswer answer(const Verdict &verdict, const MovedItems &items, OpenStore *store, const NamespacePath &target)
{
    const QString move = moveText(items, target);
    const QString reason = verdict.reason ? text::sentences(*verdict.reason).what : QString();
    switch (verdict.level) {
    case Verdict::Level::WillDo: return {true, move, store, target, nullptr};
    case Verdict::Level::Waits:
        //: %1 "Move 3 groups to a/b", %2 why it waits
        return {true, DatastoreModel::tr("%1 (waits: %2)").arg(move, reason), store, target, nullptr};
    case Verdict::Level::NeedsAttention:
        //: %1 "Move 3 groups to a/b", %2 a sentence
        return {true, DatastoreModel::tr("%1 (needs attention: %2)").arg(move, reason), store, target, nullptr};
    case Verdict::Level::Refused: break;
    }
    return verdict.reason ? refuse(*verdict.reason) : refuse(QString());
}

/// What is dropped on another datastore is copied there, by a sync.
DropAnswer copyAnswer(const MovedItems &items, OpenStore *source, OpenStore *store, const NamespacePath &target)
{
    for (const OpenStore *end : {source, store}) {
        if (const QString why = whyNoSyncEnd(*end); !why.isEmpty())
            return refuse(why);
    }
    if (const auto copy = copyOptions(source->tree(), items, store->tree(), target); !copy)
        return refuse(copy.error());
    const QString to = text::namespaceName(target.toString());
    const QString words = items.groups.empty()
        ? DatastoreModel::tr("Copy %n namespace(s) to %1 of %2…", nullptr, int(items.namespaces.size())).arg(to, storeName(*store))
        : DatastoreModel::tr("Copy %n group(s) to %1 of %2…", nullptr, int(items.groups.size())).arg(to, storeName(*store));
    return {true, words, store, target, source};
}

} // namespace

/// Null where @p place is not open.
OpenStore *DatastoreModel::storeAt(const QString &place) const
{
    const auto open = stores();
    const auto found
        = std::ranges::find_if(open, [&place](const OpenStore *store) { return toQString(store->place().toString()) == place; });
    return found == open.end() ? nullptr : *found;
}

DropAnswer DatastoreModel::checkDrop(const DropQuestion &question, const QModelIndex &target) const
{
    if (!question.groups)
        return {};
    const auto item = itemAt(target);
    if (question.groups->hasOthers)
        return refuse(tr("Only groups and namespaces can be moved; something else is selected as well."));
    if (!item || (item->kind != ItemKind::Store && item->kind != ItemKind::Namespace))
        return refuse(tr("Groups and namespaces can be dropped on namespaces and datastores."));
    const std::string name = item->store->place().name();
    OpenStore *const source = storeAt(question.groups->store);
    if (!source)
        return refuse(Error{Error::Kind::InvalidInput, MessageId::PlanOtherStore, {name}});
    if (source != item->store)
        return copyAnswer(question.groups->items, source, item->store, item->ns);
    if (question.wantsCopy)
        return refuse(Error{Error::Kind::InvalidInput, MessageId::PlanCopyInsideStore, {name}});
    const Verdict verdict = item->store->checkDrop(question.groups->items, item->ns);
    return answer(verdict, question.groups->items, item->store, item->ns);
}

QStringList DatastoreModel::mimeTypes() const
{
    return {QLatin1StringView(groupsMimeType)};
}

QMimeData *DatastoreModel::mimeData(const QModelIndexList &indexes) const
{
    QList<ItemRef> items;
    for (const QModelIndex &index : indexes) {
        const auto item = index.column() == Name ? itemAt(index) : std::nullopt;
        if (item)
            items.append(*item);
    }
    items = topmost(items);
    if (items.isEmpty())
        return nullptr;
    OpenStore *const store = items.first().store;
    const bool hasOthers = std::ranges::any_of(items, [store](const ItemRef &item) {
        return (item.kind != ItemKind::Group && item.kind != ItemKind::Namespace) || item.store != store;
    });
    auto mime = std::make_unique<QMimeData>();
    encode({toQString(store->place().toString()), movedItems(items, store), hasOthers}, *mime);
    return mime.release();
}

Qt::DropActions DatastoreModel::supportedDragActions() const
{
    return Qt::CopyAction;
}

Qt::DropActions DatastoreModel::supportedDropActions() const
{
    return Qt::MoveAction | Qt::CopyAction;
}

bool DatastoreModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent) const
{
    return data && checkDrop({decodeGroups(*data), false}, parent).accepted;
}

bool DatastoreModel::dropMimeData(const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent)
{
    const DropQuestion question{data ? decodeGroups(*data) : std::nullopt, false};
    const DropAnswer there = checkDrop(question, parent);
    if (there.source)
        emit copyRequested(there.source, question.groups->items, there.store, there.target);
    else if (there.accepted)
        emit moveRequested(there.store, question.groups->items, there.target);
    return false;
}

} // namespace espalier
