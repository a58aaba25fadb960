// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace espalier::cli {

namespace {

/// What draws the branches.
struct Branches
{
    QString middle;
    QString last;
    QString through;
    QString blank = QStringLiteral("   ");
};

Branches branches()
{
    if (isUtf8Locale())
        return {.middle = QStringLiteral("├─ "), .last = QStringLiteral("└─ "), .through = QStringLiteral("│  ")};
    return {.middle = QStringLiteral("|- "), .last = QStringLiteral("`- "), .through = QStringLiteral("|  ")};
}

} // namespace

/// Prints a datastore as a tree: namespaces before groups, in PBS's order.
class TreeCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::TreeCommand)

public:
    explicit TreeCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    using Print = std::function<void(const TableRow &)>;

    void printText(const Session &session, const ScanResult &result) const;
    void printJson(const Session &session, const ScanResult &result) const;
    void printJson(const Namespace &ns, int level, bool &isFirst) const;

    void printRows(const Namespace &ns, const QString &name, const Print &print) const;
    void printBelow(const Namespace &ns, int level, const QString &indent, const Print &print) const;
    void printGroup(const Group &group, int level, const QString &branch, const QString &indent, const Print &print) const;
    TableRow row(const QString &name, const Group &group) const;
    TableRow row(const QString &name, const Snapshot &snapshot, const SnapshotDetails *details) const;
    static QString verified(VerifyState state);
    static QString encrypted(CryptMode mode);

    Invocation &m_invocation;
    std::size_t m_depth = std::numeric_limits<std::size_t>::max();
    bool m_withSnapshots = false;
    Branches m_branches = branches();
};

ExitCode TreeCommand::run()
{
    const auto depth = m_invocation.arguments.number("--depth", 10);
    if (!depth)
        return report(m_invocation, depth.error());
    m_depth = depth->value_or(m_depth);
    m_withSnapshots = m_invocation.arguments.has("--snapshots");
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    auto result = scanStore(m_invocation, *session);
    if (result && m_invocation.arguments.has("--details"))
        result = cli::readAllDetails(m_invocation, *session, result->tree);
    if (!result)
        return report(m_invocation, result.error());
    if (m_invocation.isJson())
        printJson(*session, *result);
    else
        printText(*session, *result);
    return ExitCode::Done;
}

void TreeCommand::printText(const Session &session, const ScanResult &result) const
{
    Output &output = m_invocation.output;
    const Namespace &root = result.tree.root();
    const std::vector<Align> columns{Align::Left, Align::Right, Align::Left, Align::Right, Align::Left,
                                     Align::Left, Align::Left,  Align::Left, Align::Left};
    printTable(output, columns, [&](const Print &print) {
        print({tr("Name"), tr("Snapshots"), tr("Last backup"), tr("Size"), tr("Owner"), tr("Verified"), tr("Encrypted"), tr("State"),
               tr("Comment")});
        printRows(root, printable(session.name()), print);
    });
    output.line();
    output.line(tr("%n namespace(s)", nullptr, int(root.namespacesBelow)) + QStringLiteral(", ")
                + tr("%n group(s)", nullptr, int(root.groupsBelow)) + QStringLiteral(", ")
                + tr("%n snapshot(s)", nullptr, int(root.snapshotsBelow)));
    if (!result.findings.empty())
        output.line(tr("%n finding(s): \"espalierctl findings\" tells what does not fit.", nullptr, int(result.findings.size())));
}

void TreeCommand::printRows(const Namespace &ns, const QString &name, const Print &print) const
{
    print({name, QString::number(ns.snapshotsBelow)});
    printBelow(ns, 1, {}, print);
}

/// @p level is that of what is printed: 1 for what lies in the root.
void TreeCommand::printBelow(const Namespace &ns, int level, const QString &indent, const Print &print) const
{
    if (std::size_t(level) > m_depth)
        return;
    const std::size_t count = ns.children.size() + ns.groups.size();
    std::size_t printed = 0;
    const auto next = [&] { return ++printed == count; };
    for (const auto &child : ns.children) {
        const bool isLast = next();
        const QString name = indent + (isLast ? m_branches.last : m_branches.middle) + printable(child->path.name());
        print({name, QString::number(child->snapshotsBelow)});
        printBelow(*child, level + 1, indent + (isLast ? m_branches.blank : m_branches.through), print);
    }
    for (const auto &group : ns.groups) {
        const bool isLast = next();
        printGroup(*group, level, indent + (isLast ? m_branches.last : m_branches.middle),
                   indent + (isLast ? m_branches.blank : m_branches.through), print);
    }
}

