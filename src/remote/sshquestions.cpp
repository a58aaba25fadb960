// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshquestions.h"

#include "core/fs/computer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QRandomGenerator>

#include <cstdio>
#include <cstdlib>

namespace espalier {

namespace {

constexpr const char *socketVariable = "ESPALIER_ASKPASS_SOCKET";
constexpr const char *tokenVariable = "ESPALIER_ASKPASS_TOKEN";
constexpr qsizetype maxQuestion = 64 * 1024;

QString randomText()
{
    QByteArray bytes(24, '\0');
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/// OpenSSH tells in SSH_ASKPASS_PROMPT whether it wants no answer or a yes; the question about a host's key comes without.
SshQuestion::Kind kindOf(const QString &hint, const QString &text)
{
    if (hint == QLatin1String("none"))
        return SshQuestion::Kind::Notice;
    if (text.contains(QLatin1String("(yes/no")))
        return SshQuestion::Kind::HostKey;
    return hint == QLatin1String("confirm") ? SshQuestion::Kind::Confirm : SshQuestion::Kind::Secret;
}

} // namespace

SshQuestions::SshQuestions(QObject *parent) : QObject(parent), m_token(randomText())
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(QStringLiteral("espalier-ask-") + randomText());
    connect(&m_server, &QLocalServer::newConnection, this, &SshQuestions::accept);
}

std::vector<std::string> SshQuestions::environment(const QString &program) const
{
    if (!m_server.isListening())
        return {};
    return {"SSH_ASKPASS=" + program.toStdString(), "SSH_ASKPASS_REQUIRE=force",
            std::string(socketVariable) + '=' + m_server.fullServerName().toStdString(),
            std::string(tokenVariable) + '=' + m_token.toStdString()};
}

void SshQuestions::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, this, [this, socket] {
            socket->deleteLater();
            if (const int id = m_open.key(socket, 0); id != 0) {
                m_open.remove(id);
                emit takenBack(id);
            }
        });
    }
}

/// One line of JSON.
void SshQuestions::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > maxQuestion)
            socket->abort();
        return;
    }
    const QJsonObject json = QJsonDocument::fromJson(socket->readLine(maxQuestion)).object();
    if (json.value(QLatin1String("token")).toString() != m_token)
        return socket->abort();
    SshQuestion question;
    question.id = ++m_lastId;
    question.host = json.value(QLatin1String("host")).toString();
    question.text = json.value(QLatin1String("text")).toString();
    question.kind = kindOf(json.value(QLatin1String("hint")).toString(), question.text);
    const qint64 process = json.value(QLatin1String("process")).toInteger();
    question.isAgain = process > 0 && m_askedBefore[QString::number(process) + u' ' + question.text]++ > 0;
    m_open.insert(question.id, socket);
    emit asked(question);
}

void SshQuestions::answer(int id, const QString &text)
{
    QLocalSocket *socket = m_open.take(id);
    if (!socket)
        return;
    const QJsonObject json{{QStringLiteral("answer"), text}};
    socket->write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
    socket->disconnectFromServer();
}

void SshQuestions::refuse(int id)
{
    if (QLocalSocket *socket = m_open.take(id))
        socket->disconnectFromServer();
}

bool isSshQuestion()
{
    return qEnvironmentVariableIsSet(socketVariable) && qEnvironmentVariableIsSet(tokenVariable);
}

int askSshQuestion(const QString &text)
{
    constexpr int patience = 5000;
    QLocalSocket socket;
    socket.connectToServer(qEnvironmentVariable(socketVariable));
    if (!socket.waitForConnected(patience))
        return EXIT_FAILURE;
    const QJsonObject question{{QStringLiteral("token"), qEnvironmentVariable(tokenVariable)},
                               {QStringLiteral("text"), text},
                               {QStringLiteral("hint"), qEnvironmentVariable("SSH_ASKPASS_PROMPT")},
                               {QStringLiteral("host"), qEnvironmentVariable("ESPALIER_ASKPASS_HOST")},
                               {QStringLiteral("process"), qint64(fs::parentProcess())}};
    socket.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
    socket.flush();
    while (!socket.canReadLine()) { // people take their time
        if (!socket.waitForReadyRead(-1))
            return EXIT_FAILURE;
    }
    const QJsonObject answer = QJsonDocument::fromJson(socket.readLine(maxQuestion)).object();
    const QByteArray line = answer.value(QLatin1String("answer")).toString().toUtf8() + '\n';
    return std::fwrite(line.constData(), 1, std::size_t(line.size()), stdout) == std::size_t(line.size()) ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace espalier
