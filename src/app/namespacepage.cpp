// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/namespacepage.h"

#include "app/formats.h"
#include "app/icons.h"
#include "app/treecells.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"
#include "ui_namespacepage.h"

#include <QLocale>

namespace espalier {

namespace {

constexpr int titleIconSize = 24;

QString storeStateText(const OpenStore &store)
{
    if (store.error())
        return text::oneLine(*store.error());
    QStringList lines;
    if (const auto &state = store.state()) {
        if (state->isDemo)
            lines.append(NamespacePage::tr("This is a demo: nothing in it is a real backup."));
        if (!state->login.empty())
            lines.append(NamespacePage::tr("Over SSH, as %1.").arg(printable(state->login)));
        if (!state->access.allowed)
            lines.append(NamespacePage::tr("Read-only. %1").arg(state->access.reason ? text::oneLine(*state->access.reason) : QString()));
        if (!state->volume.empty())
            lines.append(NamespacePage::tr("File system: %1").arg(toQString(state->volume)));
    }
    if (const auto count = store.findings().size())
        lines.append(NamespacePage::tr("%n finding(s): see the list of findings.", nullptr, int(count)));
    return lines.join(QLatin1Char('\n'));
}

QString namespaceStateText(const OpenStore &store, const NamespacePath &ns)
{
    const NamespacePath *other = store.projection().otherEnd(ns);
    const QString name = other ? printable(other->toString()) : QString();
    switch (store.projection().mark(ns)) {
    case Mark::Created: return NamespacePage::tr("It does not exist yet: the pending changes create it.");
    case Mark::Deleted: return NamespacePage::tr("A pending change deletes it.");
    case Mark::MovesAway: return NamespacePage::tr("A pending change makes it %1.").arg(name);
    case Mark::Arrives: return NamespacePage::tr("It is called %1 until the pending changes are applied.").arg(name);
    default: return {};
    }
}

} // namespace

NamespacePage::NamespacePage(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::NamespacePage>())
{
    m_ui->setupUi(this);
}

NamespacePage::~NamespacePage() = default;

void NamespacePage::show(const ItemRef &item)
{
    const bool isStore = item.kind == ItemKind::Store;
    const OpenStore &store = *item.store;
    m_ui->iconLabel->setPixmap(
        icon(isStore ? IconName::Datastore : IconName::Namespace).pixmap(QSize(titleIconSize, titleIconSize), devicePixelRatioF()));
    m_ui->titleLabel->setText(toQString(isStore ? std::string_view(store.place().name()) : item.ns.name()));
    m_ui->pathLabel->setText(toQString(isStore ? store.place().toString() : item.ns.toString()));
    m_ui->levelLabel->setText(isStore ? tr("root") : tr("%1 of %2").arg(item.ns.depth()).arg(NamespacePath::maxDepth));
    m_ui->stateLabel->setText(isStore ? storeStateText(store) : QString());
    const auto ns = store.projection().tree.find(item.ns);
    if (!isStore)
        m_ui->stateLabel->setText(namespaceStateText(store, item.ns));
    if (ns)
        showCounts(*ns);
}

void NamespacePage::showCounts(const Namespace &ns)
{
    const QLocale locale;
    m_ui->namespacesLabel->setText(locale.toString(qulonglong(ns.namespacesBelow)));
    //: %1 groups altogether, %2 of them directly in the namespace
    m_ui->groupsLabel->setText(
        tr("%1, of them %2 here").arg(locale.toString(qulonglong(ns.groupsBelow)), locale.toString(qulonglong(ns.ownGroups()))));
    m_ui->snapshotsLabel->setText(locale.toString(qulonglong(ns.snapshotsBelow)));
    const auto size = sizeBelow(ns);
    m_ui->sizeLabel->setText(size ? sizeText(*size) : tr("not read yet"));
}

} // namespace espalier
