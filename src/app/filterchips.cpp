// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/filterchips.h"

#include "app/filtereditor.h"
#include "app/icons.h"
#include "app/syncpreviewwords.h"
#include "text/utf8.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>

#include <algorithm>

namespace espalier {

namespace {

constexpr int padding = 8;

/// A rounded frame around a few words.
class ChipDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString words = index.data().toString();
        return {option.fontMetrics.horizontalAdvance(words) + 2 * padding + 4, option.fontMetrics.height() + padding};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const QPalette &colours = option.palette;
        const QRectF frame = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(colours.color(QPalette::Mid));
        painter->setBrush(colours.color(isChosen ? QPalette::Highlight : QPalette::Button));
        painter->drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
        painter->setPen(colours.color(isChosen ? QPalette::HighlightedText : QPalette::ButtonText));
        painter->drawText(frame, int(Qt::AlignCenter), index.data().toString());
        painter->restore();
    }
};

} // namespace

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_add(new QPushButton(tr("&Add filter…"), this))
    , m_edit(new QPushButton(tr("&Edit…"), this))
    , m_remove(new QPushButton(tr("Re&move"), this))
{
    m_list->setObjectName(QStringLiteral("chips"));
    m_list->setAccessibleName(tr("Group filters"));
    m_list->setToolTip(tr("Return edits a filter, Del removes it. Without filters all groups are taken."));
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setItemDelegate(new ChipDelegate(m_list));
    m_list->setFixedHeight(2 * (fontMetrics().height() + padding) + 8);
    m_list->installEventFilter(this);
    m_add->setObjectName(QStringLiteral("addFilter"));
    m_edit->setObjectName(QStringLiteral("editFilter"));
    m_remove->setObjectName(QStringLiteral("removeFilter"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    for (QPushButton *button : {m_add, m_edit, m_remove}) {
        button->setAutoDefault(false);
        layout->addWidget(button);
    }
    setFocusProxy(m_list);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_add, &QPushButton::clicked, this, &FilterChips::add);
    connect(m_edit, &QPushButton::clicked, this, &FilterChips::edit);
    connect(m_remove, &QPushButton::clicked, this, &FilterChips::remove);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &FilterChips::edit);
    connect(m_list, &QListWidget::currentRowChanged, this, &FilterChips::showButtons);
    showButtons();
}

void FilterChips::setFilters(std::vector<GroupFilter> filters)
{
    m_filters = std::move(filters);
    show(0);
}

void FilterChips::setGroups(std::vector<GroupId> groups)
{
    m_groups = std::move(groups);
}

void FilterChips::show(std::size_t chosen)
{
    m_list->clear();
    for (const GroupFilter &filter : m_filters) {
        auto *item = new QListWidgetItem(SyncPreviewWords::filter(filter), m_list);
        item->setToolTip(toQString(filter.toString()));
    }
    m_list->setCurrentRow(int(std::min(chosen, m_filters.size() - 1)));
    showButtons();
}

void FilterChips::showButtons()
{
    const bool isChosen = m_list->currentRow() >= 0;
    const QString hint = isChosen ? QString() : tr("There is no filter.");
    for (QPushButton *button : {m_edit, m_remove}) {
        button->setEnabled(isChosen);
        button->setToolTip(hint);
    }
}

void FilterChips::add()
{
    open({.kind = GroupFilter::Kind::Type, .value = "vm"}, m_filters.size());
}

void FilterChips::edit()
{
    if (const int row = m_list->currentRow(); row >= 0)
        open(m_filters.at(std::size_t(row)), std::size_t(row));
}

void FilterChips::open(const GroupFilter &filter, std::size_t place)
{
    auto *editor = new FilterEditor(filter, m_groups, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &QDialog::accepted, this, [this, editor, place] {
        const auto entered = editor->filter();
        if (!entered || place > m_filters.size())
            return;
        if (place == m_filters.size())
            m_filters.push_back(*entered);
        else
            m_filters[place] = *entered;
        show(place);
        emit changed();
    });
    editor->open();
}

void FilterChips::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_filters.erase(m_filters.begin() + row);
    show(std::size_t(row));
    emit changed();
}

bool FilterChips::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Delete)
            remove();
        else if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_F2)
            edit();
        else
            return QWidget::eventFilter(watched, event);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace espalier
