// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/consequencewords.h"

#include "text/messages.h"

#include <QCoreApplication>

namespace espalier {

/// Only the context of the translations.
class ConsequenceWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::ConsequenceWords)

public:
    static QString mayMatch()
    {
        return tr("The job's filter has a regular expression, which may match: groups that it does not match are counted, too.");
    }
};

QString text::consequenceWords(const Consequence &consequence)
{
    const QString words = oneLine(consequence.text);
    return consequence.mayMatch ? words + u' ' + ConsequenceWords::mayMatch() : words;
}

} // namespace espalier
