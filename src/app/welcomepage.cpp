// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/welcomepage.h"

#include "app/icons.h"
#include "ui_welcomepage.h"

namespace espalier {

WelcomePage::WelcomePage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::WelcomePage>())
{
    m_ui->setupUi(this);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 2);
    m_ui->titleLabel->setFont(large);
    m_ui->pictureLabel->setPixmap(icon(IconName::Application).pixmap(QSize(64, 64), devicePixelRatio()));
    m_ui->openButton->setIcon(icon(IconName::Open));
    m_ui->sshButton->setIcon(icon(IconName::Connect));
    m_ui->demoButton->setIcon(icon(IconName::Demo));
    connect(m_ui->openButton, &QCommandLinkButton::clicked, this, &WelcomePage::openRequested);
    connect(m_ui->sshButton, &QCommandLinkButton::clicked, this, &WelcomePage::connectRequested);
    connect(m_ui->demoButton, &QCommandLinkButton::clicked, this, &WelcomePage::demoRequested);
    connect(m_ui->recentList, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { emit placeRequested(item->text()); });
    setRecentPlaces({});
}

WelcomePage::~WelcomePage() = default;

void WelcomePage::setRecentPlaces(const QStringList &places)
{
    m_ui->recentList->clear();
    for (const QString &place : places)
        m_ui->recentList->addItem(new QListWidgetItem(icon(IconName::Datastore), place));
    m_ui->recent->setVisible(!places.isEmpty());
}

} // namespace espalier
