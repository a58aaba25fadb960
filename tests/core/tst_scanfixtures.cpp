// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"
#include "core/datastore/store.h"
#include "core/fs/posix.h"
#include "support/archives.h"
#include "support/fixtures.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <format>
#include <map>
#include <set>

using namespace espalier;
using nlohmann::json;

namespace {

/// One datastore that a real server described.
struct Case
{
    std::string name;
    json api;
    std::unique_ptr<QTemporaryDir> folder;
    OpenedStore store;
    ScanResult first;
    ScanResult second;
};

std::vector<std::string> namesOfStores()
{
    std::vector<std::string> names;
    const auto folder = test::fixturePath("stores");
    if (!folder)
        return names;
    constexpr std::string_view suffix = ".api.json";
    for (const auto &entry : std::filesystem::directory_iterator(*folder)) {
        const std::string file = entry.path().filename();
        if (file.ends_with(suffix))
            names.push_back(file.substr(0, file.size() - suffix.size()));
    }
    std::ranges::sort(names);
    return names;
}

/// Unpacks and scans a store; its archive holds one directory of its name.
std::shared_ptr<Case> loaded(const std::string &name)
{
    static std::map<std::string, std::shared_ptr<Case>> known;
    if (const auto at = known.find(name); at != known.end())
        return at->second;
    auto store = std::make_shared<Case>();
    store->name = name;
    store->api = json::parse(test::fixtureContent("stores/" + name + ".api.json").value());
    store->folder = std::make_unique<QTemporaryDir>();
    const std::string folder = store->folder->path().toStdString();
    if (!test::unpackFixture("stores/" + name + ".tar", folder, "*/.chunks/*"))
        return nullptr;
    store->store = openStore(*fs::posixFileSystem(), folder + "/" + name).value();
    store->first = scan(store->store.root).value();
    store->second = readAllDetails(store->store.root, store->first.tree).value();
    return known.emplace(name, std::move(store)).first->second;
}

NamespacePath path(const std::string &text)
{
    return NamespacePath::fromString(text).value();
}

GroupId groupOf(const json &object)
{
    return GroupId::fromString(object.at("backup-type").get<std::string>() + "/" + object.at("backup-id").get<std::string>()).value();
}

/// PBS hands out a first line with its line break.
std::string withoutLineBreak(std::string text)
{
    while (text.ends_with('\n'))
        text.pop_back();
    return text;
}

/// What PBS's list of groups says of one, as far as we know it.
json groupJson(const Group &group)
{
    json object{{"backup-type", toString(group.id.type())}, {"backup-id", group.id.id()}, {"backup-count", group.snapshots.size()}};
    if (group.owner)
        object["owner"] = group.owner->toString();
    if (!group.comment.empty())
        object["comment"] = group.comment;
    const auto finished = std::ranges::find_last(group.snapshots, true, &Snapshot::finished);
    if (!finished.empty())
        object["last-backup"] = finished.begin()->time.epoch();
    return object;
}

/// What PBS's list of snapshots says of one.
json snapshotJson(const Group &group, const Snapshot &snapshot, const SnapshotDetails &details, const SnapshotContent &content)
{
    json object{{"backup-type", toString(group.id.type())},
                {"backup-id", group.id.id()},
                {"backup-time", snapshot.time.epoch()},
                {"protected", snapshot.isProtected},
                {"files", json::array()}};
    if (group.owner)
        object["owner"] = group.owner->toString();
    for (const SnapshotFile &file : content.files) {
        json entry{{"filename", file.name}};
        if (file.cryptMode) {
            entry["crypt-mode"] = toString(*file.cryptMode);
            entry["size"] = file.size;
        }
        object["files"].push_back(entry);
    }
    if (!details.manifestReadable)
        return object;
    object["size"] = details.size;
    if (!details.comment.empty())
        object["comment"] = details.comment;
    if (!details.keyFingerprint.empty())
        object["fingerprint"] = details.keyFingerprint;
    if (details.verifyState != VerifyState::None)
        object["verification"] = {{"state", toString(details.verifyState)}, {"upid", content.manifest->verifyUpid}};
    return object;
}

void addRows()
{
    QTest::addColumn<QByteArray>("name");
    for (const std::string &name : namesOfStores())
        QTest::newRow(name.c_str()) << QByteArray::fromStdString(name);
}

} // namespace

