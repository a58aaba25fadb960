// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storemovedialog.h"

#include "app/blankicon.h"
#include "app/formats.h"
#include "app/icons.h"
#include "text/messages.h"
#include "text/printable.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace espalier {

StoreMoveDialog::StoreMoveDialog(const QString &source, const QString &target, const StoreMovePlan &plan, QWidget *parent)
    : QDialog(parent)
    , m_isReady(plan.isReady())
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Move to another datastore"));
    auto *layout = new QVBoxLayout(this);
    const QString copies = tr("%n snapshot(s)", "that are copied", int(plan.count(SyncAction::Copy)));
    layout->addWidget(wrapped(tr("From %1 to %2: copies %3, at most %4. Then each file is compared with its copy, and each chunk is "
                                 "read back.")
                                  .arg(source, target, copies, sizeText(plan.bytesToCopy()))));
    addList(plan);
    if (!m_isReady)
        layout->addWidget(wrapped(tr("Nothing is moved as long as something is refused: %n refusal(s).", nullptr, int(plan.refusals()))));
    else
        addRemovals(source, plan.removals());
    addButtons(plan);
    resize(860, 460);
    checkNumber();
}

QLabel *StoreMoveDialog::wrapped(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void StoreMoveDialog::addList(const StoreMovePlan &plan)
{
    m_list->setHeaderLabels({tr("Group"), tr("From"), tr("To"), tr("Copied"), tr("Removed at the source"), tr("Of these protected"),
                             tr("Oldest"), tr("Newest"), tr("Remark")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setAccessibleName(tr("What is moved"));
    for (const StoreMoveGroup &group : plan.groups)
        addRow(group);
    for (const Error &problem : plan.problems)
        new QTreeWidgetItem(
            m_list, {QString(), QString(), QString(), QString(), QString(), QString(), QString(), QString(), text::oneLine(problem)});
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    layout()->addWidget(m_list);
}

void StoreMoveDialog::addRow(const StoreMoveGroup &group)
{
    const bool isRefused = group.refused.has_value();
    const auto &snapshots = group.source->snapshots;
    const auto number = [](std::size_t count) { return count > 0 ? QString::number(count) : QString(); };
    const auto date = [&](const Snapshot &snapshot) { return dateText(snapshot.time.epoch()); };
    const QString remark = isRefused ? text::oneLine(*group.refused) : QString();
    auto *item = new QTreeWidgetItem(
        m_list,
        {printable(group.id.toString()), text::namespaceName(group.from.toString()), text::namespaceName(group.to.toString()),
         isRefused ? QString() : number(group.count(SyncAction::Copy)), isRefused ? QString() : number(snapshots.size()),
         number(group.protectedSnapshots()), snapshots.empty() ? QString() : date(snapshots.front()),
         snapshots.empty() ? QString() : date(snapshots.back()), remark});
    for (const int column : {3, 4, 5})
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    item->setIcon(0, isRefused ? icon(IconName::Refused) : blankIcon());
    item->setToolTip(0, isRefused ? remark : item->text(0));
    item->setToolTip(8, remark);
}

void StoreMoveDialog::addRemovals(const QString &source, const Removals &removals)
{
    const QString snapshots = tr("%n snapshot(s)", "that are removed", int(removals.snapshots));
    const QString groups = tr("%n group(s)", "of which", int(removals.groups.size()));
    layout()->addWidget(wrapped(tr("%1 of %2 are removed from %3, each only if it is the same as its copy by then. Until then %3 is "
                                   "untouched, and it can be stopped. To undo it, move it back.")
                                    .arg(snapshots, groups, source)));
    if (!removals.wantsSecondLook())
        return;
    m_number = QString::number(removals.snapshots);
    m_edit = new QLineEdit(this);
    m_edit->setObjectName(QStringLiteral("number"));
    auto *demand = wrapped(tr("Type the &number of snapshots that are to go:"));
    demand->setBuddy(m_edit);
    layout()->addWidget(demand);
    layout()->addWidget(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &StoreMoveDialog::checkNumber);
}

void StoreMoveDialog::addButtons(const StoreMovePlan &plan)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    const auto snapshots = int(plan.removals().snapshots);
    m_agree = buttons->addButton(tr("Move %n snapshot(s)", nullptr, snapshots), QDialogButtonBox::AcceptRole);
    m_agree->setObjectName(QStringLiteral("agree"));
    m_agree->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout()->addWidget(buttons);
    (m_edit ? static_cast<QWidget *>(m_edit) : buttons->button(QDialogButtonBox::Cancel))->setFocus();
}

void StoreMoveDialog::checkNumber()
{
    m_agree->setEnabled(m_isReady && (!m_edit || m_edit->text().trimmed() == m_number));
}

} // namespace espalier
