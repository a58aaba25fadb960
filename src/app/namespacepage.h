// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"

#include <QWidget>

#include <memory>

namespace Ui {
class NamespacePage;
}

namespace espalier {

/// Details of a datastore or a namespace.
class NamespacePage : public QWidget
{
    Q_OBJECT

public:
    explicit NamespacePage(QWidget *parent = nullptr);
    ~NamespacePage() override;

    void show(const ItemRef &item); ///< A store or namespace; again after it has changed.
    using QWidget::show;

private:
    void showCounts(const Namespace &ns);

    std::unique_ptr<Ui::NamespacePage> m_ui;
};

} // namespace espalier
