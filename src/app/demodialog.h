// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QDialog>
#include <QStringList>

#include <functional>
#include <memory>

namespace Ui {
class DemoDialog;
}

namespace espalier {

/// Makes demo datastores in a directory, or finds those that are there; tells their paths. Called in a worker.
using DemoMaker = std::function<Result<QStringList>(const QString &directory)>;

/// Asks where the demo is to be, and makes it there. Where it lives in memory (platform::keepsDemoInMemory()) nothing is asked but whether.
class DemoDialog : public QDialog
{
    Q_OBJECT

public:
    DemoDialog(DemoMaker maker, const QString &directory, QWidget *parent = nullptr);
    ~DemoDialog() override;

signals:
    void made(const QStringList &paths);

private:
    void make();
    void browse();
    QString directory() const;
    void showResult(const Result<QStringList> &result);

    DemoMaker m_maker;
    const QString m_offered;
    std::unique_ptr<Ui::DemoDialog> m_ui;
};

} // namespace espalier
