// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/completion.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>

namespace espalier {

void letReturnMeanTyped(QLineEdit *edit, QAbstractButton *button)
{
    QObject::connect(edit, &QLineEdit::returnPressed, button, [edit, button] {
        const QAbstractItemView *list = edit->completer()->popup();
        if (list->isVisible() && !list->currentIndex().isValid()) // a closed one leaves the key to the dialog
            button->click();
    });
}

} // namespace espalier
