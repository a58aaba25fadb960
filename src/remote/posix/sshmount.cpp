// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/sshmount.h"

#include "core/datastore/hostbehind.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <csignal>
#include <sys/prctl.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <utility>

namespace espalier {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds touchInterval = 3s;
constexpr std::chrono::milliseconds firstInterval = 200ms;
constexpr auto loginPatience = 180s; // longer than an sshd waits
constexpr auto patience = 12s;       // without an answer from the mount
constexpr int lookInterval = 200;    // milliseconds
constexpr int endPatience = 3'000;   // milliseconds, for sshfs to unmount
constexpr qsizetype maxWords = 500;

QString mountsDirectory()
{
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/espalier/mounts");
}

bool hasMount(const std::string &directory)
{
    QFile file(QStringLiteral("/proc/self/mountinfo"));
    return file.open(QIODevice::ReadOnly) && isMountPoint(directory, file.readAll().toStdString());
}

/// Whatever hangs on it. Nothing in it is ever removed. Whether it is gone shows in the mount table, so its words are not needed.
void unmount(const QString &directory)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(QStringLiteral("fusermount3"), {QStringLiteral("-u"), QStringLiteral("-z"), QStringLiteral("--"), directory});
    process.waitForFinished();
}

/// The directories are called after the processes that made them.
void removeLeftovers()
{
    const QDir mounts(mountsDirectory());
    for (const QString &process : mounts.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const int id = process.section(u'-', 0, 0).toInt();
        if (id <= 0 || ::kill(id, 0) == 0 || errno != ESRCH)
            continue;
        const QDir left(mounts.filePath(process));
        for (const QString &name : left.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::System)) {
            if (hasMount(left.filePath(name).toStdString()))
                unmount(left.filePath(name));
            left.rmdir(name);
        }
        mounts.rmdir(process);
    }
}

/// Only the user can enter it.
bool makeDirectory(const QString &directory)
{
    if (!QDir().mkpath(mountsDirectory()))
        return false;
    QFile::setPermissions(mountsDirectory(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return QDir().mkpath(directory);
}

} // namespace

std::string SshMount::newDirectory(const std::string &name)
{
    static std::atomic<int> last = 0;
    return (mountsDirectory() + QStringLiteral("/%1-%2/").arg(::getpid()).arg(++last)).toStdString() + name;
}

SshMount::SshMount(Place place, std::string directory, SshOptions options)
    : m_place(std::move(place))
    , m_directory(std::move(directory))
    , m_options(std::move(options))
{
}

Result<std::unique_ptr<SshMount>> SshMount::make(const Place &place, const std::string &directory, const SshOptions &options,
                                                 const std::stop_token &stop)
{
    removeLeftovers();
    if (!makeDirectory(QString::fromStdString(directory)))
        return fail(Error::Kind::Failed, MessageId::MountFailed, place.toString(), directory, "mkdir");
    std::unique_ptr<SshMount> mount(new SshMount(place, directory, options));
    mount->m_serving = std::jthread([mount = mount.get()](const std::stop_token &ends) { mount->serve(ends); });
    mount->m_touching = std::jthread([mount = mount.get()](const std::stop_token &ends) { mount->touch(ends); });
    if (const Done mounted = mount->waitUntilMounted(stop); !mounted)
        return failWith(mounted);
    return mount;
}

SshMount::~SshMount()
{
    m_touching.request_stop();
    m_serving.request_stop();
    m_changed.notify_all();
    if (m_serving.joinable())
        m_serving.join();
    if (m_touching.joinable())
        m_touching.join(); // nothing holds it any more
    const QDir directory(QString::fromStdString(m_directory));
    QDir().rmdir(directory.path());
    QDir().rmdir(QFileInfo(directory.path()).path());
}

/// sshfs(1). Attributes are believed for a second or two: what changes on the host is seen soon.
QStringList SshMount::arguments() const
{
    const std::string user = m_place.user().empty() ? "" : m_place.user() + "@";
    const std::string host = m_place.host().contains(':') ? "[" + m_place.host() + "]" : m_place.host();
    QStringList list{QStringLiteral("-f")};
    if (!m_options.configFile.empty())
        list << QStringLiteral("-F") << QString::fromStdString(m_options.configFile);
    if (m_place.port() != 0)
        list << QStringLiteral("-p") << QString::number(m_place.port());
    for (const char *const option :
         {"ro", "nodev", "nosuid", "noexec", "auto_unmount", "reconnect", "idmap=user", "dcache_timeout=2", "attr_timeout=1",
          "entry_timeout=1", "ServerAliveInterval=5", "ServerAliveCountMax=2", "ConnectTimeout=20", "StrictHostKeyChecking=ask"})
        list << QStringLiteral("-o") << QString::fromLatin1(option);
    return list << QString::fromStdString(user + host + ":" + m_place.path()) << QString::fromStdString(m_directory);
}

void SshMount::start(QProcess &process) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const std::string &each : m_options.environment) {
        const QString text = QString::fromStdString(each);
        environment.insert(text.section(u'=', 0, 0), text.section(u'=', 1));
    }
    environment.insert(QStringLiteral("ESPALIER_ASKPASS_HOST"), QString::fromStdString(m_place.withKind(Place::Kind::Ssh).toString()));
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setChildProcessModifier([] {
        sigset_t none;
        ::sigemptyset(&none);
        ::sigprocmask(SIG_SETMASK, &none, nullptr);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
    process.start(QStringLiteral("sshfs"), arguments());
}

void SshMount::settle(std::optional<Error> problem)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_hasAnswered = !problem;
        if (!m_problem)
            m_problem = std::move(problem);
    }
    m_changed.notify_all();
}

