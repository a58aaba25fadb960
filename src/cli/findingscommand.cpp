// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "text/findings.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

#include <algorithm>

namespace espalier::cli {

/// Lists what does not fit PBS's scheme, found in both passes.
class FindingsCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::FindingsCommand)

public:
    explicit FindingsCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    Result<std::vector<Finding>> find(const Session &session) const;
    void printText(const std::vector<Finding> &findings) const;
    void printJson(const Session &session, const std::vector<Finding> &findings) const;

    Invocation &m_invocation;
};

ExitCode FindingsCommand::run()
{
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    const auto findings = find(*session);
    if (!findings)
        return report(m_invocation, findings.error());
    if (m_invocation.isJson())
        printJson(*session, *findings);
    else
        printText(*findings);
    return ExitCode::Done;
}

Result<std::vector<Finding>> FindingsCommand::find(const Session &session) const
{
    const auto first = scanStore(m_invocation, session);
    if (!first)
        return failWith(first);
    const auto second = cli::readAllDetails(m_invocation, session, first->tree);
    if (!second)
        return failWith(second);
    std::vector<Finding> all = first->findings;
    all.insert(all.end(), second->findings.begin(), second->findings.end());
    std::ranges::stable_sort(all, {}, &Finding::path);
    return all;
}

void FindingsCommand::printText(const std::vector<Finding> &findings) const
{
    Output &output = m_invocation.output;
    for (const Finding &finding : findings) {
        const bool isProblem = findingSeverity(finding.kind) == Finding::Severity::Problem;
        const text::FindingText words = text::findingText(finding);
        output.line((isProblem ? tr("Problem: %1") : tr("Hint: %1")).arg(printable(finding.path)));
        output.line(QStringLiteral("  ") + QStringList{words.meaning, words.consequence}.join(u' ').trimmed());
        output.line(QStringLiteral("  ") + words.advice);
        output.line();
    }
    const auto problems = std::ranges::count_if(
        findings, [](const Finding &finding) { return findingSeverity(finding.kind) == Finding::Severity::Problem; });
    output.line(tr("%n problem(s)", nullptr, int(problems)) + QStringLiteral(", ")
                + tr("%n hint(s)", nullptr, int(std::ssize(findings) - problems)));
}

void FindingsCommand::printJson(const Session &session, const std::vector<Finding> &findings) const
{
    Json list = Json::array();
    for (const Finding &finding : findings)
        list.push_back(toJson(finding));
    m_invocation.output.line(toQString(dump({{"path", session.location()}, {"name", session.name()}, {"findings", std::move(list)}})));
}

ExitCode runFindings(Invocation &invocation)
{
    return FindingsCommand(invocation).run();
}

} // namespace espalier::cli
