// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/opendialog.h"

#include "app/completion.h"
#include "app/icons.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/printable.h"
#include "ui_opendialog.h"

#include <QCompleter>
#include <QDir>
#include <QFileDialog>
#include <QFileSystemModel>
#include <QPushButton>
#include <QStyle>

#include <chrono>

namespace espalier {

QString betterPath(const Error &error)
{
    const bool isKnown = error.id == MessageId::StoreOneLevelBelow || error.id == MessageId::StoreLevelsAbove;
    return isKnown && error.args.size() > 1 ? QString::fromStdString(error.args[1]) : QString();
}

OpenDialog::OpenDialog(BackendFactory factory, QWidget *parent)
    : QDialog(parent)
    , m_factory(std::move(factory))
    , m_ui(std::make_unique<Ui::OpenDialog>())
{
    m_ui->setupUi(this);
    m_ui->browseButton->setIcon(icon(IconName::Open));
    m_ui->betterButton->setIcon(icon(IconName::GoTo));
    m_ui->buttonBox->button(QDialogButtonBox::Open)->setText(tr("Open datastore"));
    auto *directories = new QFileSystemModel(this);
    directories->setFilter(QDir::AllDirs | QDir::NoDotAndDotDot);
    directories->setRootPath(QDir::rootPath());
    auto *completer = new QCompleter(directories, this);
    m_ui->pathEdit->setCompleter(completer);
    letReturnMeanTyped(m_ui->pathEdit, m_ui->buttonBox->button(QDialogButtonBox::Open));
    m_pause.setSingleShot(true);
    m_pause.setInterval(std::chrono::milliseconds(250));
    connect(&m_pause, &QTimer::timeout, this, &OpenDialog::look);
    connect(m_ui->pathEdit, &QLineEdit::textChanged, this, [this] {
        m_place.reset();
        m_ui->buttonBox->button(QDialogButtonBox::Open)->setEnabled(false);
        m_pause.start();
    });
    connect(m_ui->browseButton, &QPushButton::clicked, this, &OpenDialog::browse);
    connect(m_ui->betterButton, &QPushButton::clicked, this, [this] { setText(m_better); });
    look();
}

OpenDialog::~OpenDialog() = default;

void OpenDialog::setText(const QString &text)
{
    m_ui->pathEdit->setText(text);
    m_pause.stop();
    look();
}

std::optional<Place> OpenDialog::place() const
{
    return m_place;
}

void OpenDialog::look()
{
    m_place.reset();
    m_better.clear();
    m_ui->betterButton->hide();
    m_ui->buttonBox->button(QDialogButtonBox::Open)->setEnabled(false);
    const QString text = m_ui->pathEdit->text().trimmed();
    if (text.isEmpty()) {
        m_ui->stateIcon->clear();
        m_ui->stateLabel->setText(tr("Choose the directory of a datastore: it holds “.chunks” and the namespaces."));
        return;
    }
    const auto place = Place::fromString(text.toStdString(), QDir::homePath().toStdString());
    if (!place)
        return showProblem(place.error());
    if (place->kind() != Place::Kind::Directory) // nobody logs in anywhere while somebody types
        return showDistant(*place);
    m_ui->stateLabel->setText(tr("Looking…"));
    m_probe = m_factory(*place);
    whenFinished(m_probe->open(), m_probe.get(), [this, place = *place](const Result<PlaceState> &state) { showState(place, state); });
}

void OpenDialog::showDistant(const Place &place)
{
    m_place = place;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_ui->stateIcon->setPixmap(icon(IconName::Connect).pixmap(QSize(size, size), devicePixelRatio()));
    m_ui->stateLabel->setText(tr("A directory on the host %1. It is connected to when it is opened.").arg(printable(place.host())));
    m_ui->buttonBox->button(QDialogButtonBox::Open)->setEnabled(true);
    emit recognised();
}

void OpenDialog::showState(const Place &place, const Result<PlaceState> &state)
{
    if (!state)
        return showProblem(state.error());
    m_place = place;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    const bool writable = state->access.allowed;
    m_ui->stateIcon->setPixmap(icon(writable ? IconName::WillDo : IconName::Lock).pixmap(QSize(size, size), devicePixelRatio()));
    const QString volume = printable(state->volume);
    if (writable && state->isDemo)
        m_ui->stateLabel->setText(tr("A demo datastore (%1). It can be changed.").arg(volume));
    else if (writable)
        m_ui->stateLabel->setText(tr("A datastore (%1). It can be changed.").arg(volume));
    else
        m_ui->stateLabel->setText(
            tr("A datastore (%1), read-only: %2").arg(volume, state->access.reason ? text::oneLine(*state->access.reason) : QString()));
    m_ui->buttonBox->button(QDialogButtonBox::Open)->setEnabled(true);
    emit recognised();
}

void OpenDialog::showProblem(const Error &error)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_ui->stateIcon->setPixmap(icon(IconName::NeedsAttention).pixmap(QSize(size, size), devicePixelRatio()));
    m_ui->stateLabel->setText(text::oneLine(error));
    m_better = betterPath(error);
    m_ui->betterButton->setText(tr("Use %1").arg(printable(m_better.toStdString())));
    m_ui->betterButton->setVisible(!m_better.isEmpty());
    emit recognised();
}

void OpenDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose a datastore"), m_ui->pathEdit->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &OpenDialog::setText);
    dialog->open();
}

} // namespace espalier
