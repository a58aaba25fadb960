// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/messagebar.h"
#include "app/openstore.h"
#include "core/plan/plandifference.h"

#include <QObject>

namespace espalier {

/// Reads plan files and stages their changes in the datastore that they were made for, in place of what is pending there.
class PlanOpener : public QObject
{
    Q_OBJECT

public:
    explicit PlanOpener(QWidget *window);

    void ask(OpenStore *store); ///< Which file.
    void open(OpenStore *store, const QString &fileName);

signals:
    void told(espalier::MessageBar::Kind kind, const QString &words);

private:
    void stage(OpenStore *store, const QString &fileName, const PlanFile &file);
    void tell(int changes, const std::vector<PlanDifference> &differences);

    QWidget *m_window; ///< Dialogs appear over it.
};

} // namespace espalier
