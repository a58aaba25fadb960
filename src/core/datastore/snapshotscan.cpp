// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/datastore/snapshotscan.h"

#include "core/pbs/archivename.h"
#include "core/pbs/groupfiles.h"
#include "core/pbs/indexstart.h"

#include <algorithm>
#include <optional>

namespace espalier {

namespace {

/// Looks at everything in one snapshot's directory.
class SnapshotScanner
{
public:
    SnapshotScanner(const fs::Directory &directory, const std::string &path, FindingCollector &findings)
        : m_directory(directory)
        , m_path(path)
        , m_findings(findings)
    {
    }

    SnapshotDetails run(const std::vector<fs::Entry> &entries, bool judgeOwners);

private:
    void readManifestFile();
    void visit(const fs::Entry &entry);
    void visitArchive(const ArchiveName &name);
    void checkIndex(const ArchiveName &name, const fs::FileStart &start);
    void checkFile(std::string_view name, const fs::Status &status);
    bool isExpected(std::string_view name) const;

    std::string pathOf(std::string_view name) const { return joinPath(m_path, name); }

    const fs::Directory &m_directory;
    const std::string &m_path;
    FindingCollector &m_findings;
    std::optional<Manifest> m_manifest;
    SnapshotDetails m_details;
    bool m_judgeOwners = true;
};

SnapshotDetails SnapshotScanner::run(const std::vector<fs::Entry> &entries, bool judgeOwners)
{
    m_judgeOwners = judgeOwners;
    const auto isManifest = [](const fs::Entry &entry) { return entry.kind == fs::EntryKind::File && entry.name == manifestFileName; };
    if (std::ranges::any_of(entries, isManifest))
        readManifestFile();
    for (const fs::Entry &entry : entries) {
        if (!isManifest(entry))
            visit(entry);
    }
    return m_details;
}

void SnapshotScanner::readManifestFile()
{
    const auto start = m_directory.readStart(manifestFileName, manifestFileLimit);
    if (!start)
        return m_findings.addUnreadable(pathOf(manifestFileName), start.error());
    checkFile(manifestFileName, start->status);
    auto manifest = readManifest(start->bytes, manifestFileName);
    if (!manifest)
        return m_findings.add(Finding::Kind::SnapshotManifestDamaged, pathOf(manifestFileName), manifest.error().args);
    m_details.manifestReadable = true;
    m_details.size = manifest->totalSize() + start->status.size;
    m_details.fileCount = static_cast<std::uint32_t>(manifest->files.size() + 1);
    m_details.cryptMode = manifest->cryptMode();
    m_details.verifyState = manifest->verifyState;
    m_details.keyFingerprint = manifest->keyFingerprint;
    m_details.comment = firstLine(manifest->notes);
    m_manifest = std::move(*manifest);
}

void SnapshotScanner::visit(const fs::Entry &entry)
{
    if (entry.kind != fs::EntryKind::File)
        return m_findings.addUnexpected(pathOf(entry.name), entry);
    if (entry.name == protectedFileName) {
        const auto status = m_directory.find(entry.name);
        if (status && *status)
            checkFile(entry.name, **status);
        return;
    }
    const auto archive = ArchiveName::fromString(entry.name);
    if (!archive)
        return m_findings.addUnexpected(pathOf(entry.name), entry);
    visitArchive(*archive);
    if (isExpected(entry.name))
        return;
    ++m_details.fileCount;
    if (m_manifest && entry.name != clientLogFileName)
        m_findings.addUnexpected(pathOf(entry.name), entry);
}

void SnapshotScanner::visitArchive(const ArchiveName &name)
{
    const std::string &text = name.toString();
    if (name.type() == ArchiveType::Blob) {
        const auto status = m_directory.find(text);
        if (!status)
            m_findings.addUnreadable(pathOf(text), status.error());
        else if (*status)
            checkFile(text, **status);
        return;
    }
    const auto start = m_directory.readStart(text, indexStartSize);
    if (start) {
        checkFile(text, start->status);
        checkIndex(name, *start);
    } else if (start.error().kind != Error::Kind::NotFound) {
        m_findings.addUnreadable(pathOf(text), start.error());
    }
}

void SnapshotScanner::checkIndex(const ArchiveName &name, const fs::FileStart &start)
{
    const auto kind = checkIndexStart(start.bytes, start.status.size, name.toString());
    if (!kind)
        return m_findings.add(Finding::Kind::IndexPartial, pathOf(name.toString()), kind.error().args);
    if ((*kind == IndexFile::Kind::Fixed) != (name.type() == ArchiveType::FixedIndex))
        m_findings.add(Finding::Kind::IndexPartial, pathOf(name.toString()), {name.toString(), "0", "an index of the kind its name tells"});
}

void SnapshotScanner::checkFile(std::string_view name, const fs::Status &status)
{
    m_findings.checkMode(m_path, name, status, fileMode);
    if (m_judgeOwners)
        m_findings.checkOwner(m_path, name, status);
}

/// Whether the manifest lists the file.
bool SnapshotScanner::isExpected(std::string_view name) const
{
    return m_manifest && std::ranges::contains(m_manifest->files, name, &ManifestFile::fileName);
}

} // namespace

SnapshotDetails scanSnapshotDirectory(const fs::Directory &group, const std::string &name, const std::string &path, bool judgeOwner,
                                      FindingCollector &findings)
{
    const auto directory = group.openDirectory(name);
    const auto status = directory ? (*directory)->status() : failWith(directory);
    const auto entries = status ? (*directory)->entries() : failWith(status);
    if (!entries) {
        if (entries.error().kind != Error::Kind::NotFound) // else it was removed meanwhile
            findings.addUnreadable(path, entries.error());
        return {};
    }
    findings.checkMode(path, {}, *status, directoryMode);
    const bool ownerIsRight = !judgeOwner || findings.checkOwner(path, {}, *status);
    return SnapshotScanner(**directory, path, findings).run(*entries, judgeOwner && ownerIsRight);
}

} // namespace espalier
