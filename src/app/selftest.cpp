// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/selftest.h"

#include "app/highlighting.h"
#include "app/icons.h"
#include "text/messages.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

#include <QFile>

namespace espalier {

QStringList selfTest()
{
    QStringList missing;
    for (int i = 0; i < iconCount; ++i) {
        if (icon(IconName(i)).pixmap(16).isNull())
            missing << QStringLiteral("icon %1").arg(iconFileName(IconName(i)));
    }
    for (const QString &name : {QStringLiteral("Espalier Log"), QStringLiteral("JSON")}) {
        if (!highlighting().definitionForName(name).isValid())
            missing << QStringLiteral("syntax definition %1").arg(name);
    }
    for (const QString &language : {QStringLiteral("de"), QStringLiteral("en")}) {
        if (!QFile::exists(QStringLiteral(":/i18n/espalier_%1.qm").arg(language)))
            missing << QStringLiteral("catalogue %1").arg(language);
    }
    for (std::size_t i = 0; i < messageCount; ++i) {
        if (text::sentences({Error::Kind::InvalidInput, MessageId(i), {}, 0}).what.isEmpty())
            missing << QStringLiteral("words of message %1").arg(int(i));
    }
    return missing;
}

} // namespace espalier
