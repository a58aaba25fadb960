// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/mainwindow.h"
#include "app/tourstage.h"

#include <QDialog>

#include <memory>
#include <optional>
#include <vector>

namespace espalier {

/// A window of a tour, and what a person at it does.
class TourScene
{
public:
    TourScene(TourStage &stage, const ProgramContext &context);
    ~TourScene();

    MainWindow &window() { return *m_window; }
    Ui::MainWindow &ui() { return m_window->ui(); }
    bool picture(const QString &name) { return m_stage.picture(m_window.get(), name); }
    static void pause(int milliseconds); ///< For what appears without telling.

    bool openDemo(); ///< Through the dialog; true when both datastores have been read.
    OpenStore *store(std::size_t number) const;
    bool isReady(const OpenStore *store) const;
    bool waitUntilReady() const;

    /// Groups in the root of @p store, at most @p count.
    static std::vector<GroupPlace> rootGroups(const OpenStore &store, std::size_t count);
    /// A namespace, as deep as there is, that holds none of @p groups.
    static std::optional<NamespacePath> freeTarget(const OpenStore &store, const std::vector<GroupPlace> &groups);
    /// A group of the root and a namespace that has one of the same name.
    static std::optional<std::pair<GroupPlace, NamespacePath>> conflict(const OpenStore &store);

    /// Holds @p groups over @p target, as a drag does, and perhaps lets them go there.
    bool drag(OpenStore *store, const std::vector<GroupPlace> &groups, const ItemRef &target, bool drop, const QString &pictureName);

    /// Calls up a dialog, takes a picture and closes it by @p end (rejects it without).
    template<typename Dialog>
    bool showDialog(const std::function<void()> &callUp, const QString &pictureName, const std::function<void(Dialog &)> &end = {})
    {
        callUp();
        Dialog *dialog = nullptr;
        if (!TourStage::waitFor([&] { return (dialog = visibleChild<Dialog>()) != nullptr; }))
            return false;
        pause(500);
        const bool pictured = picture(pictureName);
        if (end)
            end(*dialog);
        else
            dialog->reject();
        TourStage::settle();
        return pictured;
    }

    bool apply(const QString &questionPicture); ///< Applies, and agrees to what is asked.
    bool agree(const QString &questionPicture = {});

    template<typename Dialog>
    Dialog *visibleChild() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

private:
    TourStage &m_stage;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace espalier