Error SshMount::failure(const QByteArray &words) const
{
    if (m_hasAnswered)
        return {Error::Kind::Unreachable, MessageId::MountDead, {m_place.path(), hostName(m_place)}, 0};
    return {Error::Kind::Failed, MessageId::MountFailed, {m_place.toString(), m_directory, words.trimmed().toStdString()}, 0};
}

/// From the start of sshfs to its end. It mounts before it logs in, which may take as long as somebody thinks about a question of ssh.
void SshMount::serve(const std::stop_token &stop)
{
    QProcess process;
    start(process);
    if (!process.waitForStarted())
        return settle(Error{Error::Kind::NotFound, MessageId::MountProgramMissing, {"sshfs"}, 0});
    QByteArray words;
    const auto givesUpAt = Clock::now() + loginPatience;
    while (!stop.stop_requested() && !process.waitForFinished(lookInterval) && process.state() != QProcess::NotRunning) {
        words = (words + process.readAll()).right(maxWords);
        if (isSilent() || (!m_hasAnswered && Clock::now() > givesUpAt))
            break;
    }
    words = (words + process.readAll()).right(maxWords);
    if (!stop.stop_requested())
        settle(failure(words));
    end(process);
}

/// An sshfs that does not go is ended: whoever waits for the mount then gets an error.
void SshMount::end(QProcess &process) const
{
    if (process.state() != QProcess::NotRunning && !isSilent()) {
        process.terminate();
        process.waitForFinished(endPatience);
    }
    if (hasMount(m_directory))
        unmount(QString::fromStdString(m_directory));
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
}

bool SshMount::isSilent() const
{
    return m_hasAnswered && Clock::now() - m_lastHeard.load() > patience;
}

/// What the file system says of its size is never believed for long: each question goes to the host.
void SshMount::touch(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        struct statvfs status{};
        const bool answers = hasMount(m_directory) && ::statvfs(m_directory.c_str(), &status) == 0;
        if (answers)
            m_lastHeard = Clock::now();
        if (answers && !m_hasAnswered)
            settle(std::nullopt);
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, stop, m_hasAnswered ? touchInterval : firstInterval, [] { return false; });
    }
}

Done SshMount::waitUntilMounted(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return m_hasAnswered || m_problem; }))
        return fail(Error::Kind::Stopped, MessageId::MountFailed, m_place.toString(), m_directory, "");
    return m_problem ? std::unexpected(*m_problem) : Done();
}

std::optional<Error> SshMount::loss() const
{
    const std::scoped_lock lock(m_mutex);
    return m_problem;
}

} // namespace espalier
