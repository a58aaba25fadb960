// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/consequencespage.h"
#include "fakebackend.h"

#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace espalier;
using namespace espalier::test;

namespace {

/// A sync job of a server that copies the store "alpha" into one of its own and removes what vanished.
HostReferences pullsAlpha(const std::string &host, const std::string &remote)
{
    HostReferences references;
    references.host = host;
    JobReference job;
    job.kind = JobKind::Sync;
    job.id = "nightly";
    job.store = "copy";
    job.sync.emplace();
    job.sync->removesVanished = true;
    job.sync->remote = remote;
    job.sync->remoteStore = "alpha";
    references.jobs = {job};
    return references;
}

void loadNow(const FakeStore &fake)
{
    fake.store->load();
    QTRY_COMPARE(fake.store->loadState(), OpenStore::LoadState::Ready);
}

} // namespace

class TestConsequencesPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_alpha = std::make_unique<FakeStore>();
        m_beta = std::make_unique<FakeStore>(smallTree(), "/mnt/beta");
        m_page = std::make_unique<ConsequencesPage>();
    }

    void jobsOfOtherServers()
    {
        m_alpha->backend->references.host = "vienna";
        m_beta->backend->references = pullsAlpha("graz", "vienna");
        show();
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        const QString words = list()->topLevelItem(0)->text(0);
        QVERIFY2(words.contains(QStringLiteral("nightly (graz)")) && words.contains(QStringLiteral("graz:copy")), qPrintable(words));
        QVERIFY(list()->topLevelItem(0)->text(1).contains(QStringLiteral("--remove-vanished false")));
        QVERIFY(std::ranges::contains(m_beta->backend->referencesAsked, std::string("alpha")));
    }

    void jobsOfTheSameServerAreToldOnce()
    {
        for (const auto *fake : {m_alpha.get(), m_beta.get()}) {
            fake->backend->references = pullsAlpha("vienna", std::string());
            fake->backend->references.jobs.push_back(pullsAlpha("vienna", "berlin").jobs.front()); // of another server's store of this name
        }
        show();
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        QVERIFY(!list()->topLevelItem(0)->text(0).contains(QStringLiteral("(vienna)")));
    }

    void closingTheOther()
    {
        m_beta->backend->references = pullsAlpha("graz", "vienna");
        show();
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
        m_beta.reset();
        m_page->setOpenStores({m_alpha->store.get()});
        QTRY_COMPARE(list()->topLevelItemCount(), 0);
    }

    void openingItLater()
    {
        m_beta->backend->references = pullsAlpha("graz", "vienna");
        const auto other = std::exchange(m_beta, nullptr);
        show();
        m_page->setOpenStores({m_alpha->store.get(), other->store.get()});
        loadNow(*other);
        QTRY_COMPARE(list()->topLevelItemCount(), 1);
    }

private:
    /// Two stores of which the first has something pending.
    void show()
    {
        std::vector<OpenStore *> stores;
        for (const auto *fake : {m_alpha.get(), m_beta.get()}) {
            if (!fake)
                continue;
            loadNow(*fake);
            stores.push_back(fake->store.get());
        }
        m_page->setOpenStores(stores);
        m_page->setStore(m_alpha->store.get());
        m_alpha->store->stageMoves({{{ns(""), group("vm/101")}}, {}}, ns("a"));
    }

    const QTreeWidget *list() const { return m_page->findChild<QTreeWidget *>(); }

    std::unique_ptr<FakeStore> m_alpha;
    std::unique_ptr<FakeStore> m_beta;
    std::unique_ptr<ConsequencesPage> m_page;
};

QTEST_MAIN(TestConsequencesPage)
#include "tst_consequencespage.moc"
