// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/movetodialog.h"
#include "app/opendialog.h"
#include "text/translation.h"
#include "app/treeview.h"
#include "realwindow.h"
#include "ui_mainwindow.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QScreen>
#include <QTest>

#include <algorithm>
#include <filesystem>

using namespace espalier;
using namespace espalier::test;

// The program as people use it: a real pointer and a real keyboard on a real window with a real datastore.

#define PLAY(hand) QVERIFY2((hand).play(), qPrintable((hand).failure()))
#define COMPARE_DISK(before, after) QCOMPARE(difference(before, after), std::string())

class TestRealWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void pointerDragsGroupsAndUndoes();
    void escapeEndsADrag();
    void ownNamespaceRefuses();
    void namespacesSpringOpen();
    void fitsTheScreen();
    void tabGoesRound();
    void keyboardOpensATypedPlace();
    void keyboardCutsAndPastes();
    void keyboardMovesToATypedNamespace_data();
    void keyboardMovesToATypedNamespace();

private:
    void drag(const ItemRef &from, const ItemRef &to);
    void acceptsDrop(const QString &hint);
    void refusesDrop(const QString &reason);
    void clickYes();
    void typeYes();
    void untilUndone(std::string_view id);

    std::unique_ptr<Translation> m_english;
    std::unique_ptr<QTemporaryDir> m_folder; ///< Of the demo, which each test leaves as it was.
    std::unique_ptr<RealWindow> m_w;
    std::unique_ptr<Hand> m_hand;
};

void TestRealWindow::initTestCase()
{
    if (QGuiApplication::platformName() != QLatin1String("xcb"))
        QSKIP("There is no X server to act on: run this in dev.d/virtual-display, with Xvfb and openbox installed.");
    if (!Hand::isThere())
        QSKIP("xdotool is not installed: without it there is neither pointer nor keyboard.");
    m_english = std::make_unique<Translation>(QStringLiteral("en"));
}

void TestRealWindow::init()
{
    if (!m_folder) {
        m_folder = std::make_unique<QTemporaryDir>();
        // Who changes a datastore acts as its owner, and has to get there.
        std::filesystem::permissions(m_folder->path().toStdString(), std::filesystem::perms(0755));
    }
    m_hand = std::make_unique<Hand>();
    m_hand->moveTo([] { return QGuiApplication::primaryScreen()->geometry().bottomRight(); }); // in nobody's way
    PLAY(*m_hand);
    m_w = std::make_unique<RealWindow>(m_folder->filePath(QStringLiteral("demo")));
    QCOMPARE(m_w->open(), QString());
}

void TestRealWindow::cleanup()
{
    m_w.reset();
    m_hand.reset();
    if (QTest::currentTestFailed())
        m_folder.reset();
}

/// Takes @p from and carries it over @p to, without dropping it.
void TestRealWindow::drag(const ItemRef &from, const ItemRef &to)
{
    m_hand->moveTo(m_w->row(from)).press().moveTo(m_w->row(to));
}

void TestRealWindow::acceptsDrop(const QString &hint)
{
    m_hand->until(QStringLiteral("the pointer says “%1”").arg(hint),
                  [this, hint] { return m_w->dropHint() == hint && m_w->pointerAccepts(); });
}

void TestRealWindow::refusesDrop(const QString &reason)
{
    m_hand->until(QStringLiteral("the pointer says no: “%1”").arg(reason), [this, reason] {
        return m_w->dropHint().startsWith(QLatin1String("Not there: ")) && m_w->dropHint().contains(reason) && m_w->pointerRefuses();
    });
}

void TestRealWindow::clickYes()
{
    m_hand->until("the question is asked", [this] { return m_w->question() && m_w->question()->isActiveWindow(); })
        .click(m_w->toYes())
        .until("the question is answered", [this] { return !m_w->question(); });
}

void TestRealWindow::typeYes()
{
    m_hand->until("the question is asked", [this] { return m_w->question() && m_w->question()->isActiveWindow(); })
        .key("Tab")
        .until("the button to go on has the focus", [this] { return m_w->yes()->hasFocus(); })
        .key("Return")
        .until("the question is answered", [this] { return !m_w->question(); });
}

