// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "remote/sshquestions.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;

namespace espalier {

/// Asks what ssh wants to know, in ssh's own words.
class SshQuestionDialog : public QDialog
{
    Q_OBJECT

public:
    /// @p canRemember: there is a key ring.
    SshQuestionDialog(const SshQuestion &question, bool canRemember, QWidget *parent = nullptr);

    QString answer() const; ///< Once it was accepted: the secret, or "yes".
    bool wantsRemembering() const;

private:
    QLineEdit *m_edit = nullptr;
    QCheckBox *m_remember = nullptr;
};

} // namespace espalier
