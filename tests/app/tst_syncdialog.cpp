// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/filtereditor.h"
#include "app/namespacetree.h"
#include "app/ownjoblist.h"
#include "app/synccopy.h"
#include "app/syncdialog.h"
#include "app/synclistmodel.h"
#include "app/syncoptionspage.h"
#include "app/syncpreviewwords.h"
#include "fakebackend.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <memory>

using namespace espalier;
using namespace espalier::test;

namespace {

std::shared_ptr<const Group> whole(std::string_view id, int snapshots = 2, std::string_view owner = "root@pam")
{
    return withDetails(*makeGroup(id, snapshots, owner));
}

/// vm/100 and ct/200 in the root, vm/100 in "a", host/x in "a/b".
Tree sourceTree()
{
    return TreeBuilder().add("", whole("vm/100", 3)).add("", whole("ct/200")).add("a", whole("vm/100")).add("a/b", whole("host/x")).build();
}

/// The first snapshot of vm/100, and vm/900, which the source does not have.
Tree targetTree()
{
    return TreeBuilder().add("", whole("vm/100", 1)).add("", whole("vm/900", 2)).addNamespace("from").build();
}

} // namespace

class TestSyncDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_stores = std::make_unique<StoreList>([this](const Place &place) {
            auto backend = std::make_unique<FakeBackend>(place.path() == "/mnt/alpha" ? sourceTree() : targetTree(), place.toString());
            backend->writable = m_isWritable;
            return backend;
        });
        m_alpha = open("/mnt/alpha");
        m_beta = open("/mnt/beta");
    }
    void cleanup()
    {
        m_dialog.reset();
        m_own.reset();
        m_stores.reset();
        m_isWritable = true;
    }

    void preview()
    {
        show();
        QCOMPARE(shown().copied, 8U); // all but the one that both have
        QCOMPARE(shown().checked, 1U);
        QCOMPARE(shown().newNamespaces, 2U);
        QCOMPARE(shown().removed, 0U);
        QVERIFY(child<QLabel>("totalLabel")->text().contains(QStringLiteral("8")));
        QVERIFY2(child<QLabel>("mappingLabel")->text().contains(QStringLiteral("2")), qPrintable(child<QLabel>("mappingLabel")->text()));
        QVERIFY(button()->isEnabled());
        QCOMPARE(list()->rowCount(), int(shown().rows.size()));
    }

    void anchorsByKeyboardAndTyping()
    {
        show();
        auto *tree = child<NamespaceTree>("sourceTree");
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QTRY_VERIFY(!m_dialog->isWorking());
        QCOMPARE(child<QLineEdit>("sourceEdit")->text(), QStringLiteral("a"));
        QCOMPARE(m_dialog->options()->source, ns("a"));
        QCOMPARE(child<QSlider>("depthSlider")->maximum(), 7); // six levels and "full"
        type("targetEdit", "from/new");
        QCOMPARE(child<NamespaceTree>("targetTree")->anchor(), ns("from/new"));
        QCOMPARE(shown().newNamespaces, 2U);
        const QTreeWidgetItem *ghost = child<NamespaceTree>("targetTree")->currentItem();
        QVERIFY(ghost->font(0).italic());
        QVERIFY(ghost->data(0, Qt::AccessibleTextRole).toString().contains(QStringLiteral("will be made")));
        type("targetEdit", "a//b");
        QVERIFY(child<QLabel>("placeProblem")->isVisible());
        QVERIFY(!button()->isEnabled() && !button()->toolTip().isEmpty());
    }

    void anchorsByDragging()
    {
        show();
        emit child<NamespaceTree>("targetTree")->dropped(ns("a"), ns("from"));
        QTRY_VERIFY(!m_dialog->isWorking());
        QCOMPARE(m_dialog->options()->source, ns("a"));
        QCOMPARE(m_dialog->options()->target, ns("from"));
        emit child<NamespaceTree>("sourceTree")->dropped(ns(""), ns("a/b"));
        QCOMPARE(m_dialog->options()->source, ns("a/b"));
        QCOMPARE(m_dialog->options()->target, ns(""));
    }

    void depth()
    {
        show();
        QVERIFY(!m_dialog->options()->maxDepth);
        child<QSlider>("depthSlider")->setValue(1);
        QTRY_VERIFY(!m_dialog->isWorking());
        QCOMPARE(m_dialog->options()->maxDepth, 1);
        QCOMPARE(m_dialog->answer()->mapping.count(MappedNamespace::Fate::BeyondDepth), 1U);
        QCOMPARE(shown().newNamespaces, 1U);
        child<QSlider>("depthSlider")->setValue(7);
        type("sourceEdit", "a/b");
        QCOMPARE(m_dialog->options()->maxDepth, 5); // the most that PBS takes now, and not "full"
        child<QSlider>("depthSlider")->setValue(6);
        type("sourceEdit", "a");
        QVERIFY(!m_dialog->options()->maxDepth); // "full" stays so
    }

    void filters()
    {
        show();
        m_dialog->findChild<QTabWidget *>()->setCurrentIndex(1);
        child<QPushButton>("addFilter")->click();
        auto *editor = m_dialog->findChild<FilterEditor *>();
        QVERIFY(editor);
        editor->findChild<QComboBox *>(QStringLiteral("kindCombo"))->setCurrentIndex(2);
        auto *value = editor->findChild<QComboBox *>(QStringLiteral("valueCombo"));
        const QPushButton *ok = editor->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
        value->setEditText(QStringLiteral("^vm/(1"));
        QVERIFY(!ok->isEnabled());
        QVERIFY2(editor->findChild<QLabel *>(QStringLiteral("problemLabel"))->text().contains(QStringLiteral("^vm/(1")), "where it is");
        value->setEditText(QStringLiteral("^vm/"));
        QVERIFY(ok->isEnabled());
        editor->accept();
        QTRY_VERIFY(!m_dialog->isWorking());
        QCOMPARE(m_dialog->answer()->taken(), 2U);
        QCOMPARE(child<QTreeView>("groupList")->model()->rowCount(), 4);
        auto *chips = child<QListWidget>("chips");
        QCOMPARE(chips->count(), 1);
        QTest::keyClick(chips, Qt::Key_Delete);
        QTRY_COMPARE(m_dialog->answer()->taken(), 4U);
    }

    void filterReasons()
    {
        const std::vector<GroupFilter> filters{GroupFilter::fromString("type:vm").value(),
                                               GroupFilter::fromString("exclude:group:vm/100").value()};
        SyncQuestion question{.source = sourceTree(), .target = targetTree(), .options = {.filters = filters}};
        const auto choices = *answerToSync(question).groups;
        QCOMPARE(choices.size(), 4U);
        QCOMPARE(choices[0].group, group("ct/200"));
        QVERIFY(choices[0].answer == FilterAnswer::No && !choices[0].filter); // nothing includes it
        QCOMPARE(choices[1].group, group("vm/100"));
        QCOMPARE(choices[1].answer, FilterAnswer::No);
        QCOMPARE(choices[1].filter, std::optional<std::size_t>(1));
        question.options.filters = {filters[0]};
        const auto taken = answerToSync(question).groups->at(1);
        QVERIFY(taken.answer == FilterAnswer::Yes && taken.filter == std::size_t(0));
    }

    void removingHasToBeSeenFirst()
    {
        show();
        auto *box = child<QCheckBox>("removeBox");
        QVERIFY(!box->isEnabled());
        QVERIFY(!box->toolTip().isEmpty());
        child<QPushButton>("listButton")->click();
        QVERIFY(box->isEnabled() && !box->isChecked());
        QCOMPARE(list()->rowCount(), 3); // vm/900 and the namespace "from"
        QVERIFY(child<QSlider>("depthSlider")->isEnabled());
        QVERIFY(!m_dialog->options()->removeVanished);
        box->click();
        QTRY_COMPARE(shown().removed, 2U);
        QVERIFY(child<QLabel>("removalLabel")->isVisible());
        QVERIFY(child<QLabel>("removalLabel")->text().contains(QStringLiteral("2")));
        QCOMPARE(child<SyncOptionsPage>("optionsPage")->agreed()->snapshots, 2U);
        child<QSlider>("depthSlider")->setValue(0);
        backend(m_beta)->tree = targetTree().withGroup(ns(""), whole("vm/900", 1));
        m_beta->load();
        QTRY_COMPARE(shown().removed, 1U);
        QVERIFY(box->isChecked());
        QCOMPARE(child<SyncOptionsPage>("optionsPage")->agreed()->snapshots, 1U); // not what was seen once
    }

    void protectedOnesAreNamed()
    {
        auto kept = std::make_shared<Group>(*whole("vm/900", 2));
        kept->snapshots.front().isProtected = true;
        const Tree target = TreeBuilder().add("", kept).build();
        const SyncAnswer answer = answerToSync({.source = sourceTree(), .target = target, .hasDetails = true, .options = {}});
        QCOMPARE(answer.shown->removed, 0U);
        QVERIFY(SyncPreviewWords::removal(*answer.shown).isEmpty());
        QCOMPARE(answer.removing->removed, 1U);
        QCOMPARE(answer.removing->kept, 1U);
        const QString words = SyncPreviewWords::removal(*answer.removing);
        QVERIFY2(words.contains(QStringLiteral("vm/900/2025-01-01T00:00:00Z")), qPrintable(words));
    }

    void moreThanWasSeenTakesTheChoiceBack()
    {
        show();
        child<QPushButton>("listButton")->click();
        auto *box = child<QCheckBox>("removeBox");
        box->click();
        QTRY_COMPARE(shown().removed, 2U);
        type("sourceEdit", "a"); // ct/200 is not there, but neither is it at the target: vm/900 stays the only one
        QTRY_COMPARE(shown().removed, 2U);
        QVERIFY(box->isChecked());
        backend(m_beta)->tree = targetTree().withGroup(ns(""), whole("vm/901"));
        m_beta->load();
        QTRY_VERIFY(!box->isChecked());
        QVERIFY(!box->isEnabled());
        QTRY_COMPARE(shown().removed, 0U);
    }

    void ownersAndRefusals()
    {
        show();
        child<QComboBox>("ownerCombo")->setCurrentText(QStringLiteral("other@pbs"));
        QTRY_VERIFY(!m_dialog->isWorking());
        QCOMPARE(shown().refused, 1U); // vm/100 of the target
        child<QComboBox>("ownerCombo")->setCurrentText(QStringLiteral("nobody"));
        QVERIFY(!button()->isEnabled());
        QVERIFY(!child<QLabel>("ownerProblem")->text().isEmpty());
    }

    void runs()
    {
        show();
        const QSignalSpy wanted(m_dialog.get(), &SyncDialog::runWanted);
        button()->click();
        QCOMPARE(wanted.size(), 1);
        child<QLineEdit>("targetEdit")->setText(QStringLiteral("from"));
        emit child<QLineEdit>("targetEdit")->textEdited(QStringLiteral("from"));
        button()->click(); // while it is being worked out
        QCOMPARE(wanted.size(), 1);
    }

    void howFastItCopies()
    {
        show();
        const QSignalSpy wanted(m_dialog.get(), &SyncDialog::runWanted);
        auto *rate = child<QLineEdit>("rateEdit");
        auto *burst = child<QLineEdit>("burstEdit");
        QVERIFY(!burst->isEnabled());
        for (const char *wrong : {"fast", "0", "inf", "-1 MiB"}) {
            rate->setText(QString::fromLatin1(wrong));
            QVERIFY2(!button()->isEnabled() && !child<QLabel>("rateProblem")->text().isEmpty(), wrong);
            button()->click();
        }
        QCOMPARE(wanted.size(), 0);
        rate->setText(QStringLiteral("40 MiB"));
        burst->setText(QStringLiteral("1 GiB"));
        child<QSpinBox>("workersSpin")->setValue(4);
        QVERIFY(button()->isEnabled() && burst->isEnabled() && child<QLabel>("rateProblem")->text().isEmpty());
        button()->click();
        QCOMPARE(wanted.size(), 1);
        const auto pace = wanted.front().at(3).value<SyncPace>();
        QCOMPARE(pace, (SyncPace{.workers = 4, .rate = "40 MiB", .burst = "1 GiB"}));
        QCOMPARE(pace.limit(), (TransferRate{40 << 20, 1 << 30}));
        child<QLineEdit>("nameEdit")->setText(QStringLiteral("nightly"));
        const QSignalSpy saved(m_dialog.get(), &SyncDialog::saveWanted);
        child<QPushButton>("saveButton")->click();
        QCOMPARE(saved.size(), 1);
        const OwnSyncJob job = jobOf(saved.front().front().value<SyncJobWish>());
        QCOMPARE(job.job.workerThreads, std::optional<std::uint64_t>(4));
        QCOMPARE(job.job.rateIn, std::optional<std::string>("40 MiB"));
        QCOMPARE(job.job.burstIn, std::optional<std::string>("1 GiB"));
        QVERIFY(!job.job.rateOut);
        QCOMPARE(paceOf(job.job), pace);
    }

    void whatIsSavedAsAJob()
    {
        show();
        const QSignalSpy wanted(m_dialog.get(), &SyncDialog::saveWanted);
        auto *save = child<QPushButton>("saveButton");
        QVERIFY(!save->isEnabled() && !save->toolTip().isEmpty()); // it has no name
        child<QLineEdit>("nameEdit")->setText(QStringLiteral("nightly"));
        child<QComboBox>("scheduleCombo")->setCurrentText(QStringLiteral("mon 25:61"));
        QVERIFY(!save->isEnabled());
        QVERIFY(!child<QLabel>("scheduleProblem")->text().isEmpty());
        child<QComboBox>("scheduleCombo")->setCurrentText(QStringLiteral("mon..fri 02:30"));
        const QString runs = child<QLabel>("runsLabel")->text();
        QVERIFY2(runs.contains(QStringLiteral("Monday")) && runs.count(QStringLiteral("02:30:00")) == 10, qPrintable(runs));
        child<QPushButton>("listButton")->click();
        child<QCheckBox>("removeBox")->click();
        QTRY_VERIFY(!m_dialog->isWorking());
        save->click();
        QCOMPARE(wanted.size(), 1);
        const OwnSyncJob job = jobOf(wanted.front().front().value<SyncJobWish>());
        QCOMPARE(job.source(), std::string("/mnt/alpha"));
        QCOMPARE(job.target(), std::string("/mnt/beta"));
        QCOMPARE(job.job.schedule, std::optional<std::string>("mon..fri 02:30"));
        QVERIFY(job.job.removeVanished.value_or(false));
        QCOMPARE(job.notes.approved.value().snapshots, 2U);
        QVERIFY(job.notes.approved->mayEmptyGroups);
    }

    void aSavedJobIsEdited()
    {
        show();
        child<QLineEdit>("nameEdit")->setText(QStringLiteral("nightly"));
        child<QSlider>("depthSlider")->setValue(2);
        QTRY_VERIFY(!m_dialog->isWorking());
        connect(m_dialog.get(), &SyncDialog::saveWanted, m_own.get(), [this](const SyncJobWish &wish) {
            m_own->change([after = jobOf(wish)](OwnJobs &jobs) { return jobs.add(after.job, after.notes); });
        });
        child<QPushButton>("saveButton")->click();
        QTRY_COMPARE(m_own->syncJobs().size(), 1U);
        QVERIFY(child<QLineEdit>("nameEdit")->isReadOnly()); // the same job from now on
        QVERIFY(child<QPushButton>("saveButton")->isEnabled());
        auto *combo = child<QComboBox>("jobCombo");
        QCOMPARE(combo->currentText(), QStringLiteral("nightly"));
        const QSignalSpy wanted(m_dialog.get(), &SyncDialog::editWanted);
        combo->setCurrentIndex(0);
        emit combo->activated(0);
        QCOMPARE(wanted.size(), 1);
        const OwnSyncJob job = m_own->syncJobs().front();
        m_dialog = std::make_unique<SyncDialog>(
            m_stores.get(), SyncDialog::Beginning{.source = m_alpha, .target = m_beta, .options = job.job.options(), .job = job},
            m_own.get(), m_settings.get());
        QTRY_VERIFY(!m_dialog->isWorking());
        QCOMPARE(m_dialog->options()->maxDepth, 2);
        QCOMPARE(child<QLineEdit>("nameEdit")->text(), QStringLiteral("nightly"));
    }

    /// Only for what was dropped, and never what a key does by itself.
    void movesWhatWasDropped()
    {
        show();
        QVERIFY(child<QPushButton>("moveButton")->isHidden());
        m_dialog = std::make_unique<SyncDialog>(m_stores.get(), SyncDialog::Beginning{.source = m_alpha, .target = m_beta, .canMove = true},
                                                m_own.get(), m_settings.get());
        m_dialog->show();
        auto *move = child<QPushButton>("moveButton");
        QVERIFY(move->isVisible() && !move->isDefault() && !move->autoDefault());
        const QSignalSpy wanted(m_dialog.get(), &SyncDialog::moveWanted);
        const QSignalSpy run(m_dialog.get(), &SyncDialog::runWanted);
        move->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(run.size(), 0);
        QVERIFY(!m_dialog->isVisible());
    }

    void anApprovalEndsWithOtherRules()
    {
        SyncJobWish wish{.source = {"/mnt/alpha", "alpha"},
                         .target = {"/mnt/beta", "beta"},
                         .options = {.removeVanished = true},
                         .entry = {.id = "nightly"},
                         .seen = Removals()};
        wish.before = jobOf(wish);
        QVERIFY(wish.before->notes.approved);
        wish.seen.reset();
        wish.entry.schedule = "daily";
        QVERIFY(jobOf(wish).notes.approved);
        wish.options.target = ns("from");
        QVERIFY(!jobOf(wish).notes.approved);
    }

    void aTargetThatMayNotBeWritten()
    {
        m_isWritable = false;
        m_stores->closeAll();
        m_alpha = open("/mnt/alpha");
        m_beta = open("/mnt/beta");
        show();
        QVERIFY(!button()->isEnabled());
        QVERIFY(!button()->toolTip().isEmpty());
        QCOMPARE(shown().copied, 8U);
    }

    void otherHosts()
    {
        show(m_alpha, open("ssh://pbs/mnt/far"));
        QVERIFY(!child<QLabel>("placeProblem")->isVisible());
        QVERIFY(m_dialog->answer());
    }

    /// One that cannot be read now.
    void anEndThatIsNotThere()
    {
        OpenStore *away = open("/mnt/away");
        backend(away)->openError = Error{Error::Kind::NotFound, MessageId::StoreNotFound, {"/mnt/away"}, 0};
        away->load();
        QTRY_COMPARE(away->loadState(), OpenStore::LoadState::Failed);
        show(m_alpha, away);
        QVERIFY(child<QLabel>("placeProblem")->isVisible());
        QVERIFY(!button()->isEnabled());
        child<QLineEdit>("nameEdit")->setText(QStringLiteral("far-away"));
        QVERIFY(!child<QPushButton>("saveButton")->isEnabled());
        child<QCheckBox>("enabledBox")->setChecked(false);
        QTRY_VERIFY2(child<QPushButton>("saveButton")->isEnabled(), qPrintable(child<QPushButton>("saveButton")->toolTip()));
    }

    void oneStoreIsNotEnough()
    {
        show(m_alpha, m_alpha);
        QVERIFY(!m_dialog->answer());
        QVERIFY(!button()->isEnabled() && !button()->toolTip().isEmpty());
    }

    void anEndIsClosed()
    {
        show();
        m_stores->close(m_beta);
        QVERIFY(!m_dialog->target());
        QVERIFY(!button()->isEnabled());
        QCOMPARE(child<QComboBox>("targetCombo")->count(), 1);
    }

    void itIsReadAgain()
    {
        show();
        backend(m_beta)->tree = sourceTree();
        m_beta->load();
        QTRY_COMPARE(shown().copied, 0U);
    }

    void listSortsFiltersAndExports()
    {
        show();
        auto *model = qobject_cast<SyncListModel *>(list());
        const QAbstractItemModelTester tester(model);
        model->sort(SyncListModel::OutcomeColumn, Qt::AscendingOrder);
        QCOMPARE(model->index(0, SyncListModel::OutcomeColumn).data().toString(), QStringLiteral("new namespace"));
        model->setFilter(SyncOutcome::Copy, QStringLiteral("HOST"));
        QCOMPARE(model->rowCount(), 2);
        const QList<QByteArray> lines = model->toCsv().split('\n');
        QCOMPARE(lines.size(), 4); // the header and an end
        QCOMPARE(lines[1], "copy,a/b,host/x,2025-01-01T00:00:00Z,1000,\r");
        model->setFilter(std::nullopt, {});
        QCOMPARE(model->rowCount(), int(shown().rows.size()));
    }

    void fiftyThousandSnapshots()
    {
        constexpr int groups = 1000;
        constexpr int snapshots = 50;
        TreeBuilder builder;
        for (int i = 0; i < groups; ++i)
            builder.add(i % 2 == 0 ? "" : "a", whole("vm/" + std::to_string(100 + i), snapshots));
        const SyncQuestion question{.source = builder.build(), .target = targetTree(), .hasDetails = true, .options = {}};
        SyncListModel model;
        std::size_t rows = 0;
        QBENCHMARK
        {
            const SyncAnswer answer = answerToSync(question);
            model.setShown(answer.shown);
            model.sort(SyncListModel::SnapshotColumn, Qt::DescendingOrder);
            rows = answer.shown->rows.size();
        }
        QVERIFY(rows >= std::size_t(groups * snapshots));
    }

    void whatADropMeans()
    {
        const Tree source = sourceTree();
        const Tree target = targetTree();
        const auto groups = copyOptions(source, {.groups = {{ns(""), group("vm/100")}, {ns(""), group("ct/200")}}}, target, ns("from"));
        QVERIFY(groups.has_value());
        QCOMPARE(groups->maxDepth, 0);
        QCOMPARE(groups->filters.size(), 2U);
        QCOMPARE(groups->target, ns("from"));
        QCOMPARE(groups->owner, std::string("root@pam"));
        const auto space = copyOptions(source, {.namespaces = {ns("a")}}, target, ns("from"));
        QVERIFY(space.has_value());
        QCOMPARE(space->source, ns("a"));
        QCOMPARE(space->target, ns("from/a"));
        QVERIFY(!space->maxDepth && space->filters.empty());
        QVERIFY(!copyOptions(source, {.groups = {{ns(""), group("vm/100")}, {ns("a"), group("vm/100")}}}, target, ns("from")));
        QVERIFY(!copyOptions(source, {.namespaces = {ns("a"), ns("a/b")}}, target, ns("from")));
        QVERIFY(!copyOptions(source, {.namespaces = {ns("pending")}}, target, ns("from")));
        QVERIFY(!copyOptions(source, {.namespaces = {ns("a")}}, target, ns("1/2/3/4/5/6/7")));
    }