void TestRealWindow::untilUndone(std::string_view id)
{
    m_hand->until("the group is back", [this, id] { return m_w->holds("", id) && m_w->isIdle(); });
}

void TestRealWindow::pointerDragsGroupsAndUndoes()
{
    Ui::MainWindow &ui = m_w->ui();
    const Rows before = m_w->rows();

    m_hand->click(m_w->row(m_w->groupAt("", "vm/101"))).clickWith("ctrl", m_w->row(m_w->groupAt("", "vm/102")));
    m_hand->until("two groups are selected", [this] { return m_w->selected().size() == 2; });
    drag(m_w->groupAt("", "vm/101"), m_w->namespaceAt("incoming"));
    acceptsDrop(QStringLiteral("Move 2 groups to incoming"));
    m_hand->release().until("two changes are pending", [this] { return m_w->store().changes().size() == 2; });
    PLAY(*m_hand);
    const std::vector<Change> wanted{MoveGroup{ns(""), group("vm/101"), ns("incoming")},
                                     MoveGroup{ns(""), group("vm/102"), ns("incoming")}};
    QCOMPARE(m_w->store().changes(), wanted);
    QVERIFY(ui.dockPending->isVisible());
    COMPARE_DISK(before, m_w->rows());

    m_hand->click(m_w->button(QStringLiteral("applyButton")));
    clickYes();
    m_hand->until("the groups are there", [this] { return m_w->holds("incoming", "vm/102") && m_w->isIdle(); });
    PLAY(*m_hand);
    const Rows after = m_w->rows();
    COMPARE_DISK(moved(before, {"vm/101", "vm/102"}, "incoming"), after);
    const auto owner = std::ranges::find(after, "ns/incoming/vm/101/owner", &Row::path);
    QVERIFY(owner != after.end());
    QCOMPARE(owner->content, "backup@pbs\n");

    m_hand->click(m_w->menuTitle(ui.menuChanges)).until("the menu is open", [&ui] { return ui.menuChanges->isVisible(); });
    m_hand->click(RealWindow::menuEntry(ui.menuChanges, ui.actionUndoRun));
    clickYes();
    untilUndone("vm/102");
    PLAY(*m_hand);
    COMPARE_DISK(before, m_w->rows());
}

void TestRealWindow::escapeEndsADrag()
{
    const Rows before = m_w->rows();
    drag(m_w->groupAt("", "vm/101"), m_w->namespaceAt("incoming"));
    acceptsDrop(QStringLiteral("Move 1 group to incoming"));
    m_hand->key("Escape").until("the drag is over",
                                [this] { return !m_w->isDragging() && m_w->dropHint().isEmpty() && !QGuiApplication::overrideCursor(); });
    m_hand->release();
    m_hand->click(m_w->row(m_w->groupAt("", "ct/200"))).until("another group is selected", [this] {
        return m_w->selected() == QList{m_w->groupAt("", "ct/200")};
    });
    PLAY(*m_hand);
    QVERIFY(m_w->store().changes().empty());
    QCOMPARE(m_w->store().undoStack()->count(), 0);
    COMPARE_DISK(before, m_w->rows());
}

void TestRealWindow::ownNamespaceRefuses()
{
    drag(m_w->groupAt("", "vm/101"), m_w->groupAt("", "vm/100"));
    refusesDrop(QStringLiteral("Groups and namespaces can be dropped on namespaces"));
    m_hand->moveTo(m_w->row(m_w->root()));
    refusesDrop(QStringLiteral("is already in the namespace"));
    m_hand->release().until("the drag is over", [this] { return !m_w->isDragging() && m_w->dropHint().isEmpty(); });
    m_hand->click(m_w->row(m_w->groupAt("", "ct/200"))).until("another group is selected", [this] {
        return m_w->selected() == QList{m_w->groupAt("", "ct/200")};
    });
    PLAY(*m_hand);
    QVERIFY(m_w->store().changes().empty());
    QVERIFY(!m_w->ui().dockPending->isVisible());
}

