// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/aboutdialog.h"

#include "app/components.h"
#include "app/icons.h"
#include "ui_aboutdialog.h"

#include <QApplication>
#include <QPushButton>

namespace espalier {

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent), m_ui(std::make_unique<Ui::AboutDialog>())
{
    m_ui->setupUi(this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    m_ui->titleLabel->setFont(large);
    m_ui->pictureLabel->setPixmap(icon(IconName::Application).pixmap(QSize(64, 64), devicePixelRatio()));
    m_ui->versionLabel->setText(tr("Version %1, with Qt %2").arg(QStringLiteral(ESPALIER_VERSION), QString::fromLatin1(qVersion())));
    for (const Component &component : components())
        new QTreeWidgetItem(m_ui->componentsView, {component.name, component.version, component.licence});
    for (int column = 0; column < m_ui->componentsView->columnCount(); ++column)
        m_ui->componentsView->resizeColumnToContents(column);
    const QPushButton *aboutQt = m_ui->buttonBox->addButton(tr("About &Qt"), QDialogButtonBox::ActionRole);
    connect(aboutQt, &QPushButton::clicked, qApp, &QApplication::aboutQt);
}

AboutDialog::~AboutDialog() = default;

} // namespace espalier
