// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/datastoremodel.h"
#include "app/groupsmime.h"
#include "treebackend.h"

#include <QAbstractItemModelTester>
#include <QFont>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace espalier;
using namespace espalier::test;

namespace {

Tree smallTree()
{
    return TreeBuilder()
        .add("", makeGroup("vm/100", 3, "backup@pbs", "web server"))
        .add("", makeGroup("vm/9", 1))
        .add("", makeGroup("ct/200", 2))
        .add("clients/acme", makeGroup("vm/100", 2, "acme@pbs"))
        .add("sites", makeGroup("host/laptop", 1))
        .addNamespace("sites/graz")
        .build();
}

/// A namespace with groups vm/FIRST, vm/FIRST+STEP, …
Tree flatTree(int count, int first = 1000, int step = 1)
{
    TreeBuilder builder;
    for (int i = 0; i < count; ++i)
        builder.add("", makeGroup("vm/" + std::to_string(first + i * step), 1));
    return builder.build();
}

QStringList namesBelow(const DatastoreModel &model, const QModelIndex &parent)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(parent); ++row)
        names.append(model.index(row, 0, parent).data().toString());
    return names;
}

} // namespace

class tst_DatastoreModel : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void pruneJobs();
    void showsPbsOrder();
    void snapshotsAreNewestFirst();
    void cellsOfAGroup();
    void sumsOfANamespace();
    void tellsItsRowsAloud();
    void namesItems();
    void failedStoreTellsWhy();
    void readOnlyStoreWearsALock();
    void keepsRowsWhenReadAgain_data();
    void keepsRowsWhenReadAgain();
    void emptyGroupsGetAndLoseChildren();
    void marksBothEndsOfAMove();
    void createdNamespaceIsMarked();
    void showsDetailsWhenTheyCome();
    void asksForDetailsOnce();
    void filterKeepsParents();
    void filterFollowsTheStore();
    void mimeNamesGroupsOnDisk();
    void dropIsAnsweredInWords_data();
    void dropIsAnsweredInWords();
    void removedStoreLeaves();

private:
    void show(Tree tree);
    QModelIndex find(std::string_view path, std::string_view id = {}) const;

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<DatastoreModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_DatastoreModel::init()
{
    show(smallTree());
}

void tst_DatastoreModel::show(Tree tree)
{
    cleanup();
    m_store = std::make_unique<TestStore>(std::move(tree));
    m_model = std::make_unique<DatastoreModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->addStore(m_store->store.get());
    m_store->store->load();
    QTRY_COMPARE(m_store->store->loadState(), OpenStore::LoadState::Ready);
}

void tst_DatastoreModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_store.reset();
}

QModelIndex tst_DatastoreModel::find(std::string_view path, std::string_view id) const
{
    OpenStore *store = m_store->store.get();
    return m_model->indexOf(id.empty() ? namespaceItem(store, ns(path)) : groupItem(store, ns(path), group(id)));
}

void tst_DatastoreModel::showsPbsOrder()
{
    QCOMPARE(namesBelow(*m_model, {}), QStringList{QStringLiteral("alpha")});
    const QStringList wanted{QStringLiteral("clients"), QStringLiteral("sites"), QStringLiteral("ct/200"), QStringLiteral("vm/9"),
                             QStringLiteral("vm/100")};
    QCOMPARE(namesBelow(*m_model, find("")), wanted);
    QCOMPARE(namesBelow(*m_model, find("sites")), (QStringList{QStringLiteral("graz"), QStringLiteral("host/laptop")}));
    QVERIFY(!m_model->hasChildren(find("sites/graz")));
}

void tst_DatastoreModel::snapshotsAreNewestFirst()
{
    const QModelIndex row = find("", "vm/100");
    QCOMPARE(m_model->rowCount(row), 3);
    QCOMPARE(m_model->index(0, 0, row).data(DatastoreModel::SnapshotRole).toString(), QStringLiteral("2025-01-03T00:00:00Z"));
    QCOMPARE(m_model->index(2, 0, row).data(DatastoreModel::SnapshotRole).toString(), QStringLiteral("2025-01-01T00:00:00Z"));
    QVERIFY(m_model->index(0, 0, row).flags().testFlag(Qt::ItemNeverHasChildren));
}

