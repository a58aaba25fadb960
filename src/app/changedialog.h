// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <QDialog>

#include <functional>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace espalier {

/// Asks for one text that makes a change, and says with every letter what would come of it. A new name, an owner: one line; notes:
/// several.
class ChangeDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Lines { One, Several };
    /// What the text would do. An empty answer is not refused.
    using Judge = std::function<Verdict(const QString &text)>;

    ChangeDialog(const QString &title, const QString &question, const QString &text, Lines lines, Judge judge, QWidget *parent = nullptr);

    QString text() const;
    /// Proposals for one line.
    void setProposals(const QStringList &texts);

private:
    void showVerdict();

    Judge m_judge;
    QString m_untouched;               ///< What is entered at first.
    QLineEdit *m_line = nullptr;       ///< Null where there are several.
    QPlainTextEdit *m_lines = nullptr; ///< Null where there is one.
    QLabel *m_icon;
    QLabel *m_words;
    QDialogButtonBox *m_buttons;
};

} // namespace espalier
