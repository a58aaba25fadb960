// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QWidget>

#include <memory>

namespace Ui {
class WelcomePage;
}

namespace espalier {

/// What the window shows while nothing is open.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);
    ~WelcomePage() override;

    void setRecentPlaces(const QStringList &places); ///< Newest first.

signals:
    void openRequested();
    void connectRequested();
    void demoRequested();
    void placeRequested(const QString &place);

private:
    std::unique_ptr<Ui::WelcomePage> m_ui;
};

} // namespace espalier
