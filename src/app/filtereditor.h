// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/groupfilter.h"

#include <QDialog>
#include <QStringList>

#include <memory>
#include <vector>

namespace Ui {
class FilterEditor;
}

namespace espalier {

/// Edits a copy of one group filter, and tells how many groups it finds.
class FilterEditor : public QDialog
{
    Q_OBJECT

public:
    /// @p groups: those of the source, each id once, to choose from and to count.
    FilterEditor(const GroupFilter &filter, std::vector<GroupId> groups, QWidget *parent = nullptr);
    ~FilterEditor() override;

    /// What is entered now; or why it is no filter, or none that can be judged here.
    Result<GroupFilter> filter() const;

private:
    void fill(const GroupFilter &filter);
    void offerValues();
    void showProblem();
    QString found(const GroupFilter &filter) const;

    std::unique_ptr<Ui::FilterEditor> m_ui;
    std::vector<GroupId> m_groups;
};

} // namespace espalier
