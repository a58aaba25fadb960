// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sshquestiondialog.h"

#include "text/printable.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace espalier {

namespace {

/// ssh's words, line by line, without what could be taken for something else.
QLabel *wordsOf(const SshQuestion &question, QWidget *parent)
{
    QStringList lines;
    const QStringList given = question.text.split(u'\n');
    for (const QString &line : given)
        lines << printable(line.trimmed().toStdString());
    auto *label = new QLabel(lines.join(u'\n').trimmed(), parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setMinimumWidth(parent->fontMetrics().averageCharWidth() * 80);
    return label;
}

} // namespace

SshQuestionDialog::SshQuestionDialog(const SshQuestion &question, bool canRemember, QWidget *parent) : QDialog(parent)
{
    using Kind = SshQuestion::Kind;
    setWindowTitle(question.kind == Kind::HostKey ? tr("Unknown host") : tr("Log in"));
    auto *layout = new QVBoxLayout(this);
    if (question.kind == Kind::HostKey) {
        auto *advice = new QLabel(tr("Compare the fingerprint with the one that the host's administrator gives you. Whoever answers under "
                                     "another one is not that host."),
                                  this);
        advice->setWordWrap(true);
        layout->addWidget(advice);
    }
    if (question.isAgain && question.kind == Kind::Secret)
        layout->addWidget(new QLabel(tr("That was not right. Try again."), this));
    QLabel *words = wordsOf(question, this);
    layout->addWidget(words);
    if (question.kind == Kind::Secret) {
        m_edit = new QLineEdit(this);
        m_edit->setEchoMode(QLineEdit::Password);
        m_edit->setAccessibleName(words->text());
        words->setBuddy(m_edit);
        layout->addWidget(m_edit);
        m_remember = new QCheckBox(tr("&Remember in the key ring"), this);
        m_remember->setVisible(canRemember);
        layout->addWidget(m_remember);
    }
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(QDialogButtonBox::Cancel);
    if (question.kind != Kind::Notice) {
        auto *accept = buttons->addButton(question.kind == Kind::Secret        ? tr("Log in", "button")
                                              : question.kind == Kind::HostKey ? tr("This is the right host")
                                                                               : tr("Yes"),
                                          QDialogButtonBox::AcceptRole);
        accept->setDefault(question.kind == Kind::Secret);
        accept->setAutoDefault(question.kind == Kind::Secret);
    }
    if (question.kind == Kind::HostKey)
        buttons->button(QDialogButtonBox::Cancel)->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString SshQuestionDialog::answer() const
{
    return m_edit ? m_edit->text() : QStringLiteral("yes");
}

bool SshQuestionDialog::wantsRemembering() const
{
    return m_remember && m_remember->isVisibleTo(this) && m_remember->isChecked();
}

} // namespace espalier
