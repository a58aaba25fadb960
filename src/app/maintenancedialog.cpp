// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/maintenancedialog.h"

#include "app/applystate.h"
#include "app/openstore.h"
#include "text/maintenancewords.h"
#include "text/messages.h"
#include "text/utf8.h"
#include "ui_maintenancedialog.h"

#include <QPushButton>

namespace espalier {

MaintenanceDialog::MaintenanceDialog(const OpenStore *store, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::MaintenanceDialog>())
{
    m_ui->setupUi(this);
    connect(store, &QObject::destroyed, this, &QDialog::reject);
    const auto configured = store->state() ? store->state()->activity.configured : std::nullopt;
    const std::string now = configured ? configured->maintenanceMode : std::string();
    m_ui->nowLabel->setText(
        tr("Maintenance mode of %1 now: %2", "datastore, mode")
            .arg(storeName(*store), text::maintenanceValueWords(now.empty() ? std::nullopt : std::optional<std::string>(now))));
    m_ui->messageEdit->setText(tr("set by Espalier for a while"));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Set mode"));
    connect(m_ui->messageEdit, &QLineEdit::textChanged, this, &MaintenanceDialog::showProblem);
    showProblem();
}

MaintenanceDialog::~MaintenanceDialog() = default;

MaintenanceMode MaintenanceDialog::mode() const
{
    return {m_ui->offlineButton->isChecked() ? MaintenanceMode::Type::Offline : MaintenanceMode::Type::ReadOnly,
            toStdString(m_ui->messageEdit->text().trimmed())};
}

void MaintenanceDialog::showProblem()
{
    const auto value = maintenanceValue(mode());
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(bool(value));
    m_ui->problemLabel->setText(
        value ? tr("The mode ends when you end it or close the datastore. If the connection, this computer or the host "
                   "fails meanwhile, the host restores by itself what was there before.")
              : text::oneLine(value.error()));
}

} // namespace espalier
