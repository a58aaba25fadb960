// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/newnamespacedialog.h"

#include "app/completion.h"
#include "app/namespaceinput.h"
#include "text/messages.h"
#include "text/printable.h"
#include "ui_newnamespacedialog.h"

#include <QCompleter>
#include <QPushButton>

namespace espalier {

NewNamespaceDialog::NewNamespaceDialog(const OpenStore *store, const NamespacePath &above, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_ui(std::make_unique<Ui::NewNamespaceDialog>())
{
    m_ui->setupUi(this);
    connect(store, &QObject::destroyed, this, &QDialog::reject);
    m_ui->parentBox->addItem(QStringLiteral("/"));
    m_ui->parentBox->addItems(namespaceNames(store->projection().tree));
    m_ui->parentBox->completer()->setFilterMode(Qt::MatchContains);
    m_ui->parentBox->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_ui->parentBox->setCurrentText(above.isRoot() ? QStringLiteral("/") : QString::fromStdString(above.toString()));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Add to pending changes"));
    letReturnMeanTyped(m_ui->parentBox->lineEdit(), m_ui->buttonBox->button(QDialogButtonBox::Ok));
    connect(m_ui->parentBox, &QComboBox::currentTextChanged, this, &NewNamespaceDialog::showProblem);
    connect(m_ui->nameEdit, &QLineEdit::textChanged, this, &NewNamespaceDialog::showProblem);
    m_ui->nameEdit->setFocus();
    showProblem();
}

NewNamespaceDialog::~NewNamespaceDialog() = default;

Result<NamespacePath> NewNamespaceDialog::path() const
{
    const Tree &tree = m_store->projection().tree;
    const auto above = enteredNamespace(tree, m_ui->parentBox->currentText());
    if (!above)
        return above;
    const auto path = above->newChild(m_ui->nameEdit->text().trimmed().toStdString());
    if (!path)
        return path;
    const Verdict verdict = checkCreateNamespace({*path}, true, tree.find(*path) != nullptr);
    if (!verdict.isAcceptable() || verdict.level == Verdict::Level::NeedsAttention)
        return std::unexpected(*verdict.reason);
    return path;
}

void NewNamespaceDialog::showProblem()
{
    const auto entered = path();
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(bool(entered));
    if (entered)
        m_ui->problemLabel->setText(
            tr("%1 joins the pending changes; it is created when they are applied.").arg(printable(entered->toString())));
    else if (m_ui->nameEdit->text().isEmpty())
        m_ui->problemLabel->setText(tr("Letters, digits, “_”, “-” and “.”; not “-” or “.” at the start; at most %n byte(s).", nullptr,
                                       int(NamespacePath::maxNewComponentLength)));
    else
        m_ui->problemLabel->setText(text::oneLine(entered.error()));
}

} // namespace espalier
