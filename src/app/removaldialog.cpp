// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/removaldialog.h"

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

namespace {

QLabel *wrapped(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

RemovalDialog::RemovalDialog(const QString &storeName, const Removals &removals, const QString &act, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Remove Backups"));
    auto *layout = new QVBoxLayout(this);
    const QString snapshots = tr("%n snapshot(s)", nullptr, int(removals.snapshots));
    const QString groups = tr("%n group(s)", "of which", int(removals.groups.size()));
    layout->addWidget(wrapped(tr("%1 of %2 are removed from %3 for good. There is no undo.").arg(snapshots, groups, storeName), this));
    m_list->setHeaderLabels({tr("Group"), tr("Namespace"), tr("Removed"), tr("Left"), tr("From"), tr("To")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setAccessibleName(tr("What is removed"));
    for (const Removals::OfGroup &each : removals.groups)
        addRow(each);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    layout->addWidget(m_list, 1);
    QString size = tr("Space comes back with garbage collection only, and only where no other snapshot has the same data.");
    if (removals.sizeIsKnown)
        size = tr("Logical size: %1.").arg(sizeText(removals.bytes)) + u' ' + size;
    layout->addWidget(wrapped(size, this));
    if (removals.wantsSecondLook()) {
        m_number = QString::number(removals.snapshots);
        if (removals.emptied() > 0)
            layout->addWidget(wrapped(tr("%n group(s) lose their last snapshot.", nullptr, int(removals.emptied())), this));
        m_edit = new QLineEdit(this);
        auto *demand = wrapped(tr("Type the &number of snapshots that are to go:"), this);
        demand->setBuddy(m_edit);
        layout->addWidget(demand);
        layout->addWidget(m_edit);
        connect(m_edit, &QLineEdit::textChanged, this, &RemovalDialog::checkNumber);
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_agree = buttons->addButton(act, QDialogButtonBox::AcceptRole);
    m_agree->setObjectName(QStringLiteral("agree"));
    m_agree->setIcon(icon(IconName::Remove));
    m_agree->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    resize(720, 420);
    checkNumber();
    (m_edit ? static_cast<QWidget *>(m_edit) : buttons->button(QDialogButtonBox::Cancel))->setFocus();
}

void RemovalDialog::addRow(const Removals::OfGroup &each)
{
    const auto left = each.group->snapshots.size() - each.times.size();
    auto *item = new QTreeWidgetItem(m_list,
                                     {printable(each.group->id.toString()), text::namespaceName(each.ns.toString()),
                                      QString::number(each.times.size()), QString::number(left), dateText(each.times.front().epoch()),
                                      dateText(each.times.back().epoch())});
    item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
    item->setIcon(0, each.isLast() ? icon(IconName::NeedsAttention) : blankIcon());
    item->setToolTip(0, each.isLast() ? tr("The group goes away with its last snapshot.") : item->text(0));
    item->setToolTip(1, item->text(1));
}

void RemovalDialog::checkNumber()
{
    m_agree->setEnabled(!m_edit || m_edit->text().trimmed() == m_number);
    m_agree->setDefault(m_edit && m_agree->isEnabled()); // who typed it has decided; else Return decides nothing
}

} // namespace espalier
