// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/scan.h"
#include "core/datastore/store.h"
#include "core/fs/actingas.h"
#include "core/fs/memory.h"
#include "core/fs/posix.h"
#include "core/pbs/datablob.h"
#include "core/pbs/indexfile.h"
#include "support/faultyfilesystem.h"
#include "support/storebuilder.h"

#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <filesystem>
#include <format>
#include <functional>

using namespace espalier;

namespace {

const std::string root = "/ds";
const std::string first = "2024-01-01T00:00:00Z";
const std::string second = "2024-01-02T00:00:00Z";

using Files = fs::MemoryFileSystem;
using Setup = std::function<void(Files &)>;

NamespacePath path(std::string_view text)
{
    return NamespacePath::fromString(text).value();
}

GroupId id(std::string_view text)
{
    return GroupId::fromString(text).value();
}

std::shared_ptr<Files> sample()
{
    auto files = Files::create();
    test::makeStore(*files, root);
    test::makeGroup(*files, root, "", "vm/100", {first, second});
    test::makeGroup(*files, root, "a", "ct/200", {first}, "admin@pbs!token", "\n Wiki \nmore");
    return files;
}

std::string fixedIndex(std::size_t chunks)
{
    IndexFile index;
    index.kind = IndexFile::Kind::Fixed;
    index.chunkSize = 4096;
    index.archiveSize = index.chunkSize * chunks;
    index.entries.resize(chunks);
    return writeIndex(index);
}

std::string dynamicIndex(std::size_t chunks)
{
    IndexFile index;
    index.kind = IndexFile::Kind::Dynamic;
    for (std::size_t i = 0; i < chunks; ++i)
        index.entries.push_back({(i + 1) * 100, Digest()});
    return writeIndex(index);
}

std::string textOf(const Finding &finding)
{
    std::string text = std::format("{} {}", findingName(finding.kind), finding.path);
    if (!finding.ns.isRoot())
        text += std::format(" in {}", finding.ns.toString());
    if (!finding.group.empty())
        text += std::format(" of {}", finding.group);
    for (const std::string &arg : finding.args)
        text += std::format(" [{}]", arg);
    return text;
}

QStringList textsOf(const std::vector<Finding> &findings)
{
    QStringList texts;
    for (const Finding &finding : findings)
        texts.append(QString::fromStdString(textOf(finding)));
    return texts;
}

std::shared_ptr<fs::Directory> opened(Files &files)
{
    return files.open(root).value();
}

ScanResult scanned(Files &files)
{
    return scan(opened(files)).value();
}

} // namespace

Q_DECLARE_METATYPE(Setup)

/// The scan: what it makes of a datastore, and what it finds wrong.
class TestScan : public QObject
{
    Q_OBJECT

private slots:
    void tree();
    void firstFindings_data();
    void firstFindings();
    void secondFindings_data();
    void secondFindings();
    void everyKindIsTested();
    void details();
    void onlyTopmostOwners();
    void emptyNamespaces();
    void manyGroups_data();
    void manyGroups();
    void vanished();
    void rescanning();
    void rescanningNew();
    void oneGroup();
    void snapshotContent();
    void groupNotes();
    void stopping();
    void progress();
    void unreadable();
    void rootUnreadable();
};

void TestScan::tree()
{
    const auto files = sample();
    files->makeFile(root + "/" + test::groupPath("", "vm/100", second) + "/.protected", "");
    const ScanResult result = scanned(*files);
    QCOMPARE(textsOf(result.findings), QStringList());
    const auto vm = result.tree.find({}, id("vm/100"));
    QVERIFY(vm);
    QCOMPARE(vm->owner->toString(), std::string("backup@pbs"));
    QCOMPARE(vm->snapshots.size(), std::size_t{2});
    QCOMPARE(vm->snapshots.at(0).time.toString(), first);
    QVERIFY(vm->snapshots.at(0).finished);
    QVERIFY(!vm->snapshots.at(0).isProtected);
    QVERIFY(vm->snapshots.at(1).isProtected);
    QVERIFY(vm->listable);
    QVERIFY(!vm->hasForeignEntries);
    QVERIFY(vm->inode != 0);
    QVERIFY(!vm->hasDetails());
    const auto ct = result.tree.find(path("a"), id("ct/200"));
    QCOMPARE(ct->owner->toString(), std::string("admin@pbs!token"));
    QCOMPARE(ct->comment, std::string());
    QCOMPARE(result.tree.root().snapshotsBelow, std::size_t{3});
    QCOMPARE(result.tree.root().namespacesBelow, std::size_t{1});
}

