// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/snapshotpage.h"

#include "app/formats.h"
#include "app/highlighting.h"
#include "app/icons.h"
#include "app/treewords.h"
#include "app/whenfinished.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"
#include "ui_snapshotpage.h"

#include <QDateTime>
#include <QFontDatabase>
#include <QHeaderView>
#include <QJsonDocument>

#include <algorithm>

namespace espalier {

namespace {

constexpr int titleIconSize = 24;

/// The text as it is stored, in lines where it is stored in one.
QString readableJson(const std::string &json)
{
    const QString text = toQString(json);
    if (text.contains(QLatin1Char('\n')) || text.size() > previewLimit)
        return text;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    return document.isNull() ? text : QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

QString encryptionWords(const SnapshotDetails &details)
{
    const QString mode = encryptionText(details.cryptMode);
    //: %1 "encrypted", %2 the fingerprint of a key
    return details.keyFingerprint.empty() ? mode : SnapshotPage::tr("%1, key %2").arg(mode, toQString(details.keyFingerprint));
}

QString fileToolTip(const SnapshotFile &file)
{
    if (!file.onDisk)
        return SnapshotPage::tr("The manifest names it, but it is not there.");
    return file.inManifest ? QString() : SnapshotPage::tr("The manifest does not name it.");
}

QTreeWidgetItem *fileRow(const SnapshotFile &file)
{
    const QString crypt = file.cryptMode ? encryptionText(*file.cryptMode) : QString();
    auto *row = new QTreeWidgetItem({printable(file.name), sizeText(file.size), crypt});
    row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    row->setIcon(0, icon(file.onDisk ? IconName::File : IconName::Problem));
    if (file.cryptMode && *file.cryptMode != CryptMode::None)
        row->setIcon(2, icon(*file.cryptMode == CryptMode::Encrypt ? IconName::Encrypted : IconName::Signed));
    for (int column = 0; column < row->columnCount(); ++column)
        row->setToolTip(column, fileToolTip(file));
    return row;
}

} // namespace

SnapshotPage::SnapshotPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::SnapshotPage>())
{
    m_ui->setupUi(this);
    m_ui->manifestEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->manifestEdit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_ui->filesTree->header()->setStretchLastSection(false);
    m_ui->filesTree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->filesTree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

SnapshotPage::~SnapshotPage() = default;

void SnapshotPage::show(const ItemRef &item)
{
    m_item = item;
    item.store->requestDetails(item.ns, *item.group);
    m_ui->filesTree->clear();
    m_ui->notesEdit->clear();
    m_ui->manifestEdit->clear();
    m_ui->manifestNotice->hide();
    refresh();
    requestContent();
}

void SnapshotPage::refresh()
{
    if (!m_item)
        return;
    const auto group = m_item->store->projection().tree.find(m_item->ns, *m_item->group);
    const auto found
        = group ? std::ranges::find(group->snapshots, *m_item->time, &Snapshot::time) : std::vector<Snapshot>::const_iterator();
    if (!group || found == group->snapshots.end())
        return;
    const SnapshotDetails *details = group->details.empty() ? nullptr : &group->details.at(std::size_t(found - group->snapshots.begin()));
    const QString unread = tr("not read yet");
    const IconName name = found->finished ? IconName::Snapshot : IconName::SnapshotUnfinished;
    m_ui->iconLabel->setPixmap(icon(name).pixmap(QSize(titleIconSize, titleIconSize), devicePixelRatioF()));
    //: %1 "vm/100", %2 a date
    m_ui->titleLabel->setText(tr("%1 of %2").arg(toQString(m_item->group->toString()), dateText(m_item->time->epoch())));
    m_ui->timeLabel->setText(fullTimeText(m_item->time->epoch(), QDateTime::currentSecsSinceEpoch()));
    m_ui->directoryLabel->setText(toQString(m_item->time->toString()));
    m_ui->sizeLabel->setText(details ? sizeText(details->size) : unread);
    m_ui->verifiedLabel->setText(details ? verifyText(details->verifyState) : unread);
    m_ui->encryptedLabel->setText(details ? encryptionWords(*details) : unread);
    m_ui->protectedLabel->setText(found->isProtected ? tr("yes") : tr("no"));
    m_ui->stateLabel->setText(found->finished ? QString() : tr("It has no manifest: a backup is running or was interrupted."));
    m_ui->stateLabel->setVisible(!m_ui->stateLabel->text().isEmpty());
}

void SnapshotPage::requestContent()
{
    const unsigned asked = ++m_contentAsked;
    const auto [ns, group] = *presentPlace(groupItem(m_item->store, m_item->ns, *m_item->group));
    m_ui->notesEdit->setPlaceholderText(tr("Reading …"));
    m_ui->manifestEdit->setPlaceholderText(tr("Reading …"));
    const auto answer = m_item->store->backend().readSnapshot(ns, group, *m_item->time);
    whenFinished(answer, this, [this, asked](const Result<SnapshotContent> &content) {
        if (asked != m_contentAsked)
            return;
        if (content)
            showContent(*content);
        else
            showError(content.error());
    });
}

void SnapshotPage::showContent(const SnapshotContent &content)
{
    showFiles(content.files);
    showManifest(content);
    m_ui->notesEdit->setPlaceholderText(tr("No notes"));
    m_ui->notesEdit->setPlainText(content.manifest ? toQString(content.manifest->notes).left(previewLimit) : QString());
}

void SnapshotPage::showFiles(const std::vector<SnapshotFile> &files)
{
    QList<QTreeWidgetItem *> rows;
    std::ranges::transform(files, std::back_inserter(rows), fileRow);
    m_ui->filesTree->addTopLevelItems(rows);
}

void SnapshotPage::showManifest(const SnapshotContent &content)
{
    if (!content.manifest) {
        m_ui->manifestEdit->setPlaceholderText(content.manifestError ? text::oneLine(*content.manifestError) : tr("There is no manifest."));
        return;
    }
    const QString json = readableJson(content.manifest->json);
    m_ui->manifestNotice->setVisible(json.size() > previewLimit);
    m_ui->manifestNotice->setText(tr("The manifest is long: only its beginning is shown."));
    m_ui->manifestEdit->setPlainText(json.left(previewLimit));
    highlightAs(m_ui->manifestEdit, QStringLiteral("JSON"));
}

void SnapshotPage::showError(const Error &error)
{
    const QString sentence = text::oneLine(error);
    m_ui->notesEdit->setPlaceholderText(sentence);
    m_ui->manifestEdit->setPlaceholderText(sentence);
    m_ui->stateLabel->setText(sentence);
    m_ui->stateLabel->show();
}

} // namespace espalier
