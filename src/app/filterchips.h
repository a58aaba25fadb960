// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/groupfilter.h"

#include <QWidget>

#include <vector>

class QListWidget;
class QPushButton;

namespace espalier {

/// The group filters of a job as chips in a row: add, edit (Return, double click), remove (Del).
class FilterChips : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    const std::vector<GroupFilter> &filters() const { return m_filters; }
    void setFilters(std::vector<GroupFilter> filters); ///< Tells nobody.
    void setGroups(std::vector<GroupId> groups);       ///< To choose from.

    void add();
    void edit();
    void remove();

signals:
    void changed(); ///< By somebody at the window.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show(std::size_t chosen);
    void showButtons();
    void open(const GroupFilter &filter, std::size_t place);

    QListWidget *m_list;
    QPushButton *m_add;
    QPushButton *m_edit;
    QPushButton *m_remove;
    std::vector<GroupFilter> m_filters;
    std::vector<GroupId> m_groups;
};

} // namespace espalier