void TestScan::firstFindings_data()
{
    QTest::addColumn<Setup>("setup");
    QTest::addColumn<QStringList>("expected");

    const auto row = [](const char *name, Setup setup, std::vector<std::string> expected) {
        QStringList texts;
        for (const std::string &text : expected)
            texts.append(QString::fromStdString(text));
        QTest::newRow(name) << std::move(setup) << texts;
    };
    const auto directory = [](std::string below, std::uint32_t mode = 0755) {
        return [=](Files &files) { files.makeDirectories(root + "/" + below, mode); };
    };
    const auto file
        = [](std::string below, std::uint32_t mode = 0644) { return [=](Files &files) { files.makeFile(root + "/" + below, "x", mode); }; };
    const auto link = [](std::string below) { return [=](Files &files) { files.makeSymlink(root + "/" + below, "/ds/vm"); }; };
    const auto all = [](std::vector<Setup> setups) {
        return [=](Files &files) {
            for (const Setup &setup : setups)
                setup(files);
        };
    };

    row("nothing wrong", [](Files &) {}, {});
    row("what belongs into the root",
        all({file(".gc-status"), directory(".tmp/x"), directory("tmp_AbC123"), directory("lost+found"), file(".espalier-demo")}), {});

    row("file in the root", file("readme.txt"), {"ForeignFile readme.txt"});
    row("directory in the root", directory("backup"), {"ForeignDirectory backup"});
    row("hidden directory in the root", directory(".Trash"), {"ForeignDirectory .Trash"});
    row("temporary file in the root", file(".gc-status.tmp_AbC123"), {"TemporaryFile .gc-status.tmp_AbC123"});
    row("lost+found elsewhere", directory("ns/a/lost+found"), {"ForeignDirectory ns/a/lost+found in a"});
    row("file in a namespace", file("ns/a/.DS_Store"), {"ForeignFile ns/a/.DS_Store in a"});
    row("type directory that is a file", file("ns/a/vm"), {"ForeignFile ns/a/vm in a"});
    row("type directory that is a link", link("ns/a/vm"), {"SymbolicLink ns/a/vm in a"});
    row("namespace that is a link", link("ns/b"), {"SymbolicLink ns/b"});
    row("group that is a link", link("vm/200"), {"SymbolicLink vm/200"});
    row("snapshot that is a link", link("vm/100/2024-01-03T00:00:00Z"), {"SymbolicLink vm/100/2024-01-03T00:00:00Z of vm/100"});
    row("file below ns", file("ns/note"), {"ForeignFile ns/note"});
    row("type directory in capitals", directory("VM"), {"ForeignDirectory VM"});

    row("illegal name", directory("ns/foo bar"), {"IllegalNamespaceName ns/foo bar"});
    row("hidden name", directory("ns/a/ns/.staging"), {"IllegalNamespaceName ns/a/ns/.staging in a"});
    row("too deep", directory("ns/1/ns/2/ns/3/ns/4/ns/5/ns/6/ns/7/ns/8"),
        {"NamespaceTooDeep ns/1/ns/2/ns/3/ns/4/ns/5/ns/6/ns/7/ns/8 in 1/2/3/4/5/6/7"});
    row("empty namespace", directory("ns/b"), {"NamespaceEmpty ns/b in b"});
    row("a chain of empty ones", directory("ns/b/ns/c/vm"), {"NamespaceEmpty ns/b in b"});
    row("a name repeated", [](Files &files) { test::makeGroup(files, root, "a/a", "vm/1", {first}); },
        {"NamespaceRepeatsParent ns/a/ns/a in a/a"});

    row("no owner", [](Files &files) { files.removeTree(root + "/vm/100/owner"); }, {"GroupWithoutOwner vm/100 of vm/100"});
    row("bad owner",
        [](Files &files) {
            files.removeTree(root + "/vm/100/owner");
            files.makeFile(root + "/vm/100/owner", "somebody\n");
        },
        {"GroupWithoutOwner vm/100 of vm/100"});
    row("owner that is a link",
        [](Files &files) {
            files.removeTree(root + "/vm/100/owner");
            files.makeSymlink(root + "/vm/100/owner", "/etc/passwd");
        },
        {"GroupWithoutOwner vm/100 of vm/100", "SymbolicLink vm/100/owner of vm/100"});
    row("empty group", [](Files &files) { test::makeGroup(files, root, "", "vm/7", {}); }, {"GroupEmpty vm/7 of vm/7"});
    row("no backup id", directory("vm/foo bar"), {"GroupInvisible vm/foo bar"});
    row("nested group", all({directory("vm/100/100/" + first), file("vm/100/100/owner")}), {"NestedGroup vm/100/100 of vm/100"});
    row("nested group with an owner only", file("vm/100/100/owner"), {"NestedGroup vm/100/100 of vm/100"});
    row("another directory in a group", directory("vm/100/stuff"), {"ForeignDirectory vm/100/stuff of vm/100"});
    row("litter in a group", file("vm/100/.directory"), {"ForeignFile vm/100/.directory of vm/100"});
    row("leftover of notes", file("vm/100/notes.tmp_x1Y2z3"), {"TemporaryFile vm/100/notes.tmp_x1Y2z3 of vm/100"});
    row("leftover of old notes", file("vm/100/.tmp_x1Y2z3"), {"TemporaryFile vm/100/.tmp_x1Y2z3 of vm/100"});
    row("nearly a leftover", file("vm/100/notes.tmp_x1Y2z"), {"ForeignFile vm/100/notes.tmp_x1Y2z of vm/100"});
    row("snapshot among groups", directory("vm/" + first), {"SnapshotInTypeDirectory vm/" + first});

    row("impossible day", directory("vm/100/2023-12-32T00:00:00Z"), {"ImpossibleTime vm/100/2023-12-32T00:00:00Z of vm/100"});
    row("impossible month", directory("vm/100/2024-13-01T00:00:00Z"), {"ImpossibleTime vm/100/2024-13-01T00:00:00Z of vm/100"});
    row("rolled over", [](Files &files) { test::makeSnapshot(files, root, "", "vm/100", "2024-00-31T00:00:00Z"); }, {});
    row("duplicate",
        [](Files &files) {
            test::makeSnapshot(files, root, "", "vm/100", "2023-12-31T00:00:00Z");
            test::makeSnapshot(files, root, "", "vm/100", "2024-00-31T00:00:00Z");
        },
        {"DuplicateTime vm/100/2024-00-31T00:00:00Z of vm/100 [2023-12-31T00:00:00Z]"});
    row("unfinished", directory("vm/100/2024-01-03T00:00:00Z"), {"SnapshotUnfinished vm/100/2024-01-03T00:00:00Z of vm/100"});

    row("wrong owner of a namespace", [](Files &files) { files.changeOwner(root + "/ns/a", 0, 0); },
        {"WrongOwner ns/a in a [0:0] [34:34]"});
    row("wrong owner of a type directory", [](Files &files) { files.changeOwner(root + "/vm", 34, 0); }, {"WrongOwner vm [34:0] [34:34]"});
    row("wrong owner of ns", [](Files &files) { files.changeOwner(root + "/ns", 1000, 34); }, {"WrongOwner ns [1000:34] [34:34]"});
    row("wrong owner of a group", [](Files &files) { files.changeOwner(root + "/vm/100", 0, 0); },
        {"WrongOwner vm/100 of vm/100 [0:0] [34:34]"});
    row("another owner of the root",
        [](Files &files) {
            for (const char *below : {"", "/vm", "/vm/100", "/ns", "/ns/a", "/ns/a/ct", "/ns/a/ct/200"})
                files.changeOwner(root + below, 1000, 1000);
        },
        {});
    row("wrong mode", [](Files &files) { files.changeMode(root + "/ns/a/ct", 0700); }, {"WrongMode ns/a/ct in a [0700] [0755]"});
    row("set-group-id is harmless", [](Files &files) { files.changeMode(root + "/ns/a/ct", 02755); }, {});

    const std::string longId(250, 'x');
    row("lock name too long", [longId](Files &files) { test::makeGroup(files, root, "", "vm/" + longId, {first}); },
        {"LockNameTooLong vm/" + longId + " of vm/" + longId});
    row("lock name collides", [](Files &files) { test::makeGroup(files, root, "vm-100", "ct/1", {first}); },
        {"LockNameCollides ns/vm-100 in vm-100 [vm/100]"});
    row("lock name collides deeper is none", [](Files &files) { test::makeGroup(files, root, "a/vm-100", "ct/1", {first}); }, {});
    row("move journal", [](Files &files) { test::makeGroup(files, root, "move-journal", "ct/1", {first}); },
        {"LockNameCollides ns/move-journal in move-journal [move-journal]"});
}

