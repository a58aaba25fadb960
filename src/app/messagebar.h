// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QList>
#include <QString>

#include <functional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace espalier {

/// A line above the tree that says something and offers what to do about it. Hidden while it has nothing to say.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind { Information, Success, Warning, Error };

    /// Something to do about a message: a button.
    struct Offer
    {
        QString text;
        std::function<void()> act;
        bool closes = true; ///< The message goes away when it is chosen.
    };

    explicit MessageBar(QWidget *parent = nullptr);

    void setClosable(bool closable); ///< Default: true.
    void showMessage(Kind kind, const QString &text, const QList<Offer> &offers = {});
    void clear();
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showColours();

    QLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_offers;
    QToolButton *m_close;
    Kind m_kind = Kind::Information;
};

} // namespace espalier
