// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storelist.h"
#include "app/syncend.h"
#include "app/syncmapping.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace Ui {
class SyncRouteEditor;
}

namespace espalier {

class NamespaceTree;

/// From where to where a sync goes, and how deep: two datastores, an anchor in each, and curves between what lands where.
class SyncRouteEditor : public QWidget
{
    Q_OBJECT

public:
    explicit SyncRouteEditor(QWidget *parent = nullptr);
    ~SyncRouteEditor() override;

    /// What there is to choose from, and what is chosen at first; ends may be null. Once; nothing is owned.
    void begin(StoreList *stores, OpenStore *source, OpenStore *target, const SyncOptions &options);

    const SyncEnd &source() const { return m_source; }
    const SyncEnd &target() const { return m_target; }
    Result<SyncOptions> added(SyncOptions to) const; ///< @p to with anchors and depth, or the first problem with them.
    QString whyNoEnds() const;                       ///< Why these are no two ends of a sync, as a sentence; empty where they are.
    QString whyNotUsable() const;                    ///< The same of what is only so now.

    void showMapping(const SyncMapping &mapping); ///< Of what is chosen.

signals:
    void changed();
    void endsChanged(); ///< A datastore is another one, or was read; changed() follows.
    void progressChanged();

private:
    void fillStores();
    void chooseStores();
    void chooseAnchor(QLineEdit *edit, NamespaceTree *tree, const NamespacePath &ns);
    void typeAnchor();
    void showEnds();
    void showDepths();
    void showProblems();
    void tell();

    std::unique_ptr<Ui::SyncRouteEditor> m_ui;
    StoreList *m_stores = nullptr;
    SyncEnd m_source;
    SyncEnd m_target;
};

} // namespace espalier
