// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/prunejobeditor.h"

#include "app/icons.h"
#include "core/pbs/prunejobedit.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/schedulewords.h"
#include "text/utf8.h"
#include "ui_prunejobeditor.h"

#include <QDateTime>
#include <QFormLayout>
#include <QPushButton>

#include <algorithm>

namespace espalier {

namespace {

constexpr int allDepths = -1;

/// A line below the field that it is about; takes no room where there is nothing to say.
template<typename T>
void showProblem(QFormLayout *form, QLabel *label, const Result<T> &entered)
{
    form->setRowVisible(label, !entered);
    label->setText(entered ? QString() : text::oneLine(entered.error()));
}

} // namespace

PruneJobEditor::PruneJobEditor(PruneJobItem item, Surroundings surroundings, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::PruneJobEditor>())
    , m_item(std::move(item))
    , m_surroundings(std::move(surroundings))
{
    m_ui->setupUi(this);
    const QString id = toQString(m_item.job.id);
    if (m_surroundings.isNew)
        setWindowTitle(tr("New prune job"));
    else
        setWindowTitle(m_item.isOwn ? tr("Prune job %1").arg(id) : tr("Prune job %1 of the server").arg(id));
    fill();
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &PruneJobEditor::showProblems);
    connect(m_ui->namespaceBox, &QComboBox::currentTextChanged, this, &PruneJobEditor::showProblems);
    connect(m_ui->depthSpin, &QSpinBox::valueChanged, this, &PruneJobEditor::showProblems);
    connect(m_ui->scheduleBox, &QComboBox::currentTextChanged, this, &PruneJobEditor::showProblems);
    connect(m_ui->keepEditor, &KeepEditor::changed, this, &PruneJobEditor::showProblems);
    connect(m_ui->commentEdit, &QLineEdit::textChanged, this, &PruneJobEditor::showProblems);
    connect(m_ui->budgetBox, &QCheckBox::toggled, m_ui->budgetSpin, &QWidget::setEnabled);
    showProblems();
}

PruneJobEditor::~PruneJobEditor() = default;

void PruneJobEditor::fill()
{
    const PruneJob &job = m_item.job;
    m_ui->nameEdit->setText(toQString(job.id));
    m_ui->nameEdit->setReadOnly(!m_surroundings.isNew);
    m_ui->placeLabel->setText(m_item.notes.place.empty() ? printable(job.store) : printable(m_item.notes.place));
    m_ui->namespaceBox->addItem(QStringLiteral("/"));
    m_ui->namespaceBox->addItems(m_surroundings.namespaces);
    m_ui->namespaceBox->setCurrentText(job.range.top.isRoot() ? QStringLiteral("/") : toQString(job.range.top.toString()));
    m_ui->depthSpin->setValue(job.range.maxDepth.value_or(allDepths));
    for (const char *common : {"hourly", "daily", "21:00", "mon..fri 22:30", "sat 18:15", "monthly"})
        m_ui->scheduleBox->addItem(QString::fromLatin1(common));
    m_ui->scheduleBox->setCurrentText(toQString(job.schedule.text()));
    m_ui->keepEditor->setOptions(job.keep);
    m_ui->commentEdit->setText(toQString(job.comment));
    m_ui->enabledBox->setChecked(job.isEnabled());
    const auto &approved = m_item.notes.approved;
    m_ui->budgetBox->setChecked(approved.has_value());
    m_ui->budgetSpin->setValue(int(std::max(approved ? approved->snapshots : 0, m_surroundings.seen.value_or(0))));
    for (QWidget *own : {static_cast<QWidget *>(m_ui->budgetBox), static_cast<QWidget *>(m_ui->budgetSpin),
                         static_cast<QWidget *>(m_ui->budgetUnit), static_cast<QWidget *>(m_ui->budgetHint)})
        own->setVisible(m_item.isOwn);
    (m_surroundings.isNew ? static_cast<QWidget *>(m_ui->nameEdit) : m_ui->scheduleBox)->setFocus();
}

Result<std::string> PruneJobEditor::name() const
{
    std::string name = toStdString(m_ui->nameEdit->text());
    if (!m_surroundings.isNew)
        return name;
    if (const Done fine = checkJobName(name); !fine)
        return failWith(fine);
    if (std::ranges::contains(m_surroundings.taken, name))
        return fail(Error::Kind::Conflict, MessageId::JobNameTaken, name, "prune.cfg");
    return name;
}

Result<NamespacePath> PruneJobEditor::top() const
{
    const QString entered = m_ui->namespaceBox->currentText().trimmed();
    return NamespacePath::fromString(entered == QLatin1String("/") ? std::string() : toStdString(entered));
}

Result<CalendarEvent> PruneJobEditor::schedule() const
{
    return CalendarEvent::fromString(toStdString(m_ui->scheduleBox->currentText().trimmed()));
}