void TreeCommand::printGroup(const Group &group, int level, const QString &branch, const QString &indent, const Print &print) const
{
    print(row(branch + printable(group.id.toString()), group));
    if (!m_withSnapshots || std::size_t(level + 1) > m_depth)
        return;
    for (std::size_t i = 0; i < group.snapshots.size(); ++i) {
        const QString name = indent + (i + 1 == group.snapshots.size() ? m_branches.last : m_branches.middle);
        print(row(name + toQString(group.snapshots[i].time.toString()), group.snapshots[i],
                  group.details.empty() ? nullptr : &group.details[i]));
    }
}

TableRow TreeCommand::row(const QString &name, const Group &group) const
{
    const auto last = std::ranges::find_if(group.snapshots.rbegin(), group.snapshots.rend(), &Snapshot::finished);
    const auto protectedCount = std::ranges::count(group.snapshots, true, &Snapshot::isProtected);
    QStringList state;
    if (!group.listable)
        state << tr("damaged");
    if (group.hasForeignEntries)
        state << tr("foreign files");
    if (protectedCount > 0)
        state << tr("%n protected", "snapshots of a group", int(protectedCount));
    VerifyState verify = group.details.empty() ? VerifyState::None : VerifyState::Ok;
    CryptMode crypt = group.details.empty() ? CryptMode::None : CryptMode::Encrypt;
    for (const SnapshotDetails &details : group.details) {
        if (details.verifyState == VerifyState::Failed || verify == VerifyState::Failed)
            verify = VerifyState::Failed;
        else if (details.verifyState == VerifyState::None)
            verify = VerifyState::None;
        crypt = std::min(crypt, details.cryptMode);
    }
    return {name,
            QString::number(group.snapshots.size()),
            last != group.snapshots.rend() ? toQString(last->time.toString()) : QString(),
            group.details.empty() ? QString() : humanSize(group.totalSize()),
            group.owner ? printable(group.owner->toString()) : tr("unreadable", "owner"),
            verified(verify),
            encrypted(crypt),
            state.join(QStringLiteral(", ")),
            printable(group.displayComment())};
}

TableRow TreeCommand::row(const QString &name, const Snapshot &snapshot, const SnapshotDetails *details) const
{
    QStringList state;
    if (!snapshot.finished)
        state << tr("unfinished");
    if (snapshot.isProtected)
        state << tr("protected", "one snapshot");
    TableRow row{name, {}, {}, {}, {}, {}, {}, state.join(QStringLiteral(", ")), {}};
    if (details) {
        row[3] = humanSize(details->size);
        row[5] = verified(details->verifyState);
        row[6] = encrypted(details->cryptMode);
        row[8] = printable(details->comment);
    }
    return row;
}

QString TreeCommand::verified(VerifyState state)
{
    switch (state) {
    case VerifyState::Ok: return tr("ok", "verify state");
    case VerifyState::Failed: return tr("failed", "verify state");
    case VerifyState::None: break;
    }
    return {};
}

QString TreeCommand::encrypted(CryptMode mode)
{
    switch (mode) {
    case CryptMode::Encrypt: return tr("encrypted");
    case CryptMode::SignOnly: return tr("signed");
    case CryptMode::None: break;
    }
    return {};
}

/// The namespaces stream: a large datastore is never held as JSON.
void TreeCommand::printJson(const Session &session, const ScanResult &result) const
{
    Output &output = m_invocation.output;
    Json head{{"path", session.location()}, {"name", session.name()}, {"demo", session.state().isDemo}};
    head.update(countsToJson(result.tree.root()));
    head.erase("ns");
    head["finding-count"] = result.findings.size();
    std::string text = dump(head, -1);
    text.back() = ',';
    output.text(text + "\"namespaces\":[\n");
    bool isFirst = true;
    printJson(result.tree.root(), 0, isFirst);
    output.text("\n]}\n");
}

void TreeCommand::printJson(const Namespace &ns, int level, bool &isFirst) const
{
    if (std::size_t(level) > m_depth || m_invocation.output.isBroken())
        return;
    Output &output = m_invocation.output;
    Json counts = countsToJson(ns);
    std::string text = dump(counts, -1);
    text.back() = ',';
    output.text((isFirst ? "" : ",\n") + text + "\"groups\":[");
    isFirst = false;
    if (std::size_t(level) < m_depth) {
        const bool withSnapshots = std::size_t(level + 1) < m_depth;
        for (const auto &group : ns.groups)
            output.text((group == ns.groups.front() ? "\n " : ",\n ") + dump(toJson(*group, withSnapshots), -1));
    }
    output.text("]}");
    for (const auto &child : ns.children)
        printJson(*child, level + 1, isFirst);
}

ExitCode runTree(Invocation &invocation)
{
    return TreeCommand(invocation).run();
}

} // namespace espalier::cli
