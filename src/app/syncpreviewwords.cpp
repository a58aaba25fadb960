// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncpreviewwords.h"

#include "app/formats.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/syncwords.h"

namespace espalier {

namespace {

QString nameOf(const NamespacePath &ns)
{
    return text::namespaceName(ns.toString());
}

} // namespace

QString SyncPreviewWords::outcome(SyncOutcome outcome)
{
    switch (outcome) {
    case SyncOutcome::NewNamespace: return tr("new namespace", "what a sync does");
    case SyncOutcome::Refused: return tr("refused", "what a sync does");
    case SyncOutcome::Copy: return text::syncActionWords(SyncAction::Copy);
    case SyncOutcome::Resync: return text::syncActionWords(SyncAction::Resync);
    case SyncOutcome::Check: return text::syncActionWords(SyncAction::Check);
    case SyncOutcome::Remove: return text::syncActionWords(SyncAction::Remove);
    case SyncOutcome::Keep: return text::syncActionWords(SyncAction::Keep);
    case SyncOutcome::Skip: break;
    }
    return text::syncActionWords(SyncAction::Skip);
}

QString SyncPreviewWords::reason(const SyncRow &row)
{
    if (row.refused)
        return text::oneLine(*row.refused);
    if (row.outcome == SyncOutcome::Remove)
        return row.mark || row.group ? tr("the source does not have it any more") : tr("the source has no such namespace");
    return row.mark ? text::syncReasonWords(row.mark->reason) : QString();
}

QString SyncPreviewWords::remark(const MappingRemark &remark)
{
    const QString path = nameOf(remark.path);
    const QString better = nameOf(remark.better);
    switch (remark.what) {
    case MappingRemark::What::RepeatsLevel:
        return tr("The mapping repeats a level: %1. Perhaps you want to copy into %2.").arg(path, better);
    case MappingRemark::What::SameNameBelow:
        return tr("At the target there is a namespace %1 already. Perhaps you want to copy into it.").arg(path);
    case MappingRemark::What::IntoRoot: break;
    }
    return tr("Groups of the namespace land in the root of the target. Perhaps you want to copy into %1.").arg(better);
}

QString SyncPreviewWords::fate(MappedNamespace::Fate fate)
{
    switch (fate) {
    case MappedNamespace::Fate::Present: break;
    case MappedNamespace::Fate::New: return tr("will be made at the target");
    case MappedNamespace::Fate::Homeless: return tr("cannot be made at the target: its parent is not there");
    case MappedNamespace::Fate::TooDeep: return tr("would be too deep at the target");
    case MappedNamespace::Fate::BeyondDepth: return tr("left out by the depth");
    }
    return tr("is at the target already");
}

QString SyncPreviewWords::range(const SyncOptions &options)
{
    const QString top = nameOf(options.source);
    if (!options.maxDepth)
        return tr("Copies %1 with everything below.").arg(top);
    return *options.maxDepth == 0 ? tr("Copies %1 alone, without the namespaces below.").arg(top)
                                  : tr("Copies %1 with %n level(s) below.", nullptr, *options.maxDepth).arg(top);
}

QString SyncPreviewWords::mapping(const SyncMapping &mapping, const SyncOptions &options)
{
    if (!mapping.hasSource)
        return tr("The source has no namespace %1.").arg(nameOf(options.source));
    QStringList sentences{range(options)};
    if (const auto made = int(mapping.count(MappedNamespace::Fate::New)); made > 0)
        sentences << tr("Makes %n namespace(s) under %1.", nullptr, made)
                         .arg(nameOf(mapping.namespaces.front().fate == MappedNamespace::Fate::New ? options.target.parent()
                                                                                                   : options.target));
    if (const auto left = int(mapping.count(MappedNamespace::Fate::BeyondDepth)); left > 0)
        sentences << tr("The depth leaves %n namespace(s) out.", nullptr, left);
    if (const auto deep = int(mapping.count(MappedNamespace::Fate::TooDeep)); deep > 0)
        sentences << tr("%n namespace(s) would be too deep at the target.", nullptr, deep);
    if (mapping.count(MappedNamespace::Fate::Homeless) > 0)
        sentences << tr("The namespace %1 is not there, and a sync makes one level at a time.").arg(nameOf(options.target.parent()));
    return sentences.join(u' ');
}

QString SyncPreviewWords::sums(const ShownSync &shown)
{
    QStringList parts;
    if (shown.newNamespaces > 0)
        parts << tr("makes %n namespace(s)", nullptr, int(shown.newNamespaces));
    parts << (shown.copied > 0 ? tr("copies %n snapshot(s), %1 before deduplication", nullptr, int(shown.copied)).arg(sizeText(shown.bytes))
                               : tr("copies nothing"));
    if (shown.checked > 0)
        parts << tr("checks %n snapshot(s) again", nullptr, int(shown.checked));
    if (shown.skipped > 0)
        parts << tr("skips %n snapshot(s)", nullptr, int(shown.skipped));
    if (shown.refused > 0)
        parts << tr("refuses %n group(s)", "or namespaces", int(shown.refused));
    return parts.join(QStringLiteral(" · "));
}

/// Which protected ones stay, the first few by name.
QString SyncPreviewWords::protectedOnes(const ShownSync &shown)
{
    constexpr int named = 3;
    QStringList names;
    int count = 0;
    for (const SyncRow &row : shown.rows) {
        if (!row.mark || row.outcome != SyncOutcome::Keep || row.mark->reason != SyncReason::Protected)
            continue;
        if (++count <= named)
            names << QStringLiteral("%1/%2").arg(printable(row.group->id.toString()), QString::fromStdString(row.mark->time.toString()));
    }
    if (count > named)
        names << QStringLiteral("…");
    return count > 0 ? tr("%n protected one(s) stay: %1", nullptr, count).arg(names.join(QStringLiteral(", "))) : QString();
}

QString SyncPreviewWords::removal(const ShownSync &shown)
{
    QStringList parts;
    if (shown.removed > 0)
        parts << tr("removes %n snapshot(s) for good", nullptr, int(shown.removed));
    if (shown.removedPlaces > 0)
        parts << tr("removes %n namespace(s) or group(s) that are empty then", nullptr, int(shown.removedPlaces));
    if (const int groups = int(shown.removals.emptied()); groups > 0)
        parts << tr("%n group(s) lose their last one", nullptr, groups);
    if (const QString stay = protectedOnes(shown); !stay.isEmpty())
        parts << stay;
    return parts.join(QStringLiteral(" · "));
}

QString SyncPreviewWords::matches(const SyncAnswer &answer)
{
    const auto of = answer.groups ? int(answer.groups->size()) : 0;
    return tr("%1 of %n group(s) match.", nullptr, of).arg(answer.taken());
}

QString SyncPreviewWords::choice(const GroupChoice &choice, const std::vector<GroupFilter> &filters)
{
    const QString decisive = choice.filter ? filter(filters.at(*choice.filter)) : QString();
    switch (choice.answer) {
    case FilterAnswer::Yes: return choice.filter ? tr("taken by “%1”").arg(decisive) : tr("nothing excludes it");
    case FilterAnswer::Maybe: return tr("not known: the pattern cannot be judged here");
    case FilterAnswer::No: break;
    }
    return choice.filter ? tr("left out by “%1”").arg(decisive) : tr("no filter includes it");
}

QString SyncPreviewWords::filter(const GroupFilter &filter)
{
    const QString value = printable(filter.value);
    switch (filter.kind) {
    case GroupFilter::Kind::Type: return filter.isExclude ? tr("not type %1").arg(value) : tr("type %1").arg(value);
    case GroupFilter::Kind::Group: return filter.isExclude ? tr("not %1", "a group").arg(value) : value;
    case GroupFilter::Kind::Regex: break;
    }
    return filter.isExclude ? tr("not /%1/", "a pattern").arg(value) : tr("/%1/", "a pattern").arg(value);
}

} // namespace espalier
