// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/consequencespage.h"

#include "app/highlighting.h"
#include "app/icons.h"
#include "app/whenfinished.h"
#include "app/wrappingdelegate.h"
#include "core/plan/planrelocations.h"
#include "core/plan/shellcommands.h"
#include "text/consequencewords.h"
#include "text/difftext.h"
#include "text/printable.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <set>
#include <string>

namespace espalier {

namespace {

/// What is concerned, and how the configuration could go along.
using Answer = std::pair<std::vector<Consequence>, ConfigPlan>;

Answer workedOut(const Tree &tree, const Plan &plan, ConsequenceContext context, const ConfigState &config)
{
    if (const auto zone = context.here.zone())
        context.zone = *zone;
    std::vector<Consequence> lines = findConsequences(tree, relocationsOf(plan), context);
    ConfigPlan along = config.isWritable() ? planConfig(lines, config.texts) : ConfigPlan();
    return {std::move(lines), std::move(along)};
}

} // namespace

ConsequencesPage::ConsequencesPage(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_along(new QCheckBox(tr("Change &jobs and access rules of this PBS along"), this))
    , m_diff(new QPlainTextEdit(this))
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_list->setHeaderLabels({tr("What"), tr("Commands to run afterwards")});
    m_list->setAccessibleName(tr("What else is concerned by the pending changes"));
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    new WrappingDelegate(m_list);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    auto *copy = new QAction(icon(IconName::Copy), tr("&Copy commands"), m_list);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ConsequencesPage::copyCommands);
    m_list->addAction(copy);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_along);
    auto *sides = new QSplitter(Qt::Horizontal, this);
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_list);
    sides->addWidget(m_diff);
    layout->addWidget(sides, 1);
    m_along->setToolTip(tr("Those that name a namespace which moves with all that they cover. An undo brings them back, too."));
    m_diff->setReadOnly(true);
    m_diff->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_diff->setAccessibleName(tr("What becomes of the files"));
    highlightAs(m_diff, QStringLiteral("Diff"));
    connect(m_along, &QCheckBox::toggled, this, &ConsequencesPage::chooseAlong);
    setStore(nullptr);
}

void ConsequencesPage::setStore(OpenStore *store)
{
    if (m_store)
        disconnect(m_store, &OpenStore::planChanged, this, nullptr);
    m_store = store;
    if (store)
        connect(store, &OpenStore::planChanged, this, &ConsequencesPage::workOut);
    m_references.clear();
    m_config.reset();
    readAllReferences();
    workOut();
}

void ConsequencesPage::setOpenStores(const std::vector<OpenStore *> &stores)
{
    for (const auto &store : m_open) {
        if (store)
            disconnect(store, &OpenStore::treeChanged, this, nullptr);
    }
    m_open.assign(stores.begin(), stores.end());
    for (OpenStore *store : stores)
        connect(store, &OpenStore::treeChanged, this, [this, store] { store == m_store ? readAllReferences() : readReferences(store); });
    m_references.clear();
    readAllReferences();
    workOut();
}

void ConsequencesPage::readAllReferences()
{
    for (const auto &store : m_open) {
        if (store)
            readReferences(store);
    }
}

void ConsequencesPage::readReferences(OpenStore *from)
{
    if (!m_store)
        return;
    if (from == m_store)
        readConfig();
    const std::string name = m_store->planContext().storeName;
    const auto future = from->backend().readReferences(name);
    whenFinished(future, from, [this, guarded = QPointer(this), store = m_store, name, from](const HostReferences &references) {
        const bool isAsked = guarded && m_store && m_store == store && m_store->planContext().storeName == name;
        if (!isAsked || !std::ranges::contains(m_open, QPointer(from)))
            return;
        m_references[from] = references;
        workOut();
    });
}

void ConsequencesPage::readConfig()
{
    whenFinished(m_store->backend().readConfig(), m_store, [this, guarded = QPointer(this), store = m_store](const ConfigState &config) {
        if (!guarded || m_store != store)
            return;
        m_config = config;
        workOut();
    });
}

