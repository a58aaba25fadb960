// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class SnapshotPage;
}

namespace espalier {

/// Details of a snapshot: its files, notes and manifest.
class SnapshotPage : public QWidget
{
    Q_OBJECT

public:
    explicit SnapshotPage(QWidget *parent = nullptr);
    ~SnapshotPage() override;

    void show(const ItemRef &item); ///< Another snapshot: reads its files and manifest.
    void refresh();                 ///< The same snapshot may have changed in the store's tree.
    using QWidget::show;

private:
    void requestContent();
    void showContent(const SnapshotContent &content);
    void showFiles(const std::vector<SnapshotFile> &files);
    void showManifest(const SnapshotContent &content);
    void showError(const Error &error);

    std::unique_ptr<Ui::SnapshotPage> m_ui;
    std::optional<ItemRef> m_item;
    unsigned m_contentAsked = 0; ///< Answers to earlier questions are ignored.
};

} // namespace espalier