/// What a scan says of datastores equals what a real server's API says of them.
class TestScanFixtures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namespaces_data() { addRows(); }
    void namespaces();
    void groups_data() { addRows(); }
    void groups();
    void snapshots_data() { addRows(); }
    void snapshots();
    void findings_data() { addRows(); }
    void findings();
};

void TestScanFixtures::initTestCase()
{
    if (namesOfStores().empty())
        QSKIP(test::skipReason);
}

void TestScanFixtures::namespaces()
{
    QFETCH(QByteArray, name);
    const auto store = loaded(name.toStdString());
    QVERIFY(store);
    std::set<std::string> theirs;
    std::set<std::string> ours;
    for (const json &ns : store->api.at("namespaces"))
        theirs.insert(ns.at("ns").get<std::string>());
    store->first.tree.forEachNamespace([&](const Namespace &ns) { ours.insert(ns.path.toString()); });
    QVERIFY(ours == theirs);
    qInfo("%s: %zu namespaces compared", name.constData(), theirs.size());
}

void TestScanFixtures::groups()
{
    QFETCH(QByteArray, name);
    const auto store = loaded(name.toStdString());
    QVERIFY(store);
    std::size_t compared = 0;
    for (const auto &[ns, content] : store->api.at("in").items()) {
        const auto found = store->first.tree.find(path(ns));
        QVERIFY(found);
        QCOMPARE(found->groups.size(), content.at("groups").size());
        for (json theirs : content.at("groups")) {
            const auto group = found->group(groupOf(theirs));
            QVERIFY(group);
            theirs.erase("files"); // of the newest snapshot: compared with the snapshots
            if (theirs.contains("comment"))
                theirs["comment"] = withoutLineBreak(theirs["comment"]);
            QCOMPARE(groupJson(*group).dump(), theirs.dump());
            ++compared;
        }
    }
    qInfo("%s: %zu groups compared", name.constData(), compared);
}

void TestScanFixtures::snapshots()
{
    QFETCH(QByteArray, name);
    const auto store = loaded(name.toStdString());
    QVERIFY(store);
    std::size_t compared = 0;
    for (const auto &[ns, content] : store->api.at("in").items()) {
        QCOMPARE(store->second.tree.find(path(ns))->groups.size(), content.at("groups").size());
        std::size_t count = 0;
        for (const auto &group : store->second.tree.find(path(ns))->groups)
            count += group->snapshots.size();
        QCOMPARE(count, content.at("snapshots").size());
        for (json theirs : content.at("snapshots")) {
            const auto group = store->second.tree.find(path(ns), groupOf(theirs));
            QVERIFY(group && group->hasDetails());
            const auto epoch = [](const Snapshot &snapshot) { return snapshot.time.epoch(); };
            const auto at = std::ranges::find(group->snapshots, theirs.at("backup-time").get<std::int64_t>(), epoch);
            QVERIFY(at != group->snapshots.end());
            const SnapshotDetails &details = group->details.at(std::size_t(at - group->snapshots.begin()));
            const auto files = readSnapshot(store->store.root, path(ns), group->id, at->time).value();
            QCOMPARE(std::size_t{details.fileCount}, theirs.at("files").size());
            if (theirs.contains("comment"))
                theirs["comment"] = withoutLineBreak(theirs["comment"]);
            QCOMPARE(snapshotJson(*group, *at, details, files).dump(), theirs.dump());
            ++compared;
        }
    }
    qInfo("%s: %zu snapshots compared", name.constData(), compared);
}

/// A server's own stores have nothing wrong but what somebody meant: empty namespaces.
void TestScanFixtures::findings()
{
    QFETCH(QByteArray, name);
    const auto store = loaded(name.toStdString());
    QVERIFY(store);
    for (const ScanResult *pass : {&store->first, &store->second}) {
        for (const Finding &finding : pass->findings) {
            const auto ns = store->first.tree.find(finding.ns);
            const bool isEmpty = finding.kind == Finding::Kind::NamespaceEmpty && ns && ns->groupsBelow == 0;
            const bool repeats = finding.kind == Finding::Kind::NamespaceRepeatsParent && finding.ns.name() == finding.ns.parent().name();
            const bool unfinished = finding.kind == Finding::Kind::SnapshotUnfinished;
            QVERIFY2(isEmpty || repeats || unfinished, std::format("{} {}", findingName(finding.kind), finding.path).c_str());
        }
    }
    qInfo("%s: %zu findings", name.constData(), store->first.findings.size() + store->second.findings.size());
}

QTEST_GUILESS_MAIN(TestScanFixtures)
#include "tst_scanfixtures.moc"
