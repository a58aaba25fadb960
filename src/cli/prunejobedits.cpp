// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/confirmremovals.h"
#include "cli/keepoptions.h"
#include "cli/prunejobs.h"
#include "core/datastore/place.h"
#include "core/pbs/prunejobedit.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace espalier::cli {

/// Makes, edits and removes prune jobs.
class PruneJobEditing
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::PruneJobEditing)

public:
    explicit PruneJobEditing(Invocation &invocation) : m_invocation(invocation), m_arguments(invocation.arguments) {}

    ExitCode create();
    ExitCode edit();
    ExitCode remove();

private:
    const std::string &id() const { return m_arguments.positionals().front(); }
    Result<PruneJob> withOptions(PruneJob job) const;
    Result<PruneJob> withRange(PruneJob job) const;
    Result<PruneJob> withoutDeleted(PruneJob job) const;
    Result<JobNotes> withOptions(JobNotes notes) const;
    Result<std::string> storeAt(const std::string &place) const;
    Result<ConfigFileEdits> editOwn(const NamedPruneJob &found, const PruneJob &after, QString &remark) const;
    ExitCode conclude(const Result<ConfigFileEdits> &edit, const QString &remark = {}) const;

    Invocation &m_invocation;
    const Arguments &m_arguments;
};

Result<PruneJob> PruneJobEditing::withRange(PruneJob job) const
{
    if (const auto text = m_arguments.value("--ns")) {
        const auto ns = namespaceArgument("--ns", *text);
        if (!ns)
            return failWith(ns);
        job.range.top = *ns;
    }
    const auto depth = m_arguments.number("--max-depth", std::size_t(NamespacePath::maxDepth));
    if (!depth)
        return failWith(depth);
    if (*depth)
        job.range.maxDepth = static_cast<int>(**depth);
    return job;
}

Result<PruneJob> PruneJobEditing::withOptions(PruneJob job) const
{
    if (const auto schedule = m_arguments.value("--schedule")) {
        auto event = CalendarEvent::fromString(*schedule);
        if (!event)
            return failWith(event);
        job.schedule = *std::move(event);
    }
    const auto keep = keepOptions(m_arguments);
    if (!keep)
        return failWith(keep);
    for (const KeepRule rule : allKeepRules) {
        if ((*keep)[rule])
            job.keep[rule] = (*keep)[rule];
    }
    if (const auto comment = m_arguments.value("--comment"))
        job.comment = *comment;
    if (const auto store = m_arguments.value("--store"))
        job.store = *store;
    if (m_arguments.has("--disable"))
        job.disable = true;
    return withRange(std::move(job)).and_then([this](PruneJob ranged) { return withoutDeleted(std::move(ranged)); });
}

/// What --delete names goes back to what it is by itself.
Result<PruneJob> PruneJobEditing::withoutDeleted(PruneJob job) const
{
    static constexpr std::array<std::string_view, 3> notes{"place", "zone", "budget"};
    for (const std::string &key : m_arguments.values("--delete")) {
        const auto rule = std::ranges::find_if(allKeepRules, [&](KeepRule each) { return key == "keep-" + std::string(toString(each)); });
        if (rule != std::end(allKeepRules))
            job.keep[*rule].reset();
        else if (key == "ns")
            job.range.top = {};
        else if (key == "max-depth")
            job.range.maxDepth.reset();
        else if (key == "comment")
            job.comment.clear();
        else if (key == "disable")
            job.disable.reset();
        else if (!std::ranges::contains(notes, key))
            return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "--delete", key,
                        "ns, max-depth, keep-…, comment, disable, zone, budget");
    }
    return job;
}

