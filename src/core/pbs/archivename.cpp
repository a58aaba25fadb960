// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pbs/archivename.h"

#include "core/pbs/safeid.h"

#include <utility>

namespace espalier {

namespace {

constexpr std::size_t maxNameLength = 255;

constexpr std::pair<std::string_view, ArchiveType> serverExtensions[]
    = {{".blob", ArchiveType::Blob}, {".didx", ArchiveType::DynamicIndex}, {".fidx", ArchiveType::FixedIndex}};

constexpr std::pair<std::string_view, ArchiveType> clientExtensions[] = {
    {"blob", ArchiveType::Blob},          {"conf", ArchiveType::Blob},          {"didx", ArchiveType::DynamicIndex},
    {"fidx", ArchiveType::FixedIndex},    {"img", ArchiveType::FixedIndex},     {"json", ArchiveType::Blob},
    {"key", ArchiveType::Blob},           {"log", ArchiveType::Blob},           {"mpxar", ArchiveType::DynamicIndex},
    {"pcat1", ArchiveType::DynamicIndex}, {"ppxar", ArchiveType::DynamicIndex}, {"pxar", ArchiveType::DynamicIndex},
};

/// The last component of a path, trailing slashes and "/." aside; empty where it is "." or "..".
std::string_view lastComponent(std::string_view path)
{
    while (path.ends_with('/') || path.ends_with("/."))
        path.remove_suffix(1);
    path.remove_prefix(path.rfind('/') + 1); // npos + 1 is 0
    return path == "." || path == ".." ? std::string_view() : path;
}

} // namespace

Result<ArchiveName> ArchiveName::fromString(std::string_view text)
{
    if (text.size() <= maxNameLength && isSafeId(text)) {
        for (const auto &[extension, type] : serverExtensions) {
            if (text.ends_with(extension)) {
                ArchiveName name;
                name.m_text = text;
                name.m_type = type;
                return name;
            }
        }
    }
    return fail(Error::Kind::InvalidInput, MessageId::ArchiveNameMalformed, text);
}

Result<ArchiveType> archiveTypeOf(std::string_view name)
{
    const std::string_view last = lastComponent(name);
    const std::size_t dot = last.rfind('.');
    if (dot != std::string_view::npos && dot > 0) {
        for (const auto &[extension, type] : clientExtensions) {
            if (last.substr(dot + 1) == extension)
                return type;
        }
    }
    return fail(Error::Kind::InvalidInput, MessageId::ArchiveNameMalformed, name);
}

} // namespace espalier