void tst_DatastoreModel::cellsOfAGroup()
{
    const QModelIndex row = find("", "vm/100");
    const auto cell = [&row](int column) { return row.siblingAtColumn(column).data().toString(); };
    QCOMPARE(cell(DatastoreModel::Snapshots), QStringLiteral("3"));
    QVERIFY(cell(DatastoreModel::LastBackup).startsWith(QStringLiteral("2025-01-0")));
    QCOMPARE(cell(DatastoreModel::Owner), QStringLiteral("backup@pbs"));
    QCOMPARE(cell(DatastoreModel::Comment), QStringLiteral("web server"));
    QCOMPARE(cell(DatastoreModel::Size), QString());
    const QString toolTip = row.siblingAtColumn(DatastoreModel::LastBackup).data(Qt::ToolTipRole).toString();
    QVERIFY2(toolTip.contains(QStringLiteral("UTC")) && toolTip.contains(QStringLiteral("ago")), qPrintable(toolTip));
}

void tst_DatastoreModel::sumsOfANamespace()
{
    QCOMPARE(find("sites").siblingAtColumn(DatastoreModel::Snapshots).data().toString(), QStringLiteral("1"));
    QCOMPARE(find("").siblingAtColumn(DatastoreModel::Snapshots).data().toString(), QStringLiteral("9"));
    QVERIFY(find("").data(DatastoreModel::NoteRole).toString().contains(QLatin1Char('4'))); // namespaces
    QVERIFY(find("").data(DatastoreModel::NoteRole).toString().contains(QLatin1Char('5'))); // groups
}

void tst_DatastoreModel::tellsItsRowsAloud()
{
    const QString group = find("clients/acme", "vm/100").data(Qt::AccessibleTextRole).toString();
    for (const char *part : {"vm/100", "acme@pbs", "2"})
        QVERIFY2(group.contains(QLatin1StringView(part)), qPrintable(group));
    QVERIFY(find("clients/acme").data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("clients/acme")));
    for (int column = 0; column < DatastoreModel::ColumnCount; ++column)
        QVERIFY(!m_model->headerData(column, Qt::Horizontal).toString().isEmpty());
}

void tst_DatastoreModel::namesItems()
{
    const ItemRef item = groupItem(m_store->store.get(), ns("clients/acme"), group("vm/100"));
    QCOMPARE(m_model->itemAt(m_model->indexOf(item)), std::optional(item));
    ItemRef snapshot = item;
    snapshot.kind = ItemKind::Snapshot;
    snapshot.time = snapshotTime("2025-01-01T00:00:00Z");
    QCOMPARE(m_model->itemAt(m_model->indexOf(snapshot)), std::optional(snapshot));
    QVERIFY(!m_model->indexOf(groupItem(m_store->store.get(), ns("clients"), group("vm/100"))).isValid());
    QVERIFY(!m_model->indexOf(namespaceItem(m_store->store.get(), ns("nowhere/at/all"))).isValid());
    QVERIFY(!m_model->itemAt({}));
}

void tst_DatastoreModel::failedStoreTellsWhy()
{
    m_store->backend->openError = Error{Error::Kind::Denied, MessageId::StoreDenied, {"/mnt/alpha"}};
    m_store->store->load();
    QTRY_COMPARE(m_store->store->loadState(), OpenStore::LoadState::Failed);
    QVERIFY(!find("").data(DatastoreModel::NoteRole).toString().isEmpty());
    QVERIFY(find("").data(Qt::ToolTipRole).toString().contains(QStringLiteral("/mnt/alpha")));
}

void tst_DatastoreModel::readOnlyStoreWearsALock()
{
    QVERIFY(!find("").data(DatastoreModel::BadgesRole).toList().contains(int(IconName::Lock)));
    m_store->backend->writable = false;
    m_store->store->refreshState();
    QTRY_VERIFY(find("").data(DatastoreModel::BadgesRole).toList().contains(int(IconName::Lock)));
    QVERIFY(find("").data(Qt::ToolTipRole).toString().contains(QStringLiteral("/mnt")));
}

