// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demodialog.h"

#include "app/icons.h"
#include "app/platform.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "ui_demodialog.h"

#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QtConcurrentRun>

namespace espalier {

DemoDialog::DemoDialog(DemoMaker maker, const QString &directory, QWidget *parent)
    : QDialog(parent)
    , m_maker(std::move(maker))
    , m_offered(directory)
    , m_ui(std::make_unique<Ui::DemoDialog>())
{
    m_ui->setupUi(this);
    m_ui->pathEdit->setText(directory);
    m_ui->browseButton->setIcon(icon(IconName::Open));
    m_ui->progress->hide();
    if (platform::keepsDemoInMemory()) {
        m_ui->whatLabel->setText(
            tr("Two small datastores, “site-a” and “site-b”, are made in memory: genuine in their format, with invented "
               "content. They are gone when the program ends."));
        for (QWidget *each : std::initializer_list<QWidget *>{m_ui->pathLabel, m_ui->pathEdit, m_ui->browseButton})
            each->hide();
    }
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Make and open the demo"));
    connect(m_ui->pathEdit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_ui->problemLabel->clear();
        m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(!text.trimmed().isEmpty());
    });
    connect(m_ui->browseButton, &QPushButton::clicked, this, &DemoDialog::browse);
    connect(m_ui->buttonBox, &QDialogButtonBox::accepted, this, &DemoDialog::make);
}

DemoDialog::~DemoDialog() = default;

void DemoDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a place for the demo"), m_ui->pathEdit->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, m_ui->pathEdit, &QLineEdit::setText);
    dialog->open();
}

QString DemoDialog::directory() const
{
    if (platform::keepsDemoInMemory())
        return m_offered;
    return QDir::cleanPath(QDir::home().absoluteFilePath(m_ui->pathEdit->text().trimmed()));
}

void DemoDialog::make()
{
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_ui->pathEdit->setEnabled(false);
    m_ui->problemLabel->clear();
    m_ui->progress->show();
    whenFinished(QtConcurrent::run(m_maker, directory()), this, [this](const Result<QStringList> &result) { showResult(result); });
}

void DemoDialog::showResult(const Result<QStringList> &result)
{
    m_ui->progress->hide();
    if (result) {
        accept();
        emit made(*result);
        return;
    }
    m_ui->pathEdit->setEnabled(true);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(true);
    m_ui->problemLabel->setText(text::oneLine(result.error()));
}

} // namespace espalier
