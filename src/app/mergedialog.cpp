// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/mergedialog.h"

#include "app/itemref.h"
#include "app/icons.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/printable.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace espalier {

namespace {

QString snapshotsText(const Group &group)
{
    if (group.snapshots.empty())
        return MergeDialog::tr("none");
    return MergeDialog::tr("%n, %1 to %2", "snapshots", int(group.snapshots.size()))
        .arg(printable(group.snapshots.front().time.toString()), printable(group.snapshots.back().time.toString()));
}

QString joined(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << printable(name);
    return list.join(QLatin1String(", "));
}

} // namespace

MergeDialog::MergeDialog(OpenStore *store, const MoveGroup &move, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_move(move)
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
    resize(760, 400);
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
    const auto onDisk = [this](const NamespacePath &ns) {
        return presentPlace(groupItem(m_store, ns, m_move.group)).value_or(GroupPlace(ns, m_move.group));
    };
    const auto future = m_store->backend().readIdentities({onDisk(m_move.from), onDisk(m_move.to)});
    whenFinished(future, this, [this](const std::vector<Result<GuestIdentity>> &both) {
        showBoth(both.at(0), both.at(1));
        emit compared();
    });
}

void MergeDialog::addRow(const QString &what, const QString &source, const QString &target, bool differs)
{
    auto *item = new QTreeWidgetItem(m_table, {what, source, target});
    if (differs)
        item->setIcon(0, icon(IconName::NeedsAttention));
    for (int column = 0; column < 3; ++column)
        item->setToolTip(column, item->text(column));
}

void MergeDialog::showBoth(const Result<GuestIdentity> &source, const Result<GuestIdentity> &target)
{
    for (const auto *identity : {&source, &target}) {
        if (!*identity)
            return m_words->setText(text::oneLine(identity->error()));
    }
    using What = IdentityDifference::What;
    const std::vector<IdentityDifference> differences = identityDifferences(*source, *target);
    const auto differs = [&](What what) { return std::ranges::contains(differences, what, &IdentityDifference::what); };
    addRow(tr("Guest"), printable(source->guestName), printable(target->guestName), differs(What::GuestName));
    addRow(tr("Archives"), joined(source->archives), joined(target->archives), differs(What::Archives));
    addRow(tr("Key"), printable(source->keyFingerprint), printable(target->keyFingerprint), differs(What::KeyFingerprint));
    addRow(tr("Notes"), printable(source->notes), printable(target->notes), differs(What::Notes));
    const auto ours = m_store->tree().find(m_move.from, m_move.group);
    const auto theirs = m_store->tree().find(m_move.to, m_move.group);
    if (ours && theirs)
        addRow(tr("Snapshots"), snapshotsText(*ours), snapshotsText(*theirs), false);
    m_table->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_table->header()->resizeSection(0, 130);
    m_table->header()->resizeSection(1, 290);
    if (!source->readable || !target->readable)
        m_words->setText(tr("Not everything could be read, so nobody can tell from the backups whether they are of one guest."));
    else if (differences.empty())
        m_words->setText(tr("Nothing says that they are of different guests."));
    else
        m_words->setText(
            tr("They look like backups of different guests. Merge them only if you know better. Different notes of the group that "
               "moves are kept in the journal."));
    m_merge->setEnabled(true);
}

} // namespace espalier
