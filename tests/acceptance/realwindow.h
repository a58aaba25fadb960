// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/mainwindow.h"
#include "hand.h"
#include "support/storebuilder.h"

#include <QTemporaryDir>

#include <memory>
#include <string_view>

class QAbstractButton;
class QMenu;
class QMessageBox;

namespace espalier::test {

NamespacePath ns(std::string_view text);
GroupId group(std::string_view text);

/// The program's window as it is after its first start, with a demo datastore, real in everything; and where things are in it.
class RealWindow
{
public:
    explicit RealWindow(const QString &demoDirectory);
    ~RealWindow();

    /// Opens the demo, makes it where it is missing, and waits until it has been read and the window has the keyboard. What did not come
    /// true; empty where all did.
    QString open();

    MainWindow &window() { return *m_window; }
    Ui::MainWindow &ui() const { return m_window->ui(); }
    OpenStore &store() const { return *m_window->stores().active(); }
    Rows rows() const; ///< All that is on disk.

    ItemRef root() const { return storeItem(&store()); }
    ItemRef namespaceAt(std::string_view path) const { return namespaceItem(&store(), ns(path)); }
    ItemRef groupAt(std::string_view path, std::string_view id) const { return groupItem(&store(), ns(path), group(id)); }

    /// @name Where the hand has to go
    /// @{
    Hand::Point row(const ItemRef &item) const; ///< A little inside the name.
    static Hand::Point middleOf(const QWidget *widget);
    Hand::Point menuTitle(const QMenu *menu) const;
    static Hand::Point menuEntry(const QMenu *menu, QAction *action);
    Hand::Point button(const QString &name) const;
    Hand::Point messageOffer() const; ///< The first button of the message bar.
    Hand::Point toYes() const;        ///< The button yes().
    /// @}

    /// @name What is to be seen
    /// @{
    bool isActive() const; ///< The window itself has the keyboard, no dialog.
    bool isExpanded(const ItemRef &item) const;
    QList<ItemRef> selected() const;
    bool isDragging() const;
    QString dropHint() const;                                     ///< What stands beside the pointer while dragging; else empty.
    bool pointerAccepts() const;                                  ///< The pointer has the shape of a drop that can be.
    bool pointerRefuses() const;                                  ///< It has the shape of one that cannot.
    bool isIdle() const;                                          ///< Nothing is pending or runs, and the datastore has been read.
    bool holds(std::string_view path, std::string_view id) const; ///< The group is there, as read from disk.
    /// @}

    QMessageBox *question() const; ///< Whether a server uses the directory; null while it is not asked.
    QAbstractButton *yes() const;  ///< Its button that goes on.

private:
    QTemporaryDir m_folder; ///< Settings and journal.
    QString m_demo;
    Settings m_config;
    Settings m_state;
    std::unique_ptr<MainWindow> m_window;
};

/// @p rows as they should be after @p groups, with what they hold, moved from the root to the directory of @p path.
Rows moved(const Rows &rows, const std::vector<std::string> &groups, std::string_view path);

} // namespace espalier::test
