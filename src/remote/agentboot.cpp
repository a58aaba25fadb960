// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "remote/agentboot.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace espalier {

namespace {

constexpr std::string_view mark = "\nespalier-boot ";
constexpr std::size_t maxNoise = std::size_t{256} * 1024;
constexpr std::size_t maxWords = 300;

/// What ssh says, and what it means. OpenSSH's words are not translated.
constexpr std::array<std::pair<std::string_view, MessageId>, 13> sshWords{{
    {"REMOTE HOST IDENTIFICATION HAS CHANGED", MessageId::SshHostKeyChanged},
    {"has changed and you have requested strict checking", MessageId::SshHostKeyChanged},
    {"Host key verification failed", MessageId::SshHostKeyUnknown},
    {"Permission denied (", MessageId::SshDenied},
    {"Too many authentication failures", MessageId::SshDenied},
    {"Could not resolve hostname", MessageId::SshUnreachable},
    {"Connection refused", MessageId::SshUnreachable},
    {"Connection timed out", MessageId::SshUnreachable},
    {"Operation timed out", MessageId::SshUnreachable},
    {"No route to host", MessageId::SshUnreachable},
    {"Network is unreachable", MessageId::SshUnreachable},
    {"Connection closed by", MessageId::SshUnreachable},
    {"Connection reset by", MessageId::SshUnreachable},
}};

/// Without blanks around it and a full stop behind it: it is quoted in a sentence.
std::string trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \r\n\t");
    const auto last = text.find_last_not_of(" \r\n\t.");
    return first == std::string_view::npos || last == std::string_view::npos ? std::string()
                                                                             : std::string(text.substr(first, last - first + 1));
}

/// The last line that says something.
std::string lastLine(std::string_view text)
{
    const std::string all = trimmed(text);
    const auto at = all.rfind('\n');
    return trimmed(std::string_view(all).substr(at == std::string::npos ? 0 : at + 1).substr(0, maxWords));
}

/// The line in which @p word stands.
std::string lineWith(std::string_view text, std::string_view word)
{
    const auto at = text.find(word);
    const auto begin = text.rfind('\n', at);
    const auto end = text.find('\n', at);
    const auto first = begin == std::string_view::npos ? 0 : begin + 1;
    return trimmed(text.substr(first, end == std::string_view::npos ? end : end - first).substr(0, maxWords));
}

} // namespace

AgentBoot::AgentBoot(std::string host, std::string version, FindAgent find)
    : m_host(std::move(host))
    , m_version(std::move(version))
    , m_find(std::move(find))
{
}

/// One line in single quotes that needs nothing but to be handed on by the login shell: POSIX shells, csh and fish do that alike. It
/// prints what there is, and then does what it is told, word by word: names, hashes and sizes come in over its standard input.
const std::string &AgentBoot::bootCommand()
{
    static const std::string command
        = "exec /bin/sh -c '"
          "i=/usr/libexec/espalier/espalier-agent; d=\"${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/espalier\"; v=-; s=no; "
          "if [ -x \"$i\" ] && [ \"$(stat -Lc %u \"$i\")\" = 0 ] && [ -z \"$(find -L \"$i\" -perm /022)\" ]; then "
          "v=$(\"$i\" --version 2>/dev/null || echo -); "
          "case \"$(id -un)\" in root|backup) ;; *) sudo -n -u backup \"$i\" --version >/dev/null 2>&1 && s=yes;; esac; fi; "
          "printf \"\\nespalier-boot 1 %s %s %s %s\\n\" \"$(uname -m)\" \"$(id -un)\" \"$s\" \"$v\"; "
          "while read -r c h n; do f=\"$d/agent-$h\"; case \"$c\" in "
          "installed) exec \"$i\";; "
          "sudo) exec sudo -n -u backup \"$i\";; "
          "find) if [ -x \"$f\" ] && [ -O \"$d\" ] && [ -z \"$(find \"$d\" -maxdepth 0 -perm /022)\" ] "
          "&& printf \"%s  %s\\n\" \"$h\" \"$f\" | sha256sum -c >/dev/null 2>&1; "
          "then printf \"\\nespalier-boot found %s\\n\" \"$d\"; else printf \"\\nespalier-boot missing %s\\n\" \"$d\"; fi;; "
          "put) umask 077; if e=$( { mkdir -p \"$d\" && chmod 700 \"$d\" && head -c \"$n\" | gzip -dc >\"$f.$$\" "
          "&& printf \"%s  %s\\n\" \"$h\" \"$f.$$\" | sha256sum -c >/dev/null && chmod 700 \"$f.$$\" && mv -f \"$f.$$\" \"$f\"; } 2>&1 ); "
          "then find \"$d\" -maxdepth 1 -name \"agent-*\" -mtime +30 -exec rm -f {} + ; printf \"\\nespalier-boot found %s\\n\" \"$d\"; "
          "else rm -f \"$f.$$\"; printf \"\\nespalier-boot failed %s\\n\" \"$(printf %s \"$e\" | tail -n 1)\"; exit 1; fi;; "
          "run) exec \"$f\";; "
          "*) exit 64;; esac; done'";
    return command;
}

