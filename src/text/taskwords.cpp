// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/taskwords.h"

#include "text/printable.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace espalier::text {

namespace {

/// Only the context of the translations.
class TaskWords
{
    Q_DECLARE_TR_FUNCTIONS(espalier::text::TaskWords)
};

struct TaskWord
{
    std::string_view type;
    const char *alone;
    const char *of; ///< With "%1" for what it works on.
};

/// PBS's types of tasks on datastores (upid-and-tasks, "Worker types").
constexpr std::array words{
    TaskWord{"backup", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "backup"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "backup of %1")},
    TaskWord{"garbage_collection", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "garbage collection"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "garbage collection of %1")},
    TaskWord{"prune", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "prune"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "prune of %1")},
    TaskWord{"prunejob", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "prune job"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "prune job %1")},
    TaskWord{"reader", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "restore"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "restore of %1")},
    TaskWord{"sync", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "sync"), QT_TRANSLATE_NOOP("espalier::text::TaskWords", "sync of %1")},
    TaskWord{"syncjob", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "sync job"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "sync job %1")},
    TaskWord{"verificationjob", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "verify job"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "verify job %1")},
    TaskWord{"verify", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "verification"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "verification of %1")},
    TaskWord{"verify_group", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "verification"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "verification of %1")},
    TaskWord{"verify_snapshot", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "verification"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "verification of %1")},
    TaskWord{"move-group", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "move of a group"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "move of %1")},
    TaskWord{"move-namespace", QT_TRANSLATE_NOOP("espalier::text::TaskWords", "move of a namespace"),
             QT_TRANSLATE_NOOP("espalier::text::TaskWords", "move of %1")},
};

} // namespace

QString taskWords(const std::string &description)
{
    constexpr std::string_view of = " of ";
    const std::size_t end = description.find(of);
    const auto word = std::ranges::find(words, std::string_view(description).substr(0, end), &TaskWord::type);
    if (word == words.end())
        return printable(description);
    return end == std::string::npos ? TaskWords::tr(word->alone)
                                    : TaskWords::tr(word->of).arg(printable(description.substr(end + of.size())));
}

} // namespace espalier::text
