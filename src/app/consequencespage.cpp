// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/consequencespage.h"

#include "app/icons.h"
#include "app/whenfinished.h"
#include "core/plan/planrelocations.h"
#include "core/plan/shellcommands.h"
#include "text/consequencewords.h"
#include "text/printable.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>
#include <set>
#include <string>

namespace espalier {

namespace {

std::vector<Consequence> workedOut(const Tree &tree, const Plan &plan, ConsequenceContext context)
{
    if (const auto zone = context.here.zone())
        context.zone = *zone;
    return findConsequences(tree, relocationsOf(plan), context);
}

} // namespace

ConsequencesPage::ConsequencesPage(QWidget *parent) : QWidget(parent), m_words(new QLabel(this)), m_list(new QTreeWidget(this))
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_list->setHeaderLabels({tr("What"), tr("Commands to run afterwards")});
    m_list->setAccessibleName(tr("What else is concerned by the pending changes"));
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setWordWrap(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->header()->resizeSection(0, 520);
    auto *copy = new QAction(icon(IconName::Copy), tr("&Copy commands"), m_list);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &ConsequencesPage::copyCommands);
    m_list->addAction(copy);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
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
    if (!m_store || !m_references.contains(m_store) || relocationsOf(m_store->plan()).empty())
        return showLines({});
    ConsequenceContext context;
    context.storeName = m_store->planContext().storeName;
    context.elsewhere = elsewhere();
    context.here = m_references.at(m_store);
    context.here.host.clear();
    const auto lines
        = QtConcurrent::run([tree = m_store->tree(), plan = m_store->plan(), context] { return workedOut(tree, plan, context); });
    whenFinished(lines, this, [this, asked = m_asked](const std::vector<Consequence> &found) {
        if (asked == m_asked)
            showLines(found);
    });
}

void ConsequencesPage::showLines(const std::vector<Consequence> &lines)
{
    m_list->clear();
    for (const Consequence &line : lines) {
        QStringList commands;
        for (const CommandLine &command : line.commands)
            commands << printable(shellLine(command));
        const QString words = text::consequenceWords(line);
        auto *item = new QTreeWidgetItem(m_list, {words, commands.join(QLatin1Char('\n'))});
        item->setIcon(0, icon(line.level == Consequence::Level::NeedsAttention ? IconName::NeedsAttention : IconName::Information));
        item->setToolTip(0, words);
        item->setToolTip(1, item->text(1));
    }
    const bool hasPbs = m_store && m_store->state() && !m_store->state()->access.storeName.empty();
    if (!lines.empty())
        m_words->setText(tr("These name what moves, or will apply to it. They are not changed; run the commands after the changes."));
    else
        m_words->setText(hasPbs ? tr("Nothing in the configuration of this PBS is concerned by the pending changes.")
                                : tr("No PBS is to be seen on this computer, so its jobs and access rules are not known."));
    emit countChanged(int(lines.size()));
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
