// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/connectdialog.h"

#include "app/icons.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/printable.h"
#include "ui_connectdialog.h"

#include <QHeaderView>
#include <QPushButton>
#include <QStandardPaths>
#include <QStyle>
#include <QtConcurrentRun>

namespace espalier {

ConnectDialog::ConnectDialog(HostProber prober, const HostLister &lister, QWidget *parent)
    : QDialog(parent)
    , m_prober(std::move(prober))
    , m_ui(std::make_unique<Ui::ConnectDialog>())
{
    m_ui->setupUi(this);
    m_ui->connectButton->setIcon(icon(IconName::Connect));
    m_ui->buttonBox->button(QDialogButtonBox::Open)->setText(tr("Open datastore"));
    m_ui->storesView->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->storesView->header()->setStretchLastSection(true);
    m_ui->hostBox->lineEdit()->setPlaceholderText(QStringLiteral("root@pbs.example.com"));
    const bool canMount = !QStandardPaths::findExecutable(QStringLiteral("sshfs")).isEmpty();
    m_ui->mountBox->setEnabled(canMount);
    m_ui->mountBox->setToolTip(
        canMount
            ? tr("The directory is mounted here by sshfs. Nothing has to run on the host, nothing can be changed, and reading takes longer.")
            : tr("The program sshfs is not installed here."));
    connect(m_ui->hostBox, &QComboBox::editTextChanged, this, &ConnectDialog::forget);
    connect(m_ui->connectButton, &QPushButton::clicked, this, &ConnectDialog::connectToHost);
    connect(m_ui->stopButton, &QPushButton::clicked, this, &ConnectDialog::stop);
    connect(m_ui->pathEdit, &QLineEdit::textChanged, this, &ConnectDialog::adapt);
    connect(m_ui->storesView, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem *item) {
        if (item)
            m_ui->pathEdit->setText(item->data(1, Qt::UserRole).toString());
    });
    connect(m_ui->storesView, &QTreeWidget::itemActivated, this, [this] {
        if (place())
            accept();
    });
    forget();
    if (lister)
        whenFinished(QtConcurrent::run(lister), this, [this](const QStringList &hosts) { offer(hosts); });
}

/// What somebody typed meanwhile stays.
void ConnectDialog::offer(const QStringList &hosts)
{
    const QString typed = m_ui->hostBox->currentText();
    m_ui->hostBox->addItems(hosts);
    if (typed.isEmpty() && !hosts.isEmpty())
        m_ui->hostBox->lineEdit()->selectAll();
    else
        m_ui->hostBox->setCurrentText(typed);
}

ConnectDialog::~ConnectDialog()
{
    m_stop.request_stop();
}

void ConnectDialog::setHost(const QString &host)
{
    m_ui->hostBox->setCurrentText(host);
}

/// Also where somebody puts the whole URL there.
std::string ConnectDialog::url() const
{
    QString text = m_ui->hostBox->currentText().trimmed();
    if (text.startsWith(QLatin1String("ssh://")))
        text = text.mid(6);
    while (text.endsWith(u'/'))
        text.chop(1);
    return text.contains(u'/') ? std::string() : "ssh://" + text.toStdString();
}

std::optional<Place> ConnectDialog::host() const
{
    const auto place = Place::fromString(url() + "/");
    return !url().empty() && place ? std::optional(*place) : std::nullopt;
}

/// A path may hold anything; the URL encodes it.
std::optional<Place> ConnectDialog::place() const
{
    const QString path = m_ui->pathEdit->text().trimmed();
    const QByteArray encoded = path.toUtf8().toPercentEncoding("/");
    const auto whole = Place::fromString(url() + encoded.toStdString());
    if (url().empty() || !whole || !path.startsWith(u'/') || path.size() < 2)
        return std::nullopt;
    return m_ui->mountBox->isChecked() ? whole->withKind(Place::Kind::Mount) : *whole;
}