void tst_DatastoreModel::pruneJobs()
{
    const auto badges
        = [this](std::string_view path, std::string_view id) { return find(path, id).data(DatastoreModel::BadgesRole).toList(); };
    const auto words = [this](std::string_view path, std::string_view id) { return find(path, id).data(Qt::ToolTipRole).toString(); };
    QVERIFY(badges("", "vm/100").isEmpty());
    const auto job = [](const std::string &id, std::string_view top, const std::string &store) {
        JobReference made;
        made.kind = JobKind::Prune;
        made.id = id;
        made.store = store;
        made.range.top = ns(top);
        made.keep = {.last = 3};
        return made;
    };
    m_store->backend->references.jobs
        = {job("all", "", "alpha"), job("clients", "clients", "alpha"), job("other", "", "beta"), job("off", "", "alpha")};
    m_store->backend->references.jobs.back().isDisabled = true;
    m_store->store->load();
    QTRY_COMPARE(badges("", "vm/100"), QVariantList{int(IconName::History)});
    QCOMPARE(badges("clients/acme", "vm/100"), QVariantList{int(IconName::NeedsAttention)});
    QVERIFY(badges("clients/acme", {}).isEmpty());
    QVERIFY2(words("", "vm/100").contains(QStringLiteral("all: Keeps the last 3")), qPrintable(words("", "vm/100")));
    QVERIFY(!words("", "vm/100").contains(QStringLiteral("off:")) && !words("", "vm/100").contains(QStringLiteral("other:")));
    QVERIFY(words("clients/acme", "vm/100").contains(QStringLiteral("Several prune jobs")));
    m_store->backend->references.jobs.clear();
    m_store->store->load();
    QTRY_VERIFY(badges("", "vm/100").isEmpty());
}

void tst_DatastoreModel::keepsRowsWhenReadAgain_data()
{
    QTest::addColumn<int>("step"); // every so-many-th group stays, the others go and new ones come between
    QTest::addColumn<bool>("layout");
    QTest::newRow("one by one") << 100 << false;
    QTest::newRow("as one layout") << 2 << true;
}

void tst_DatastoreModel::keepsRowsWhenReadAgain()
{
    QFETCH(int, step);
    QFETCH(bool, layout);
    show(flatTree(200));
    QCOMPARE(m_model->rowCount(find("")), 200);
    const QPersistentModelIndex stays(find("", "vm/1000"));
    const QPersistentModelIndex staysToo(find("", "vm/1100"));
    const QPersistentModelIndex child(m_model->index(0, 0, staysToo));
    const QPersistentModelIndex goes(find("", "vm/1001"));
    QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    QSignalSpy removals(m_model.get(), &QAbstractItemModel::rowsRemoved);

    m_store->backend->tree = flatTree(200, 1000, step).withGroup({}, makeGroup("vm/999", 1));
    m_store->store->load();
    QTRY_COMPARE(m_model->rowCount(find("")), 201);

    QCOMPARE(stays.data().toString(), QStringLiteral("vm/1000"));
    QCOMPARE(stays.row(), 1);
    QCOMPARE(staysToo.data().toString(), QStringLiteral("vm/1100"));
    QCOMPARE(child.parent(), QModelIndex(staysToo));
    QVERIFY(!goes.isValid());
    QCOMPARE(removals.isEmpty(), layout);
    QVERIFY(!layout || !layouts.isEmpty());
    const QStringList names = namesBelow(*m_model, find(""));
    QCOMPARE(QSet<QString>(names.begin(), names.end()).size(), 201);
}

void tst_DatastoreModel::emptyGroupsGetAndLoseChildren()
{
    const QPersistentModelIndex row(find("sites/graz"));
    QSignalSpy layouts(m_model.get(), &QAbstractItemModel::layoutChanged);
    QVERIFY(!m_model->hasChildren(row));
    m_store->backend->tree = smallTree().withGroup(ns("sites/graz"), makeGroup("vm/1", 1));
    m_store->store->load();
    QTRY_VERIFY(m_model->hasChildren(row));
    QCOMPARE(m_model->rowCount(row), 1);
    m_store->backend->tree = smallTree();
    m_store->store->load();
    QTRY_VERIFY(!m_model->hasChildren(row));
    QCOMPARE(m_model->rowCount(row), 0);
}

