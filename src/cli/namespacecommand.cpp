// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commands.h"
#include "cli/jsonoutput.h"
#include "cli/table.h"
#include "text/printable.h"
#include "text/utf8.h"

#include <QCoreApplication>

namespace espalier::cli {

/// Lists a namespace and those below it.
class ListNamespacesCommand
{
    Q_DECLARE_TR_FUNCTIONS(espalier::cli::ListNamespacesCommand)

public:
    explicit ListNamespacesCommand(Invocation &invocation) : m_invocation(invocation) {}

    ExitCode run();

private:
    void printText(const std::vector<const Namespace *> &namespaces) const;

    Invocation &m_invocation;
};

ExitCode ListNamespacesCommand::run()
{
    const auto &positionals = m_invocation.arguments.positionals();
    const auto top = namespaceArgument("NS", positionals.size() > 1 ? positionals[1] : std::string());
    if (!top)
        return report(m_invocation, top.error());
    const auto session = openStore(m_invocation);
    if (!session)
        return report(m_invocation, session.error());
    const auto scanned = scanStore(m_invocation, *session);
    if (!scanned)
        return report(m_invocation, scanned.error());
    if (!scanned->tree.find(*top))
        return report(m_invocation, fail(Error::Kind::NotFound, MessageId::PlanNamespaceGone, top->toString()).error());
    std::vector<const Namespace *> namespaces;
    scanned->tree.forEachNamespace([&](const Namespace &ns) {
        if (top->contains(ns.path))
            namespaces.push_back(&ns);
    });
    if (!m_invocation.isJson()) {
        printText(namespaces);
        return ExitCode::Done;
    }
    Json list = Json::array();
    for (const Namespace *ns : namespaces)
        list.push_back(countsToJson(*ns));
    m_invocation.output.line(toQString(dump({{"path", session->location()}, {"name", session->name()}, {"namespaces", std::move(list)}})));
    return ExitCode::Done;
}

void ListNamespacesCommand::printText(const std::vector<const Namespace *> &namespaces) const
{
    const std::vector<Align> columns{Align::Left, Align::Right, Align::Right};
    printTable(m_invocation.output, columns, [&](const std::function<void(const TableRow &)> &print) {
        print({tr("Namespace"), tr("Groups"), tr("Snapshots")});
        for (const Namespace *ns : namespaces) {
            const QString name = ns->path.isRoot() ? tr("(root)") : printable(ns->path.toString());
            print({name, QString::number(ns->groupsBelow), QString::number(ns->snapshotsBelow)});
        }
    });
}

ExitCode runListNamespaces(Invocation &invocation)
{
    return ListNamespacesCommand(invocation).run();
}

} // namespace espalier::cli
