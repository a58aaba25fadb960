// SPDX-FileCopyrightText: 2026 Espalier contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/meetings.h"
#include "plansupport.h"

#include <QTest>

using namespace espalier;
using namespace espalier::test;

class TestMeetings : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_tree = Tree();
        for (const char *path : {"a", "b", "c"})
            m_tree = withGroupAt(m_tree, path, makeGroup("vm/100"));
        m_tree = withGroupAt(m_tree, "a", makeGroup("vm/101"));
    }

    void whateverWasDecided()
    {
        for (const auto existing : {ExistingGroup::Undecided, ExistingGroup::Merge, ExistingGroup::MergeAnyhow}) {
            MoveGroup move = moveOf("a", "vm/100", "b");
            move.existing = existing;
            QVERIFY(meetings({move}) == (std::vector<Meeting>{{ns("a"), ns("b"), groupId("vm/100")}}));
        }
    }

    void nobodyThere()
    {
        QVERIFY(meetings({moveOf("a", "vm/101", "b")}).empty());
        QVERIFY(meetings({moveOf("a", "vm/100", "a")}).empty());
        QVERIFY(meetings({moveOf("a", "vm/100", ""), moveOf("b", "vm/100", "a")}).empty()); // the place is free by then
    }

    void evenWhereTheyCannotBeMerged()
    {
        Group other = makeGroup("vm/100");
        other.owner = AuthId::fromString("other@pbs").value();
        m_tree = withGroupAt(m_tree, "b", other);
        QCOMPARE(meetings({moveOf("a", "vm/100", "b")}).size(), std::size_t(1));
    }

    void whereTheyAreOnDisk()
    {
        const auto found = meetings({moveOf("a", "vm/100", ""), moveOf("b", "vm/100", "")});
        QVERIFY(found == (std::vector<Meeting>{{ns("b"), ns("a"), groupId("vm/100")}}));
    }

    void inTheMoveOfANamespace()
    {
        const auto found = meetings({MoveNamespace{.from = ns("a"), .to = ns("c"), .maxDepth = std::nullopt, .intoExisting = true}});
        QVERIFY(found == (std::vector<Meeting>{{ns("a"), ns("c"), groupId("vm/100")}}));
    }

private:
    std::vector<Meeting> meetings(const std::vector<Change> &changes) const { return findMeetings(m_tree, changes); }

    Tree m_tree;
};

QTEST_APPLESS_MAIN(TestMeetings)
#include "tst_meetings.moc"
