// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/confirmremovals.h"
#include "cli/syncjobs.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace espalier::cli {

/// Makes, edits and removes the user's own sync jobs.
class SyncJobEditing
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::SyncJobEditing)

public:
    explicit SyncJobEditing(Invocation &invocation) : m_invocation(invocation), m_arguments(invocation.arguments) {}

    ExitCode create();
    ExitCode edit();
    ExitCode remove();

private:
    const std::string &id() const { return m_arguments.positionals().front(); }
    Result<OwnSyncJob> withOptions(OwnSyncJob own) const;
    Result<OwnSyncJob> withProperties(OwnSyncJob own) const;
    Result<OwnSyncJob> withoutDeleted(OwnSyncJob own) const;
    Result<OwnSyncJob> withNotes(OwnSyncJob own) const;
    Result<OwnSyncJob> withPlaces(OwnSyncJob own) const;
    Result<OwnSyncJob> withMarks(OwnSyncJob own) const;
    Result<OwnSyncJob> withStoreNames(OwnSyncJob own) const;
    static Result<OwnSyncJob> checked(OwnSyncJob own);
    Result<std::string> storeAt(const std::string &place) const;
    ExitCode conclude(const Result<ConfigFileEdits> &edit, const QString &remark = {}) const;

    Invocation &m_invocation;
    const Arguments &m_arguments;
};

/// What --delete names goes back to what it is by itself, whatever other options say.
Result<OwnSyncJob> SyncJobEditing::withoutDeleted(OwnSyncJob own) const
{
    static constexpr std::array<std::string_view, 3> required{"id", "store", "remote-store"};
    for (const std::string &key : m_arguments.values("--delete")) {
        ConfigSection section = own.job.toSection();
        const auto removed = std::erase_if(section.properties, [&key](const auto &property) { return property.first == key; });
        const auto without = SyncJob::fromSection(section, "sync.cfg");
        if (key == "zone")
            own.notes.zone.clear();
        else if (key == "budget")
            own.notes.approved.reset();
        else if (key == "disable")
            own.notes.isDisabled = false;
        else if (std::ranges::contains(required, key) || !without)
            return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "--delete", key,
                        "ns, remote-ns, max-depth, schedule, comment, remove-vanished, …, disable, zone, budget");
        else if (removed > 0)
            own.job = *without;
    }
    return own;
}

/// Properties that only jobs have, not a single sync: read as their file has them, by the same rules.
Result<OwnSyncJob> SyncJobEditing::withProperties(OwnSyncJob own) const
{
    static constexpr std::array<std::string_view, 11> keys{"schedule",     "comment",        "store",         "remote",
                                                           "remote-store", "sync-direction", "rate-in",       "burst-in",
                                                           "rate-out",     "burst-out",      "worker-threads"};
    return cli::withProperties(m_arguments, own.job, keys).transform([&own](SyncJob job) { return OwnSyncJob{std::move(job), own.notes}; });
}

Result<OwnSyncJob> SyncJobEditing::withNotes(OwnSyncJob own) const
{
    if (const auto name = m_arguments.value("--zone")) {
        if (const auto zone = TimeZone::named(*name); !zone)
            return failWith(zone);
        own.notes.zone = *name;
    }
    const auto budget = removalBudget(m_arguments);
    if (!budget)
        return failWith(budget);
    if (*budget)
        own.notes.approved = **budget;
    if (m_arguments.has("--disable"))
        own.notes.isDisabled = true;
    return own;
}

/// The direction says which of the two ends is the job's own.
Result<OwnSyncJob> SyncJobEditing::withPlaces(OwnSyncJob own) const
{
    for (const char *option : {"--source", "--target"}) {
        const auto text = m_arguments.value(option);
        if (!text)
            continue;
        const auto place = Place::fromString(*text, absolutePath({}));
        if (!place)
            return failWith(place);
        const bool isOwnEnd = own.job.isPush() == (std::string_view(option) == "--source");
        (isOwnEnd ? own.notes.place : own.notes.remotePlace) = place->toString();
    }
    return own;
}

/// What is approved now holds for the datastores that are there now.
Result<OwnSyncJob> SyncJobEditing::withMarks(OwnSyncJob own) const
{
    if (!m_arguments.has("--max-removed"))
        return own;
    const auto target = markAt(m_invocation, own.target());
    const auto source = target ? markAt(m_invocation, own.source()) : target;
    if (!source)
        return failWith(source);
    own.notes.approvedStores = {.target = *target, .source = *source};
    return own;
}

/// What the datastore is called; it need not be reachable where an option says it.
Result<std::string> SyncJobEditing::storeAt(const std::string &place) const
{
    return openStore(m_invocation, place).transform([](const Session &session) { return session.name(); });
}

