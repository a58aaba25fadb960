// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"

namespace espalier::cli {

ExitCode runDemo(Invocation &invocation)
{
    return report(invocation, fail(Error::Kind::Failed, MessageId::PlaceNotSupported, invocation.arguments.positionals().front()).error());
}

} // namespace espalier::cli
