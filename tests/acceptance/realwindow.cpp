// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "realwindow.h"

#include "app/demo.h"
#include "app/tasklist.h"
#include "app/treeview.h"
#include "core/fs/posix.h"
#include "text/messages.h"
#include "ui_mainwindow.h"

#include <QDrag>
#include <QGuiApplication>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

#include <algorithm>

namespace espalier::test {

namespace {

constexpr int patience = 30'000; ///< Milliseconds.
constexpr int insideName = 30;   ///< Pixels from the left edge of a row, where its icon and name are.

void append(Rows &rows, const std::string &root, const std::string &prefix)
{
    for (Row &row : listRows(*fs::posixFileSystem()->open(root + prefix).value())) {
        row.path = prefix.empty() ? row.path : prefix.substr(1) + "/" + row.path;
        rows.push_back(std::move(row));
    }
}

QPoint middle(const QWidget *widget)
{
    return widget->mapToGlobal(widget->rect().center());
}

} // namespace

NamespacePath ns(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

GroupId group(std::string_view text)
{
    return GroupId::fromString(text).value();
}

RealWindow::RealWindow(const QString &demoDirectory)
    : m_demo(demoDirectory)
    , m_config(m_folder.filePath(QStringLiteral("config")))
    , m_state(m_folder.filePath(QStringLiteral("window")))
{
    const BackendOptions backend{.pbsRoot = m_folder.path().toStdString(),
                                 .stateHome = m_folder.filePath(QStringLiteral("state")).toStdString(),
                                 .fileSystem = nullptr};
    m_window
        = std::make_unique<MainWindow>(ProgramContext{.config = &m_config,
                                                      .state = &m_state,
                                                      .makeBackend = [backend](const Place &place) { return makeBackend(place, backend); },
                                                      .makeDemo = &makeDemo,
                                                      .demoDirectory = m_demo});
}

RealWindow::~RealWindow() = default;

QString RealWindow::open()
{
    const auto made = makeDemo(m_demo);
    if (!made)
        return text::oneLine(made.error());
    m_window->show();
    if (!QTest::qWaitForWindowActive(m_window.get(), patience))
        return QStringLiteral("the window does not get the keyboard");
    m_window->openPlaces({made->first()});
    const bool isRead = QTest::qWaitFor([this] { return isIdle() && isExpanded(root()); }, patience);
    if (isRead)
        return {};
    return store().error() ? text::oneLine(*store().error()) : QStringLiteral("the datastore is not read");
}

Rows RealWindow::rows() const
{
    Rows all;
    append(all, store().place().path(), "");
    append(all, store().place().path(), "/.chunks");
    return all;
}

Hand::Point RealWindow::row(const ItemRef &item) const
{
    return [tree = ui().tree, item] {
        const QRect row = tree->visualRect(tree->datastoreModel()->indexOf(item));
        return tree->viewport()->mapToGlobal(QPoint(row.left() + insideName, row.center().y()));
    };
}

Hand::Point RealWindow::middleOf(const QWidget *widget)
{
    return [widget] { return middle(widget); };
}

Hand::Point RealWindow::menuTitle(const QMenu *menu) const
{
    return [bar = ui().menuBar, menu] { return bar->mapToGlobal(bar->actionGeometry(menu->menuAction()).center()); };
}

Hand::Point RealWindow::menuEntry(const QMenu *menu, QAction *action)
{
    return [menu, action] { return menu->mapToGlobal(menu->actionGeometry(action).center()); };
}

Hand::Point RealWindow::button(const QString &name) const
{
    return middleOf(m_window->findChild<QAbstractButton *>(name));
}

Hand::Point RealWindow::messageOffer() const
{
    return [bar = ui().messageBar] { return middle(bar->findChild<QPushButton *>()); };
}

Hand::Point RealWindow::toYes() const
{
    return [this] { return middle(yes()); };
}

bool RealWindow::isActive() const
{
    return m_window->isActiveWindow() && !QApplication::activeModalWidget() && !QApplication::activePopupWidget();
}

bool RealWindow::isExpanded(const ItemRef &item) const
{
    return ui().tree->isExpanded(ui().tree->datastoreModel()->indexOf(item));
}

QList<ItemRef> RealWindow::selected() const
{
    return ui().tree->selectedItems();
}

bool RealWindow::isDragging() const
{
    return ui().tree->findChild<QDrag *>() != nullptr;
}

QString RealWindow::dropHint() const
{
    const auto *label = m_window->findChild<QLabel *>(QStringLiteral("dropHint"));
    return label && label->isVisible() ? label->text() : QString();
}

bool RealWindow::pointerAccepts() const
{
    return isDragging() && QGuiApplication::overrideCursor() && QGuiApplication::overrideCursor()->shape() == Qt::BitmapCursor;
}

bool RealWindow::pointerRefuses() const
{
    return isDragging() && QGuiApplication::overrideCursor() && QGuiApplication::overrideCursor()->shape() == Qt::ForbiddenCursor;
}

bool RealWindow::isIdle() const
{
    return store().changes().empty() && m_window->tasks().runningCount() == 0 && store().loadState() == OpenStore::LoadState::Ready;
}

bool RealWindow::holds(std::string_view path, std::string_view id) const
{
    return store().tree().find(ns(path), group(id)) != nullptr;
}

QMessageBox *RealWindow::question() const
{
    auto *box = m_window->findChild<QMessageBox *>(QStringLiteral("unseenServers"));
    return box && box->isVisible() ? box : nullptr;
}

QAbstractButton *RealWindow::yes() const
{
    const QMessageBox *box = question();
    const QList<QAbstractButton *> buttons = box ? box->buttons() : QList<QAbstractButton *>();
    const auto found
        = std::ranges::find_if(buttons, [box](QAbstractButton *button) { return box->buttonRole(button) == QMessageBox::AcceptRole; });
    return found == buttons.end() ? nullptr : *found;
}

Rows moved(const Rows &rows, const std::vector<std::string> &groups, std::string_view path)
{
    Rows result = rows;
    const std::string target = ns(path).directoryForm() + "/";
    const auto exists = [&](const std::string &wanted) { return std::ranges::contains(result, wanted, &Row::path); };
    for (const std::string &id : groups) {
        const std::string type = id.substr(0, id.find('/'));
        if (!exists(target + type)) {
            Row made = *std::ranges::find(result, type, &Row::path);
            made.path = target + type;
            result.push_back(made);
        }
        for (Row &row : result) {
            if (row.path == id || row.path.starts_with(id + "/"))
                row.path.insert(0, target);
        }
    }
    std::ranges::sort(result, {}, &Row::path);
    return result;
}

} // namespace espalier::test
