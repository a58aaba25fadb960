// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/latestanswer.h"
#include "app/settings.h"
#include "app/simulation.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SimulatorDialog;
}

namespace espalier {

class PruneListModel;

/// Shows what a retention leaves of backups that are only imagined. Needs no datastore.
class SimulatorDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p state remembers the window's size.
    explicit SimulatorDialog(Settings *state, QWidget *parent = nullptr);
    ~SimulatorDialog() override;

    const SimulationAnswer &answer() const { return m_answer; }
    bool isWorking() const { return m_answers.isWorking(); } ///< What is shown is not up to date.
    void setKeep(const KeepOptions &options);                ///< As if they were typed.

signals:
    void answered();

protected:
    void done(int result) override;

private:
    void ask();
    void showAnswer(const SimulationAnswer &answer);
    void showList();

    std::unique_ptr<Ui::SimulatorDialog> m_ui;
    Settings *m_state;
    PruneListModel *m_list;
    SimulationAnswer m_answer;
    LatestAnswer<SimulationQuestion, SimulationAnswer> m_answers;
};

} // namespace espalier