void tst_DatastoreModel::marksBothEndsOfAMove()
{
    const QPersistentModelIndex source(find("", "vm/9"));
    m_store->store->stageMoves({{{ns(""), group("vm/9")}}}, ns("sites/graz"));
    QCOMPARE(source.data(DatastoreModel::MarkRole).toInt(), int(Mark::MovesAway));
    QVERIFY(source.data(Qt::FontRole).value<QFont>().strikeOut());
    QVERIFY(source.data(DatastoreModel::NoteRole).toString().contains(QStringLiteral("sites/graz")));

    const QModelIndex arrival = find("sites/graz", "vm/9");
    QVERIFY(arrival.isValid());
    QCOMPARE(arrival.data(DatastoreModel::MarkRole).toInt(), int(Mark::Arrives));
    QVERIFY(arrival.data(Qt::FontRole).value<QFont>().italic());
    QVERIFY(!arrival.data(DatastoreModel::NoteRole).toString().isEmpty());
    QVERIFY(find("sites/graz").data(DatastoreModel::NoteRole).toString().contains(QLatin1Char('1')));

    m_store->store->undoStack()->undo();
    QVERIFY(!find("sites/graz", "vm/9").isValid());
    QCOMPARE(source.data(DatastoreModel::MarkRole).toInt(), int(Mark::None));
}

void tst_DatastoreModel::createdNamespaceIsMarked()
{
    m_store->store->stageCreate(ns("clients/globex"));
    QCOMPARE(find("clients/globex").data(DatastoreModel::MarkRole).toInt(), int(Mark::Created));
    QVERIFY(!find("clients/globex").data(DatastoreModel::NoteRole).toString().isEmpty());
    m_store->store->discardChanges();
    QVERIFY(!find("clients/globex").isValid());
}

void tst_DatastoreModel::showsDetailsWhenTheyCome()
{
    const QModelIndex row = find("clients/acme", "vm/100");
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->requestDetails(row);
    QTRY_COMPARE(row.siblingAtColumn(DatastoreModel::Size).data(DatastoreModel::SortRole).toInt(), 2000);
    QVERIFY(std::ranges::any_of(changed, [&row](const auto &args) { return args.at(0).toModelIndex() == row; }));
    QVERIFY(!row.siblingAtColumn(DatastoreModel::Verified).data(Qt::DecorationRole).isNull());
    QVERIFY(!row.siblingAtColumn(DatastoreModel::Verified).data(Qt::AccessibleTextRole).toString().isEmpty());
    QCOMPARE(find("clients").siblingAtColumn(DatastoreModel::Size).data(DatastoreModel::SortRole).toInt(), 2000); // all of it is known
    QVERIFY(find("").siblingAtColumn(DatastoreModel::Size).data().toString().isEmpty());
    QVERIFY(!m_model->index(0, DatastoreModel::Size, row).data().toString().isEmpty());
}

void tst_DatastoreModel::asksForDetailsOnce()
{
    for (int i = 0; i < 3; ++i)
        m_model->requestDetails(find("", "vm/9"));
    QTRY_VERIFY(!find("", "vm/9").siblingAtColumn(DatastoreModel::Size).data().toString().isEmpty());
    m_model->requestDetails(find("", "vm/9"));
    m_model->requestDetails(find("sites"));
    QCOMPARE(m_store->backend->detailsRequests, 1);
}

void tst_DatastoreModel::filterKeepsParents()
{
    const QPersistentModelIndex acme(find("clients/acme", "vm/100"));
    QSignalSpy applied(m_model.get(), &DatastoreModel::filterApplied);
    m_model->setFilter(TreeFilter::fromText(QStringLiteral("owner:acme")));
    QVERIFY(m_model->isFiltering());
    QTRY_COMPARE(applied.size(), 1);
    QCOMPARE(namesBelow(*m_model, find("")), QStringList{QStringLiteral("clients")});
    QCOMPARE(namesBelow(*m_model, find("clients/acme")), QStringList{QStringLiteral("vm/100")});
    QVERIFY(acme.isValid());
    QCOMPARE(m_model->matchCount(), std::size_t(1));
    QCOMPARE(m_model->matchingRows().size(), 1);

    m_model->setFilter({});
    QCOMPARE(m_model->rowCount(find("")), 5); // at once
    QCOMPARE(m_model->matchCount(), std::size_t(0));
}

void tst_DatastoreModel::filterFollowsTheStore()
{
    QSignalSpy applied(m_model.get(), &DatastoreModel::filterApplied);
    m_model->setFilter(TreeFilter::fromText(QStringLiteral("vm/100-199")));
    m_store->backend->tree = smallTree().withGroup(ns("sites/graz"), makeGroup("vm/150", 1)).withGroup({}, makeGroup("vm/800", 1));
    m_store->store->load();
    QTRY_VERIFY(find("sites/graz", "vm/150").isValid());
    QTRY_VERIFY(!m_model->isFiltering());
    QVERIFY(!find("", "vm/800").isValid());
    QCOMPARE(m_model->matchCount(), std::size_t(3));
}

