// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/expectations.h"

#include <QCoreApplication>

#include <array>

namespace espalier {

namespace {

/// The words of the readers in src/core, for the translators: each stands behind "At byte 12 there should be …".
[[maybe_unused]] constexpr std::array expectations{
    QT_TRANSLATE_NOOP("espalier::Expectations", "user@realm or user@realm!token"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "intact zstd data"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "more zstd data"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a whole header"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the checksum of what follows the header"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the first eight bytes of a blob"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the first eight bytes of an index"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a chunk size that is a power of two"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an archive of at least one byte"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the end, as many entries behind the header as the size of the archive needs"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the end, with whole entries behind the header"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an offset not before the last one"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "fewer levels of nesting"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a comma or a closing bracket"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a text in quotes"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a character that may stand in a text"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "UTF-8 text"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a closing quote"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an escape sequence of JSON"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a number"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a whole number of 64 bits"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a whole number of 64 bits, not below zero"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a JSON value"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the end of the text"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "\"none\", \"sign-only\" or \"encrypt\""),
    QT_TRANSLATE_NOOP("espalier::Expectations", "64 hex digits"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "\"ct\", \"host\" or \"vm\""),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a section's first line \"type: name\""),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a name behind the section's type"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an indented property, or an empty line before the next section"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "white space behind the property's name"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "each key once"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a comma behind the closing quote"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "key=value"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a key before the equals sign"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a quote, a backslash or n behind a backslash"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an entry \"acl:0 or 1:path:user:role\""),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a user or an API token"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a namespace"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a whole number from 0 to 7"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a whole number of at least 1"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "yes or no"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the name of a datastore"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a filter such as \"type:vm\""),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an indented property, or the first line of a section"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the number of the format"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an object"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a list"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a text"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a valid name"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "true or false"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a kind of change"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "same-guest or anyhow"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a verdict"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a reason"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a snapshot's time"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a day of the week"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a day of the week, a date or a time"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a hyphen"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a time not before the first one"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a shorter time"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an object with \"tz\", \"keep\" and \"snapshots\""),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the name of a time zone that is known here"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "last, hourly, daily, weekly, monthly or yearly"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a snapshot with its time"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "one line of at most 128 characters"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a schedule such as \"daily\""),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a key that prune jobs have"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the section of a prune job"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "seconds since 1970, up to the year 9999"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a request of this version"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a job"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a value of a job that names a namespace"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an access rule of a datastore"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a job or an access rule"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an opening bracket before"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "something to repeat"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a count such as {2} or {2,5}"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a smaller number"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a closing bracket"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the name of a group"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "each flag once"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a flag that Rust's patterns have"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a smaller pattern"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "hex digits"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the name of a Unicode class"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a pattern of Unicode characters"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "something behind the backslash"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "an escape that Rust's patterns have"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a bracket that closes the class"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a range of characters, the lower one first"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "start, end, start-half or end-half"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "pull or push"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a rate such as \"40 MiB\""),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the name of a remote"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a whole number from 1 to 32"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the name of an encryption key"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a remote, which a push needs"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "no value: only a pull has it"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "no value: only a push has it"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "no value without run-on-mount"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a smaller number: namespaces have at most 7 levels"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "the section of a sync job"),
    QT_TRANSLATE_NOOP("espalier::Expectations", "a key that sync jobs have"),
};

} // namespace

QString expectation(const QString &expected)
{
    return QCoreApplication::translate("espalier::Expectations", expected.toUtf8().constData());
}

} // namespace espalier
