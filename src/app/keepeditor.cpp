// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keepeditor.h"

#include "text/retentionwords.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace espalier {

namespace {

constexpr int mostShown = std::numeric_limits<int>::max();

/// A number that may be left away, which counts as 0.
class CountField : public QSpinBox
{
public:
    explicit CountField(const QString &nothing, QWidget *parent) : QSpinBox(parent)
    {
        setRange(0, mostShown);
        lineEdit()->setPlaceholderText(nothing);
    }

    QSize sizeHint() const override
    {
        return {fontMetrics().horizontalAdvance(QStringLiteral("000000")) + 34, QSpinBox::sizeHint().height()};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    QString textFromValue(int value) const override { return value == 0 ? QString() : QString::number(value); }
    int valueFromText(const QString &text) const override { return text.isEmpty() ? 0 : QSpinBox::valueFromText(text); }
    QValidator::State validate(QString &text, int &position) const override
    {
        return text.isEmpty() ? QValidator::Acceptable : QSpinBox::validate(text, position);
    }
};

} // namespace

KeepEditor::KeepEditor(QWidget *parent) : QWidget(parent), m_sentence(new QLabel(this))
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    for (const KeepRule rule : allKeepRules) {
        const int column = std::to_underlying(rule);
        const QString word = text::keepRuleWord(rule);
        auto *field = new CountField(tr("off", "a rule of a retention"), this);
        field->setObjectName(QStringLiteral("keep-") + QString::fromLatin1(toString(rule).data(), qsizetype(toString(rule).size())));
        field->setAccessibleName(tr("How many are kept: %1", "daily, weekly, …").arg(word));
        field->setToolTip(rule == KeepRule::Last ? tr("The newest finished snapshots. Empty: the rule is off.")
                                                 : tr("Periods without a snapshot do not count. Empty: the rule is off."));
        auto *label = new QLabel(word, this);
        label->setBuddy(field);
        layout->addWidget(label, 0, column);
        layout->addWidget(field, 1, column);
        connect(field, &QSpinBox::valueChanged, this, [this, rule](int count) { edit(rule, count); });
        m_fields.at(std::size_t(column)) = field;
    }
    layout->setColumnStretch(int(std::size(allKeepRules)), 1);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setObjectName(QStringLiteral("sentence"));
    layout->addWidget(m_sentence, 2, 0, 1, -1);
    setFocusProxy(m_fields.front());
    setOptions({});
}

void KeepEditor::setOptions(const KeepOptions &options)
{
    m_options = options;
    for (const KeepRule rule : allKeepRules) {
        QSpinBox *field = m_fields.at(std::to_underlying(rule));
        const QSignalBlocker blocked(field);
        field->setValue(int(std::min(options[rule].value_or(0), std::uint64_t{mostShown})));
    }
    m_sentence->setText(text::keepSentence(m_options));
}

void KeepEditor::edit(KeepRule rule, int count)
{
    m_options[rule] = count > 0 ? std::optional(std::uint64_t(count)) : std::nullopt;
    m_sentence->setText(text::keepSentence(m_options));
    emit changed(m_options);
}

} // namespace espalier
