// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/grouppage.h"

#include "app/formats.h"
#include "app/highlighting.h"
#include "app/icons.h"
#include "app/treecells.h"
#include "app/treewords.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"
#include "ui_grouppage.h"

namespace espalier {

namespace {

constexpr int titleIconSize = 24;

QString titleText(const Group &group)
{
    const QString id = toQString(group.id.toString());
    const QString comment = printable(group.displayComment());
    return comment.isEmpty() ? id : QStringLiteral("%1 · %2").arg(id, comment);
}

QString spanText(const Group &group)
{
    if (group.snapshots.empty())
        return GroupPage::tr("no snapshots");
    const QString first = dateText(group.snapshots.front().time.epoch());
    const QString last = dateText(group.snapshots.back().time.epoch());
    //: %1 and %2 are dates
    return first == last ? first : GroupPage::tr("%1 to %2").arg(first, last);
}

QString countText(const Group &group)
{
    const GroupSummary summary(group);
    QStringList words{QString::number(summary.total)};
    if (summary.protectedOnes > 0)
        words.append(GroupPage::tr("%n protected", nullptr, summary.protectedOnes));
    if (summary.unfinished > 0)
        words.append(GroupPage::tr("%n unfinished", nullptr, summary.unfinished));
    return words.join(QStringLiteral(", "));
}

QString stateText(const ItemRef &item, const Group &group)
{
    QStringList lines;
    const auto mark = item.store->projection().mark(item.ns, *item.group);
    const QString other = text::namespaceName(mark.other.toString());
    if (mark.mark == Mark::MovesAway)
        lines.append(GroupPage::tr("A pending change moves it to %1.").arg(other));
    if (mark.mark == Mark::Arrives)
        lines.append(GroupPage::tr("It comes from %1 by a pending change.").arg(other));
    if (mark.mark == Mark::Merges)
        lines.append(GroupPage::tr("A pending change merges the group of %1 into it.").arg(other));
    if (mark.mark == Mark::Deleted)
        lines.append(GroupPage::tr("A pending change removes it with all its snapshots."));
    if (mark.mark == Mark::Edited)
        lines.append(GroupPage::tr("A pending change alters its owner, notes or protection, or removes some of its snapshots."));
    if (!group.owner)
        lines.append(GroupPage::tr("PBS does not show this group: its owner file is missing or cannot be read."));
    if (group.hasForeignEntries)
        lines.append(GroupPage::tr("Something that is not from PBS lies in its directory."));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

GroupPage::GroupPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::GroupPage>())
{
    m_ui->setupUi(this);
    connect(m_ui->timeline, &Timeline::chosen, this, &GroupPage::snapshotChosen);
}

GroupPage::~GroupPage() = default;

void GroupPage::show(const ItemRef &item)
{
    m_item = item;
    m_ui->timeline->setGroup(nullptr);
    m_ui->notesEdit->clear();
    item.store->requestDetails(item.ns, *item.group);
    refresh();
    requestNotes();
}

void GroupPage::refresh()
{
    if (!m_item)
        return;
    if (const auto group = m_item->store->projection().tree.find(m_item->ns, *m_item->group))
        showGroup(group);
}

void GroupPage::showGroup(const std::shared_ptr<const Group> &group)
{
    const QString unread = tr("not read yet");
    const bool known = group->hasDetails();
    m_ui->iconLabel->setPixmap(icon(groupIcon(group->id.type())).pixmap(QSize(titleIconSize, titleIconSize), devicePixelRatioF()));
    m_ui->iconLabel->setToolTip(toQString(toString(group->id.type())));
    m_ui->titleLabel->setText(titleText(*group));
    m_ui->ownerLabel->setText(group->owner ? toQString(group->owner->toString()) : tr("none"));
    m_ui->snapshotsLabel->setText(countText(*group));
    m_ui->spanLabel->setText(spanText(*group));
    m_ui->sizeLabel->setText(known ? tr("%1 before deduplication").arg(sizeText(group->totalSize())) : unread);
    m_ui->verifiedLabel->setText(known ? verifyText(*group) : unread);
    m_ui->encryptedLabel->setText(known ? encryptionText(*group) : unread);
    const QString state = stateText(*m_item, *group);
    m_ui->stateLabel->setText(state);
    m_ui->stateLabel->setVisible(!state.isEmpty());
    m_ui->timeline->setGroup(group);
}

void GroupPage::requestNotes()
{
    const unsigned asked = ++m_notesAsked;
    const auto [ns, group] = *presentPlace(*m_item);
    m_ui->notesEdit->setPlaceholderText(tr("Reading …"));
    whenFinished(m_item->store->backend().readNotes(ns, group), this, [this, asked](const Result<std::string> &notes) {
        if (asked != m_notesAsked)
            return;
        m_ui->notesEdit->setPlaceholderText(notes ? tr("No notes") : text::oneLine(notes.error()));
        if (notes)
            m_ui->notesEdit->setPlainText(toQString(*notes).left(previewLimit));
    });
}

} // namespace espalier
