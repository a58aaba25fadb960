// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QLocalServer>
#include <QObject>

#include <optional>
#include <string>
#include <vector>

class QLocalSocket;

namespace espalier {

/// What ssh wants to know from somebody.
struct SshQuestion
{
    enum class Kind {
        Secret,  ///< A password or passphrase.
        HostKey, ///< Whether an unknown host is the right one; the text has its fingerprint.
        Confirm, ///< Yes or no.
        Notice,  ///< Nothing: something is to be done elsewhere, such as touching a security key. Taken back when that was done.
    };

    int id = 0;
    Kind kind = Kind::Secret;
    QString host{};       ///< Whom the login is to, as a URL: ssh's words do not tell always.
    QString text{};       ///< ssh's own words.
    bool isAgain = false; ///< The same login asked the same before: the answer was wrong.
};

/// Takes the questions of ssh processes that this program starts (SSH_ASKPASS): each is carried by a short process of the program itself,
/// over a socket that only this user can open, with a token that only those processes know. Answers are never kept, logged or passed as
/// arguments.
class SshQuestions : public QObject
{
    Q_OBJECT

public:
    explicit SshQuestions(QObject *parent = nullptr);

    /// For SshOptions::environment. @p program is called with the question and prints the answer: askSshQuestion().
    std::vector<std::string> environment(const QString &program) const;

    void answer(int id, const QString &text); ///< "yes" or "no" where the kind is to confirm.
    void refuse(int id);                      ///< ssh then fails.

signals:
    void asked(const espalier::SshQuestion &question);
    void takenBack(int id); ///< Nobody waits for the answer any more.

private:
    void accept();
    void read(QLocalSocket *socket);

    QLocalServer m_server;
    QString m_token;
    QHash<int, QLocalSocket *> m_open;
    QHash<QString, int> m_askedBefore; ///< By ssh process and text: how often.
    int m_lastId = 0;
};

/// Whether this process was started to carry a question.
bool isSshQuestion();

/// Carries @p text to the program that started ssh, and prints the answer. The process's exit code.
int askSshQuestion(const QString &text);

} // namespace espalier
