// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pbs/retention.h"

#include <QWidget>

#include <array>

class QLabel;
class QSpinBox;

namespace espalier {

/// The numbers of a retention, one field for each rule, and the sentence that says what they do. An empty field: the rule is off.
class KeepEditor : public QWidget
{
    Q_OBJECT

public:
    explicit KeepEditor(QWidget *parent = nullptr);

    const KeepOptions &options() const { return m_options; }
    void setOptions(const KeepOptions &options); ///< Does not signal. Numbers that no field can show stay as long as theirs is not edited.

signals:
    void changed(const espalier::KeepOptions &options); ///< By a person.

private:
    void edit(KeepRule rule, int count);

    std::array<QSpinBox *, std::size(allKeepRules)> m_fields{}; ///< By rule.
    QLabel *m_sentence;
    KeepOptions m_options{};
};

} // namespace espalier