void TestScan::firstFindings()
{
    QFETCH(Setup, setup);
    QFETCH(QStringList, expected);
    const auto files = sample();
    setup(*files);
    QCOMPARE(textsOf(scanned(*files).findings), expected);
}

void TestScan::secondFindings_data()
{
    QTest::addColumn<Setup>("setup");
    QTest::addColumn<QStringList>("expected");

    const std::string snapshot = "vm/100/" + first;
    const auto row = [&](const char *name, const std::string &file, const std::string &content, const char *finding) {
        const std::string below = snapshot + "/" + file;
        QStringList expected;
        if (*finding)
            expected.append(QString::fromStdString(std::format("{} {}", finding, below)));
        QTest::newRow(name) << Setup([=](Files &files) {
            files.removeTree(root + "/" + below);
            files.makeFile(root + "/" + below, content);
        }) << expected;
    };
    const auto other = [&](const char *name, Setup setup, const std::string &expected) {
        QTest::newRow(name) << std::move(setup) << QStringList{QString::fromStdString(expected)};
    };
    const std::string two = fixedIndex(2);
    const std::string dynamic = dynamicIndex(2);

    row("client log", "client.log.blob", "anything", "");
    row("protected", ".protected", "", "");
    row("index writer", "drive-scsi0.img.tmp_fidx", "", "TemporaryFile");
    row("index writer, dynamic", "root.pxar.tmp_didx", "", "TemporaryFile");
    row("older atomic replace", "index.json.tmp_AbC123", "", "TemporaryFile");
    row("newer atomic replace", "index.json.blob.tmp_AbC123", "", "TemporaryFile");
    row("pull", "drive-scsi0.img.tmp", "", "TemporaryFile");
    row("decrypting pull", "drive-scsi0.img.tmpdec", "", "TemporaryFile");
    row("litter", "Thumbs.db", "", "ForeignFile");
    row("index in capitals", "x.FIDX", "", "ForeignFile");
    row("blob nobody knows", "extra.conf.blob", "x", "ForeignFile");
    row("damaged manifest", "index.json.blob", "garbage", "SnapshotManifestDamaged");
    row("no JSON", "index.json.blob", encodeBlob("[]"), "SnapshotManifestDamaged");
    other(
        "index of size zero", [=](Files &files) { files.makeFile(root + "/vm/100/" + first + "/x.fidx", ""); },
        "IndexPartial vm/100/" + first + "/x.fidx");
    other(
        "truncated index", [=](Files &files) { files.makeFile(root + "/vm/100/" + first + "/x.fidx", two.substr(0, two.size() - 32)); },
        "IndexPartial vm/100/" + first + "/x.fidx");
    other(
        "index of zeros", [=](Files &files) { files.makeFile(root + "/vm/100/" + first + "/x.fidx", std::string(4096 + 64, '\0')); },
        "IndexPartial vm/100/" + first + "/x.fidx");
    other(
        "truncated dynamic index",
        [=](Files &files) { files.makeFile(root + "/vm/100/" + first + "/x.didx", dynamic.substr(0, dynamic.size() - 1)); },
        "IndexPartial vm/100/" + first + "/x.didx");
    other(
        "index without entries", [=](Files &files) { files.makeFile(root + "/vm/100/" + first + "/x.didx", dynamic.substr(0, 4096)); },
        "IndexPartial vm/100/" + first + "/x.didx");
    other(
        "index of the other kind", [=](Files &files) { files.makeFile(root + "/vm/100/" + first + "/x.didx", two); },
        "IndexPartial vm/100/" + first + "/x.didx");
    other(
        "link", [=](Files &files) { files.makeSymlink(root + "/vm/100/" + first + "/y.fidx", "/etc/passwd"); },
        "SymbolicLink vm/100/" + first + "/y.fidx");
    other(
        "directory", [=](Files &files) { files.makeDirectories(root + "/vm/100/" + first + "/old"); },
        "ForeignDirectory vm/100/" + first + "/old");
    other("owner of a snapshot", [=](Files &files) { files.changeOwner(root + "/vm/100/" + first, 0, 0); }, "WrongOwner vm/100/" + first);
    other(
        "owner of a file", [=](Files &files) { files.changeOwner(root + "/vm/100/" + first + "/index.json.blob", 0, 0); },
        "WrongOwner vm/100/" + first + "/index.json.blob");
    other("mode of a snapshot", [=](Files &files) { files.changeMode(root + "/vm/100/" + first, 0700); }, "WrongMode vm/100/" + first);
    other(
        "mode of a file", [=](Files &files) { files.changeMode(root + "/vm/100/" + first + "/qemu-server.conf.blob", 0600); },
        "WrongMode vm/100/" + first + "/qemu-server.conf.blob");
}

