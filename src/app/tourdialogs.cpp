// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tourdialogs.h"

#include "app/changedialog.h"
#include "app/consequencespage.h"
#include "app/historydialog.h"
#include "app/mergedialog.h"
#include "app/recoverydialog.h"
#include "app/removaldialog.h"
#include "app/treeview.h"
#include "app/undodialog.h"
#include "core/fs/native.h"
#include "ui_mainwindow.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>

#include <type_traits>

namespace espalier {

namespace {

/// Moves a group behind the program's back.
Done moveDirectory(const OpenStore &store, const GroupId &group, const NamespacePath &from, const NamespacePath &to)
{
    const auto fileSystem = fs::nativeFileSystem();
    const auto typeDirectory = [&](const NamespacePath &ns) {
        const std::string inside = ns.isRoot() ? std::string() : ns.directoryForm() + "/";
        return fileSystem->open(store.place().path() + "/" + inside + std::string(toString(group.type())));
    };
    const auto source = typeDirectory(from);
    const auto target = typeDirectory(to);
    if (!source || !target)
        return source ? failWith(target) : failWith(source);
    return (*source)->renameNoReplace(group.id(), **target, group.id());
}

/// The journal of the last run; ids sort by time.
QString lastJournal(const OpenStore &store)
{
    const QDir directory(QString::fromStdString(store.state()->access.journalDirectory));
    const QStringList files = directory.entryList({QStringLiteral("*.jsonl")}, QDir::Files, QDir::Name);
    return files.isEmpty() ? QString() : directory.filePath(files.back());
}

/// Enters @p text in the dialog that @p action opens for @p item.
template<typename Edit>
bool pictureOfChange(TourScene &scene, const ItemRef &item, QAction *action, const char *text, const QString &name)
{
    scene.ui().tree->reveal(item);
    return scene.showDialog<ChangeDialog>(
        [&] {
            action->trigger();
            ChangeDialog *dialog = nullptr;
            if (!TourStage::waitFor([&] { return (dialog = scene.visibleChild<ChangeDialog>()) != nullptr; }))
                return;
            auto *edit = dialog->findChild<Edit *>();
            if constexpr (std::is_same_v<Edit, QLineEdit>)
                edit->setText(QString::fromUtf8(text));
            else
                edit->appendPlainText(QString::fromUtf8(text));
        },
        name);
}

/// Shows the page of what else is concerned while @p act runs, which begins when there is something in it.
template<typename Act>
bool withConsequences(TourScene &scene, Act act)
{
    auto *tabs = scene.ui().panePending->findChild<QTabWidget *>();
    auto *page = tabs->findChild<ConsequencesPage *>();
    const auto *list = page->findChild<QTreeWidget *>();
    tabs->setCurrentWidget(page);
    const bool done = TourStage::waitFor([list] { return list->topLevelItemCount() > 0; }) && act(*page);
    tabs->setCurrentIndex(0);
    return done;
}

/// A task of this process: a backup of vm/101 (locking-and-safety §7).
QByteArray runningBackup()
{
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (!stat.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = stat.readAll();
    const QByteArrayList fields = text.mid(text.lastIndexOf(')') + 2).split(' '); // the third one is the first of these
    const auto hex = [](qint64 number) { return QByteArray::number(number, 16).toUpper().rightJustified(8, '0'); };
    return "UPID:tour:" + hex(QCoreApplication::applicationPid()) + ':' + hex(fields.value(19).toLongLong())
        + ":0000002A:" + hex(QDateTime::currentSecsSinceEpoch()) + ":backup:site\\x2da\\x3avm-101:root@pam:\n";
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

} // namespace

bool moveGroups(TourScene &scene, std::size_t count)
{
    OpenStore *store = scene.store(0);
    const auto groups = TourScene::rootGroups(*store, count);
    const auto target = TourScene::freeTarget(*store, groups);
    if (!target)
        return false;
    scene.window().stores().setActive(store);
    store->stageMoves({groups, {}}, *target);
    return scene.apply({});
}

bool undoLastRun(TourScene &scene)
{
    bool isOver = false;
    OpenStore *store = scene.store(0);
    const auto connection = QObject::connect(store, &OpenStore::treeChanged, store, [&isOver] { isOver = true; });
    scene.ui().actionUndoRun->trigger();
    const bool done = TourStage::waitFor([&] { return scene.agree() && isOver && scene.isReady(store); });
    QObject::disconnect(connection);
    return done;
}

bool interruptLastRun(TourScene &scene)
{
    OpenStore *store = scene.store(0);
    const auto history = store->backend().history();
    if (!TourStage::waitFor([&] { return history.isFinished(); }) || !history.result() || history.result()->runs.empty())
        return false;
    const JournalRun run = history.result()->runs.front();
    const auto *last = std::get_if<RunMoveGroup>(&run.steps.back().step);
    QFile journal(lastJournal(*store));
    if (!last || !journal.open(QIODevice::ReadOnly))
        return false;
    QByteArrayList lines = journal.readAll().trimmed().split('\n');
    journal.close();
    lines.resize(lines.size() - 2); // the last step's outcome, and the end
    const Done moved = moveDirectory(*store, last->group, last->to, last->from);
    const bool cut = moved && writeFile(journal.fileName(), lines.join('\n') + '\n');
    store->load();
    return cut && TourStage::waitFor([&] { return scene.isReady(store); });
}

bool pictureOfMerge(TourScene &scene, const QString &name)
{
    OpenStore *store = scene.store(0);
    const auto taken = TourScene::conflict(*store);
    if (!taken)
        return false;
    const MoveGroup move{.from = taken->first.first, .group = taken->first.second, .to = taken->second};
    return scene.showDialog<MergeDialog>(
        [&] {
            auto *dialog = new MergeDialog(store, move, &scene.window());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        },
        name);
}

bool pictureOfRename(TourScene &scene, const QString &name)
{
    OpenStore *store = scene.store(0);
    const NamespacePath first = store->tree().root().children.front()->path;
    return pictureOfChange<QLineEdit>(scene, namespaceItem(store, first), scene.ui().actionRename, "vault", name);
}

bool pictureOfOwner(TourScene &scene, const QString &name)
{
    const auto place = TourScene::rootGroups(*scene.store(0), 1).at(0);
    const ItemRef group = groupItem(scene.store(0), place.first, place.second);
    return pictureOfChange<QLineEdit>(scene, group, scene.ui().actionChangeOwner, "acme@pbs", name);
}

bool pictureOfNotes(TourScene &scene, const QString &name)
{
    for (const auto &group : scene.store(0)->tree().root().groups) {
        if (!group->comment.empty())
            return pictureOfChange<QPlainTextEdit>(scene, groupItem(scene.store(0), {}, group->id), scene.ui().actionEditNotes,
                                                   "In the cupboard since January.", name);
    }
    return false;
}

bool pictureOfUndo(TourScene &scene, const QString &name)
{
    HistoryDialog *history = nullptr;
    scene.ui().actionHistory->trigger();
    if (!TourStage::waitFor([&] { return (history = scene.visibleChild<HistoryDialog>()) != nullptr; }))
        return false;
    auto *undo = history->findChild<QPushButton *>(QStringLiteral("undoButton"));
    if (!TourStage::waitFor([undo] { return undo->isEnabled(); }))
        return false;
    return scene.showDialog<UndoDialog>(
        [&] {
            undo->click();
            UndoDialog *dialog = nullptr;
            if (TourStage::waitFor([&] { return (dialog = scene.visibleChild<UndoDialog>()) != nullptr; }))
                dialog->findChild<QTreeWidget *>()->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        },
        name);
}

bool pictureOfRecovery(TourScene &scene, const QString &name)
{
    return scene.showDialog<RecoveryDialog>([&] { scene.ui().actionRecover->trigger(); }, name);
}

bool pictureOfRemoval(TourScene &scene, const QString &name)
{
    OpenStore *store = scene.store(0);
    const auto groups = TourScene::rootGroups(*store, 2);
    if (groups.size() < 2)
        return false;
    const auto thinned = store->tree().find(groups[1].first, groups[1].second);
    RemoveSnapshots some{.ns = groups[1].first, .group = groups[1].second, .times = {}};
    for (const Snapshot &snapshot : thinned->snapshots) {
        if (!snapshot.isProtected && some.times.size() < 5)
            some.times.push_back(snapshot.time);
    }
    scene.window().stores().setActive(store);
    store->stage(std::vector<Change>{RemoveGroup{groups[0].first, groups[0].second}, some}, QStringLiteral("remove"));
    const bool pictured = scene.showDialog<RemovalDialog>([&] { scene.ui().actionApply->trigger(); }, name);
    store->discardChanges();
    return pictured;
}

bool pictureOfVerdicts(TourScene &scene, const QString &name)
{
    OpenStore *store = scene.store(0);
    const auto taken = TourScene::conflict(*store);
    const auto laptop = TourScene::rootGroups(*store, 2);
    const auto target = TourScene::freeTarget(*store, laptop);
    const auto busy = GroupId::fromString("vm/101");
    const auto kept = GroupId::fromString("vm/100"); // one of its snapshots is protected
    if (!taken || !target || !busy || !kept)
        return false;
    store->stageMoves({{laptop.back(), {NamespacePath(), *busy}}, {}}, *target);
    store->stageMoves({{taken->first}, {}}, taken->second);
    store->stage(RemoveGroup{NamespacePath(), *kept}, QStringLiteral("remove"));
    const auto has = [store](Verdict::Level level) { return store->plan().count(level) > 0; };
    const bool all = TourStage::waitFor([&] {
        return has(Verdict::Level::WillDo) && has(Verdict::Level::Waits) && has(Verdict::Level::NeedsAttention)
            && has(Verdict::Level::Refused);
    });
    return all && scene.picture(name);
}

bool pictureOfConsequences(TourScene &scene, const QString &name)
{
    return withConsequences(scene, [&scene, &name](ConsequencesPage &) { return scene.picture(name); });
}

bool pictureOfChangesAlong(TourScene &scene, const QString &name)
{
    return withConsequences(scene, [&scene, &name](ConsequencesPage &page) {
        auto *along = page.findChild<QCheckBox *>();
        if (!TourStage::waitFor([along] { return along->isVisible(); }))
            return false;
        along->click();
        return scene.picture(name);
    });
}

bool writeConcernedPbs(const QString &root, const QString &path)
{
    const QString directory = root + QStringLiteral("/etc/proxmox-backup/");
    const QString tasks = root + QStringLiteral("/var/log/proxmox-backup/tasks/");
    return QDir().mkpath(directory) && QDir().mkpath(root + QStringLiteral("/run/proxmox-backup")) && QDir().mkpath(tasks)
        && writeFile(tasks + QStringLiteral("active"), runningBackup())
        && writeFile(directory + QStringLiteral("datastore.cfg"), "datastore: site-a\n\tpath " + path.toUtf8() + '\n')
        && writeFile(directory + QStringLiteral("sync.cfg"),
                     "sync: offsite\n\tstore second-copy\n\tremote-store site-a\n\tmax-depth 0\n\tremove-vanished true\n")
        && writeFile(directory + QStringLiteral("prune.cfg"),
                     "prune: archive\n\tstore site-a\n\tns archive\n\tschedule daily\n\tkeep-monthly 2\n")
        && writeFile(directory + QStringLiteral("verification.cfg"),
                     "verification: weekly\n\tstore site-a\n\tmax-depth 0\n\tschedule weekly\n")
        && writeFile(directory + QStringLiteral("user.cfg"), "user: anna@pbs\n")
        && writeFile(directory + QStringLiteral("acl.cfg"), "acl:1:/datastore/site-a/archive:anna@pbs:DatastoreAdmin\n");
}

} // namespace espalier