private:
    OpenStore *open(const char *place)
    {
        OpenStore *store = m_stores->open(Place::fromString(place).value());
        [store] { QTRY_COMPARE(store->loadState(), OpenStore::LoadState::Ready); }();
        return store;
    }

    static FakeBackend *backend(OpenStore *store) { return dynamic_cast<FakeBackend *>(&store->backend()); }

    void show() { show(m_alpha, m_beta); }
    void show(OpenStore *source, OpenStore *target)
    {
        m_own = std::make_unique<OwnJobList>(m_folder.filePath(QStringLiteral("jobs")).toStdString());
        m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("state")));
        m_dialog = std::make_unique<SyncDialog>(m_stores.get(), SyncDialog::Beginning{.source = source, .target = target}, m_own.get(),
                                                m_settings.get());
        m_dialog->show();
        QTRY_VERIFY(!m_dialog->isWorking());
    }

    void type(const char *edit, const char *text)
    {
        auto *line = child<QLineEdit>(edit);
        line->setText(QLatin1String(text));
        emit line->textEdited(line->text());
        QTRY_VERIFY(!m_dialog->isWorking());
    }

    template<typename Widget>
    Widget *child(const char *name) const
    {
        return m_dialog->findChild<Widget *>(QLatin1String(name));
    }

    QPushButton *button() const { return child<QPushButton>("runButton"); }
    QAbstractItemModel *list() const { return child<QTreeView>("list")->model(); }
    const ShownSync &shown() const { return *m_dialog->answer()->shown; }

    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<StoreList> m_stores;
    std::unique_ptr<OwnJobList> m_own;
    std::unique_ptr<SyncDialog> m_dialog;
    OpenStore *m_alpha = nullptr;
    OpenStore *m_beta = nullptr;
    bool m_isWritable = true;
};

QTEST_MAIN(TestSyncDialog)
#include "tst_syncdialog.moc"
