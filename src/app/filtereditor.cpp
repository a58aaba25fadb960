// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/filtereditor.h"

#include "app/colourscheme.h"
#include "text/messages.h"
#include "text/utf8.h"
#include "ui_filtereditor.h"

#include <QPushButton>

#include <algorithm>
#include <span>

namespace espalier {

FilterEditor::FilterEditor(const GroupFilter &filter, std::vector<GroupId> groups, QWidget *parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::FilterEditor>())
    , m_groups(std::move(groups))
{
    m_ui->setupUi(this);
    fill(filter);
    connect(m_ui->kindCombo, &QComboBox::currentIndexChanged, this, &FilterEditor::offerValues);
    connect(m_ui->kindCombo, &QComboBox::currentIndexChanged, this, &FilterEditor::showProblem);
    connect(m_ui->senseCombo, &QComboBox::currentIndexChanged, this, &FilterEditor::showProblem);
    connect(m_ui->valueCombo, &QComboBox::currentTextChanged, this, &FilterEditor::showProblem);
    m_ui->valueCombo->setFocus();
    showProblem();
}

FilterEditor::~FilterEditor() = default;

void FilterEditor::fill(const GroupFilter &filter)
{
    m_ui->senseCombo->setCurrentIndex(filter.isExclude ? 1 : 0);
    m_ui->kindCombo->setCurrentIndex(int(filter.kind));
    offerValues();
    m_ui->valueCombo->setCurrentText(toQString(filter.value));
}

void FilterEditor::offerValues()
{
    QStringList values;
    const auto kind = GroupFilter::Kind(m_ui->kindCombo->currentIndex());
    if (kind == GroupFilter::Kind::Type)
        values = {QStringLiteral("vm"), QStringLiteral("ct"), QStringLiteral("host")};
    else if (kind == GroupFilter::Kind::Group)
        std::ranges::transform(m_groups, std::back_inserter(values), [](const GroupId &id) { return toQString(id.toString()); });
    const QSignalBlocker blocked(m_ui->valueCombo);
    m_ui->valueCombo->clear();
    m_ui->valueCombo->addItems(values);
    if (kind == GroupFilter::Kind::Regex)
        m_ui->valueCombo->clearEditText();
}

Result<GroupFilter> FilterEditor::filter() const
{
    static constexpr const char *kinds[] = {"type:", "group:", "regex:"};
    std::string text = m_ui->senseCombo->currentIndex() == 1 ? "exclude:" : "";
    text += kinds[m_ui->kindCombo->currentIndex()];
    text += toStdString(m_ui->valueCombo->currentText());
    auto filter = GroupFilter::fromString(text);
    if (!filter)
        return filter;
    if (const Done judged = filter->whyNotJudged(); !judged)
        return failWith(judged);
    return filter;
}

QString FilterEditor::found(const GroupFilter &filter) const
{
    GroupFilter alone = filter;
    alone.isExclude = false;
    const auto count
        = std::ranges::count_if(m_groups, [&](const GroupId &id) { return applyFilters(std::span(&alone, 1), id) == FilterAnswer::Yes; });
    return tr("It finds %1 of %n group(s).", nullptr, int(m_groups.size())).arg(count);
}

void FilterEditor::showProblem()
{
    const auto entered = filter();
    const QString words = entered ? found(*entered) : text::oneLine(entered.error());
    QPalette colours = palette();
    if (!entered)
        colours.setColor(QPalette::WindowText, alarmingText(colours));
    m_ui->problemLabel->setPalette(colours);
    m_ui->problemLabel->setText(words);
    QPushButton *ok = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    ok->setEnabled(entered.has_value());
    ok->setToolTip(entered ? QString() : words);
}

} // namespace espalier
