// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/undodialog.h"

#include "app/applystate.h"
#include "app/blankicon.h"
#include "app/icons.h"
#include "app/verdicttext.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/steptext.h"
#include "text/utf8.h"
#include "ui_undodialog.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>
#include <iterator>

namespace espalier {

namespace {

constexpr int groupRole = Qt::UserRole;

/// The group that @p step is about; nothing where it is about directories.
std::optional<GroupId> groupOf(const RunStep &step)
{
    return std::visit(
        [](const auto &each) {
            if constexpr (requires { each.group; })
                return std::optional(each.group);
            else
                return std::optional<GroupId>();
        },
        step);
}

std::set<GroupId> groupsOf(const UndoPlan &undo)
{
    std::set<GroupId> groups;
    for (const UndoStep &step : undo.steps) {
        if (const auto group = groupOf(step.step))
            groups.insert(*group);
    }
    return groups;
}

} // namespace

UndoDialog::UndoDialog(OpenStore *store, const UndoPlan &undo, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_whole(undo)
    , m_undo(undo)
    , m_groups(groupsOf(undo))
    , m_ui(std::make_unique<Ui::UndoDialog>())
{
    m_ui->setupUi(this);
    connect(store, &QObject::destroyed, this, &QDialog::reject);
    m_ui->whatLabel->setText(tr("Undo of the run %1 in %2:").arg(QString::fromStdString(undo.runId), storeName(*store)));
    m_ui->choice->setVisible(undo.newSnapshots() > 0);
    connect(m_ui->takeButton, &QRadioButton::clicked, this, &UndoDialog::planAgain);
    connect(m_ui->leaveButton, &QRadioButton::clicked, this, &UndoDialog::planAgain);
    connect(m_ui->steps, &QTreeWidget::itemChanged, this, &UndoDialog::choose);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, [this] {
        accept();
        emit undoRequested(m_undo);
    });
    showPlan();
    m_ui->steps->header()->resizeSection(0, 170);
    m_ui->steps->header()->resizeSection(1, 400);
}

UndoDialog::~UndoDialog() = default;

bool UndoDialog::isChosen(const RunStep &step) const
{
    const auto group = groupOf(step);
    return group ? !m_leftOut.contains(*group) : m_leftOut.empty();
}

void UndoDialog::choose(const QTreeWidgetItem *item)
{
    const auto group = GroupId::fromString(toStdString(item->data(0, groupRole).toString()));
    if (!group)
        return;
    const bool changed = item->checkState(0) == Qt::Checked ? m_leftOut.erase(*group) > 0 : m_leftOut.insert(*group).second;
    if (changed)
        planAgain();
}

void UndoDialog::planAgain()
{
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(false);
    const NewBackups newBackups = m_ui->leaveButton->isChecked() ? NewBackups::Leave : NewBackups::Take;
    std::set<GroupId> only;
    if (!m_leftOut.empty())
        std::ranges::set_difference(m_groups, m_leftOut, std::inserter(only, only.end()));
    const bool isNothing = only.empty() && !m_leftOut.empty(); // to the backend that would be all of them
    const auto planned = isNothing
        ? QtFuture::makeReadyValueFuture(Result<UndoPlan>(UndoPlan{.runId = m_whole.runId, .steps = {}, .notes = {}}))
        : m_store->backend().planUndo(m_whole.runId, newBackups, only);
    whenFinished(planned, this, [this, asked = ++m_asked](const Result<UndoPlan> &undo) {
        if (asked != m_asked)
            return;
        if (!undo)
            return m_ui->problemLabel->setText(text::oneLine(undo.error()));
        m_undo = *undo;
        showPlan();
    });
}

void UndoDialog::showPlan()
{
    showSteps();
    showCounts();
}

/// What is chosen as it is planned now, the rest as it was: nothing changes its place.
void UndoDialog::showSteps()
{
    const QSignalBlocker blocker(m_ui->steps);
    const int current = m_ui->steps->indexOfTopLevelItem(m_ui->steps->currentItem());
    m_ui->steps->clear();
    std::vector<UndoStep> steps = m_undo.steps;
    std::ranges::copy_if(m_whole.steps, std::back_inserter(steps), [this](const UndoStep &step) { return !isChosen(step.step); });
    const auto placeOf = [this](const UndoStep &step) {
        const auto group = groupOf(step.step);
        return std::ranges::find_if(m_whole.steps,
                                    [&](const UndoStep &each) { return group ? groupOf(each.step) == group : each.step == step.step; })
            - m_whole.steps.begin();
    };
    std::ranges::stable_sort(steps, {}, placeOf);
    for (const UndoStep &step : steps)
        addStep(step);
    for (const Error &note : m_undo.notes) {
        auto *item = new QTreeWidgetItem(m_ui->steps,
                                         {tr("Stays", "what an undo leaves as it is"), text::sentences(note).what, text::oneLine(note)});
        item->setIcon(0, icon(IconName::Information));
        item->setToolTip(2, item->text(2));
    }
    m_ui->steps->setCurrentItem(m_ui->steps->topLevelItem(current));
}

void UndoDialog::addStep(const UndoStep &step)
{
    const auto group = groupOf(step.step);
    const bool chosen = isChosen(step.step);
    const QString reason = !chosen ? QString()
        : step.verdict.reason      ? verdictReason(step.verdict)
        : step.newSnapshots > 0    ? tr("%n newer backup(s) since then", nullptr, int(step.newSnapshots))
                                   : QString();
    const QString word = chosen ? verdictWord(step.verdict.level) : tr("left out");
    auto *item = new QTreeWidgetItem(m_ui->steps, {word, text::runStepTitle(step.step), reason});
    item->setIcon(0, chosen ? icon(verdictIcon(step.verdict.level)) : blankIcon());
    item->setToolTip(1, text::runStepTitle(step.step));
    item->setToolTip(2, reason);
    if (m_groups.size() < 2)
        return;
    if (group) {
        item->setData(0, groupRole, toQString(group->toString()));
        item->setCheckState(0, chosen ? Qt::Checked : Qt::Unchecked);
    } else if (!chosen) {
        item->setDisabled(true);
    }
}

void UndoDialog::showCounts()
{
    std::size_t newSnapshots = 0;
    for (const UndoStep &step : m_whole.steps)
        newSnapshots += isChosen(step.step) ? step.newSnapshots : 0;
    m_ui->choiceLabel->setText(tr("%n backup(s) came to the new places since the run.", nullptr, int(newSnapshots)));
    const bool ready = m_undo.isReady();
    if (m_leftOut == m_groups && !m_groups.empty())
        m_ui->problemLabel->setText(tr("Everything is left out."));
    else if (m_undo.steps.empty())
        m_ui->problemLabel->setText(tr("There is nothing to undo: everything is where it was before the run."));
    else if (!ready)
        m_ui->problemLabel->setText(
            m_groups.size() > 1
                ? tr("Not all of it can be undone now, so nothing is. The list says why; the groups that cannot can be left out.")
                : tr("Not all of it can be undone now, so nothing is. The list says why."));
    else
        m_ui->problemLabel->clear();
    QPushButton *ok = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    ok->setEnabled(ready);
    const int groups = int(m_undo.groupsToMove());
    ok->setText(groups > 0 ? tr("Bring back %n group(s)", nullptr, groups) : tr("Undo"));
}

} // namespace espalier
