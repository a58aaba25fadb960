// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/datastore/hostzone.h"
#include "core/pbs/calendarevent.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace Ui {
class SyncJobPage;
}

namespace espalier {

/// What a job has besides what it copies: its name, when it runs, a comment.
class SyncJobPage : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        std::string id;
        std::optional<std::string> schedule{}; ///< Nothing: it only runs when somebody starts it.
        std::string comment{};
        bool isEnabled = true;
    };

    explicit SyncJobPage(QWidget *parent = nullptr);
    ~SyncJobPage() override;

    void fill(const Entry &entry, bool isNew);         ///< Only a new job can be named.
    void setSaved(std::vector<std::string> names);     ///< Of all jobs there are: to choose from, and not to be given again.
    void setZone(const std::optional<HostZone> &zone); ///< In which the job counts; nothing where nobody knows.
    Result<Entry> entry() const;                       ///< What is entered, or the first problem with it.

signals:
    void changed();
    void jobChosen(const QString &name); ///< Another one is to be edited.

private:
    Result<std::string> name() const;
    Result<std::optional<CalendarEvent>> schedule() const;
    Result<std::string> comment() const;
    void showProblems();
    void showRuns();

    std::unique_ptr<Ui::SyncJobPage> m_ui;
    std::vector<std::string> m_saved;
    std::optional<HostZone> m_zone;
    bool m_isNew = true;
};

} // namespace espalier
