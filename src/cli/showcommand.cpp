// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/table.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/taskwords.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::cli {

namespace {

/// What the positional arguments after DIR name.
struct Subject
{
    NamespacePath ns;
    std::optional<GroupId> group;
    std::optional<SnapshotTime> time;
};

/// "vm/100" or "vm/100/2026-03-01T22:30:00Z"; nothing where it is neither.
std::optional<Subject> groupOrSnapshot(const std::string &text)
{
    const auto first = text.find('/');
    const auto second = first == std::string::npos ? first : text.find('/', first + 1);
    const auto group = GroupId::fromString(text.substr(0, second));
    if (!group)
        return std::nullopt;
    Subject subject{{}, *group, std::nullopt};
    if (second == std::string::npos)
        return subject;
    const auto time = SnapshotTime::fromString(std::string_view(text).substr(second + 1));
    if (!time)
        return std::nullopt;
    subject.time = *time;
    return subject;
}

/// A single word may name a namespace or something in the root; in @p tree the latter goes first.
Result<Subject> subjectOf(const std::vector<std::string> &positionals, const Tree &tree)
{
    if (positionals.size() < 2)
        return Subject();
    if (positionals.size() == 2) {
        const auto inRoot = groupOrSnapshot(positionals[1]);
        const auto ns = NamespacePath::fromString(positionals[1]);
        if (inRoot && (!ns || !tree.find(*ns) || tree.find({}, *inRoot->group)))
            return *inRoot;
        if (!ns)
            return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "NS", positionals[1], "a/b, vm/100");
        return Subject{*ns, std::nullopt, std::nullopt};
    }
    const auto ns = namespaceArgument("NS", positionals[1]);
    if (!ns)
        return failWith(ns);
    if (positionals[2].empty())
        return Subject{*ns, std::nullopt, std::nullopt};
    auto subject = groupOrSnapshot(positionals[2]);
    if (!subject)
        return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "TYPE/ID[/TIME]", positionals[2],
                    "vm/100, vm/100/2026-03-01T22:30:00Z");
    subject->ns = *ns;
    return *subject;
}

} // namespace

/// Tells everything about a datastore, a namespace, a group or a snapshot.
class ShowCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::ShowCommand)

public:
    explicit ShowCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    ExitCode showStore(const Session &session, const ScanResult &scanned) const;
    ExitCode showNamespace(const Session &session, const Namespace &ns) const;
    ExitCode showGroup(const Session &session, const NamespacePath &ns, const std::shared_ptr<const Group> &group) const;
    ExitCode showSnapshot(const Session &session, const NamespacePath &ns, const Group &group, const Snapshot &snapshot) const;

    void line(const QString &label, const QString &value) const;
    void printCounts(const Namespace &ns) const;
    void printActivity(const Activity &activity) const;
    void printNotes(const QString &notes) const;
    void printFiles(const std::vector<SnapshotFile> &files) const;
    void printSnapshots(const Group &group) const;
    static QString yesOrNo(bool value) { return value ? tr("yes") : tr("no"); }
    static QString crypt(CryptMode mode);
    static QString verify(VerifyState state);

    Invocation &m_invocation;
};

ExitCode ShowCommand::run()
{
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    const auto scanned = scanStore(m_invocation, *session);
    if (!scanned)
        return report(m_invocation, scanned.error());
    const auto subject = subjectOf(m_invocation.arguments.positionals(), scanned->tree);
    if (!subject)
        return report(m_invocation, subject.error());
    if (m_invocation.arguments.positionals().size() < 2)
        return showStore(*session, *scanned);

    const auto missing
        = [&](MessageId id, const auto &...args) { return report(m_invocation, fail(Error::Kind::NotFound, id, args...).error()); };
    const auto ns = scanned->tree.find(subject->ns);
    if (!ns)
        return missing(MessageId::PlanNamespaceMissing, subject->ns.toString());
    if (!subject->group)
        return showNamespace(*session, *ns);
    const auto group = ns->group(*subject->group);
    if (!group)
        return missing(MessageId::PlanGroupMissing, subject->group->toString(), subject->ns.toString());
    if (!subject->time)
        return showGroup(*session, ns->path, group);
    const auto snapshot = std::ranges::find(group->snapshots, *subject->time, &Snapshot::time);
    if (snapshot == group->snapshots.end())
        return missing(MessageId::FileNotFound, group->id.toString() + "/" + subject->time->toString());
    return showSnapshot(*session, ns->path, *group, *snapshot);
}

