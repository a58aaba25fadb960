// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/fs/actingas.h"
#include "core/fs/posix.h"
#include "support/childprocess.h"

#include <QTemporaryDir>
#include <QTest>

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <semaphore>
#include <thread>

using namespace espalier;
using namespace espalier::fs;
using espalier::test::ChildProcess;

namespace {

constexpr std::uint32_t backup = 34;

/// User and group of what a new file would belong to.
std::pair<std::uint32_t, std::uint32_t> ownerOfNewFile(const std::string &directory, const std::string &name)
{
    const auto handle = posixFileSystem()->open(directory).value();
    if (!handle->createFile(name, "", 0644))
        return {~0U, ~0U};
    const Status status = handle->find(name).value().value();
    return {status.user, status.group};
}

std::vector<gid_t> groupsOfThread()
{
    std::vector<gid_t> groups(64);
    groups.resize(std::size_t(::getgroups(int(groups.size()), groups.data())));
    return groups;
}

} // namespace

/// Acting as another user on one thread.
class TestActingAs : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void ownIdsChangeNothing();
    void filesBelongToTheOther();
    void directoriesAndLocksBelongToTheOther();
    void isRefusedWhatTheOtherMayNot();
    void handlesFromBeforeAreRefusedToo();
    void otherThreadsStay();
    void rootsGroupsAreGone();
    void bringsBackTheFormerUser();
    void nests();
    void impossibleUser();
    void withoutRootOthersAreRefused();

private:
    bool isRoot() const { return ::geteuid() == 0; }

    std::unique_ptr<QTemporaryDir> m_temporary;
    std::string m_open; ///< A directory where everybody may write.
    std::string m_root;
};

#define NEEDS_ROOT                                                                                                                         \
    if (!isRoot())                                                                                                                         \
    QSKIP("only root can act as somebody else")

void TestActingAs::init()
{
    m_temporary = std::make_unique<QTemporaryDir>();
    m_root = m_temporary->path().toStdString();
    m_open = m_root + "/open";
    QCOMPARE(::mkdir(m_open.c_str(), 0700), 0);
    QCOMPARE(::chmod(m_open.c_str(), 0777), 0);
    QCOMPARE(::chmod(m_root.c_str(), 0755), 0);
}

void TestActingAs::ownIdsChangeNothing()
{
    const auto before = groupsOfThread();
    const auto acting = ActingAs::user(::geteuid(), ::getegid());
    QVERIFY(acting);
    QCOMPARE(groupsOfThread(), before);
    QCOMPARE(ownerOfNewFile(m_open, "f"), (std::pair{std::uint32_t(::geteuid()), std::uint32_t(::getegid())}));
}

void TestActingAs::filesBelongToTheOther()
{
    NEEDS_ROOT;
    {
        const auto acting = ActingAs::user(backup, backup).value();
        QCOMPARE(processUser(), backup);
        QCOMPARE(processGroup(), backup);
        QCOMPARE(ownerOfNewFile(m_open, "f"), (std::pair{backup, backup}));
    }
    QCOMPARE(ownerOfNewFile(m_open, "g"), (std::pair{0U, 0U}));
}

void TestActingAs::directoriesAndLocksBelongToTheOther()
{
    NEEDS_ROOT;
    const auto acting = ActingAs::user(backup, 65534).value();
    const auto directory = posixFileSystem()->open(m_open).value();
    const mode_t former = ::umask(077);
    QVERIFY(directory->createDirectory("d", 0755));
    QVERIFY(directory->lockFile("l", Access::Exclusive));
    QVERIFY(directory->openAppend("a"));
    ::umask(former);
    for (const char *name : {"d", "l", "a"}) {
        const Status status = directory->find(name).value().value();
        QCOMPARE(status.user, backup);
        QCOMPARE(status.group, 65534U);
    }
    QCOMPARE(directory->find("d").value()->mode, 0755U);
    QCOMPARE(directory->find("l").value()->mode, 0660U);
}

void TestActingAs::isRefusedWhatTheOtherMayNot()
{
    NEEDS_ROOT;
    const std::string closed = m_root + "/closed";
    QCOMPARE(::mkdir(closed.c_str(), 0700), 0);
    QVERIFY(posixFileSystem()->open(closed).value()->createFile("secret", "x", 0600));
    const auto acting = ActingAs::user(backup, backup).value();
    QVERIFY(posixFileSystem()->open(closed).error().id == MessageId::FileDenied);
    const auto root = posixFileSystem()->open(m_root).value();
    QVERIFY(root->openDirectory("closed").error().id == MessageId::FileDenied);
    QVERIFY(root->findIn("closed", "secret").error().id == MessageId::FileDenied);
    QVERIFY(root->createFile("f", "", 0644).error().id == MessageId::FileDenied);
    QVERIFY(root->renameNoReplace("closed", *root, "moved").error().id == MessageId::FileDenied);
}