void TestRealWindow::namespacesSpringOpen()
{
    Ui::MainWindow &ui = m_w->ui();
    const Rows before = m_w->rows();
    const ItemRef clients = m_w->namespaceAt("clients");
    QVERIFY(!m_w->isExpanded(clients));
    drag(m_w->groupAt("", "vm/101"), clients);
    m_hand->until("the namespace opens", [this, clients] { return m_w->isExpanded(clients); });
    m_hand->moveTo(m_w->row(m_w->namespaceAt("clients/acme")));
    acceptsDrop(QStringLiteral("Move 1 group to clients/acme"));
    m_hand->release().until("a change is pending", [this] { return m_w->store().changes().size() == 1; });
    PLAY(*m_hand);
    QVERIFY(m_w->isExpanded(clients));

    m_hand->click(RealWindow::middleOf(ui.toolBar->widgetForAction(ui.actionApply)));
    clickYes();
    m_hand->until("the group is there", [this] { return m_w->holds("clients/acme", "vm/101") && m_w->isIdle(); });
    PLAY(*m_hand);
    COMPARE_DISK(moved(before, {"vm/101"}, "clients/acme"), m_w->rows());

    QVERIFY(ui.messageBar->isVisible());
    m_hand->click(m_w->messageOffer());
    clickYes();
    untilUndone("vm/101");
    PLAY(*m_hand);
    COMPARE_DISK(before, m_w->rows());
}

void TestRealWindow::fitsTheScreen()
{
    const QRect screen = m_w->window().screen()->availableGeometry();
    const QRect frame = m_w->window().frameGeometry();
    QVERIFY2(screen.contains(frame), qPrintable(QDebug::toString(frame)));
}

void TestRealWindow::tabGoesRound()
{
    Ui::MainWindow &ui = m_w->ui();
    ui.tree->reveal(m_w->groupAt("", "vm/102"));
    m_w->store().stageMoves({{{ns(""), group("vm/101")}}}, ns("incoming"));
    QSet<const QWidget *> visited;
    m_hand->key("ctrl+f").until("the filter has the focus", [&ui] { return ui.filterEdit->hasFocus(); });
    PLAY(*m_hand);
    for (const QWidget *now = ui.filterEdit; !visited.contains(now); now = QApplication::focusWidget()) {
        visited.insert(now);
        m_hand->key("Tab").until("the focus goes on", [now] { return QApplication::focusWidget() && QApplication::focusWidget() != now; });
        PLAY(*m_hand);
    }
    QCOMPARE(QApplication::focusWidget(), ui.filterEdit);
    for (const QWidget *part :
         {static_cast<QWidget *>(ui.tree), static_cast<QWidget *>(ui.panePending), static_cast<QWidget *>(ui.paneDetails)}) {
        const auto isInside = [part](const QWidget *widget) { return widget == part || part->isAncestorOf(widget); };
        QVERIFY2(std::ranges::any_of(visited, isInside), qPrintable(part->objectName()));
    }
}

void TestRealWindow::keyboardOpensATypedPlace()
{
    const auto dialog = [this] { return m_w->window().findChild<OpenDialog *>(); };
    m_hand->key("ctrl+o").until("the dialog is open", [dialog] { return dialog() && dialog()->isActiveWindow(); });
    m_hand->type(m_folder->filePath(QStringLiteral("demo/site-b"))).until("the place is recognised", [dialog] {
        return dialog()->place().has_value();
    });
    m_hand->key("Return").until("the dialog is gone", [this, dialog] { return !dialog() && m_w->isActive(); });
    PLAY(*m_hand);
    QCOMPARE(m_w->window().stores().stores().size(), std::size_t(2));
    OpenStore *opened = m_w->window().stores().stores().back();
    QCOMPARE(opened->place().name(), "site-b");
    QTRY_COMPARE(opened->loadState(), OpenStore::LoadState::Ready);
}

