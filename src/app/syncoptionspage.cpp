// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncoptionspage.h"

#include "core/pbs/authid.h"
#include "text/messages.h"
#include "text/utf8.h"
#include "ui_syncoptionspage.h"

namespace espalier {

SyncOptionsPage::SyncOptionsPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::SyncOptionsPage>())
{
    m_ui->setupUi(this);
    connect(m_ui->ownerCombo, &QComboBox::currentTextChanged, this, [this] {
        showProblem();
        emit changed();
    });
    connect(m_ui->lastSpin, &QSpinBox::valueChanged, this, &SyncOptionsPage::changed);
    for (const QCheckBox *box : {m_ui->verifiedBox, m_ui->encryptedBox, m_ui->corruptBox, m_ui->removeBox})
        connect(box, &QCheckBox::toggled, this, &SyncOptionsPage::changed);
    connect(m_ui->workersSpin, &QSpinBox::valueChanged, this, &SyncOptionsPage::paceChanged);
    for (const QLineEdit *edit : {m_ui->rateEdit, m_ui->burstEdit})
        connect(edit, &QLineEdit::textChanged, this, &SyncOptionsPage::showRateProblem);
    connect(m_ui->listButton, &QPushButton::clicked, this, &SyncOptionsPage::listWanted);
    showProblem();
    showRateProblem();
    showRemoving();
}

SyncOptionsPage::~SyncOptionsPage() = default;

void SyncOptionsPage::fill(const SyncOptions &options, bool isApproved)
{
    const QSignalBlocker blocked(this);
    m_ui->ownerCombo->setCurrentText(toQString(options.owner));
    m_ui->lastSpin->setValue(int(options.transferLast.value_or(0)));
    m_ui->verifiedBox->setChecked(options.verifiedOnly);
    m_ui->encryptedBox->setChecked(options.encryptedOnly);
    m_ui->corruptBox->setChecked(options.resyncCorrupt);
    m_isApproved = isApproved;
    m_ui->removeBox->setChecked(options.removeVanished && isApproved);
    showProblem();
    showRemoving();
}

void SyncOptionsPage::setApproved(bool isApproved)
{
    m_isApproved = isApproved; // shown with the next answer
}

void SyncOptionsPage::setPace(const SyncPace &pace)
{
    const QSignalBlocker blocked(this);
    m_ui->workersSpin->setValue(int(pace.workers));
    m_ui->rateEdit->setText(toQString(pace.rate.value_or(std::string())));
    m_ui->burstEdit->setText(toQString(pace.burst.value_or(std::string())));
}

Result<SyncPace> SyncOptionsPage::pace() const
{
    SyncPace pace{.workers = unsigned(m_ui->workersSpin->value())};
    for (const auto &[edit, entered] : {std::pair(m_ui->rateEdit, &pace.rate), std::pair(m_ui->burstEdit, &pace.burst)}) {
        const std::string text = toStdString(edit->text().trimmed());
        if (text.empty())
            continue;
        if (!TransferRate::fromHuman(text, text))
            return fail(Error::Kind::InvalidInput, MessageId::RateRefused, text);
        *entered = text;
    }
    return pace;
}

void SyncOptionsPage::showRateProblem()
{
    const auto entered = pace();
    m_ui->formLayout->setRowVisible(m_ui->rateProblem, !entered);
    m_ui->rateProblem->setText(entered ? QString() : text::oneLine(entered.error()));
    m_ui->burstEdit->setEnabled(!m_ui->rateEdit->text().trimmed().isEmpty());
    emit paceChanged();
}

void SyncOptionsPage::setOwners(const QStringList &owners)
{
    const QSignalBlocker blocked(m_ui->ownerCombo);
    const QString entered = m_ui->ownerCombo->currentText();
    m_ui->ownerCombo->clear();
    m_ui->ownerCombo->addItems(owners);
    m_ui->ownerCombo->setCurrentText(entered);
}

Result<SyncOptions> SyncOptionsPage::added(SyncOptions to) const
{
    const auto owner = AuthId::fromString(toStdString(m_ui->ownerCombo->currentText().trimmed()));
    if (!owner)
        return failWith(owner);
    to.owner = owner->toString();
    if (const int last = m_ui->lastSpin->value(); last > 0)
        to.transferLast = std::uint64_t(last);
    to.verifiedOnly = m_ui->verifiedBox->isChecked();
    to.encryptedOnly = m_ui->encryptedBox->isChecked();
    to.resyncCorrupt = m_ui->corruptBox->isChecked();
    to.removeVanished = m_ui->removeBox->isChecked();
    return to;
}

void SyncOptionsPage::showProblem()
{
    const auto owner = AuthId::fromString(toStdString(m_ui->ownerCombo->currentText().trimmed()));
    m_ui->formLayout->setRowVisible(m_ui->ownerProblem, !owner);
    m_ui->ownerProblem->setText(owner ? QString() : text::oneLine(owner.error()));
}

void SyncOptionsPage::setRemoving(const std::shared_ptr<const ShownSync> &removing)
{
    m_removing = removing;
    showRemoving();
}

void SyncOptionsPage::markSeen()
{
    if (m_removing)
        m_seen = m_removing->removals;
    showRemoving();
}

std::optional<Removals> SyncOptionsPage::agreed() const
{
    const bool isSeen = m_removing && m_seen && isWithin(m_removing->removals, *m_seen);
    return isSeen ? std::optional(m_removing->removals) : std::nullopt;
}

bool SyncOptionsPage::mayRemove() const
{
    return m_isApproved || agreed();
}

void SyncOptionsPage::showRemoving()
{
    const bool may = mayRemove();
    const bool isTakenBack = m_removing && !may && m_ui->removeBox->isChecked();
    const int count = m_removing ? int(m_removing->removed) : 0;
    m_ui->removeBox->setEnabled(may);
    m_ui->removeBox->setText(may ? tr("&Remove vanished: %n snapshot(s), as the list says", nullptr, count)
                                 : tr("&Remove vanished (look at the list first)"));
    m_ui->removeBox->setToolTip(may ? tr("Removes at the target what the source has no more, for good")
                                    : tr("It can be chosen as soon as you have seen what it removes."));
    m_ui->listButton->setEnabled(m_removing != nullptr);
    m_ui->removeHint->setText(!m_removing        ? tr("What would be removed is not known yet.")
                                  : m_isApproved ? tr("As it was approved when the job was saved.")
                                  : !m_seen      ? tr("Now it would remove %n snapshot(s) at the target.", nullptr, count)
                                  : !may         ? tr("The list has changed since you saw it: look again.")
                                                 : tr("Runs that nobody watches keep to this number."));
    if (isTakenBack)
        m_ui->removeBox->setChecked(false); // tells that it changed
}

} // namespace espalier
