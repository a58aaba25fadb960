// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/draghover.h"
#include "app/groupsmime.h"
#include "app/treeview.h"
#include "treebackend.h"

#include <QDragEnterEvent>
#include <QLabel>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include <memory>

using namespace espalier;
using namespace espalier::test;

namespace {

Tree viewTree()
{
    TreeBuilder builder;
    builder.add("", makeGroup("vm/100", 3)).add("", makeGroup("vm/101", 1)).add("", makeGroup("ct/200", 2));
    builder.add("clients/acme", makeGroup("vm/100", 2, "acme@pbs")).addNamespace("sites/graz");
    builder.addNamespace("a/b/c/d/e/f/g");
    for (int i = 0; i < 60; ++i)
        builder.add("many", makeGroup("vm/" + std::to_string(3000 + i), 1));
    return builder.build();
}

} // namespace

class tst_TreeView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void drop_data();
    void drop();
    void dropOfManyIsOneRequest();
    void pointerLeavesWithoutTrace();
    void controlKeyRefuses();
    void rowsSpringOpen();
    void sprungRowsCloseWhenLeft();
    void scrollsNearTheEdges();
    void directoriesFromOutside();
    void foreignMimeIsIgnored_data();
    void foreignMimeIsIgnored();
    void mimeRoundTrip();

    void selectionIsTopmost();
    void filterSelectsAllMatching();
    void filterRestoresExpansion();
    void revealClearsTheFilter();
    void revealWaitsForTheRow();
    void expansionSurvivesASession();
    void detailsOfVisibleGroupsOnly();
    void contextMenuByKeyboard();

private:
    QModelIndex find(std::string_view path, std::string_view id = {}) const;
    QPoint at(const QModelIndex &index) const;
    ItemRef item(std::string_view path, std::string_view id) const { return groupItem(m_store->store.get(), ns(path), group(id)); }
    std::unique_ptr<QMimeData> mimeOf(const std::vector<GroupPlace> &groups, const QString &place = QStringLiteral("/mnt/alpha")) const;
    bool enter(const QMimeData &mime, const QPoint &position);
    bool move(const QMimeData &mime, const QPoint &position, Qt::KeyboardModifiers keys = Qt::NoModifier);
    bool drop(const QMimeData &mime, const QPoint &position);
    QString hint() const;

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<DatastoreModel> m_model;
    std::unique_ptr<TreeView> m_view;
};

void tst_TreeView::init()
{
    m_store = std::make_unique<TestStore>(viewTree());
    m_model = std::make_unique<DatastoreModel>();
    m_view = std::make_unique<TreeView>();
    m_view->setModel(m_model.get());
    m_model->addStore(m_store->store.get());
    m_view->resize(900, 420);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_store->store->load();
    QTRY_COMPARE(m_store->store->loadState(), OpenStore::LoadState::Ready);
    QTRY_VERIFY(m_view->isExpanded(find("")));
}

void tst_TreeView::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_store.reset();
}

QModelIndex tst_TreeView::find(std::string_view path, std::string_view id) const
{
    OpenStore *store = m_store->store.get();
    return m_model->indexOf(id.empty() ? namespaceItem(store, ns(path)) : groupItem(store, ns(path), group(id)));
}

QPoint tst_TreeView::at(const QModelIndex &index) const
{
    for (QModelIndex parent = index.parent(); parent.isValid(); parent = parent.parent())
        m_view->expand(parent);
    m_view->scrollTo(index);
    return m_view->visualRect(index).center();
}

std::unique_ptr<QMimeData> tst_TreeView::mimeOf(const std::vector<GroupPlace> &groups, const QString &place) const
{
    auto mime = std::make_unique<QMimeData>();
    encode({place, {groups, {}}, false}, *mime);
    return mime;
}