Result<JobNotes> PruneJobEditing::withOptions(JobNotes notes) const
{
    for (const std::string &key : m_arguments.values("--delete")) {
        if (key == "zone")
            notes.zone.clear();
        else if (key == "budget")
            notes.approved.reset();
    }
    if (const auto text = m_arguments.value("--place")) {
        const auto place = Place::fromString(*text, absolutePath({}));
        if (!place)
            return failWith(place);
        notes.place = place->toString();
    }
    if (const auto name = m_arguments.value("--zone")) {
        if (const auto zone = TimeZone::named(*name); !zone)
            return failWith(zone);
        notes.zone = *name;
    }
    const auto budget = removalBudget(m_arguments);
    if (!budget)
        return failWith(budget);
    if (*budget) {
        const auto mark = markAt(m_invocation, notes.place);
        if (!mark)
            return failWith(mark);
        notes.approved = **budget;
        notes.approvedStores = {.target = *mark};
    }
    return notes;
}

/// What the datastore is called; it need not be reachable where --store says it.
Result<std::string> PruneJobEditing::storeAt(const std::string &place) const
{
    if (const auto name = m_arguments.value("--store"))
        return *name;
    return openStore(m_invocation, place).transform([](const Session &session) { return session.name(); });
}

ExitCode PruneJobEditing::create()
{
    const auto place = Place::fromString(m_arguments.positionals().at(1), absolutePath({}));
    if (!place)
        return report(m_invocation, place.error());
    const auto store = storeAt(place->toString());
    if (!store)
        return report(m_invocation, store.error());
    PruneJob job;
    job.id = id();
    job.store = *store;
    const auto wanted = withOptions(std::move(job));
    const auto notes = withOptions(JobNotes{.place = place->toString()});
    if (!wanted || !notes)
        return report(m_invocation, wanted ? notes.error() : wanted.error());
    return conclude(ownJobs(m_invocation).add(*wanted, *notes));
}

/// What was approved goes with the rules that it was approved for.
Result<ConfigFileEdits> PruneJobEditing::editOwn(const NamedPruneJob &found, const PruneJob &after, QString &remark) const
{
    auto notes = withOptions(found.notes);
    if (!notes)
        return failWith(notes);
    const bool isSame = removalRules(sectionOf(after), *notes) == removalRules(sectionOf(found.job), found.notes);
    if (!isSame && notes->approved && !m_arguments.has("--max-removed")) {
        notes->approved.reset();
        remark = tr("Unattended runs remove nothing before it is approved again, with --max-removed.");
    }
    return ownJobs(m_invocation).change(found.job, after, *notes);
}

ExitCode PruneJobEditing::edit()
{
    const auto found = readPruneJobList(m_invocation).find(id(), MessageId::PruneJobUnknown);
    if (!found)
        return report(m_invocation, found.error());
    const auto after = withOptions(found->job);
    if (!after)
        return report(m_invocation, after.error());
    QString remark;
    if (found->isOwn)
        return conclude(editOwn(*found, *after, remark), remark);
    for (const char *option : {"--place", "--zone", "--max-removed", "--max-share", "--allow-last"}) {
        if (m_arguments.has(option)) // PBS has no such properties
            return report(m_invocation, {Error::Kind::InvalidInput, MessageId::UsageUnexpectedArgument, {option}, 0});
    }
    const Done fine = checkPruneJob(*after);
    return fine ? conclude(editHostJob(m_invocation, differences(found->job, *after))) : report(m_invocation, fine.error());
}

ExitCode PruneJobEditing::remove()
{
    const auto edit = ownJobs(m_invocation).remove(JobKind::Prune, id());
    if (edit && !m_invocation.isDryRun())
        jobHistories().forget({JobKind::Prune, id()});
    return conclude(edit);
}

ExitCode PruneJobEditing::conclude(const Result<ConfigFileEdits> &edit, const QString &remark) const
{
    if (!edit)
        return report(m_invocation, edit.error());
    printJobEdit(m_invocation, id(), *edit, remark);
    return ExitCode::Done;
}

ExitCode runCreatePruneJob(Invocation &invocation)
{
    return PruneJobEditing(invocation).create();
}

ExitCode runEditPruneJob(Invocation &invocation)
{
    return PruneJobEditing(invocation).edit();
}

ExitCode runRemovePruneJob(Invocation &invocation)
{
    return PruneJobEditing(invocation).remove();
}

} // namespace espalier::cli
