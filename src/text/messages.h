// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/error.h"

#include <QString>

namespace espalier::text {

/// What people read of an error, in the language of the program: whole sentences.
struct Sentences
{
    QString what;   ///< What happened; names the thing.
    QString why;    ///< Empty where there is nothing more to say.
    QString advice; ///< What to do now.
};

/// The only place where a MessageId becomes words. Missing arguments count as empty; control characters in arguments
/// (names from disk are foreign input) are replaced. May be called from any thread.
Sentences sentences(const Error &error);

/// The three sentences in one line.
QString oneLine(const Error &error);

/// A namespace as people read it: "a/b", and a word for the root, whose text is empty.
QString namespaceName(std::string_view path);

} // namespace espalier::text
