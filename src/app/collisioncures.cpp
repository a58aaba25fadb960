// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/collisioncures.h"

#include "app/mergedialog.h"

#include <QCoreApplication>

namespace espalier {

/// The changes that cures make of a change.
class CollisionCures
{
    Q_DECLARE_TR_FUNCTIONS(espalier::CollisionCures)

public:
    static std::vector<Change> merged(const Change &change, ExistingGroup existing);
    static std::vector<Change> besideTheOther(const OpenStore &store, const Change &change);
    static std::vector<Change> withOwnerOfTheOther(const OpenStore &store, const Change &change);
    static QString text(Cure cure);
};

std::vector<Change> CollisionCures::merged(const Change &change, ExistingGroup existing)
{
    Change copy = change;
    if (auto *move = std::get_if<MoveGroup>(&copy))
        move->existing = existing;
    if (auto *move = std::get_if<MoveNamespace>(&copy)) {
        if (move->intoExisting) // it is groups that collide
            move->existing = existing;
        move->intoExisting = true;
    }
    return {copy};
}

std::vector<Change> CollisionCures::besideTheOther(const OpenStore &store, const Change &change)
{
    const Tree &tree = store.projection().tree;
    if (const auto *move = std::get_if<MoveGroup>(&change)) {
        MoveGroup beside = *move;
        beside.to = nameBeside(tree, move->to);
        beside.existing = ExistingGroup::Undecided;
        return {CreateNamespace{beside.to}, beside};
    }
    Change copy = change;
    if (auto *move = std::get_if<MoveNamespace>(&copy))
        move->to = nameBeside(tree, move->to);
    if (auto *twin = std::get_if<CopyNamespaces>(&copy))
        twin->to = nameBeside(tree, twin->to);
    return {copy};
}

std::vector<Change> CollisionCures::withOwnerOfTheOther(const OpenStore &store, const Change &change)
{
    const auto *move = std::get_if<MoveGroup>(&change);
    const auto other = move ? store.projection().tree.find(move->to, move->group) : nullptr;
    if (!other || !other->owner)
        return {change};
    return {ChangeOwner{move->from, move->group, *other->owner}, change};
}

QString CollisionCures::text(Cure cure)
{
    switch (cure) {
    case Cure::KeepBoth: return tr("Keep both");
    case Cure::ChangeOwner: return tr("Change the owner");
    default: return tr("Merge");
    }
}

namespace {

void revise(OpenStore &store, Cure cure, const std::vector<std::size_t> &indexes)
{
    store.revise(
        indexes,
        [&store, cure](const Change &change) {
            switch (cure) {
            case Cure::Merge: return CollisionCures::merged(change, ExistingGroup::Merge);
            case Cure::MergeAnyhow: return CollisionCures::merged(change, ExistingGroup::MergeAnyhow);
            case Cure::KeepBoth: return CollisionCures::besideTheOther(store, change);
            case Cure::ChangeOwner: return CollisionCures::withOwnerOfTheOther(store, change);
            default: return std::vector{change};
            }
        },
        CollisionCures::text(cure));
}

} // namespace

void cureCollision(OpenStore &store, Cure cure, const std::vector<std::size_t> &indexes, QWidget *window)
{
    const bool merges = cure == Cure::Merge || cure == Cure::MergeAnyhow;
    const auto *move = indexes.size() == 1 ? std::get_if<MoveGroup>(&store.changes()[indexes.front()]) : nullptr;
    if (!merges || !move)
        return revise(store, cure, indexes);
    auto *dialog = new MergeDialog(&store, *move, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto when = [&store, asked = Change(*move), index = indexes.front()](Cure chosen) {
        return [&store, asked, index, chosen] {
            if (index < store.changes().size() && store.changes()[index] == asked) // nothing else came meanwhile
                revise(store, chosen, {index});
        };
    };
    QObject::connect(dialog, &MergeDialog::mergeRequested, &store, when(Cure::MergeAnyhow));
    QObject::connect(dialog, &MergeDialog::keepBothRequested, &store, when(Cure::KeepBoth));
    dialog->open();
}

} // namespace espalier
