// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/detailspane.h"
#include "app/highlighting.h"
#include "app/timeline.h"
#include "treebackend.h"

#include <KSyntaxHighlighting/SyntaxHighlighter>

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QTreeWidget>

#include <memory>

using namespace espalier;
using namespace espalier::test;

namespace {

Tree paneTree()
{
    return TreeBuilder()
        .add("", makeGroup("vm/100", 3, "backup@pbs", "web server"))
        .add("", makeGroup("ct/200", 1))
        .addNamespace("sites/graz")
        .build();
}

SnapshotContent contentOf(const SnapshotTime &time)
{
    SnapshotContent content;
    Manifest manifest;
    manifest.notes = "notes of " + time.toString();
    manifest.json = "{\"backup-time\":1,\"files\":[]}";
    content.manifest = manifest;
    SnapshotFile missing{"gone.img.fidx", 4096, CryptMode::Encrypt, true, false};
    content.files
        = {{"index.json.blob", 300, std::nullopt, false, true}, {"drive.img.fidx", 4194304, CryptMode::Encrypt, true, true}, missing};
    return content;
}

} // namespace

class tst_DetailsPane : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void emptyWithoutItem();
    void namespaceAndStore();
    void groupWithNotes();
    void snapshotWithFilesAndManifest();
    void lateAnswersAreIgnored();
    void unreadableManifestTellsWhy();
    void longManifestIsCut();
    void followsTheStore();
    void arrivingGroupIsReadWhereItIs();
    void goneItemAndStore();
    void timelineByKeyboard();

private:
    template<typename T = QLabel>
    T *child(const char *name) const
    {
        return m_pane->findChild<QStackedWidget *>()->currentWidget()->findChild<T *>(QLatin1StringView(name));
    }
    QString text(const char *label) const { return child(label)->text(); }
    ItemRef groupAt(std::string_view path, std::string_view id) const { return groupItem(m_store->store.get(), ns(path), group(id)); }
    ItemRef snapshotAt(std::string_view time) const;

    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<DetailsPane> m_pane;
};

void tst_DetailsPane::init()
{
    m_store = std::make_unique<TestStore>(paneTree());
    m_store->backend->contentOf = contentOf;
    m_store->store->load();
    QTRY_COMPARE(m_store->store->loadState(), OpenStore::LoadState::Ready);
    m_pane = std::make_unique<DetailsPane>();
    m_pane->resize(360, 600);
    m_pane->show();
}

void tst_DetailsPane::cleanup()
{
    m_pane.reset();
    m_store.reset();
}

ItemRef tst_DetailsPane::snapshotAt(std::string_view time) const
{
    ItemRef item = groupAt("", "vm/100");
    item.kind = ItemKind::Snapshot;
    item.time = snapshotTime(time);
    return item;
}

void tst_DetailsPane::emptyWithoutItem()
{
    m_pane->show(std::nullopt);
    QVERIFY(!text("emptyLabel").isEmpty());
}

void tst_DetailsPane::namespaceAndStore()
{
    m_pane->show(storeItem(m_store->store.get()));
    QCOMPARE(text("titleLabel"), QStringLiteral("alpha"));
    QCOMPARE(text("pathLabel"), QStringLiteral("/mnt/alpha"));
    QCOMPARE(text("namespacesLabel"), QStringLiteral("2"));
    QCOMPARE(text("snapshotsLabel"), QStringLiteral("4"));
    QVERIFY(text("stateLabel").contains(QStringLiteral("ext4")));

    m_pane->show(namespaceItem(m_store->store.get(), ns("sites/graz")));
    QCOMPARE(text("titleLabel"), QStringLiteral("graz"));
    QVERIFY(text("levelLabel").contains(QLatin1Char('2')) && text("levelLabel").contains(QLatin1Char('7')));
}

void tst_DetailsPane::groupWithNotes()
{
    m_pane->show(groupAt("", "vm/100"));
    QVERIFY(text("titleLabel").contains(QStringLiteral("web server")));
    QCOMPARE(text("ownerLabel"), QStringLiteral("backup@pbs"));
    QTRY_COMPARE(child<QPlainTextEdit>("notesEdit")->toPlainText(), QStringLiteral("notes of vm/100 in "));
    QTRY_VERIFY(text("verifiedLabel").contains(QStringLiteral("verified"))); // the details that were asked for
    QVERIFY(text("sizeLabel").contains(QLatin1Char('2')));
}

void tst_DetailsPane::snapshotWithFilesAndManifest()
{
    m_pane->show(snapshotAt("2025-01-02T00:00:00Z"));
    auto *files = child<QTreeWidget>("filesTree");
    QTRY_COMPARE(files->topLevelItemCount(), 3);
    QCOMPARE(files->topLevelItem(1)->text(0), QStringLiteral("drive.img.fidx"));
    QCOMPARE(files->topLevelItem(1)->text(1), QStringLiteral("4.0 MiB"));
    QVERIFY(!files->topLevelItem(1)->text(2).isEmpty());
    QVERIFY(!files->topLevelItem(2)->toolTip(0).isEmpty());
    QCOMPARE(child<QPlainTextEdit>("notesEdit")->toPlainText(), QStringLiteral("notes of 2025-01-02T00:00:00Z"));

    const auto *manifest = child<QPlainTextEdit>("manifestEdit");
    QVERIFY(manifest->blockCount() > 2); // one line as stored, several to read
    const auto *highlighter = manifest->document()->findChild<KSyntaxHighlighting::SyntaxHighlighter *>();
    QVERIFY(highlighter);
    const QTextBlock key = manifest->document()->findBlockByNumber(1);
    QTRY_VERIFY(!key.layout()->formats().isEmpty());
}

