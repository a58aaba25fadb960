// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/openstore.h"

#include "app/dropcheck.h"
#include "app/runtree.h"
#include "app/whenfinished.h"
#include "text/printable.h"

#include <QUndoCommand>

#include <QThread>

#include <algorithm>
#include <span>
#include <utility>

namespace espalier {

/// Sets the list of pending changes and back. Holds values: they stay right when the tree is read again.
class ChangesCommand : public QUndoCommand
{
public:
    ChangesCommand(OpenStore &store, std::vector<Change> after, const QString &text)
        : QUndoCommand(text)
        , m_store(store)
        , m_before(store.changes())
        , m_after(std::move(after))
    {
    }

    void redo() override { m_store.setChanges(m_after); }
    void undo() override { m_store.setChanges(m_before); }

private:
    OpenStore &m_store;
    std::vector<Change> m_before;
    std::vector<Change> m_after;
};

namespace {

bool sameVerdicts(const Plan &left, const Plan &right)
{
    return std::ranges::equal(left.steps, right.steps, {}, &Step::verdict, &Step::verdict);
}

/// The namespace that has to be there before @p change is done.
std::optional<NamespacePath> targetOf(const Change &change)
{
    return std::visit(Overloaded{
                          [](const auto &) { return std::optional<NamespacePath>(); },
                          [](const CreateNamespace &wanted) { return std::optional(wanted.path.parent()); },
                          [](const MoveGroup &wanted) { return std::optional(wanted.to); },
                          [](const MoveNamespace &wanted) { return std::optional(wanted.to.parent()); },
                          [](const CopyNamespaces &wanted) { return std::optional(wanted.to.parent()); },
                      },
                      change);
}

QString moveText(const MovedItems &items, const NamespacePath &target)
{
    const QString to = target.isRoot() ? OpenStore::tr("the root", "target of a move") : printable(target.toString());
    if (items.groups.empty())
        return OpenStore::tr("Move %n namespace(s) to %1", nullptr, int(items.namespaces.size())).arg(to);
    if (!items.namespaces.empty())
        return OpenStore::tr("Move %n item(s) to %1", nullptr, int(items.size())).arg(to);
    return OpenStore::tr("Move %n group(s) to %1", nullptr, int(items.groups.size())).arg(to);
}

/// Whether @p now may be the datastore that looked like @p before a moment ago: the same groups of the same owners, and nothing but newer
/// backups in them.
bool isLater(const Tree &before, const Tree &now)
{
    bool isSame = before.root().groupsBelow == now.root().groupsBelow && before.root().namespacesBelow == now.root().namespacesBelow;
    before.forEachNamespace([&](const Namespace &ns) {
        for (const auto &group : ns.groups) {
            const auto twin = now.find(ns.path, group->id);
            const bool isTwin = twin && twin->owner == group->owner && twin->snapshots.size() >= group->snapshots.size();
            isSame = isSame && isTwin
                && std::ranges::equal(group->snapshots, std::span(twin->snapshots).first(group->snapshots.size()), {}, &Snapshot::time,
                                      &Snapshot::time);
        }
    });
    return isSame;
}

} // namespace

OpenStore::OpenStore(std::unique_ptr<Backend> backend, QObject *parent)
    : QObject(parent)
    , m_backend(std::move(backend))
    , m_place(m_backend->place())
{
    const auto forget = [this] { m_configPlan.reset(); }; // before anybody else hears of it
    connect(this, &OpenStore::planChanged, this, forget);
    connect(this, &OpenStore::treeChanged, this, forget);
    listen();
}

void OpenStore::listen()
{
    connect(m_backend.get(), &Backend::scanProgress, this, [this](const ScanProgress &progress) {
        m_progress = progress;
        emit progressChanged();
    });
    connect(m_backend.get(), &Backend::connectionLost, this, [this](const Error &why) {
        m_loss = why;
        emit stateChanged();
    });
}

void OpenStore::workAt(std::unique_ptr<Backend> backend)
{
    if (m_loadState == LoadState::Ready)
        m_seenBefore = m_tree;
    else
        discardChanges(); // nothing shows what they were made for
    disconnect(m_backend.get(), nullptr, this, nullptr);
    dismissBackend();
    m_backend = std::move(backend);
    m_place = m_backend->place();
    listen();
    load();
}

OpenStore::~OpenStore()
{
    dismissBackend();
}

/// A directory on a dead mount, a host that does not answer, or a maintenance mode that ends may take long: that is no matter of the window's.
void OpenStore::dismissBackend()
{
    const bool mayTakeLong = m_place.kind() != Place::Kind::Directory || (m_state && (m_state->hostBehind || m_state->heldMaintenance));
    if (!mayTakeLong)
        return m_backend.reset();
    auto *thread = QThread::create([backend = m_backend.get()] { delete backend; });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    m_backend->moveToThread(thread);
    (void)m_backend.release(); // the thread has it
    thread->start();
}

void OpenStore::load()
{
    const unsigned reading = ++m_reading;
    m_loss.reset();
    setLoadState(LoadState::Opening);
    whenFinished(m_backend->open(), this, [this, reading](const Result<PlaceState> &state) {
        if (reading != m_reading)
            return;
        if (!state)
            return fail(state.error());
        showState(*state);
        scan();
    });
}

void OpenStore::scan()
{
    m_progress = {};
    setLoadState(LoadState::Scanning);
    whenFinished(m_backend->scan(), this, [this, reading = m_reading](const Result<ScanResult> &result) {
        if (reading != m_reading)
            return;
        if (!result)
            return fail(result.error());
        if (const auto before = std::exchange(m_seenBefore, std::nullopt); before && !isLater(*before, result->tree)) {
            discardChanges(); // they were made for another datastore
            return fail({Error::Kind::Conflict, MessageId::StoreChanged, {m_place.toString()}, 0});
        }
        m_scanFindings = result->findings;
        showScan(result->tree, result->findings);
        setLoadState(LoadState::Ready);
    });
}

void OpenStore::refreshState()
{
    whenFinished(m_backend->refreshState(), this, [this, reading = m_reading](const Result<PlaceState> &state) {
        if (state && reading == m_reading)
            showState(*state);
    });
}

void OpenStore::setLoadState(LoadState state)
{
    if (state != LoadState::Failed)
        m_error.reset();
    m_loadState = state;
    emit loadStateChanged();
}

void OpenStore::fail(const Error &error)
{
    m_error = error;
    setLoadState(LoadState::Failed);
}

void OpenStore::showState(const PlaceState &state)
{
    m_state = state;
    emit stateChanged();
    const Plan plan = makePlan(m_tree, m_changes, planContext());
    if (sameVerdicts(plan, m_plan))
        return;
    replan();
    emit planChanged();
}

void OpenStore::showScan(const Tree &tree, std::vector<Finding> findings)
{
    m_tree = tree;
    m_findings = std::move(findings);
    m_detailsAsked.clear();
    m_identities = std::make_shared<const Identities>();
    replan();
    emit treeChanged();
    emit findingsChanged();
    if (!m_changes.empty())
        emit planChanged();
    readPruneJobs();
}

void OpenStore::readPruneJobs()
{
    const std::string name = planContext().storeName;
    whenFinished(m_backend->readReferences(name), this, [this, name, reading = m_reading](const HostReferences &references) {
        if (reading != m_reading)
            return;
        m_serverPruneJobs = references.jobs;
        std::erase_if(m_serverPruneJobs, [&name](const JobReference &job) { return job.kind != JobKind::Prune || job.store != name; });
        showPruneJobs();
    });
}

void OpenStore::setOwnPruneJobs(const std::vector<OwnPruneJob> &jobs)
{
    m_ownPruneJobs = jobs;
    showPruneJobs();
}

void OpenStore::showPruneJobs()
{
    std::vector<JobReference> jobs = referencesAt(m_ownPruneJobs, m_place.toString(), planContext().storeName);
    jobs.insert(jobs.end(), m_serverPruneJobs.begin(), m_serverPruneJobs.end());
    std::erase_if(jobs, [](const JobReference &job) { return job.isDisabled; });
    if (std::exchange(m_pruneJobs, jobs) != jobs)
        emit pruneJobsChanged();
}

PlanContext OpenStore::planContext() const
{
    PlanContext context;
    if (m_state) {
        context.access = m_state->access;
        context.activity = m_state->activity;
        context.hasActivity = true;
    }
    context.differences = [known = m_identities](const NamespacePath &source, const NamespacePath &target, const GroupId &group) {
        const auto ours = known->find({source, group});
        const auto theirs = known->find({target, group});
        if (ours == known->end() || theirs == known->end())
            return std::optional<std::string>();
        return std::optional(identityDifferenceNames(ours->second, theirs->second));
    };
    context.storeName = context.access.storeName.empty() ? m_place.name() : context.access.storeName;
    return context;
}

/// Reads which guests these groups are of; then there is another plan.
void OpenStore::askForIdentities(const std::set<GroupPlace> &wanted)
{
    if (wanted.empty())
        return;
    const std::vector<GroupPlace> places(wanted.begin(), wanted.end());
    whenFinished(m_backend->readIdentities(places), this,
                 [this, places, reading = m_reading](const std::vector<Result<GuestIdentity>> &identities) {
                     if (reading != m_reading)
                         return;
                     Identities known = *m_identities;
                     for (std::size_t i = 0; i < places.size(); ++i)
                         known[places[i]] = identities[i] ? std::optional(*identities[i]) : std::nullopt;
                     m_identities = std::make_shared<const Identities>(std::move(known));
                     replan();
                     emit planChanged();
                 });
}

void OpenStore::setAdaptsConfig(bool adapts)
{
    m_adaptsConfig = adapts;
    emit configPlanChanged();
}

void OpenStore::setConfigPlan(const ConfigPlan &plan)
{
    m_configPlan = plan;
    emit configPlanChanged();
}

void OpenStore::replan()
{
    PlanContext context = planContext();
    std::set<GroupPlace> wanted;
    context.differences = [&wanted, known = m_identities, tell = context.differences](const NamespacePath &source,
                                                                                      const NamespacePath &target, const GroupId &group) {
        for (const NamespacePath *ns : {&source, &target}) {
            if (const GroupPlace place(*ns, group); !known->contains(place))
                wanted.insert(place);
        }
        return tell(source, target, group);
    };
    m_plan = makePlan(m_tree, m_changes, context);
    m_projection = project(m_tree, m_plan);
    askForIdentities(wanted);
}

void OpenStore::setChanges(std::vector<Change> changes)
{
    m_changes = std::move(changes);
    replan();
    emit planChanged();
}

void OpenStore::push(std::vector<Change> changes, const QString &text)
{
    if (changes != m_changes)
        m_undoStack.push(new ChangesCommand(*this, std::move(changes), text));
}

Verdict OpenStore::checkDrop(const MovedItems &items, const NamespacePath &target) const
{
    const Verdict groups = espalier::checkDrop(m_tree, m_projection, planContext(), items.groups, target);
    return weightier(groups, checkNamespaceDrop(m_tree, m_changes, planContext(), items.namespaces, target));
}

void OpenStore::stageMoves(const MovedItems &items, const NamespacePath &target)
{
    push(withMoves(m_tree, m_changes, items.groups, items.namespaces, target), moveText(items, target));
}

Verdict OpenStore::checkChange(const Change &change) const
{
    std::vector<Change> changes = m_changes;
    changes.push_back(change);
    return makePlan(m_tree, changes, planContext()).steps.back().verdict;
}

void OpenStore::stage(Change change, const QString &text)
{
    stage(std::vector{std::move(change)}, text);
}

void OpenStore::stage(std::vector<Change> more, const QString &text)
{
    std::vector<Change> changes = m_changes;
    std::ranges::move(more, std::back_inserter(changes));
    push(std::move(changes), text);
}

void OpenStore::revise(const std::vector<std::size_t> &indexes, const std::function<std::vector<Change>(const Change &)> &revise,
                       const QString &text)
{
    std::vector<Change> changes;
    for (std::size_t i = 0; i < m_changes.size(); ++i) {
        if (std::ranges::binary_search(indexes, i))
            std::ranges::move(revise(m_changes[i]), std::back_inserter(changes));
        else
            changes.push_back(m_changes[i]);
    }
    push(std::move(changes), text);
}

void OpenStore::addMissing(std::vector<Change> &changes, const NamespacePath &path) const
{
    const auto isPending = [&](const NamespacePath &each) { return std::ranges::contains(changes, Change(CreateNamespace{each})); };
    std::vector<Change> missing;
    for (NamespacePath each = path; !m_projection.hasNamespace(each) && !isPending(each); each = each.parent())
        missing.insert(missing.begin(), CreateNamespace{each});
    const auto needsThem = [&](const Change &change) {
        const auto target = targetOf(change);
        return target && !missing.empty() && std::get<CreateNamespace>(missing.front()).path.contains(*target);
    };
    changes.insert(std::ranges::find_if(changes, needsThem), missing.begin(), missing.end());
}

void OpenStore::stageCreate(const NamespacePath &path)
{
    std::vector<Change> changes = m_changes;
    addMissing(changes, path);
    push(std::move(changes), tr("Create the namespace %1").arg(printable(path.toString())));
}

void OpenStore::createTargetsOf(const std::vector<std::size_t> &indexes)
{
    std::vector<Change> changes = m_changes;
    for (const std::size_t index : indexes) {
        if (const auto target = index < m_changes.size() ? targetOf(m_changes[index]) : std::nullopt)
            addMissing(changes, *target);
    }
    push(std::move(changes), tr("Create missing namespaces"));
}

void OpenStore::removeChange(std::size_t index)
{
    removeChanges({index});
}

void OpenStore::removeChanges(const std::vector<std::size_t> &indexes)
{
    std::vector<Change> changes;
    for (std::size_t i = 0; i < m_changes.size(); ++i) {
        if (!std::ranges::binary_search(indexes, i))
            changes.push_back(m_changes[i]);
    }
    push(std::move(changes), tr("Remove %n pending change(s)", nullptr, int(indexes.size())));
}

void OpenStore::takeForeignEntriesAlong(std::size_t index)
{
    takeForeignEntriesAlong(std::vector{index});
}

void OpenStore::takeForeignEntriesAlong(const std::vector<std::size_t> &indexes)
{
    std::vector<Change> changes = m_changes;
    for (const std::size_t index : indexes) {
        if (index >= changes.size())
            continue;
        std::visit(Overloaded{
                       [](auto &) {},
                       [](MoveGroup &move) { move.foreignEntries = ForeignEntries::TakeAlong; },
                       [](MoveNamespace &move) { move.foreignEntries = ForeignEntries::TakeAlong; },
                   },
                   changes[index]);
    }
    push(std::move(changes), tr("Take foreign files along"));
}

void OpenStore::stageAll(std::vector<Change> changes, const QString &text)
{
    push(std::move(changes), text);
}

void OpenStore::discardChanges()
{
    push({}, tr("Discard all pending changes"));
}

void OpenStore::requestDetails(const NamespacePath &ns, const GroupId &group)
{
    const auto mark = m_projection.mark(ns, group);
    const NamespacePath &from = mark.mark == Mark::Arrives ? mark.other : ns;
    const auto asked = m_tree.find(from, group);
    if (!asked || asked->hasDetails() || !m_detailsAsked.emplace(from, group).second)
        return;
    whenFinished(m_backend->readDetails(from, asked), this, [this, from, asked](const std::shared_ptr<const Group> &answer) {
        if (answer)
            showDetails(from, asked, answer);
    });
}

void OpenStore::showDetails(const NamespacePath &ns, const std::shared_ptr<const Group> &asked, const std::shared_ptr<const Group> &group)
{
    if (m_tree.find(ns, group->id) != asked)
        return; // read again meanwhile
    m_tree = m_tree.withGroup(ns, group);
    const NamespacePath *known = m_projection.destination(ns, group->id);
    const auto destination = known ? std::optional(*known) : std::nullopt;
    if (const Mark mark = m_projection.mark(ns, group->id).mark; mark == Mark::Merges || mark == Mark::Edited || destination) {
        replan(); // what the changes make of it has the details, too
    } else if (mark != Mark::Arrives) {
        m_projection.tree = m_projection.tree.withGroup(ns, group);
    }
    emit detailsChanged(ns, group->id);
    if (destination)
        emit detailsChanged(*destination, group->id);
}

void OpenStore::applied(const RunReport &report)
{
    m_tree = treeAfter(m_tree, report);
    m_changes = changesLeft(m_changes, report);
    m_adaptsConfig = m_adaptsConfig && !m_changes.empty();
    replan();
    m_undoStack.clear(); // whoever follows it sees the changes that are left
    emit treeChanged();
    emit planChanged();
    load();
}

QFuture<Result<ScanResult>> OpenStore::checkEverything()
{
    const QFuture<Result<ScanResult>> checked = m_backend->readAllDetails(m_tree);
    whenFinished(checked, this, [this, reading = m_reading](const Result<ScanResult> &result) {
        if (!result || reading != m_reading)
            return;
        std::vector<Finding> findings = m_scanFindings;
        findings.insert(findings.end(), result->findings.begin(), result->findings.end());
        std::ranges::stable_sort(findings, {}, &Finding::path);
        showScan(result->tree, std::move(findings));
    });
    return checked;
}

} // namespace espalier