/// What the other servers say, each of them once.
std::vector<HostReferences> ConsequencesPage::elsewhere() const
{
    std::set<std::string> known{std::string(), m_references.at(m_store).host};
    std::vector<HostReferences> others;
    for (const auto &[store, references] : m_references) {
        if (known.insert(references.host).second)
            others.push_back(references);
    }
    return others;
}

void ConsequencesPage::workOut()
{
    ++m_asked;
    if (!m_store || !m_config || !m_references.contains(m_store))
        return showLines({}, {});
    if (relocationsOf(m_store->plan()).empty()) {
        m_store->setConfigPlan({});
        return showLines({}, {});
    }
    ConsequenceContext context;
    context.storeName = m_store->planContext().storeName;
    context.elsewhere = elsewhere();
    context.here = m_references.at(m_store);
    context.here.host.clear();
    const auto lines = QtConcurrent::run(
        [tree = m_store->tree(), plan = m_store->plan(), context, config = *m_config] { return workedOut(tree, plan, context, config); });
    whenFinished(lines, this, [this, asked = m_asked](const Answer &found) {
        if (asked != m_asked)
            return;
        m_store->setConfigPlan(found.second);
        showLines(found.first, found.second);
    });
}

void ConsequencesPage::showLines(const std::vector<Consequence> &lines, const ConfigPlan &config)
{
    m_lines = lines;
    showAlong(config);
    m_list->clear();
    for (const Consequence &line : lines) {
        QStringList commands;
        for (const CommandLine &command : m_along->isChecked() ? commandsLeft(line, config) : line.commands)
            commands << printable(shellLine(command));
        const QString words = text::consequenceWords(line);
        auto *item = new QTreeWidgetItem(m_list, {words, commands.join(QLatin1Char('\n'))});
        item->setIcon(0, icon(line.level == Consequence::Level::NeedsAttention ? IconName::NeedsAttention : IconName::Information));
        item->setToolTip(0, words);
        item->setToolTip(1, item->text(1));
    }
    const bool hasPbs = m_store && m_store->state() && !m_store->state()->access.storeName.empty();
    if (!lines.empty())
        m_words->setText(m_along->isChecked()
                             ? tr("These name what moves, or will apply to it. What is not changed along has a command to run afterwards.")
                             : tr("These name what moves, or will apply to it. They are not changed; run the commands after the changes."));
    else
        m_words->setText(hasPbs ? tr("Nothing in the configuration of this PBS is concerned by the pending changes.")
                                : tr("No PBS is to be seen on this computer, so its jobs and access rules are not known."));
    emit countChanged(int(lines.size()));
}

/// The choice is offered where something can be changed along.
void ConsequencesPage::showAlong(const ConfigPlan &config)
{
    const bool isPossible = m_store && !config.isEmpty();
    m_along->setVisible(isPossible);
    const QSignalBlocker blocked(m_along);
    m_along->setChecked(isPossible && m_store->adaptsConfig());
    QStringList lines;
    for (const ConfigFileEdits &file : config.files)
        lines << text::diffLines(file);
    m_diff->setPlainText(lines.join(u'\n').left(previewLimit));
    m_diff->setVisible(m_along->isChecked());
}

void ConsequencesPage::chooseAlong(bool along)
{
    if (!m_store || !m_store->configPlan())
        return;
    m_store->setAdaptsConfig(along);
    showLines(m_lines, ConfigPlan(*m_store->configPlan()));
}

void ConsequencesPage::copyCommands()
{
    QStringList commands;
    const QList<QTreeWidgetItem *> selected = m_list->selectedItems();
    for (const QTreeWidgetItem *item : selected) {
        if (!item->text(1).isEmpty())
            commands << item->text(1);
    }
    QGuiApplication::clipboard()->setText(commands.join(QLatin1Char('\n')));
}

} // namespace espalier