Result<OwnSyncJob> SyncJobEditing::withStoreNames(OwnSyncJob own) const
{
    const auto name = [this](std::string &store, const std::string &place) -> Done {
        if (!store.empty() || place.empty())
            return {};
        return storeAt(place).transform([&store](const std::string &found) { store = found; });
    };
    return name(own.job.store, own.notes.place).and_then([&] { return name(own.job.remoteStore, own.notes.remotePlace); }).transform([&] {
        return std::move(own);
    });
}

/// What does not go together is a matter of the options, not of the file that it would stand in.
Result<OwnSyncJob> SyncJobEditing::checked(OwnSyncJob own)
{
    const auto problems = problemsOf(own.job, SyncEnds::Placed);
    if (problems.empty())
        return own;
    const std::string &where = problems.front().args.at(1); // "sync: nightly, max-depth"
    const std::string key = where.substr(where.rfind(' ') + 1);
    const auto properties = own.job.toSection().properties;
    const auto value = std::ranges::find(properties, key, &std::pair<std::string, std::string>::first);
    return fail(Error::Kind::InvalidInput, MessageId::UsageBadValue, "--" + key, value == properties.end() ? std::string() : value->second,
                problems.front().args.at(2));
}

Result<OwnSyncJob> SyncJobEditing::withOptions(OwnSyncJob own) const
{
    return withSyncOptions(m_arguments, own.job)
        .and_then([&](SyncJob job) { return withProperties({std::move(job), own.notes}); })
        .and_then([this](OwnSyncJob read) { return withNotes(std::move(read)); })
        .and_then([this](OwnSyncJob read) { return withoutDeleted(std::move(read)); })
        .and_then([this](OwnSyncJob read) { return withPlaces(std::move(read)); })
        .and_then([this](OwnSyncJob read) { return withMarks(std::move(read)); })
        .and_then([](OwnSyncJob read) { return checked(std::move(read)); });
}

ExitCode SyncJobEditing::create()
{
    OwnSyncJob own;
    own.job.id = id();
    own.job.store = m_arguments.value("--store").value_or("unnamed"); // a section without names cannot be read
    own.job.remoteStore = m_arguments.value("--remote-store").value_or("unnamed");
    const auto wanted = withOptions(std::move(own)).and_then([this](OwnSyncJob read) {
        if (!m_arguments.has("--store"))
            read.job.store.clear();
        if (!m_arguments.has("--remote-store"))
            read.job.remoteStore.clear();
        return withStoreNames(std::move(read));
    });
    return wanted ? conclude(ownJobs(m_invocation).add(wanted->job, wanted->notes)) : report(m_invocation, wanted.error());
}

/// What was approved goes with the rules that it was approved for, and a job that needs it is not run without.
ExitCode SyncJobEditing::edit()
{
    const auto found = findOwnJob(ownJobs(m_invocation), {JobKind::Sync, id()});
    if (!found)
        return report(m_invocation, found.error());
    const auto &before = std::get<OwnSyncJob>(*found);
    auto after = withOptions(before);
    if (!after)
        return report(m_invocation, after.error());
    const bool isSame = removalRules(after->job.toSection(), after->notes) == removalRules(before.job.toSection(), before.notes);
    QString remark;
    if (!isSame && after->notes.approved && !m_arguments.has("--max-removed")) {
        after->notes.approved.reset();
        remark = tr("Unattended runs remove nothing before it is approved again, with --max-removed.");
    }
    const bool needsApproval = after->job.removeVanished.value_or(false) && !after->notes.approved && !after->notes.isDisabled;
    if (needsApproval && before.job.removeVanished.value_or(false)) {
        after->notes.isDisabled = true;
        remark = tr("It is disabled until what it removes is approved again, with --max-removed.");
    }
    return conclude(ownJobs(m_invocation).change(before.job, after->job, after->notes), remark);
}

ExitCode SyncJobEditing::remove()
{
    const auto edit = ownJobs(m_invocation).remove(JobKind::Sync, id());
    if (edit && !m_invocation.isDryRun())
        jobHistories().forget({JobKind::Sync, id()});
    return conclude(edit);
}

ExitCode SyncJobEditing::conclude(const Result<ConfigFileEdits> &edit, const QString &remark) const
{
    if (!edit)
        return report(m_invocation, edit.error());
    printJobEdit(m_invocation, id(), *edit, remark);
    return ExitCode::Done;
}

ExitCode runCreateSyncJob(Invocation &invocation)
{
    return SyncJobEditing(invocation).create();
}

ExitCode runEditSyncJob(Invocation &invocation)
{
    return SyncJobEditing(invocation).edit();
}

ExitCode runRemoveSyncJob(Invocation &invocation)
{
    return SyncJobEditing(invocation).remove();
}

} // namespace espalier::cli