Result<std::string> PruneJobEditor::comment() const
{
    std::string comment = toStdString(m_ui->commentEdit->text().trimmed());
    return checkComment(comment).transform([&] { return std::move(comment); });
}

NamespaceRange PruneJobEditor::range() const
{
    NamespaceRange range{.top = top().value_or(NamespacePath())};
    if (m_ui->depthSpin->value() != allDepths)
        range.maxDepth = m_ui->depthSpin->value();
    return range;
}

Result<PruneJobItem> PruneJobEditor::item() const
{
    const auto entered = std::tuple(name(), top(), schedule(), comment());
    const auto &[id, ns, event, words] = entered;
    for (const std::optional<Error> &problem :
         {id ? std::nullopt : std::optional(id.error()), ns ? std::nullopt : std::optional(ns.error()),
          event ? std::nullopt : std::optional(event.error()), words ? std::nullopt : std::optional(words.error())}) {
        if (problem)
            return std::unexpected(*problem);
    }
    PruneJobItem item = m_item;
    item.job.id = *id;
    item.job.range = range();
    item.job.schedule = *event;
    item.job.comment = *words;
    item.job.keep = m_ui->keepEditor->options();
    if (item.job.isEnabled() != m_ui->enabledBox->isChecked())
        item.job.disable = m_ui->enabledBox->isChecked() ? std::nullopt : std::optional(true);
    if (!mayApprove() || !m_ui->budgetBox->isChecked())
        item.notes.approved.reset();
    else if (!item.notes.approved || item.notes.approved->snapshots != std::size_t(m_ui->budgetSpin->value()))
        item.notes.approved = RemovalBudget{.snapshots = std::size_t(m_ui->budgetSpin->value())};
    if (m_surroundings.seen)
        item.notes.approvedStores = m_surroundings.seenAt;
    return item;
}

/// Nobody can agree to what he did not see: not to other rules than those of the preview, or of the job that was approved.
bool PruneJobEditor::mayApprove() const
{
    const bool isAsItWas = m_ui->keepEditor->options() == m_item.job.keep && top() && range() == m_item.job.range;
    return m_item.isOwn && isAsItWas && (m_surroundings.seen || m_item.notes.approved);
}

void PruneJobEditor::showBudget()
{
    const bool may = mayApprove();
    m_ui->budgetBox->setEnabled(may);
    m_ui->budgetSpin->setEnabled(may && m_ui->budgetBox->isChecked());
    m_ui->budgetUnit->setEnabled(may);
    m_ui->budgetHint->setText(
        !may
            ? tr("Runs that nobody watches remove nothing until somebody has looked at the preview of these rules and saves the job from it.")
            : m_surroundings.seen ? tr("The preview names %n snapshot(s) that go now.", nullptr, int(*m_surroundings.seen))
                                  : tr("As it was approved."));
}

void PruneJobEditor::showRuns()
{
    constexpr int shown = 3;
    constexpr int known = 10;
    const auto event = schedule();
    m_ui->formLayout->setRowVisible(m_ui->runsLabel, event.has_value());
    if (!event)
        return;
    const TimeZone zone = m_surroundings.zone ? m_surroundings.zone->zone : TimeZone();
    const QStringList runs = text::nextRuns(*event, QDateTime::currentSecsSinceEpoch(), zone, known);
    QStringList words{runs.isEmpty() ? tr("It never comes due.") : tr("Next runs: %1").arg(runs.mid(0, shown).join(QStringLiteral(" · ")))};
    if (!m_surroundings.zone && !event->isUtc())
        words << tr("In UTC, as the time zone of the server is not known.");
    for (const CalendarEvent::Remark remark : event->remarks())
        words << text::scheduleRemark(remark);
    m_ui->runsLabel->setText(words.join(u'\n'));
    m_ui->runsLabel->setToolTip(runs.join(u'\n'));
}

void PruneJobEditor::showProblems()
{
    showProblem(m_ui->formLayout, m_ui->nameProblem, name());
    showProblem(m_ui->formLayout, m_ui->namespaceProblem, top());
    showProblem(m_ui->formLayout, m_ui->scheduleProblem, schedule());
    showProblem(m_ui->formLayout, m_ui->commentProblem, comment());
    showRuns();
    showBudget();
    const auto entered = item();
    QPushButton *ok = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    ok->setEnabled(entered.has_value());
    ok->setToolTip(entered ? QString() : text::oneLine(entered.error()));
    growToFit();
}

/// Sentences come and go while somebody types, and none may be cut.
void PruneJobEditor::growToFit()
{
    layout()->activate();
    if (const int needed = layout()->totalHeightForWidth(width()); needed > height())
        resize(width(), needed);
}

} // namespace espalier
