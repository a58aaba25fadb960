// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// The command line.
text::Sentences Messages::ofUsage() const
{
    switch (m_error.id) {
    case MessageId::UsageUnknownCommand: return {tr("There is no command \"%1\".").arg(a(0)), {}, tr("Use --help to see the commands.")};
    case MessageId::UsageUnknownOption: return {tr("There is no option \"%1\".").arg(a(0)), {}, tr("Use --help to see the options.")};
    case MessageId::UsageMissingArgument:
        return {tr("Something is missing: %1.").arg(a(0)), {}, tr("Use --help to see what the command needs.")};
    case MessageId::UsageUnexpectedArgument:
        return {tr("\"%1\" is too much.").arg(a(0)), tr("The command does not take so many arguments."),
                tr("Use --help to see what the command needs.")};
    case MessageId::UsageBadValue:
        return {tr("\"%1\" is no value for %2.").arg(a(1), a(0)), tr("Expected is %1.").arg(expected(2)),
                tr("Use --help to see what is possible.")};
    case MessageId::LineTooLong:
        return {tr("A line from %1 is too long.").arg(a(0)), tr("A line may have %1 bytes.").arg(a(1)),
                tr("Look whether this is the right input.")};
    case MessageId::NotConfirmed:
        return {tr("Nothing was changed."), tr("This question was not answered with yes: %1").arg(a(0)),
                tr("Answer it with yes, or use --yes.")};
    default: return {};
    }
}

} // namespace espalier
