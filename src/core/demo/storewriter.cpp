// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/demo/storewriter.h"

#include "core/datastore/store.h"
#include "core/pbs/archivename.h"

#include <format>

namespace espalier {

namespace {

using DirectoryPointer = std::shared_ptr<fs::Directory>;

constexpr std::uint32_t directoryMode = 0755;
constexpr std::uint32_t chunksMode = 0750;
constexpr std::uint32_t fileMode = 0644;

Result<DirectoryPointer> directoryIn(fs::Directory &parent, std::string_view name, std::uint32_t mode)
{
    if (const Done made = parent.createDirectory(name, mode); !made && made.error().id != MessageId::FileExists)
        return failWith(made);
    return parent.openDirectory(name);
}

} // namespace

Result<StoreWriter> StoreWriter::make(std::shared_ptr<fs::Directory> root, std::string_view marker)
{
    if (const Done made = writeFile(*root, demoMarkerName, marker); !made)
        return failWith(made);
    if (const Done made = writeFile(*root, ".lock", {}); !made)
        return failWith(made);
    if (const Done made = root->createDirectory(".chunks", chunksMode); !made)
        return failWith(made);
    return StoreWriter(std::move(root));
}

Result<DirectoryPointer> StoreWriter::ns(const NamespacePath &path)
{
    Result<DirectoryPointer> directory = m_root;
    for (const std::string_view name : path.components()) {
        directory = directoryIn(**directory, "ns", directoryMode);
        if (directory)
            directory = directoryIn(**directory, name, directoryMode);
        if (!directory)
            break;
    }
    return directory;
}

Result<DirectoryPointer> StoreWriter::makeGroup(const NamespacePath &path, const GroupId &id, std::string_view owner,
                                                std::string_view notes)
{
    auto directory = ns(path);
    if (directory)
        directory = directoryIn(**directory, toString(id.type()), directoryMode);
    if (directory)
        directory = directoryIn(**directory, id.id(), directoryMode);
    if (!directory)
        return directory;
    if (const Done written = writeFile(**directory, ownerFileName, std::format("{}\n", owner)); !written)
        return failWith(written);
    if (const Done written = notes.empty() ? Done() : writeFile(**directory, notesFileName, notes); !written)
        return failWith(written);
    return directory;
}

Result<DirectoryPointer> StoreWriter::makeSnapshot(fs::Directory &group, const SnapshotTime &time)
{
    return directoryIn(group, time.toString(), directoryMode);
}

Done StoreWriter::writeFile(fs::Directory &directory, std::string_view name, std::string_view content)
{
    return directory.createFile(name, content, fileMode);
}

Done StoreWriter::writeChunk(const Digest &digest, std::string_view blob)
{
    return m_chunks.insert(digest).second ? addToChunks(digest, {}, blob) : Done();
}

Done StoreWriter::writeBadChunk(const Digest &digest, std::string_view blob)
{
    return addToChunks(digest, ".0.bad", blob);
}

Done StoreWriter::addToChunks(const Digest &digest, std::string_view suffix, std::string_view blob)
{
    constexpr std::size_t prefixLength = 4;
    const std::string name = digest.toHex();
    auto directory = m_root->openDirectory(".chunks");
    if (directory)
        directory = directoryIn(**directory, std::string_view(name).substr(0, prefixLength), chunksMode);
    return directory ? writeFile(**directory, name + std::string(suffix), blob) : Done(failWith(directory));
}

} // namespace espalier
