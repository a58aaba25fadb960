// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sshquestioncontroller.h"

#include "app/sshquestiondialog.h"

#include <algorithm>

namespace espalier {

SshQuestionController::SshQuestionController(SshQuestions &questions, KeyRing &keyRing, QWidget *window)
    : QObject(window)
    , m_questions(questions)
    , m_keyRing(keyRing)
    , m_window(window)
{
    connect(&m_questions, &SshQuestions::asked, this, &SshQuestionController::take);
    connect(&m_questions, &SshQuestions::takenBack, this, &SshQuestionController::takeBack);
}

/// Another port may be another machine, and the words are the same.
QString SshQuestionController::nameOf(const SshQuestion &question)
{
    return question.host + u' ' + question.text.trimmed();
}

/// Passwords and passphrases by ssh's own words; a host may ask for anything else, such as a code that is good for once.
bool SshQuestionController::mayBeKept(const SshQuestion &question) const
{
    const bool isKnown = question.text.trimmed().endsWith(QLatin1String("'s password:"))
        || question.text.startsWith(QLatin1String("Enter passphrase for key"));
    return question.kind == SshQuestion::Kind::Secret && isKnown && m_keyRing.isAvailable();
}

/// A secret that did not let anybody in is forgotten.
void SshQuestionController::take(const SshQuestion &question)
{
    const auto ask = [this, question] {
        m_waiting.push_back(question);
        showNext();
    };
    if (!mayBeKept(question))
        return ask();
    if (question.isAgain) {
        m_keyRing.remove(nameOf(question));
        return ask();
    }
    m_lookedUp.insert(question.id);
    m_keyRing.read(nameOf(question), this, [this, ask, id = question.id](const QString &secret) {
        if (!m_lookedUp.remove(id))
            return; // it was taken back
        if (secret.isEmpty())
            ask();
        else
            m_questions.answer(id, secret);
    });
}

void SshQuestionController::takeBack(int id)
{
    m_lookedUp.remove(id);
    const bool isShown = m_dialog && !m_waiting.empty() && m_waiting.front().id == id;
    std::erase_if(m_waiting, [id](const SshQuestion &each) { return each.id == id; });
    if (isShown) {
        m_dialog->disconnect(this);
        m_dialog->hide();
        m_dialog->deleteLater();
        m_dialog = nullptr;
    }
    showNext();
}

void SshQuestionController::showNext()
{
    if (m_dialog || m_waiting.empty())
        return;
    const SshQuestion question = m_waiting.front();
    m_dialog = new SshQuestionDialog(question, mayBeKept(question), m_window->isVisible() ? m_window : nullptr);
    m_dialog->setWindowModality(Qt::ApplicationModal); // the dialog that connects may be open
    connect(m_dialog, &QDialog::finished, this,
            [this, dialog = m_dialog.data(), question](int result) { finish(dialog, question, result); });
    m_dialog->show();
}

void SshQuestionController::finish(SshQuestionDialog *dialog, const SshQuestion &question, int result)
{
    std::erase_if(m_waiting, [&question](const SshQuestion &each) { return each.id == question.id; });
    m_dialog = nullptr;
    dialog->deleteLater();
    if (result == QDialog::Accepted) {
        if (dialog->wantsRemembering())
            m_keyRing.write(nameOf(question), dialog->answer());
        m_questions.answer(question.id, dialog->answer());
    } else {
        m_questions.refuse(question.id);
    }
    showNext();
}

} // namespace espalier
