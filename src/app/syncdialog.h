// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/latestanswer.h"
#include "app/settings.h"
#include "app/storelist.h"
#include "app/syncjobwish.h"
#include "app/syncquestion.h"

#include <QDialog>

#include <memory>

namespace Ui {
class SyncDialog;
}

namespace espalier {

class OwnJobList;
class SyncGroupModel;

/// Shows what a sync of two open datastores would do, while its ends, filters and options are chosen. It copies nothing itself.
/// Everything is worked out in a worker.
class SyncDialog : public QDialog
{
    Q_OBJECT

public:
    /// What it begins with; ends may be null.
    struct Beginning
    {
        OpenStore *source = nullptr;
        OpenStore *target = nullptr;
        SyncOptions options{};
        std::optional<OwnSyncJob> job{}; ///< That is edited; nothing: a new one.
        bool canMove = false;            ///< It is about things that may be moved just as well.
    };

    /// @p own: the user's own jobs. @p state remembers the window's size. None is owned.
    SyncDialog(StoreList *stores, const Beginning &beginning, const OwnJobList *own, Settings *state, QWidget *parent = nullptr);
    ~SyncDialog() override;

    const SyncAnswer *answer() const { return m_hasAnswer ? &m_answer : nullptr; } ///< Null before there is one.
    bool isWorking() const { return m_answers.isWorking(); }                       ///< What is shown is not up to date.
    Result<SyncOptions> options() const;                                           ///< What is entered, or the first problem with it.
    OpenStore *source() const;                                                     ///< Null: none, or it was closed.
    OpenStore *target() const;

signals:
    void answered();
    void failed(const QString &sentences);
    /// The editor of a job, or (nothing) of a new one, is wanted in place of this one.
    void editWanted(const std::optional<espalier::OwnSyncJob> &job);
    void saveWanted(const espalier::SyncJobWish &wish);
    void moveWanted(); ///< What it began with is to be moved, not copied.
    void runWanted(espalier::OpenStore *source, espalier::OpenStore *target, const espalier::SyncOptions &options,
                   const espalier::SyncPace &pace);

protected:
    void done(int result) override;

private:
    void setUpJob();
    void setUpPages(const SyncOptions &options);
    void showEnds();
    void ask();
    void showAnswer(const SyncAnswer &answer);
    void showAll();
    void showMapping();
    void showGroups();
    void showRemovals();
    void showTotals();
    void showButton();
    void showSaveButton();
    QString whyNoRun() const;
    QString whyNoJob() const;
    Result<SyncJobWish> wish() const;
    void showJobs();
    void readZone();
    void save();
    void openJob(const QString &name);
    QString waiting() const;
    void run();

    std::unique_ptr<Ui::SyncDialog> m_ui;
    const OwnJobList *m_own;
    std::optional<OwnSyncJob> m_job; ///< As it was saved.
    std::string m_saving;            ///< The name of the job that is being saved; else empty.
    Settings *m_state;
    SyncGroupModel *m_groups;
    const OpenStore *m_zoneOf = nullptr; ///< Whose time zone was asked for; only compared.
    SyncAnswer m_answer;
    bool m_hasAnswer = false;
    LatestAnswer<SyncQuestion, SyncAnswer> m_answers;
};

} // namespace espalier
