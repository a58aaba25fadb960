// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshconnection.h"

#include "core/wire/requests.h"
#include "remote/agentfiles.h"
#include "remote/sshprocess.h"

#include <QThread>

namespace espalier {

namespace {

using namespace std::chrono_literals;

constexpr auto helloPatience = 20s;

/// The process in its thread.
class SshConnection : public AgentConnection
{
public:
    SshConnection(const Place &place, SshOptions options) : m_process(new SshProcess(place, std::move(options)))
    {
        m_process->moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(m_process, &SshProcess::start, Qt::QueuedConnection);
    }

    ~SshConnection() override
    {
        QMetaObject::invokeMethod(m_process, &SshProcess::end, Qt::BlockingQueuedConnection);
        QMetaObject::invokeMethod(m_process, [process = m_process] { delete process; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }

    wire::Client &client() override { return m_process->client(); }
    std::string user() const override { return m_process->boot().user(); }
    bool isInstalled() const override { return m_process->boot().isInstalled(); }
    std::string greeting() const override { return m_greeting; }
    void setGreeting(std::string text) { m_greeting = std::move(text); }
    Done waitForAgent(const std::stop_token &stop) { return m_process->waitForAgent(stop); }

private:
    QThread m_thread;
    SshProcess *m_process; ///< Lives in the thread.
    std::string m_greeting;
};

} // namespace

std::string hostName(const Place &place)
{
    return place.user().empty() ? place.host() : place.user() + '@' + place.host();
}

Result<std::shared_ptr<AgentConnection>> connectAgent(const Place &place, const SshOptions &options, const std::stop_token &stop)
{
    auto connection = std::make_shared<SshConnection>(place, options);
    if (const Done ready = connection->waitForAgent(stop); !ready)
        return failWith(ready);
    const auto greeting = connection->client().hello(helloPatience);
    if (!greeting)
        return failWith(greeting);
    const auto hello = wire::Reader::decoded<wire::Hello>(greeting->text, greeting->data);
    if (!hello)
        return fail(Error::Kind::Damaged, MessageId::AgentBadAnswer, hostName(place), hello.error().args.front());
    if (hello->protocol != wire::protocolVersion)
        return fail(Error::Kind::Conflict, MessageId::AgentVersionDiffers, hostName(place),
                    hello->version + '/' + std::to_string(hello->protocol), agentVersion());
    connection->setGreeting(greeting->text);
    return connection;
}

} // namespace espalier
