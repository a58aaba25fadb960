// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncpreviewpage.h"

#include "app/synclistmodel.h"
#include "app/syncpreviewwords.h"
#include "ui_syncpreviewpage.h"

#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QSaveFile>

#include <utility>

namespace espalier {

namespace {

constexpr SyncOutcome offered[] = {SyncOutcome::Copy,   SyncOutcome::Check, SyncOutcome::Skip,         SyncOutcome::Resync,
                                   SyncOutcome::Remove, SyncOutcome::Keep,  SyncOutcome::NewNamespace, SyncOutcome::Refused};

} // namespace

SyncPreviewPage::SyncPreviewPage(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::SyncPreviewPage>())
    , m_list(new SyncListModel(this))
{
    m_ui->setupUi(this);
    m_ui->outcomeCombo->addItem(tr("everything"));
    for (const SyncOutcome each : offered)
        m_ui->outcomeCombo->addItem(SyncPreviewWords::outcome(each), std::to_underlying(each));
    m_ui->list->setModel(m_list);
    m_ui->list->header()->setSortIndicatorClearable(true);
    m_ui->list->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_ui->list->setSortingEnabled(true);
    m_ui->list->header()->resizeSection(SyncListModel::OutcomeColumn, 125);
    m_ui->list->header()->resizeSection(SyncListModel::NamespaceColumn, 180);
    m_ui->list->header()->resizeSection(SyncListModel::GroupColumn, 150);
    m_ui->list->header()->resizeSection(SyncListModel::SizeColumn, 80);
    m_ui->list->header()->resizeSection(SyncListModel::SnapshotColumn, 165);
    m_ui->noteLabel->hide();
    connect(m_ui->outcomeCombo, &QComboBox::currentIndexChanged, this, &SyncPreviewPage::showFilter);
    connect(m_ui->filterEdit, &QLineEdit::textChanged, this, &SyncPreviewPage::showFilter);
    connect(m_ui->exportButton, &QPushButton::clicked, this, &SyncPreviewPage::askWhereToExport);
}

SyncPreviewPage::~SyncPreviewPage() = default;

void SyncPreviewPage::setShown(const std::shared_ptr<const ShownSync> &shown, const QString &note)
{
    m_ui->noteLabel->setText(note);
    m_ui->noteLabel->setVisible(!note.isEmpty());
    m_list->setShown(shown);
    m_ui->exportButton->setEnabled(shown != nullptr);
}

void SyncPreviewPage::setOutcome(std::optional<SyncOutcome> outcome)
{
    const int index = outcome ? m_ui->outcomeCombo->findData(std::to_underlying(*outcome)) : 0;
    m_ui->outcomeCombo->setCurrentIndex(index);
}

void SyncPreviewPage::showFilter()
{
    const QVariant chosen = m_ui->outcomeCombo->currentData();
    m_list->setFilter(chosen.isValid() ? std::optional(SyncOutcome(chosen.toInt())) : std::nullopt, m_ui->filterEdit->text());
}

void SyncPreviewPage::askWhereToExport()
{
    auto *dialog = new QFileDialog(this, tr("Export the preview"), QDir::homePath(), tr("CSV files (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(m_list->toCsv()) < 0 || !file.commit())
            emit failed(tr("“%1” could not be written: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    });
    dialog->open();
}

} // namespace espalier
