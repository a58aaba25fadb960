// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/changedialog.h"

#include "app/completion.h"
#include "app/icons.h"
#include "app/verdicttext.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace espalier {

ChangeDialog::ChangeDialog(const QString &title, const QString &question, const QString &text, Lines lines, Judge judge, QWidget *parent)
    : QDialog(parent)
    , m_judge(std::move(judge))
    , m_icon(new QLabel(this))
    , m_words(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(title);
    auto *label = new QLabel(question, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QWidget *edit = nullptr;
    if (lines == Lines::One) {
        edit = m_line = new QLineEdit(text, this);
        m_line->selectAll();
        connect(m_line, &QLineEdit::textChanged, this, &ChangeDialog::showVerdict);
    } else {
        edit = m_lines = new QPlainTextEdit(text, this);
        m_lines->setTabChangesFocus(true);
        connect(m_lines, &QPlainTextEdit::textChanged, this, &ChangeDialog::showVerdict);
    }
    edit->setAccessibleName(question);
    label->setBuddy(edit);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(3 * m_words->fontMetrics().lineSpacing());
    m_words->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_icon->setAlignment(Qt::AlignTop);
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Add to pending changes"));
    auto *verdict = new QHBoxLayout;
    verdict->addWidget(m_icon);
    verdict->addWidget(m_words, 1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(edit, lines == Lines::Several ? 1 : 0);
    layout->addLayout(verdict, lines == Lines::Several ? 0 : 1);
    layout->addWidget(m_buttons);
    resize(lines == Lines::Several ? QSize(560, 360) : QSize(520, 180));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    edit->setFocus();
    m_untouched = this->text();
    showVerdict();
}

QString ChangeDialog::text() const
{
    return m_line ? m_line->text().trimmed() : m_lines->toPlainText();
}

void ChangeDialog::setProposals(const QStringList &texts)
{
    auto *completer = new QCompleter(texts, this);
    completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(completer);
    letReturnMeanTyped(m_line, m_buttons->button(QDialogButtonBox::Ok));
}

void ChangeDialog::showVerdict()
{
    const Verdict verdict = m_judge(text());
    const bool isRefused = verdict.level == Verdict::Level::Refused;
    const bool isNothing = text() == m_untouched && (isRefused || m_lines); // nobody has done anything wrong yet
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!isRefused && !isNothing);
    if (isNothing) {
        m_icon->clear();
        m_words->clear();
        return;
    }
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(icon(verdictIcon(verdict.level)).pixmap(QSize(size, size), devicePixelRatio()));
    m_words->setText(verdict.reason ? verdictReason(verdict) : verdictWord(verdict.level));
}

} // namespace espalier
