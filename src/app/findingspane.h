// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"

#include <QWidget>

#include <memory>

class QAction;

namespace Ui {
class FindingsPane;
}

namespace espalier {

class FindingsModel;

/// What does not fit in a datastore: a list, and for the chosen one what comes of it and what to do.
class FindingsPane : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsPane(QWidget *parent = nullptr);
    ~FindingsPane() override;

    void setStore(OpenStore *store); ///< Null: nothing is open.
    void setCheckAction(QAction *action);
    int count() const;
    void selectFinding(int row);

signals:
    void revealRequested(const espalier::ItemRef &item);
    void countChanged();

private:
    void showCurrent();
    void showSummary();
    void revealCurrent();

    std::unique_ptr<Ui::FindingsPane> m_ui;
    FindingsModel *m_model;
};

} // namespace espalier
