// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "text/expectations.h"
#include "text/messages.h"
#include "text/printable.h"
#include "text/taskwords.h"

#include <QCoreApplication>

namespace espalier {

/// Turns one error into words, each kind in a file of its own. Its name is the context of the translations.
class Messages
{
    Q_DECLARE_TR_FUNCTIONS(espalier::Messages)

public:
    explicit Messages(const Error &error) : m_error(error) {}

    text::Sentences sentences() const;
    static QString nameOfRoot() { return tr("Root", "the namespace at the top of a datastore"); }

private:
    /// @name Empty where the error is about something else
    /// @{
    text::Sentences ofData() const;
    text::Sentences ofAccess() const;
    text::Sentences ofHosts() const;
    text::Sentences ofAgent() const;
    text::Sentences ofMounts() const;
    text::Sentences ofMaintenance() const;
    text::Sentences ofPlans() const;
    text::Sentences ofRuns() const;
    text::Sentences ofRemovals() const;
    text::Sentences ofSyncs() const;
    text::Sentences ofStoreMoves() const;
    text::Sentences ofJobs() const;
    text::Sentences ofUsage() const;
    /// @}
    QString a(std::size_t index) const { return index < m_error.args.size() ? printable(m_error.args[index]) : QString(); }
    QString task(std::size_t index) const { return index < m_error.args.size() ? text::taskWords(m_error.args[index]) : QString(); }
    QString ns(std::size_t index) const { return a(index).isEmpty() ? nameOfRoot() : a(index); }
    QString differences(std::size_t index) const;
    QString expected(std::size_t index) const { return expectation(a(index)); }
    QString job(std::size_t index) const;
    QString behind(std::size_t index) const;

    const Error &m_error;
};

} // namespace espalier
