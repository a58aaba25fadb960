// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/plantextpage.h"

#include "app/highlighting.h"
#include "app/icons.h"
#include "app/plantexts.h"
#include "app/whenfinished.h"
#include "text/utf8.h"
#include "ui_plantextpage.h"

#include <QClipboard>
#include <QFileDialog>
#include <QFontDatabase>
#include <QMessageBox>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace espalier {

PlanTextPage::PlanTextPage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::PlanTextPage>())
{
    m_ui->setupUi(this);
    m_ui->textEdit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_ui->copyButton->setIcon(icon(IconName::Copy));
    m_ui->saveButton->setIcon(icon(IconName::Export));
    connect(m_ui->copyButton, &QPushButton::clicked, this, &PlanTextPage::copy);
    connect(m_ui->saveButton, &QPushButton::clicked, this, &PlanTextPage::saveAs);
    connect(m_ui->flavourBox, &QComboBox::activated, this, [this] { m_flavourChosen = true; });
    connect(m_ui->flavourBox, &QComboBox::currentIndexChanged, this, &PlanTextPage::planChanged);
    setContent(Content::Script);
    setStore(nullptr);
}

PlanTextPage::~PlanTextPage() = default;

void PlanTextPage::setContent(Content content)
{
    m_content = content;
    const bool isScript = content == Content::Script;
    m_ui->flavourLabel->setVisible(isScript);
    m_ui->flavourBox->setVisible(isScript);
    m_ui->textEdit->setAccessibleName(isScript ? tr("The pending changes as a script") : tr("The pending changes as JSON"));
    highlightAs(m_ui->textEdit, isScript ? QStringLiteral("Bash") : QStringLiteral("JSON"));
}

void PlanTextPage::setStore(OpenStore *store)
{
    if (m_store)
        m_store->disconnect(this);
    m_store = store;
    m_flavourChosen = false;
    if (store) {
        connect(store, &OpenStore::planChanged, this, &PlanTextPage::planChanged);
        connect(store, &OpenStore::configPlanChanged, this, &PlanTextPage::planChanged);
        connect(store, &OpenStore::stateChanged, this, &PlanTextPage::chooseFlavour);
    }
    chooseFlavour();
    planChanged();
}

ScriptFlavour PlanTextPage::flavour() const
{
    return m_ui->flavourBox->currentIndex() == 0 ? ScriptFlavour::Espalierctl : ScriptFlavour::ProxmoxBackupClient;
}

bool PlanTextPage::isReadOnly() const
{
    return m_store && m_store->state() && !m_store->state()->access.allowed;
}

/// Where nothing can be written from here, PBS itself is the way out.
void PlanTextPage::chooseFlavour()
{
    if (!m_flavourChosen)
        m_ui->flavourBox->setCurrentIndex(isReadOnly() ? 1 : 0);
    showNotice(m_text.size() > previewLimit);
}

void PlanTextPage::planChanged()
{
    m_isStale = true;
    if (isVisible())
        makeText();
}

void PlanTextPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        makeText();
}

std::function<std::string()> PlanTextPage::maker() const
{
    const PendingPlan pending(*m_store);
    if (m_content == Content::Json)
        return [pending] { return planFileTextOf(pending); };
    return [pending, asked = flavour()] { return scriptOf(pending, asked); };
}

void PlanTextPage::makeText()
{
    if (m_isMaking)
        return;
    m_isStale = false;
    if (!m_store || m_store->changes().empty())
        return showText({});
    m_isMaking = true;
    whenFinished(QtConcurrent::run(maker()), this, [this](const std::string &text) {
        m_isMaking = false;
        if (m_isStale)
            makeText();
        else
            showText(text);
    });
}

void PlanTextPage::showText(const std::string &text)
{
    m_text = toQString(text);
    const bool isCut = m_text.size() > previewLimit;
    m_ui->textEdit->setPlainText(isCut ? m_text.left(m_text.lastIndexOf(u'\n', previewLimit) + 1) : m_text);
    m_ui->copyButton->setEnabled(!m_text.isEmpty());
    m_ui->saveButton->setEnabled(!m_text.isEmpty());
    showNotice(isCut);
    emit shown();
}

void PlanTextPage::showNotice(bool isCut)
{
    QStringList sentences;
    if (m_content == Content::Script && isReadOnly()) {
        sentences << tr("This datastore cannot be changed from here, but by this script: from any computer with PBS's client, or, with "
                        "espalierctl, on the server itself.");
    }
    if (isCut)
        sentences << tr("The text is long: only its beginning is shown. “Copy” and “Save as” take all of it.");
    m_ui->noticeLabel->setText(sentences.join(u' '));
    m_ui->noticeLabel->setVisible(!sentences.isEmpty());
}

void PlanTextPage::copy()
{
    QGuiApplication::clipboard()->setText(m_text);
}

void PlanTextPage::saveAs()
{
    const bool isScript = m_content == Content::Script;
    auto *dialog = new QFileDialog(this, isScript ? tr("Save script") : tr("Save pending changes"),
                                   QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(isScript ? QStringLiteral("sh") : QStringLiteral("json"));
    dialog->setNameFilters({isScript ? tr("Shell scripts (*.sh)") : tr("Plans (*.json)"), tr("All files (*)")});
    dialog->selectFile(isScript ? QStringLiteral("espalier-plan.sh") : QStringLiteral("espalier-plan.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &PlanTextPage::save);
    dialog->open();
}

void PlanTextPage::save(const QString &fileName)
{
    if (!m_store)
        return;
    const auto write
        = [make = maker(), fileName, isScript = m_content == Content::Script] { return writeText(fileName, make(), isScript); };
    whenFinished(QtConcurrent::run(write), this, [this, fileName](const QString &problem) {
        if (problem.isEmpty())
            emit saved(fileName);
        else
            showProblem(problem);
    });
}

void PlanTextPage::showProblem(const QString &problem)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Save pending changes"), problem, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

QString writeText(const QString &fileName, const std::string &text, bool isProgram)
{
    QSaveFile file(fileName);
    const auto size = qint64(text.size());
    if (!file.open(QIODevice::WriteOnly))
        return PlanTextPage::tr("%1 could not be written: %2").arg(fileName, file.errorString());
    if (isProgram)
        file.setPermissions(file.permissions() | QFile::ExeOwner | QFile::ExeUser | QFile::ExeGroup | QFile::ExeOther);
    if (file.write(text.data(), size) == size && file.commit())
        return {};
    return PlanTextPage::tr("%1 could not be written: %2").arg(fileName, file.errorString());
}

} // namespace espalier
