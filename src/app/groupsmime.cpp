// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/groupsmime.h"

#include "text/utf8.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMimeData>
#include <QUrl>

namespace espalier {

namespace {

constexpr qsizetype largestMime = 16 * 1024 * 1024;
constexpr int mimeVersion = 2;

QString pathText(const GroupPlace &place)
{
    const QString group = toQString(place.second.toString());
    return place.first.isRoot() ? group : toQString(place.first.toString()) + QLatin1Char('/') + group;
}

QJsonArray groupsJson(const std::vector<GroupPlace> &groups)
{
    QJsonArray array;
    for (const auto &[ns, group] : groups)
        array.append(QJsonObject{{QStringLiteral("ns"), toQString(ns.toString())}, {QStringLiteral("group"), toQString(group.toString())}});
    return array;
}

std::optional<GroupPlace> readPlace(const QJsonValue &value)
{
    const QJsonValue ns = value[QStringLiteral("ns")];
    const QJsonValue group = value[QStringLiteral("group")];
    if (!ns.isString() || !group.isString())
        return std::nullopt;
    auto path = NamespacePath::fromString(toStdString(ns.toString()));
    auto id = GroupId::fromString(toStdString(group.toString()));
    if (!path || !id)
        return std::nullopt;
    return GroupPlace(std::move(*path), std::move(*id));
}

} // namespace

void encode(const GroupsMime &groups, QMimeData &mime)
{
    QJsonArray namespaces;
    for (const NamespacePath &ns : groups.items.namespaces)
        namespaces.append(toQString(ns.toString()));
    QJsonObject object{{QStringLiteral("store"), groups.store},
                       {QStringLiteral("groups"), groupsJson(groups.items.groups)},
                       {QStringLiteral("namespaces"), namespaces}};
    mime.setData(QStringLiteral("application/json"), QJsonDocument(object).toJson());
    object.insert(QStringLiteral("version"), mimeVersion);
    object.insert(QStringLiteral("others"), groups.hasOthers);
    mime.setData(QLatin1StringView(groupsMimeType), QJsonDocument(object).toJson(QJsonDocument::Compact));

    QStringList lines;
    for (const NamespacePath &ns : groups.items.namespaces)
        lines.append(toQString(ns.toString()));
    for (const GroupPlace &place : groups.items.groups)
        lines.append(pathText(place));
    mime.setText(lines.join(QLatin1Char('\n')));
}

std::optional<GroupsMime> decodeGroups(const QMimeData &mime)
{
    if (!mime.hasFormat(QLatin1StringView(groupsMimeType)))
        return std::nullopt;
    const QByteArray bytes = mime.data(QLatin1StringView(groupsMimeType));
    if (bytes.size() > largestMime)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonValue store = document[QStringLiteral("store")];
    const QJsonValue groups = document[QStringLiteral("groups")];
    if (document[QStringLiteral("version")].toInt() != mimeVersion || !store.isString() || !groups.isArray())
        return std::nullopt;

    GroupsMime result{store.toString(), {}, document[QStringLiteral("others")].toBool()};
    const QJsonArray array = groups.toArray();
    result.items.groups.reserve(std::size_t(array.size()));
    for (const QJsonValue &value : array) {
        auto place = readPlace(value);
        if (!place)
            return std::nullopt;
        result.items.groups.push_back(std::move(*place));
    }
    const QJsonArray namespaces = document[QStringLiteral("namespaces")].toArray();
    for (const QJsonValue &value : namespaces) {
        auto path = NamespacePath::fromString(toStdString(value.toString()));
        if (!value.isString() || !path || path->isRoot())
            return std::nullopt;
        result.items.namespaces.push_back(std::move(*path));
    }
    if (result.items.empty() && !result.hasOthers)
        return std::nullopt;
    return result;
}

QStringList localPathsIn(const QMimeData &mime)
{
    QStringList paths;
    const QList<QUrl> urls = mime.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace espalier