void TestActingAs::handlesFromBeforeAreRefusedToo()
{
    NEEDS_ROOT;
    const auto root = posixFileSystem()->open(m_root).value();
    QVERIFY(root->createFile("secret", "x", 0600));
    const auto acting = ActingAs::user(backup, backup).value();
    QVERIFY(root->createFile("f", "", 0644).error().id == MessageId::FileDenied);
    QVERIFY(root->readFile("secret", 10).error().id == MessageId::FileDenied);
    QVERIFY(root->removeFile("secret").error().id == MessageId::FileDenied);
    QVERIFY(root->changeOwner(backup, backup).error().id == MessageId::FileDenied);
}

void TestActingAs::otherThreadsStay()
{
    NEEDS_ROOT;
    const auto groups = groupsOfThread();
    std::binary_semaphore acts(0);
    std::binary_semaphore mayEnd(0);
    std::pair<std::uint32_t, std::uint32_t> theirs;
    std::jthread other([&] {
        const auto acting = ActingAs::user(backup, backup).value();
        theirs = ownerOfNewFile(m_open, "theirs");
        acts.release();
        mayEnd.acquire();
    });
    acts.acquire();
    const auto ours = ownerOfNewFile(m_open, "ours");
    const auto groupsMeanwhile = groupsOfThread();
    std::pair<std::uint32_t, std::uint32_t> newThreads;
    std::jthread([&] { newThreads = ownerOfNewFile(m_open, "new"); }).join();
    mayEnd.release();
    other.join();
    QCOMPARE(theirs, (std::pair{backup, backup}));
    QCOMPARE(ours, (std::pair{0U, 0U}));
    QCOMPARE(newThreads, (std::pair{0U, 0U}));
    QCOMPARE(groupsMeanwhile, groups);
}

void TestActingAs::rootsGroupsAreGone()
{
    NEEDS_ROOT;
    const std::string shared = m_root + "/shared";
    QCOMPARE(::mkdir(shared.c_str(), 0700), 0);
    QCOMPARE(::chown(shared.c_str(), 0, 4), 0); // of another group, which may write
    QCOMPARE(::chmod(shared.c_str(), 0770), 0);
    const gid_t additional = 4;
    const auto former = groupsOfThread();
    QCOMPARE(::setgroups(1, &additional), 0);
    {
        const auto acting = ActingAs::user(backup, backup).value();
        QCOMPARE(groupsOfThread(), std::vector<gid_t>{backup});
        QVERIFY(posixFileSystem()->open(shared).error().id == MessageId::FileDenied);
    }
    QCOMPARE(groupsOfThread(), std::vector<gid_t>{additional});
    QCOMPARE(::setgroups(former.size(), former.data()), 0);
}

void TestActingAs::bringsBackTheFormerUser()
{
    NEEDS_ROOT;
    const std::string closed = m_root + "/closed";
    QCOMPARE(::mkdir(closed.c_str(), 0700), 0);
    QCOMPARE(::chown(closed.c_str(), 1000, 1000), 0);
    for (int i = 0; i < 3; ++i)
        QVERIFY(ActingAs::user(backup, backup));
    QCOMPARE(processUser(), 0U);
    QCOMPARE(processGroup(), 0U);
    QVERIFY(posixFileSystem()->open(closed)); // root's capabilities are back
}

void TestActingAs::nests()
{
    NEEDS_ROOT;
    const auto outer = ActingAs::user(backup, backup).value();
    {
        const auto same = ActingAs::user(backup, backup).value();
        const auto inner = ActingAs::user(1000, 1000).value();
        QCOMPARE(ownerOfNewFile(m_open, "inner"), (std::pair{1000U, 1000U}));
    }
    QCOMPARE(ownerOfNewFile(m_open, "outer"), (std::pair{backup, backup}));
}

void TestActingAs::impossibleUser()
{
    NEEDS_ROOT;
    const auto groups = groupsOfThread();
    const auto acting = ActingAs::user(~0U, backup);
    QVERIFY(!acting);
    QVERIFY(acting.error().id == MessageId::UserSwitchFailed);
    QCOMPARE(processUser(), 0U);
    QCOMPARE(processGroup(), 0U);
    QCOMPARE(groupsOfThread(), groups);
}

void TestActingAs::withoutRootOthersAreRefused()
{
    const auto refused = [] {
        const auto own = ActingAs::user(::geteuid(), ::getegid());
        const auto other = ActingAs::user(::geteuid() + 1, ::getegid());
        const auto otherGroup = ActingAs::user(::geteuid(), ::getegid() + 1);
        return own && !other && other.error().id == MessageId::UserSwitchFailed && other.error().kind == Error::Kind::Denied
            && other.error().args.front() == std::to_string(::geteuid() + 1) && !otherGroup && processUser() == ::geteuid();
    };
    if (isRoot())
        QVERIFY(ChildProcess::answer([&] { return ::setgid(backup) == 0 && ::setuid(backup) == 0 && refused(); }));
    else
        QVERIFY(refused());
}

QTEST_APPLESS_MAIN(TestActingAs)
#include "tst_actingas.moc"