void TestScan::secondFindings()
{
    QFETCH(Setup, setup);
    QFETCH(QStringList, expected);
    const auto files = sample();
    setup(*files);
    const auto directory = opened(*files);
    const ScanResult pass = readAllDetails(directory, scan(directory).value().tree).value();
    QStringList found;
    for (const Finding &finding : pass.findings) {
        QCOMPARE(finding.group, std::string("vm/100"));
        const QString text = QString::fromStdString(std::format("{} {}", findingName(finding.kind), finding.path));
        if (!(finding.kind == Finding::Kind::ForeignFile && text.endsWith(QStringLiteral("/x.fidx"))) // beside what is tested
            && !(finding.kind == Finding::Kind::ForeignFile && text.endsWith(QStringLiteral("/x.didx"))))
            found.append(text);
    }
    QCOMPARE(found, expected);
}

/// A new kind of finding needs a row above; Unreadable has a test of its own.
void TestScan::everyKindIsTested()
{
    QFile source(QStringLiteral(ESPALIER_SOURCE_DIR "/tests/core/tst_scan.cpp"));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QByteArray text = source.readAll();
    for (std::size_t kind = 0; kind < findingKindCount; ++kind) {
        const std::string_view name = findingName(static_cast<Finding::Kind>(kind));
        QVERIFY2(text.contains(QByteArray(name.data(), qsizetype(name.size())).prepend('"')), name.data());
    }
}

