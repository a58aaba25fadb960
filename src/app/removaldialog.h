// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/removals.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace espalier {

/// Names and counts what a plan removes for good, before it happens. Where they are many, or a group loses its last snapshot, their
/// number has to be typed.
class RemovalDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p act: what the button says that agrees, such as "Remove 3 snapshots".
    RemovalDialog(const QString &storeName, const Removals &removals, const QString &act, QWidget *parent = nullptr);

private:
    void addRow(const Removals::OfGroup &each);
    void checkNumber();

    QString m_number; ///< That has to be typed; empty where none has to be.
    QTreeWidget *m_list;
    QLineEdit *m_edit = nullptr; ///< Null where no number has to be typed.
    QPushButton *m_agree;
};

} // namespace espalier
