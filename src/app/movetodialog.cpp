// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/movetodialog.h"

#include "app/applystate.h"
#include "app/completion.h"
#include "app/icons.h"
#include "app/namespaceinput.h"
#include "app/newnamespacedialog.h"
#include "app/verdicttext.h"
#include "text/messages.h"
#include "text/printable.h"
#include "ui_movetodialog.h"

#include <QCompleter>
#include <QPushButton>

#include <unordered_map>

namespace espalier {

namespace {

constexpr int pathRole = Qt::UserRole;

} // namespace

MoveToDialog::MoveToDialog(const OpenStore *store, MovedItems items, QWidget *parent)
    : QDialog(parent)
    , m_store(store)
    , m_items(std::move(items))
    , m_ui(std::make_unique<Ui::MoveToDialog>())
{
    m_ui->setupUi(this);
    connect(store, &QObject::destroyed, this, &QDialog::reject);
    m_ui->whatLabel->setText(question());
    m_ui->newButton->setIcon(icon(IconName::NewNamespace));
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setText(tr("Add to pending changes"));
    fillTree();
    auto *completer = new QCompleter(namespaceNames(store->projection().tree), this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_ui->targetEdit->setCompleter(completer);
    letReturnMeanTyped(m_ui->targetEdit, m_ui->buttonBox->button(QDialogButtonBox::Ok));
    connect(m_ui->targetEdit, &QLineEdit::textChanged, this, &MoveToDialog::showVerdict);
    connect(m_ui->targetEdit, &QLineEdit::textEdited, this, &MoveToDialog::filterTree);
    connect(m_ui->tree, &QTreeWidget::currentItemChanged, this, &MoveToDialog::chooseItem);
    connect(m_ui->tree, &QTreeWidget::itemDoubleClicked, this, [this] {
        if (m_ui->buttonBox->button(QDialogButtonBox::Ok)->isEnabled())
            accept();
    });
    connect(m_ui->newButton, &QPushButton::clicked, this, &MoveToDialog::makeNamespace);
    connect(store, &OpenStore::planChanged, this, &MoveToDialog::showVerdict);
    m_ui->targetEdit->setFocus();
    showVerdict();
}

MoveToDialog::~MoveToDialog() = default;

QString MoveToDialog::question() const
{
    const QString store = storeName(*m_store);
    if (m_items.size() == 1) {
        const std::string name = m_items.groups.empty() ? m_items.namespaces.front().toString() : m_items.groups.front().second.toString();
        return tr("Move %1 of %2 to:").arg(printable(name), store);
    }
    if (m_items.groups.empty())
        return tr("Move %n namespace(s) of %1 to:", nullptr, int(m_items.namespaces.size())).arg(store);
    return m_items.namespaces.empty() ? tr("Move %n group(s) of %1 to:", nullptr, int(m_items.groups.size())).arg(store)
                                      : tr("Move %n item(s) of %1 to:", nullptr, int(m_items.size())).arg(store);
}

void MoveToDialog::fillTree()
{
    std::unordered_map<NamespacePath, QTreeWidgetItem *> items;
    m_store->projection().tree.forEachNamespace([&](const Namespace &ns) {
        QTreeWidgetItem *item = nullptr;
        if (ns.path.isRoot()) {
            item = new QTreeWidgetItem(m_ui->tree, {tr("Root of %1").arg(storeName(*m_store))});
            item->setIcon(0, icon(IconName::Datastore));
        } else {
            item = new QTreeWidgetItem(items.at(ns.path.parent()), {printable(ns.path.name())});
            item->setIcon(0, icon(IconName::Namespace));
        }
        item->setData(0, pathRole, QString::fromStdString(ns.path.toString()));
        items.emplace(ns.path, item);
    });
    m_ui->tree->expandAll();
}

void MoveToDialog::filterTree(const QString &text)
{
    for (QTreeWidgetItemIterator each(m_ui->tree); *each; ++each)
        (*each)->setHidden(true);
    for (QTreeWidgetItemIterator each(m_ui->tree); *each; ++each) {
        if (!(*each)->data(0, pathRole).toString().contains(text.trimmed(), Qt::CaseInsensitive))
            continue;
        for (QTreeWidgetItem *item = *each; item; item = item->parent())
            item->setHidden(false);
    }
}

void MoveToDialog::chooseItem(QTreeWidgetItem *item)
{
    if (item)
        m_ui->targetEdit->setText(item->parent() ? item->data(0, pathRole).toString() : QStringLiteral("/"));
}

void MoveToDialog::setTarget(const NamespacePath &target)
{
    m_ui->targetEdit->setText(target.isRoot() ? QStringLiteral("/") : QString::fromStdString(target.toString()));
}

Result<NamespacePath> MoveToDialog::target() const
{
    return enteredNamespace(m_store->projection().tree, m_ui->targetEdit->text());
}

bool MoveToDialog::createsTarget() const
{
    const auto entered = target();
    return entered && !m_store->projection().hasNamespace(*entered);
}

void MoveToDialog::showWords(Verdict::Level level, const QString &words)
{
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_ui->verdictIcon->setPixmap(icon(verdictIcon(level)).pixmap(QSize(size, size), devicePixelRatio()));
    m_ui->verdictLabel->setText(words);
    m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(level != Verdict::Level::Refused);
}

void MoveToDialog::showVerdict()
{
    if (m_ui->targetEdit->text().trimmed().isEmpty()) {
        m_ui->verdictIcon->clear();
        m_ui->verdictLabel->setText(tr("Choose a namespace, or type one. “/” is the root."));
        m_ui->buttonBox->button(QDialogButtonBox::Ok)->setEnabled(false);
        return;
    }
    const auto entered = target();
    if (!entered)
        return showWords(Verdict::Level::Refused, text::oneLine(entered.error()));
    if (createsTarget())
        return showWords(Verdict::Level::WillDo, tr("The namespace %1 will be created first.").arg(printable(entered->toString())));
    const Verdict verdict = m_store->checkDrop(m_items, *entered);
    const QString reason = verdictReason(verdict);
    if (verdict.level == Verdict::Level::WillDo)
        return showWords(verdict.level, reason.isEmpty() ? tr("This can be done.") : reason);
    showWords(verdict.level, tr("%1: %2", "verdict, reason").arg(verdictWord(verdict.level), reason));
}

void MoveToDialog::makeNamespace()
{
    const auto entered = target();
    const NamespacePath parentPath = entered && !createsTarget() ? *entered : NamespacePath();
    auto *dialog = new NewNamespaceDialog(m_store, parentPath, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        if (const auto path = dialog->path())
            setTarget(*path);
    });
    dialog->open();
}

} // namespace espalier
