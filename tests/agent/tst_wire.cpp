// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shape.h"

#include "core/datastore/scan.h"
#include "core/demo/demo.h"
#include "core/fs/memory.h"
#include "core/wire/frames.h"
#include "core/wire/requests.h"

#include <QFile>
#include <QTest>

#include <random>

using namespace espalier;
using namespace espalier::wire;

namespace {

constexpr const char *root = "/demo/site-a";

ScanResult scannedDemo()
{
    const auto files = fs::MemoryFileSystem::create(0, 0);
    files->makeDirectories("/demo");
    (void)writeDemo(*files, "/demo");
    return scan(files->open(root).value()).value();
}

Tree detailedDemo()
{
    const auto files = fs::MemoryFileSystem::create(0, 0);
    files->makeDirectories("/demo");
    (void)writeDemo(*files, "/demo");
    const auto directory = files->open(root).value();
    return readAllDetails(directory, scan(directory).value().tree).value().tree;
}

/// Cuts @p bytes into pieces of random sizes and reads them as frames.
Result<std::vector<Frame>> framesIn(std::string_view bytes, std::mt19937 &random)
{
    FrameReader reader;
    std::vector<Frame> frames;
    while (!bytes.empty()) {
        const std::size_t size = std::min<std::size_t>(bytes.size(), 1 + random() % 100);
        reader.add(bytes.substr(0, size));
        bytes.remove_prefix(size);
        while (true) {
            auto frame = reader.next();
            if (!frame)
                return failWith(frame);
            if (!*frame)
                break;
            frames.push_back(**frame);
        }
    }
    return frames;
}

std::string protocolShape()
{
    std::string text = "protocol " + std::to_string(protocolVersion) + "\nhello " + test::Shape::of<Hello>() + '\n';
    const auto add = [&]<typename Request>(const Request *) {
        text
            += std::string(Request::name) + ' ' + test::Shape::of<Request>() + " -> " + test::Shape::of<Result<typename Request::Answer>>();
        if constexpr (!std::is_void_v<typename Request::Progress>)
            text += " ~ " + test::Shape::of<typename Request::Progress>();
        text += '\n';
    };
    [&]<typename... Each>(const std::tuple<Each...> *) {
        (add(static_cast<const Each *>(nullptr)), ...);
    }(static_cast<const Requests *>(nullptr));
    return text;
}

} // namespace

class TestWire : public QObject
{
    Q_OBJECT

private slots:
    void framesComeBack()
    {
        std::mt19937 random(1);
        std::vector<Frame> frames;
        std::string bytes;
        for (int i = 0; i < 50; ++i) {
            Frame frame{FrameKind(random() % 5), random() % 2 == 0, static_cast<std::uint32_t>(random()), std::string(random() % 300, 'x')};
            bytes += encoded(frame);
            frames.push_back(std::move(frame));
        }
        const auto read = framesIn(bytes, random);
        QVERIFY(read);
        QCOMPARE(*read, frames);
    }