AgentBoot::Reply AgentBoot::receive(std::string_view bytes)
{
    m_bytes += bytes;
    Reply all;
    while (m_state != State::Running && m_state != State::Failed) {
        const auto begin = m_bytes.find(mark);
        const auto end = begin == std::string::npos ? begin : m_bytes.find('\n', begin + mark.size());
        if (end == std::string::npos) {
            if (m_bytes.size() > maxNoise)
                return fail(MessageId::AgentShellFailed, lastLine(std::string_view(m_bytes).substr(0, maxWords)));
            break;
        }
        const std::string line = m_bytes.substr(begin + mark.size(), end - begin - mark.size());
        m_bytes.erase(0, end + 1);
        Reply reply = takeLine(line);
        all.write += reply.write;
        all.failure = std::move(reply.failure);
    }
    all.isRunning = m_state == State::Running;
    if (all.isRunning)
        all.rest = std::exchange(m_bytes, {});
    return all;
}

AgentBoot::Reply AgentBoot::takeLine(std::string_view line)
{
    const auto [word, rest] = std::pair(line.substr(0, line.find(' ')), line.substr(std::min(line.size(), line.find(' ') + 1)));
    if (m_state == State::Looking)
        return word == "1" ? decide(rest) : Reply(); // else a login shell's
    if (m_state == State::Finding && word == "missing") {
        m_directory = rest;
        m_state = State::Putting;
        return {.write = "put " + m_agent->sha256 + ' ' + std::to_string(m_agent->compressed.size()) + '\n' + m_agent->compressed};
    }
    if ((m_state == State::Finding || m_state == State::Putting) && word == "found") {
        m_directory = rest;
        m_state = State::Running;
        return {.write = "run " + m_agent->sha256 + '\n'};
    }
    if (m_state == State::Putting && word == "failed") {
        m_state = State::Failed;
        return {.failure = Error{Error::Kind::Failed, MessageId::AgentUploadFailed, {m_host, m_directory, trimmed(rest)}, 0}};
    }
    return fail(MessageId::AgentShellFailed, line.substr(0, maxWords));
}

/// The host's own agent is used where it is of this version; else one is put there, which is never started as anybody else.
AgentBoot::Reply AgentBoot::decide(std::string_view line)
{
    std::istringstream words{std::string(line)};
    std::string machine;
    std::string sudo;
    std::string version;
    words >> machine >> m_user >> sudo >> std::ws;
    std::getline(words, version);
    if (trimmed(version) == m_version) {
        m_isInstalled = true;
        m_state = State::Running;
        return {.write = sudo == "yes" ? "sudo\n" : "installed\n"};
    }
    m_agent = m_find(machine);
    if (!m_agent)
        return fail(MessageId::AgentMissing, machine);
    m_state = State::Finding;
    return {.write = "find " + m_agent->sha256 + '\n'};
}

AgentBoot::Reply AgentBoot::fail(MessageId id, std::string_view words)
{
    m_state = State::Failed;
    return {.failure = Error{Error::Kind::Failed, id, {m_host, std::string(words)}, 0}};
}

Error AgentBoot::ended(int exitCode, std::string_view errors) const
{
    constexpr int sshFailed = 255;
    constexpr int notExecutable = 126;
    const auto error = [this](Error::Kind kind, MessageId id, std::string words) {
        std::vector<std::string> args{m_host};
        if (messageArgumentCount(id) > 1)
            args.push_back(std::move(words));
        return Error{kind, id, std::move(args), 0};
    };
    if (exitCode == sshFailed) {
        for (const auto &[words, id] : sshWords) {
            if (errors.contains(words))
                return error(Error::Kind::Unreachable, id, lineWith(errors, words));
        }
        return error(Error::Kind::Unreachable, MessageId::SshFailed, lastLine(errors));
    }
    if (m_state == State::Running && exitCode == notExecutable && !m_isInstalled)
        return error(Error::Kind::Denied, MessageId::AgentNotExecutable, m_directory);
    if (m_state != State::Looking)
        return error(Error::Kind::Failed, MessageId::AgentStartFailed, lastLine(errors));
    const std::string said = lastLine(m_bytes);
    return error(Error::Kind::Failed, MessageId::AgentShellFailed, said.empty() ? lastLine(errors) : said);
}

} // namespace espalier
