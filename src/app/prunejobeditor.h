// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/prunejobitem.h"
#include "core/datastore/hostzone.h"

#include <QDialog>
#include <QStringList>

#include <memory>
#include <optional>

class QLabel;

namespace Ui {
class PruneJobEditor;
}

namespace espalier {

/// Edits a copy of one prune job; saving it is the caller's work.
class PruneJobEditor : public QDialog
{
    Q_OBJECT

public:
    /// What the editor has to know of where the job is.
    struct Surroundings
    {
        bool isNew = false;
        std::vector<std::string> taken{};  ///< Names that a new job cannot have.
        QStringList namespaces{};          ///< To choose from.
        std::optional<HostZone> zone{};    ///< In which the job counts; nothing where nobody knows.
        std::optional<std::size_t> seen{}; ///< Snapshots of a preview that somebody looked at; nothing without one.
        ApprovedStores seenAt{};           ///< The datastore of that preview.
    };

    PruneJobEditor(PruneJobItem item, Surroundings surroundings, QWidget *parent = nullptr);
    ~PruneJobEditor() override;

    Result<PruneJobItem> item() const; ///< What is entered now, or the first problem with it.

private:
    void fill();
    void showProblems();
    void showRuns();
    void showBudget();
    void growToFit();
    bool mayApprove() const;
    Result<std::string> name() const;
    Result<NamespacePath> top() const;
    Result<CalendarEvent> schedule() const;
    Result<std::string> comment() const;
    NamespaceRange range() const;

    std::unique_ptr<Ui::PruneJobEditor> m_ui;
    PruneJobItem m_item; ///< As it was.
    Surroundings m_surroundings;
};

} // namespace espalier
