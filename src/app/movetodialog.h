// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/openstore.h"

#include <QDialog>

#include <memory>
#include <vector>

class QTreeWidgetItem;

namespace Ui {
class MoveToDialog;
}

namespace espalier {

/// Asks for the namespace that groups are to be moved to, and says at once what would come of it.
class MoveToDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p store must outlive the dialog. @p groups may be shown places.
    MoveToDialog(const OpenStore *store, MovedItems items, QWidget *parent = nullptr);
    ~MoveToDialog() override;

    void setTarget(const NamespacePath &target);
    Result<NamespacePath> target() const; ///< What is entered now, or the first problem with it.
    bool createsTarget() const;           ///< It does not exist yet.

private:
    QString question() const;
    void fillTree();
    void filterTree(const QString &text);
    void showVerdict();
    void showWords(Verdict::Level level, const QString &words);
    void chooseItem(QTreeWidgetItem *item);
    void makeNamespace();

    const OpenStore *m_store;
    MovedItems m_items;
    std::unique_ptr<Ui::MoveToDialog> m_ui;
};

} // namespace espalier
