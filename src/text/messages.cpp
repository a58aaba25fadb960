// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "text/messagewords.h"

namespace espalier {

/// A job by its kind and, in the next argument, its id, to stand behind an article.
QString Messages::job(std::size_t index) const
{
    const QString kind = a(index);
    const QString id = a(index + 1);
    if (kind == QLatin1String("sync"))
        return tr("sync job \"%1\"").arg(id);
    if (kind == QLatin1String("prune"))
        return tr("prune job \"%1\"").arg(id);
    if (kind == QLatin1String("verify"))
        return tr("verify job \"%1\"").arg(id);
    if (kind == QLatin1String("tape"))
        return tr("tape backup job \"%1\"").arg(id);
    return kind + u' ' + id;
}

/// What was understood of a text, and in the next argument what should follow.
QString Messages::behind(std::size_t index) const
{
    if (a(index).isEmpty())
        return tr("It should begin with %1.").arg(expected(index + 1));
    return tr("Behind \"%1\" there should be %2.").arg(a(index), expected(index + 1));
}

QString Messages::differences(std::size_t index) const
{
    QStringList words;
    const QStringList names = a(index).split(u',');
    for (const QString &name : names) {
        if (name == u"guest-name")
            words << tr("the guest's name");
        else if (name == u"archives")
            words << tr("the archives");
        else if (name == u"key")
            words << tr("the key");
        else if (name == u"notes")
            words << tr("the notes");
        else
            words << (name == u"unreadable" ? tr("what cannot be read") : name);
    }
    return words.join(QStringLiteral(", "));
}

text::Sentences Messages::sentences() const
{
    for (const auto kind : {&Messages::ofData, &Messages::ofAccess, &Messages::ofHosts, &Messages::ofPlans, &Messages::ofRuns,
                            &Messages::ofRemovals, &Messages::ofSyncs, &Messages::ofStoreMoves, &Messages::ofJobs, &Messages::ofUsage}) {
        if (text::Sentences sentences = (this->*kind)(); !sentences.what.isEmpty())
            return sentences;
    }
    return {}; // not reached: there are words for each id
}

namespace text {

Sentences sentences(const Error &error)
{
    return Messages(error).sentences();
}

QString oneLine(const Error &error)
{
    const Sentences all = sentences(error);
    QStringList parts{all.what, all.why, all.advice};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QString namespaceName(std::string_view path)
{
    return path.empty() ? Messages::nameOfRoot() : printable(path);
}

} // namespace text

} // namespace espalier
