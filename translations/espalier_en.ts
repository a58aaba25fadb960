<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>espalier::ApplyWords</name>
    <message numerus="yes">
        <source>Move %n group(s)</source>
        <translation>
            <numerusform>Move %n group</numerusform>
            <numerusform>Move %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n namespace(s)</source>
        <translation>
            <numerusform>Create %n namespace</numerusform>
            <numerusform>Create %n namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be done</source>
        <translation>
            <numerusform>%n will be done</numerusform>
            <numerusform>%n will be done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n waits</numerusform>
            <numerusform>%n wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n needs attention</numerusform>
            <numerusform>%n need attention</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in %1: %2</source>
        <comment>name of a datastore, list of counts</comment>
        <translation>
            <numerusform>%n change in %1: %2</numerusform>
            <numerusform>%n changes in %1: %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are refused. Remove them first.</source>
        <translation>
            <numerusform>%n change is refused. Remove it first.</numerusform>
            <numerusform>%n changes are refused. Remove them first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need attention. Select one to see what can be done.</source>
        <translation>
            <numerusform>%n change needs attention. Select one to see what can be done.</numerusform>
            <numerusform>%n changes need attention. Select one to see what can be done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>Apply %n change</numerusform>
            <numerusform>Apply %n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s)</source>
        <translation>
            <numerusform>Remove %n snapshot</numerusform>
            <numerusform>Remove %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) are removed for good</source>
        <translation>
            <numerusform>%n snapshot is removed for good</numerusform>
            <numerusform>%n snapshots are removed for good</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::Cells</name>
    <message numerus="yes">
        <source>%n group(s) will arrive</source>
        <translation>
            <numerusform>%n group will arrive</numerusform>
            <numerusform>%n groups will arrive</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n namespace</numerusform>
            <numerusform>%n namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>reading … %n group(s)</source>
        <translation>
            <numerusform>reading … %n group</numerusform>
            <numerusform>reading … %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::DatastoreModel</name>
    <message numerus="yes">
        <source>Move %n group(s) to %1</source>
        <translation>
            <numerusform>Move %n group to %1</numerusform>
            <numerusform>Move %n groups to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n namespace(s) to %1</source>
        <translation>
            <numerusform>Move %n namespace to %1</numerusform>
            <numerusform>Move %n namespaces to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s) to %1</source>
        <translation>
            <numerusform>Move %n item to %1</numerusform>
            <numerusform>Move %n items to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n namespace(s) to %1 of %2…</source>
        <translation>
            <numerusform>Copy %n namespace to %1 of %2…</numerusform>
            <numerusform>Copy %n namespaces to %1 of %2…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n group(s) to %1 of %2…</source>
        <translation>
            <numerusform>Copy %n group to %1 of %2…</numerusform>
            <numerusform>Copy %n groups to %1 of %2…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::EditController</name>
    <message numerus="yes">
        <source>Move %n item(s) to a new namespace</source>
        <translation>
            <numerusform>Move %n item to a new namespace</numerusform>
            <numerusform>Move %n items to a new namespace</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::FilterEditor</name>
    <message numerus="yes">
        <source>It finds %1 of %n group(s).</source>
        <translation>
            <numerusform>It finds %1 of %n group.</numerusform>
            <numerusform>It finds %1 of %n groups.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::FindingsPane</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::FormatWords</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>%n month ago</numerusform>
            <numerusform>%n months ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>%n year ago</numerusform>
            <numerusform>%n years ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::GroupComparison</name>
    <message numerus="yes">
        <source>%n, %1 to %2</source>
        <comment>snapshots</comment>
        <translation>
            <numerusform>%n, %1 to %2</numerusform>
            <numerusform>%n, %1 to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::GroupPage</name>
    <message numerus="yes">
        <source>%n protected</source>
        <translation>
            <numerusform>%n protected</numerusform>
            <numerusform>%n protected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished</source>
        <translation>
            <numerusform>%n unfinished</numerusform>
            <numerusform>%n unfinished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::ItemController</name>
    <message numerus="yes">
        <source>Owner of %n group(s):</source>
        <translation>
            <numerusform>Owner of %n group:</numerusform>
            <numerusform>Owner of %n groups:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change the owner of %n group(s)</source>
        <translation>
            <numerusform>Change the owner of %n group</numerusform>
            <numerusform>Change the owner of %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Protect %n snapshot(s)</source>
        <translation>
            <numerusform>Protect %n snapshot</numerusform>
            <numerusform>Protect %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the protection of %n snapshot(s)</source>
        <translation>
            <numerusform>Remove the protection of %n snapshot</numerusform>
            <numerusform>Remove the protection of %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n item(s)</source>
        <translation>
            <numerusform>Remove %n item</numerusform>
            <numerusform>Remove %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::MainWindow</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) match</source>
        <translation>
            <numerusform>%n group matches</numerusform>
            <numerusform>%n groups match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) in %1</source>
        <translation>
            <numerusform>%n finding in %1</numerusform>
            <numerusform>%n findings in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in %1 did not come to their end. Nothing is lost; look at what was done, and finish or undo it.</source>
        <translation>
            <numerusform>%n run in %1 did not come to its end. Nothing is lost; look at what was done, and finish or undo it.</numerusform>
            <numerusform>%n runs in %1 did not come to their end. Nothing is lost; look at what was done, and finish or undo it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) cut: choose a namespace and paste.</source>
        <translation>
            <numerusform>%n item cut: choose a namespace and paste.</numerusform>
            <numerusform>%n items cut: choose a namespace and paste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in %1 are pending since last time.</source>
        <translation>
            <numerusform>%n change in %1 is pending since last time.</numerusform>
            <numerusform>%n changes in %1 are pending since last time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::MoveToDialog</name>
    <message numerus="yes">
        <source>Move %n group(s) of %1 to:</source>
        <translation>
            <numerusform>Move %n group of %1 to:</numerusform>
            <numerusform>Move %n groups of %1 to:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n namespace(s) of %1 to:</source>
        <translation>
            <numerusform>Move %n namespace of %1 to:</numerusform>
            <numerusform>Move %n namespaces of %1 to:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s) of %1 to:</source>
        <translation>
            <numerusform>Move %n item of %1 to:</numerusform>
            <numerusform>Move %n items of %1 to:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::NamespacePage</name>
    <message numerus="yes">
        <source>%n finding(s): see the list of findings.</source>
        <translation>
            <numerusform>%n finding: see the list of findings.</numerusform>
            <numerusform>%n findings: see the list of findings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::NamespaceTree</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::NewNamespaceDialog</name>
    <message numerus="yes">
        <source>Letters, digits, “_”, “-” and “.”; not “-” or “.” at the start; at most %n byte(s).</source>
        <translation>
            <numerusform>Letters, digits, “_”, “-” and “.”; not “-” or “.” at the start; at most %n byte.</numerusform>
            <numerusform>Letters, digits, “_”, “-” and “.”; not “-” or “.” at the start; at most %n bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::OpenStore</name>
    <message numerus="yes">
        <source>Move %n group(s) to %1</source>
        <translation>
            <numerusform>Move %n group to %1</numerusform>
            <numerusform>Move %n groups to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n pending change(s)</source>
        <translation>
            <numerusform>Remove %n pending change</numerusform>
            <numerusform>Remove %n pending changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n namespace(s) to %1</source>
        <translation>
            <numerusform>Move %n namespace to %1</numerusform>
            <numerusform>Move %n namespaces to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s) to %1</source>
        <translation>
            <numerusform>Move %n item to %1</numerusform>
            <numerusform>Move %n items to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::OverlapsPane</name>
    <message numerus="yes">
        <source>%n guest id(s) in several namespaces</source>
        <translation>
            <numerusform>%n guest id in several namespaces</numerusform>
            <numerusform>%n guest ids in several namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest id(s) with several guests' names</source>
        <translation>
            <numerusform>%n guest id with several guests' names</numerusform>
            <numerusform>%n guest ids with several guests' names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PendingModel</name>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PlaceWords</name>
    <message numerus="yes">
        <source>%1: %n PBS task(s) running</source>
        <translation>
            <numerusform>%1: %n PBS task running</numerusform>
            <numerusform>%1: %n PBS tasks running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: in use by %n operation(s)</source>
        <translation>
            <numerusform>%1: in use by %n operation</numerusform>
            <numerusform>%1: in use by %n operations</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PlanDifferences</name>
    <message numerus="yes">
        <source>"%1": there are %n snapshot(s) now, the plan says %2.</source>
        <translation>
            <numerusform>"%1": there is %n snapshot now, the plan says %2.</numerusform>
            <numerusform>"%1": there are %n snapshots now, the plan says %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PlanOpener</name>
    <message numerus="yes">
        <source>%n change(s) opened. The plan is the same as when it was saved.</source>
        <translation>
            <numerusform>%n change opened. The plan is the same as when it was saved.</numerusform>
            <numerusform>%n changes opened. The plan is the same as when it was saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PlanScript</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PruneController</name>
    <message numerus="yes">
        <source>Prune: remove %n snapshot(s)</source>
        <translation>
            <numerusform>Prune: remove %n snapshot</numerusform>
            <numerusform>Prune: remove %n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PruneDialog</name>
    <message numerus="yes">
        <source>%n chosen group(s) of %1.</source>
        <translation>
            <numerusform>%n chosen group of %1.</numerusform>
            <numerusform>%n chosen groups of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) stay</source>
        <translation>
            <numerusform>%n snapshot stay</numerusform>
            <numerusform>%n snapshots stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) go</source>
        <translation>
            <numerusform>%n snapshot go</numerusform>
            <numerusform>%n snapshots go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them protected</source>
        <translation>
            <numerusform>%n of them protected</numerusform>
            <numerusform>%n of them protected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of the saved job are not covered</source>
        <translation>
            <numerusform>%n group of the saved job are not covered</numerusform>
            <numerusform>%n groups of the saved job are not covered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The time zone of the server is not known. Whether %n snapshot(s) stay or go depends on it: choose it here.</source>
        <translation>
            <numerusform>The time zone of the server is not known. Whether %n snapshot stay or go depends on it: choose it here.</numerusform>
            <numerusform>The time zone of the server is not known. Whether %n snapshots stay or go depends on it: choose it here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Stage the removal of %n snapshot(s)</source>
        <translation>
            <numerusform>&amp;Stage the removal of %n snapshot</numerusform>
            <numerusform>&amp;Stage the removal of %n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PruneJobEditor</name>
    <message numerus="yes">
        <source>The preview names %n snapshot(s) that go now.</source>
        <translation>
            <numerusform>The preview names %n snapshot that go now.</numerusform>
            <numerusform>The preview names %n snapshots that go now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PruneWords</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::RecoveryDialog</name>
    <message numerus="yes">
        <source>%n step(s) were changed by something else since. They are left as they are.</source>
        <translation>
            <numerusform>%n step was changed by something else since. It is left as it is.</numerusform>
            <numerusform>%n steps were changed by something else since. They are left as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) are left to do.</source>
        <translation>
            <numerusform>%n step is left to do.</numerusform>
            <numerusform>%n steps are left to do.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::RemovalDialog</name>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <comment>of which</comment>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) lose their last snapshot.</source>
        <translation>
            <numerusform>%n group loses its last snapshot.</numerusform>
            <numerusform>%n groups lose their last snapshot.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::RetentionWords</name>
    <message numerus="yes">
        <source>the last %n snapshot(s)</source>
        <translation>
            <numerusform>the last snapshot</numerusform>
            <numerusform>the last %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one an hour for %n hour(s) that have a snapshot</source>
        <translation>
            <numerusform>one an hour for %n hour that has a snapshot</numerusform>
            <numerusform>one an hour for %n hours that have a snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a day for %n day(s) that have a snapshot</source>
        <translation>
            <numerusform>one a day for %n day that has a snapshot</numerusform>
            <numerusform>one a day for %n days that have a snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a week for %n week(s) that have a snapshot</source>
        <translation>
            <numerusform>one a week for %n week that has a snapshot</numerusform>
            <numerusform>one a week for %n weeks that have a snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a month for %n month(s) that have a snapshot</source>
        <translation>
            <numerusform>one a month for %n month that has a snapshot</numerusform>
            <numerusform>one a month for %n months that have a snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a year for %n year(s) that have a snapshot</source>
        <translation>
            <numerusform>one a year for %n year that has a snapshot</numerusform>
            <numerusform>one a year for %n years that have a snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one an hour for %n more hour(s) that have a snapshot</source>
        <translation>
            <numerusform>one an hour for %n more hour that has a snapshot</numerusform>
            <numerusform>one an hour for %n more hours that have a snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a day for %n more day(s) that have a snapshot</source>
        <translation>
            <numerusform>one a day for %n more day that has a snapshot</numerusform>
            <numerusform>one a day for %n more days that have a snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a week for %n more week(s) that have a snapshot</source>
        <translation>
            <numerusform>one a week for %n more week that has a snapshot</numerusform>
            <numerusform>one a week for %n more weeks that have a snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a month for %n more month(s) that have a snapshot</source>
        <translation>
            <numerusform>one a month for %n more month that has a snapshot</numerusform>
            <numerusform>one a month for %n more months that have a snapshot</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a year for %n more year(s) that have a snapshot</source>
        <translation>
            <numerusform>one a year for %n more year that has a snapshot</numerusform>
            <numerusform>one a year for %n more years that have a snapshot</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::RunController</name>
    <message numerus="yes">
        <source>Undo: bring back %n group(s)</source>
        <translation>
            <numerusform>Undo: bring back %n group</numerusform>
            <numerusform>Undo: bring back %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::RunWords</name>
    <message numerus="yes">
        <source>Undone: %n group(s) are back.</source>
        <translation>
            <numerusform>Undone: %n group is back.</numerusform>
            <numerusform>Undone: %n groups are back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n group(s).</source>
        <translation>
            <numerusform>Moved %n group.</numerusform>
            <numerusform>Moved %n groups.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Created %n namespace(s).</source>
        <translation>
            <numerusform>Created %n namespace.</numerusform>
            <numerusform>Created %n namespaces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n namespace(s) in %1</source>
        <translation>
            <numerusform>Create %n namespace in %1</numerusform>
            <numerusform>Create %n namespaces in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s) in %1</source>
        <translation>
            <numerusform>Move %n group in %1</numerusform>
            <numerusform>Move %n groups in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s) in %1 to the root</source>
        <translation>
            <numerusform>Move %n group in %1 to the root</numerusform>
            <numerusform>Move %n groups in %1 to the root</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s) in %1 to %2</source>
        <translation>
            <numerusform>Move %n group in %1 to %2</numerusform>
            <numerusform>Move %n groups in %1 to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo in %1: bring back %n group(s)</source>
        <translation>
            <numerusform>Undo in %1: bring back %n group</numerusform>
            <numerusform>Undo in %1: bring back %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s)</source>
        <comment>state of a run</comment>
        <translation>
            <numerusform>%1 of %n step</numerusform>
            <numerusform>%1 of %n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n change(s).</source>
        <translation>
            <numerusform>Done: %n change.</numerusform>
            <numerusform>Done: %n changes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in %1</source>
        <translation>
            <numerusform>%n change in %1</numerusform>
            <numerusform>%n changes in %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n snapshot(s).</source>
        <translation>
            <numerusform>Removed %n snapshot.</numerusform>
            <numerusform>Removed %n snapshots.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s) from %1</source>
        <translation>
            <numerusform>Remove %n snapshot from %1</numerusform>
            <numerusform>Remove %n snapshots from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SimulationWords</name>
    <message numerus="yes">
        <source>These are more than %n backup(s); they reach %1. Choose an earlier end or fewer times.</source>
        <translation>
            <numerusform>These are more than %n backup; they reach %1. Choose an earlier end or fewer times.</numerusform>
            <numerusform>These are more than %n backups; they reach %1. Choose an earlier end or fewer times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SimulatorDialog</name>
    <message numerus="yes">
        <source>%n backup(s) stay</source>
        <translation>
            <numerusform>%n backup stay</numerusform>
            <numerusform>%n backups stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) go</source>
        <translation>
            <numerusform>%n backup go</numerusform>
            <numerusform>%n backups go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::StepText</name>
    <message numerus="yes">
        <source>Move %n snapshot(s) of %1 from the root to %2</source>
        <translation>
            <numerusform>Move %n snapshot of %1 from the root to %2</numerusform>
            <numerusform>Move %n snapshots of %1 from the root to %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n snapshot(s) of %1 from %2 to the root</source>
        <translation>
            <numerusform>Move %n snapshot of %1 from %2 to the root</numerusform>
            <numerusform>Move %n snapshots of %1 from %2 to the root</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n snapshot(s) of %1 from %2 to %3</source>
        <translation>
            <numerusform>Move %n snapshot of %1 from %2 to %3</numerusform>
            <numerusform>Move %n snapshots of %1 from %2 to %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the group %1 with %n snapshot(s)</source>
        <translation>
            <numerusform>Remove the group %1 with %n snapshot</numerusform>
            <numerusform>Remove the group %1 with %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s) of %1</source>
        <translation>
            <numerusform>Remove %n snapshot of %1</numerusform>
            <numerusform>Remove %n snapshots of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::StoreMoveDialog</name>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <comment>that are copied</comment>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing is moved as long as something is refused: %n refusal(s).</source>
        <translation>
            <numerusform>Nothing is moved as long as something is refused: %n refusal.</numerusform>
            <numerusform>Nothing is moved as long as something is refused: %n refusals.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <comment>that are removed</comment>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <comment>of which</comment>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n snapshot(s)</source>
        <translation>
            <numerusform>Move %n snapshot</numerusform>
            <numerusform>Move %n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::StoreMoveTask</name>
    <message numerus="yes">
        <source>Moved %n snapshot(s), each compared with its copy.</source>
        <translation>
            <numerusform>Moved %n snapshot, each compared with its copy.</numerusform>
            <numerusform>Moved %n snapshots, each compared with its copy.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): see the log.</source>
        <translation>
            <numerusform>%n problem: see the log.</numerusform>
            <numerusform>%n problems: see the log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SyncController</name>
    <message numerus="yes">
        <source>Copy, and remove %n snapshot(s)</source>
        <translation>
            <numerusform>Copy, and remove %n snapshot</numerusform>
            <numerusform>Copy, and remove %n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SyncDialog</name>
    <message numerus="yes">
        <source>Reading the manifests of both datastores … %n snapshot(s)</source>
        <translation>
            <numerusform>Reading the manifests of both datastores … %n snapshot</numerusform>
            <numerusform>Reading the manifests of both datastores … %n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SyncOptionsPage</name>
    <message numerus="yes">
        <source>&amp;Remove vanished: %n snapshot(s), as the list says</source>
        <translation>
            <numerusform>&amp;Remove vanished: %n snapshot, as the list says</numerusform>
            <numerusform>&amp;Remove vanished: %n snapshots, as the list says</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Now it would remove %n snapshot(s) at the target.</source>
        <translation>
            <numerusform>Now it would remove %n snapshot at the target.</numerusform>
            <numerusform>Now it would remove %n snapshots at the target.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SyncPreviewWords</name>
    <message numerus="yes">
        <source>Copies %1 with %n level(s) below.</source>
        <translation>
            <numerusform>Copies %1 with %n level below.</numerusform>
            <numerusform>Copies %1 with %n levels below.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Makes %n namespace(s) under %1.</source>
        <translation>
            <numerusform>Makes %n namespace under %1.</numerusform>
            <numerusform>Makes %n namespaces under %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The depth leaves %n namespace(s) out.</source>
        <translation>
            <numerusform>The depth leaves %n namespace out.</numerusform>
            <numerusform>The depth leaves %n namespaces out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s) would be too deep at the target.</source>
        <translation>
            <numerusform>%n namespace would be too deep at the target.</numerusform>
            <numerusform>%n namespaces would be too deep at the target.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>makes %n namespace(s)</source>
        <translation>
            <numerusform>makes %n namespace</numerusform>
            <numerusform>makes %n namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>copies %n snapshot(s), %1 before deduplication</source>
        <translation>
            <numerusform>copies %n snapshot, %1 before deduplication</numerusform>
            <numerusform>copies %n snapshots, %1 before deduplication</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>checks %n snapshot(s) again</source>
        <translation>
            <numerusform>checks %n snapshot again</numerusform>
            <numerusform>checks %n snapshots again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>skips %n snapshot(s)</source>
        <translation>
            <numerusform>skips %n snapshot</numerusform>
            <numerusform>skips %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>refuses %n group(s)</source>
        <comment>or namespaces</comment>
        <translation>
            <numerusform>refuses %n group</numerusform>
            <numerusform>refuses %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected one(s) stay: %1</source>
        <translation>
            <numerusform>%n protected one stays: %1</numerusform>
            <numerusform>%n protected ones stay: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removes %n snapshot(s) for good</source>
        <translation>
            <numerusform>removes %n snapshot for good</numerusform>
            <numerusform>removes %n snapshots for good</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removes %n namespace(s) or group(s) that are empty then</source>
        <translation>
            <numerusform>removes %n namespace or group that is empty then</numerusform>
            <numerusform>removes %n namespaces or groups that are empty then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) lose their last one</source>
        <translation>
            <numerusform>%n group loses its last one</numerusform>
            <numerusform>%n groups lose their last one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n group(s) match.</source>
        <translation>
            <numerusform>%1 of %n group matches.</numerusform>
            <numerusform>%1 of %n groups match.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SyncTask</name>
    <message numerus="yes">
        <source>Copied %n snapshot(s), %1 new.</source>
        <translation>
            <numerusform>Copied %n snapshot, %1 new.</numerusform>
            <numerusform>Copied %n snapshots, %1 new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removed %n snapshot(s) for good.</source>
        <translation>
            <numerusform>Removed %n snapshot for good.</numerusform>
            <numerusform>Removed %n snapshots for good.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): see the log.</source>
        <translation>
            <numerusform>%n problem: see the log.</numerusform>
            <numerusform>%n problems: see the log.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SyncWords</name>
    <message numerus="yes">
        <source>%n snapshot(s) skipped (%1): %2</source>
        <translation>
            <numerusform>%n snapshot skipped (%1): %2</numerusform>
            <numerusform>%n snapshots skipped (%1): %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) stay (%1): %2</source>
        <translation>
            <numerusform>%n snapshot stays (%1): %2</numerusform>
            <numerusform>%n snapshots stay (%1): %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 copied, %n new chunk(s), %2</source>
        <translation>
            <numerusform>%1 copied, %n new chunk, %2</numerusform>
            <numerusform>%1 copied, %n new chunks, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 copied again, %n new chunk(s), %2</source>
        <translation>
            <numerusform>%1 copied again, %n new chunk, %2</numerusform>
            <numerusform>%1 copied again, %n new chunks, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) removed (%1)</source>
        <translation>
            <numerusform>%n snapshot removed (%1)</numerusform>
            <numerusform>%n snapshots removed (%1)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::TreeView</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n namespace</numerusform>
            <numerusform>%n namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::TreeWords</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the verification of %n snapshot(s) failed</source>
        <translation>
            <numerusform>the verification of %n snapshot failed</numerusform>
            <numerusform>the verification of %n snapshots failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n snapshot(s) verified</source>
        <translation>
            <numerusform>%1 of %n snapshot verified</numerusform>
            <numerusform>%1 of %n snapshots verified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n snapshot(s) encrypted</source>
        <translation>
            <numerusform>%1 of %n snapshot encrypted</numerusform>
            <numerusform>%1 of %n snapshots encrypted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n snapshot(s) signed, not encrypted</source>
        <translation>
            <numerusform>%1 of %n snapshot signed, not encrypted</numerusform>
            <numerusform>%1 of %n snapshots signed, not encrypted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n snapshot(s) %1 encrypted and %2 only signed</source>
        <translation>
            <numerusform>of %n snapshot %1 encrypted and %2 only signed</numerusform>
            <numerusform>of %n snapshots %1 encrypted and %2 only signed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) protected</source>
        <translation>
            <numerusform>%n snapshot protected</numerusform>
            <numerusform>%n snapshots protected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prune job(s)</source>
        <translation>
            <numerusform>%n prune job</numerusform>
            <numerusform>%n prune jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::UndoDialog</name>
    <message numerus="yes">
        <source>%n backup(s) came to the new places since the run.</source>
        <translation>
            <numerusform>%n backup came to the new places since the run.</numerusform>
            <numerusform>%n backups came to the new places since the run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer backup(s) since then</source>
        <translation>
            <numerusform>%n newer backup since then</numerusform>
            <numerusform>%n newer backups since then</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n group(s)</source>
        <translation>
            <numerusform>Bring back %n group</numerusform>
            <numerusform>Bring back %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::WindowActions</name>
    <message numerus="yes">
        <source>&amp;Paste %n item(s)</source>
        <translation>
            <numerusform>&amp;Paste %n item</numerusform>
            <numerusform>&amp;Paste %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::FindingsCommand</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n hint</numerusform>
            <numerusform>%n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::Invocation</name>
    <message numerus="yes">
        <source>Reading the guests' names of %n group(s)</source>
        <translation>
            <numerusform>Reading the guests' names of %n group</numerusform>
            <numerusform>Reading the guests' names of %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::MaintenanceCommand</name>
    <message numerus="yes">
        <source>Waiting: %n operation(s) of PBS began before.</source>
        <translation>
            <numerusform>Waiting: %n operation of PBS began before.</numerusform>
            <numerusform>Waiting: %n operations of PBS began before.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::Operation</name>
    <message numerus="yes">
        <source>%n step(s) done.</source>
        <translation>
            <numerusform>%n step done.</numerusform>
            <numerusform>%n steps done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them new</source>
        <translation>
            <numerusform>%1, %n of them new</numerusform>
            <numerusform>%1, %n of them new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) removed for good.</source>
        <translation>
            <numerusform>%n snapshot removed for good.</numerusform>
            <numerusform>%n snapshots removed for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::OverlapsCommand</name>
    <message numerus="yes">
        <source>%n guest id(s) in several namespaces</source>
        <translation>
            <numerusform>%n guest id in several namespaces</numerusform>
            <numerusform>%n guest ids in several namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest id(s) with several guests' names</source>
        <translation>
            <numerusform>%n guest id with several guests' names</numerusform>
            <numerusform>%n guest ids with several guests' names</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::PruneSimulateCommand</name>
    <message numerus="yes">
        <source>%n snapshot(s) stay</source>
        <translation>
            <numerusform>%n snapshot stays</numerusform>
            <numerusform>%n snapshots stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) go</source>
        <translation>
            <numerusform>%n snapshot goes</numerusform>
            <numerusform>%n snapshots go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::RemovalQuestion</name>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <comment>of which</comment>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::StoreMovePreview</name>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <comment>of which</comment>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copies %n snapshot(s), at most %1.</source>
        <translation>
            <numerusform>Copies %n snapshot, at most %1.</numerusform>
            <numerusform>Copies %n snapshots, at most %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::SyncPreview</name>
    <message numerus="yes">
        <source>Makes %n namespace(s).</source>
        <translation>
            <numerusform>Makes %n namespace.</numerusform>
            <numerusform>Makes %n namespaces.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copies %n snapshot(s), at most %1.</source>
        <translation>
            <numerusform>Copies %n snapshot, at most %1.</numerusform>
            <numerusform>Copies %n snapshots, at most %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removes %n snapshot(s) for good.</source>
        <translation>
            <numerusform>Removes %n snapshot for good.</numerusform>
            <numerusform>Removes %n snapshots for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::TreeCommand</name>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n namespace</numerusform>
            <numerusform>%n namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n group</numerusform>
            <numerusform>%n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n snapshot</numerusform>
            <numerusform>%n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): "espalierctl findings" tells what does not fit.</source>
        <translation>
            <numerusform>%n finding: "espalierctl findings" tells what does not fit.</numerusform>
            <numerusform>%n findings: "espalierctl findings" tells what does not fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected</source>
        <comment>snapshots of a group</comment>
        <translation>
            <numerusform>%n protected</numerusform>
            <numerusform>%n protected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::text::BudgetWords</name>
    <message numerus="yes">
        <source>at most %n snapshot(s)</source>
        <comment>of a run</comment>
        <translation>
            <numerusform>at most %n snapshot</numerusform>
            <numerusform>at most %n snapshots</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::text::HistoryWords</name>
    <message numerus="yes">
        <source>Undo: brought back %n group(s)</source>
        <translation>
            <numerusform>Undo: brought back %n group</numerusform>
            <numerusform>Undo: brought back %n groups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s)</source>
        <translation>
            <numerusform>Remove %n snapshot</numerusform>
            <numerusform>Remove %n snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n namespace(s)</source>
        <translation>
            <numerusform>Create %n namespace</numerusform>
            <numerusform>Create %n namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s)</source>
        <translation>
            <numerusform>Move %n group</numerusform>
            <numerusform>Move %n groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::text::JobWords</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <comment>how a job ended</comment>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) copied</source>
        <comment>a run of a job</comment>
        <translation>
            <numerusform>%n snapshot copied</numerusform>
            <numerusform>%n snapshots copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) removed</source>
        <comment>a run of a job</comment>
        <translation>
            <numerusform>%n snapshot removed</numerusform>
            <numerusform>%n snapshots removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::text::ScheduleWords</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