void TestScan::details()
{
    const auto files = sample();
    test::makeSnapshot(*files, root, "", "vm/100", "2024-01-03T00:00:00Z", "web-1\nsecond line");
    files->makeDirectories(root + "/vm/100/2024-01-04T00:00:00Z");
    const auto directory = opened(*files);
    const Tree tree = scan(directory).value().tree;
    const ScanResult pass = readAllDetails(directory, tree, {.threads = 2}).value();
    QCOMPARE(textsOf(pass.findings), QStringList());
    const auto group = pass.tree.find({}, id("vm/100"));
    QCOMPARE(group->details.size(), std::size_t{4});
    QVERIFY(group->details.at(2).manifestReadable);
    QCOMPARE(group->details.at(2).comment, std::string("web-1"));
    QCOMPARE(group->details.at(2).fileCount, 2u);
    QVERIFY(!group->details.at(3).manifestReadable);
    QCOMPARE(group->details.at(3).size, std::uint64_t{0});
    QCOMPARE(group->displayComment(), std::string("web-1"));
    QVERIFY(group->totalSize() > 0);
    QVERIFY(pass.tree.find(path("a"), id("ct/200"))->hasDetails());
    QVERIFY(!tree.find({}, id("vm/100"))->hasDetails());
    QCOMPARE(pass.tree.root().snapshotsBelow, tree.root().snapshotsBelow);

    std::vector<Finding> findings;
    const auto gone = readDetails(directory, path("b"), *group, findings);
    QCOMPARE(gone->details.size(), group->snapshots.size());
    QVERIFY(!gone->details.front().manifestReadable);
    QVERIFY(findings.empty());
}

/// A tree copied as root is one finding for each group, not one for each file.
void TestScan::onlyTopmostOwners()
{
    const auto files = sample();
    files->changeOwner(root + "/vm/100", 0, 0);
    for (const std::string &time : {first, second}) {
        for (const char *below : {"", "/index.json.blob", "/qemu-server.conf.blob"})
            files->changeOwner(root + "/vm/100/" + time + below, 0, 0);
    }
    const auto directory = opened(*files);
    const ScanResult pass = scan(directory).value();
    QCOMPARE(textsOf(pass.findings), QStringList(QStringLiteral("WrongOwner vm/100 of vm/100 [0:0] [34:34]")));
    QCOMPARE(textsOf(readAllDetails(directory, pass.tree).value().findings), QStringList());
    files->changeOwner(root + "/vm/100", 34, 34);
    QCOMPARE(readAllDetails(directory, pass.tree).value().findings.size(), std::size_t{2});
}

