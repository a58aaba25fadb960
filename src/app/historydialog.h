// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QDialog>

#include <memory>
#include <string>

namespace Ui {
class HistoryDialog;
}

namespace espalier {

/// The runs of one datastore: who did what when, and what became of it.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p store must outlive the dialog.
    explicit HistoryDialog(OpenStore *store, QWidget *parent = nullptr);
    ~HistoryDialog() override;

signals:
    void undoRequested(const std::string &runId);
    void finishRequested(const std::string &runId); ///< Something of it is not done.
    void loaded();

private:
    void showHistory(const Result<History> &history);
    void showRun();
    const JournalRun *currentRun() const;

    History m_history;
    std::unique_ptr<Ui::HistoryDialog> m_ui;
};

} // namespace espalier
