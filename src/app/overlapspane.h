// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/itemref.h"

#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace Ui {
class OverlapsPane;
}

namespace espalier {

class OverlapsModel;
struct Overlap;

/// Guests that occur several times in a datastore, as where two clusters use one VMID, and a way to part them. Reads the
/// guests' names only while it is shown.
class OverlapsPane : public QWidget
{
    Q_OBJECT

public:
    explicit OverlapsPane(QWidget *parent = nullptr);
    ~OverlapsPane() override;

    void setStore(OpenStore *store); ///< Null: nothing is open.
    OverlapsModel &model() { return *m_model; }
    void selectGroups(const std::vector<GroupPlace> &groups); ///< The first one becomes the current one.
    bool isReading() const { return m_isReading; }

signals:
    void currentGroupChanged(const espalier::ItemRef &item); ///< A person went to another row.
    void revealRequested(const espalier::ItemRef &item);
    void moveRequested(espalier::OpenStore *store, const std::vector<espalier::GroupPlace> &groups);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void read();
    void showAnswer(const Result<std::vector<Overlap>> &answer);
    void showSummary();
    void showSelected();
    void showChanges();
    QString summary() const;
    std::vector<GroupPlace> selectedGroups() const;
    std::optional<ItemRef> currentItem() const;
    void revealCurrent();

    std::unique_ptr<Ui::OverlapsPane> m_ui;
    OverlapsModel *m_model;
    QPointer<OpenStore> m_store;
    std::optional<Error> m_error; ///< Why the last reading failed.
    unsigned m_asked = 0;         ///< Counts readings: answers to an earlier one are dropped.
    bool m_isReading = false;
    bool m_isStale = false;     ///< To be read again when the pane is shown.
    bool m_isRestoring = false; ///< The program selects, not a person.
};

} // namespace espalier
