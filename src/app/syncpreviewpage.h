// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncquestion.h"

#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class SyncPreviewPage;
}

namespace espalier {

class SyncListModel;

/// The list of what a sync would do: sorted, filtered and exported.
class SyncPreviewPage : public QWidget
{
    Q_OBJECT

public:
    explicit SyncPreviewPage(QWidget *parent = nullptr);
    ~SyncPreviewPage() override;

    /// @p note: what to know of the list; empty: nothing. Null where there is no list.
    void setShown(const std::shared_ptr<const ShownSync> &shown, const QString &note);
    void setOutcome(std::optional<SyncOutcome> outcome); ///< Only such lines; nothing: all.

signals:
    void failed(const QString &sentences);

private:
    void showFilter();
    void askWhereToExport();

    std::unique_ptr<Ui::SyncPreviewPage> m_ui;
    SyncListModel *m_list;
};

} // namespace espalier
