// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncjobpage.h"

#include "core/pbs/jobvalues.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/schedulewords.h"
#include "text/utf8.h"
#include "ui_syncjobpage.h"

#include <QDateTime>

#include <algorithm>

namespace espalier {

namespace {

/// A line below the field that it is about; takes no room where there is nothing to say.
template<typename T>
void showProblem(QFormLayout *form, QLabel *label, const Result<T> &entered)
{
    form->setRowVisible(label, !entered);
    label->setText(entered ? QString() : text::oneLine(entered.error()));
}

} // namespace

SyncJobPage::SyncJobPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::SyncJobPage>())
{
    m_ui->setupUi(this);
    for (const char *common : {"hourly", "daily", "21:00", "mon..fri 02:30", "sat 18:15", "monthly"})
        m_ui->scheduleCombo->addItem(QString::fromLatin1(common));
    m_ui->scheduleCombo->setCurrentText({});
    for (const QLineEdit *edit : {m_ui->nameEdit, m_ui->commentEdit})
        connect(edit, &QLineEdit::textChanged, this, &SyncJobPage::showProblems);
    connect(m_ui->scheduleCombo, &QComboBox::currentTextChanged, this, &SyncJobPage::showProblems);
    connect(m_ui->jobCombo, &QComboBox::activated, this, [this] { emit jobChosen(m_ui->jobCombo->currentData().toString()); });
    connect(m_ui->enabledBox, &QCheckBox::toggled, this, &SyncJobPage::changed);
    showProblems();
}

SyncJobPage::~SyncJobPage() = default;

void SyncJobPage::fill(const Entry &entry, bool isNew)
{
    m_isNew = isNew;
    m_ui->nameEdit->setText(toQString(entry.id));
    m_ui->nameEdit->setReadOnly(!isNew);
    m_ui->scheduleCombo->setCurrentText(toQString(entry.schedule.value_or(std::string())));
    m_ui->commentEdit->setText(toQString(entry.comment));
    m_ui->enabledBox->setChecked(entry.isEnabled);
}

void SyncJobPage::setSaved(std::vector<std::string> names)
{
    m_saved = std::move(names);
    const QString edited = m_isNew ? QString() : m_ui->nameEdit->text();
    m_ui->jobCombo->clear();
    m_ui->jobCombo->addItem(tr("a new job"), QString());
    for (const std::string &name : m_saved)
        m_ui->jobCombo->addItem(printable(name), toQString(name));
    m_ui->jobCombo->setCurrentIndex(m_ui->jobCombo->findData(edited));
    m_ui->jobCombo->setEnabled(!m_saved.empty());
    showProblems();
}

void SyncJobPage::setZone(const std::optional<HostZone> &zone)
{
    m_zone = zone;
    showRuns();
}

Result<std::string> SyncJobPage::name() const
{
    std::string name = toStdString(m_ui->nameEdit->text());
    if (!m_isNew)
        return name;
    if (const Done fine = checkJobName(name); !fine)
        return failWith(fine);
    if (std::ranges::contains(m_saved, name))
        return fail(Error::Kind::Conflict, MessageId::JobNameTaken, name, "sync.cfg");
    return name;
}

Result<std::optional<CalendarEvent>> SyncJobPage::schedule() const
{
    const QString entered = m_ui->scheduleCombo->currentText().trimmed();
    if (entered.isEmpty())
        return std::nullopt;
    return CalendarEvent::fromString(toStdString(entered));
}

Result<std::string> SyncJobPage::comment() const
{
    std::string comment = toStdString(m_ui->commentEdit->text().trimmed());
    return checkComment(comment).transform([&] { return std::move(comment); });
}

Result<SyncJobPage::Entry> SyncJobPage::entry() const
{
    const auto id = name();
    const auto event = schedule();
    const auto words = comment();
    if (!id)
        return failWith(id);
    if (!event)
        return failWith(event);
    if (!words)
        return failWith(words);
    return Entry{*id, event->transform([](const CalendarEvent &each) { return each.text(); }), *words, m_ui->enabledBox->isChecked()};
}

void SyncJobPage::showRuns()
{
    constexpr int known = 10;
    const auto entered = schedule();
    m_ui->formLayout->setRowVisible(m_ui->runsLabel, entered.has_value());
    if (!entered)
        return;
    if (!*entered)
        return m_ui->runsLabel->setText(tr("It only runs when somebody starts it."));
    const CalendarEvent &event = **entered;
    const QStringList runs = text::nextRuns(event, QDateTime::currentSecsSinceEpoch(), m_zone ? m_zone->zone : TimeZone(), known);
    QStringList words{text::scheduleSentence(runs)};
    if (!m_zone && !event.isUtc())
        words << tr("In UTC, as the time zone of the server is not known.");
    for (const CalendarEvent::Remark remark : event.remarks())
        words << text::scheduleRemark(remark);
    if (!runs.isEmpty())
        words << tr("Next runs: %1").arg(runs.join(QStringLiteral(" · ")));
    m_ui->runsLabel->setText(words.join(u'\n'));
}

void SyncJobPage::showProblems()
{
    showProblem(m_ui->formLayout, m_ui->nameProblem, name());
    showProblem(m_ui->formLayout, m_ui->scheduleProblem, schedule());
    showProblem(m_ui->formLayout, m_ui->commentProblem, comment());
    showRuns();
    emit changed();
}

} // namespace espalier
