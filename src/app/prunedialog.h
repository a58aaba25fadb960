// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/latestanswer.h"
#include "app/openstore.h"
#include "app/prunejobitem.h"
#include "app/prunequestion.h"
#include "app/settings.h"
#include "core/datastore/hostzone.h"

#include <QDialog>
#include <QPointer>

#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class PruneDialog;
}

namespace espalier {

class OwnJobList;
class PruneListModel;

/// Shows what a prune would do with a selection of a datastore, by numbers that are typed or by a job of its server, and removes nothing.
/// Everything is worked out in a worker; the datastore's tree is that on disk.
class PruneDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p own: the user's own jobs, or null. @p state remembers the window's size.
    PruneDialog(OpenStore *store, const PruneSelection &selection, const OwnJobList *own, Settings *state, QWidget *parent = nullptr);
    ~PruneDialog() override;

    const PruneAnswer *answer() const { return m_answer.shown ? &m_answer : nullptr; } ///< Null before there is one.
    bool isWorking() const { return m_answers.isWorking(); }                           ///< What is shown is not up to date.
    void setKeep(const KeepOptions &options);                                          ///< As if they were typed.
    void setNumbers();                                                                 ///< Of no job, as soon as jobs are known.
    void setJob(const std::string &id, bool isOwn);                                    ///< As if it was chosen, as soon as it is known.

signals:
    void answered();
    void saveWanted(espalier::OpenStore *store, const espalier::PruneJobWish &wish);
    /// Of @p plan, which was made in @p zone: that of the server, or one that was chosen.
    void removalsWanted(espalier::OpenStore *store, const espalier::PrunePlan &plan, const espalier::HostZone &zone);

protected:
    void done(int result) override;

private:
    void setUpPages();
    void showScope();
    void readReferences();
    void showReferences(const HostReferences &references);
    void readJobs();
    void showJobs();
    void chooseJob();
    void markEdited();
    struct SavedJob
    {
        std::string id;
        bool isOwn = false;
        bool isDisabled = false;
        PruneQuestion::Rules rules;

        bool isSame(const SavedJob &other) const { return id == other.id && isOwn == other.isOwn; }
    };
    const SavedJob *job() const; ///< The chosen one; null for numbers that belong to none.
    QString titleOf(const SavedJob &job, bool isEdited) const;
    PruneQuestion::Rules rules() const;
    TimeZone zone() const;
    void chooseZone();
    void ask();
    void showAnswer(const PruneAnswer &answer);
    void showPlan();
    void showTotals(const PrunePlan &plan);
    void showWarnings(const std::vector<Error> &warnings);
    void showZoneDependence(std::size_t count);
    void showForecastDate();
    void showButton();
    void showSaveButton();
    void stage();
    void save();

    std::unique_ptr<Ui::PruneDialog> m_ui;
    QPointer<OpenStore> m_store;
    PruneSelection m_selection;
    Settings *m_state;
    PruneListModel *m_list;
    const OwnJobList *m_own;
    HostReferences m_references;
    bool m_isServerKnown = false;
    bool m_beginsWithNumbers = false;
    std::vector<SavedJob> m_jobs;       ///< On the store, your own first.
    std::optional<SavedJob> m_wanted{}; ///< To be chosen when it is known.
    std::optional<HostZone> m_hostZone; ///< Nothing where it is not known.
    bool m_isZoneChosen = false;        ///< Somebody did: nothing is removed by a zone that is only a guess.
    PruneAnswer m_answer;
    bool m_isListStale = false; ///< The page of the list was not visible.
    LatestAnswer<PruneQuestion, PruneAnswer> m_answers;
    LatestAnswer<std::shared_ptr<const ShownPrune>, std::size_t> m_dependence;
};

} // namespace espalier
