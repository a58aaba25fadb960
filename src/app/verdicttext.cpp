// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/verdicttext.h"

#include "text/messages.h"

#include <QCoreApplication>

namespace espalier {

/// Only the context of the translations.
class VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(espalier::VerdictText)

public:
    static QString word(Verdict::Level level);
    static QString cure(Cure cure);
};

QString VerdictText::word(Verdict::Level level)
{
    switch (level) {
    case Verdict::Level::WillDo: return tr("will be done");
    case Verdict::Level::Waits: return tr("waits");
    case Verdict::Level::NeedsAttention: return tr("needs attention");
    case Verdict::Level::Refused: return tr("refused");
    }
    return {};
}

QString VerdictText::cure(Cure cure)
{
    switch (cure) {
    case Cure::TakeForeignEntriesAlong: return tr("Take &foreign files along");
    case Cure::ChooseOtherNamespace: return tr("Choose &another namespace…");
    case Cure::CreateTargetNamespace: return tr("Create the &namespace");
    case Cure::Merge: return tr("&Merge…");
    case Cure::MergeAnyhow: return tr("Merge &anyhow…");
    case Cure::KeepBoth: return tr("Keep &both");
    case Cure::ChangeOwner: return tr("Change the &owner");
    case Cure::Wait: return {};
    }
    return {};
}

IconName verdictIcon(Verdict::Level level)
{
    switch (level) {
    case Verdict::Level::WillDo: return IconName::WillDo;
    case Verdict::Level::Waits: return IconName::Waits;
    case Verdict::Level::NeedsAttention: return IconName::NeedsAttention;
    case Verdict::Level::Refused: return IconName::Refused;
    }
    return IconName::Refused;
}

QString verdictWord(Verdict::Level level)
{
    return VerdictText::word(level);
}

QString verdictReason(const Verdict &verdict)
{
    return verdict.reason ? text::oneLine(*verdict.reason) : QString();
}

QString cureText(Cure cure)
{
    return VerdictText::cure(cure);
}

} // namespace espalier