bool tst_TreeView::enter(const QMimeData &mime, const QPoint &position)
{
    QDragEnterEvent event(position, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    return event.isAccepted();
}

bool tst_TreeView::move(const QMimeData &mime, const QPoint &position, Qt::KeyboardModifiers keys)
{
    QDragMoveEvent event(position, Qt::CopyAction, &mime, Qt::LeftButton, keys);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    return event.isAccepted();
}

bool tst_TreeView::drop(const QMimeData &mime, const QPoint &position)
{
    QDropEvent event(position, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    return event.isAccepted();
}

QString tst_TreeView::hint() const
{
    const auto *label = m_view->findChild<QLabel *>(QStringLiteral("dropHint"));
    return label && label->isVisible() ? label->text() : QString();
}

void tst_TreeView::drop_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("onGroup");
    QTest::addColumn<QString>("place");
    QTest::addColumn<bool>("accepted");
    const QString alpha = QStringLiteral("/mnt/alpha");
    QTest::newRow("onto a namespace") << "" << "vm/101" << "sites/graz" << "" << alpha << true;
    QTest::newRow("onto the datastore: its root") << "clients/acme" << "vm/100" << "" << "" << alpha << true;
    QTest::newRow("onto the deepest namespace") << "" << "vm/101" << "a/b/c/d/e/f/g" << "" << alpha << true;
    QTest::newRow("onto its own namespace") << "" << "vm/101" << "" << "" << alpha << false;
    QTest::newRow("onto a sibling") << "" << "vm/101" << "" << "vm/100" << alpha << false;
    QTest::newRow("onto itself") << "" << "vm/101" << "" << "vm/101" << alpha << false;
    QTest::newRow("onto a group elsewhere") << "" << "vm/101" << "clients/acme" << "vm/100" << alpha << false;
    QTest::newRow("name taken: can be cured") << "" << "vm/100" << "clients/acme" << "" << alpha << true;
    QTest::newRow("not there any more") << "sites" << "vm/77" << "sites/graz" << "" << alpha << false;
    QTest::newRow("from another datastore") << "" << "vm/101" << "sites/graz" << "" << QStringLiteral("/mnt/beta") << false;
}

void tst_TreeView::drop()
{
    QFETCH(QString, from);
    QFETCH(QString, id);
    QFETCH(QString, target);
    QFETCH(QString, onGroup);
    QFETCH(QString, place);
    QFETCH(bool, accepted);
    const GroupPlace dragged(ns(from.toStdString()), group(id.toStdString()));
    const auto mime = mimeOf({dragged}, place);
    const QPoint position = at(find(target.toStdString(), onGroup.toStdString()));
    QSignalSpy requested(m_view.get(), &TreeView::moveRequested);

    QVERIFY(enter(*mime, position));
    QCOMPARE(move(*mime, position), accepted);
    QVERIFY2(!hint().isEmpty(), "the label says what a drop would be");
    QCOMPARE(hint().startsWith(QStringLiteral("Not there")), !accepted);
    QCOMPARE(drop(*mime, position), accepted);
    QVERIFY2(requested.isEmpty(), "nothing happens inside the drop");
    QVERIFY(hint().isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(requested.size(), accepted ? 1 : 0);
    if (!accepted)
        return;
    QCOMPARE(requested.first().at(0).value<OpenStore *>(), m_store->store.get());
    QCOMPARE(requested.first().at(1).value<MovedItems>().groups, std::vector{dragged});
    QCOMPARE(requested.first().at(2).value<NamespacePath>(), ns(target.toStdString()));
}

void tst_TreeView::dropOfManyIsOneRequest()
{
    const std::vector<GroupPlace> groups{{ns(""), group("vm/101")}, {ns(""), group("ct/200")}, {ns("many"), group("vm/3005")}};
    const auto mime = mimeOf(groups);
    const QPoint position = at(find("sites/graz"));
    QSignalSpy requested(m_view.get(), &TreeView::moveRequested);
    enter(*mime, position);
    QVERIFY(move(*mime, position));
    QVERIFY2(hint().contains(QLatin1Char('3')) && hint().contains(QStringLiteral("sites/graz")), qPrintable(hint()));
    drop(*mime, position);
    QTRY_COMPARE(requested.size(), 1);
    QCOMPARE(requested.first().at(1).value<MovedItems>().groups, groups);
}

void tst_TreeView::pointerLeavesWithoutTrace()
{
    const auto mime = mimeOf({{ns(""), group("vm/101")}});
    const QPoint position = at(find("sites/graz"));
    enter(*mime, position);
    move(*mime, position);
    QVERIFY(!hint().isEmpty());
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    QVERIFY(hint().isEmpty());
    QSignalSpy requested(m_view.get(), &TreeView::moveRequested);
    drop(*mime, position); // without an enter
    QCoreApplication::processEvents();
    QVERIFY(requested.isEmpty());
}

void tst_TreeView::controlKeyRefuses()
{
    const auto mime = mimeOf({{ns(""), group("vm/101")}});
    const QPoint position = at(find("sites/graz"));
    enter(*mime, position);
    QVERIFY(move(*mime, position));
    QVERIFY(!move(*mime, position, Qt::ControlModifier));
    QVERIFY2(hint().contains(QStringLiteral("not possible")), qPrintable(hint()));
    QVERIFY(move(*mime, position));
}

void tst_TreeView::rowsSpringOpen()
{
    const auto mime = mimeOf({{ns(""), group("vm/101")}});
    const QPoint position = at(find("sites"));
    enter(*mime, position);
    move(*mime, position);
    QVERIFY(!m_view->isExpanded(find("sites")));
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isExpanded(find("sites")), 5 * DragHover::springDelay);
    const QPoint inside = at(find("sites/graz"));
    QVERIFY(move(*mime, inside));
    QVERIFY(drop(*mime, inside));
    QVERIFY(m_view->isExpanded(find("sites"))); // something was dropped there
}

void tst_TreeView::sprungRowsCloseWhenLeft()
{
    const auto mime = mimeOf({{ns(""), group("vm/101")}});
    const QPoint position = at(find("sites"));
    enter(*mime, position);
    move(*mime, position);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->isExpanded(find("sites")), 5 * DragHover::springDelay);
    m_view->expand(find("clients"));
    move(*mime, at(find("clients")));
    QVERIFY(!m_view->isExpanded(find("sites")));
    QVERIFY(m_view->isExpanded(find("clients"))); // a person had opened it
}

