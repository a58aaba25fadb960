// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/blankicon.h"

#include <QApplication>
#include <QPixmap>
#include <QStyle>

namespace espalier {

QIcon blankIcon()
{
    const int size = QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize);
    QPixmap nothing(size, size);
    nothing.fill(Qt::transparent);
    return nothing;
}

} // namespace espalier