/// What is known belongs to another host.
void ConnectDialog::forget()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_isBusy = false;
    if (m_ui->storesView->topLevelItemCount() > 0)
        m_ui->pathEdit->clear();
    m_ui->storesView->clear();
    m_ui->stateIcon->clear();
    m_ui->stateLabel->setText(tr(
        "The real ssh is used: your keys, agents, jump hosts and settings count. A small program of Espalier's is put into your cache on the host, unless the host has it installed. Nothing else is changed there."));
    adapt();
}

void ConnectDialog::adapt()
{
    const bool hasHost = host().has_value();
    m_ui->progress->setVisible(m_isBusy);
    m_ui->stopButton->setVisible(m_isBusy);
    m_ui->connectButton->setVisible(!m_isBusy);
    m_ui->connectButton->setEnabled(hasHost);
    auto *open = m_ui->buttonBox->button(QDialogButtonBox::Open);
    open->setEnabled(place().has_value() && !m_isBusy);
    (open->isEnabled() ? open : m_ui->connectButton)->setDefault(true);
}

void ConnectDialog::connectToHost()
{
    const auto where = host();
    if (!where || m_isBusy)
        return;
    forget();
    m_isBusy = true;
    showState(true, tr("Connecting…"));
    m_ui->stateIcon->clear();
    adapt();
    const std::stop_token stop = m_stop.get_token();
    whenFinished(QtConcurrent::run([prober = m_prober, where = *where, stop] { return prober(where, stop); }), this,
                 [this, stop](const Result<HostReport> &report) {
                     if (!stop.stop_requested())
                         showReport(report);
                 });
}

void ConnectDialog::stop()
{
    forget();
    showState(false, tr("Stopped, as asked."));
}

void ConnectDialog::showState(bool isGood, const QString &text)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_ui->stateIcon->setPixmap(icon(isGood ? IconName::WillDo : IconName::NeedsAttention).pixmap(QSize(size, size), devicePixelRatio()));
    m_ui->stateLabel->setText(text);
}

QString ConnectDialog::words(const HostReport &report)
{
    QStringList sentences{tr("Logged in as %1.").arg(printable(report.user))};
    if (report.isAgentInstalled)
        sentences << tr("The host's own agent works there as %1.").arg(printable(report.worker));
    else
        sentences << tr("The agent is in the cache of %1 and works with the rights of that user.").arg(printable(report.user));
    if (!report.stores.pbsVersion.empty())
        sentences << tr("Proxmox Backup Server %1.").arg(printable(report.stores.pbsVersion));
    if (report.stores.problem)
        sentences << text::oneLine(*report.stores.problem)
                  << tr("Its datastores cannot be listed for this user; a directory can be entered.");
    else if (report.stores.stores.empty())
        sentences << tr("No PBS with datastores was found; a directory can be entered.");
    return sentences.join(u' ');
}

void ConnectDialog::showReport(const Result<HostReport> &report)
{
    m_isBusy = false;
    if (report) {
        showState(!report->stores.problem, words(*report));
        showStores(report->stores);
    } else {
        showState(false, text::oneLine(report.error()));
    }
    adapt();
    emit probed();
}

QString ConnectDialog::kindOf(const ConfiguredStore &store)
{
    QStringList words;
    if (store.isS3)
        words << tr("cache of an S3 bucket, read-only here");
    else if (store.isRemovable)
        words << tr("removable disk");
    else
        words << tr("directory");
    if (!store.maintenanceMode.empty())
        words << tr("maintenance mode %1").arg(printable(store.maintenanceMode));
    return words.join(QStringLiteral(", "));
}

void ConnectDialog::showStores(const HostStores &stores)
{
    for (const ConfiguredStore &store : stores.stores) {
        auto *item = new QTreeWidgetItem(m_ui->storesView, {printable(store.name), printable(store.path), kindOf(store)});
        item->setIcon(0, icon(IconName::Datastore));
        item->setData(1, Qt::UserRole, QString::fromStdString(store.path));
        item->setToolTip(1, printable(store.path));
    }
    if (m_ui->storesView->topLevelItemCount() > 0) {
        m_ui->storesView->setCurrentItem(m_ui->storesView->topLevelItem(0));
        m_ui->storesView->setFocus();
    } else {
        m_ui->pathEdit->setFocus();
    }
}

} // namespace espalier
