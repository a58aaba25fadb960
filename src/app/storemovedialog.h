// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/storemoveplan.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace espalier {

/// Names and counts what a move to another datastore copies, and what goes at the source then, before anything happens. Where that is
/// much, or a group loses its last snapshot, the number has to be typed. A refused group keeps all of it back.
class StoreMoveDialog : public QDialog
{
    Q_OBJECT

public:
    StoreMoveDialog(const QString &source, const QString &target, const StoreMovePlan &plan, QWidget *parent = nullptr);

private:
    QLabel *wrapped(const QString &text);
    void addRow(const StoreMoveGroup &group);
    void addList(const StoreMovePlan &plan);
    void addRemovals(const QString &source, const Removals &removals);
    void addButtons(const StoreMovePlan &plan);
    void checkNumber();

    QString m_number; ///< That has to be typed; empty where none has to be.
    bool m_isReady;
    QTreeWidget *m_list;
    QLineEdit *m_edit = nullptr; ///< Null where no number has to be typed.
    QPushButton *m_agree = nullptr;
};

} // namespace espalier