void TestRealWindow::keyboardCutsAndPastes()
{
    Ui::MainWindow &ui = m_w->ui();
    const Rows before = m_w->rows();
    const auto inFilter = [&ui] { return ui.filterEdit->hasFocus(); };
    const auto inTree = [&ui] { return ui.tree->hasFocus(); };

    m_hand->key("ctrl+f").until("the filter has the focus", inFilter).type("mail vm/");
    m_hand->until("one group is shown", [&ui] { return ui.tree->datastoreModel()->matchCount() == 1; });
    m_hand->key("ctrl+shift+a").until("it is selected", [this, inTree] {
        return inTree() && m_w->selected() == QList{m_w->groupAt("", "vm/102")};
    });
    m_hand->key("ctrl+x").until("it is cut", [&ui] { return ui.actionPaste->isEnabled(); });
    m_hand->key("ctrl+f").until("the filter has the focus again", inFilter);
    m_hand->type("ns:incoming").until("the namespace is shown", [this, &ui] {
        const DatastoreModel *model = ui.tree->datastoreModel();
        return model->rowCount(model->indexOf(m_w->root())) == 1 && model->indexOf(m_w->namespaceAt("incoming")).isValid();
    });
    m_hand->key("Tab").key("Tab").until("the tree has the focus", inTree);
    m_hand->key("End").until("the namespace is current", [this, &ui] { return ui.tree->currentItem() == m_w->namespaceAt("incoming"); });
    m_hand->key("ctrl+v").until("a change is pending", [this] { return m_w->store().changes().size() == 1; });
    PLAY(*m_hand);
    const std::vector<Change> wanted{MoveGroup{ns(""), group("vm/102"), ns("incoming")}};
    QCOMPARE(m_w->store().changes(), wanted);

    m_hand->key("ctrl+Return");
    typeYes();
    m_hand->until("the group is there", [this] { return m_w->holds("incoming", "vm/102") && m_w->isIdle() && m_w->isActive(); });
    PLAY(*m_hand);
    COMPARE_DISK(moved(before, {"vm/102"}, "incoming"), m_w->rows());

    m_hand->key("ctrl+alt+z");
    typeYes();
    untilUndone("vm/102");
    PLAY(*m_hand);
    COMPARE_DISK(before, m_w->rows());
}

void TestRealWindow::keyboardMovesToATypedNamespace_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("changes");
    QTest::newRow("one that is there") << "incoming" << 1;
    QTest::newRow("one that is made with the one above it") << "tenants/new" << 3;
}

void TestRealWindow::keyboardMovesToATypedNamespace()
{
    QFETCH(QString, typed);
    QFETCH(int, changes);
    Ui::MainWindow &ui = m_w->ui();
    const auto dialog = [this] { return m_w->window().findChild<MoveToDialog *>(); };
    m_hand->key("ctrl+f").until("the filter has the focus", [&ui] { return ui.filterEdit->hasFocus(); });
    m_hand->key("Tab").until("the tree has the focus", [&ui] { return ui.tree->hasFocus(); });
    m_hand->key("End").until("the last group is current", [this, &ui] { return ui.tree->currentItem() == m_w->groupAt("", "vm/102"); });
    m_hand->key("ctrl+shift+m").until("the dialog is open", [dialog] { return dialog() && dialog()->isActiveWindow(); });
    m_hand->type(typed).until("the target is typed", [dialog, typed] { return dialog()->target() == ns(typed.toStdString()); });
    m_hand->key("Return").until("the dialog is gone", [this, dialog] { return !dialog() && m_w->isActive(); });
    PLAY(*m_hand);
    QCOMPARE(int(m_w->store().changes().size()), changes);
    const Change last = MoveGroup{ns(""), group("vm/102"), ns(typed.toStdString())};
    QCOMPARE(m_w->store().changes().back(), last);
    QVERIFY(ui.actionApply->isEnabled());
}

QTEST_MAIN(TestRealWindow)
#include "tst_realwindow.moc"
