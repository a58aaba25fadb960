// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/mergedialog.h"

#include "app/blankicon.h"
#include "app/icons.h"
#include "app/itemref.h"
#include "app/whenfinished.h"
#include "text/groupcomparison.h"
#include "text/messages.h"
#include "text/printable.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace espalier {

namespace {

GroupPlace onDisk(OpenStore *store, const NamespacePath &ns, const GroupId &group)
{
    return presentPlace(groupItem(store, ns, group)).value_or(GroupPlace(ns, group));
}

} // namespace

MergeDialog::MergeDialog(OpenStore *store, const MoveGroup &move, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_source(onDisk(store, move.from, move.group))
    , m_target(onDisk(store, move.to, move.group))
    , m_table(new QTreeWidget(this))
    , m_words(new QLabel(this))
{
    setWindowTitle(tr("Merge Groups"));
    connect(store, &QObject::destroyed, this, &QDialog::reject);
    auto *question = new QLabel(tr("Are these two groups %1 backups of the same guest?").arg(printable(move.group.toString())), this);
    question->setTextFormat(Qt::PlainText);
    question->setWordWrap(true);
    question->setBuddy(m_table);
    m_table->setHeaderLabels({QString(), text::namespaceName(move.from.toString()), text::namespaceName(move.to.toString())});
    m_table->setAccessibleName(tr("Both groups side by side"));
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setText(tr("The groups are being compared…"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_merge = buttons->addButton(tr("&Merge them"), QDialogButtonBox::AcceptRole);
    m_merge->setEnabled(false);
    QPushButton *both = buttons->addButton(tr("Keep &both"), QDialogButtonBox::ActionRole);
    both->setToolTip(tr("Move this group to a new namespace beside the other one"));
    for (QPushButton *decision : {m_merge, both}) // not by Return alone
        decision->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(question);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_words);
    layout->addWidget(buttons);
    resize(800, 360);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        emit mergeRequested();
    });
    connect(both, &QPushButton::clicked, this, [this] {
        accept();
        emit keepBothRequested();
    });
    compare();
}

void MergeDialog::compare()
{
    const auto future = m_store->backend().readIdentities({m_source, m_target});
    whenFinished(future, this, [this](const std::vector<Result<GuestIdentity>> &both) {
        showBoth(both.at(0), both.at(1));
        emit compared();
    });
}

void MergeDialog::addRow(const text::ComparedLine &line)
{
    auto *item = new QTreeWidgetItem(m_table, {line.what, line.source, line.target});
    item->setIcon(0, line.differs ? icon(IconName::NeedsAttention) : blankIcon());
    for (int column = 0; column < 3; ++column)
        item->setToolTip(column, item->text(column));
}

void MergeDialog::showBoth(const Result<GuestIdentity> &source, const Result<GuestIdentity> &target)
{
    for (const auto *identity : {&source, &target}) {
        if (!*identity)
            return m_words->setText(text::oneLine(identity->error()));
    }
    const auto ours = m_store->tree().find(m_source.first, m_source.second);
    const auto theirs = m_store->tree().find(m_target.first, m_target.second);
    for (const text::ComparedLine &line : text::comparedLines({*source, ours.get()}, {*target, theirs.get()}))
        addRow(line);
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_words->setText(text::comparisonResult(*source, *target));
    m_merge->setEnabled(true);
}

} // namespace espalier