/// Groups far below make none of the namespaces above them empty.
void TestScan::emptyNamespaces()
{
    const auto files = sample();
    test::makeGroup(*files, root, "deep/b/c/d", "vm/1", {first});
    test::makeNamespace(*files, root, "deep/b/x/y");
    files->makeFile(root + "/ns/full/note", "x");
    QCOMPARE(
        textsOf(scanned(*files).findings),
        QStringList({QStringLiteral("NamespaceEmpty ns/deep/ns/b/ns/x in deep/b/x"), QStringLiteral("ForeignFile ns/full/note in full")}));
}

void TestScan::manyGroups_data()
{
    QTest::addColumn<unsigned>("threads");
    QTest::newRow("one") << 1u;
    QTest::newRow("four") << 4u;
    QTest::newRow("as many as there are") << 0u;
}

void TestScan::manyGroups()
{
    QFETCH(unsigned, threads);
    const auto files = Files::create();
    test::makeStore(*files, root);
    for (int ns = 0; ns < 6; ++ns) {
        for (int group = 0; group < 70; ++group)
            test::makeGroup(*files, root, ns == 0 ? "" : std::format("n{}/x", ns), std::format("vm/{}", group), {second, first});
    }
    const ScanResult result = scan(opened(*files), {.threads = threads}).value();
    QCOMPARE(textsOf(result.findings), QStringList());
    QCOMPARE(result.tree.root().groupsBelow, std::size_t{420});
    QCOMPARE(result.tree.root().snapshotsBelow, std::size_t{840});
    QCOMPARE(result.tree.root().namespacesBelow, std::size_t{10});
    const auto ns = result.tree.find(path("n3/x"));
    QVERIFY(std::ranges::is_sorted(ns->groups, {}, [](const auto &group) { return group->id; }));
    QCOMPARE(ns->groups.at(9)->snapshots.at(0).time.toString(), first);
}

void TestScan::vanished()
{
    const auto files = sample();
    const auto directory = opened(*files);
    const Tree before = scan(directory).value().tree;
    files->removeTree(root + "/ns/a");
    const ScanResult after = rescanNamespace(directory, before, path("a")).value();
    QVERIFY(!after.tree.find(path("a")));
    QCOMPARE(after.tree.root().groupsBelow, std::size_t{1});
    QVERIFY(after.findings.empty());
}

/// Groups are read afresh, children only where they are new.
void TestScan::rescanning()
{
    const auto files = sample();
    test::makeGroup(*files, root, "a/kept", "vm/1", {first});
    test::makeGroup(*files, root, "a/gone", "vm/1", {first});
    const auto directory = opened(*files);
    const Tree before = scan(directory).value().tree;
    files->removeTree(root + "/ns/a/ns/gone");
    test::makeGroup(*files, root, "a/new", "vm/1", {first});
    test::makeGroup(*files, root, "a/kept", "vm/2", {first});
    test::makeGroup(*files, root, "a", "vm/5", {first});
    test::makeGroup(*files, root, "", "vm/6", {first});
    const Tree after = rescanNamespace(directory, before, path("a")).value().tree;
    QVERIFY(after.find(path("a"), id("vm/5")));
    QVERIFY(after.find(path("a/new"), id("vm/1")));
    QVERIFY(!after.find(path("a/gone")));
    QCOMPARE(after.find(path("a/kept")), before.find(path("a/kept")));
    QVERIFY(!after.find({}, id("vm/6")));
    QCOMPARE(after.root().groupsBelow, std::size_t{5});

    const Tree root2 = rescanNamespace(directory, after, {}).value().tree;
    QVERIFY(root2.find({}, id("vm/6")));
    QCOMPARE(root2.find(path("a")), after.find(path("a")));
}

