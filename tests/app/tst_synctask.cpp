// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/synctask.h"
#include "core/service/localservice.h"
#include "support/syncstores.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <semaphore>

using namespace espalier;
using namespace espalier::test;

namespace {

const SyncWish wish{.source = Place::fromString(SyncBench::sourceRoot).value(),
                    .target = Place::fromString(SyncBench::targetRoot).value(),
                    .options = {.owner = "backup@pbs"}};

} // namespace

class TestSyncTask : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<SyncBench>();
        const SnapshotWriter source(*m_bench, SyncBench::sourceRoot);
        source.group("a", "vm/100");
        source.snapshot("a", "vm/100", "2026-01-01T00:00:00Z", {"one", "two"});
        source.snapshot("a", "vm/100", "2026-01-02T00:00:00Z", {"one", "three"});
        m_task = std::make_unique<Task>(QStringLiteral("sync"));
    }
    void cleanup()
    {
        m_sync.reset();
        m_task.reset();
        m_bench.reset();
    }

    void copies()
    {
        begin(wish);
        const QSignalSpy finished(m_sync.get(), &SyncTask::finished);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_task->state(), Task::State::Finished);
        QVERIFY2(m_task->summary().contains(QStringLiteral("2 ")), qPrintable(m_task->summary()));
        QCOMPARE(m_bench->chunks(SyncBench::targetRoot).size(), 3U);
        QCOMPARE(problemsIn(*m_bench, SyncBench::targetRoot), std::string());
        QVERIFY(m_task->logLines().join(u'\n').contains(QStringLiteral("2026-01-02")));
    }

    void nothingIsRemovedUnasked()
    {
        addVanished("vm/200");
        begin(removing());
        const QSignalSpy finished(m_sync.get(), &SyncTask::finished);
        const QSignalSpy asked(m_sync.get(), &SyncTask::agreementWanted);
        QTRY_COMPARE(asked.size(), 1);
        QCOMPARE(asked.front().front().value<Removals>().snapshots, 1U);
        m_task->requestStop();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_task->state(), Task::State::Stopped);
        QVERIFY(hasTarget("a", "vm/200"));
        QVERIFY(!hasTarget("a", "vm/100")); // and nothing was copied
    }

    void removesWhatWasAgreedTo()
    {
        addVanished("vm/200");
        begin(removing());
        const QSignalSpy finished(m_sync.get(), &SyncTask::finished);
        connect(m_sync.get(), &SyncTask::agreementWanted, m_sync.get(), &SyncTask::agree);
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY2(m_task->state() == Task::State::Finished, qPrintable(m_task->summary()));
        QVERIFY(!hasTarget("a", "vm/200"));
        QVERIFY(hasTarget("a", "vm/100"));
    }

    void moreThanWasAgreedTo()
    {
        addVanished("vm/200");
        begin(removing());
        const QSignalSpy finished(m_sync.get(), &SyncTask::finished);
        connect(m_sync.get(), &SyncTask::agreementWanted, m_sync.get(), [this] {
            addVanished("vm/300");
            m_sync->agree();
        });
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_task->state(), Task::State::Failed);
        QVERIFY(hasTarget("a", "vm/200"));
        QVERIFY(hasTarget("a", "vm/300"));
        QVERIFY(!hasTarget("a", "vm/100"));
    }

    void stopsWhileItReads()
    {
        std::binary_semaphore opened(0);
        std::binary_semaphore mayGoOn(0);
        const ServiceOpener slow = [&](const Place &place) {
            if (place == wish.source) {
                opened.release();
                mayGoOn.acquire();
            }
            return serviceFor(place);
        };
        m_sync = std::make_unique<SyncTask>(wish, slow, m_task.get());
        const QSignalSpy finished(m_sync.get(), &SyncTask::finished);
        m_sync->start();
        opened.acquire();
        m_task->requestStop();
        QCOMPARE(finished.size(), 0);
        mayGoOn.release();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_task->state(), Task::State::Stopped);
        QVERIFY(!hasTarget("a", "vm/100"));
    }

    void intoItself()
    {
        SyncWish same = wish;
        same.target = same.source;
        begin(same);
        const QSignalSpy finished(m_sync.get(), &SyncTask::finished);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(m_task->state(), Task::State::Failed);
    }

private:
    static SyncWish removing()
    {
        SyncWish all = wish;
        all.options.removeVanished = true;
        return all;
    }

    void begin(const SyncWish &what)
    {
        m_sync = std::make_unique<SyncTask>(what, [this](const Place &place) { return serviceFor(place); }, m_task.get());
        m_sync->start();
    }

    std::shared_ptr<StoreService> serviceFor(const Place &place) const
    {
        return std::make_shared<LocalService>(m_bench->files, place, SessionOptions{.pbsRoot = "/", .stateHome = "/home/state"});
    }

    void addVanished(std::string_view group) const
    {
        const SnapshotWriter target(*m_bench, SyncBench::targetRoot);
        target.group("a", group);
        target.snapshot("a", group, "2026-01-01T00:00:00Z", {"old"});
    }

    bool hasTarget(std::string_view path, std::string_view id) const
    {
        return SyncBench::tree(m_bench->session(SyncBench::targetRoot)).find(ns(path), GroupId::fromString(id).value()) != nullptr;
    }

    std::unique_ptr<SyncBench> m_bench;
    std::unique_ptr<Task> m_task;
    std::unique_ptr<SyncTask> m_sync;
};

QTEST_GUILESS_MAIN(TestSyncTask)
#include "tst_synctask.moc"