void ShowCommand::line(const QString &label, const QString &value) const
{
    constexpr int labelWidth = 20;
    if (!value.isEmpty())
        m_invocation.output.line(label.leftJustified(labelWidth) + value);
}

ExitCode ShowCommand::showStore(const Session &session, const ScanResult &scanned) const
{
    const WriteAccess &access = session.access();
    const Activity activity = session.activity();
    const std::string &volumeName = session.state().volume;
    if (m_invocation.isJson()) {
        Json json{{"path", session.location()}, {"name", session.name()}, {"demo", session.state().isDemo}, {"volume", volumeName}};
        json["write-access"] = toJson(access);
        json["activity"] = toJson(activity);
        json["pbs-version"] = session.state().pbsVersion.empty() ? Json() : Json(session.state().pbsVersion);
        Json counts = countsToJson(scanned.tree.root());
        counts.erase("ns");
        json.update(counts);
        json["finding-count"] = scanned.findings.size();
        m_invocation.output.line(toQString(dump(json)));
        return ExitCode::Done;
    }
    line(tr("Datastore"), printable(session.name()));
    line(tr("Directory"), printable(session.location()));
    line(tr("File system"), printable(volumeName));
    line(tr("PBS"), printable(session.state().pbsVersion));
    line(tr("Demo"), session.state().isDemo ? tr("yes") : QString());
    printCounts(scanned.tree.root());
    line(tr("Findings"), QString::number(scanned.findings.size()));
    line(tr("Can be changed"), yesOrNo(access.allowed));
    if (access.reason)
        m_invocation.output.line(text::oneLine(*access.reason));
    printActivity(activity);
    return ExitCode::Done;
}

void ShowCommand::printCounts(const Namespace &ns) const
{
    line(tr("Namespaces"), QString::number(ns.namespacesBelow));
    line(tr("Groups"), QString::number(ns.groupsBelow));
    line(tr("Snapshots"), QString::number(ns.snapshotsBelow));
}

void ShowCommand::printActivity(const Activity &activity) const
{
    if (activity.configured)
        line(tr("Maintenance"), printable(activity.configured->maintenanceMode));
    if (activity.garbageCollection)
        line(tr("Garbage collection"), tr("running"));
    for (const RunningTask &task : activity.tasks)
        line(tr("Task"), text::taskWords(task.description));
}

ExitCode ShowCommand::showNamespace(const Session &session, const Namespace &ns) const
{
    if (m_invocation.isJson()) {
        Json json{{"path", session.location()}, {"name", session.name()}};
        json.update(countsToJson(ns));
        json["namespaces"] = Json::array();
        for (const auto &child : ns.children)
            json["namespaces"].push_back(child->path.toString());
        json["groups"] = Json::array();
        for (const auto &group : ns.groups)
            json["groups"].push_back(toJson(*group, false));
        m_invocation.output.line(toQString(dump(json)));
        return ExitCode::Done;
    }
    line(tr("Namespace"), text::namespaceName(ns.path.toString()));
    line(tr("Depth"), QString::number(ns.path.depth()));
    line(tr("Levels below"), QString::number(ns.levelsBelow));
    printCounts(ns);
    for (const auto &child : ns.children)
        line(tr("Contains"), printable(child->path.toString()));
    for (const auto &group : ns.groups)
        line(tr("Contains"), printable(group->id.toString()));
    return ExitCode::Done;
}

ExitCode ShowCommand::showGroup(const Session &session, const NamespacePath &ns, const std::shared_ptr<const Group> &group) const
{
    const auto detailed = session.service().readDetails(ns, group, m_invocation.stop);
    if (!detailed)
        return report(m_invocation, detailed.error());
    const Group &full = *detailed->group;
    const auto notes = session.service().readNotes(ns, full.id);
    if (m_invocation.isJson()) {
        Json json{{"path", session.location()}, {"name", session.name()}, {"ns", ns.toString()}};
        json.update(toJson(full, true));
        json["notes"] = notes ? Json(*notes) : Json();
        json["findings"] = Json::array();
        for (const Finding &finding : detailed->findings)
            json["findings"].push_back(toJson(finding));
        m_invocation.output.line(toQString(dump(json)));
        return ExitCode::Done;
    }
    line(tr("Group"), printable(full.id.toString()));
    line(tr("Namespace"), text::namespaceName(ns.toString()));
    line(tr("Owner"), full.owner ? printable(full.owner->toString()) : tr("unreadable", "owner"));
    line(tr("Snapshots"), QString::number(full.snapshots.size()));
    line(tr("Size"), humanSize(full.totalSize()));
    if (notes)
        printNotes(toQString(*notes));
    m_invocation.output.line();
    printSnapshots(full);
    return ExitCode::Done;
}