void tst_DatastoreModel::mimeNamesGroupsOnDisk()
{
    m_store->store->stageMoves({{{ns(""), group("vm/9")}}}, ns("sites/graz"));
    const std::unique_ptr<QMimeData> mime(m_model->mimeData({find("sites/graz", "vm/9"), find("", "ct/200")}));
    const auto groups = decodeGroups(*mime);
    QVERIFY(groups);
    QCOMPARE(groups->items.groups, (std::vector<GroupPlace>{{ns(""), group("vm/9")}, {ns(""), group("ct/200")}}));
    QVERIFY(!groups->hasOthers);
    QCOMPARE(m_model->supportedDragActions(), Qt::DropActions(Qt::CopyAction));

    const std::unique_ptr<QMimeData> mixed(m_model->mimeData({find("sites"), find("sites", "host/laptop"), find("", "ct/200")}));
    QVERIFY(!decodeGroups(*mixed)->hasOthers);
    QCOMPARE(decodeGroups(*mixed)->items.groups.size(), std::size_t(1)); // the other goes with its namespace
    QCOMPARE(decodeGroups(*mixed)->items.namespaces, std::vector{ns("sites")});
    const std::unique_ptr<QMimeData> all(m_model->mimeData({m_model->indexOf(storeItem(m_store->store.get()))}));
    QVERIFY(decodeGroups(*all)->hasOthers);
}

void tst_DatastoreModel::dropIsAnsweredInWords_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("copy");
    QTest::addColumn<bool>("accepted");
    const QString alpha = QStringLiteral("/mnt/alpha");
    QTest::newRow("a namespace") << "vm/9" << "sites/graz" << alpha << false << true;
    QTest::newRow("where it is") << "vm/9" << "" << alpha << false << false;
    QTest::newRow("the name is taken: can be cured") << "vm/100" << "clients/acme" << alpha << false << true;
    QTest::newRow("a copy") << "vm/9" << "sites/graz" << alpha << true << false;
    QTest::newRow("another datastore") << "vm/9" << "sites/graz" << QStringLiteral("/mnt/beta") << false << false;
}

void tst_DatastoreModel::dropIsAnsweredInWords()
{
    QFETCH(QString, id);
    QFETCH(QString, target);
    QFETCH(QString, place);
    QFETCH(bool, copy);
    QFETCH(bool, accepted);
    const GroupsMime groups{place, {{{ns(""), group(id.toStdString())}}, {}}, false};
    const DropAnswer answer = m_model->checkDrop({groups, copy}, find(target.toStdString()));
    QCOMPARE(answer.accepted, accepted);
    QVERIFY(!answer.text.isEmpty());
    QCOMPARE(answer.text.contains(QStringLiteral("Not there")), !accepted);

    QMimeData mime;
    encode(groups, mime);
    QSignalSpy requested(m_model.get(), &DatastoreModel::moveRequested);
    if (!copy) {
        QCOMPARE(m_model->canDropMimeData(&mime, Qt::MoveAction, -1, -1, find(target.toStdString())), accepted);
        QVERIFY(!m_model->dropMimeData(&mime, Qt::MoveAction, -1, -1, find(target.toStdString()))); // no view may remove rows
        QCOMPARE(requested.size(), accepted ? 1 : 0);
    }
    QVERIFY(m_store->store->changes().empty());
}

void tst_DatastoreModel::removedStoreLeaves()
{
    TestStore second(flatTree(3), "/mnt/beta");
    m_model->addStore(second.store.get());
    QCOMPARE(m_model->rowCount(), 2);
    const QPersistentModelIndex stale(find("", "vm/9"));
    const QModelIndex raw = find("", "vm/9");
    m_model->removeStore(m_store->store.get());
    QCOMPARE(namesBelow(*m_model, {}), QStringList{QStringLiteral("beta")});
    QVERIFY(!stale.isValid());
    QVERIFY(!m_model->data(raw).isValid()); // finds nothing, not freed memory
    QVERIFY(!m_model->parent(raw).isValid());
    m_model->removeStore(second.store.get());
    QCOMPARE(m_model->rowCount(), 0);
}

QTEST_MAIN(tst_DatastoreModel)
#include "tst_datastoremodel.moc"