void tst_TreeView::scrollsNearTheEdges()
{
    m_view->expand(find("many"));
    m_view->verticalScrollBar()->setValue(0);
    const auto mime = mimeOf({{ns(""), group("vm/101")}});
    const QPoint position(40, m_view->viewport()->height() - 3);
    enter(*mime, position);
    move(*mime, position);
    QTRY_VERIFY(m_view->verticalScrollBar()->value() > 3);
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(m_view->viewport(), &leave);
    const int stopped = m_view->verticalScrollBar()->value();
    QTest::qWait(150);
    QCOMPARE(m_view->verticalScrollBar()->value(), stopped);
}

void tst_TreeView::directoriesFromOutside()
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/mnt/beta")), QUrl(QStringLiteral("https://example.org/x"))});
    QSignalSpy opened(m_view.get(), &TreeView::openRequested);
    QVERIFY(enter(mime, QPoint(10, 10)));
    QVERIFY(move(mime, QPoint(10, 10)));
    QVERIFY(drop(mime, QPoint(10, 10)));
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(opened.first().first().toString(), QStringLiteral("/mnt/beta"));
}

void tst_TreeView::foreignMimeIsIgnored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("\x00\xff{{", 4);
    QTest::newRow("a list") << QByteArray("[1,2]");
    QTest::newRow("another version") << QByteArray(R"({"version":9,"store":"/mnt/alpha","groups":[{"ns":"","group":"vm/101"}]})");
    QTest::newRow("no groups") << QByteArray(R"({"version":2,"store":"/mnt/alpha","groups":[]})");
    QTest::newRow("groups are no list") << QByteArray(R"({"version":2,"store":"/mnt/alpha","groups":{"ns":"","group":"vm/101"}})");
    QTest::newRow("a group is a number") << QByteArray(R"({"version":2,"store":"/mnt/alpha","groups":[7]})");
    QTest::newRow("dot dot") << QByteArray(R"({"version":2,"store":"/mnt/alpha","groups":[{"ns":"..","group":"vm/101"}]})");
    QTest::newRow("a path for an id") << QByteArray(R"({"version":2,"store":"/mnt/alpha","groups":[{"ns":"","group":"vm/../../etc"}]})");
    QTest::newRow("one bad among good") << QByteArray(
        R"({"version":2,"store":"/mnt/alpha","groups":[{"ns":"","group":"vm/101"},{"ns":"","group":"vm/a b"}]})");
    QTest::newRow("too deep a namespace") << QByteArray(
        R"({"version":2,"store":"/mnt/alpha","groups":[{"ns":"a/b/c/d/e/f/g/h","group":"vm/1"}]})");
    QTest::newRow("a store that is a number") << QByteArray(R"({"version":2,"store":1,"groups":[{"ns":"","group":"vm/101"}]})");
    QTest::newRow("deeply nested") << QByteArray(100000, '[');
    QTest::newRow("huge") << QByteArray(R"({"version":2,"store":"/mnt/alpha","groups":[{"ns":"","group":"vm/101"}]})")
            + QByteArray(17 * 1024 * 1024, ' ');
}