void tst_DetailsPane::lateAnswersAreIgnored()
{
    m_store->backend->holdAnswers = true;
    m_pane->show(snapshotAt("2025-01-01T00:00:00Z"));
    m_pane->show(snapshotAt("2025-01-03T00:00:00Z"));
    QCOMPARE(m_store->backend->held.size(), std::size_t(2));
    m_store->backend->held.at(1)();
    auto *notes = child<QPlainTextEdit>("notesEdit");
    QTRY_COMPARE(notes->toPlainText(), QStringLiteral("notes of 2025-01-03T00:00:00Z"));
    m_store->backend->held.at(0)(); // the older question is answered last
    QTest::qWait(50);
    QCOMPARE(notes->toPlainText(), QStringLiteral("notes of 2025-01-03T00:00:00Z"));
    QCOMPARE(child<QTreeWidget>("filesTree")->topLevelItemCount(), 3);
}

void tst_DetailsPane::unreadableManifestTellsWhy()
{
    m_store->backend->contentOf = [](const SnapshotTime &) {
        SnapshotContent content;
        content.manifestError = Error{Error::Kind::Damaged, MessageId::ManifestDamaged, {"index.json.blob", "12", "JSON"}};
        return content;
    };
    m_pane->show(snapshotAt("2025-01-01T00:00:00Z"));
    auto *manifest = child<QPlainTextEdit>("manifestEdit");
    QTRY_VERIFY(manifest->placeholderText().contains(QStringLiteral("index.json.blob")));
    QVERIFY(manifest->toPlainText().isEmpty());
}

void tst_DetailsPane::longManifestIsCut()
{
    m_store->backend->contentOf = [](const SnapshotTime &) {
        SnapshotContent content;
        content.manifest = Manifest();
        content.manifest->json = std::string(std::size_t(previewLimit) + 10, ' ');
        return content;
    };
    m_pane->show(snapshotAt("2025-01-01T00:00:00Z"));
    QTRY_COMPARE(child<QPlainTextEdit>("manifestEdit")->toPlainText().size(), previewLimit);
    QVERIFY(!child("manifestNotice")->isHidden());
}

void tst_DetailsPane::followsTheStore()
{
    m_pane->show(groupAt("", "ct/200"));
    QVERIFY(child("stateLabel")->isHidden());
    m_store->store->stageMoves({{{ns(""), group("ct/200")}}}, ns("sites/graz"));
    QVERIFY(text("stateLabel").contains(QStringLiteral("sites/graz")));
    m_store->store->undoStack()->undo();
    QVERIFY(child("stateLabel")->isHidden());
}

void tst_DetailsPane::arrivingGroupIsReadWhereItIs()
{
    m_store->store->stageMoves({{{ns(""), group("ct/200")}}}, ns("sites/graz"));
    m_pane->show(groupAt("sites/graz", "ct/200"));
    QTRY_COMPARE(child<QPlainTextEdit>("notesEdit")->toPlainText(), QStringLiteral("notes of ct/200 in "));
}

void tst_DetailsPane::goneItemAndStore()
{
    m_pane->show(groupAt("", "ct/200"));
    m_store->backend->tree = paneTree().withoutGroup({}, group("ct/200"));
    m_store->store->load();
    QTRY_VERIFY(child("emptyLabel"));
    m_pane->show(groupAt("", "vm/100"));
    QVERIFY(!child("emptyLabel"));
    m_store.reset();
    QVERIFY(child("emptyLabel"));
}

void tst_DetailsPane::timelineByKeyboard()
{
    m_pane->show(groupAt("", "vm/100"));
    auto *timeline = child<Timeline>("timeline");
    QSignalSpy revealed(m_pane.get(), &DetailsPane::revealRequested);
    QTest::keyClick(timeline, Qt::Key_Left); // the newest
    QCOMPARE(timeline->current(), std::optional(snapshotTime("2025-01-03T00:00:00Z")));
    QTest::keyClick(timeline, Qt::Key_Left);
    QTest::keyClick(timeline, Qt::Key_Left);
    QTest::keyClick(timeline, Qt::Key_Left);
    QCOMPARE(timeline->current(), std::optional(snapshotTime("2025-01-01T00:00:00Z")));
    QTest::keyClick(timeline, Qt::Key_Right);
    QVERIFY2(timeline->accessibleDescription().contains(QStringLiteral("2 of 3")), qPrintable(timeline->accessibleDescription()));
    QTest::keyClick(timeline, Qt::Key_Return);
    QCOMPARE(revealed.size(), 1);
    QCOMPARE(revealed.first().first().value<ItemRef>(), snapshotAt("2025-01-02T00:00:00Z"));

    QTest::mouseClick(timeline, Qt::LeftButton, {}, QPoint(timeline->positionOf(2) - 3, 20));
    QCOMPARE(timeline->current(), std::optional(snapshotTime("2025-01-03T00:00:00Z")));
    QCOMPARE(timeline->nearest(0), std::optional(std::size_t(0)));
}

QTEST_MAIN(tst_DetailsPane)
#include "tst_detailspane.moc"