void ShowCommand::printSnapshots(const Group &group) const
{
    const std::vector<Align> columns{Align::Left, Align::Right, Align::Left, Align::Left, Align::Left, Align::Left};
    printTable(m_invocation.output, columns, [&](const std::function<void(const TableRow &)> &print) {
        print({tr("Time"), tr("Size"), tr("State"), tr("Encryption"), tr("Verification"), tr("Comment")});
        for (std::size_t i = 0; i < group.snapshots.size(); ++i) {
            const Snapshot &snapshot = group.snapshots[i];
            QStringList state;
            if (!snapshot.finished)
                state << tr("unfinished");
            if (snapshot.isProtected)
                state << tr("protected");
            TableRow row{toQString(snapshot.time.toString()), {}, state.join(QStringLiteral(", ")), {}, {}, {}};
            if (i < group.details.size()) {
                const SnapshotDetails &details = group.details[i];
                row[1] = humanSize(details.size);
                row[3] = crypt(details.cryptMode);
                row[4] = verify(details.verifyState);
                row[5] = printable(details.comment);
            }
            print(row);
        }
    });
}

ExitCode ShowCommand::showSnapshot(const Session &session, const NamespacePath &ns, const Group &group, const Snapshot &snapshot) const
{
    const auto content = session.service().readSnapshot(ns, group.id, snapshot.time);
    if (!content)
        return report(m_invocation, content.error());
    if (m_invocation.isJson()) {
        Json json{{"path", session.location()},
                  {"name", session.name()},
                  {"ns", ns.toString()},
                  {"backup-type", toString(group.id.type())},
                  {"backup-id", group.id.id()}};
        json.update(toJson(snapshot, nullptr));
        json.update(toJson(*content));
        m_invocation.output.line(toQString(dump(json)));
        return ExitCode::Done;
    }
    line(tr("Snapshot"), toQString(group.id.toString() + "/" + snapshot.time.toString()));
    line(tr("Namespace"), text::namespaceName(ns.toString()));
    line(tr("Finished"), yesOrNo(snapshot.finished));
    line(tr("Protected"), yesOrNo(snapshot.isProtected));
    if (content->manifestError)
        m_invocation.output.line(text::oneLine(*content->manifestError));
    if (content->manifest) {
        line(tr("Size"), humanSize(content->manifest->totalSize()));
        line(tr("Encryption"), crypt(content->manifest->cryptMode()));
        line(tr("Key"), printable(content->manifest->keyFingerprint));
        line(tr("Verification"), verify(content->manifest->verifyState));
        printNotes(toQString(content->manifest->notes));
    }
    m_invocation.output.line();
    printFiles(content->files);
    return ExitCode::Done;
}

void ShowCommand::printNotes(const QString &notes) const
{
    const QStringList lines = notes.trimmed().split(u'\n', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < lines.size(); ++i)
        line(i == 0 ? tr("Notes") : QString(), printable(toStdString(lines[i])));
}

void ShowCommand::printFiles(const std::vector<SnapshotFile> &files) const
{
    const std::vector<Align> columns{Align::Left, Align::Right, Align::Left, Align::Left};
    printTable(m_invocation.output, columns, [&](const std::function<void(const TableRow &)> &print) {
        print({tr("File"), tr("Size"), tr("Encryption"), tr("State")});
        for (const SnapshotFile &file : files) {
            const bool isListed = file.inManifest || file.name == manifestFileName || file.name == clientLogFileName;
            const QString state = !file.onDisk ? tr("missing on disk") : isListed ? QString() : tr("not in the manifest");
            print({printable(file.name), humanSize(file.size), file.cryptMode ? crypt(*file.cryptMode) : QString(), state});
        }
    });
}

QString ShowCommand::crypt(CryptMode mode)
{
    switch (mode) {
    case CryptMode::Encrypt: return tr("encrypted");
    case CryptMode::SignOnly: return tr("signed");
    case CryptMode::None: break;
    }
    return tr("none", "encryption");
}

QString ShowCommand::verify(VerifyState state)
{
    switch (state) {
    case VerifyState::Ok: return tr("ok", "verify state");
    case VerifyState::Failed: return tr("failed", "verify state");
    case VerifyState::None: break;
    }
    return tr("not yet", "verify state");
}

ExitCode runShow(Invocation &invocation)
{
    return ShowCommand(invocation).run();
}

} // namespace espalier::cli