void TestScan::rescanningNew()
{
    const auto files = sample();
    const auto directory = opened(*files);
    const Tree before = scan(directory).value().tree;
    test::makeGroup(*files, root, "x/y/z", "vm/5", {first});
    const Tree after = rescanNamespace(directory, before, path("x/y/z")).value().tree;
    QVERIFY(after.find(path("x/y/z"), id("vm/5")));
    QVERIFY(after.find(path("a"), id("ct/200")));
}

void TestScan::oneGroup()
{
    const auto files = sample();
    files->makeFile(root + "/vm/100/.directory", "x");
    const auto directory = opened(*files);
    std::vector<Finding> findings;
    const auto group = scanGroup(directory, {}, id("vm/100"), findings);
    QVERIFY(group);
    QCOMPARE((*group)->snapshots.size(), std::size_t{2});
    QVERIFY((*group)->hasForeignEntries);
    QCOMPARE(textsOf(findings), QStringList(QStringLiteral("ForeignFile vm/100/.directory of vm/100")));
    const auto missing = scanGroup(directory, path("a"), id("vm/100"), findings);
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
}

void TestScan::snapshotContent()
{
    const auto files = sample();
    const std::string below = root + "/vm/100/" + first;
    files->makeFile(below + "/client.log.blob", "12345");
    files->makeFile(below + "/.protected", "");
    const auto time = SnapshotTime::fromString(first).value();
    const auto directory = opened(*files);
    const auto content = readSnapshot(directory, {}, id("vm/100"), time).value();
    QVERIFY(content.manifest);
    QVERIFY(!content.manifestError);
    QCOMPARE(content.files.size(), std::size_t{3});
    QCOMPARE(content.files.at(0).name, std::string("qemu-server.conf.blob"));
    QVERIFY(content.files.at(0).inManifest && content.files.at(0).onDisk);
    QCOMPARE(content.files.at(1).name, std::string("index.json.blob"));
    QCOMPARE(content.files.at(1).cryptMode, std::optional(CryptMode::None));
    QCOMPARE(content.files.at(2).name, std::string("client.log.blob"));
    QCOMPARE(content.files.at(2).size, std::uint64_t{5});
    QVERIFY(!content.files.at(2).cryptMode);

    files->removeTree(below + "/qemu-server.conf.blob");
    QVERIFY(!readSnapshot(directory, {}, id("vm/100"), time).value().files.at(0).onDisk);
    files->removeTree(below + "/index.json.blob");
    const auto unfinished = readSnapshot(directory, {}, id("vm/100"), time).value();
    QVERIFY(!unfinished.manifest);
    QCOMPARE(unfinished.manifestError->kind, Error::Kind::NotFound);
    QCOMPARE(unfinished.files.size(), std::size_t{1});
    QCOMPARE(readSnapshot(directory, path("a"), id("vm/100"), time).error().kind, Error::Kind::NotFound);
}

void TestScan::groupNotes()
{
    const auto files = sample();
    const auto directory = opened(*files);
    QCOMPARE(readGroupNotes(directory, path("a"), id("ct/200")).value(), std::string("\n Wiki \nmore"));
    QCOMPARE(readGroupNotes(directory, {}, id("vm/100")).value(), std::string());
    QCOMPARE(readGroupNotes(directory, {}, id("vm/101")).error().kind, Error::Kind::NotFound);
    files->makeFile(root + "/vm/100/notes",
                    "a\xff"
                    "b\xc3\xa4");
    QCOMPARE(readGroupNotes(directory, {}, id("vm/100")).value(),
             std::string("a\xef\xbf\xbd"
                         "b\xc3\xa4"));
    files->removeTree(root + "/vm/100/notes");
    files->makeFile(root + "/vm/100/notes", std::string(3'000'000, 'x'));
    QCOMPARE(readGroupNotes(directory, {}, id("vm/100")).value().size(), std::size_t{1024 * 1024});
    QCOMPARE(scanned(*files).findings.size(), std::size_t{0});
}

void TestScan::stopping()
{
    const auto files = sample();
    const auto directory = opened(*files);
    std::stop_source stop;
    stop.request_stop();
    const ScanOptions options{.threads = 2, .stop = stop.get_token()};
    const auto result = scan(directory, options);
    QCOMPARE(result.error().id, MessageId::ScanStopped);
    QCOMPARE(result.error().kind, Error::Kind::Stopped);
    const Tree tree = scanned(*files).tree;
    QCOMPARE(readAllDetails(directory, tree, options).error().id, MessageId::ScanStopped);
    std::vector<Finding> findings;
    QVERIFY(!readDetails(directory, {}, *tree.find({}, id("vm/100")), findings, stop.get_token())->hasDetails());
}

