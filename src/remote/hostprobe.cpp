// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/hostprobe.h"

#include "core/wire/requests.h"

#include <QCoreApplication>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <mutex>
#include <tuple>
#include <utility>

namespace espalier {

namespace {

constexpr auto keptFor = std::chrono::seconds(30);

/// The connection of the last probe, so that nobody logs in twice to open what was just found.
class Kept
{
public:
    using Where = std::tuple<std::string, std::string, int, std::string>; ///< User, host, port, configuration of ssh.

    /// Nothing where it is another host's, or gone. Also lets go of one that nobody wanted.
    std::shared_ptr<AgentConnection> take(const Where &where)
    {
        auto connection = exchange({}, nullptr, 0);
        return connection.second && connection.first == where && !connection.second->client().closed() ? connection.second : nullptr;
    }

    void keep(const Where &where, std::shared_ptr<AgentConnection> connection)
    {
        const int number = ++m_numbers;
        exchange(where, std::move(connection), number);
        static const bool isAsked = (qAddPostRoutine([] { kept().exchange({}, nullptr, 0); }), true);
        Q_UNUSED(isAsked)
        QMetaObject::invokeMethod(
            qApp, [number] { QTimer::singleShot(keptFor, qApp, [number] { kept().letGo(number); }); }, Qt::QueuedConnection);
    }

    static Kept &kept()
    {
        static Kept one;
        return one;
    }

private:
    using Entry = std::pair<Where, std::shared_ptr<AgentConnection>>;

    /// What was kept is returned: ending a connection takes a moment, for which nothing may be locked.
    Entry exchange(Where where, std::shared_ptr<AgentConnection> connection, int number)
    {
        const std::scoped_lock lock(m_mutex);
        m_number = number;
        return std::exchange(m_entry, Entry{std::move(where), std::move(connection)});
    }

    /// From the thread of the window, which must not wait for the end.
    void letGo(int number)
    {
        const std::scoped_lock lock(m_mutex);
        if (m_number == number && m_entry.second)
            QThreadPool::globalInstance()->start([connection = std::exchange(m_entry.second, nullptr)] {});
    }

    std::atomic<int> m_numbers = 0;
    std::mutex m_mutex;
    Entry m_entry;
    int m_number = 0;
};

Kept::Where whereIs(const Place &place, const SshOptions &options)
{
    return {place.user(), place.host(), place.port(), options.configFile};
}

} // namespace

Result<std::shared_ptr<AgentConnection>> connectAgentAgain(const Place &place, const SshOptions &options, const std::stop_token &stop)
{
    if (auto connection = Kept::kept().take(whereIs(place, options)))
        return connection;
    return connectAgent(place, options, stop);
}

Result<HostReport> probeHost(const Place &place, const SshOptions &options, const std::string &pbsRoot, const std::stop_token &stop)
{
    auto connection = connectAgentAgain(place, options, stop);
    if (!connection)
        return failWith(connection);
    wire::Client &client = (*connection)->client();
    const wire::Encoded request = wire::Writer::encoded(wire::StoresRequest{pbsRoot}, wire::StoresRequest::name);
    const auto message = client.ask(request.text, request.data, stop, {});
    if (!message)
        return failWith(message);
    auto stores = wire::Reader::decoded<Result<HostStores>>(message->text, message->data);
    const auto hello = wire::Reader::decoded<wire::Hello>((*connection)->greeting(), {});
    if (!stores || !hello)
        return fail(Error::Kind::Damaged, MessageId::AgentBadAnswer, hostName(place), "the datastores of the host");
    if (!*stores)
        return failWith(*stores);
    HostReport report{(*connection)->user(), hello->login, (*connection)->isInstalled(), **std::move(stores)};
    Kept::kept().keep(whereIs(place, options), *std::move(connection));
    return report;
}

} // namespace espalier
