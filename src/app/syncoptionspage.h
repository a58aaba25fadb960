// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/syncpace.h"
#include "app/syncquestion.h"

#include <QStringList>
#include <QWidget>

#include <memory>
#include <optional>

namespace Ui {
class SyncOptionsPage;
}

namespace espalier {

/// What a sync takes and what it removes. Removing what vanished can only be chosen by somebody who has seen what that is.
class SyncOptionsPage : public QWidget
{
    Q_OBJECT

public:
    explicit SyncOptionsPage(QWidget *parent = nullptr);
    ~SyncOptionsPage() override;

    /// Tells nobody. Removing stays off, as nobody has seen anything, but for a job of which it @p isApproved.
    void fill(const SyncOptions &options, bool isApproved);
    void setApproved(bool isApproved); ///< What is entered is, as far as it decides about removing, what was approved before.
    void setPace(const SyncPace &pace);
    Result<SyncPace> pace() const;                   ///< How it is to copy, or the first problem with that.
    void setOwners(const QStringList &owners);       ///< To choose from.
    Result<SyncOptions> added(SyncOptions to) const; ///< @p to with what is entered, or the first problem with it.

    /// What removing would remove by what is entered; null: not known. Where it is more than was seen, the choice is taken back.
    void setRemoving(const std::shared_ptr<const ShownSync> &removing);
    void markSeen(); ///< Somebody looked at that list.

    /// What would be removed now, where somebody has seen all of it; else nothing.
    std::optional<Removals> agreed() const;

signals:
    void changed();
    void paceChanged(); ///< It has no part in what is copied.
    void listWanted();  ///< Of what would be removed; markSeen() is the answer.

private:
    bool mayRemove() const;
    void showRemoving();
    void showProblem();
    void showRateProblem();

    std::unique_ptr<Ui::SyncOptionsPage> m_ui;
    std::shared_ptr<const ShownSync> m_removing;
    std::optional<Removals> m_seen;
    bool m_isApproved = false;
};

} // namespace espalier