void tst_TreeView::foreignMimeIsIgnored()
{
    QFETCH(QByteArray, bytes);
    QMimeData mime;
    mime.setData(QLatin1StringView(groupsMimeType), bytes);
    QVERIFY(!decodeGroups(mime));
    const QPoint position = at(find("sites/graz"));
    QSignalSpy requested(m_view.get(), &TreeView::moveRequested);
    QVERIFY(!enter(mime, position));
    QVERIFY(!move(mime, position));
    QVERIFY(!drop(mime, position));
    QCoreApplication::processEvents();
    QVERIFY(requested.isEmpty());
}

void tst_TreeView::mimeRoundTrip()
{
    const GroupsMime groups{
        QStringLiteral("ssh://host/mnt/alpha"), {{{ns("a/b"), group("vm/1")}, {ns(""), group("host/x_y.z-1")}}, {ns("c/d")}}, true};
    QMimeData mime;
    encode(groups, mime);
    QCOMPARE(decodeGroups(mime), std::optional(groups));
    QCOMPARE(mime.text(), QStringLiteral("c/d\na/b/vm/1\nhost/x_y.z-1"));
    QVERIFY(mime.data(QStringLiteral("application/json")).contains("host/x_y.z-1"));
}

void tst_TreeView::selectionIsTopmost()
{
    const auto select = [this](const QModelIndex &index) {
        m_view->selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    };
    QSignalSpy changed(m_view.get(), &TreeView::selectionChangedTo);
    select(find("clients"));
    select(find("clients/acme"));
    select(find("clients/acme", "vm/100"));
    select(find("", "vm/100"));
    select(m_model->index(0, 0, find("", "vm/100")));
    QVERIFY(!changed.isEmpty());
    QCOMPARE(m_view->selectedItems(), (QList{namespaceItem(m_store->store.get(), ns("clients")), item("", "vm/100")}));
    select(find(""));
    QCOMPARE(m_view->selectedItems(), QList{storeItem(m_store->store.get())});
}

void tst_TreeView::filterSelectsAllMatching()
{
    QSignalSpy applied(m_view.get(), &TreeView::filterApplied);
    m_view->setFilterText(QStringLiteral("vm/100-101"));
    QTRY_COMPARE(applied.size(), 1);
    QCOMPARE(applied.first().first().toInt(), 3);
    QVERIFY(m_view->isExpanded(find("clients/acme")));
    m_view->selectAllMatching();
    QCOMPARE(m_view->selectedItems(), (QList{item("", "vm/100"), item("", "vm/101"), item("clients/acme", "vm/100")}));
}

