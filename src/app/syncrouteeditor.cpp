// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/syncrouteeditor.h"

#include "app/applystate.h"
#include "app/icons.h"
#include "app/syncpreviewwords.h"
#include "text/messages.h"
#include "text/utf8.h"
#include "ui_syncrouteeditor.h"

#include <algorithm>

namespace espalier {

namespace {

Result<NamespacePath> entered(const QLineEdit *edit)
{
    const QString text = edit->text().trimmed();
    return NamespacePath::fromString(text == QLatin1String("/") ? std::string() : toStdString(text));
}

std::map<NamespacePath, NamespaceTree::Mark> sourceMarks(const SyncMapping &mapping)
{
    using Look = NamespaceTree::Mark::Look;
    std::map<NamespacePath, NamespaceTree::Mark> marks;
    for (const MappedNamespace &each : mapping.namespaces)
        marks[each.source] = {each.lands() ? Look::Concerned : Look::Dimmed, SyncPreviewWords::fate(each.fate)};
    return marks;
}

std::map<NamespacePath, NamespaceTree::Mark> targetMarks(const SyncMapping &mapping)
{
    using Look = NamespaceTree::Mark::Look;
    std::map<NamespacePath, NamespaceTree::Mark> marks;
    for (const MappedNamespace &each : mapping.namespaces) {
        const bool isNew = each.fate == MappedNamespace::Fate::New;
        if (each.lands())
            marks[each.target] = {isNew ? Look::Ghost : Look::Concerned, isNew ? SyncRouteEditor::tr("will be made") : QString()};
    }
    return marks;
}

} // namespace

SyncRouteEditor::SyncRouteEditor(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::SyncRouteEditor>())
{
    m_ui->setupUi(this);
    m_ui->links->setTrees(m_ui->sourceTree, m_ui->targetTree);
    connect(m_ui->sourceTree, &NamespaceTree::anchorChosen, this,
            [this](const NamespacePath &ns) { chooseAnchor(m_ui->sourceEdit, m_ui->sourceTree, ns); });
    connect(m_ui->targetTree, &NamespaceTree::anchorChosen, this,
            [this](const NamespacePath &ns) { chooseAnchor(m_ui->targetEdit, m_ui->targetTree, ns); });
    const auto join = [this](const NamespacePath &source, const NamespacePath &target) {
        chooseAnchor(m_ui->sourceEdit, m_ui->sourceTree, source);
        chooseAnchor(m_ui->targetEdit, m_ui->targetTree, target);
    };
    connect(m_ui->targetTree, &NamespaceTree::dropped, this, join);
    connect(m_ui->sourceTree, &NamespaceTree::dropped, this,
            [join](const NamespacePath &target, const NamespacePath &source) { join(source, target); });
    for (const QLineEdit *edit : {m_ui->sourceEdit, m_ui->targetEdit})
        connect(edit, &QLineEdit::textEdited, this, &SyncRouteEditor::typeAnchor);
    connect(m_ui->depthSlider, &QSlider::valueChanged, this, &SyncRouteEditor::tell);
}

SyncRouteEditor::~SyncRouteEditor() = default;

void SyncRouteEditor::begin(StoreList *stores, OpenStore *source, OpenStore *target, const SyncOptions &options)
{
    m_stores = stores;
    m_source.setStore(source);
    m_target.setStore(target);
    fillStores();
    m_ui->sourceEdit->setText(toQString(options.source.toString()));
    m_ui->targetEdit->setText(toQString(options.target.toString()));
    showEnds();
    m_ui->depthSlider->setValue(options.maxDepth.value_or(m_ui->depthSlider->maximum()));
    for (const SyncEnd *end : {&m_source, &m_target}) {
        connect(end, &SyncEnd::changed, this, &SyncRouteEditor::showEnds);
        connect(end, &SyncEnd::progressChanged, this, &SyncRouteEditor::progressChanged);
    }
    for (const QComboBox *combo : {m_ui->sourceCombo, m_ui->targetCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &SyncRouteEditor::chooseStores);
    connect(m_stores, &StoreList::opened, this, &SyncRouteEditor::fillStores);
    connect(m_stores, &StoreList::closed, this, &SyncRouteEditor::fillStores);
}

void SyncRouteEditor::fillStores()
{
    for (const auto &[combo, end] : {std::pair(m_ui->sourceCombo, &m_source), std::pair(m_ui->targetCombo, &m_target)}) {
        const QSignalBlocker blocked(combo);
        combo->clear();
        for (OpenStore *store : m_stores->stores()) {
            combo->addItem(icon(IconName::Datastore), storeName(*store), QVariant::fromValue(store));
            combo->setItemData(combo->count() - 1, toQString(store->place().toString()), Qt::ToolTipRole);
        }
        combo->setCurrentIndex(combo->findData(QVariant::fromValue(end->store())));
    }
    showProblems();
}

void SyncRouteEditor::chooseStores()
{
    m_source.setStore(m_ui->sourceCombo->currentData().value<OpenStore *>());
    m_target.setStore(m_ui->targetCombo->currentData().value<OpenStore *>());
}

void SyncRouteEditor::chooseAnchor(QLineEdit *edit, NamespaceTree *tree, const NamespacePath &ns)
{
    edit->setText(toQString(ns.toString()));
    if (tree->anchor() != ns)
        tree->setAnchor(ns);
    showDepths();
    tell();
}

void SyncRouteEditor::typeAnchor()
{
    for (const auto &[edit, tree] : {std::pair(m_ui->sourceEdit, m_ui->sourceTree), std::pair(m_ui->targetEdit, m_ui->targetTree)}) {
        if (const auto ns = entered(edit); ns && *ns != tree->anchor())
            tree->setAnchor(*ns);
    }
    showDepths();
    tell();
}

/// An end is another one, or was read again.
void SyncRouteEditor::showEnds()
{
    const auto nameOf = [](const SyncEnd &end) { return end.store() ? storeName(*end.store()) : QString(); };
    m_ui->sourceTree->setTree(nameOf(m_source), m_source.tree());
    m_ui->targetTree->setTree(nameOf(m_target), m_target.tree());
    emit endsChanged();
    typeAnchor();
}

/// From 0 to what PBS takes, and one more for "full".
void SyncRouteEditor::showDepths()
{
    const QSignalBlocker blocked(m_ui->depthSlider);
    QSlider *slider = m_ui->depthSlider;
    const bool isFull = slider->value() == slider->maximum();
    const int largest = largestSyncDepth(m_ui->sourceTree->anchor(), m_ui->targetTree->anchor());
    const int depth = isFull ? largest + 1 : std::min(slider->value(), largest);
    slider->setRange(0, largest + 1);
    slider->setValue(depth);
}

void SyncRouteEditor::tell()
{
    const int depth = m_ui->depthSlider->value();
    m_ui->depthValue->setText(depth == m_ui->depthSlider->maximum() ? tr("full", "depth") : QString::number(depth));
    showProblems();
    emit changed();
}

Result<SyncOptions> SyncRouteEditor::added(SyncOptions to) const
{
    const auto source = entered(m_ui->sourceEdit);
    const auto target = entered(m_ui->targetEdit);
    if (!source || !target)
        return source ? failWith(target) : failWith(source);
    to.source = *source;
    to.target = *target;
    if (m_ui->depthSlider->value() < m_ui->depthSlider->maximum())
        to.maxDepth = m_ui->depthSlider->value();
    return to;
}

QString SyncRouteEditor::whyNoEnds() const
{
    if (!m_source.store() || !m_target.store())
        return tr("Choose a datastore for both ends.");
    if (m_source.store() == m_target.store())
        return tr("Choose another datastore for one of the ends: a sync copies from one into another.");
    return {};
}

QString SyncRouteEditor::whyNotUsable() const
{
    for (const SyncEnd *end : {&m_source, &m_target}) {
        if (const QString why = end->store() ? whyNoSyncEnd(*end->store()) : QString(); !why.isEmpty())
            return why;
    }
    return {};
}

void SyncRouteEditor::showProblems()
{
    QStringList problems;
    for (const QLineEdit *edit : {m_ui->sourceEdit, m_ui->targetEdit}) {
        if (const auto ns = entered(edit); !ns)
            problems << text::oneLine(ns.error());
    }
    for (const SyncEnd *end : {&m_source, &m_target}) {
        if (end->store() && !whyNoSyncEnd(*end->store()).isEmpty())
            problems << whyNoSyncEnd(*end->store());
        else if (end->error())
            problems << text::oneLine(*end->error());
    }
    if (m_stores->stores().size() < 2)
        problems << tr("Open a second datastore to copy from one into the other.");
    m_ui->placeProblem->setText(problems.join(u'\n'));
    m_ui->placeProblem->setVisible(!problems.isEmpty());
}

void SyncRouteEditor::showMapping(const SyncMapping &mapping)
{
    m_ui->sourceTree->setMarks(sourceMarks(mapping));
    m_ui->targetTree->setMarks(targetMarks(mapping));
    m_ui->links->setMapping(mapping.namespaces);
    const auto chosen = added({});
    m_ui->mappingLabel->setText(chosen && !mapping.namespaces.empty() ? SyncPreviewWords::mapping(mapping, *chosen) : QString());
}

} // namespace espalier
