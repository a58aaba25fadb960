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
#include <utility>

namespace espalier {

namespace {

constexpr std::string_view notesFile = "jobs.json";
constexpr std::string_view notesLock = ".jobs.lck";
constexpr std::uint32_t directoryMode = 0700;
constexpr std::uint32_t notesMode = 0640; // as the files beside it

void nothing(JobNotesText &) {}

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

} // namespace

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
    OwnPruneJobReading reading{.problems = std::move(read.problems)};
    const auto notes = this->notes();
    if (!notes)
        reading.problems.push_back(notes.error());
    for (PruneJob &job : read.jobs) {
        JobNotes own = notes ? notes->notes(JobKind::Prune, job.id) : JobNotes();
        reading.jobs.push_back({std::move(job), std::move(own)});
    }
    return reading;
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

OwnJobs::Edit OwnJobs::plan(JobKind kind, const TextEdit &edit) const
{
    const ConfigFile file = fileOf(kind);
    const auto former = text(file);
    if (!former)
        return failWith(former);
    auto sections = sectionsOf(*former, kind);
    const Done edited = sections ? edit(*sections) : Done(failWith(sections));
    if (!edited)
        return failWith(edited);
    return ConfigFileEdits{file, Digest::of(*former), *former, sections->text()};
}

/// All writers hold the lock of the notes from reading to the end, so that the two files go together.
OwnJobs::Edit OwnJobs::write(JobKind kind, const TextEdit &edit, const NotesEdit &noteBefore, const NotesEdit &noteAfter)
{
    if (m_directory.empty())
        return fail(Error::Kind::NotFound, MessageId::JobsHomeMissing);
    if (m_writing == Writing::OnlyPlanned)
        return plan(kind, edit);
    const auto directory = fs::openOrMakeAll(*m_fileSystem, m_directory, directoryMode);
    if (!directory)
        return failWith(directory);
    const auto held = lockNotes(**directory);
    if (!held)
        return failWith(held);
    const auto former = notes();
    const Edit planned = former ? plan(kind, edit) : Edit(failWith(former));
    if (!planned)
        return planned;
    JobNotesText before = *former;
    noteBefore(before);
    JobNotesText after = before;
    noteAfter(after);
    return writeNotes(**directory, *former, before)
        .and_then([&] { return writeConfigFile(*m_fileSystem, m_directory, planned->file, planned->before, planned->text); })
        .and_then([&] { return writeNotes(**directory, before, after); })
        .transform([&] { return *planned; });
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
    return write(kind, edit, [&](JobNotesText &text) { text.set(kind, section.id, notes); }, nothing);
}

OwnJobs::Edit OwnJobs::add(const PruneJob &job, const JobNotes &notes)
{
    return checkPruneJob(job).and_then([&] { return add(JobKind::Prune, sectionOf(job), notes); });
}

OwnJobs::Edit OwnJobs::change(const JobState &before, const JobState &after, const JobNotes &notes)
{
    const auto edit = [&](SectionText &sections) -> Done {
        const auto present = presentEntry(sections.text(), before);
        if (!present)
            return failWith(present);
        if (*present != ConfigEntry(before))
            return fail(Error::Kind::Conflict, MessageId::ConfigChanged, path(fileOf(before.kind)));
        for (const auto &[key, value] : after.values) {
            if (const Done set = sections.set(sectionType(after.kind), after.id, key, value); !set)
                return set;
        }
        return {};
    };
    // What was approved of the former job must at no moment hold for the new one.
    const auto unapprove = [&](JobNotesText &text) {
        JobNotes unapproved = notes;
        unapproved.approved.reset();
        text.set(before.kind, before.id, unapproved);
    };
    return write(before.kind, edit, unapprove, [&](JobNotesText &text) { text.set(before.kind, before.id, notes); });
}

OwnJobs::Edit OwnJobs::change(const PruneJob &before, const PruneJob &after, const JobNotes &notes)
{
    const JobState wanted = differences(before, after);
    return checkPruneJob(after).and_then([&] { return change(valuesOf(before, wanted), wanted, notes); });
}

OwnJobs::Edit OwnJobs::remove(JobKind kind, const std::string &id)
{
    return write(
        kind, [&](SectionText &sections) { return sections.remove(sectionType(kind), id); }, nothing,
        [&](JobNotesText &notes) { notes.remove(kind, id); });
}

OwnJobs::Edit OwnJobs::setEnabled(const std::string &id, bool isEnabled)
{
    return write(
        JobKind::Prune, [&](SectionText &sections) { return sections.setDisabled(sectionType(JobKind::Prune), id, !isEnabled); }, nothing,
        nothing);
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
    return add(kind, section, notes);
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