/// Stopped from within its own progress report, the scan ends early.
void TestScan::progress()
{
    const auto files = sample();
    std::atomic<int> inside = 0;
    std::stop_source stop;
    ScanProgress last;
    ScanOptions options{.threads = 4, .stop = stop.get_token()};
    options.progress = [&](const ScanProgress &now) {
        QCOMPARE(++inside, 1);
        last = now;
        --inside;
    };
    QVERIFY(scan(opened(*files), options));
    QCOMPARE(last.namespaces, std::size_t{1});
    QCOMPARE(last.groups, std::size_t{2});
    QCOMPARE(last.snapshots, std::size_t{3});
    options.progress = [&](const ScanProgress &) { stop.request_stop(); };
    QCOMPARE(scan(opened(*files), options).error().id, MessageId::ScanStopped);
}

void TestScan::unreadable()
{
    const QTemporaryDir folder;
    const std::string base = folder.path().toStdString();
    const std::uint32_t user = ::geteuid() == 0 ? 65534 : ::geteuid();
    const std::uint32_t group = ::geteuid() == 0 ? 65534 : ::getegid();
    const auto directory = [&](const char *name, std::uint32_t mode = 0755) { return test::Row{name, 'd', mode, user, group, {}}; };
    const auto file = [&](const char *name, const char *content, std::uint32_t mode = 0644) {
        return test::Row{name, 'f', mode, user, group, content};
    };
    test::loadRows(base,
                   {directory("ds"), directory("ds/.chunks"), file("ds/.lock", ""), directory("ds/ns"), directory("ds/ns/a", 0),
                    directory("ds/ns/b"), directory("ds/ns/b/ct", 0), directory("ds/vm"), directory("ds/vm/1", 0), directory("ds/vm/2"),
                    file("ds/vm/2/owner", "a@pbs\n", 0), directory("ds/vm/2/2024-01-01T00:00:00Z", 0), directory("ds/vm/3"),
                    file("ds/vm/3/owner", "a@pbs\n")});
    std::filesystem::permissions(base, std::filesystem::perms::owner_all | std::filesystem::perms::others_exec);
    auto acting = fs::ActingAs::user(user, group);
    QVERIFY(acting);
    const auto store = fs::posixFileSystem()->open(base + "/ds");
    QVERIFY(store);
    const auto result = scan(*store, {.threads = 1}); // only this thread acts
    acting->reset();
    for (const char *closed : {"ns/a", "ns/b/ct", "vm/1", "vm/2/2024-01-01T00:00:00Z"})
        std::filesystem::permissions(base + "/ds/" + closed, std::filesystem::perms::owner_all);
    QVERIFY(result);
    QStringList found;
    for (const Finding &finding : result->findings) {
        if (finding.kind == Finding::Kind::Unreadable) {
            found.append(QString::fromStdString(std::format("{} {}", findingName(finding.kind), finding.path)));
            QCOMPARE(finding.args, std::vector<std::string>{"Permission denied"});
        }
        QVERIFY(finding.kind != Finding::Kind::NamespaceEmpty);
    }
    QStringList expected;
    for (const char *text :
         {"Unreadable ns/a", "Unreadable ns/b/ct", "Unreadable vm/1", "Unreadable vm/2/2024-01-01T00:00:00Z", "Unreadable vm/2/owner"})
        expected.append(QString::fromLatin1(text));
    QCOMPARE(found, expected);
    QVERIFY(!result->tree.find(path("a"))->listable);
    QVERIFY(!result->tree.find(path("b"))->listable);
    QVERIFY(!result->tree.find({}, id("vm/1"))->listable);
    QVERIFY(!result->tree.find({}, id("vm/2"))->listable);
    QVERIFY(result->tree.find({}, id("vm/3"))->listable);
}

void TestScan::rootUnreadable()
{
    for (int call = 1; call <= 2; ++call) { // its status, its entries
        test::FaultyFileSystem files(sample(), {.at = call + 1});
        const auto result = scan(files.open(root).value());
        QVERIFY(!result);
        QCOMPARE(result.error().id, MessageId::FileOperationFailed);
    }
}

QTEST_GUILESS_MAIN(TestScan)
#include "tst_scan.moc"
