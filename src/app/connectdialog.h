// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "remote/hostprobe.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

class QTreeWidgetItem;

namespace Ui {
class ConnectDialog;
}

namespace espalier {

/// Logs in to a host and tells what works there. Called on a worker.
using HostProber = std::function<Result<HostReport>(const Place &host, const std::stop_token &stop)>;

/// The hosts to choose from. Called on a worker.
using HostLister = std::function<QStringList()>;

/// Asks for a host, says what works on it, and lets somebody choose one of its datastores, or a directory.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ConnectDialog(HostProber prober, const HostLister &lister = {}, QWidget *parent = nullptr);
    ~ConnectDialog() override;

    void setHost(const QString &host);
    void connectToHost(); ///< As the button does.
    std::optional<Place> place() const;

signals:
    void probed(); ///< It is known whether the host can be reached.

private:
    void offer(const QStringList &hosts);
    void stop();
    void forget();
    void showReport(const Result<HostReport> &report);
    void showStores(const HostStores &stores);
    void showState(bool isGood, const QString &text);
    void adapt();
    std::string url() const; ///< Of the host, without a path; empty where there is one in it.
    std::optional<Place> host() const;
    static QString words(const HostReport &report);
    static QString kindOf(const ConfiguredStore &store);

    HostProber m_prober;
    std::stop_source m_stop;
    bool m_isBusy = false;
    std::unique_ptr<Ui::ConnectDialog> m_ui;
};

} // namespace espalier
