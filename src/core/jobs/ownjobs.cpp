// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/jobs/ownjobs.h"

#include "core/datastore/datastoreconfig.h"
#include "core/datastore/session.h"
#include "core/fs/actingas.h"
#include "core/fs/makedirectories.h"
#include "core/pbs/prunejobedit.h"
#include "core/pbs/sectiontext.h"

#include <algorithm>
#include <format>
#include <set>
#include <utility>

namespace espalier {

namespace {

constexpr std::string_view notesFile = "jobs.json";
constexpr std::string_view notesLock = ".jobs.lck";
constexpr std::uint32_t directoryMode = 0700;
constexpr std::uint32_t notesMode = 0640; // as the files beside it

Done nothing(JobNotesText &, const SectionText &)
{
    return {};
}

auto actingAs(const fs::Status &owner)
{
    return fs::ActingAs::user(owner.user, owner.group);
}

/// As the owner of the directory, who has to be able to take it the next time.
Result<std::unique_ptr<fs::Lock>> lockNotes(fs::Directory &directory)
{
    const auto status = directory.status();
    if (!status)
        return failWith(status);
    const auto acting = actingAs(*status);
    if (!acting)
        return failWith(acting);
    return waitForLockFile(directory, notesLock, notesFile);
}

/// A missing file is empty.
Result<std::string> contentOf(const fs::Directory &directory, std::string_view name)
{
    auto text = directory.readFile(name, maxConfigSize);
    if (!text && text.error().kind == Error::Kind::NotFound)
        return std::string();
    return text;
}

Result<SectionText> sectionsOf(std::string_view text, JobKind kind)
{
    return SectionText::read(std::string(text), fileName(fileOf(kind)));
}

std::unexpected<Error> missing(JobKind kind, const std::string &id)
{
    return fail(Error::Kind::NotFound, MessageId::ConfigEntryMissing, fileName(fileOf(kind)), nameOf(JobState{kind, id, {}}));
}

/// The job as PBS would write it. Fails where it cannot be read.
Result<ConfigSection> canonical(JobKind kind, const ConfigSection &section)
{
    const std::string_view file = fileName(fileOf(kind));
    if (kind == JobKind::Sync)
        return SyncJob::fromSection(section, file).transform([](const SyncJob &job) { return job.toSection(); });
    return PruneJob::fromSection(section, file).transform([](const PruneJob &job) { return sectionOf(job); });
}

std::vector<std::string> valuesOf(const ConfigSection &section, const std::string &key)
{
    std::vector<std::string> values;
    for (const auto &[name, value] : section.properties) {
        if (name == key)
            values.push_back(value);
    }
    return values;
}

/// The keys whose values are not the same.
std::set<std::string> differences(const ConfigSection &before, const ConfigSection &after)
{
    std::set<std::string> keys;
    for (const ConfigSection *section : {&before, &after}) {
        for (const auto &[key, value] : section->properties) {
            if (valuesOf(before, key) != valuesOf(after, key))
                keys.insert(key);
        }
    }
    return keys;
}

/// What vanished is only removed unwatched where somebody agreed to how much that may be.
Done checkApproval(const SyncJob &job, const JobNotes &notes)
{
    const bool isMissing = job.removeVanished.value_or(false) && !notes.isDisabled && !notes.approved;
    return isMissing ? fail(Error::Kind::Denied, MessageId::JobNeedsApproval, job.id) : Done();
}

Done checkOwnSyncJob(const SyncJob &job, const JobNotes &notes)
{
    if (const Done fine = checkPlacedSyncJob(job); !fine)
        return fine;
    if (!notes.place.empty() && notes.place == notes.remotePlace)
        return fail(Error::Kind::InvalidInput, MessageId::SyncSameStore, notes.place);
    return checkApproval(job, notes);
}

/// Gives each job the notes that belong to it.
template<typename Own, typename Job>
OwnJobReading<Own> joined(JobKind kind, std::vector<Job> jobs, std::vector<Error> problems, std::string_view text,
                          const Result<JobNotesText> &notes)
{
    OwnJobReading<Own> reading{.problems = std::move(problems)};
    if (!notes)
        reading.problems.push_back(notes.error());
    const auto sections = sectionsOf(text, kind);
    for (Job &job : jobs) {
        const ConfigSection *section = sections ? sections->find(sectionType(kind), job.id) : nullptr;
        JobNotes own{.isDisabled = kind == JobKind::Sync};
        if (notes && section)
            own = notes->notes(kind, *section);
        reading.jobs.push_back({std::move(job), std::move(own)});
    }
    return reading;
}

} // namespace

struct OwnJobs::Planned
{
    ConfigFileEdits edits;
    JobNotesText formerNotes;
    JobNotesText notesBefore; ///< Written before the file,
    JobNotesText notesAfter;  ///< and behind it.
};

std::vector<JobReference> referencesAt(const std::vector<OwnPruneJob> &jobs, std::string_view place, const std::string &store)
{
    std::vector<JobReference> references;
    for (const auto &[job, notes] : jobs) {
        if (notes.place == place)
            references.push_back({.kind = JobKind::Prune,
                                  .id = job.id,
                                  .store = store,
                                  .range = job.range,
                                  .isDisabled = !job.isEnabled(),
                                  .keep = job.keep,
                                  .filters = {}});
    }
    return references;
}

std::string ownJobsDirectory()
{
    const std::string home = defaultConfigHome();
    return home.empty() ? home : home + "/espalier";
}

OwnJobs::OwnJobs(std::shared_ptr<fs::FileSystem> fileSystem, std::string directory, Writing writing)
    : m_fileSystem(std::move(fileSystem))
    , m_directory(std::move(directory))
    , m_writing(writing)
{
}

std::string OwnJobs::path(ConfigFile file) const
{
    return m_directory + "/" + std::string(fileName(file));
}

Result<std::string> OwnJobs::text(ConfigFile file) const
{
    if (m_directory.empty())
        return fail(Error::Kind::NotFound, MessageId::JobsHomeMissing);
    auto read = readConfigFile(*m_fileSystem, m_directory, file);
    if (!read && read.error().kind == Error::Kind::NotFound)
        return std::string();
    return read.transform([](const ConfigText &config) { return config.text; });
}

Result<JobNotesText> OwnJobs::notes() const
{
    const auto directory = m_fileSystem->open(m_directory);
    if (!directory)
        return directory.error().kind == Error::Kind::NotFound ? JobNotesText::read({}, notesFile) : failWith(directory);
    return contentOf(**directory, notesFile).and_then([](const std::string &text) { return JobNotesText::read(text, notesFile); });
}

OwnPruneJobReading OwnJobs::pruneJobs() const
{
    const auto text = this->text(ConfigFile::PruneJobs);
    if (!text)
        return {.problems = {text.error()}};
    PruneJobReading read = readPruneJobs(*text, path(ConfigFile::PruneJobs));
    return joined<OwnPruneJob>(JobKind::Prune, std::move(read.jobs), std::move(read.problems), *text, notes());
}

OwnSyncJobReading OwnJobs::syncJobs() const
{
    const auto text = this->text(ConfigFile::SyncJobs);
    if (!text)
        return {.problems = {text.error()}};
    SyncJobReading read = readSyncJobs(*text, path(ConfigFile::SyncJobs));
    return joined<OwnSyncJob>(JobKind::Sync, std::move(read.jobs), std::move(read.problems), *text, notes());
}

Done OwnJobs::writeNotes(fs::Directory &directory, const JobNotesText &before, const JobNotesText &after)
{
    if (after.text() == before.text())
        return {};
    const auto present = directory.find(notesFile);
    const auto above = directory.status();
    if (!present || !above)
        return present ? Done(failWith(above)) : Done(failWith(present));
    if (*present && (*present)->kind != fs::EntryKind::File)
        return fail(Error::Kind::Conflict, MessageId::FileNotRegular, directory.path() + "/" + std::string(notesFile));
    const auto acting = actingAs(*present ? **present : *above);
    if (!acting)
        return failWith(acting);
    const Done written = directory.replaceFile(notesFile, after.text(), *present ? (*present)->mode : notesMode);
    return written ? directory.sync() : written;
}

Result<OwnJobs::Planned> OwnJobs::plan(JobKind kind, const TextEdit &edit, const NotesEdit &noteBefore, const NotesEdit &noteAfter) const
{
    const ConfigFile file = fileOf(kind);
    const auto former = text(file);
    if (!former)
        return failWith(former);
    auto sections = sectionsOf(*former, kind);
    const Done edited = sections ? edit(*sections) : Done(failWith(sections));
    if (!edited)
        return failWith(edited);
    const auto notes = this->notes();
    if (!notes)
        return failWith(notes);
    Planned planned{{file, Digest::of(*former), *former, sections->text()}, *notes, *notes, *notes};
    if (const Done noted = noteBefore(planned.notesBefore, *sections); !noted)
        return failWith(noted);
    planned.notesAfter = planned.notesBefore;
    return noteAfter(planned.notesAfter, *sections).transform([&] { return std::move(planned); });
}

/// All writers hold the lock of the notes from reading to the end, so that the two files go together.
OwnJobs::Edit OwnJobs::write(JobKind kind, const TextEdit &edit, const NotesEdit &noteBefore, const NotesEdit &noteAfter)
{
    if (m_directory.empty())
        return fail(Error::Kind::NotFound, MessageId::JobsHomeMissing);
    if (m_writing == Writing::OnlyPlanned)
        return plan(kind, edit, noteBefore, noteAfter).transform([](Planned planned) { return std::move(planned.edits); });
    const auto directory = fs::openOrMakeAll(*m_fileSystem, m_directory, directoryMode);
    if (!directory)
        return failWith(directory);
    const auto held = lockNotes(**directory);
    if (!held)
        return failWith(held);
    const auto planned = plan(kind, edit, noteBefore, noteAfter);
    if (!planned)
        return failWith(planned);
    const ConfigFileEdits &edits = planned->edits;
    return writeNotes(**directory, planned->formerNotes, planned->notesBefore)
        .and_then([&] { return writeConfigFile(*m_fileSystem, m_directory, edits.file, edits.before, edits.text); })
        .and_then([&] { return writeNotes(**directory, planned->notesBefore, planned->notesAfter); })
        .transform([&] { return edits; });
}

OwnJobs::Edit OwnJobs::add(JobKind kind, const ConfigSection &section, const JobNotes &notes)
{
    if (const Done named = checkJobName(section.id); !named)
        return failWith(named);
    const auto edit = [&](SectionText &sections) -> Done {
        if (std::ranges::contains(sections.sections(), section.id, &ConfigSection::id))
            return fail(Error::Kind::Conflict, MessageId::JobNameTaken, section.id, path(fileOf(kind)));
        return sections.add(section);
    };
    const auto note = [&](JobNotesText &text, const SectionText &) -> Done {
        text.set(kind, section, notes);
        return {};
    };
    return write(kind, edit, note, nothing);
}

OwnJobs::Edit OwnJobs::add(const PruneJob &job, const JobNotes &notes)
{
    return checkPruneJob(job).and_then([&] { return add(JobKind::Prune, sectionOf(job), notes); });
}

OwnJobs::Edit OwnJobs::add(const SyncJob &job, const JobNotes &notes)
{
    return checkOwnSyncJob(job, notes).and_then([&] { return add(JobKind::Sync, job.toSection(), notes); });
}

OwnJobs::Edit OwnJobs::change(JobKind kind, const ConfigSection &before, const ConfigSection &after, const JobNotes &notes)
{
    const auto edit = [&](SectionText &sections) -> Done {
        const ConfigSection *section = sections.find(sectionType(kind), before.id);
        if (!section)
            return missing(kind, before.id);
        const auto present = canonical(kind, *section);
        if (!present)
            return failWith(present);
        for (const std::string &key : differences(before, after)) {
            if (valuesOf(*present, key) != valuesOf(before, key))
                return fail(Error::Kind::Conflict, MessageId::ConfigChanged, path(fileOf(kind)));
            if (const Done set = sections.setList(sectionType(kind), before.id, key, valuesOf(after, key)); !set)
                return set;
        }
        return {};
    };
    const auto note = [&](JobNotesText &text, const SectionText &sections, const JobNotes &wanted) -> Done {
        const ConfigSection *section = sections.find(sectionType(kind), before.id);
        if (!section)
            return missing(kind, before.id);
        text.set(kind, *section, wanted);
        return {};
    };
    // What was approved of the former job must at no moment hold for the new one, and a job that was disabled runs by its new rules only.
    const auto noteBefore = [&](JobNotesText &text, const SectionText &sections) {
        JobNotes meanwhile = notes;
        meanwhile.approved.reset();
        const ConfigSection *section = sections.find(sectionType(kind), before.id);
        meanwhile.isDisabled = notes.isDisabled || (section && text.notes(kind, *section).isDisabled);
        return note(text, sections, meanwhile);
    };
    return write(kind, edit, noteBefore, [&](JobNotesText &text, const SectionText &sections) { return note(text, sections, notes); });
}

OwnJobs::Edit OwnJobs::change(const PruneJob &before, const PruneJob &after, const JobNotes &notes)
{
    return checkPruneJob(after).and_then([&] { return change(JobKind::Prune, sectionOf(before), sectionOf(after), notes); });
}

OwnJobs::Edit OwnJobs::change(const SyncJob &before, const SyncJob &after, const JobNotes &notes)
{
    return checkOwnSyncJob(after, notes).and_then([&] { return change(JobKind::Sync, before.toSection(), after.toSection(), notes); });
}

OwnJobs::Edit OwnJobs::remove(JobKind kind, const std::string &id)
{
    return write(
        kind, [&](SectionText &sections) { return sections.remove(sectionType(kind), id); }, nothing,
        [&](JobNotesText &notes, const SectionText &) -> Done {
            notes.remove(kind, id);
            return {};
        });
}

OwnJobs::Edit OwnJobs::setEnabled(JobKind kind, const std::string &id, bool isEnabled)
{
    const auto edit = [&](SectionText &sections) -> Done {
        if (kind == JobKind::Prune)
            return sections.setDisabled(sectionType(kind), id, !isEnabled);
        return sections.find(sectionType(kind), id) ? Done() : missing(kind, id);
    };
    const auto note = [&](JobNotesText &text, const SectionText &sections) -> Done {
        const ConfigSection *section = sections.find(sectionType(kind), id);
        if (kind != JobKind::Sync || !section)
            return {};
        JobNotes notes = text.notes(kind, *section);
        notes.isDisabled = !isEnabled;
        const auto job = SyncJob::fromSection(*section, path(fileOf(kind)));
        const Done fine = job ? checkApproval(*job, notes) : Done(failWith(job));
        if (fine)
            text.set(kind, *section, notes);
        return fine;
    };
    return write(kind, edit, note, nothing);
}

OwnJobs::Edit OwnJobs::import(JobKind kind, std::string_view serverText, const std::string &id, const JobNotes &notes)
{
    const auto sections = sectionsOf(serverText, kind);
    if (!sections)
        return failWith(sections);
    const ConfigSection *found = sections->find(sectionType(kind), id);
    if (!found)
        return missing(kind, id);
    ConfigSection section = *found;
    if (kind == JobKind::Prune) {
        std::erase_if(section.properties, [](const auto &property) { return property.first == "disable"; });
        section.properties.emplace_back("disable", "true");
    }
    std::erase_if(section.properties, [](const auto &property) { return property.first == "id"; }); // the header has it
    JobNotes own = notes;
    own.isDisabled = true;
    own.approved.reset();
    return add(kind, section, own);
}

Result<std::string> exportedJobs(JobKind kind, std::string_view text, const std::vector<std::string> &ids)
{
    const auto sections = sectionsOf(text, kind);
    auto exported = sectionsOf({}, kind);
    if (!sections)
        return failWith(sections);
    std::vector<std::string> wanted = ids;
    if (wanted.empty()) {
        for (const ConfigSection &section : sections->sections()) {
            if (section.type == sectionType(kind) && !std::ranges::contains(wanted, section.id))
                wanted.push_back(section.id);
        }
    }
    for (const std::string &id : wanted) {
        const ConfigSection *section = sections->find(sectionType(kind), id);
        if (!section)
            return missing(kind, id);
        if (const Done added = exported->add(*section); !added)
            return failWith(added);
    }
    return exported->text();
}

std::string freeJobName(const std::string &wanted, const std::vector<std::string> &taken)
{
    constexpr std::size_t longest = 32;
    std::string name = wanted;
    for (int i = 2; std::ranges::contains(taken, name); ++i) {
        const std::string number = std::format("-{}", i);
        name = wanted.substr(0, longest - number.size()) + number;
    }
    return name;
}

} // namespace espalier
