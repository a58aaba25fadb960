// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/jobvalues.h"

#include "core/pbs/configvalue.h"
#include "core/pbs/safeid.h"
#include "core/pbs/sectionconfig.h"
#include "core/pbs/utf8.h"

namespace espalier {

Done checkJobName(std::string_view id)
{
    return isDatastoreName(id) ? Done() : fail(Error::Kind::InvalidInput, MessageId::JobNameRefused, id);
}

Done checkComment(std::string_view comment)
{
    constexpr std::size_t maxCharacters = 128;
    std::size_t count = 0;
    for (std::size_t at = 0; at < comment.size(); ++count) {
        const auto character = characterAt(comment, at);
        at += character ? character->length : 1;
    }
    // A blank at either end would not come back: what is read is trimmed.
    const bool isFine = count <= maxCharacters && isWritableConfigText(comment) && trimmed(comment) == comment;
    return isFine ? Done() : fail(Error::Kind::InvalidInput, MessageId::JobCommentRefused);
}

} // namespace espalier
