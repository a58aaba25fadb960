// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/messagebar.h"

#include "app/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace espalier {

namespace {

IconName kindIcon(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information: return IconName::Information;
    case MessageBar::Kind::Success: return IconName::WillDo;
    case MessageBar::Kind::Warning: return IconName::NeedsAttention;
    case MessageBar::Kind::Error: return IconName::Problem;
    }
    return IconName::Information;
}

QColor kindColour(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information: return {0x3b, 0x82, 0xc4};
    case MessageBar::Kind::Success: return {0x3c, 0x9a, 0x5f};
    case MessageBar::Kind::Warning: return {0xd0, 0x8a, 0x1c};
    case MessageBar::Kind::Error: return {0xc8, 0x44, 0x3c};
    }
    return {};
}

QColor mixed(const QColor &over, const QColor &under, double share)
{
    const auto mix = [share](int a, int b) { return int(a * share + b * (1 - share)); };
    return {mix(over.red(), under.red()), mix(over.green(), under.green()), mix(over.blue(), under.blue())};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_offers(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    m_close->setIcon(icon(IconName::Close));
    m_close->setAutoRaise(true);
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(tr("Close this message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_offers);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    hide();
}

void MessageBar::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void MessageBar::showMessage(Kind kind, const QString &text, const QList<Offer> &offers)
{
    clear();
    m_kind = kind;
    m_text->setText(text);
    setAccessibleName(text);
    for (const Offer &offer : offers) {
        auto *button = new QPushButton(offer.text, this);
        connect(button, &QPushButton::clicked, this, [this, offer] {
            if (offer.closes)
                clear();
            offer.act();
        });
        m_offers->addWidget(button);
    }
    showColours();
    show();
}

void MessageBar::clear()
{
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one that was clicked
        delete item;
    }
    m_text->clear();
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::showColours()
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(icon(kindIcon(m_kind)).pixmap(QSize(size, size), devicePixelRatio()));
    const QPalette &outer = parentWidget() ? parentWidget()->palette() : palette();
    QPalette coloured = outer;
    coloured.setColor(QPalette::Window, mixed(kindColour(m_kind), outer.color(QPalette::Window), 0.22));
    setPalette(coloured);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::ApplicationPaletteChange)
        showColours();
}

} // namespace espalier
