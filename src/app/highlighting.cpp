// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/highlighting.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/SyntaxHighlighter>
#include <KSyntaxHighlighting/Theme>

#include <QEvent>
#include <QPlainTextEdit>

namespace espalier {

namespace {

using KSyntaxHighlighting::SyntaxHighlighter;

/// Gives the highlighter of an edit a theme that fits the palette, each time that changes.
class ThemeFollower : public QObject
{
public:
    ThemeFollower(QPlainTextEdit *edit, SyntaxHighlighter *highlighter) : QObject(highlighter), m_edit(edit), m_highlighter(highlighter)
    {
        edit->installEventFilter(this);
        applyTheme();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange)
            applyTheme();
        return QObject::eventFilter(watched, event);
    }

private:
    void applyTheme()
    {
        m_highlighter->setTheme(highlighting().themeForPalette(m_edit->palette()));
        m_highlighter->rehighlight();
    }

    QPlainTextEdit *m_edit;
    SyntaxHighlighter *m_highlighter;
};

} // namespace

KSyntaxHighlighting::Repository &highlighting()
{
    static KSyntaxHighlighting::Repository repository;
    return repository;
}

void highlightAs(QPlainTextEdit *edit, const QString &definitionName)
{
    auto *highlighter = edit->document()->findChild<SyntaxHighlighter *>();
    if (!highlighter) {
        highlighter = new SyntaxHighlighter(edit->document());
        new ThemeFollower(edit, highlighter);
    }
    highlighter->setDefinition(highlighting().definitionForName(definitionName));
}

} // namespace espalier
