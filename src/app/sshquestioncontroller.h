// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/keyring.h"
#include "remote/sshquestions.h"

#include <QPointer>
#include <QSet>

#include <deque>

class QWidget;

namespace espalier {

class SshQuestionDialog;

/// Puts the questions of ssh to people, one after the other; what the key ring knows is not asked.
class SshQuestionController : public QObject
{
    Q_OBJECT

public:
    SshQuestionController(SshQuestions &questions, KeyRing &keyRing, QWidget *window);

private:
    void take(const SshQuestion &question);
    void takeBack(int id);
    void showNext();
    void finish(SshQuestionDialog *dialog, const SshQuestion &question, int result);
    bool mayBeKept(const SshQuestion &question) const;
    static QString nameOf(const SshQuestion &question);

    SshQuestions &m_questions;
    KeyRing &m_keyRing;
    QWidget *m_window;
    std::deque<SshQuestion> m_waiting; ///< The first one is shown.
    QSet<int> m_lookedUp;              ///< In the key ring, now.
    QPointer<SshQuestionDialog> m_dialog;
};

} // namespace espalier
