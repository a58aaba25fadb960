// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/archivename.h"
#include "core/pbs/authid.h"
#include "core/pbs/groupid.h"
#include "core/pbs/namespacepath.h"
#include "core/pbs/safeid.h"
#include "core/pbs/sectionconfig.h"
#include "core/pbs/snapshotpath.h"
#include "core/pbs/snapshottime.h"
#include "core/pbs/upid.h"
#include "support/fixtures.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <map>

using namespace espalier;
using nlohmann::json;

namespace {

/// What we make of a text: whether it is accepted, and the values that PBS's row can be compared with.
struct Reading
{
    bool ok = false;
    json values = json::object();
    bool deviates = false; ///< Refused here on purpose though PBS reads it.
};

using Reader = std::function<Reading(const std::string &text)>;

constexpr std::size_t maxFileName = 255; // PBS's parsers know no limit; a directory's name has one

bool isTooLongForFile(const std::string &text)
{
    return text.size() > maxFileName;
}

bool isTooLongFor(const Error &error)
{
    return error.id == MessageId::NameTooLong;
}

Reading readNamespace(const std::string &text)
{
    const auto path = NamespacePath::fromString(text);
    if (!path)
        return {};
    return {true, {{"normal", path->toString()}, {"depth", path->depth()}, {"path", path->directoryForm()}}};
}

Reading readNamespacePath(const std::string &text)
{
    const auto path = NamespacePath::fromDirectoryForm(text);
    if (!path)
        return {};
    return {true, {{"normal", path->toString()}, {"depth", path->depth()}}};
}

Reading readNamespaceComponent(const std::string &text)
{
    const auto path = NamespacePath().child(text);
    return path ? Reading{true, {{"normal", path->toString()}}} : Reading{};
}

Reading readNewNamespaceName(const std::string &text)
{
    return {NamespacePath().newChild(text).has_value()};
}

/// The API's check of a parameter, which lets pass what its parser then refuses: too many levels, one name of 256 bytes.
Reading readNamespaceParameter(const std::string &text)
{
    const auto path = NamespacePath::fromString(text);
    const bool deviates = !path && (path.error().id == MessageId::NamespaceTooDeep || isTooLongFor(path.error()));
    return {path.has_value(), json::object(), deviates};
}

Reading readBackupType(const std::string &text)
{
    const auto type = backupTypeFromString(text);
    return type ? Reading{true, {{"normal", toString(*type)}}} : Reading{};
}

Reading readBackupId(const std::string &text)
{
    const auto group = GroupId::make(BackupType::Vm, text);
    return {group.has_value(), json::object(), !group && isTooLongFor(group.error())};
}

Reading readTime(const std::string &text)
{
    const auto time = SnapshotTime::fromString(text);
    if (!time)
        return {};
    return {true, {{"epoch", time->epoch()}, {"normal", SnapshotTime::fromEpoch(time->epoch())->toString()}}};
}

Reading readEpoch(const std::string &text)
{
    const auto time = SnapshotTime::fromEpoch(std::stoll(text));
    return time ? Reading{true, {{"normal", time->toString()}}} : Reading{};
}

Reading readGroup(const std::string &text)
{
    const auto group = GroupId::fromString(text);
    if (!group)
        return {false, json::object(), isTooLongFor(group.error())};
    return {true, {{"normal", group->toString()}, {"id", group->id()}, {"type", toString(group->type())}}};
}

std::string canonical(const SnapshotId &snapshot)
{
    return snapshot.group.toString() + "/" + SnapshotTime::fromEpoch(snapshot.time.epoch())->toString();
}

Reading readSnapshot(const std::string &text)
{
    const auto snapshot = SnapshotId::fromString(text);
    if (!snapshot)
        return {false, json::object(), isTooLongFor(snapshot.error())};
    const GroupId &group = snapshot->group;
    return {true,
            {{"normal", canonical(*snapshot)}, {"id", group.id()}, {"type", toString(group.type())}, {"epoch", snapshot->time.epoch()}}};
}

Reading readGroupOrSnapshot(const std::string &text)
{
    Reading group = readGroup(text);
    group.values["is"] = "group";
    if (group.ok || group.deviates)
        return group;
    Reading snapshot = readSnapshot(text);
    snapshot.values["is"] = "snapshot";
    return snapshot;
}

Reading readSnapshotPath(const std::string &text)
{
    const auto path = SnapshotPath::fromDirectoryForm(text);
    if (!path)
        return {false, json::object(), isTooLongFor(path.error())};
    const std::string prefix = path->ns.isRoot() ? std::string() : path->ns.directoryForm() + "/";
    return {true, {{"ns", path->ns.toString()}, {"normal", prefix + canonical(path->snapshot)}}};
}

Reading readAuthId(const std::string &text)
{
    const auto id = AuthId::fromString(text);
    return id ? Reading{true, {{"normal", id->toString()}}} : Reading{};
}

Reading readUser(const std::string &text)
{
    const auto id = AuthId::fromString(text);
    if (!id || id->isToken())
        return {};
    return {true, {{"normal", id->user()}, {"name", id->name()}, {"realm", id->realm()}}};
}

Reading readRealm(const std::string &text)
{
    const auto id = AuthId::fromString("user@" + text);
    return {id && id->realm() == text};
}

/// PBS's check of the parameter asks for a SAFE_ID; a file name also needs one of the server's extensions.
Reading readArchiveName(const std::string &text)
{
    const auto name = ArchiveName::fromString(text);
    const bool hasExtension = text.ends_with(".blob") || text.ends_with(".didx") || text.ends_with(".fidx");
    return {name.has_value(), json::object(), !name && (!hasExtension || isTooLongForFile(text))};
}

Reading readArchiveType(const std::string &text)
{
    static const std::map<ArchiveType, std::string> words{
        {ArchiveType::Blob, "blob"}, {ArchiveType::DynamicIndex, "didx"}, {ArchiveType::FixedIndex, "fidx"}};
    const auto type = archiveTypeOf(text);
    return type ? Reading{true, {{"type", words.at(*type)}}} : Reading{};
}

Reading readUpid(const std::string &text)
{
    const auto upid = Upid::fromString(text);
    if (!upid)
        return {};
    return {true,
            {{"normal", upid->toString()},
             {"node", upid->node},
             {"pid", upid->pid},
             {"pstart", upid->processStart},
             {"task-id", upid->taskId},
             {"starttime", upid->startTime},
             {"worker-type", upid->workerType},
             {"auth-id", upid->authId},
             {"worker-id", upid->workerId.empty() ? json() : json(upid->workerId)}}};
}

/// The grammar of property strings alone: which keys and words may stand in one is not read here.
Reading readMaintenanceMode(const std::string &text)
{
    const auto properties = readPropertyString(text, "type");
    if (!properties)
        return {};
    return {true, {{"normal", *properties}}};
}

/// As above, for what has no value without key. PBS prints numbers and booleans where we have their text.
Reading readKeyedProperties(const std::string &text)
{
    return {readPropertyString(text, {}).has_value()};
}

const std::map<std::string, Reader> readers{
    {"archive-name", readArchiveName},
    {"archive-type", readArchiveType},
    {"auth-id", readAuthId},
    {"backup-id", readBackupId},
    {"backup-time-string", readTime},
    {"backup-type", readBackupType},
    {"backup-type-schema", readBackupType},
    {"datastore", [](const std::string &text) { return Reading{isDatastoreName(text)}; }},
    {"epoch", readEpoch},
    {"group-or-snapshot-path", readGroupOrSnapshot},
    {"group-path", readGroup},
    {"maintenance-mode", readMaintenanceMode},
    {"namespace", readNamespace},
    {"namespace-component", readNamespaceComponent},
    {"namespace-create-name", readNewNamespaceName},
    {"namespace-path", readNamespacePath},
    {"namespace-schema", readNamespaceParameter},
    {"notify", readKeyedProperties},
    {"ns-and-snapshot", readSnapshotPath},
    {"realm", readRealm},
    {"snapshot-path", readSnapshot},
    {"tuning", readKeyedProperties},
    {"upid", readUpid},
    {"userid", readUser},
};

const std::map<std::string, const char *> leftOut{
    {"acl-path", "permissions are not read yet"},
    {"archive-path", "a client's way from a local path to a name"},
    {"auth-id-schema", "a parameter of PBS's API; none is sent yet"},
    {"backup-time-schema", "a parameter of PBS's API; none is sent yet"},
    {"comment", "jobs are not edited yet"},
    {"fingerprint", "remotes are not read yet"},
    {"host", "remotes are not read yet"},
    {"human-byte", "jobs are not edited yet"},
    {"job-id", "jobs are not read yet"},
    {"keep-last", "retention is not computed yet"},
    {"max-depth", "jobs are not read yet"},
    {"remote-id", "remotes are not read yet"},
    {"rfc3339", "times with zones; snapshots have directory names only"},
    {"token-name", "a parameter of PBS's API; none is sent yet"},
    {"userid-schema", "a parameter of PBS's API; none is sent yet"},
};

/// Kinds of which only the grammar is read: what PBS refuses for its keys and words may pass here.
bool isGrammarOnly(const std::string &kind)
{
    return kind == "maintenance-mode" || kind == "tuning" || kind == "notify";
}

/// What is different, or an empty text.
QString difference(const json &row, const Reading &reading)
{
    const bool theirs = row.value("ok", false); // a text that crashes PBS is none it accepts
    if (theirs && !reading.ok && reading.deviates)
        return {};
    if (!theirs && reading.ok && isGrammarOnly(row.at("kind")))
        return {};
    if (theirs != reading.ok)
        return QStringLiteral("accepted by PBS: %1, here: %2").arg(theirs).arg(reading.ok);
    if (!theirs)
        return {};
    for (const auto &[key, value] : reading.values.items()) {
        if (row.contains(key) && row.at(key) != value) // some kinds lack parts that others have
            return QStringLiteral("%1: PBS has %2, here %3")
                .arg(QString::fromStdString(key), QString::fromStdString(row.at(key).dump()), QString::fromStdString(value.dump()));
    }
    return {};
}

void compareAll(const std::vector<json> &rows)
{
    std::map<std::string, int> compared;
    std::map<std::string, int> left;
    for (const json &row : rows) {
        const std::string kind = row.at("kind");
        const auto reader = readers.find(kind);
        if (reader == readers.end()) {
            QVERIFY2(leftOut.contains(kind), ("no reader for the kind " + kind).c_str());
            ++left[kind];
            continue;
        }
        const QString what = difference(row, reader->second(row.at("text")));
        QVERIFY2(what.isEmpty(), qPrintable(QString::fromStdString(row.dump()) + QStringLiteral(" -> ") + what));
        ++compared[kind];
    }
    for (const auto &[kind, count] : compared)
        qInfo("%s: %d compared", kind.c_str(), count);
    for (const auto &[kind, count] : left)
        qInfo("%s: %d left out (%s)", kind.c_str(), count, leftOut.at(kind));
}

} // namespace

/// What PBS's own parsers and checks say of names that are parts of a datastore.
class TestPbsNames : public QObject
{
    Q_OBJECT

private slots:
    void project();
    void fixtures();
};

void TestPbsNames::project()
{
    const auto rows = test::jsonLines(test::readWholeFile(test::dataPath("names.jsonl")));
    QVERIFY(rows.size() > 100);
    compareAll(rows);
}

void TestPbsNames::fixtures()
{
    const auto rows = test::fixtureValues("names/schema.jsonl");
    if (rows.empty())
        QSKIP(test::skipReason);
    compareAll(rows);
}

QTEST_GUILESS_MAIN(TestPbsNames)

#include "tst_pbsnames.moc"