void tst_TreeView::filterRestoresExpansion()
{
    m_view->expand(find("many"));
    QSignalSpy applied(m_view.get(), &TreeView::filterApplied);
    m_view->setFilterText(QStringLiteral("owner:acme"));
    QTRY_COMPARE(applied.size(), 1);
    QVERIFY(!find("many").isValid());
    QVERIFY(m_view->isExpanded(find("clients")));
    QVERIFY(m_view->expandedPaths().join(QLatin1Char(' ')).contains(QStringLiteral("many")));
    m_view->setFilterText({});
    QVERIFY(m_view->isExpanded(find("many")));
}

void tst_TreeView::revealClearsTheFilter()
{
    QSignalSpy texts(m_view.get(), &TreeView::filterTextChanged);
    QSignalSpy applied(m_view.get(), &TreeView::filterApplied);
    m_view->setFilterText(QStringLiteral("nosuchthing"));
    QTRY_COMPARE(applied.size(), 1);
    m_view->reveal(item("many", "vm/3040"));
    QCOMPARE(m_view->currentItem(), std::optional(item("many", "vm/3040")));
    QVERIFY(m_view->viewport()->rect().intersects(m_view->visualRect(m_view->currentIndex())));
    QCOMPARE(texts.last().first().toString(), QString());
}

void tst_TreeView::revealWaitsForTheRow()
{
    m_view->reveal(item("many", "vm/9999"));
    QVERIFY(m_view->currentItem() != std::optional(item("many", "vm/9999")));
    m_store->backend->tree = viewTree().withGroup(ns("many"), makeGroup("vm/9999", 1));
    m_store->store->load();
    QTRY_COMPARE(m_view->currentItem(), std::optional(item("many", "vm/9999")));
}

void tst_TreeView::expansionSurvivesASession()
{
    m_view->expand(find("clients"));
    m_view->expand(find("clients/acme"));
    m_view->expand(find("clients/acme", "vm/100"));
    const QStringList paths = m_view->expandedPaths();

    TestStore again(viewTree());
    DatastoreModel model;
    TreeView view;
    view.setModel(&model);
    model.addStore(again.store.get());
    view.restoreExpanded(paths); // before anything was read
    again.store->load();
    const auto group = [&] { return model.indexOf(groupItem(again.store.get(), ns("clients/acme"), test::group("vm/100"))); };
    QTRY_VERIFY(view.isExpanded(group()));
    QVERIFY(!view.isExpanded(model.indexOf(namespaceItem(again.store.get(), ns("sites")))));
    view.restoreExpanded({QStringLiteral("rubbish"), QStringLiteral("/mnt/alpha\n../x\n"), QStringLiteral("\n\n")});
}

void tst_TreeView::detailsOfVisibleGroupsOnly()
{
    m_view->expand(find("many"));
    m_view->verticalScrollBar()->setValue(0);
    QTRY_VERIFY(m_store->backend->detailsRequests > 3);
    QTest::qWait(300);
    QVERIFY2(m_store->backend->detailsRequests < 40, qPrintable(QString::number(m_store->backend->detailsRequests)));
    const int before = m_store->backend->detailsRequests;
    for (int value = 0; value <= m_view->verticalScrollBar()->maximum(); ++value)
        m_view->verticalScrollBar()->setValue(value);
    QCOMPARE(m_store->backend->detailsRequests, before); // nothing while it scrolls
    QTRY_VERIFY(m_store->backend->detailsRequests > before);
}

void tst_TreeView::contextMenuByKeyboard()
{
    m_view->setCurrentIndex(find("sites"));
    QSignalSpy asked(m_view.get(), &TreeView::contextMenuRequested);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(0, 0), QPoint(0, 0));
    QCoreApplication::sendEvent(m_view->viewport(), &event);
    QCOMPARE(asked.size(), 1);
    QVERIFY(m_view->visualRect(find("sites")).contains(m_view->viewport()->mapFromGlobal(asked.first().first().toPoint())));
}

QTEST_MAIN(tst_TreeView)
#include "tst_treeview.moc"