    void whatBreaksALimitIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("too long") << QByteArray("\x01\x00\x04\x00\x00\x00\x00\x00\x00\x01\x00\x00", 12);
        QTest::newRow("very long") << QByteArray("\xFF\xFF\xFF\xFF\x00\x00\x00\x00\x00\x01\x00\x00", 12);
        QTest::newRow("unknown kind") << QByteArray("\x00\x00\x00\x00\x00\x00\x00\x00\x07\x01\x00\x00", 12);
        QTest::newRow("neither first nor last") << QByteArray("\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x00", 12);
        QTest::newRow("reserved") << QByteArray("\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01\x00\x01", 12);
    }

    void whatBreaksALimitIsRefused()
    {
        QFETCH(QByteArray, bytes);
        FrameReader reader;
        reader.add({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        const auto frame = reader.next();
        QVERIFY(!frame);
        QCOMPARE(frame.error().id, MessageId::AgentRequestBad);
    }

    void messagesComeBackThoughTheyAlternate()
    {
        const Message first{FrameKind::Request, 1, std::string(3 * maxPayload + 1, 'a'), std::string(maxPayload + 7, 'd')};
        const Message second{FrameKind::Answer, 2, "text", {}};
        const auto one = framesOf(first);
        const auto two = framesOf(second);
        QCOMPARE(one.size(), std::size_t{6});
        QCOMPARE(two.size(), std::size_t{1});
        MessageReader reader;
        std::vector<Message> read;
        for (std::size_t i = 0; i < one.size(); ++i) {
            for (const Frame &frame : i == 2 ? std::vector{one[i], two[0]} : std::vector{one[i]}) {
                auto message = reader.add(frame);
                QVERIFY(message);
                if (*message)
                    read.push_back(**message);
            }
        }
        QCOMPARE(read.size(), std::size_t{2});
        QCOMPARE(read[0].text, second.text);
        QCOMPARE(read[1].text, first.text);
        QCOMPARE(read[1].data, first.data);
        QCOMPARE(read[1].kind, FrameKind::Request);
    }

    void tooManyMessagesAtOnceAreRefused()
    {
        MessageReader reader;
        std::uint32_t id = 0;
        for (; id < maxOpenMessages; ++id)
            QVERIFY(reader.add({FrameKind::Request, false, id, "x"}));
        QVERIFY(!reader.add({FrameKind::Request, false, id, "x"}));
    }

    void tooLongMessagesAreRefused()
    {
        MessageReader reader;
        Frame frame{FrameKind::Data, false, 1, std::string(maxPayload, 'x')};
        for (std::size_t size = 0; size < maxMessage; size += maxPayload)
            QVERIFY(reader.add(frame));
        QVERIFY(!reader.add(frame));
    }

    void treesComeBack()
    {
        for (const Tree &tree : {scannedDemo().tree, detailedDemo()}) {
            const std::string bytes = encoded(tree);
            const auto read = decodedTree(bytes);
            QVERIFY(read);
            QCOMPARE(encoded(*read), bytes);
            QCOMPARE(read->root().snapshotsBelow, tree.root().snapshotsBelow);
            QCOMPARE(read->root().groupsBelow, tree.root().groupsBelow);
            QCOMPARE(read->root().namespacesBelow, tree.root().namespacesBelow);
            tree.forEachNamespace([&](const Namespace &ns) {
                const auto same = read->find(ns.path);
                QVERIFY(same);
                for (const auto &group : ns.groups) {
                    const auto twin = same->group(group->id);
                    QVERIFY(twin);
                    QCOMPARE(twin->owner, group->owner);
                    QCOMPARE(twin->comment, group->comment);
                    QCOMPARE(twin->inode, group->inode);
                    QCOMPARE(twin->totalSize(), group->totalSize());
                    QCOMPARE(twin->snapshots.size(), group->snapshots.size());
                    for (std::size_t i = 0; i < group->snapshots.size(); ++i) {
                        QCOMPARE(twin->snapshots[i].time, group->snapshots[i].time);
                        QCOMPARE(twin->snapshots[i].finished, group->snapshots[i].finished);
                        QCOMPARE(twin->snapshots[i].isProtected, group->snapshots[i].isProtected);
                    }
                }
            });
        }
    }

    /// A snapshot is 16 bytes in memory; on the wire it must not be more.
    void treesAreSmall()
    {
        const Tree tree = scannedDemo().tree;
        const std::size_t names = tree.root().groupsBelow * 60 + tree.root().namespacesBelow * 20;
        QVERIFY2(encoded(tree).size() < tree.root().snapshotsBelow * 6 + names, std::to_string(encoded(tree).size()).c_str());
    }

    void namesThatRollOverComeBack()
    {
        Group group{.id = GroupId::fromString("vm/100").value()};
        for (const char *name : {"2026-02-28T00:00:00Z", "2026-02-31T00:00:00Z", "2026-04-01T00:00:00Z"})
            group.snapshots.push_back({SnapshotTime::fromString(name).value(), true, false});
        const auto read = decodedGroup(encoded(group));
        QVERIFY(read);
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE((*read)->snapshots[i].time, group.snapshots[i].time);
    }

    /// Whatever is cut off or changed: an error, or a tree; never anything else.
    void damagedTreesAreRefused()
    {
        const std::string bytes = encoded(detailedDemo());
        for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 50)
            QVERIFY(!decodedTree(std::string_view(bytes).substr(0, size)));
        QVERIFY(!decodedTree(bytes + 'x'));
        std::mt19937 random(7);
        for (int i = 0; i < 2000; ++i) {
            std::string changed = bytes;
            for (int j = 0; j < 3; ++j)
                changed[random() % changed.size()] = static_cast<char>(random());
            if (const auto read = decodedTree(changed))
                (void)encoded(*read);
        }
    }

    void sharedThingsTravelOnce()
    {
        const auto rule = std::make_shared<PruneRule>(PruneRule{.keep = {.last = 3}, .zone = TimeZone::named("Europe/Vienna").value()});
        Plan plan;
        for (int i = 0; i < 100; ++i) {
            Step step;
            step.change
                = RemoveSnapshots{.ns = {}, .group = GroupId::make(BackupType::Vm, std::to_string(i)).value(), .times = {}, .rule = rule};
            plan.steps.push_back(std::move(step));
        }
        const Encoded encoded = wire::Writer::encoded(plan);
        QVERIFY2(encoded.text.size() < 60'000, std::to_string(encoded.text.size()).c_str());
        const auto read = Reader::decoded<Plan>(encoded.text, encoded.data);
        QVERIFY(read);
        const auto &first = std::get<RemoveSnapshots>(read->steps.front().change);
        QCOMPARE(std::get<RemoveSnapshots>(read->steps.back().change).rule, first.rule);
        QCOMPARE(first.rule->keep.last, std::optional<std::uint64_t>(3));
        for (std::int64_t time = 0; time < 2'000'000'000; time += 3'333'333)
            QCOMPARE(first.rule->zone.at(time).offset, rule->zone.at(time).offset);
    }

    void textThatIsNoneComesBack()
    {
        const std::string bytes("\xFF\x00\x80 any bytes", 13);
        const Encoded encoded = wire::Writer::encoded(bytes);
        QCOMPARE(Reader::decoded<std::string>(encoded.text, encoded.data).value(), bytes);
    }

    void wrongValuesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("missing member") << QByteArray(R"({"value":{"ns":""}})");
        QTest::newRow("wrong type") << QByteArray(R"({"value":{"ns":"","group":7,"time":""}})");
        QTest::newRow("a path outside") << QByteArray(R"({"value":{"ns":"../x","group":"vm/1"}})");
        QTest::newRow("a group outside") << QByteArray(R"({"value":{"ns":"","group":"vm/../.."}})");
        QTest::newRow("data outside") << QByteArray(R"({"value":{"ns":{"data":[0,1]},"group":"vm/1"}})");
    }

    void wrongValuesAreRefused()
    {
        QFETCH(QByteArray, text);
        const auto read = Reader::decoded<NotesRequest>({text.constData(), static_cast<std::size_t>(text.size())}, {});
        QVERIFY(!read);
        QCOMPARE(read.error().id, MessageId::AgentRequestBad);
    }

    void deepPlansAreRefused()
    {
        std::string text = R"({"change":[0,{"ns":""}],"verdict":{"level":0,"reason":null,"cures":[]},"group":null,"parts":[)";
        std::string all;
        for (int i = 0; i < 500; ++i)
            all += text;
        for (int i = 0; i < 500; ++i)
            all += "]}";
        QVERIFY(!Reader::decoded<Plan>(R"({"value":{"steps":[)" + all + "]}}", {}));
    }

    /// Who changes what goes over a connection has to raise protocolVersion, and to write the new shape there.
    void theShapeBelongsToTheVersion()
    {
        QFile file(QStringLiteral(ESPALIER_SOURCE_DIR "/tests/data/protocol.txt"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string shape = protocolShape();
        if (file.readAll().toStdString() != shape) {
            QFile found(QStringLiteral(ESPALIER_BINARY_DIR "/protocol.txt"));
            QVERIFY(found.open(QIODevice::WriteOnly) && found.write(shape.data(), qint64(shape.size())) == qint64(shape.size()));
            QFAIL("The protocol is another one; its shape is in protocol.txt of the build directory.");
        }
    }
};

QTEST_GUILESS_MAIN(TestWire)

#include "tst_wire.moc"
