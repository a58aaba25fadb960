<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Espalier</source>
        <translation>Über Espalier</translation>
    </message>
    <message>
        <source>Shapes the namespace tree of Proxmox Backup Server datastores. Nothing happens until the plan is right, and what happened can be undone.</source>
        <translation>Gestaltet den Namespace-Baum von Datastores des Proxmox Backup Servers. Nichts geschieht, bevor der Plan stimmt, und was geschah, lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>© 2026 Espalier contributors. Free software under the GNU General Public License, version 3 or later. It comes with no warranty.</source>
        <translation>© 2026 Espalier contributors. Freie Software unter der GNU General Public License, Version 3 oder neuer. Ohne jede Gewährleistung.</translation>
    </message>
    <message>
        <source>Espalier is not made by Proxmox. Proxmox is a registered trademark of Proxmox Server Solutions GmbH.</source>
        <translation>Espalier ist nicht von Proxmox. Proxmox ist eine eingetragene Marke der Proxmox Server Solutions GmbH.</translation>
    </message>
    <message>
        <source>What &amp;others made, as it was when this program was built:</source>
        <translation>Was &amp;andere gemacht haben, wie es beim Bauen dieses Programms war:</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Werk</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect over SSH</source>
        <translation>Über SSH verbinden</translation>
    </message>
    <message>
        <source>&amp;Host, as you would call it with ssh:</source>
        <translation>&amp;Host, wie Sie ihn mit ssh aufrufen würden:</translation>
    </message>
    <message>
        <source>A host of your ~/.ssh/config, or a name: root@pbs.example.com, pbs.example.com:2222</source>
        <translation>Ein Host aus Ihrer ~/.ssh/config oder ein Name: root@pbs.example.com, pbs.example.com:2222</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>What works on this host</source>
        <translation>Was auf diesem Host geht</translation>
    </message>
    <message>
        <source>&amp;Datastores of its PBS:</source>
        <translation>&amp;Datenspeicher seines PBS:</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>D&amp;irectory on the host:</source>
        <translation>Verze&amp;ichnis auf dem Host:</translation>
    </message>
    <message>
        <source>Only &amp;look, through a mount</source>
        <translation>Nur an&amp;sehen, über eine Einbindung</translation>
    </message>
</context>
<context>
    <name>DemoDialog</name>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Two small datastores, “site-a” and “site-b”, are made in a directory of yours: genuine in their format, with invented content. They take less than 50 MB; delete the directory when you are done.</source>
        <translation>In einem Verzeichnis von Ihnen entstehen zwei kleine Datastores, „site-a“ und „site-b“: echt im Format, mit erfundenem Inhalt. Sie brauchen weniger als 50 MB; löschen Sie das Verzeichnis, wenn Sie fertig sind.</translation>
    </message>
    <message>
        <source>&amp;Directory for the demo:</source>
        <translation>&amp;Verzeichnis für die Demo:</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>The demo is being made</source>
        <translation>Die Demo entsteht</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Select something in the tree to see its details.</source>
        <translation>Wählen Sie etwas im Baum, um seine Einzelheiten zu sehen.</translation>
    </message>
</context>
<context>
    <name>FilterEditor</name>
    <message>
        <source>Group filter</source>
        <translation>Gruppenfilter</translation>
    </message>
    <message>
        <source>Include or exclude</source>
        <translation>Einschließen oder ausschließen</translation>
    </message>
    <message>
        <source>Where any filter includes, only groups that one of them finds are taken; what one excludes never is</source>
        <translation>Wo ein Filter einschließt, werden nur Gruppen genommen, die einer von ihnen findet; was einer ausschließt, nie</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>Einschließen</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>Ausschließen</translation>
    </message>
    <message>
        <source>Kind of filter</source>
        <translation>Art des Filters</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Regex</source>
        <translation>Regex</translation>
    </message>
    <message>
        <source>&amp;Value:</source>
        <translation>&amp;Wert:</translation>
    </message>
    <message>
        <source>A type, a group such as vm/100, or a pattern in the dialect of Rust that is looked for anywhere in “vm/100”</source>
        <translation>Ein Typ, eine Gruppe wie vm/100, oder ein Muster im Dialekt von Rust, das irgendwo in „vm/100“ gesucht wird</translation>
    </message>
</context>
<context>
    <name>FindingsPane</name>
    <message>
        <source>&amp;Show in the tree</source>
        <translation>&amp;Im Baum zeigen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Meaning:</source>
        <translation>Bedeutung:</translation>
    </message>
    <message>
        <source>Consequence:</source>
        <translation>Folge:</translation>
    </message>
    <message>
        <source>What to do:</source>
        <translation>Abhilfe:</translation>
    </message>
    <message>
        <source>Check everything</source>
        <translation>Alles prüfen</translation>
    </message>
</context>
<context>
    <name>GroupPage</name>
    <message>
        <source>Owner:</source>
        <translation>Besitzer:</translation>
    </message>
    <message>
        <source>Snapshots:</source>
        <translation>Snapshots:</translation>
    </message>
    <message>
        <source>Time:</source>
        <translation>Zeit:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>Verified:</source>
        <translation>Verifiziert:</translation>
    </message>
    <message>
        <source>Encrypted:</source>
        <translation>Verschlüsselt:</translation>
    </message>
    <message>
        <source>Snapshots over &amp;time:</source>
        <translation>Snapshots im &amp;Lauf der Zeit:</translation>
    </message>
    <message>
        <source>&amp;Notes:</source>
        <translation>&amp;Notizen:</translation>
    </message>
    <message>
        <source>The group's notes</source>
        <translation>Notizen der Gruppe</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Steps of the selected run</source>
        <translation>Schritte des gewählten Laufs</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>&amp;Undo this run…</source>
        <translation>Diesen Lauf &amp;rückgängig machen …</translation>
    </message>
    <message>
        <source>&amp;Finish this run…</source>
        <translation>Diesen Lauf &amp;fertigstellen…</translation>
    </message>
    <message>
        <source>Look what is done of it, and do the rest or bring it back</source>
        <translation>Ansehen, was davon getan ist, und den Rest tun oder es zurückbringen</translation>
    </message>
</context>
<context>
    <name>JobsDialog</name>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Datastore</source>
        <translation>Datastore</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>&amp;Preview and run…</source>
        <translation>&amp;Vorschau und Ausführen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Aktivie&amp;ren</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>&amp;Duplizieren…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>Ent&amp;fernen…</translation>
    </message>
    <message>
        <source>Ne&amp;w…</source>
        <translation>&amp;Neu…</translation>
    </message>
    <message>
        <source>Choose rules in the preview and save them as a job</source>
        <translation>Regeln in der Vorschau wählen und als Job speichern</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>&amp;Importieren</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Write the jobs of your own to a file in the format of PBS</source>
        <translation>Ihre eigenen Jobs im Format von PBS in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Jobs</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>R&amp;un now</source>
        <translation>Jetzt aus&amp;führen</translation>
    </message>
    <message>
        <source>Due &amp;jobs also run while this window is closed</source>
        <translation>Fällige Jobs laufen auch, &amp;während dieses Fenster zu ist</translation>
    </message>
    <message>
        <source>A timer of systemd runs “espalierctl run-due” every minute; while you are logged in, or always with “loginctl enable-linger”</source>
        <translation>Ein Timer von systemd startet „espalierctl run-due“ jede Minute; solange Sie angemeldet sind, oder mit „loginctl enable-linger“ immer</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>web server   vm/100-199   owner:backup   ns:clients</source>
        <translation>Webserver   vm/100-199   owner:backup   ns:kunden</translation>
    </message>
    <message>
        <source>Filter of the tree</source>
        <translation>Filter des Baums</translation>
    </message>
    <message>
        <source>Number of matches</source>
        <translation>Anzahl der Treffer</translation>
    </message>
    <message>
        <source>Datastores, namespaces, groups and snapshots</source>
        <translation>Datastores, Namespaces, Gruppen und Snapshots</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Colour scheme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>&amp;Datastore</source>
        <translation>Data&amp;store</translation>
    </message>
    <message>
        <source>&amp;Changes</source>
        <translation>Änderun&amp;gen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Toolbar</source>
        <translation>Werkzeugleiste</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Pending changes</source>
        <translation>Anstehende Änderungen</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>&amp;Open datastore…</source>
        <translation>Datastore ö&amp;ffnen …</translation>
    </message>
    <message>
        <source>Open a datastore directory</source>
        <translation>Das Verzeichnis eines Datastores öffnen</translation>
    </message>
    <message>
        <source>Try the &amp;demo…</source>
        <translation>&amp;Demo ausprobieren …</translation>
    </message>
    <message>
        <source>Make two small datastores to try things with, and open them</source>
        <translation>Zwei kleine Datastores zum Ausprobieren anlegen und öffnen</translation>
    </message>
    <message>
        <source>&amp;Close datastore</source>
        <translation>Datastore s&amp;chließen</translation>
    </message>
    <message>
        <source>Close the datastore of the selected item</source>
        <translation>Den Datastore des gewählten Elements schließen</translation>
    </message>
    <message>
        <source>&amp;Export log…</source>
        <translation>&amp;Protokoll exportieren …</translation>
    </message>
    <message>
        <source>Save the log of the selected task to a file</source>
        <translation>Das Protokoll des gewählten Tasks in eine Datei speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Quit Espalier</source>
        <translation>Espalier beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last pending change</source>
        <translation>Die letzte anstehende Änderung rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Redo the pending change that was undone last</source>
        <translation>Die zuletzt rückgängig gemachte anstehende Änderung wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>Mark the selected groups for moving: paste them in another namespace</source>
        <translation>Die gewählten Gruppen zum Verschieben vormerken: Fügen Sie sie in einem anderen Namespace ein</translation>
    </message>
    <message>
        <source>&amp;Copy names</source>
        <translation>&amp;Namen kopieren</translation>
    </message>
    <message>
        <source>Copy the names of the selected items as text</source>
        <translation>Die Namen der gewählten Elemente als Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Move to namespace…</source>
        <translation>In Namespace &amp;verschieben …</translation>
    </message>
    <message>
        <source>Re&amp;move pending change</source>
        <translation>Anstehende Änderung ent&amp;fernen</translation>
    </message>
    <message>
        <source>Take back the pending change of the selected item</source>
        <translation>Die anstehende Änderung des gewählten Elements zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Filter the tree</source>
        <translation>Den Baum filtern</translation>
    </message>
    <message>
        <source>Select &amp;all matching</source>
        <translation>A&amp;lle Treffer auswählen</translation>
    </message>
    <message>
        <source>Select all groups that the filter shows</source>
        <translation>Alle Gruppen auswählen, die der Filter zeigt</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>&amp;Neu einlesen</translation>
    </message>
    <message>
        <source>Read the datastores again</source>
        <translation>Die Datastores noch einmal einlesen</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>&amp;System</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>Hell oder dunkel wie die Arbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Always light</source>
        <translation>Immer hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Always dark</source>
        <translation>Immer dunkel</translation>
    </message>
    <message>
        <source>Reset la&amp;yout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>Put all panes back to where they were at first</source>
        <translation>Alle Bereiche dorthin zurückbringen, wo sie zuerst waren</translation>
    </message>
    <message>
        <source>&amp;New namespace…</source>
        <translation>&amp;Neuer Namespace …</translation>
    </message>
    <message>
        <source>Create a namespace below the selected one</source>
        <translation>Einen Namespace unter dem gewählten anlegen</translation>
    </message>
    <message>
        <source>Check &amp;everything</source>
        <translation>&amp;Alles prüfen</translation>
    </message>
    <message>
        <source>Read every manifest of the datastore and list what does not fit</source>
        <translation>Jedes Manifest des Datastores lesen und auflisten, was nicht passt</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <source>See what was done in the datastore, and undo it</source>
        <translation>Sehen, was im Datastore getan wurde, und es rückgängig machen</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>&amp;Anwenden</translation>
    </message>
    <message>
        <source>Do the pending changes</source>
        <translation>Die anstehenden Änderungen ausführen</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>Take back all pending changes</source>
        <translation>Alle anstehenden Änderungen zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Undo last run…</source>
        <translation>&amp;Letzten Lauf rückgängig machen …</translation>
    </message>
    <message>
        <source>Bring back what the last run moved in this datastore</source>
        <translation>Zurückbringen, was der letzte Lauf in diesem Datastore verschoben hat</translation>
    </message>
    <message>
        <source>A&amp;bout Espalier</source>
        <translation>Ü&amp;ber Espalier</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>Colu&amp;mns</source>
        <translation>Spal&amp;ten</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben …</translation>
    </message>
    <message>
        <source>Filter:</source>
        <translation>Filter:</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>Überschneidungen</translation>
    </message>
    <message>
        <source>Move what was cut to the selected namespace</source>
        <translation>Ausgeschnittenes in den gewählten Namespace verschieben</translation>
    </message>
    <message>
        <source>Move the selected groups and namespaces to a namespace</source>
        <translation>Die gewählten Gruppen und Namespaces in einen Namespace verschieben</translation>
    </message>
    <message>
        <source>Re&amp;name namespace…</source>
        <translation>Namespace um&amp;benennen…</translation>
    </message>
    <message>
        <source>Give the selected namespace another name</source>
        <translation>Dem gewählten Namespace einen anderen Namen geben</translation>
    </message>
    <message>
        <source>&amp;Copy namespaces…</source>
        <translation>Namespaces &amp;kopieren…</translation>
    </message>
    <message>
        <source>Make the selected namespace and those below it once more, without groups</source>
        <translation>Den gewählten Namespace und die darunter noch einmal anlegen, ohne Gruppen</translation>
    </message>
    <message>
        <source>Change &amp;owner…</source>
        <translation>Be&amp;sitzer ändern…</translation>
    </message>
    <message>
        <source>Give the selected groups to another user or token</source>
        <translation>Die gewählten Gruppen einem anderen Benutzer oder Token geben</translation>
    </message>
    <message>
        <source>Edit no&amp;tes…</source>
        <translation>No&amp;tizen bearbeiten…</translation>
    </message>
    <message>
        <source>Change the notes of the selected group</source>
        <translation>Die Notizen der gewählten Gruppe ändern</translation>
    </message>
    <message>
        <source>&amp;Protect</source>
        <translation>S&amp;chützen</translation>
    </message>
    <message>
        <source>Protect the selected snapshots from being removed</source>
        <translation>Die gewählten Snapshots vor dem Entfernen schützen</translation>
    </message>
    <message>
        <source>Remo&amp;ve protection</source>
        <translation>Schutz au&amp;fheben</translation>
    </message>
    <message>
        <source>Remove the protection of the selected snapshots</source>
        <translation>Den Schutz der gewählten Snapshots aufheben</translation>
    </message>
    <message>
        <source>Do what &amp;can be done</source>
        <translation>Tun, was mö&amp;glich ist</translation>
    </message>
    <message>
        <source>Apply leaves out what is refused or not decided, and goes on after a failure</source>
        <translation>Beim Anwenden auslassen, was abgelehnt oder nicht entschieden ist, und nach einem Fehler weitermachen</translation>
    </message>
    <message>
        <source>Apply single moves at &amp;once</source>
        <translation>Einzelnes s&amp;ofort verschieben</translation>
    </message>
    <message>
        <source>A single move that needs no decision is done right away; a message offers to undo it</source>
        <translation>Eine einzelne Verschiebung, die keine Entscheidung braucht, geschieht sofort; eine Meldung bietet an, sie rückgängig zu machen</translation>
    </message>
    <message>
        <source>&amp;Interrupted runs…</source>
        <translation>&amp;Unterbrochene Läufe…</translation>
    </message>
    <message>
        <source>Look at runs that did not come to their end, and finish or undo them</source>
        <translation>Läufe ansehen, die nicht zu Ende kamen, und sie fertigstellen oder rückgängig machen</translation>
    </message>
    <message>
        <source>Open &amp;pending changes…</source>
        <translation>&amp;Anstehende Änderungen öffnen …</translation>
    </message>
    <message>
        <source>Plan the changes of a file again, instead of those that are pending</source>
        <translation>Die Änderungen einer Datei neu planen, anstelle der anstehenden</translation>
    </message>
    <message>
        <source>&amp;Save pending changes as…</source>
        <translation>Anstehende Änderungen &amp;speichern unter …</translation>
    </message>
    <message>
        <source>Save the pending changes with their verdicts, for later or for “espalierctl apply”</source>
        <translation>Die anstehenden Änderungen mit ihren Urteilen speichern, für später oder für „espalierctl apply“</translation>
    </message>
    <message>
        <source>Shows only groups that contain all of these words in their id, owner or comment. “vm/100-199” means a range of ids, “owner:…” the owner, “ns:…” the namespace, “in:several” guests in several namespaces.</source>
        <translation>Zeigt nur Gruppen, die alle diese Wörter in ID, Besitzer oder Kommentar enthalten. „vm/100-199“ bedeutet einen Bereich von IDs, „owner:…“ den Besitzer, „ns:…“ den Namespace, „in:several“ Gäste in mehreren Namespaces.</translation>
    </message>
    <message>
        <source>Show only &amp;guests in several places</source>
        <translation>Nur &amp;Gäste an mehreren Orten zeigen</translation>
    </message>
    <message>
        <source>Show only groups of which there are others of the same id in other namespaces; the same as “in:several” in the filter</source>
        <translation>Nur Gruppen zeigen, von denen es in anderen Namespaces welche mit derselben ID gibt; dasselbe wie „in:several“ im Filter</translation>
    </message>
    <message>
        <source>&amp;Remove for good</source>
        <translation>&amp;Endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove the selected snapshots or groups, or the namespace with all that is in it</source>
        <translation>Die ausgewählten Snapshots oder Gruppen entfernen, oder den Namespace mit allem, was darin ist</translation>
    </message>
    <message>
        <source>&amp;Prune preview…</source>
        <translation>&amp;Prune-Vorschau …</translation>
    </message>
    <message>
        <source>Shows what a prune would keep and remove of what is selected, and why. Removes nothing</source>
        <translation>Zeigt, was ein Prune vom Ausgewählten behalten und entfernen würde, und warum. Entfernt nichts</translation>
    </message>
    <message>
        <source>Prune &amp;simulator…</source>
        <translation>Prune-&amp;Simulator …</translation>
    </message>
    <message>
        <source>Shows what keep options leave of backups that are only imagined</source>
        <translation>Zeigt, was Keep-Optionen von nur gedachten Backups übrig lassen</translation>
    </message>
    <message>
        <source>&amp;Connect over SSH…</source>
        <translation>Über SSH &amp;verbinden …</translation>
    </message>
    <message>
        <source>Open a datastore on a server that you can log in to</source>
        <translation>Öffnet einen Datenspeicher auf einem Server, auf dem Sie sich anmelden können</translation>
    </message>
    <message>
        <source>&amp;Jobs…</source>
        <translation>&amp;Jobs…</translation>
    </message>
    <message>
        <source>Lists the jobs of your own and of the server, to be edited, run, imported and exported</source>
        <translation>Listet die eigenen Jobs und die des Servers auf, zum Bearbeiten, Ausführen, Importieren und Exportieren</translation>
    </message>
    <message>
        <source>S&amp;ync…</source>
        <translation>S&amp;ync…</translation>
    </message>
    <message>
        <source>Shows what a sync would copy from what is selected into another datastore, and runs it</source>
        <translation>Zeigt, was ein Sync vom Ausgewählten in einen anderen Datastore kopieren würde, und führt ihn aus</translation>
    </message>
    <message>
        <source>Maintenance m&amp;ode…</source>
        <translation>Wartungsm&amp;odus…</translation>
    </message>
    <message>
        <source>Let PBS begin nothing new in the datastore for a while; possible on the host of a PBS</source>
        <translation>PBS im Datastore eine Weile nichts Neues beginnen lassen; auf dem Host eines PBS möglich</translation>
    </message>
</context>
<context>
    <name>MaintenanceDialog</name>
    <message>
        <source>Maintenance mode</source>
        <translation>Wartungsmodus</translation>
    </message>
    <message>
        <source>&amp;Read-only: no new backup, sync, prune or garbage collection begins</source>
        <translation>Nur &amp;lesen: kein Backup, kein Sync, kein Prune und keine Garbage Collection beginnt mehr</translation>
    </message>
    <message>
        <source>Restores and verifications go on. What is running already is not stopped</source>
        <translation>Wiederherstellungen und Prüfungen gehen weiter. Was schon läuft, wird nicht angehalten</translation>
    </message>
    <message>
        <source>&amp;Offline: nothing new begins, restores neither</source>
        <translation>&amp;Offline: nichts Neues beginnt, auch keine Wiederherstellung</translation>
    </message>
    <message>
        <source>What is running already is not stopped</source>
        <translation>Was schon läuft, wird nicht angehalten</translation>
    </message>
    <message>
        <source>&amp;Message:</source>
        <translation>&amp;Nachricht:</translation>
    </message>
    <message>
        <source>What PBS shows to those who find the datastore so</source>
        <translation>Was PBS denen zeigt, die den Datastore so vorfinden</translation>
    </message>
</context>
<context>
    <name>MoveToDialog</name>
    <message>
        <source>Move to namespace</source>
        <translation>In Namespace verschieben</translation>
    </message>
    <message>
        <source>Target namespace</source>
        <translation>Ziel-Namespace</translation>
    </message>
    <message>
        <source>sites/graz</source>
        <translation>standorte/graz</translation>
    </message>
    <message>
        <source>&amp;New namespace…</source>
        <translation>&amp;Neuer Namespace …</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespaces</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Bewertung</translation>
    </message>
</context>
<context>
    <name>NamespacePage</name>
    <message>
        <source>Path:</source>
        <translation>Pfad:</translation>
    </message>
    <message>
        <source>Level:</source>
        <translation>Ebene:</translation>
    </message>
    <message>
        <source>Namespaces below:</source>
        <translation>Namespaces darunter:</translation>
    </message>
    <message>
        <source>Groups:</source>
        <translation>Gruppen:</translation>
    </message>
    <message>
        <source>Snapshots:</source>
        <translation>Snapshots:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
</context>
<context>
    <name>NewNamespaceDialog</name>
    <message>
        <source>New namespace</source>
        <translation>Neuer Namespace</translation>
    </message>
    <message>
        <source>&amp;Below:</source>
        <translation>&amp;Unter:</translation>
    </message>
    <message>
        <source>Namespace above the new one</source>
        <translation>Namespace über dem neuen</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
</context>
<context>
    <name>OpenDialog</name>
    <message>
        <source>Open datastore</source>
        <translation>Datastore öffnen</translation>
    </message>
    <message>
        <source>&amp;Directory of the datastore:</source>
        <translation>&amp;Verzeichnis des Datastores:</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>What is at this place</source>
        <translation>Was an diesem Ort ist</translation>
    </message>
</context>
<context>
    <name>OverlapsPane</name>
    <message>
        <source>Look into every &amp;group</source>
        <translation>In jede &amp;Gruppe sehen</translation>
    </message>
    <message>
        <source>Also find single groups with backups of several guests; reads three small files of each group</source>
        <translation>Findet auch einzelne Gruppen mit Backups mehrerer Gäste; liest je Gruppe drei kleine Dateien</translation>
    </message>
    <message>
        <source>&amp;Show in the tree</source>
        <translation>&amp;Im Baum zeigen</translation>
    </message>
    <message>
        <source>&amp;Move selected to namespace…</source>
        <translation>Ausgewählte in Namespace &amp;verschieben …</translation>
    </message>
    <message>
        <source>Overlaps</source>
        <translation>Überschneidungen</translation>
    </message>
</context>
<context>
    <name>PendingPane</name>
    <message>
        <source>Pending changes</source>
        <translation>Anstehende Änderungen</translation>
    </message>
    <message>
        <source>&amp;Remove from the list</source>
        <translation>Aus der Liste &amp;entfernen</translation>
    </message>
    <message>
        <source>Take the selected pending changes back</source>
        <translation>Die gewählten anstehenden Änderungen zurücknehmen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Also concerned</source>
        <translation>Auch betroffen</translation>
    </message>
</context>
<context>
    <name>PlanTextPage</name>
    <message>
        <source>Nothing is pending.</source>
        <translation>Nichts steht an.</translation>
    </message>
    <message>
        <source>C&amp;ommands of:</source>
        <translation>&amp;Befehle von:</translation>
    </message>
    <message>
        <source>Who does the work: Espalier on the server itself, or PBS from any computer</source>
        <translation>Wer die Arbeit tut: Espalier auf dem Server selbst, oder PBS von jedem Rechner aus</translation>
    </message>
    <message>
        <source>proxmox-backup-client (PBS 4.1.10 or newer)</source>
        <translation>proxmox-backup-client (PBS 4.1.10 oder neuer)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the whole text</source>
        <translation>Den ganzen Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter …</translation>
    </message>
    <message>
        <source>Save the whole text to a file</source>
        <translation>Den ganzen Text in einer Datei speichern</translation>
    </message>
</context>
<context>
    <name>PruneDialog</name>
    <message>
        <source>Prune preview</source>
        <translation>Prune-Vorschau</translation>
    </message>
    <message>
        <source>&amp;Rules:</source>
        <translation>&amp;Regeln:</translation>
    </message>
    <message>
        <source>Namespaces &amp;below:</source>
        <translation>Namespaces &amp;darunter:</translation>
    </message>
    <message>
        <source>How many levels of namespaces below are pruned, too; 0: only the namespace itself</source>
        <translation>Wie viele Ebenen von Namespaces darunter mit erfasst sind; 0: nur der Namespace selbst</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>&amp;Zeitzone:</translation>
    </message>
    <message>
        <source>Hours, days, weeks, months and years are those of the server's time zone</source>
        <translation>Stunden, Tage, Wochen, Monate und Jahre sind die der Zeitzone des Servers</translation>
    </message>
    <message>
        <source>Over &amp;time</source>
        <translation>Über die &amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;Forecast:</source>
        <translation>&amp;Vorausschau:</translation>
    </message>
    <message>
        <source>What is there later, up to half a year, if backups go on as they did and the prune runs every day</source>
        <translation>Was später da ist, bis in einem halben Jahr, wenn Backups weitergehen wie bisher und der Prune täglich läuft</translation>
    </message>
    <message>
        <source>A &amp;column is a</source>
        <translation>Eine &amp;Spalte ist</translation>
    </message>
    <message>
        <source>How much time a column stands for (Ctrl and the wheel, + and -)</source>
        <translation>Für wie viel Zeit eine Spalte steht (Strg und das Mausrad, + und -)</translation>
    </message>
    <message>
        <source>day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>week</source>
        <translation>eine Woche</translation>
    </message>
    <message>
        <source>month</source>
        <translation>ein Monat</translation>
    </message>
    <message>
        <source>year</source>
        <translation>ein Jahr</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>What becomes of each snapshot, and why</source>
        <translation>Was aus jedem Snapshot wird, und warum</translation>
    </message>
    <message>
        <source>&amp;Namespaces</source>
        <translation>&amp;Namespaces</translation>
    </message>
    <message>
        <source>What becomes of the snapshots of each namespace</source>
        <translation>Was aus den Snapshots jedes Namespaces wird</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unfertig</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Size that goes</source>
        <translation>Größe, die geht</translation>
    </message>
    <message>
        <source>What to know before</source>
        <translation>Was man vorher wissen sollte</translation>
    </message>
    <message>
        <source>Only &amp;differences to the saved job</source>
        <translation>Nur &amp;Unterschiede zum gespeicherten Job</translation>
    </message>
    <message>
        <source>A prune job, or numbers that belong to none. Nothing is saved before “Save…”.</source>
        <translation>Ein Prune-Job, oder Zahlen, die zu keinem gehören. Gespeichert wird erst mit „Speichern…“.</translation>
    </message>
</context>
<context>
    <name>PruneJobEditor</name>
    <message>
        <source>Prune job</source>
        <translation>Prune-Job</translation>
    </message>
    <message>
        <source>N&amp;ame:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>3 to 32 letters, digits, “.”, “_” or “-”; it cannot be changed later</source>
        <translation>3 bis 32 Buchstaben, Ziffern, „.“, „_“ oder „-“; später nicht mehr zu ändern</translation>
    </message>
    <message>
        <source>Datastore:</source>
        <translation>Datastore:</translation>
    </message>
    <message>
        <source>Namespa&amp;ce:</source>
        <translation>Namespa&amp;ce:</translation>
    </message>
    <message>
        <source>What is pruned, with the namespaces below it</source>
        <translation>Was aufgeräumt wird, mit den Namespaces darunter</translation>
    </message>
    <message>
        <source>Levels &amp;below:</source>
        <translation>E&amp;benen darunter:</translation>
    </message>
    <message>
        <source>How many levels of namespaces below are pruned, too; 0: only the namespace itself</source>
        <translation>Wie viele Ebenen von Namespaces darunter auch aufgeräumt werden; 0: nur der Namespace selbst</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>&amp;Schedule:</source>
        <translation>&amp;Zeitplan:</translation>
    </message>
    <message>
        <source>A calendar event of PBS, such as “daily”, “mon..fri 22:30” or “sat *-1..7 02:00”</source>
        <translation>Ein Kalenderereignis von PBS, wie „daily“, „mon..fri 22:30“ oder „sat *-1..7 02:00“</translation>
    </message>
    <message>
        <source>&amp;Keep:</source>
        <translation>Be&amp;halten:</translation>
    </message>
    <message>
        <source>C&amp;omment:</source>
        <translation>K&amp;ommentar:</translation>
    </message>
    <message>
        <source>One line of at most 128 characters</source>
        <translation>Eine Zeile mit höchstens 128 Zeichen</translation>
    </message>
    <message>
        <source>&amp;Enabled</source>
        <translation>&amp;Aktiviert</translation>
    </message>
    <message>
        <source>The job runs when it is due</source>
        <translation>Der Job läuft, wenn er fällig ist</translation>
    </message>
    <message>
        <source>Runs that nobody watches may remove at &amp;most</source>
        <translation>Unbeaufsichtigte Läufe entfer&amp;nen höchstens</translation>
    </message>
    <message>
        <source>Snapshots that a run may remove</source>
        <translation>Snapshots, die ein Lauf entfernen darf</translation>
    </message>
    <message>
        <source>A run that would remove more removes nothing, and asks</source>
        <translation>Ein Lauf, der mehr entfernen würde, entfernt nichts und fragt nach</translation>
    </message>
    <message>
        <source>snapshots</source>
        <translation>Snapshots</translation>
    </message>
</context>
<context>
    <name>QDockWidget</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Ablösen</translation>
    </message>
    <message>
        <source>Undocks and re-attaches the dock widget</source>
        <translation>Löst den Bereich ab und dockt ihn wieder an</translation>
    </message>
    <message>
        <source>Closes the dock widget</source>
        <translation>Schließt den Bereich</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>RecoveryDialog</name>
    <message>
        <source>Interrupted run</source>
        <translation>Unterbrochener Lauf</translation>
    </message>
    <message>
        <source>Steps of the interrupted run</source>
        <translation>Schritte des unterbrochenen Laufs</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>&amp;Finish the run</source>
        <translation>Lauf &amp;fertigstellen</translation>
    </message>
    <message>
        <source>Do what is not done yet</source>
        <translation>Tun, was noch nicht getan ist</translation>
    </message>
    <message>
        <source>&amp;Undo the run…</source>
        <translation>Lauf &amp;rückgängig machen…</translation>
    </message>
    <message>
        <source>Bring back what is done</source>
        <translation>Zurückholen, was getan ist</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Später</translation>
    </message>
</context>
<context>
    <name>SimulatorDialog</name>
    <message>
        <source>Prune simulator</source>
        <translation>Prune-Simulator</translation>
    </message>
    <message>
        <source>&amp;Schedules:</source>
        <translation>&amp;Zeitpläne:</translation>
    </message>
    <message>
        <source>When backups are made, as PBS writes schedules: “daily”, “mon..fri 22:30”, “*:0/15”. Each on a line of its own</source>
        <translation>Wann Backups gemacht werden, wie PBS Zeitpläne schreibt: „daily“, „mon..fri 22:30“, „*:0/15“. Jeder in einer eigenen Zeile</translation>
    </message>
    <message>
        <source>&amp;Times:</source>
        <translation>Zei&amp;ten:</translation>
    </message>
    <message>
        <source>Backups at certain times, instead of schedules or besides them. Each on a line of its own, as it is pasted from a list</source>
        <translation>Backups zu bestimmten Zeiten, statt Zeitplänen oder neben ihnen. Jede in einer eigenen Zeile, wie aus einer Liste eingefügt</translation>
    </message>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Von:</translation>
    </message>
    <message>
        <source>When the schedules begin, in the time zone below</source>
        <translation>Wann die Zeitpläne beginnen, in der Zeitzone darunter</translation>
    </message>
    <message>
        <source>&amp;Until:</source>
        <translation>&amp;Bis:</translation>
    </message>
    <message>
        <source>When the prune runs: the last backup is not later</source>
        <translation>Wann der Prune läuft: Das letzte Backup ist nicht später</translation>
    </message>
    <message>
        <source>Time &amp;zone:</source>
        <translation>&amp;Zeitzone:</translation>
    </message>
    <message>
        <source>That of the server, in which hours, days, weeks, months and years are counted</source>
        <translation>Die des Servers, in der Stunden, Tage, Wochen, Monate und Jahre gezählt werden</translation>
    </message>
    <message>
        <source>&amp;Calendar</source>
        <translation>&amp;Kalender</translation>
    </message>
    <message>
        <source>&amp;List</source>
        <translation>&amp;Liste</translation>
    </message>
    <message>
        <source>What becomes of each backup, and why</source>
        <translation>Was aus jedem Backup wird, und warum</translation>
    </message>
</context>
<context>
    <name>SnapshotPage</name>
    <message>
        <source>Time:</source>
        <translation>Zeit:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Verzeichnis:</translation>
    </message>
    <message>
        <source>Size:</source>
        <translation>Größe:</translation>
    </message>
    <message>
        <source>Verified:</source>
        <translation>Verifiziert:</translation>
    </message>
    <message>
        <source>Encrypted:</source>
        <translation>Verschlüsselt:</translation>
    </message>
    <message>
        <source>Protected:</source>
        <translation>Geschützt:</translation>
    </message>
    <message>
        <source>&amp;Files</source>
        <translation>&amp;Dateien</translation>
    </message>
    <message>
        <source>Files of the snapshot</source>
        <translation>Dateien des Snapshots</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notizen</translation>
    </message>
    <message>
        <source>The snapshot's notes</source>
        <translation>Notizen des Snapshots</translation>
    </message>
    <message>
        <source>&amp;Manifest</source>
        <translation>&amp;Manifest</translation>
    </message>
    <message>
        <source>The manifest</source>
        <translation>Das Manifest</translation>
    </message>
</context>
<context>
    <name>SyncDialog</name>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>What to know before</source>
        <translation>Was man vorher wissen sollte</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>Vo&amp;rschau</translation>
    </message>
    <message>
        <source>&amp;Groups</source>
        <translation>&amp;Gruppen</translation>
    </message>
    <message>
        <source>Which groups are taken, and why</source>
        <translation>Welche Gruppen genommen werden, und warum</translation>
    </message>
    <message>
        <source>&amp;Options</source>
        <translation>&amp;Optionen</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Job</translation>
    </message>
    <message>
        <source>&amp;Move instead…</source>
        <translation>Stattdessen &amp;verschieben …</translation>
    </message>
</context>
<context>
    <name>SyncJobPage</name>
    <message>
        <source>&amp;Name:</source>
        <translation>Na&amp;me:</translation>
    </message>
    <message>
        <source>Sc&amp;hedule:</source>
        <translation>&amp;Zeitplan:</translation>
    </message>
    <message>
        <source>A calendar event as PBS knows them; empty: it only runs when somebody starts it</source>
        <translation>Ein Kalenderereignis, wie PBS sie kennt; leer: er läuft nur, wenn ihn jemand startet</translation>
    </message>
    <message>
        <source>Co&amp;mment:</source>
        <translation>&amp;Kommentar:</translation>
    </message>
    <message>
        <source>&amp;Enabled</source>
        <translation>&amp;Aktiviert</translation>
    </message>
    <message>
        <source>Sa&amp;ved jobs:</source>
        <translation>Gespeiche&amp;rte Jobs:</translation>
    </message>
    <message>
        <source>Opens a sync job of your own in place of what is entered here</source>
        <translation>Öffnet einen eigenen Sync-Job anstelle dessen, was hier eingegeben ist</translation>
    </message>
</context>
<context>
    <name>SyncOptionsPage</name>
    <message>
        <source>O&amp;wner:</source>
        <translation>&amp;Besitzer:</translation>
    </message>
    <message>
        <source>Of groups that are made; nothing is copied into a group of somebody else</source>
        <translation>Der Gruppen, die angelegt werden; in eine Gruppe von jemand anderem wird nichts kopiert</translation>
    </message>
    <message>
        <source>&amp;Transfer last:</source>
        <translation>&amp;Letzte übertragen:</translation>
    </message>
    <message>
        <source>Only the last so many snapshots of each group</source>
        <translation>Nur so viele der letzten Snapshots jeder Gruppe</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Only &amp;verified snapshots</source>
        <translation>Nur ver&amp;ifizierte Snapshots</translation>
    </message>
    <message>
        <source>Only e&amp;ncrypted snapshots</source>
        <translation>Nur verschl&amp;üsselte Snapshots</translation>
    </message>
    <message>
        <source>Cop&amp;y again what is corrupt at the target</source>
        <translation>Was am Ziel besch&amp;ädigt ist, noch einmal kopieren</translation>
    </message>
    <message>
        <source>Snapshots that failed a verification, or whose manifest cannot be read (resync-corrupt)</source>
        <translation>Snapshots, die eine Prüfung nicht bestanden haben oder deren Manifest nicht lesbar ist (resync-corrupt)</translation>
    </message>
    <message>
        <source>Show the &amp;list</source>
        <translation>Liste &amp;zeigen</translation>
    </message>
    <message>
        <source>What would be removed at the target, because the source has it no more</source>
        <translation>Was am Ziel entfernt würde, weil die Quelle es nicht mehr hat</translation>
    </message>
    <message>
        <source>Group wor&amp;kers:</source>
        <translation>Gruppen neben&amp;einander:</translation>
    </message>
    <message>
        <source>Rate li&amp;mit:</source>
        <translation>Te&amp;mpolimit:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>Bytes that are read at the source in a second, such as 40 MiB; empty: as fast as it can</source>
        <translation>Bytes, die in einer Sekunde an der Quelle gelesen werden, etwa 40 MiB; leer: so schnell es geht</translation>
    </message>
    <message>
        <source>per second, &amp;burst:</source>
        <translation>pro Sekunde, auf ei&amp;nmal:</translation>
    </message>
    <message>
        <source>as the rate</source>
        <translation>wie das Tempo</translation>
    </message>
    <message>
        <source>Bytes that may be read at once before the limit counts, such as 200 MiB</source>
        <translation>Bytes, die auf einmal gelesen werden dürfen, bevor das Limit zählt, etwa 200 MiB</translation>
    </message>
    <message>
        <source>So many groups are copied side by side; automatic: one, and four where an end is a host</source>
        <translation>So viele Gruppen werden nebeneinander kopiert; automatisch: eine, und vier, wo ein Ende ein Host ist</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
</context>
<context>
    <name>SyncPreviewPage</name>
    <message>
        <source>Sho&amp;w:</source>
        <translation>An&amp;zeigen:</translation>
    </message>
    <message>
        <source>Only lines of one kind</source>
        <translation>Nur Zeilen einer Art</translation>
    </message>
    <message>
        <source>Filter by namespace, group or time</source>
        <translation>Nach Namespace, Gruppe oder Zeit filtern</translation>
    </message>
    <message>
        <source>Filter of the list</source>
        <translation>Filter der Liste</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>Writes the lines that are shown as CSV</source>
        <translation>Schreibt die gezeigten Zeilen als CSV</translation>
    </message>
    <message>
        <source>What the sync does with each snapshot, and why</source>
        <translation>Was der Sync mit jedem Snapshot tut, und warum</translation>
    </message>
</context>
<context>
    <name>SyncRouteEditor</name>
    <message>
        <source>&amp;From:</source>
        <translation>&amp;Von:</translation>
    </message>
    <message>
        <source>The datastore whose backups are copied</source>
        <translation>Der Datastore, dessen Backups kopiert werden</translation>
    </message>
    <message>
        <source>namespace; empty: the root</source>
        <translation>Namespace; leer: die Wurzel</translation>
    </message>
    <message>
        <source>Namespace of the source</source>
        <translation>Namespace der Quelle</translation>
    </message>
    <message>
        <source>&amp;Into:</source>
        <translation>&amp;Nach:</translation>
    </message>
    <message>
        <source>The datastore that the copies come to</source>
        <translation>Der Datastore, in den die Kopien kommen</translation>
    </message>
    <message>
        <source>Namespace of the target; a new one is made</source>
        <translation>Namespace des Ziels; ein neuer wird angelegt</translation>
    </message>
    <message>
        <source>Namespaces of the source</source>
        <translation>Namespaces der Quelle</translation>
    </message>
    <message>
        <source>Namespaces of the target</source>
        <translation>Namespaces des Ziels</translation>
    </message>
    <message>
        <source>&amp;Depth:</source>
        <translation>&amp;Tiefe:</translation>
    </message>
    <message>
        <source>How many levels of namespaces below are copied, too; at the right end all of them</source>
        <translation>Wie viele Ebenen von Namespaces darunter mitkopiert werden; ganz rechts alle</translation>
    </message>
</context>
<context>
    <name>TasksPane</name>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop the selected task after the step that is under way</source>
        <translation>Den gewählten Task nach dem laufenden Schritt anhalten</translation>
    </message>
    <message>
        <source>Take finished tasks off this list</source>
        <translation>Beendete Tasks aus der Liste nehmen</translation>
    </message>
    <message>
        <source>No task has run yet.</source>
        <translation>Noch ist kein Task gelaufen.</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Log of the selected task</source>
        <translation>Protokoll des gewählten Tasks</translation>
    </message>
    <message>
        <source>Select a task to see its log.</source>
        <translation>Wählen Sie einen Task, um sein Protokoll zu sehen.</translation>
    </message>
    <message>
        <source>Clear finished</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Export log…</source>
        <translation>Protokoll exportieren …</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Undo run</source>
        <translation>Lauf rückgängig machen</translation>
    </message>
    <message>
        <source>Steps of the undo</source>
        <translation>Schritte des Rückgängigmachens</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>&amp;Take them along: each group stays whole</source>
        <translation>&amp;Mitnehmen: Jede Gruppe bleibt ganz</translation>
    </message>
    <message>
        <source>&amp;Leave them there: only what was moved goes back</source>
        <translation>&amp;Dort lassen: Nur was verschoben wurde, geht zurück</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Shapes the namespaces of Proxmox Backup Server datastores.</source>
        <translation>Gestaltet die Namespaces von Proxmox-Backup-Server-Datastores.</translation>
    </message>
    <message>
        <source>Open a datastore</source>
        <translation>Einen Datastore öffnen</translation>
    </message>
    <message>
        <source>A directory with namespaces and backups. You can also drop one anywhere in this window.</source>
        <translation>Ein Verzeichnis mit Namespaces und Backups. Sie können es auch irgendwo in dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Connect over SSH</source>
        <translation>Über SSH verbinden</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Two small datastores, made for trying things. Nothing of yours is touched.</source>
        <translation>Zwei kleine Datastores zum Ausprobieren. Ihre Daten bleiben unberührt.</translation>
    </message>
    <message>
        <source>&amp;Recent places</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Recent places</source>
        <translation>Zuletzt geöffnete Orte</translation>
    </message>
    <message>
        <source>A datastore on a server that you can log in to.</source>
        <translation>Ein Datenspeicher auf einem Server, auf dem Sie sich anmelden können.</translation>
    </message>
</context>
<context>
    <name>espalier::AboutDialog</name>
    <message>
        <source>Version %1, with Qt %2</source>
        <translation>Version %1, mit Qt %2</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Über &amp;Qt</translation>
    </message>
</context>
<context>
    <name>espalier::ApplyWords</name>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s)</source>
        <translation>
            <numerusform>%n Gruppe verschieben</numerusform>
            <numerusform>%n Gruppen verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n namespace(s)</source>
        <translation>
            <numerusform>%n Namespace anlegen</numerusform>
            <numerusform>%n Namespaces anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n will be done</source>
        <translation>
            <numerusform>%n wird ausgeführt</numerusform>
            <numerusform>%n werden ausgeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s)</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) attention</source>
        <translation>
            <numerusform>%n braucht Aufmerksamkeit</numerusform>
            <numerusform>%n brauchen Aufmerksamkeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in %1: %2</source>
        <comment>name of a datastore, list of counts</comment>
        <translation>
            <numerusform>%n Änderung in %1: %2</numerusform>
            <numerusform>%n Änderungen in %1: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The button becomes available by itself when this is over.</source>
        <translation>%1 Danach wird die Schaltfläche von selbst verfügbar.</translation>
    </message>
    <message>
        <source>A run is under way in this datastore.</source>
        <translation>In diesem Datastore ist ein Lauf im Gang.</translation>
    </message>
    <message>
        <source>The datastore is being read.</source>
        <translation>Der Datastore wird eingelesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) are refused. Remove them first.</source>
        <translation>
            <numerusform>%n Änderung ist abgelehnt. Entfernen Sie sie zuerst.</numerusform>
            <numerusform>%n Änderungen sind abgelehnt. Entfernen Sie sie zuerst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) need attention. Select one to see what can be done.</source>
        <translation>
            <numerusform>%n Änderung braucht Aufmerksamkeit. Wählen Sie sie aus, um zu sehen, was möglich ist.</numerusform>
            <numerusform>%n Änderungen brauchen Aufmerksamkeit. Wählen Sie eine aus, um zu sehen, was möglich ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is pending. Drag groups or namespaces to a namespace, or use “Move to namespace…”.</source>
        <translation>Nichts steht an. Ziehen Sie Gruppen oder Namespaces auf einen Namespace, oder nehmen Sie „In Namespace verschieben…“.</translation>
    </message>
    <message numerus="yes">
        <source>Apply %n change(s)</source>
        <translation>
            <numerusform>%n Änderung anwenden</numerusform>
            <numerusform>%n Änderungen anwenden</numerusform>
        </translation>
    </message>
    <message>
        <source>It is being worked out what becomes of jobs and access rules.</source>
        <translation>Es wird ermittelt, was aus Jobs und Zugriffsregeln wird.</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot entfernen</numerusform>
            <numerusform>%n Snapshots entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Apply %1, remove %2</source>
        <comment>%1: 5 changes, %2: 3 snapshots</comment>
        <translation>%1 anwenden, %2 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) are removed for good</source>
        <translation>
            <numerusform>%n Snapshot wird endgültig entfernt</numerusform>
            <numerusform>%n Snapshots werden endgültig entfernt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::Cells</name>
    <message>
        <source>opening …</source>
        <translation>wird geöffnet …</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>wird eingelesen …</translation>
    </message>
    <message>
        <source>will be created</source>
        <translation>wird angelegt</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) will arrive</source>
        <translation>
            <numerusform>%n Gruppe kommt an</numerusform>
            <numerusform>%n Gruppen kommen an</numerusform>
        </translation>
    </message>
    <message>
        <source>moves to %1</source>
        <translation>nach %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>invisible in PBS: no owner</source>
        <translation>in PBS unsichtbar: kein Besitzer</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1 "2 namespaces", %2 "3 groups"</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n Namespace</numerusform>
            <numerusform>%n Namespaces</numerusform>
        </translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unfertig</translation>
    </message>
    <message numerus="yes">
        <source>reading … %n group(s)</source>
        <translation>
            <numerusform>wird gelesen … %n Gruppe</numerusform>
            <numerusform>wird gelesen … %n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>will be deleted</source>
        <translation>wird gelöscht</translation>
    </message>
    <message>
        <source>becomes %1</source>
        <comment>a namespace</comment>
        <translation>wird zu %1</translation>
    </message>
    <message>
        <source>was %1</source>
        <comment>a namespace</comment>
        <translation>bisher %1</translation>
    </message>
    <message>
        <source>merged with that from %1</source>
        <translation>mit der aus %1 zusammengeführt</translation>
    </message>
    <message>
        <source>will be changed</source>
        <translation>wird geändert</translation>
    </message>
    <message>
        <source>will be removed</source>
        <comment>a group</comment>
        <translation>wird entfernt</translation>
    </message>
</context>
<context>
    <name>espalier::ChangeDialog</name>
    <message>
        <source>Add to pending changes</source>
        <translation>Zu den Änderungen hinzufügen</translation>
    </message>
</context>
<context>
    <name>espalier::CollisionCures</name>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Change the owner</source>
        <translation>Besitzer ändern</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
</context>
<context>
    <name>espalier::ConnectDialog</name>
    <message>
        <source>Open datastore</source>
        <translation>Datenspeicher öffnen</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindung wird hergestellt …</translation>
    </message>
    <message>
        <source>Stopped, as asked.</source>
        <translation>Wie gewünscht angehalten.</translation>
    </message>
    <message>
        <source>Logged in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>The host's own agent works there as %1.</source>
        <translation>Dort arbeitet der Agent des Hosts als %1.</translation>
    </message>
    <message>
        <source>The agent is in the cache of %1 and works with the rights of that user.</source>
        <translation>Der Agent liegt im Cache von %1 und arbeitet mit den Rechten dieses Benutzers.</translation>
    </message>
    <message>
        <source>Proxmox Backup Server %1.</source>
        <translation>Proxmox Backup Server %1.</translation>
    </message>
    <message>
        <source>Its datastores cannot be listed for this user; a directory can be entered.</source>
        <translation>Diesem Benutzer können seine Datenspeicher nicht gezeigt werden; ein Verzeichnis kann eingegeben werden.</translation>
    </message>
    <message>
        <source>No PBS with datastores was found; a directory can be entered.</source>
        <translation>Es wurde kein PBS mit Datenspeichern gefunden; ein Verzeichnis kann eingegeben werden.</translation>
    </message>
    <message>
        <source>cache of an S3 bucket, read-only here</source>
        <translation>Cache eines S3-Buckets, hier nur lesbar</translation>
    </message>
    <message>
        <source>removable disk</source>
        <translation>Wechseldatenträger</translation>
    </message>
    <message>
        <source>directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>maintenance mode %1</source>
        <translation>Wartungsmodus %1</translation>
    </message>
    <message>
        <source>The real ssh is used: your keys, agents, jump hosts and settings count. A small program of Espalier's is put into your cache on the host, unless the host has it installed. Nothing else is changed there.</source>
        <translation>Verwendet wird das wirkliche ssh: Ihre Schlüssel, Agenten, Sprungrechner und Einstellungen gelten. Ein kleines Programm von Espalier kommt auf dem Host in Ihren Cache, falls es dort nicht installiert ist. Sonst wird dort nichts geändert.</translation>
    </message>
    <message>
        <source>The directory is mounted here by sshfs. Nothing has to run on the host, nothing can be changed, and reading takes longer.</source>
        <translation>Das Verzeichnis wird hier mit sshfs eingebunden. Auf dem Host muss nichts laufen, nichts kann geändert werden, und das Lesen dauert länger.</translation>
    </message>
    <message>
        <source>The program sshfs is not installed here.</source>
        <translation>Das Programm sshfs ist hier nicht installiert.</translation>
    </message>
</context>
<context>
    <name>espalier::ConsequenceWords</name>
    <message>
        <source>The job's filter has a regular expression, which may match: groups that it does not match are counted, too.</source>
        <translation>Der Filter des Jobs hat einen regulären Ausdruck, der zutreffen kann: Gruppen, auf die er nicht zutrifft, sind mitgezählt.</translation>
    </message>
</context>
<context>
    <name>espalier::ConsequencesPage</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Commands to run afterwards</source>
        <translation>Danach auszuführen</translation>
    </message>
    <message>
        <source>What else is concerned by the pending changes</source>
        <translation>Was die anstehenden Änderungen noch betreffen</translation>
    </message>
    <message>
        <source>&amp;Copy commands</source>
        <translation>Befehle &amp;kopieren</translation>
    </message>
    <message>
        <source>These name what moves, or will apply to it. They are not changed; run the commands after the changes.</source>
        <translation>Diese nennen, was verschoben wird, oder gelten dann dafür. Sie werden nicht geändert; führen Sie die Befehle nach den Änderungen aus.</translation>
    </message>
    <message>
        <source>Nothing in the configuration of this PBS is concerned by the pending changes.</source>
        <translation>Nichts in der Konfiguration dieses PBS ist von den anstehenden Änderungen betroffen.</translation>
    </message>
    <message>
        <source>No PBS is to be seen on this computer, so its jobs and access rules are not known.</source>
        <translation>Auf diesem Computer ist kein PBS zu sehen; seine Jobs und Zugriffsregeln sind daher nicht bekannt.</translation>
    </message>
    <message>
        <source>Change &amp;jobs and access rules of this PBS along</source>
        <translation>&amp;Jobs und Zugriffsregeln dieses PBS mit ändern</translation>
    </message>
    <message>
        <source>Those that name a namespace which moves with all that they cover. An undo brings them back, too.</source>
        <translation>Die, die einen Namespace nennen, der mit allem umzieht, was sie betreffen. Rückgängigmachen stellt auch sie wieder her.</translation>
    </message>
    <message>
        <source>What becomes of the files</source>
        <translation>Was aus den Dateien wird</translation>
    </message>
    <message>
        <source>These name what moves, or will apply to it. What is not changed along has a command to run afterwards.</source>
        <translation>Diese nennen, was umzieht, oder werden dafür gelten. Was nicht mit geändert wird, hat einen Befehl für danach.</translation>
    </message>
</context>
<context>
    <name>espalier::DatastoreModel</name>
    <message>
        <source>Not there: %1</source>
        <translation>Nicht dorthin: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what, why</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s) to %1</source>
        <translation>
            <numerusform>%n Gruppe nach %1 verschieben</numerusform>
            <numerusform>%n Gruppen nach %1 verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (waits: %2)</source>
        <extracomment>%1 "Move 3 groups to a/b", %2 why it waits</extracomment>
        <translation>%1 (wartet: %2)</translation>
    </message>
    <message>
        <source>%1 (needs attention: %2)</source>
        <extracomment>%1 "Move 3 groups to a/b", %2 a sentence</extracomment>
        <translation>%1 (braucht Aufmerksamkeit: %2)</translation>
    </message>
    <message>
        <source>%1, cut</source>
        <translation>%1, ausgeschnitten</translation>
    </message>
    <message numerus="yes">
        <source>Move %n namespace(s) to %1</source>
        <translation>
            <numerusform>%n Namespace nach %1 verschieben</numerusform>
            <numerusform>%n Namespaces nach %1 verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s) to %1</source>
        <translation>
            <numerusform>%n Element nach %1 verschieben</numerusform>
            <numerusform>%n Elemente nach %1 verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Only groups and namespaces can be moved; something else is selected as well.</source>
        <translation>Nur Gruppen und Namespaces können verschoben werden; es ist auch anderes ausgewählt.</translation>
    </message>
    <message>
        <source>Groups and namespaces can be dropped on namespaces and datastores.</source>
        <translation>Gruppen und Namespaces können auf Namespaces und Datastores abgelegt werden.</translation>
    </message>
    <message numerus="yes">
        <source>Copy %n namespace(s) to %1 of %2…</source>
        <translation>
            <numerusform>%n Namespace nach %1 von %2 kopieren…</numerusform>
            <numerusform>%n Namespaces nach %1 von %2 kopieren…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %n group(s) to %1 of %2…</source>
        <translation>
            <numerusform>%n Gruppe nach %1 von %2 kopieren…</numerusform>
            <numerusform>%n Gruppen nach %1 von %2 kopieren…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::DemoDialog</name>
    <message>
        <source>Make and open the demo</source>
        <translation>Demo anlegen und öffnen</translation>
    </message>
    <message>
        <source>Choose a place for the demo</source>
        <translation>Einen Ort für die Demo wählen</translation>
    </message>
    <message>
        <source>Two small datastores, “site-a” and “site-b”, are made in memory: genuine in their format, with invented content. They are gone when the program ends.</source>
        <translation>Im Arbeitsspeicher entstehen zwei kleine Datastores, „site-a“ und „site-b“: echt im Format, mit erfundenem Inhalt. Sie verschwinden, wenn das Programm endet.</translation>
    </message>
</context>
<context>
    <name>espalier::EditController</name>
    <message numerus="yes">
        <source>Move %n item(s) to a new namespace</source>
        <translation>
            <numerusform>%n Element in einen neuen Namespace verschieben</numerusform>
            <numerusform>%n Elemente in einen neuen Namespace verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::Expectations</name>
    <message>
        <source>user@realm or user@realm!token</source>
        <translation>Benutzer@Realm oder Benutzer@Realm!Token</translation>
    </message>
    <message>
        <source>intact zstd data</source>
        <translation>unversehrte zstd-Daten</translation>
    </message>
    <message>
        <source>more zstd data</source>
        <translation>weitere zstd-Daten</translation>
    </message>
    <message>
        <source>a whole header</source>
        <translation>ein ganzer Kopf</translation>
    </message>
    <message>
        <source>the checksum of what follows the header</source>
        <translation>die Prüfsumme dessen, was auf den Kopf folgt</translation>
    </message>
    <message>
        <source>the first eight bytes of a blob</source>
        <translation>die ersten acht Bytes eines Blobs</translation>
    </message>
    <message>
        <source>the first eight bytes of an index</source>
        <translation>die ersten acht Bytes eines Index</translation>
    </message>
    <message>
        <source>a chunk size that is a power of two</source>
        <translation>eine Chunk-Größe, die eine Zweierpotenz ist</translation>
    </message>
    <message>
        <source>an archive of at least one byte</source>
        <translation>ein Archiv von mindestens einem Byte</translation>
    </message>
    <message>
        <source>the end, as many entries behind the header as the size of the archive needs</source>
        <translation>das Ende, nach so vielen Einträgen hinter dem Kopf, wie die Größe des Archivs verlangt</translation>
    </message>
    <message>
        <source>the end, with whole entries behind the header</source>
        <translation>das Ende, mit ganzen Einträgen hinter dem Kopf</translation>
    </message>
    <message>
        <source>an offset not before the last one</source>
        <translation>eine Position nicht vor der letzten</translation>
    </message>
    <message>
        <source>fewer levels of nesting</source>
        <translation>weniger Schachtelungsebenen</translation>
    </message>
    <message>
        <source>a comma or a closing bracket</source>
        <translation>ein Komma oder eine schließende Klammer</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>a character that may stand in a text</source>
        <translation>ein Zeichen, das in einem Text stehen darf</translation>
    </message>
    <message>
        <source>UTF-8 text</source>
        <translation>Text in UTF-8</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>ein schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>an escape sequence of JSON</source>
        <translation>eine Escape-Sequenz von JSON</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number of 64 bits</source>
        <translation>eine ganze Zahl von 64 Bit</translation>
    </message>
    <message>
        <source>a whole number of 64 bits, not below zero</source>
        <translation>eine ganze Zahl von 64 Bit, nicht unter null</translation>
    </message>
    <message>
        <source>a JSON value</source>
        <translation>ein JSON-Wert</translation>
    </message>
    <message>
        <source>the end of the text</source>
        <translation>das Ende des Textes</translation>
    </message>
    <message>
        <source>"none", "sign-only" or "encrypt"</source>
        <translation>„none“, „sign-only“ oder „encrypt“</translation>
    </message>
    <message>
        <source>64 hex digits</source>
        <translation>64 Hexadezimalziffern</translation>
    </message>
    <message>
        <source>"ct", "host" or "vm"</source>
        <translation>„ct“, „host“ oder „vm“</translation>
    </message>
    <message>
        <source>a section's first line "type: name"</source>
        <translation>die erste Zeile eines Abschnitts, „Typ: Name“</translation>
    </message>
    <message>
        <source>a name behind the section's type</source>
        <translation>ein Name hinter dem Typ des Abschnitts</translation>
    </message>
    <message>
        <source>an indented property, or an empty line before the next section</source>
        <translation>eine eingerückte Eigenschaft oder eine Leerzeile vor dem nächsten Abschnitt</translation>
    </message>
    <message>
        <source>white space behind the property's name</source>
        <translation>ein Leerraum hinter dem Namen der Eigenschaft</translation>
    </message>
    <message>
        <source>each key once</source>
        <translation>jeder Schlüssel nur einmal</translation>
    </message>
    <message>
        <source>a comma behind the closing quote</source>
        <translation>ein Komma hinter dem schließenden Anführungszeichen</translation>
    </message>
    <message>
        <source>key=value</source>
        <translation>Schlüssel=Wert</translation>
    </message>
    <message>
        <source>a key before the equals sign</source>
        <translation>ein Schlüssel vor dem Gleichheitszeichen</translation>
    </message>
    <message>
        <source>a quote, a backslash or n behind a backslash</source>
        <translation>ein Anführungszeichen, ein Backslash oder n hinter einem Backslash</translation>
    </message>
    <message>
        <source>an entry "acl:0 or 1:path:user:role"</source>
        <translation>ein Eintrag „acl:0 oder 1:Pfad:Benutzer:Rolle“</translation>
    </message>
    <message>
        <source>a user or an API token</source>
        <translation>ein Benutzer oder ein API-Token</translation>
    </message>
    <message>
        <source>a namespace</source>
        <translation>ein Namespace</translation>
    </message>
    <message>
        <source>a whole number from 0 to 7</source>
        <translation>eine ganze Zahl von 0 bis 7</translation>
    </message>
    <message>
        <source>a whole number of at least 1</source>
        <translation>eine ganze Zahl, mindestens 1</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein (yes oder no)</translation>
    </message>
    <message>
        <source>the name of a datastore</source>
        <translation>der Name eines Datastores</translation>
    </message>
    <message>
        <source>a filter such as "type:vm"</source>
        <translation>ein Filter wie „type:vm“</translation>
    </message>
    <message>
        <source>an indented property, or the first line of a section</source>
        <translation>eine eingerückte Eigenschaft oder die erste Zeile eines Abschnitts</translation>
    </message>
    <message>
        <source>the number of the format</source>
        <translation>die Nummer des Formats</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a valid name</source>
        <translation>ein gültiger Name</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a kind of change</source>
        <translation>eine Art von Änderung</translation>
    </message>
    <message>
        <source>same-guest or anyhow</source>
        <translation>same-guest oder anyhow</translation>
    </message>
    <message>
        <source>a verdict</source>
        <translation>ein Urteil</translation>
    </message>
    <message>
        <source>a reason</source>
        <translation>ein Grund</translation>
    </message>
    <message>
        <source>a snapshot's time</source>
        <translation>die Zeit eines Snapshots</translation>
    </message>
    <message>
        <source>a day of the week</source>
        <translation>ein Wochentag</translation>
    </message>
    <message>
        <source>a day of the week, a date or a time</source>
        <translation>ein Wochentag, ein Datum oder eine Uhrzeit</translation>
    </message>
    <message>
        <source>a hyphen</source>
        <translation>ein Bindestrich</translation>
    </message>
    <message>
        <source>a time not before the first one</source>
        <translation>eine Uhrzeit, die nicht vor der ersten liegt</translation>
    </message>
    <message>
        <source>a shorter time</source>
        <translation>eine kürzere Dauer</translation>
    </message>
    <message>
        <source>an object with "tz", "keep" and "snapshots"</source>
        <translation>ein Objekt mit „tz“, „keep“ und „snapshots“</translation>
    </message>
    <message>
        <source>the name of a time zone that is known here</source>
        <translation>der Name einer Zeitzone, die hier bekannt ist</translation>
    </message>
    <message>
        <source>last, hourly, daily, weekly, monthly or yearly</source>
        <translation>last, hourly, daily, weekly, monthly oder yearly</translation>
    </message>
    <message>
        <source>a snapshot with its time</source>
        <translation>ein Snapshot mit seiner Zeit</translation>
    </message>
    <message>
        <source>one line of at most 128 characters</source>
        <translation>eine Zeile mit höchstens 128 Zeichen</translation>
    </message>
    <message>
        <source>a schedule such as "daily"</source>
        <translation>ein Zeitplan wie „daily“</translation>
    </message>
    <message>
        <source>a key that prune jobs have</source>
        <translation>ein Schlüssel, den Prune-Jobs haben</translation>
    </message>
    <message>
        <source>the section of a prune job</source>
        <translation>der Abschnitt eines Prune-Jobs</translation>
    </message>
    <message>
        <source>seconds since 1970, up to the year 9999</source>
        <translation>Sekunden seit 1970, bis zum Jahr 9999</translation>
    </message>
    <message>
        <source>a request of this version</source>
        <translation>eine Anfrage dieser Version</translation>
    </message>
    <message>
        <source>a job</source>
        <translation>ein Job</translation>
    </message>
    <message>
        <source>a value of a job that names a namespace</source>
        <translation>ein Wert eines Jobs, der einen Namespace nennt</translation>
    </message>
    <message>
        <source>an access rule of a datastore</source>
        <translation>eine Zugriffsregel eines Datastores</translation>
    </message>
    <message>
        <source>a job or an access rule</source>
        <translation>ein Job oder eine Zugriffsregel</translation>
    </message>
    <message>
        <source>an opening bracket before</source>
        <translation>davor eine öffnende Klammer</translation>
    </message>
    <message>
        <source>something to repeat</source>
        <translation>etwas, das wiederholt werden kann</translation>
    </message>
    <message>
        <source>a count such as {2} or {2,5}</source>
        <translation>eine Anzahl wie {2} oder {2,5}</translation>
    </message>
    <message>
        <source>a smaller number</source>
        <translation>eine kleinere Zahl</translation>
    </message>
    <message>
        <source>a closing bracket</source>
        <translation>eine schließende Klammer</translation>
    </message>
    <message>
        <source>the name of a group</source>
        <translation>der Name einer Gruppe</translation>
    </message>
    <message>
        <source>each flag once</source>
        <translation>jede Option nur einmal</translation>
    </message>
    <message>
        <source>a flag that Rust's patterns have</source>
        <translation>eine Option, die es in Rusts Mustern gibt</translation>
    </message>
    <message>
        <source>a smaller pattern</source>
        <translation>ein kleineres Muster</translation>
    </message>
    <message>
        <source>hex digits</source>
        <translation>hexadezimale Ziffern</translation>
    </message>
    <message>
        <source>the name of a Unicode class</source>
        <translation>der Name einer Unicode-Klasse</translation>
    </message>
    <message>
        <source>a pattern of Unicode characters</source>
        <translation>ein Muster aus Unicode-Zeichen</translation>
    </message>
    <message>
        <source>something behind the backslash</source>
        <translation>etwas hinter dem Backslash</translation>
    </message>
    <message>
        <source>an escape that Rust's patterns have</source>
        <translation>eine Escape-Folge, die es in Rusts Mustern gibt</translation>
    </message>
    <message>
        <source>a bracket that closes the class</source>
        <translation>eine Klammer, die die Klasse schließt</translation>
    </message>
    <message>
        <source>a range of characters, the lower one first</source>
        <translation>ein Bereich von Zeichen, das niedrigere zuerst</translation>
    </message>
    <message>
        <source>start, end, start-half or end-half</source>
        <translation>start, end, start-half oder end-half</translation>
    </message>
    <message>
        <source>pull or push</source>
        <translation>pull oder push</translation>
    </message>
    <message>
        <source>a rate such as "40 MiB"</source>
        <translation>eine Rate wie „40 MiB“</translation>
    </message>
    <message>
        <source>the name of a remote</source>
        <translation>der Name eines Remotes</translation>
    </message>
    <message>
        <source>a whole number from 1 to 32</source>
        <translation>eine ganze Zahl von 1 bis 32</translation>
    </message>
    <message>
        <source>the name of an encryption key</source>
        <translation>der Name eines Schlüssels</translation>
    </message>
    <message>
        <source>a remote, which a push needs</source>
        <translation>ein Remote, das ein Push braucht</translation>
    </message>
    <message>
        <source>no value: only a pull has it</source>
        <translation>kein Wert: nur ein Pull hat ihn</translation>
    </message>
    <message>
        <source>no value: only a push has it</source>
        <translation>kein Wert: nur ein Push hat ihn</translation>
    </message>
    <message>
        <source>no value without run-on-mount</source>
        <translation>kein Wert ohne run-on-mount</translation>
    </message>
    <message>
        <source>a smaller number: namespaces have at most 7 levels</source>
        <translation>eine kleinere Zahl: Namespaces haben höchstens 7 Ebenen</translation>
    </message>
    <message>
        <source>the section of a sync job</source>
        <translation>der Abschnitt eines Sync-Jobs</translation>
    </message>
    <message>
        <source>a key that sync jobs have</source>
        <translation>ein Schlüssel, den Sync-Jobs haben</translation>
    </message>
    <message>
        <source>a chunk of the snapshot that is held</source>
        <translation>ein Chunk des Snapshots, der festgehalten wird</translation>
    </message>
    <message>
        <source>a file of a snapshot</source>
        <translation>eine Datei eines Snapshots</translation>
    </message>
    <message>
        <source>a frame of a known kind</source>
        <translation>ein Rahmen einer bekannten Art</translation>
    </message>
    <message>
        <source>a frame of at most 256 KiB</source>
        <translation>ein Rahmen von höchstens 256 KiB</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>eine Gruppe</translation>
    </message>
    <message>
        <source>a kind and its value</source>
        <translation>eine Art und ihr Wert</translation>
    </message>
    <message>
        <source>a known choice</source>
        <translation>eine bekannte Auswahl</translation>
    </message>
    <message>
        <source>a known kind</source>
        <translation>eine bekannte Art</translation>
    </message>
    <message>
        <source>a known request</source>
        <translation>eine bekannte Anfrage</translation>
    </message>
    <message>
        <source>a message of at most 256 MiB</source>
        <translation>eine Nachricht von höchstens 256 MiB</translation>
    </message>
    <message>
        <source>a number in its range</source>
        <translation>eine Zahl in ihrem Bereich</translation>
    </message>
    <message>
        <source>a number of 64 bits</source>
        <translation>eine Zahl von 64 Bit</translation>
    </message>
    <message>
        <source>a pair</source>
        <translation>ein Paar</translation>
    </message>
    <message>
        <source>a place in the data</source>
        <translation>eine Stelle in den Daten</translation>
    </message>
    <message>
        <source>a snapshot of the plan</source>
        <translation>ein Snapshot des Plans</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>ein Zeitpunkt</translation>
    </message>
    <message>
        <source>a tree of at most 64 MiB</source>
        <translation>ein Baum von höchstens 64 MiB</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>an answer of at most 256 MiB</source>
        <translation>eine Antwort von höchstens 256 MiB</translation>
    </message>
    <message>
        <source>an entry that Espalier changes</source>
        <translation>ein Eintrag, den Espalier ändert</translation>
    </message>
    <message>
        <source>an error</source>
        <translation>ein Fehler</translation>
    </message>
    <message>
        <source>as many answers as questions</source>
        <translation>so viele Antworten wie Fragen</translation>
    </message>
    <message>
        <source>as many things as there are bytes</source>
        <translation>nicht mehr Dinge als Bytes</translation>
    </message>
    <message>
        <source>changes that there are</source>
        <translation>Änderungen, die es gibt</translation>
    </message>
    <message>
        <source>each member of an object</source>
        <translation>jedes Feld eines Objekts</translation>
    </message>
    <message>
        <source>fewer messages at once</source>
        <translation>weniger Nachrichten auf einmal</translation>
    </message>
    <message>
        <source>fewer questions at once</source>
        <translation>weniger Fragen auf einmal</translation>
    </message>
    <message>
        <source>fewer requests at once</source>
        <translation>weniger Anfragen auf einmal</translation>
    </message>
    <message>
        <source>fewer snapshots at once, each with a number of its own</source>
        <translation>weniger Snapshots auf einmal, jeder mit einer eigenen Nummer</translation>
    </message>
    <message>
        <source>groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>less news</source>
        <translation>weniger Meldungen</translation>
    </message>
    <message>
        <source>more bytes of a tree</source>
        <translation>weitere Bytes eines Baums</translation>
    </message>
    <message>
        <source>nothing behind a ping, pong or cancel</source>
        <translation>nichts hinter einem Ping, Pong oder Abbruch</translation>
    </message>
    <message>
        <source>nothing, or a list of one</source>
        <translation>nichts oder eine Liste mit einem Element</translation>
    </message>
    <message>
        <source>something shared</source>
        <translation>etwas Gemeinsames</translation>
    </message>
    <message>
        <source>something valid</source>
        <translation>etwas Gültiges</translation>
    </message>
    <message>
        <source>text at the end of a message</source>
        <translation>Text am Ende einer Nachricht</translation>
    </message>
    <message>
        <source>the agent's first message</source>
        <translation>die erste Nachricht des Agenten</translation>
    </message>
    <message>
        <source>the answer to a question</source>
        <translation>die Antwort auf eine Frage</translation>
    </message>
    <message>
        <source>the choice of a datastore before all else</source>
        <translation>vor allem anderen die Wahl eines Datastores</translation>
    </message>
    <message>
        <source>the datastores of the host</source>
        <translation>die Datastores des Rechners</translation>
    </message>
    <message>
        <source>the end of a tree</source>
        <translation>das Ende eines Baums</translation>
    </message>
    <message>
        <source>the groups that lose snapshots</source>
        <translation>die Gruppen, die Snapshots verlieren</translation>
    </message>
    <message>
        <source>the name of a namespace</source>
        <translation>der Name eines Namespaces</translation>
    </message>
    <message>
        <source>the rest of a message</source>
        <translation>der Rest einer Nachricht</translation>
    </message>
</context>
<context>
    <name>espalier::FilterChips</name>
    <message>
        <source>&amp;Add filter…</source>
        <translation>Filter &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Group filters</source>
        <translation>Gruppenfilter</translation>
    </message>
    <message>
        <source>Return edits a filter, Del removes it. Without filters all groups are taken.</source>
        <translation>Die Eingabetaste bearbeitet einen Filter, Entf entfernt ihn. Ohne Filter werden alle Gruppen genommen.</translation>
    </message>
    <message>
        <source>There is no filter.</source>
        <translation>Es gibt keinen Filter.</translation>
    </message>
</context>
<context>
    <name>espalier::FilterEditor</name>
    <message numerus="yes">
        <source>It finds %1 of %n group(s).</source>
        <translation>
            <numerusform>Er findet %1 von %n Gruppe.</numerusform>
            <numerusform>Er findet %1 von %n Gruppen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::Findings</name>
    <message>
        <source>A directory below "ns" has a name that no namespace can have.</source>
        <translation>Ein Verzeichnis unter „ns“ hat einen Namen, den kein Namespace haben kann.</translation>
    </message>
    <message>
        <source>PBS stumbles over it: garbage collection, prune jobs and local sync jobs abort, so that no space is freed.</source>
        <translation>PBS stolpert darüber: Garbage Collection, Prune-Jobs und lokale Sync-Jobs brechen ab, sodass kein Platz frei wird.</translation>
    </message>
    <message>
        <source>Move it out of the datastore, or rename it to a legal name.</source>
        <translation>Verschieben Sie es aus dem Datastore, oder geben Sie ihm einen zulässigen Namen.</translation>
    </message>
    <message>
        <source>A namespace lies deeper than level 7.</source>
        <translation>Ein Namespace liegt tiefer als Ebene 7.</translation>
    </message>
    <message>
        <source>PBS cannot reach it: what is in it is neither listed nor backed up to, and jobs abort on it.</source>
        <translation>PBS erreicht ihn nicht: Was darin ist, wird nicht gelistet und bekommt keine Backups, und Jobs brechen daran ab.</translation>
    </message>
    <message>
        <source>Move its groups to a namespace that lies higher.</source>
        <translation>Verschieben Sie seine Gruppen in einen Namespace, der höher liegt.</translation>
    </message>
    <message>
        <source>This namespace holds no groups, neither here nor below.</source>
        <translation>Dieser Namespace enthält keine Gruppen, weder hier noch darunter.</translation>
    </message>
    <message>
        <source>It does no harm; often it was left by a sync or a move.</source>
        <translation>Das schadet nicht; oft ist er von einem Sync oder einem Verschieben übrig.</translation>
    </message>
    <message>
        <source>Delete it if nobody needs it.</source>
        <translation>Löschen Sie ihn, wenn ihn niemand braucht.</translation>
    </message>
    <message>
        <source>This namespace has the name of its parent.</source>
        <translation>Dieser Namespace heißt wie der darüber.</translation>
    </message>
    <message>
        <source>Usually a sync job with a misplaced target made it, and its backups are not where people look for them.</source>
        <translation>Meist hat ihn ein Sync-Job mit falschem Ziel angelegt, und seine Backups sind nicht, wo man sie sucht.</translation>
    </message>
    <message>
        <source>Check the sync jobs, then move the groups up.</source>
        <translation>Prüfen Sie die Sync-Jobs, und verschieben Sie dann die Gruppen nach oben.</translation>
    </message>
    <message>
        <source>The owner of this group cannot be read.</source>
        <translation>Der Besitzer dieser Gruppe ist nicht lesbar.</translation>
    </message>
    <message>
        <source>PBS does not show the group, and no client can back up to it.</source>
        <translation>PBS zeigt die Gruppe nicht, und kein Client kann in sie sichern.</translation>
    </message>
    <message>
        <source>Write the right owner, such as root@pam, into the file "owner" as the user backup.</source>
        <translation>Schreiben Sie als Benutzer backup den richtigen Besitzer, etwa root@pam, in die Datei „owner“.</translation>
    </message>
    <message>
        <source>This group holds no snapshots.</source>
        <translation>Diese Gruppe enthält keine Snapshots.</translation>
    </message>
    <message>
        <source>It does no harm, but keeps its owner: only that owner can back up to it.</source>
        <translation>Das schadet nicht, aber sie behält ihren Besitzer: Nur dieser kann in sie sichern.</translation>
    </message>
    <message>
        <source>A directory beside the groups has a name that no group can have.</source>
        <translation>Ein Verzeichnis neben den Gruppen hat einen Namen, den keine Gruppe haben kann.</translation>
    </message>
    <message>
        <source>PBS does not see it, and what is in it is never verified, pruned or synced.</source>
        <translation>PBS sieht es nicht, und was darin ist, wird nie verifiziert, geprunt oder synchronisiert.</translation>
    </message>
    <message>
        <source>Look what it is, and rename it or move it out of the datastore.</source>
        <translation>Sehen Sie nach, was es ist, und benennen Sie es um oder verschieben Sie es aus dem Datastore.</translation>
    </message>
    <message>
        <source>A group lies inside another group.</source>
        <translation>Eine Gruppe liegt in einer anderen Gruppe.</translation>
    </message>
    <message>
        <source>PBS does not see it. It was probably moved with mv onto a group that existed.</source>
        <translation>PBS sieht sie nicht. Wahrscheinlich wurde sie mit mv auf eine Gruppe verschoben, die es schon gab.</translation>
    </message>
    <message>
        <source>Move its snapshots to where they belong.</source>
        <translation>Verschieben Sie ihre Snapshots dorthin, wo sie hingehören.</translation>
    </message>
    <message>
        <source>A snapshot lies where a group should be.</source>
        <translation>Ein Snapshot liegt, wo eine Gruppe sein sollte.</translation>
    </message>
    <message>
        <source>PBS does not see it. It was probably moved one level too high.</source>
        <translation>PBS sieht ihn nicht. Wahrscheinlich wurde er eine Ebene zu hoch verschoben.</translation>
    </message>
    <message>
        <source>Move it into the group that it belongs to.</source>
        <translation>Verschieben Sie ihn in die Gruppe, zu der er gehört.</translation>
    </message>
    <message>
        <source>A directory is named like a snapshot, but with a time that does not exist.</source>
        <translation>Ein Verzeichnis heißt wie ein Snapshot, aber mit einer Zeit, die es nicht gibt.</translation>
    </message>
    <message>
        <source>PBS then fails to list the whole group, and prune jobs end with an error.</source>
        <translation>PBS listet dann die ganze Gruppe nicht, und Prune-Jobs enden mit einem Fehler.</translation>
    </message>
    <message>
        <source>Find out what made it, and move it out of the datastore.</source>
        <translation>Finden Sie heraus, was es angelegt hat, und verschieben Sie es aus dem Datastore.</translation>
    </message>
    <message>
        <source>Two directories of this group stand for the same second.</source>
        <translation>Zwei Verzeichnisse dieser Gruppe stehen für dieselbe Sekunde.</translation>
    </message>
    <message>
        <source>PBS reaches only one of them, and may show or delete the wrong one.</source>
        <translation>PBS erreicht nur eines davon und zeigt oder löscht vielleicht das falsche.</translation>
    </message>
    <message>
        <source>Look which of them is needed, and move the other one out of the datastore.</source>
        <translation>Sehen Sie nach, welches gebraucht wird, und verschieben Sie das andere aus dem Datastore.</translation>
    </message>
    <message>
        <source>This snapshot has no manifest.</source>
        <translation>Dieser Snapshot hat kein Manifest.</translation>
    </message>
    <message>
        <source>A backup is running, or it was interrupted; nothing can be restored from it.</source>
        <translation>Ein Backup läuft oder wurde unterbrochen; daraus lässt sich nichts wiederherstellen.</translation>
    </message>
    <message>
        <source>Wait for the backup that is running; otherwise forget the snapshot in PBS.</source>
        <translation>Warten Sie auf das laufende Backup; sonst entfernen Sie den Snapshot in PBS.</translation>
    </message>
    <message>
        <source>The manifest of this snapshot cannot be read.</source>
        <translation>Das Manifest dieses Snapshots ist nicht lesbar.</translation>
    </message>
    <message>
        <source>PBS cannot restore, verify or sync it.</source>
        <translation>PBS kann ihn nicht wiederherstellen, verifizieren oder synchronisieren.</translation>
    </message>
    <message>
        <source>Let PBS verify the snapshot, and make a new backup.</source>
        <translation>Lassen Sie PBS den Snapshot verifizieren, und machen Sie ein neues Backup.</translation>
    </message>
    <message>
        <source>An index has a size that no whole index can have.</source>
        <translation>Ein Index hat eine Größe, die kein ganzer Index haben kann.</translation>
    </message>
    <message>
        <source>Garbage collection aborts at it, so that no space is freed.</source>
        <translation>Die Garbage Collection bricht daran ab, sodass kein Platz frei wird.</translation>
    </message>
    <message>
        <source>Forget the snapshot in PBS, and make a new backup.</source>
        <translation>Entfernen Sie den Snapshot in PBS, und machen Sie ein neues Backup.</translation>
    </message>
    <message>
        <source>A file lies here that is not PBS's.</source>
        <translation>Hier liegt eine Datei, die nicht von PBS ist.</translation>
    </message>
    <message>
        <source>PBS does not see it, but fails to remove the directory later.</source>
        <translation>PBS sieht sie nicht, scheitert aber später daran, das Verzeichnis zu entfernen.</translation>
    </message>
    <message>
        <source>Delete it, or move it out of the datastore.</source>
        <translation>Löschen Sie sie, oder verschieben Sie sie aus dem Datastore.</translation>
    </message>
    <message>
        <source>A directory lies here that is not PBS's.</source>
        <translation>Hier liegt ein Verzeichnis, das nicht von PBS ist.</translation>
    </message>
    <message>
        <source>PBS does not see it, but fails to remove the directory around it later.</source>
        <translation>PBS sieht es nicht, scheitert aber später daran, das Verzeichnis darum herum zu entfernen.</translation>
    </message>
    <message>
        <source>Look what it is, and move it out of the datastore.</source>
        <translation>Sehen Sie nach, was es ist, und verschieben Sie es aus dem Datastore.</translation>
    </message>
    <message>
        <source>A symbolic link lies here.</source>
        <translation>Hier liegt eine symbolische Verknüpfung.</translation>
    </message>
    <message>
        <source>PBS does not follow it: what it points to is neither listed nor protected from garbage collection.</source>
        <translation>PBS folgt ihr nicht: Worauf sie zeigt, wird weder gelistet noch vor der Garbage Collection geschützt.</translation>
    </message>
    <message>
        <source>Replace it with the directory that it points to.</source>
        <translation>Ersetzen Sie sie durch das Verzeichnis, auf das sie zeigt.</translation>
    </message>
    <message>
        <source>A temporary file was left over from an interrupted write.</source>
        <translation>Von einem unterbrochenen Schreiben ist eine temporäre Datei übrig.</translation>
    </message>
    <message>
        <source>It does no harm, but takes space that nothing frees.</source>
        <translation>Sie schadet nicht, belegt aber Platz, den nichts freigibt.</translation>
    </message>
    <message>
        <source>Delete it when no backup is running.</source>
        <translation>Löschen Sie sie, wenn kein Backup läuft.</translation>
    </message>
    <message>
        <source>This belongs to %1, but the datastore belongs to %2.</source>
        <translation>Das gehört %1, der Datastore aber %2.</translation>
    </message>
    <message>
        <source>PBS may be unable to read, change or delete it, and then backups or garbage collection fail.</source>
        <translation>PBS kann es vielleicht nicht lesen, ändern oder löschen; dann scheitern Backups oder die Garbage Collection.</translation>
    </message>
    <message>
        <source>Give it to %1 with chown.</source>
        <translation>Geben Sie es mit chown an %1.</translation>
    </message>
    <message>
        <source>The permissions of this are %1; PBS uses %2.</source>
        <translation>Die Zugriffsrechte sind %1; PBS verwendet %2.</translation>
    </message>
    <message>
        <source>PBS may be locked out, and then backups or garbage collection fail.</source>
        <translation>PBS ist vielleicht ausgesperrt; dann scheitern Backups oder die Garbage Collection.</translation>
    </message>
    <message>
        <source>Set them to %1 with chmod.</source>
        <translation>Setzen Sie sie mit chmod auf %1.</translation>
    </message>
    <message>
        <source>This could not be read; the system says: %1.</source>
        <translation>Das war nicht lesbar; das System sagt: %1.</translation>
    </message>
    <message>
        <source>What is in it is not shown, and PBS may have the same trouble: garbage collection aborts at directories that it cannot read.</source>
        <translation>Was darin ist, wird nicht gezeigt, und PBS geht es vielleicht ebenso: Die Garbage Collection bricht an Verzeichnissen ab, die sie nicht lesen kann.</translation>
    </message>
    <message>
        <source>Check owner, permissions and disk.</source>
        <translation>Prüfen Sie Besitzer, Zugriffsrechte und Datenträger.</translation>
    </message>
    <message>
        <source>The name of this group is so long that PBS cannot make its lock file.</source>
        <translation>Der Name dieser Gruppe ist so lang, dass PBS ihre Sperrdatei nicht anlegen kann.</translation>
    </message>
    <message>
        <source>It can be read and restored, but nothing can be changed.</source>
        <translation>Sie kann gelesen und wiederhergestellt, aber nicht geändert werden.</translation>
    </message>
    <message>
        <source>Leave it where it is.</source>
        <translation>Lassen Sie sie, wo sie ist.</translation>
    </message>
    <message>
        <source>A group and a namespace need the same lock file.</source>
        <translation>Eine Gruppe und ein Namespace brauchen dieselbe Sperrdatei.</translation>
    </message>
    <message>
        <source>PBS cannot lock one of them, so that backups to it fail.</source>
        <translation>PBS kann eines von beiden nicht sperren, sodass Backups dorthin scheitern.</translation>
    </message>
    <message>
        <source>Move the groups of this namespace to one with another name.</source>
        <translation>Verschieben Sie die Gruppen dieses Namespace in einen mit anderem Namen.</translation>
    </message>
    <message>
        <source>Illegal namespace name</source>
        <translation>Unzulässiger Namespace-Name</translation>
    </message>
    <message>
        <source>Namespace too deep</source>
        <translation>Namespace zu tief</translation>
    </message>
    <message>
        <source>Empty namespace</source>
        <translation>Leerer Namespace</translation>
    </message>
    <message>
        <source>Repeated namespace name</source>
        <translation>Wiederholter Namespace-Name</translation>
    </message>
    <message>
        <source>Group without owner</source>
        <translation>Gruppe ohne Besitzer</translation>
    </message>
    <message>
        <source>Empty group</source>
        <translation>Leere Gruppe</translation>
    </message>
    <message>
        <source>Invisible group</source>
        <translation>Unsichtbare Gruppe</translation>
    </message>
    <message>
        <source>Group inside a group</source>
        <translation>Gruppe in einer Gruppe</translation>
    </message>
    <message>
        <source>Snapshot without group</source>
        <translation>Snapshot ohne Gruppe</translation>
    </message>
    <message>
        <source>Impossible time</source>
        <translation>Unmögliche Zeit</translation>
    </message>
    <message>
        <source>Same time twice</source>
        <translation>Dieselbe Zeit zweimal</translation>
    </message>
    <message>
        <source>Unfinished snapshot</source>
        <translation>Unfertiger Snapshot</translation>
    </message>
    <message>
        <source>Damaged manifest</source>
        <translation>Beschädigtes Manifest</translation>
    </message>
    <message>
        <source>Partial index</source>
        <translation>Unvollständiger Index</translation>
    </message>
    <message>
        <source>Foreign file</source>
        <translation>Fremde Datei</translation>
    </message>
    <message>
        <source>Foreign directory</source>
        <translation>Fremdes Verzeichnis</translation>
    </message>
    <message>
        <source>Symbolic link</source>
        <translation>Symbolische Verknüpfung</translation>
    </message>
    <message>
        <source>Temporary file</source>
        <translation>Temporäre Datei</translation>
    </message>
    <message>
        <source>Wrong owner</source>
        <translation>Falscher Besitzer</translation>
    </message>
    <message>
        <source>Wrong permissions</source>
        <translation>Falsche Zugriffsrechte</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Name too long to lock</source>
        <translation>Name zu lang zum Sperren</translation>
    </message>
    <message>
        <source>Lock names collide</source>
        <translation>Sperrnamen stoßen zusammen</translation>
    </message>
</context>
<context>
    <name>espalier::FindingsModel</name>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
</context>
<context>
    <name>espalier::FindingsPane</name>
    <message>
        <source>No datastore is open.</source>
        <translation>Kein Datastore ist offen.</translation>
    </message>
    <message>
        <source>Nothing was found in %1.</source>
        <translation>In %1 wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>datastore, number of problems, number of hints</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::FormatWords</name>
    <message>
        <source>less than a minute ago</source>
        <translation>vor weniger als einer Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>vor %n Minute</numerusform>
            <numerusform>vor %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) ago</source>
        <translation>
            <numerusform>vor %n Monat</numerusform>
            <numerusform>vor %n Monaten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) ago</source>
        <translation>
            <numerusform>vor %n Jahr</numerusform>
            <numerusform>vor %n Jahren</numerusform>
        </translation>
    </message>
    <message>
        <source>in the future</source>
        <translation>in der Zukunft</translation>
    </message>
    <message>
        <source>%1 %2, %3</source>
        <extracomment>%1 date and time, %2 time zone, %3 "3 days ago"</extracomment>
        <translation>%1 %2, %3</translation>
    </message>
</context>
<context>
    <name>espalier::GroupComparison</name>
    <message>
        <source>none</source>
        <comment>snapshots</comment>
        <translation>keine</translation>
    </message>
    <message numerus="yes">
        <source>%n, %1 to %2</source>
        <comment>snapshots</comment>
        <translation>
            <numerusform>%n, %1 bis %2</numerusform>
            <numerusform>%n, %1 bis %2</numerusform>
        </translation>
    </message>
    <message>
        <source>unreadable</source>
        <comment>owner</comment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Not everything could be read, so nobody can tell from the backups whether they are of one guest.</source>
        <translation>Nicht alles war lesbar; aus den Backups ist nicht zu erkennen, ob sie von einem Gast sind.</translation>
    </message>
    <message>
        <source>Nothing says that they are of different guests.</source>
        <translation>Nichts spricht dafür, dass sie von verschiedenen Gästen sind.</translation>
    </message>
    <message>
        <source>They look like backups of different guests. Merge them only if you know better. Different notes of the group that moves are kept in the journal.</source>
        <translation>Sie sehen wie Backups verschiedener Gäste aus. Führen Sie sie nur zusammen, wenn Sie es besser wissen. Andere Notizen der Gruppe, die verschoben wird, bleiben im Journal.</translation>
    </message>
</context>
<context>
    <name>espalier::GroupPage</name>
    <message>
        <source>no snapshots</source>
        <translation>keine Snapshots</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>%1 and %2 are dates</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n protected</source>
        <translation>
            <numerusform>%n geschützt</numerusform>
            <numerusform>%n geschützt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished</source>
        <translation>
            <numerusform>%n unfertig</numerusform>
            <numerusform>%n unfertig</numerusform>
        </translation>
    </message>
    <message>
        <source>A pending change moves it to %1.</source>
        <translation>Eine anstehende Änderung verschiebt sie nach %1.</translation>
    </message>
    <message>
        <source>It comes from %1 by a pending change.</source>
        <translation>Sie kommt durch eine anstehende Änderung aus %1.</translation>
    </message>
    <message>
        <source>PBS does not show this group: its owner file is missing or cannot be read.</source>
        <translation>PBS zeigt diese Gruppe nicht: Ihre Datei „owner“ fehlt oder ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Something that is not from PBS lies in its directory.</source>
        <translation>In ihrem Verzeichnis liegt etwas, das nicht von PBS ist.</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 before deduplication</source>
        <translation>%1 vor der Deduplizierung</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>Keine Notizen</translation>
    </message>
    <message>
        <source>A pending change merges the group of %1 into it.</source>
        <translation>Eine anstehende Änderung führt die Gruppe aus %1 mit ihr zusammen.</translation>
    </message>
    <message>
        <source>A pending change removes it with all its snapshots.</source>
        <translation>Eine anstehende Änderung entfernt sie mit allen Snapshots.</translation>
    </message>
    <message>
        <source>A pending change alters its owner, notes or protection, or removes some of its snapshots.</source>
        <translation>Eine anstehende Änderung betrifft Besitzer, Notizen oder Schutz, oder entfernt einige Snapshots.</translation>
    </message>
</context>
<context>
    <name>espalier::HistoryDialog</name>
    <message>
        <source>History of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>The history is being read…</source>
        <translation>Der Verlauf wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing was done in this datastore yet.</source>
        <translation>In diesem Datastore wurde noch nichts getan.</translation>
    </message>
</context>
<context>
    <name>espalier::ItemController</name>
    <message>
        <source>Rename Namespace</source>
        <translation>Namespace umbenennen</translation>
    </message>
    <message>
        <source>New name of %1:</source>
        <translation>Neuer Name von %1:</translation>
    </message>
    <message>
        <source>Copy Namespaces</source>
        <translation>Namespaces kopieren</translation>
    </message>
    <message>
        <source>The namespaces of %1 once more, without groups, as:</source>
        <translation>Die Namespaces von %1 noch einmal, ohne Gruppen, als:</translation>
    </message>
    <message>
        <source>Owner of %1:</source>
        <translation>Besitzer von %1:</translation>
    </message>
    <message numerus="yes">
        <source>Owner of %n group(s):</source>
        <translation>
            <numerusform>Besitzer von %n Gruppe:</numerusform>
            <numerusform>Besitzer von %n Gruppen:</numerusform>
        </translation>
    </message>
    <message>
        <source>Change Owner</source>
        <translation>Besitzer ändern</translation>
    </message>
    <message numerus="yes">
        <source>Change the owner of %n group(s)</source>
        <translation>
            <numerusform>Den Besitzer von %n Gruppe ändern</numerusform>
            <numerusform>Den Besitzer von %n Gruppen ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit Notes</source>
        <translation>Notizen bearbeiten</translation>
    </message>
    <message>
        <source>Notes of %1. The first line is shown as comment.</source>
        <translation>Notizen zu %1. Die erste Zeile wird als Kommentar gezeigt.</translation>
    </message>
    <message numerus="yes">
        <source>Protect %n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot schützen</numerusform>
            <numerusform>%n Snapshots schützen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove the protection of %n snapshot(s)</source>
        <translation>
            <numerusform>Den Schutz von %n Snapshot aufheben</numerusform>
            <numerusform>Den Schutz von %n Snapshots aufheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n item(s)</source>
        <translation>
            <numerusform>%n Element entfernen</numerusform>
            <numerusform>%n Elemente entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::JobRunner</name>
    <message>
        <source>Run the %1</source>
        <comment>a job</comment>
        <translation>Ausführen: %1</translation>
    </message>
    <message>
        <source>The %1 was due at %2 and missed that; it runs now.</source>
        <translation>Der %1 war um %2 fällig und hat das verpasst; er läuft jetzt.</translation>
    </message>
    <message>
        <source>The %1 did not end OK. %2</source>
        <comment>a job and why</comment>
        <translation>Der %1 endete nicht mit OK. %2</translation>
    </message>
</context>
<context>
    <name>espalier::JobsDialog</name>
    <message>
        <source>Espalier</source>
        <comment>whose job it is</comment>
        <translation>Espalier</translation>
    </message>
    <message>
        <source>server</source>
        <comment>whose job it is</comment>
        <translation>Server</translation>
    </message>
    <message>
        <source>time zone unknown</source>
        <comment>of a job: nobody knows when it is due</comment>
        <translation>Zeitzone unbekannt</translation>
    </message>
    <message>
        <source>Open its datastore first.</source>
        <translation>Öffnen Sie erst seinen Datastore.</translation>
    </message>
    <message>
        <source>The jobs of the server can be changed by root only.</source>
        <translation>Die Jobs des Servers kann nur root ändern.</translation>
    </message>
    <message>
        <source>Disa&amp;ble</source>
        <translation>Deaktivie&amp;ren</translation>
    </message>
    <message>
        <source>E&amp;nable</source>
        <translation>Aktivie&amp;ren</translation>
    </message>
    <message>
        <source>Shows what the job would remove, to be staged and applied from there</source>
        <translation>Zeigt, was der Job entfernen würde; von dort wird es vorgemerkt und ausgeführt</translation>
    </message>
    <message>
        <source>Change what the job says</source>
        <translation>Ändern, was der Job besagt</translation>
    </message>
    <message>
        <source>Whether the job runs when it is due</source>
        <translation>Ob der Job läuft, wenn er fällig ist</translation>
    </message>
    <message>
        <source>Make a job of your own that says the same; it starts disabled</source>
        <translation>Einen eigenen Job anlegen, der dasselbe besagt; er ist zunächst deaktiviert</translation>
    </message>
    <message>
        <source>Forgets the job; no backup is touched</source>
        <translation>Vergisst den Job; keine Sicherung wird angefasst</translation>
    </message>
    <message>
        <source>There is a job of your own with this name already.</source>
        <translation>Es gibt schon einen eigenen Job mit diesem Namen.</translation>
    </message>
    <message>
        <source>Take a job of the server over as your own; it starts disabled, so that nothing runs twice</source>
        <translation>Einen Job des Servers als eigenen übernehmen; er ist zunächst deaktiviert, damit nichts doppelt läuft</translation>
    </message>
    <message>
        <source>Jobs of %1, and your own</source>
        <translation>Jobs von %1 und eigene</translation>
    </message>
    <message>
        <source>keeps everything</source>
        <comment>a prune job</comment>
        <translation>behält alles</translation>
    </message>
    <message>
        <source>copies from %1</source>
        <comment>a sync job</comment>
        <translation>kopiert aus %1</translation>
    </message>
    <message>
        <source>sync</source>
        <comment>kind of job</comment>
        <translation>Sync</translation>
    </message>
    <message>
        <source>prune</source>
        <comment>kind of job</comment>
        <translation>Prune</translation>
    </message>
    <message>
        <source>runs</source>
        <comment>a job</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>enabled</source>
        <comment>a job</comment>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>a job</comment>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how a run ended, and its age</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>There are no jobs yet. “New…” opens the preview of a prune, where rules are tried out and saved as a job.</source>
        <translation>Es gibt noch keine Jobs. „Neu…“ öffnet die Vorschau eines Prune, wo Regeln ausprobiert und als Job gespeichert werden.</translation>
    </message>
    <message>
        <source>PBS knows no disabled sync jobs.</source>
        <translation>PBS kennt keine deaktivierten Sync-Jobs.</translation>
    </message>
    <message>
        <source>Jobs of the server are removed there, or disabled.</source>
        <translation>Jobs des Servers werden dort entfernt oder deaktiviert.</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>R&amp;un now</source>
        <translation>Jetzt aus&amp;führen</translation>
    </message>
    <message>
        <source>Another program runs it.</source>
        <translation>Ein anderes Programm führt ihn aus.</translation>
    </message>
    <message>
        <source>The server runs its jobs itself.</source>
        <translation>Der Server führt seine Jobs selbst aus.</translation>
    </message>
    <message>
        <source>Does what the job says, and removes no more than was approved</source>
        <translation>Tut, was der Job sagt, und entfernt nicht mehr, als genehmigt ist</translation>
    </message>
    <message>
        <source>keeps %1</source>
        <comment>a prune job</comment>
        <translation>behält %1</translation>
    </message>
    <message>
        <source>Take it over as your own first.</source>
        <translation>Übernehmen Sie ihn zuerst als eigenen.</translation>
    </message>
    <message>
        <source>Shows what the job would copy and remove</source>
        <translation>Zeigt, was der Job kopieren und entfernen würde</translation>
    </message>
</context>
<context>
    <name>espalier::KeepEditor</name>
    <message>
        <source>off</source>
        <comment>a rule of a retention</comment>
        <translation>aus</translation>
    </message>
    <message>
        <source>How many are kept: %1</source>
        <comment>daily, weekly, …</comment>
        <translation>Wie viele behalten werden: %1</translation>
    </message>
    <message>
        <source>The newest finished snapshots. Empty: the rule is off.</source>
        <translation>Die neuesten fertigen Snapshots. Leer: Die Regel ist aus.</translation>
    </message>
    <message>
        <source>Periods without a snapshot do not count. Empty: the rule is off.</source>
        <translation>Zeiträume ohne Snapshot zählen nicht. Leer: Die Regel ist aus.</translation>
    </message>
</context>
<context>
    <name>espalier::MainWindow</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Noch einmal nachsehen</translation>
    </message>
    <message>
        <source>Findings (%1)</source>
        <translation>Befunde (%1)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <translation>Ein Lauf ist im Gang.</translation>
    </message>
    <message>
        <source>It ends after the step that is under way; the history tells what was done.</source>
        <translation>Er endet nach dem laufenden Schritt; der Verlauf sagt, was getan wurde.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Show what does not fit in this datastore</source>
        <translation>Zeigen, was in diesem Datastore nicht passt</translation>
    </message>
    <message>
        <source>What goes on in the open datastores</source>
        <translation>Was in den offenen Datastores vorgeht</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) match</source>
        <translation>
            <numerusform>%n Gruppe passt</numerusform>
            <numerusform>%n Gruppen passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s) in %1</source>
        <translation>
            <numerusform>%n Befund in %1</numerusform>
            <numerusform>%n Befunde in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Look…</source>
        <translation>Ansehen…</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in %1 did not come to their end. Nothing is lost; look at what was done, and finish or undo it.</source>
        <translation>
            <numerusform>%n Lauf in %1 kam nicht zu Ende. Nichts ist verloren; sehen Sie an, was getan ist, und stellen Sie ihn fertig oder machen Sie ihn rückgängig.</numerusform>
            <numerusform>%n Läufe in %1 kamen nicht zu Ende. Nichts ist verloren; sehen Sie an, was getan ist, und stellen Sie sie fertig oder machen Sie sie rückgängig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) cut: choose a namespace and paste.</source>
        <translation>
            <numerusform>%n Element ausgeschnitten: Wählen Sie einen Namespace und fügen Sie ein.</numerusform>
            <numerusform>%n Elemente ausgeschnitten: Wählen Sie einen Namespace und fügen Sie ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>Bring back pending changes</source>
        <translation>Anstehende Änderungen zurückholen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in %1 are pending since last time.</source>
        <translation>
            <numerusform>%n Änderung in %1 steht noch vom letzten Mal an.</numerusform>
            <numerusform>%n Änderungen in %1 stehen noch vom letzten Mal an.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>No guest is in several places</source>
        <translation>Kein Gast ist an mehreren Orten</translation>
    </message>
    <message>
        <source>Work on %1 instead</source>
        <translation>Stattdessen auf %1 arbeiten</translation>
    </message>
    <message>
        <source>Connect again</source>
        <translation>Neu verbinden</translation>
    </message>
    <message>
        <source>Connect to %1 over SSH…</source>
        <translation>Über SSH mit %1 verbinden …</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>espalier::MaintenanceController</name>
    <message>
        <source>The maintenance mode of %1 is being set…</source>
        <translation>Der Wartungsmodus von %1 wird gesetzt …</translation>
    </message>
    <message>
        <source>The maintenance mode of %1 is set.</source>
        <translation>Der Wartungsmodus von %1 ist gesetzt.</translation>
    </message>
    <message>
        <source>The maintenance mode of %1 is being ended…</source>
        <translation>Der Wartungsmodus von %1 wird beendet …</translation>
    </message>
</context>
<context>
    <name>espalier::MaintenanceDialog</name>
    <message>
        <source>Maintenance mode of %1 now: %2</source>
        <comment>datastore, mode</comment>
        <translation>Wartungsmodus von %1 jetzt: %2</translation>
    </message>
    <message>
        <source>set by Espalier for a while</source>
        <translation>von Espalier für eine Weile gesetzt</translation>
    </message>
    <message>
        <source>Set mode</source>
        <translation>Modus setzen</translation>
    </message>
    <message>
        <source>The mode ends when you end it or close the datastore. If the connection, this computer or the host fails meanwhile, the host restores by itself what was there before.</source>
        <translation>Der Modus endet, wenn Sie ihn beenden oder den Datastore schließen. Fällt inzwischen die Verbindung, dieser Rechner oder der Host aus, stellt der Host von selbst wieder her, was vorher war.</translation>
    </message>
</context>
<context>
    <name>espalier::MaintenanceWords</name>
    <message>
        <source>The former maintenance mode is there again.</source>
        <translation>Der frühere Wartungsmodus ist wieder da.</translation>
    </message>
    <message>
        <source>Somebody else has changed the maintenance mode meanwhile; it was left as it is.</source>
        <translation>Jemand anderes hat den Wartungsmodus inzwischen geändert; er blieb, wie er ist.</translation>
    </message>
    <message>
        <source>There was no maintenance mode of Espalier's to end.</source>
        <translation>Es gab keinen Wartungsmodus von Espalier zu beenden.</translation>
    </message>
    <message>
        <source>none</source>
        <comment>maintenance mode</comment>
        <translation>keiner</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>maintenance mode, its message</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>espalier::MergeDialog</name>
    <message>
        <source>Merge Groups</source>
        <translation>Gruppen zusammenführen</translation>
    </message>
    <message>
        <source>Are these two groups %1 backups of the same guest?</source>
        <translation>Sind diese beiden Gruppen %1 Backups desselben Gastes?</translation>
    </message>
    <message>
        <source>Both groups side by side</source>
        <translation>Beide Gruppen nebeneinander</translation>
    </message>
    <message>
        <source>The groups are being compared…</source>
        <translation>Die Gruppen werden verglichen…</translation>
    </message>
    <message>
        <source>&amp;Merge them</source>
        <translation>&amp;Zusammenführen</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>&amp;Beide behalten</translation>
    </message>
    <message>
        <source>Move this group to a new namespace beside the other one</source>
        <translation>Diese Gruppe in einen neuen Namespace neben der anderen verschieben</translation>
    </message>
</context>
<context>
    <name>espalier::MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>espalier::Messages</name>
    <message>
        <source>Root</source>
        <comment>the namespace at the top of a datastore</comment>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>A name is missing (%1).</source>
        <translation>Ein Name fehlt (%1).</translation>
    </message>
    <message>
        <source>PBS has nothing without a name.</source>
        <translation>In PBS hat alles einen Namen.</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>"%1" cannot be used as a name.</source>
        <translation>„%1“ ist als Name nicht möglich.</translation>
    </message>
    <message>
        <source>A name begins with a letter, a digit or an underscore, and goes on with these, dots and hyphens.</source>
        <translation>Ein Name beginnt mit einem Buchstaben, einer Ziffer oder einem Unterstrich; danach sind auch Punkte und Bindestriche möglich.</translation>
    </message>
    <message>
        <source>Use another name.</source>
        <translation>Nehmen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The name "%1" is too long.</source>
        <translation>Der Name „%1“ ist zu lang.</translation>
    </message>
    <message>
        <source>It has %1 bytes; %2 are allowed.</source>
        <translation>Er hat %1 Bytes; erlaubt sind %2.</translation>
    </message>
    <message>
        <source>Use a shorter name.</source>
        <translation>Nehmen Sie einen kürzeren Namen.</translation>
    </message>
    <message>
        <source>The namespace "%1" would lie too deep.</source>
        <translation>Der Namespace „%1“ läge zu tief.</translation>
    </message>
    <message>
        <source>PBS ends at level %1 below the root.</source>
        <translation>PBS endet bei Ebene %1 unter der Wurzel.</translation>
    </message>
    <message>
        <source>Choose a parent closer to the root.</source>
        <translation>Wählen Sie einen Ort näher an der Wurzel.</translation>
    </message>
    <message>
        <source>The path of the namespace "%1" is too long.</source>
        <translation>Der Pfad des Namespace „%1“ ist zu lang.</translation>
    </message>
    <message>
        <source>All its names and the slashes between them may have %1 bytes together.</source>
        <translation>Alle Namen und die Schrägstriche dazwischen dürfen zusammen %1 Bytes haben.</translation>
    </message>
    <message>
        <source>Use shorter names, or a parent closer to the root.</source>
        <translation>Nehmen Sie kürzere Namen oder einen Ort näher an der Wurzel.</translation>
    </message>
    <message>
        <source>"%1" is not the path of a namespace.</source>
        <translation>„%1“ ist nicht der Pfad eines Namespace.</translation>
    </message>
    <message>
        <source>A namespace is written as its names with one slash between them, such as a/b/c.</source>
        <translation>Ein Namespace wird als Folge seiner Namen mit je einem Schrägstrich dazwischen geschrieben, etwa a/b/c.</translation>
    </message>
    <message>
        <source>Check the spelling.</source>
        <translation>Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>"%1" is not a type of backup.</source>
        <translation>„%1“ ist keine Art von Backup.</translation>
    </message>
    <message>
        <source>PBS knows ct, host and vm, in small letters.</source>
        <translation>PBS kennt ct, host und vm, in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>Use one of these three.</source>
        <translation>Nehmen Sie eine dieser drei.</translation>
    </message>
    <message>
        <source>"%1" is not a backup group.</source>
        <translation>„%1“ ist keine Backup-Gruppe.</translation>
    </message>
    <message>
        <source>A group is written as its type and its id, such as vm/100.</source>
        <translation>Eine Gruppe wird als Art und ID geschrieben, etwa vm/100.</translation>
    </message>
    <message>
        <source>"%1" is not the time of a snapshot.</source>
        <translation>„%1“ ist nicht die Zeit eines Snapshots.</translation>
    </message>
    <message>
        <source>Snapshots are named like 2026-03-01T22:30:00Z, in UTC.</source>
        <translation>Snapshots heißen etwa 2026-03-01T22:30:00Z, in UTC.</translation>
    </message>
    <message>
        <source>The time "%1" does not exist.</source>
        <translation>Die Zeit „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>It is written like the time of a snapshot, but PBS cannot read it, and then fails to list the whole group.</source>
        <translation>Sie ist wie die Zeit eines Snapshots geschrieben, aber PBS kann sie nicht lesen und listet dann die ganze Gruppe nicht.</translation>
    </message>
    <message>
        <source>If this is the name of a directory, find out what made it, and move it out of the datastore.</source>
        <translation>Wenn das der Name eines Verzeichnisses ist, finden Sie heraus, was es angelegt hat, und verschieben Sie es aus dem Datastore.</translation>
    </message>
    <message>
        <source>"%1" is not a snapshot.</source>
        <translation>„%1“ ist kein Snapshot.</translation>
    </message>
    <message>
        <source>A snapshot is written as its group and its time, such as vm/100/2026-03-01T22:30:00Z.</source>
        <translation>Ein Snapshot wird als Gruppe und Zeit geschrieben, etwa vm/100/2026-03-01T22:30:00Z.</translation>
    </message>
    <message>
        <source>"%1" is neither a user nor an API token.</source>
        <translation>„%1“ ist weder ein Benutzer noch ein API-Token.</translation>
    </message>
    <message>
        <source>A user is written as name@realm, a token as name@realm!token.</source>
        <translation>Ein Benutzer wird als Name@Realm geschrieben, ein Token als Name@Realm!Token.</translation>
    </message>
    <message>
        <source>"%1" is not a checksum.</source>
        <translation>„%1“ ist keine Prüfsumme.</translation>
    </message>
    <message>
        <source>A checksum has 64 hexadecimal digits.</source>
        <translation>Eine Prüfsumme hat 64 Hexadezimalziffern.</translation>
    </message>
    <message>
        <source>"%1" is not the name of a file that belongs into a snapshot.</source>
        <translation>„%1“ ist nicht der Name einer Datei, die in einen Snapshot gehört.</translation>
    </message>
    <message>
        <source>Such names end with .blob, .didx or .fidx and hold no slashes, blanks or other signs.</source>
        <translation>Solche Namen enden auf .blob, .didx oder .fidx und enthalten keine Schrägstriche, Leerzeichen oder andere Zeichen.</translation>
    </message>
    <message>
        <source>Do not use this file; find out what wrote its name.</source>
        <translation>Verwenden Sie diese Datei nicht; finden Sie heraus, was ihren Namen geschrieben hat.</translation>
    </message>
    <message>
        <source>"%1" is not the id of a PBS task.</source>
        <translation>„%1“ ist nicht die ID eines PBS-Tasks.</translation>
    </message>
    <message>
        <source>It should look like UPID:host:…:root@pam: with nine parts between colons.</source>
        <translation>Sie sollte aussehen wie UPID:host:…:root@pam: mit neun Teilen zwischen Doppelpunkten.</translation>
    </message>
    <message>
        <source>"%1" is not a place where a datastore can be.</source>
        <translation>„%1“ ist kein Ort, an dem ein Datastore sein kann.</translation>
    </message>
    <message>
        <source>A place is the path of a directory, or ssh://user@host/path.</source>
        <translation>Ein Ort ist der Pfad eines Verzeichnisses oder ssh://benutzer@host/pfad.</translation>
    </message>
    <message>
        <source>The file "%1" is damaged.</source>
        <translation>Die Datei „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>At byte %1 there should be %2.</source>
        <translation>Bei Byte %1 wird erwartet: %2.</translation>
    </message>
    <message>
        <source>Let PBS verify the snapshot; if this file really is damaged, make a new backup.</source>
        <translation>Lassen Sie PBS den Snapshot verifizieren; ist die Datei wirklich beschädigt, machen Sie ein neues Backup.</translation>
    </message>
    <message>
        <source>The file "%1" is too large to be read.</source>
        <translation>Die Datei „%1“ ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>Its content has at least %1 bytes; the limit is %2.</source>
        <translation>Ihr Inhalt hat mindestens %1 Bytes; die Grenze ist %2.</translation>
    </message>
    <message>
        <source>PBS makes no such files; find out what wrote it.</source>
        <translation>PBS legt solche Dateien nicht an; finden Sie heraus, was sie geschrieben hat.</translation>
    </message>
    <message>
        <source>The file "%1" is encrypted.</source>
        <translation>Die Datei „%1“ ist verschlüsselt.</translation>
    </message>
    <message>
        <source>Its content cannot be shown without the key, which only the client has.</source>
        <translation>Ohne den Schlüssel, den nur der Client hat, kann ihr Inhalt nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>Use the backup client with the key to read it; moving it needs no key.</source>
        <translation>Lesen Sie sie mit dem Backup-Client und dem Schlüssel; zum Verschieben braucht es keinen Schlüssel.</translation>
    </message>
    <message>
        <source>The index "%1" is damaged.</source>
        <translation>Der Index „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>Do not start a garbage collection before this is repaired: PBS aborts it at such an index. Let PBS verify the snapshot.</source>
        <translation>Starten Sie keine Garbage Collection, bevor das repariert ist: PBS bricht sie an einem solchen Index ab. Lassen Sie PBS den Snapshot verifizieren.</translation>
    </message>
    <message>
        <source>The manifest "%1" is damaged.</source>
        <translation>Das Manifest „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>PBS cannot use this snapshot. Let PBS verify it, and make a new backup.</source>
        <translation>PBS kann diesen Snapshot nicht verwenden. Lassen Sie PBS ihn verifizieren, und machen Sie ein neues Backup.</translation>
    </message>
    <message>
        <source>The owner of the group cannot be read from "%1".</source>
        <translation>Der Besitzer der Gruppe kann nicht aus „%1“ gelesen werden.</translation>
    </message>
    <message>
        <source>The first line of the file should be %1.</source>
        <translation>Die erste Zeile der Datei sollte sein: %1.</translation>
    </message>
    <message>
        <source>Write the right owner into the file as the user backup; until then PBS does not show the group.</source>
        <translation>Schreiben Sie als Benutzer backup den richtigen Besitzer in die Datei; bis dahin zeigt PBS die Gruppe nicht.</translation>
    </message>
    <message>
        <source>The configuration "%1" cannot be read.</source>
        <translation>Die Konfiguration „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>At "%1" there should be %2. PBS refuses the whole file, too.</source>
        <translation>Bei „%1“ wird erwartet: %2. Auch PBS weist die ganze Datei zurück.</translation>
    </message>
    <message>
        <source>Repair the file, best with PBS's own tools.</source>
        <translation>Reparieren Sie die Datei, am besten mit den Werkzeugen von PBS.</translation>
    </message>
    <message>
        <source>"%1" does not exist.</source>
        <translation>„%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>It may have been moved or deleted in the meantime.</source>
        <translation>Es wurde vielleicht inzwischen verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>Reload, and try again.</source>
        <translation>Lesen Sie neu ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>"%1" exists already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Nothing that exists is ever replaced.</source>
        <translation>Was da ist, wird nie ersetzt.</translation>
    </message>
    <message>
        <source>Reload, and look what is there.</source>
        <translation>Lesen Sie neu ein, und sehen Sie nach, was dort ist.</translation>
    </message>
    <message>
        <source>Access to "%1" was denied.</source>
        <translation>Der Zugriff auf „%1“ wurde verweigert.</translation>
    </message>
    <message>
        <source>The user who runs this program may not do this there.</source>
        <translation>Der Benutzer, der dieses Programm ausführt, darf das dort nicht.</translation>
    </message>
    <message>
        <source>Run the program as the user backup, or as the owner of the datastore.</source>
        <translation>Führen Sie das Programm als Benutzer backup aus oder als Besitzer des Datastores.</translation>
    </message>
    <message>
        <source>"%1" is not a directory.</source>
        <translation>„%1“ ist kein Verzeichnis.</translation>
    </message>
    <message>
        <source>A file or a link lies where a directory should be; links are never followed inside a datastore.</source>
        <translation>Wo ein Verzeichnis sein sollte, liegt eine Datei oder eine Verknüpfung; Verknüpfungen wird im Datastore nie gefolgt.</translation>
    </message>
    <message>
        <source>Look what is there, and move it away.</source>
        <translation>Sehen Sie nach, was dort ist, und verschieben Sie es.</translation>
    </message>
    <message>
        <source>"%1" is not a plain file.</source>
        <translation>„%1“ ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>It is a link, a directory or a device; inside a datastore none of these is followed or opened as a file.</source>
        <translation>Es ist eine Verknüpfung, ein Verzeichnis oder ein Gerät; im Datastore wird keinem davon gefolgt und keines als Datei geöffnet.</translation>
    </message>
    <message>
        <source>"%1" is too large to be read.</source>
        <translation>„%1“ ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>It has %1 bytes; the limit is %2.</source>
        <translation>Es hat %1 Bytes; die Grenze ist %2.</translation>
    </message>
    <message>
        <source>There is no space left for "%1".</source>
        <translation>Für „%1“ ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>The disk or the user's quota is full.</source>
        <translation>Der Datenträger oder das Kontingent des Benutzers ist voll.</translation>
    </message>
    <message>
        <source>Make room, and try again.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>"%1" cannot be changed.</source>
        <translation>„%1“ kann nicht geändert werden.</translation>
    </message>
    <message>
        <source>The file system is mounted read-only.</source>
        <translation>Das Dateisystem ist nur zum Lesen eingehängt.</translation>
    </message>
    <message>
        <source>Mount it for writing, and try again.</source>
        <translation>Hängen Sie es zum Schreiben ein, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The directory "%1" is not empty.</source>
        <translation>Das Verzeichnis „%1“ ist nicht leer.</translation>
    </message>
    <message>
        <source>Only empty directories are removed.</source>
        <translation>Nur leere Verzeichnisse werden entfernt.</translation>
    </message>
    <message>
        <source>Look what is in it.</source>
        <translation>Sehen Sie nach, was darin ist.</translation>
    </message>
    <message>
        <source>"%1" cannot be moved to "%2".</source>
        <translation>„%1“ kann nicht nach „%2“ verschoben werden.</translation>
    </message>
    <message>
        <source>The two places are on different file systems, and a move never copies.</source>
        <translation>Beide Orte liegen auf verschiedenen Dateisystemen, und beim Verschieben wird nie kopiert.</translation>
    </message>
    <message>
        <source>Use a sync job, or move it within one file system.</source>
        <translation>Verwenden Sie einen Sync-Job, oder verschieben Sie innerhalb eines Dateisystems.</translation>
    </message>
    <message>
        <source>The operation %1 failed on "%2".</source>
        <translation>Die Operation %1 ist an „%2“ gescheitert.</translation>
    </message>
    <message>
        <source>The system says: %1.</source>
        <translation>Das System sagt: %1.</translation>
    </message>
    <message>
        <source>Look into the system's log for trouble with the disk.</source>
        <translation>Sehen Sie im Protokoll des Systems nach, ob der Datenträger Schwierigkeiten macht.</translation>
    </message>
    <message>
        <source>The file system of "%1" does not know the operation %2.</source>
        <translation>Das Dateisystem von „%1“ kennt die Operation %2 nicht.</translation>
    </message>
    <message>
        <source>It is too old, or of a kind that lacks it.</source>
        <translation>Es ist zu alt oder von einer Art, der sie fehlt.</translation>
    </message>
    <message>
        <source>Work on the server itself, on a local file system.</source>
        <translation>Arbeiten Sie auf dem Server selbst, auf einem lokalen Dateisystem.</translation>
    </message>
    <message>
        <source>"%1" is not used as a name.</source>
        <translation>„%1“ wird nicht als Name verwendet.</translation>
    </message>
    <message>
        <source>Only single plain names are opened inside a datastore, no paths and no links.</source>
        <translation>Im Datastore werden nur einzelne einfache Namen geöffnet, keine Pfade und keine Verknüpfungen.</translation>
    </message>
    <message>
        <source>Find out what wrote this name.</source>
        <translation>Finden Sie heraus, was diesen Namen geschrieben hat.</translation>
    </message>
    <message>
        <source>"%1" is a file.</source>
        <translation>„%1“ ist eine Datei.</translation>
    </message>
    <message>
        <source>A datastore is a directory.</source>
        <translation>Ein Datastore ist ein Verzeichnis.</translation>
    </message>
    <message>
        <source>Choose the directory that holds .chunks.</source>
        <translation>Wählen Sie das Verzeichnis, das .chunks enthält.</translation>
    </message>
    <message>
        <source>The directory "%1" is empty.</source>
        <translation>Das Verzeichnis „%1“ ist leer.</translation>
    </message>
    <message>
        <source>A datastore holds at least the directory .chunks.</source>
        <translation>Ein Datastore enthält wenigstens das Verzeichnis .chunks.</translation>
    </message>
    <message>
        <source>Check whether the disk is mounted; make a new datastore with PBS.</source>
        <translation>Prüfen Sie, ob der Datenträger eingehängt ist; einen neuen Datastore legen Sie mit PBS an.</translation>
    </message>
    <message>
        <source>There is nothing at this path.</source>
        <translation>Unter diesem Pfad ist nichts.</translation>
    </message>
    <message>
        <source>Check the spelling, and whether the disk is mounted.</source>
        <translation>Prüfen Sie die Schreibweise, und ob der Datenträger eingehängt ist.</translation>
    </message>
    <message>
        <source>"%1" may not be opened.</source>
        <translation>„%1“ darf nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The user who runs this program has no access to it.</source>
        <translation>Der Benutzer, der dieses Programm ausführt, hat keinen Zugriff darauf.</translation>
    </message>
    <message>
        <source>Run the program as the user backup, or as the owner of the directory.</source>
        <translation>Führen Sie das Programm als Benutzer backup aus oder als Besitzer des Verzeichnisses.</translation>
    </message>
    <message>
        <source>"%1" is not a datastore.</source>
        <translation>„%1“ ist kein Datastore.</translation>
    </message>
    <message>
        <source>It holds no directory .chunks with the files of PBS.</source>
        <translation>Es enthält kein Verzeichnis .chunks mit den Dateien von PBS.</translation>
    </message>
    <message>
        <source>Choose the directory that is called "path" in PBS's datastore.cfg.</source>
        <translation>Wählen Sie das Verzeichnis, das in der datastore.cfg von PBS als „path“ steht.</translation>
    </message>
    <message>
        <source>"%1" is not a datastore, but holds one.</source>
        <translation>„%1“ ist kein Datastore, enthält aber einen.</translation>
    </message>
    <message>
        <source>The datastore is "%1".</source>
        <translation>Der Datastore ist „%1“.</translation>
    </message>
    <message>
        <source>Open that directory.</source>
        <translation>Öffnen Sie dieses Verzeichnis.</translation>
    </message>
    <message>
        <source>"%1" is a part of a datastore.</source>
        <translation>„%1“ ist ein Teil eines Datastores.</translation>
    </message>
    <message>
        <source>"%1" is not the directory that was opened.</source>
        <translation>„%1“ ist nicht das Verzeichnis, das geöffnet wurde.</translation>
    </message>
    <message>
        <source>Another directory or another disk is at this path now.</source>
        <translation>Unter diesem Pfad ist jetzt ein anderes Verzeichnis oder ein anderer Datenträger.</translation>
    </message>
    <message>
        <source>Check what is mounted there, and open the datastore again.</source>
        <translation>Prüfen Sie, was dort eingehängt ist, und öffnen Sie den Datastore noch einmal.</translation>
    </message>
    <message>
        <source>Reading "%1" was stopped.</source>
        <translation>Das Einlesen von „%1“ wurde angehalten.</translation>
    </message>
    <message>
        <source>Somebody asked to stop; what is shown is incomplete.</source>
        <translation>Es wurde darum gebeten; was gezeigt wird, ist unvollständig.</translation>
    </message>
    <message>
        <source>Reload to read it whole.</source>
        <translation>Lesen Sie neu ein, um alles zu sehen.</translation>
    </message>
    <message>
        <source>"%1" cannot be opened by this version.</source>
        <translation>„%1“ kann mit dieser Version nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>Only directories of this computer can be opened so far.</source>
        <translation>Bisher lassen sich nur Verzeichnisse dieses Rechners öffnen.</translation>
    </message>
    <message>
        <source>Run the program on the server itself.</source>
        <translation>Führen Sie das Programm auf dem Server selbst aus.</translation>
    </message>
    <message>
        <source>No demo is written into "%1".</source>
        <translation>In „%1“ wird keine Demo geschrieben.</translation>
    </message>
    <message>
        <source>The directory holds something already, and nothing is ever overwritten.</source>
        <translation>Das Verzeichnis enthält schon etwas, und nichts wird je überschrieben.</translation>
    </message>
    <message>
        <source>Choose an empty or a new directory.</source>
        <translation>Wählen Sie ein leeres oder ein neues Verzeichnis.</translation>
    </message>
    <message>
        <source>The datastore "%1" is read-only here.</source>
        <translation>Der Datastore „%1“ kann hier nur gelesen werden.</translation>
    </message>
    <message>
        <source>Its backups lie in an S3 bucket, and this directory is only a cache: changes here would be lost.</source>
        <translation>Seine Backups liegen in einem S3-Bucket, und dieses Verzeichnis ist nur ein Zwischenspeicher: Änderungen gingen hier verloren.</translation>
    </message>
    <message>
        <source>Use PBS's own interface for this datastore.</source>
        <translation>Verwenden Sie für diesen Datastore die Oberfläche von PBS.</translation>
    </message>
    <message>
        <source>The datastore "%1" is read-only now.</source>
        <translation>Der Datastore „%1“ kann jetzt nur gelesen werden.</translation>
    </message>
    <message>
        <source>PBS has it in the maintenance mode "%1".</source>
        <translation>PBS hat ihn im Instandhaltungsmodus „%1“.</translation>
    </message>
    <message>
        <source>Wait until that has ended, or end it in PBS.</source>
        <translation>Warten Sie, bis das beendet ist, oder beenden Sie es in PBS.</translation>
    </message>
    <message>
        <source>"%1" is read-only.</source>
        <translation>„%1“ kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>Its file system is mounted read-only.</source>
        <translation>Das Dateisystem ist nur zum Lesen eingehängt.</translation>
    </message>
    <message>
        <source>Mount it for writing, and open it again.</source>
        <translation>Hängen Sie es zum Schreiben ein, und öffnen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>"%1" is read-only here.</source>
        <translation>„%1“ kann hier nur gelesen werden.</translation>
    </message>
    <message>
        <source>It lies on another computer (%1), where locks that are taken here protect nothing.</source>
        <translation>Es liegt auf einem anderen Rechner (%1), wo Sperren von hier nichts schützen.</translation>
    </message>
    <message>
        <source>Run the program on the computer that has the disk.</source>
        <translation>Führen Sie das Programm auf dem Rechner aus, der den Datenträger hat.</translation>
    </message>
    <message>
        <source>Nothing is known about its file system (%1), so that locks may not protect anything.</source>
        <translation>Über das Dateisystem (%1) ist nichts bekannt, sodass Sperren vielleicht nichts schützen.</translation>
    </message>
    <message>
        <source>Move the datastore to ext4, xfs, btrfs or zfs, or use PBS's own interface.</source>
        <translation>Bringen Sie den Datastore auf ext4, xfs, btrfs oder zfs, oder verwenden Sie die Oberfläche von PBS.</translation>
    </message>
    <message>
        <source>"%1" is read-only for you.</source>
        <translation>„%1“ können Sie nur lesen.</translation>
    </message>
    <message>
        <source>Only the user %1 may change it.</source>
        <translation>Nur der Benutzer %1 darf es ändern.</translation>
    </message>
    <message>
        <source>Run: %1</source>
        <translation>Führen Sie aus: %1</translation>
    </message>
    <message>
        <source>The datastore is read-only here.</source>
        <translation>Der Datastore kann hier nur gelesen werden.</translation>
    </message>
    <message>
        <source>A PBS runs on this computer, but its run directory "%1" cannot be opened, and so its locks cannot be seen.</source>
        <translation>Auf diesem Rechner läuft ein PBS, aber sein Laufzeitverzeichnis „%1“ lässt sich nicht öffnen, und so sind seine Sperren nicht zu sehen.</translation>
    </message>
    <message>
        <source>Run the program as the user backup.</source>
        <translation>Führen Sie das Programm als Benutzer backup aus.</translation>
    </message>
    <message>
        <source>A PBS is installed on this computer, but its configuration "%1" cannot be read.</source>
        <translation>Auf diesem Rechner ist ein PBS installiert, aber seine Konfiguration „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Run the program as root or as the user backup.</source>
        <translation>Führen Sie das Programm als root oder als Benutzer backup aus.</translation>
    </message>
    <message>
        <source>A PBS is installed on this computer, but "%1" does not name this directory: another server may be using it.</source>
        <translation>Auf diesem Rechner ist ein PBS installiert, aber „%1“ nennt dieses Verzeichnis nicht: Ein anderer Server verwendet es vielleicht.</translation>
    </message>
    <message>
        <source>Add the datastore to this PBS, or run the program on the server that uses it.</source>
        <translation>Fügen Sie den Datastore diesem PBS hinzu, oder führen Sie das Programm auf dem Server aus, der ihn verwendet.</translation>
    </message>
    <message>
        <source>"%1" is in use.</source>
        <translation>„%1“ ist in Gebrauch.</translation>
    </message>
    <message>
        <source>The process %1 holds its lock, and no PBS that it could belong to is to be seen.</source>
        <translation>Der Prozess %1 hält die Sperre, und es ist kein PBS zu sehen, zu dem er gehören könnte.</translation>
    </message>
    <message>
        <source>Wait until that process has ended.</source>
        <translation>Warten Sie, bis dieser Prozess beendet ist.</translation>
    </message>
    <message>
        <source>"%1" is read-only with this --pbs-root.</source>
        <translation>„%1“ kann mit diesem --pbs-root nur gelesen werden.</translation>
    </message>
    <message>
        <source>The PBS of this computer uses this directory as its datastore "%1", and its locks would not be seen.</source>
        <translation>Der PBS dieses Rechners verwendet das Verzeichnis als Datastore „%1“, und seine Sperren wären nicht zu sehen.</translation>
    </message>
    <message>
        <source>Leave out --pbs-root.</source>
        <translation>Lassen Sie --pbs-root weg.</translation>
    </message>
    <message>
        <source>This computer has a PBS whose configuration cannot be read, so that it may be using this directory.</source>
        <translation>Dieser Rechner hat einen PBS, dessen Konfiguration nicht gelesen werden kann; er verwendet dieses Verzeichnis vielleicht.</translation>
    </message>
    <message>
        <source>It is removable, and its disk is not mounted by PBS.</source>
        <translation>Er liegt auf einem Wechseldatenträger, den PBS nicht eingehängt hat.</translation>
    </message>
    <message>
        <source>Mount it in PBS, and open it again.</source>
        <translation>Hängen Sie ihn in PBS ein, und öffnen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>"%1" is read-only now.</source>
        <translation>„%1“ kann jetzt nur gelesen werden.</translation>
    </message>
    <message>
        <source>PBS is configured to use it, but the run directory "%1" is missing, so that there is no place for locks.</source>
        <translation>PBS ist dafür eingerichtet, aber das Laufzeitverzeichnis „%1“ fehlt, sodass es keinen Ort für Sperren gibt.</translation>
    </message>
    <message>
        <source>Start PBS, and open the datastore again.</source>
        <translation>Starten Sie PBS, und öffnen Sie den Datastore noch einmal.</translation>
    </message>
    <message>
        <source>Its directory belongs to %1, but PBS needs %2, and what would be created could not be used.</source>
        <translation>Das Verzeichnis gehört %1, PBS braucht aber %2, und was angelegt würde, wäre nicht zu verwenden.</translation>
    </message>
    <message>
        <source>Give the datastore to the user backup, and open it again.</source>
        <translation>Geben Sie den Datastore dem Benutzer backup, und öffnen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>PBS's configuration gives it several names (%1), so that the right locks are not known.</source>
        <translation>Die Konfiguration von PBS gibt ihm mehrere Namen (%1), sodass die richtigen Sperren nicht bekannt sind.</translation>
    </message>
    <message>
        <source>Leave only one of them in PBS's configuration.</source>
        <translation>Lassen Sie nur einen davon in der Konfiguration von PBS.</translation>
    </message>
    <message>
        <source>Nobody can see from here whether a server uses "%1".</source>
        <translation>Von hier aus ist nicht zu sehen, ob ein Server „%1“ verwendet.</translation>
    </message>
    <message>
        <source>No PBS runs on this computer, but one in a container or on another computer may use the same directory.</source>
        <translation>Auf diesem Rechner läuft kein PBS, aber einer in einem Container oder auf einem anderen Rechner verwendet vielleicht dasselbe Verzeichnis.</translation>
    </message>
    <message>
        <source>Make sure that no server uses it before you apply changes.</source>
        <translation>Stellen Sie sicher, dass kein Server es verwendet, bevor Sie Änderungen anwenden.</translation>
    </message>
    <message>
        <source>The group "%1" is in use.</source>
        <translation>Die Gruppe „%1“ ist in Gebrauch.</translation>
    </message>
    <message>
        <source>Something holds its lock.</source>
        <translation>Etwas hält ihre Sperre.</translation>
    </message>
    <message>
        <source>This holds its lock: %1.</source>
        <translation>Die Sperre hält: %1.</translation>
    </message>
    <message>
        <source>Wait until that has ended, and try again.</source>
        <translation>Warten Sie, bis das beendet ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The snapshot "%1" is in use.</source>
        <translation>Der Snapshot „%1“ ist in Gebrauch.</translation>
    </message>
    <message>
        <source>A garbage collection of "%1" is running.</source>
        <translation>In „%1“ läuft eine Garbage Collection.</translation>
    </message>
    <message>
        <source>Nothing may be moved while it looks for used chunks.</source>
        <translation>Während sie nach verwendeten Chunks sucht, darf nichts verschoben werden.</translation>
    </message>
    <message>
        <source>Wait for its end.</source>
        <translation>Warten Sie auf ihr Ende.</translation>
    </message>
    <message>
        <source>The lock "%1" cannot be taken.</source>
        <translation>Die Sperre „%1“ ist nicht zu bekommen.</translation>
    </message>
    <message>
        <source>Check who may write into that directory; it belongs to the user backup.</source>
        <translation>Prüfen Sie, wer in dieses Verzeichnis schreiben darf; es gehört dem Benutzer backup.</translation>
    </message>
    <message>
        <source>Its name is so long that PBS itself cannot make its lock file.</source>
        <translation>Ihr Name ist so lang, dass selbst PBS ihre Sperrdatei nicht anlegen kann.</translation>
    </message>
    <message>
        <source>Leave it where it is; it can be read and restored.</source>
        <translation>Lassen Sie sie, wo sie ist; gelesen und wiederhergestellt werden kann sie.</translation>
    </message>
    <message>
        <source>Its lock would need the same file as "%1".</source>
        <translation>Ihre Sperre bräuchte dieselbe Datei wie „%1“.</translation>
    </message>
    <message>
        <source>Rename the namespace that is in the way.</source>
        <translation>Benennen Sie den Namespace um, der im Weg ist.</translation>
    </message>
    <message>
        <source>The group "%1" is already in the namespace "%2".</source>
        <translation>Die Gruppe „%1“ ist schon im Namespace „%2“.</translation>
    </message>
    <message>
        <source>Choose another namespace.</source>
        <translation>Wählen Sie einen anderen Namespace.</translation>
    </message>
    <message>
        <source>The group "%1" is not in the namespace "%2".</source>
        <translation>Die Gruppe „%1“ ist nicht im Namespace „%2“.</translation>
    </message>
    <message>
        <source>Reload, and look where it is.</source>
        <translation>Lesen Sie neu ein, und sehen Sie nach, wo sie ist.</translation>
    </message>
    <message>
        <source>The namespace "%1" does not exist.</source>
        <translation>Den Namespace „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Groups can only be moved into a namespace that exists.</source>
        <translation>Gruppen lassen sich nur in einen Namespace verschieben, den es gibt.</translation>
    </message>
    <message>
        <source>Create it first, or choose another one.</source>
        <translation>Legen Sie ihn zuerst an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The namespace "%1" exists already.</source>
        <translation>Den Namespace „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Use it, or choose another name.</source>
        <translation>Verwenden Sie ihn, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The namespace "%1" cannot be created.</source>
        <translation>Der Namespace „%1“ kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Its parent "%1" does not exist.</source>
        <translation>Den Namespace „%1“ darüber gibt es nicht.</translation>
    </message>
    <message>
        <source>Create the parent first.</source>
        <translation>Legen Sie diesen zuerst an.</translation>
    </message>
    <message>
        <source>A group "%1" is already in the namespace "%2".</source>
        <translation>Eine Gruppe „%1“ ist schon im Namespace „%2“.</translation>
    </message>
    <message>
        <source>Two groups of one name cannot be in one namespace, and they may be backups of different guests.</source>
        <translation>Zwei Gruppen eines Namens können nicht in einem Namespace sein, und sie sind vielleicht Backups verschiedener Gäste.</translation>
    </message>
    <message>
        <source>The group "%1" in the namespace "%2" cannot be moved.</source>
        <translation>Die Gruppe „%1“ im Namespace „%2“ kann nicht verschoben werden.</translation>
    </message>
    <message>
        <source>Its owner cannot be read, so that PBS does not show it either.</source>
        <translation>Ihr Besitzer ist nicht lesbar, sodass auch PBS sie nicht zeigt.</translation>
    </message>
    <message>
        <source>Repair its file "owner" first.</source>
        <translation>Reparieren Sie zuerst ihre Datei „owner“.</translation>
    </message>
    <message>
        <source>The group "%1" in the namespace "%2" holds files that are not PBS's.</source>
        <translation>Die Gruppe „%1“ im Namespace „%2“ enthält Dateien, die nicht von PBS sind.</translation>
    </message>
    <message>
        <source>Nobody but you can know whether they belong to the backups.</source>
        <translation>Nur Sie können wissen, ob sie zu den Backups gehören.</translation>
    </message>
    <message>
        <source>These are: %1.</source>
        <translation>Das sind: %1.</translation>
    </message>
    <message>
        <source>Take them along, or move them out of the datastore first.</source>
        <translation>Nehmen Sie sie mit, oder verschieben Sie sie zuerst aus dem Datastore.</translation>
    </message>
    <message>
        <source>PBS cannot list what is in "%1": a snapshot's time does not exist, or something cannot be read.</source>
        <translation>PBS kann nicht listen, was in „%1“ ist: Die Zeit eines Snapshots gibt es nicht, oder etwas ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Repair that first; the list of findings says how.</source>
        <translation>Reparieren Sie das zuerst; die Liste der Befunde sagt, wie.</translation>
    </message>
    <message>
        <source>The group "%1" cannot be moved there.</source>
        <translation>Die Gruppe „%1“ kann nicht dorthin verschoben werden.</translation>
    </message>
    <message>
        <source>"%1" is in the way.</source>
        <translation>„%1“ ist im Weg.</translation>
    </message>
    <message>
        <source>Choose another namespace, or move away what is there.</source>
        <translation>Wählen Sie einen anderen Namespace, oder verschieben Sie, was dort ist.</translation>
    </message>
    <message>
        <source>Copying is not possible inside the datastore "%1".</source>
        <translation>Innerhalb des Datastores „%1“ ist Kopieren nicht möglich.</translation>
    </message>
    <message>
        <source>All namespaces of a datastore share their chunks, and a second copy would protect nothing.</source>
        <translation>Alle Namespaces eines Datastores teilen sich ihre Chunks; eine zweite Kopie würde nichts schützen.</translation>
    </message>
    <message>
        <source>Move instead.</source>
        <translation>Verschieben Sie stattdessen.</translation>
    </message>
    <message>
        <source>Nothing can be moved into the datastore "%1" from another one.</source>
        <translation>In den Datastore „%1“ kann nichts aus einem anderen verschoben werden.</translation>
    </message>
    <message>
        <source>Another datastore has chunks of its own, so that this would be a copy.</source>
        <translation>Ein anderer Datastore hat eigene Chunks; das wäre eine Kopie.</translation>
    </message>
    <message>
        <source>Nothing was changed, because not all of the plan can be done.</source>
        <translation>Nichts wurde geändert, weil nicht der ganze Plan möglich ist.</translation>
    </message>
    <message>
        <source>Refused steps: %1. Steps that need attention: %2.</source>
        <translation>Abgelehnte Schritte: %1. Schritte, die Aufmerksamkeit brauchen: %2.</translation>
    </message>
    <message>
        <source>Remove these steps, or do what they ask for.</source>
        <translation>Entfernen Sie diese Schritte, oder tun Sie, was sie verlangen.</translation>
    </message>
    <message>
        <source>"%1" is not as it was when the change was planned.</source>
        <translation>„%1“ ist nicht mehr, wie es bei der Planung war.</translation>
    </message>
    <message>
        <source>Something else changed "%1" in the meantime.</source>
        <translation>Etwas anderes hat „%1“ inzwischen geändert.</translation>
    </message>
    <message>
        <source>Reload, and plan it again.</source>
        <translation>Lesen Sie neu ein, und planen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The journal "%1" cannot be written.</source>
        <translation>Das Journal „%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Without it nothing could be undone, so nothing was changed. The system says: %1.</source>
        <translation>Ohne Journal ließe sich nichts rückgängig machen, darum wurde nichts geändert. Das System sagt: %1.</translation>
    </message>
    <message>
        <source>Check the space and who may write there.</source>
        <translation>Prüfen Sie den Platz, und wer dort schreiben darf.</translation>
    </message>
    <message>
        <source>The journal "%1" is damaged.</source>
        <translation>Das Journal „%1“ ist beschädigt.</translation>
    </message>
    <message>
        <source>Line %1 cannot be understood.</source>
        <translation>Zeile %1 ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>Look at the tree: what it shows is what is on the disk.</source>
        <translation>Sehen Sie in den Baum: Was er zeigt, ist, was auf dem Datenträger ist.</translation>
    </message>
    <message>
        <source>The journal "%1" was written by a newer version.</source>
        <translation>Das Journal „%1“ wurde von einer neueren Version geschrieben.</translation>
    </message>
    <message>
        <source>It has the format %1, which this version does not know.</source>
        <translation>Es hat das Format %1, das diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>Use the newer version.</source>
        <translation>Verwenden Sie die neuere Version.</translation>
    </message>
    <message>
        <source>There is no run "%1".</source>
        <translation>Es gibt keinen Lauf „%1“.</translation>
    </message>
    <message>
        <source>The journal does not name it.</source>
        <translation>Das Journal nennt ihn nicht.</translation>
    </message>
    <message>
        <source>Look into the history.</source>
        <translation>Sehen Sie in den Verlauf.</translation>
    </message>
    <message>
        <source>There is nothing to undo in "%1".</source>
        <translation>In „%1“ gibt es nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>No change was made by this program, or all were undone.</source>
        <translation>Dieses Programm hat nichts geändert, oder alles wurde schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The run "%1" was undone already.</source>
        <translation>Der Lauf „%1“ wurde schon rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The run "%1" did not end.</source>
        <translation>Der Lauf „%1“ kam nicht zu Ende.</translation>
    </message>
    <message>
        <source>The program was stopped in the middle of it, for example by a power failure.</source>
        <translation>Das Programm wurde mittendrin angehalten, zum Beispiel durch einen Stromausfall.</translation>
    </message>
    <message>
        <source>Look at what it did, and undo it or plan the rest again.</source>
        <translation>Sehen Sie nach, was er getan hat, und machen Sie es rückgängig, oder planen Sie den Rest noch einmal.</translation>
    </message>
    <message>
        <source>The group "%1" cannot go back into the namespace "%2".</source>
        <translation>Die Gruppe „%1“ kann nicht in den Namespace „%2“ zurück.</translation>
    </message>
    <message>
        <source>A snapshot of the same time is there already: %1.</source>
        <translation>Ein Snapshot derselben Zeit ist schon dort: %1.</translation>
    </message>
    <message>
        <source>Compare both snapshots, and forget the one that is not needed.</source>
        <translation>Vergleichen Sie beide Snapshots, und entfernen Sie in PBS den, der nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>The group that is there now belongs to %1, what would come back belongs to %2.</source>
        <translation>Die Gruppe, die jetzt dort ist, gehört %1; was zurückkäme, gehört %2.</translation>
    </message>
    <message>
        <source>Change one of the owners in PBS.</source>
        <translation>Ändern Sie einen der Besitzer in PBS.</translation>
    </message>
    <message>
        <source>The group "%1" cannot be brought back into the namespace "%2".</source>
        <translation>Die Gruppe „%1“ kann nicht in den Namespace „%2“ zurückgebracht werden.</translation>
    </message>
    <message>
        <source>It is at neither place now: it was moved or deleted in the meantime.</source>
        <translation>Sie ist jetzt an keinem der beiden Orte: Sie wurde inzwischen verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>Look where it is.</source>
        <translation>Sehen Sie nach, wo sie ist.</translation>
    </message>
    <message>
        <source>Both places have notes for it, and they differ.</source>
        <translation>An beiden Orten gibt es Notizen dazu, und sie unterscheiden sich.</translation>
    </message>
    <message>
        <source>Make the notes equal, or remove one of them.</source>
        <translation>Gleichen Sie die Notizen an, oder entfernen Sie eine davon.</translation>
    </message>
    <message>
        <source>The program cannot become the user %1.</source>
        <translation>Das Programm kann nicht zum Benutzer %1 werden.</translation>
    </message>
    <message>
        <source>Run the program as root, or as that user.</source>
        <translation>Führen Sie das Programm als root oder als dieser Benutzer aus.</translation>
    </message>
    <message>
        <source>There is no command "%1".</source>
        <translation>Einen Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Use --help to see the commands.</source>
        <translation>Mit --help sehen Sie die Befehle.</translation>
    </message>
    <message>
        <source>There is no option "%1".</source>
        <translation>Eine Option „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Use --help to see the options.</source>
        <translation>Mit --help sehen Sie die Optionen.</translation>
    </message>
    <message>
        <source>Something is missing: %1.</source>
        <translation>Etwas fehlt: %1.</translation>
    </message>
    <message>
        <source>Use --help to see what the command needs.</source>
        <translation>Mit --help sehen Sie, was der Befehl braucht.</translation>
    </message>
    <message>
        <source>"%1" is too much.</source>
        <translation>„%1“ ist zu viel.</translation>
    </message>
    <message>
        <source>The command does not take so many arguments.</source>
        <translation>So viele Argumente nimmt der Befehl nicht.</translation>
    </message>
    <message>
        <source>"%1" is no value for %2.</source>
        <translation>„%1“ ist kein Wert für %2.</translation>
    </message>
    <message>
        <source>Expected is %1.</source>
        <translation>Erwartet wird %1.</translation>
    </message>
    <message>
        <source>Use --help to see what is possible.</source>
        <translation>Mit --help sehen Sie, was möglich ist.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This question was not answered with yes: %1</source>
        <translation>Diese Frage wurde nicht mit Ja beantwortet: %1</translation>
    </message>
    <message>
        <source>Answer it with yes, or use --yes.</source>
        <translation>Antworten Sie mit Ja, oder verwenden Sie --yes.</translation>
    </message>
    <message>
        <source>Merge them, keep both in separate namespaces, or choose another namespace.</source>
        <translation>Führen Sie sie zusammen, behalten Sie beide in getrennten Namespaces, oder wählen Sie einen anderen Namespace.</translation>
    </message>
    <message>
        <source>"%1" cannot be merged into the group in the namespace "%2".</source>
        <translation>„%1“ kann nicht mit der Gruppe im Namespace „%2“ zusammengeführt werden.</translation>
    </message>
    <message>
        <source>The owner or the snapshots of the group there cannot be read.</source>
        <translation>Der Besitzer oder die Snapshots der Gruppe dort sind nicht lesbar.</translation>
    </message>
    <message>
        <source>Repair it first, or keep both.</source>
        <translation>Reparieren Sie sie zuerst, oder behalten Sie beide.</translation>
    </message>
    <message>
        <source>The group there belongs to %1, this one to %2.</source>
        <translation>Die Gruppe dort gehört %1, diese hier %2.</translation>
    </message>
    <message>
        <source>Change the owner, or keep both.</source>
        <translation>Ändern Sie den Besitzer, oder behalten Sie beide.</translation>
    </message>
    <message>
        <source>PBS merges only where all that comes is newer than all that is there. The newest snapshot there is %1, the oldest that would come is %2.</source>
        <translation>PBS führt nur zusammen, wenn alles, was kommt, neuer ist als alles, was da ist. Der neueste Snapshot dort ist %1, der älteste, der käme, ist %2.</translation>
    </message>
    <message>
        <source>Keep both in separate namespaces.</source>
        <translation>Behalten Sie beide in getrennten Namespaces.</translation>
    </message>
    <message>
        <source>"%1" and the group in the namespace "%2" look like backups of different guests.</source>
        <translation>„%1“ und die Gruppe im Namespace „%2“ sehen wie Backups verschiedener Gäste aus.</translation>
    </message>
    <message>
        <source>Compare them, and merge only if they are the same guest; else keep both.</source>
        <translation>Vergleichen Sie beide, und führen Sie sie nur zusammen, wenn es derselbe Gast ist; sonst behalten Sie beide.</translation>
    </message>
    <message>
        <source>"%1" and the group in the namespace "%2" were not compared yet.</source>
        <translation>„%1“ und die Gruppe im Namespace „%2“ wurden noch nicht verglichen.</translation>
    </message>
    <message>
        <source>They may be backups of different guests.</source>
        <translation>Es könnten Backups verschiedener Gäste sein.</translation>
    </message>
    <message>
        <source>Wait until they are compared, or keep both.</source>
        <translation>Warten Sie, bis sie verglichen sind, oder behalten Sie beide.</translation>
    </message>
    <message>
        <source>The root cannot be moved, renamed, made or deleted.</source>
        <translation>Die Wurzel kann nicht verschoben, umbenannt, angelegt oder gelöscht werden.</translation>
    </message>
    <message>
        <source>It is the datastore itself.</source>
        <translation>Sie ist der Datastore selbst.</translation>
    </message>
    <message>
        <source>Choose the namespaces and groups in it.</source>
        <translation>Wählen Sie die Namespaces und Gruppen darin.</translation>
    </message>
    <message>
        <source>There is no namespace "%1".</source>
        <translation>Es gibt keinen Namespace „%1“.</translation>
    </message>
    <message>
        <source>Only what is there can be changed.</source>
        <translation>Nur was da ist, kann geändert werden.</translation>
    </message>
    <message>
        <source>Reload; it may have been moved or deleted.</source>
        <translation>Laden Sie neu; vielleicht wurde er verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>The namespace "%1" has this name already.</source>
        <translation>Der Namespace „%1“ heißt schon so.</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The namespace "%1" cannot become "%2".</source>
        <translation>Der Namespace „%1“ kann nicht zu „%2“ werden.</translation>
    </message>
    <message>
        <source>A namespace cannot go into itself.</source>
        <translation>Ein Namespace kann nicht in sich selbst liegen.</translation>
    </message>
    <message>
        <source>Choose a place outside of it.</source>
        <translation>Wählen Sie einen Ort außerhalb.</translation>
    </message>
    <message>
        <source>PBS could not have these, which would lie too deep or have too long a path: %1.</source>
        <translation>Diese kann es in PBS nicht geben, weil sie zu tief lägen oder einen zu langen Pfad hätten: %1.</translation>
    </message>
    <message>
        <source>Choose a place closer to the root, or shorter names.</source>
        <translation>Wählen Sie einen Ort näher an der Wurzel oder kürzere Namen.</translation>
    </message>
    <message>
        <source>There is a namespace "%1" already.</source>
        <translation>Es gibt schon einen Namespace „%1“.</translation>
    </message>
    <message>
        <source>What moves would be mixed with what is there.</source>
        <translation>Was verschoben wird, würde sich mit dem vermischen, was da ist.</translation>
    </message>
    <message>
        <source>Join them, keep both under another name, or choose another place.</source>
        <translation>Legen Sie sie zusammen, behalten Sie beide unter anderem Namen, oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>The namespace "%1" is not empty.</source>
        <translation>Der Namespace „%1“ ist nicht leer.</translation>
    </message>
    <message>
        <source>Groups in it and below it: %1.</source>
        <translation>Gruppen darin und darunter: %1.</translation>
    </message>
    <message>
        <source>The group "%1" in the namespace "%2" belongs to %3 already.</source>
        <translation>Die Gruppe „%1“ im Namespace „%2“ gehört schon %3.</translation>
    </message>
    <message>
        <source>Choose another owner.</source>
        <translation>Wählen Sie einen anderen Besitzer.</translation>
    </message>
    <message>
        <source>The notes for "%1" are too long.</source>
        <translation>Die Notizen zu „%1“ sind zu lang.</translation>
    </message>
    <message>
        <source>They have %1 bytes; %2 are allowed.</source>
        <translation>Sie haben %1 Bytes; %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>Shorten them.</source>
        <translation>Kürzen Sie sie.</translation>
    </message>
    <message>
        <source>The snapshot "%1" is not in the namespace "%2".</source>
        <translation>Der Snapshot „%1“ ist nicht im Namespace „%2“.</translation>
    </message>
    <message>
        <source>Reload; it may have been moved, pruned or removed.</source>
        <translation>Laden Sie neu; vielleicht wurde er verschoben oder entfernt.</translation>
    </message>
    <message>
        <source>The snapshot "%1" in the namespace "%2" is protected already.</source>
        <translation>Der Snapshot „%1“ im Namespace „%2“ ist schon geschützt.</translation>
    </message>
    <message>
        <source>Nothing is to be done.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>The snapshot "%1" in the namespace "%2" is not protected.</source>
        <translation>Der Snapshot „%1“ im Namespace „%2“ ist nicht geschützt.</translation>
    </message>
    <message>
        <source>The namespace "%1" stays.</source>
        <translation>Der Namespace „%1“ bleibt.</translation>
    </message>
    <message>
        <source>Something is in it: "%1".</source>
        <translation>Etwas liegt darin: „%1“.</translation>
    </message>
    <message>
        <source>Look at it, and delete the namespace when it is empty.</source>
        <translation>Sehen Sie nach, und löschen Sie den Namespace, wenn er leer ist.</translation>
    </message>
    <message>
        <source>The run "%1" is under way.</source>
        <translation>Der Lauf „%1“ ist im Gange.</translation>
    </message>
    <message>
        <source>Another window, program or administrator is at it.</source>
        <translation>Ein anderes Fenster, Programm oder ein anderer Administrator ist dabei.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten Sie, bis er zu Ende ist.</translation>
    </message>
    <message>
        <source>There is nothing to finish in the run "%1".</source>
        <translation>Am Lauf „%1“ ist nichts fertigzustellen.</translation>
    </message>
    <message>
        <source>It is complete, or it is an undo.</source>
        <translation>Er ist vollständig, oder er macht einen anderen rückgängig.</translation>
    </message>
    <message>
        <source>Look into the history. An undo is finished by undoing the same run again.</source>
        <translation>Sehen Sie in den Verlauf. Ein Rückgängigmachen wird fertig, indem derselbe Lauf noch einmal rückgängig gemacht wird.</translation>
    </message>
    <message>
        <source>This step is neither done nor as it was before.</source>
        <translation>Dieser Schritt ist weder getan noch wie zuvor.</translation>
    </message>
    <message>
        <source>Something else changed it since; it is left as it is.</source>
        <translation>Etwas anderes hat es seither geändert; es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Look at the tree, and plan what is missing again.</source>
        <translation>Sehen Sie in den Baum, und planen Sie neu, was fehlt.</translation>
    </message>
    <message>
        <source>The file "%1" of the group "%2" in the namespace "%3" stays as it is.</source>
        <translation>Die Datei „%1“ der Gruppe „%2“ im Namespace „%3“ bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Somebody changed it after the run.</source>
        <translation>Jemand hat sie nach dem Lauf geändert.</translation>
    </message>
    <message>
        <source>Change it by hand, if the old content is wanted.</source>
        <translation>Ändern Sie sie von Hand, wenn der alte Inhalt gewünscht ist.</translation>
    </message>
    <message>
        <source>sync job "%1"</source>
        <translation>Sync-Job „%1“</translation>
    </message>
    <message>
        <source>prune job "%1"</source>
        <translation>Prune-Job „%1“</translation>
    </message>
    <message>
        <source>verify job "%1"</source>
        <translation>Verify-Job „%1“</translation>
    </message>
    <message>
        <source>tape backup job "%1"</source>
        <translation>Tape-Backup-Job „%1“</translation>
    </message>
    <message>
        <source>A part of the configuration "%1" is left out.</source>
        <translation>Ein Teil der Konfiguration „%1“ wird ausgelassen.</translation>
    </message>
    <message>
        <source>At "%1" there should be %2.</source>
        <translation>Bei „%1“ wird erwartet: %2.</translation>
    </message>
    <message>
        <source>Look what stands there, and repair it.</source>
        <translation>Sehen Sie nach, was dort steht, und reparieren Sie es.</translation>
    </message>
    <message>
        <source>The time zone "%1" is not known here.</source>
        <translation>Die Zeitzone „%1“ ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Install the data on time zones (on Debian the package tzdata), or name another zone.</source>
        <translation>Installieren Sie die Daten der Zeitzonen (unter Debian das Paket tzdata), oder nennen Sie eine andere Zone.</translation>
    </message>
    <message>
        <source>The %1 names the namespace "%2", which becomes "%3".</source>
        <translation>Der %1 nennt den Namespace „%2“, der zu „%3“ wird.</translation>
    </message>
    <message>
        <source>PBS does not adapt its jobs when something moves.</source>
        <translation>PBS passt seine Jobs nicht an, wenn etwas verschoben wird.</translation>
    </message>
    <message>
        <source>Adapt the job when the move is done.</source>
        <translation>Passen Sie den Job an, sobald verschoben ist.</translation>
    </message>
    <message>
        <source>The %1 will no longer cover some groups.</source>
        <translation>Der %1 erfasst einige Gruppen nicht mehr.</translation>
    </message>
    <message>
        <source>Groups that leave its range: %1.</source>
        <translation>Gruppen, die seinen Bereich verlassen: %1.</translation>
    </message>
    <message>
        <source>Check whether another job covers them.</source>
        <translation>Prüfen Sie, ob ein anderer Job sie erfasst.</translation>
    </message>
    <message>
        <source>The %1 will cover more groups.</source>
        <translation>Der %1 erfasst weitere Gruppen.</translation>
    </message>
    <message>
        <source>Groups that come into its range: %1.</source>
        <translation>Gruppen, die in seinen Bereich kommen: %1.</translation>
    </message>
    <message>
        <source>Check whether it should.</source>
        <translation>Prüfen Sie, ob er das soll.</translation>
    </message>
    <message>
        <source>The prune job "%1" will apply to groups at their new place.</source>
        <translation>Der Prune-Job „%1“ gilt für Gruppen an ihrem neuen Ort.</translation>
    </message>
    <message>
        <source>Groups that come into its range: %1. Snapshots that it would remove there: %2 of %3.</source>
        <translation>Gruppen, die in seinen Bereich kommen: %1. Snapshots, die er dort entfernen würde: %2 von %3.</translation>
    </message>
    <message>
        <source>If these snapshots are needed, change the job before its next run, or choose another namespace.</source>
        <translation>Wenn diese Snapshots gebraucht werden, ändern Sie den Job vor seinem nächsten Lauf, oder wählen Sie einen anderen Namespace.</translation>
    </message>
    <message>
        <source>The sync job "%1" would delete the copies of groups that move.</source>
        <translation>Der Sync-Job „%1“ würde die Kopien von Gruppen löschen, die verschoben werden.</translation>
    </message>
    <message>
        <source>It removes from "%1" what is no longer where it was. Groups: %2.</source>
        <translation>Er entfernt aus „%1“, was nicht mehr ist, wo es war. Gruppen: %2.</translation>
    </message>
    <message>
        <source>Adapt the job, or switch off its option "remove-vanished", before its next run.</source>
        <translation>Passen Sie den Job an, oder schalten Sie seine Option „remove-vanished“ vor dem nächsten Lauf ab.</translation>
    </message>
    <message>
        <source>The sync job "%1" would delete groups at their new place.</source>
        <translation>Der Sync-Job „%1“ würde Gruppen an ihrem neuen Ort löschen.</translation>
    </message>
    <message>
        <source>It removes there what "%1" does not have. Groups that come into its range: %2.</source>
        <translation>Er entfernt dort, was „%1“ nicht hat. Gruppen, die in seinen Bereich kommen: %2.</translation>
    </message>
    <message>
        <source>Choose another namespace, or switch off the job's option "remove-vanished" before the move.</source>
        <translation>Wählen Sie einen anderen Namespace, oder schalten Sie die Option „remove-vanished“ des Jobs vor dem Verschieben ab.</translation>
    </message>
    <message>
        <source>The sync job "%1" will copy groups again.</source>
        <translation>Der Sync-Job „%1“ kopiert Gruppen noch einmal.</translation>
    </message>
    <message>
        <source>At another place a group is another one for it, so that it brings these to "%1" once more. Groups: %2.</source>
        <translation>An einem anderen Ort ist eine Gruppe für ihn eine andere, sodass er diese noch einmal nach „%1“ bringt. Gruppen: %2.</translation>
    </message>
    <message>
        <source>Move the groups on both sides, or change the job before its next run.</source>
        <translation>Verschieben Sie die Gruppen auf beiden Seiten, oder ändern Sie den Job vor seinem nächsten Lauf.</translation>
    </message>
    <message>
        <source>"%1" has the role %2 on the namespace "%3", which becomes "%4".</source>
        <translation>„%1“ hat die Rolle %2 auf dem Namespace „%3“, der zu „%4“ wird.</translation>
    </message>
    <message>
        <source>PBS does not adapt its permissions when something moves.</source>
        <translation>PBS passt seine Berechtigungen nicht an, wenn etwas verschoben wird.</translation>
    </message>
    <message>
        <source>Give the role on the new namespace when the move is done.</source>
        <translation>Geben Sie die Rolle auf dem neuen Namespace, sobald verschoben ist.</translation>
    </message>
    <message>
        <source>"%1" loses access to what moves from "%2" to "%3".</source>
        <translation>„%1“ verliert den Zugriff auf das, was von „%2“ nach „%3“ verschoben wird.</translation>
    </message>
    <message>
        <source>At the new place these privileges are missing: %1.</source>
        <translation>Am neuen Ort fehlen diese Rechte: %1.</translation>
    </message>
    <message>
        <source>Give a role there if the access is needed.</source>
        <translation>Geben Sie dort eine Rolle, wenn der Zugriff gebraucht wird.</translation>
    </message>
    <message>
        <source>"%1" gains access to what moves from "%2" to "%3".</source>
        <translation>„%1“ gewinnt Zugriff auf das, was von „%2“ nach „%3“ verschoben wird.</translation>
    </message>
    <message>
        <source>The permissions at the new place add these privileges: %1.</source>
        <translation>Die Berechtigungen am neuen Ort fügen diese Rechte hinzu: %1.</translation>
    </message>
    <message>
        <source>Choose another namespace, or change the permissions there, if this is not wanted.</source>
        <translation>Wählen Sie einen anderen Namespace, oder ändern Sie die Berechtigungen dort, wenn das nicht gewollt ist.</translation>
    </message>
    <message>
        <source>The storage "%1" of Proxmox VE uses the namespace "%2", which becomes "%3".</source>
        <translation>Der Storage „%1“ von Proxmox VE verwendet den Namespace „%2“, der zu „%3“ wird.</translation>
    </message>
    <message>
        <source>Its next backups would fail, and it would show none.</source>
        <translation>Seine nächsten Backups würden scheitern, und er würde keine zeigen.</translation>
    </message>
    <message>
        <source>Adapt the storage when the move is done.</source>
        <translation>Passen Sie den Storage an, sobald verschoben ist.</translation>
    </message>
    <message>
        <source>The storage "%1" of Proxmox VE will no longer show some groups.</source>
        <translation>Der Storage „%1“ von Proxmox VE zeigt einige Gruppen nicht mehr.</translation>
    </message>
    <message>
        <source>It uses the namespace "%1". Groups that leave it: %2.</source>
        <translation>Er verwendet den Namespace „%1“. Gruppen, die ihn verlassen: %2.</translation>
    </message>
    <message>
        <source>The next backup of such a guest begins a new group there; use another namespace in the storage if it should not.</source>
        <translation>Das nächste Backup eines solchen Gastes beginnt dort eine neue Gruppe; soll es das nicht, verwenden Sie im Storage einen anderen Namespace.</translation>
    </message>
    <message>
        <source>the guest's name</source>
        <translation>der Name des Gastes</translation>
    </message>
    <message>
        <source>the archives</source>
        <translation>die Archive</translation>
    </message>
    <message>
        <source>the key</source>
        <translation>der Schlüssel</translation>
    </message>
    <message>
        <source>the notes</source>
        <translation>die Notizen</translation>
    </message>
    <message>
        <source>what cannot be read</source>
        <translation>was nicht lesbar ist</translation>
    </message>
    <message>
        <source>These differ or are not known: %1.</source>
        <translation>Diese unterscheiden sich oder sind nicht bekannt: %1.</translation>
    </message>
    <message>
        <source>"%1" is no plan that can be read.</source>
        <translation>„%1“ ist kein lesbarer Plan.</translation>
    </message>
    <message>
        <source>At %1 of it, this was expected: %2.</source>
        <translation>An der Stelle %1 wurde erwartet: %2.</translation>
    </message>
    <message>
        <source>Save the plan again where it was made.</source>
        <translation>Speichern Sie den Plan dort, wo er gemacht wurde, noch einmal.</translation>
    </message>
    <message>
        <source>The plan "%1" was written by a newer version.</source>
        <translation>Der Plan „%1“ wurde von einer neueren Version geschrieben.</translation>
    </message>
    <message>
        <source>The plan "%1" is for another datastore.</source>
        <translation>Der Plan „%1“ ist für einen anderen Datastore.</translation>
    </message>
    <message>
        <source>It was made for "%1"; "%2" is another directory.</source>
        <translation>Er wurde für „%1“ gemacht; „%2“ ist ein anderes Verzeichnis.</translation>
    </message>
    <message>
        <source>Name the datastore that it was made for, or make a plan for this one.</source>
        <translation>Nennen Sie den Datastore, für den er gemacht wurde, oder machen Sie einen Plan für diesen.</translation>
    </message>
    <message>
        <source>The datastore is not as it was when the plan was made.</source>
        <translation>Der Datastore ist nicht mehr so, wie er war, als der Plan gemacht wurde.</translation>
    </message>
    <message>
        <source>Differences: %1, the first one: %2</source>
        <translation>Unterschiede: %1, der erste: %2</translation>
    </message>
    <message>
        <source>Look at them, and make the plan again.</source>
        <translation>Sehen Sie sie an, und machen Sie den Plan neu.</translation>
    </message>
    <message>
        <source>It should begin with %1.</source>
        <translation>Am Anfang sollte stehen: %1.</translation>
    </message>
    <message>
        <source>Behind "%1" there should be %2.</source>
        <translation>Hinter „%1“ sollte stehen: %2.</translation>
    </message>
    <message>
        <source>"%1" is not a schedule that PBS understands.</source>
        <translation>„%1“ ist kein Zeitplan, den PBS versteht.</translation>
    </message>
    <message>
        <source>Write it like "daily", "mon..fri 22:30" or "sat *-1..7 02:00".</source>
        <translation>Schreiben Sie ihn wie „daily“, „mon..fri 22:30“ oder „sat *-1..7 02:00“.</translation>
    </message>
    <message>
        <source>"%1" is not a time of the day.</source>
        <translation>„%1“ ist keine Tageszeit.</translation>
    </message>
    <message>
        <source>Write it like "8:00-17:30" or "mon..fri 8-18".</source>
        <translation>Schreiben Sie sie wie „8:00-17:30“ oder „mon..fri 8-18“.</translation>
    </message>
    <message>
        <source>"%1" is not a length of time.</source>
        <translation>„%1“ ist keine Zeitdauer.</translation>
    </message>
    <message>
        <source>Write it like "1h 30m" or "2 weeks".</source>
        <translation>Schreiben Sie sie wie „1h 30m“ oder „2 weeks“.</translation>
    </message>
    <message>
        <source>Line %1 is not a case for the simulator.</source>
        <translation>Zeile %1 ist kein Fall für den Simulator.</translation>
    </message>
    <message>
        <source>The man page tells what a case looks like. The cases before it were done.</source>
        <translation>Die Handbuchseite sagt, wie ein Fall aussieht. Die Fälle davor sind erledigt.</translation>
    </message>
    <message>
        <source>There is no prune job "%1".</source>
        <translation>Es gibt keinen Prune-Job „%1“.</translation>
    </message>
    <message>
        <source>It is not in "%1".</source>
        <translation>Er steht nicht in „%1“.</translation>
    </message>
    <message>
        <source>"espalierctl prune job list" tells which jobs there are.</source>
        <translation>„espalierctl prune job list“ sagt, welche Jobs es gibt.</translation>
    </message>
    <message>
        <source>Nothing would be removed.</source>
        <translation>Es würde nichts entfernt.</translation>
    </message>
    <message>
        <source>None of the keep options is set, and then PBS keeps everything.</source>
        <translation>Keine der keep-Optionen ist gesetzt, und dann behält PBS alles.</translation>
    </message>
    <message>
        <source>Set at least one of them.</source>
        <translation>Setzen Sie mindestens eine davon.</translation>
    </message>
    <message>
        <source>Only the last %1 are kept, however old or young they are.</source>
        <translation>Nur die letzten %1 bleiben, egal wie alt oder jung sie sind.</translation>
    </message>
    <message>
        <source>A few backups made by hand in one day push all the older ones out.</source>
        <translation>Ein paar Sicherungen von Hand an einem Tag verdrängen alle älteren.</translation>
    </message>
    <message>
        <source>Keep daily, weekly or monthly ones as well.</source>
        <translation>Behalten Sie auch tägliche, wöchentliche oder monatliche.</translation>
    </message>
    <message>
        <source>The prune jobs "%1" and "%2" work on the same groups (%3).</source>
        <translation>Die Prune-Jobs „%1“ und „%2“ bearbeiten dieselben Gruppen (%3).</translation>
    </message>
    <message>
        <source>Only what both of them keep stays.</source>
        <translation>Nur was beide behalten, bleibt.</translation>
    </message>
    <message>
        <source>Give them namespaces and depths that do not overlap.</source>
        <translation>Geben Sie ihnen Namespaces und Tiefen, die sich nicht überschneiden.</translation>
    </message>
    <message>
        <source>The sync job "%1" would remove the copies, too (%2; snapshots: %3).</source>
        <translation>Der Sync-Job „%1“ würde auch die Kopien entfernen (%2; Snapshots: %3).</translation>
    </message>
    <message>
        <source>It removes at its target what has vanished at its source.</source>
        <translation>Er entfernt am Ziel, was an der Quelle verschwunden ist.</translation>
    </message>
    <message>
        <source>Switch its "remove vanished" off where the copies shall be kept for longer.</source>
        <translation>Schalten Sie sein „remove vanished“ ab, wenn die Kopien länger bleiben sollen.</translation>
    </message>
    <message>
        <source>The time zone of the server is not known; what happens to these snapshots depends on it: %1.</source>
        <translation>Die Zeitzone des Servers ist nicht bekannt; was mit diesen Snapshots geschieht, hängt von ihr ab: %1.</translation>
    </message>
    <message>
        <source>Hours, days, weeks, months and years begin at other times in another zone.</source>
        <translation>Stunden, Tage, Wochen, Monate und Jahre beginnen in einer anderen Zone zu anderen Zeiten.</translation>
    </message>
    <message>
        <source>A line from %1 is too long.</source>
        <translation>Eine Zeile aus %1 ist zu lang.</translation>
    </message>
    <message>
        <source>A line may have %1 bytes.</source>
        <translation>Eine Zeile darf %1 Bytes haben.</translation>
    </message>
    <message>
        <source>Look whether this is the right input.</source>
        <translation>Sehen Sie nach, ob das die richtige Eingabe ist.</translation>
    </message>
    <message>
        <source>Groups whose newest backup is old: %1.</source>
        <translation>Gruppen, deren neueste Sicherung alt ist: %1.</translation>
    </message>
    <message>
        <source>The oldest of them is "%1" in "%2", of %3; what is removed now is the history of what is left.</source>
        <translation>Die älteste davon ist „%1“ in „%2“, von %3; was jetzt entfernt wird, ist die Vorgeschichte dessen, was bleibt.</translation>
    </message>
    <message>
        <source>Find out why no backup is made any more, or leave these groups out.</source>
        <translation>Finden Sie heraus, warum keine Sicherung mehr gemacht wird, oder lassen Sie diese Gruppen aus.</translation>
    </message>
    <message>
        <source>Name its zone; the command line has --zone for it.</source>
        <translation>Nennen Sie seine Zone; die Befehlszeile hat dafür --zone.</translation>
    </message>
    <message>
        <source>The entry "%1" cannot be written into "%2".</source>
        <translation>Der Eintrag „%1“ kann nicht in „%2“ geschrieben werden.</translation>
    </message>
    <message>
        <source>Its name is taken already, or it holds signs with which PBS could not read or write the file any more.</source>
        <translation>Sein Name ist schon vergeben, oder er enthält Zeichen, mit denen PBS die Datei nicht mehr lesen oder schreiben könnte.</translation>
    </message>
    <message>
        <source>Use another name or value.</source>
        <translation>Verwenden Sie einen anderen Namen oder Wert.</translation>
    </message>
    <message>
        <source>"%1" has no entry "%2".</source>
        <translation>„%1“ hat keinen Eintrag „%2“.</translation>
    </message>
    <message>
        <source>It was removed or renamed, or never was there.</source>
        <translation>Er wurde entfernt oder umbenannt, oder es hat ihn nie gegeben.</translation>
    </message>
    <message>
        <source>Look at the jobs and access rules of this PBS, and plan again.</source>
        <translation>Sehen Sie sich die Jobs und Zugriffsregeln dieses PBS an, und planen Sie neu.</translation>
    </message>
    <message>
        <source>The entry "%1" in "%2" was changed meanwhile.</source>
        <translation>Der Eintrag „%1“ in „%2“ wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>It does not say any more what it said before, so it is left as it is.</source>
        <translation>Er sagt nicht mehr, was er vorher sagte, und bleibt darum, wie er ist.</translation>
    </message>
    <message>
        <source>Look at it; to have it done all the same, run: %1</source>
        <translation>Sehen Sie ihn an; damit es trotzdem geschieht, führen Sie aus: %1</translation>
    </message>
    <message>
        <source>The configuration "%1" was changed meanwhile.</source>
        <translation>Die Konfiguration „%1“ wurde inzwischen geändert.</translation>
    </message>
    <message>
        <source>Somebody has written it since it was read, so it was left as it is.</source>
        <translation>Jemand hat sie geschrieben, seit sie gelesen wurde; darum blieb sie, wie sie ist.</translation>
    </message>
    <message>
        <source>Plan again.</source>
        <translation>Planen Sie neu.</translation>
    </message>
    <message>
        <source>The configuration "%1" is being changed by PBS or somebody else.</source>
        <translation>Die Konfiguration „%1“ wird gerade von PBS oder jemand anderem geändert.</translation>
    </message>
    <message>
        <source>Its lock was not free within %1 seconds.</source>
        <translation>Ihre Sperre wurde binnen %1 Sekunden nicht frei.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The configuration "%1" can be changed by root only.</source>
        <translation>Die Konfiguration „%1“ kann nur root ändern.</translation>
    </message>
    <message>
        <source>This program does not run as root, and its helper could not be started as root.</source>
        <translation>Dieses Programm läuft nicht als root, und sein Hilfsprogramm ließ sich nicht als root starten.</translation>
    </message>
    <message>
        <source>Run the command yourself: %1</source>
        <translation>Führen Sie den Befehl selbst aus: %1</translation>
    </message>
    <message>
        <source>The program "%1" could not change "%2".</source>
        <translation>Das Programm „%1“ konnte „%2“ nicht ändern.</translation>
    </message>
    <message>
        <source>It said: %1.</source>
        <translation>Es sagte: %1.</translation>
    </message>
    <message>
        <source>Look at the jobs and access rules of this PBS, and try again.</source>
        <translation>Sehen Sie sich die Jobs und Zugriffsregeln dieses PBS an, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The helper that changes PBS's configuration was asked for something that it does not do.</source>
        <translation>Das Hilfsprogramm, das die Konfiguration von PBS ändert, wurde um etwas gebeten, das es nicht tut.</translation>
    </message>
    <message>
        <source>There should be %1.</source>
        <translation>Es sollte %1 geben.</translation>
    </message>
    <message>
        <source>Install helper and program in the same version.</source>
        <translation>Installieren Sie Hilfsprogramm und Programm in derselben Version.</translation>
    </message>
    <message>
        <source>The configuration "%1" would be changed in another way than the plan says.</source>
        <translation>Die Konfiguration „%1“ würde anders geändert, als der Plan sagt.</translation>
    </message>
    <message>
        <source>Jobs or access rules were changed since the plan was saved.</source>
        <translation>Jobs oder Zugriffsregeln wurden geändert, seit der Plan gesichert wurde.</translation>
    </message>
    <message>
        <source>Look at the present plan, and save it anew.</source>
        <translation>Sehen Sie sich den jetzigen Plan an, und sichern Sie ihn neu.</translation>
    </message>
    <message>
        <source>Nothing can be removed from the group "%1" in the namespace "%2".</source>
        <translation>Aus der Gruppe „%1“ im Namespace „%2“ kann nichts entfernt werden.</translation>
    </message>
    <message>
        <source>Part of it cannot be read, so that nobody can say what it holds.</source>
        <translation>Ein Teil davon ist nicht lesbar, so dass niemand sagen kann, was darin ist.</translation>
    </message>
    <message>
        <source>Look at the findings, and mend it first.</source>
        <translation>Sehen Sie die Befunde an und beheben Sie das zuerst.</translation>
    </message>
    <message>
        <source>The snapshot "%1" in the namespace "%2" stays.</source>
        <translation>Der Snapshot „%1“ im Namespace „%2“ bleibt.</translation>
    </message>
    <message>
        <source>It is protected.</source>
        <translation>Er ist geschützt.</translation>
    </message>
    <message>
        <source>Remove its protection first, if it really is to go.</source>
        <translation>Heben Sie zuerst seinen Schutz auf, wenn er wirklich weg soll.</translation>
    </message>
    <message>
        <source>It is not finished and the newest of its group: it may be a backup that runs.</source>
        <translation>Er ist unvollständig und der neueste seiner Gruppe: Es kann ein Backup sein, das gerade läuft.</translation>
    </message>
    <message>
        <source>Wait for the next backup; a prune removes what is left of this one then.</source>
        <translation>Warten Sie das nächste Backup ab; ein Prune entfernt dann, was von diesem übrig ist.</translation>
    </message>
    <message>
        <source>Nothing of the group "%1" in the namespace "%2" is to be removed.</source>
        <translation>Von der Gruppe „%1“ im Namespace „%2“ ist nichts zu entfernen.</translation>
    </message>
    <message>
        <source>All that the prune would have removed is gone or to be kept by now.</source>
        <translation>Alles, was der Prune entfernt hätte, ist inzwischen weg oder wird behalten.</translation>
    </message>
    <message>
        <source>The group "%1" in the namespace "%2" cannot be removed.</source>
        <translation>Die Gruppe „%1“ im Namespace „%2“ kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>Files that are not PBS's lie in its directory.</source>
        <translation>In ihrem Verzeichnis liegen Dateien, die nicht von PBS sind.</translation>
    </message>
    <message>
        <source>Move them elsewhere, or remove its snapshots only.</source>
        <translation>Verschieben Sie diese, oder entfernen Sie nur die Snapshots.</translation>
    </message>
    <message>
        <source>Something that is no file of PBS lies in it: "%1".</source>
        <translation>Etwas darin ist keine Datei von PBS: „%1“.</translation>
    </message>
    <message>
        <source>Look at it, and move it elsewhere.</source>
        <translation>Sehen Sie es an und verschieben Sie es.</translation>
    </message>
    <message>
        <source>The group has changed since the preview, and the keep options keep this snapshot now.</source>
        <translation>Die Gruppe hat sich seit der Vorschau geändert, und die Regeln behalten diesen Snapshot jetzt.</translation>
    </message>
    <message>
        <source>Make a new preview if more is to go.</source>
        <translation>Machen Sie eine neue Vorschau, wenn mehr weg soll.</translation>
    </message>
    <message>
        <source>The group "%1" in the namespace "%2" stays.</source>
        <translation>Die Gruppe „%1“ im Namespace „%2“ bleibt.</translation>
    </message>
    <message>
        <source>Look at it, and remove the group when it is empty.</source>
        <translation>Sehen Sie es an und entfernen Sie die Gruppe, wenn sie leer ist.</translation>
    </message>
    <message>
        <source>Nothing was removed, as more would go than was agreed to.</source>
        <translation>Nichts wurde entfernt, denn es wäre mehr als vereinbart.</translation>
    </message>
    <message>
        <source>Snapshots that would go: %1; agreed to: %2.</source>
        <translation>Snapshots, die weg wären: %1; vereinbart: %2.</translation>
    </message>
    <message>
        <source>Nothing was removed: the group "%1" in the namespace "%2" would lose its last snapshot.</source>
        <translation>Nichts wurde entfernt: Die Gruppe „%1“ im Namespace „%2“ würde ihren letzten Snapshot verlieren.</translation>
    </message>
    <message>
        <source>That has to be agreed to.</source>
        <translation>Dem muss zugestimmt werden.</translation>
    </message>
    <message>
        <source>What was removed from the group "%1" in the namespace "%2" does not come back (snapshots: %3).</source>
        <translation>Was aus der Gruppe „%1“ im Namespace „%2“ entfernt wurde, kommt nicht zurück (Snapshots: %3).</translation>
    </message>
    <message>
        <source>Removing is for good.</source>
        <translation>Entfernt wird endgültig.</translation>
    </message>
    <message>
        <source>The journal of the run says what they were.</source>
        <translation>Das Journal des Laufs sagt, was sie waren.</translation>
    </message>
    <message>
        <source>Move them elsewhere first, or remove them with the namespace.</source>
        <translation>Verschieben Sie diese zuerst, oder entfernen Sie sie mit dem Namespace.</translation>
    </message>
    <message>
        <source>Look at what would go, and agree to its number (--max-removed, --max-share).</source>
        <translation>Sehen Sie an, was weg wäre, und stimmen Sie der Zahl zu (--max-removed, --max-share).</translation>
    </message>
    <message>
        <source>Use --max-removed with the number of snapshots, and --allow-last, if the group really is to go.</source>
        <translation>Verwenden Sie --max-removed mit der Zahl der Snapshots und --allow-last, wenn die Gruppe wirklich weg soll.</translation>
    </message>
    <message>
        <source>"%1" is not a pattern that PBS understands.</source>
        <translation>„%1“ ist kein Muster, das PBS versteht.</translation>
    </message>
    <message>
        <source>PBS uses the patterns of Rust's regex.</source>
        <translation>PBS verwendet die Muster von Rusts regex.</translation>
    </message>
    <message>
        <source>The pattern "%1" cannot be judged here.</source>
        <translation>Das Muster „%1“ kann hier nicht beurteilt werden.</translation>
    </message>
    <message>
        <source>What "%1" means is not known.</source>
        <translation>Was „%1“ bedeutet, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Write it in simpler words, or let PBS run the job.</source>
        <translation>Schreiben Sie es einfacher, oder lassen Sie PBS den Job ausführen.</translation>
    </message>
    <message>
        <source>Nothing can be copied: "%1" would become "%2".</source>
        <translation>Es kann nichts kopiert werden: aus „%1“ würde „%2“.</translation>
    </message>
    <message>
        <source>Namespaces have at most %1 levels.</source>
        <translation>Namespaces haben höchstens %1 Ebenen.</translation>
    </message>
    <message>
        <source>Choose a namespace nearer to the root, or a smaller depth.</source>
        <translation>Wählen Sie einen Namespace näher an der Wurzel oder eine kleinere Tiefe.</translation>
    </message>
    <message>
        <source>"%1" cannot be copied into itself.</source>
        <translation>„%1“ kann nicht in sich selbst kopiert werden.</translation>
    </message>
    <message>
        <source>Source and target are the same datastore.</source>
        <translation>Quelle und Ziel sind derselbe Datastore.</translation>
    </message>
    <message>
        <source>Move or copy the namespaces there instead.</source>
        <translation>Verschieben oder kopieren Sie stattdessen dort die Namespaces.</translation>
    </message>
    <message>
        <source>Nothing is copied into the group "%1" in the namespace "%2".</source>
        <translation>In die Gruppe „%1“ im Namespace „%2“ wird nichts kopiert.</translation>
    </message>
    <message>
        <source>It belongs to "%1", and the job makes groups of "%2".</source>
        <translation>Sie gehört „%1“, und der Job legt Gruppen von „%2“ an.</translation>
    </message>
    <message>
        <source>Change the owner of the group, or give the job this owner.</source>
        <translation>Ändern Sie den Besitzer der Gruppe, oder geben Sie dem Job diesen Besitzer.</translation>
    </message>
    <message>
        <source>The namespace "%1" at the source could not be listed completely.</source>
        <translation>Der Namespace „%1“ der Quelle konnte nicht vollständig aufgelistet werden.</translation>
    </message>
    <message>
        <source>Some of it cannot be read, so that nothing is removed because of it.</source>
        <translation>Ein Teil davon ist nicht lesbar; deshalb wird seinetwegen nichts entfernt.</translation>
    </message>
    <message>
        <source>Look at the findings of the source.</source>
        <translation>Sehen Sie die Befunde der Quelle an.</translation>
    </message>
    <message>
        <source>The group "%1" in the namespace "%2" at the source could not be listed completely.</source>
        <translation>Die Gruppe „%1“ im Namespace „%2“ der Quelle konnte nicht vollständig aufgelistet werden.</translation>
    </message>
    <message>
        <source>Nothing is removed: the namespace "%1" at the source is empty.</source>
        <translation>Es wird nichts entfernt: Der Namespace „%1“ der Quelle ist leer.</translation>
    </message>
    <message>
        <source>An empty source is rarely meant: a disk may not be mounted.</source>
        <translation>Eine leere Quelle ist selten gewollt: Vielleicht ist eine Platte nicht eingehängt.</translation>
    </message>
    <message>
        <source>If it really is to be so, remove the backups at the target yourself.</source>
        <translation>Wenn es wirklich so sein soll, entfernen Sie die Backups am Ziel selbst.</translation>
    </message>
    <message>
        <source>The snapshot "%1" in the namespace "%2" is not overwritten.</source>
        <translation>Der Snapshot „%1“ im Namespace „%2“ wird nicht überschrieben.</translation>
    </message>
    <message>
        <source>It is encrypted here, and not at the source.</source>
        <translation>Er ist hier verschlüsselt und in der Quelle nicht.</translation>
    </message>
    <message>
        <source>Find out which of the two is right, and remove the other.</source>
        <translation>Finden Sie heraus, welcher von beiden der richtige ist, und entfernen Sie den anderen.</translation>
    </message>
    <message>
        <source>It is encrypted with another key than at the source.</source>
        <translation>Er ist mit einem anderen Schlüssel verschlüsselt als in der Quelle.</translation>
    </message>
    <message>
        <source>Its content is another than that of the source, though both have one name.</source>
        <translation>Sein Inhalt ist ein anderer als in der Quelle, obwohl beide denselben Namen haben.</translation>
    </message>
    <message>
        <source>The snapshot "%1" in the namespace "%2" is not copied.</source>
        <translation>Der Snapshot „%1“ im Namespace „%2“ wird nicht kopiert.</translation>
    </message>
    <message>
        <source>Its manifest names a file that a snapshot cannot have: "%1".</source>
        <translation>Sein Manifest nennt eine Datei, die ein Snapshot nicht haben kann: „%1“.</translation>
    </message>
    <message>
        <source>Look at the snapshot at the source.</source>
        <translation>Sehen Sie den Snapshot in der Quelle an.</translation>
    </message>
    <message>
        <source>The file "%1" of the snapshot "%2" in the namespace "%3" is not copied.</source>
        <translation>Die Datei „%1“ des Snapshots „%2“ im Namespace „%3“ wird nicht kopiert.</translation>
    </message>
    <message>
        <source>Its size or its content is not what the manifest says.</source>
        <translation>Ihre Größe oder ihr Inhalt ist nicht, was das Manifest sagt.</translation>
    </message>
    <message>
        <source>Verify the snapshot at the source.</source>
        <translation>Verifizieren Sie den Snapshot in der Quelle.</translation>
    </message>
    <message>
        <source>The snapshot "%1" cannot be copied.</source>
        <translation>Der Snapshot „%1“ kann nicht kopiert werden.</translation>
    </message>
    <message>
        <source>The source lacks the chunk %1, which "%2" needs.</source>
        <translation>Der Quelle fehlt der Chunk %1, den „%2“ braucht.</translation>
    </message>
    <message>
        <source>The chunk %1, which "%2" needs, is damaged at the source.</source>
        <translation>Der Chunk %1, den „%2“ braucht, ist in der Quelle beschädigt.</translation>
    </message>
    <message>
        <source>The chunk %1 is encrypted and "%2" is not, or the other way round.</source>
        <translation>Der Chunk %1 ist verschlüsselt und „%2“ nicht, oder umgekehrt.</translation>
    </message>
    <message>
        <source>The snapshot "%1" in the namespace "%2" was not copied.</source>
        <translation>Der Snapshot „%1“ im Namespace „%2“ wurde nicht kopiert.</translation>
    </message>
    <message>
        <source>It changed at the source or went away meanwhile.</source>
        <translation>Er hat sich in der Quelle inzwischen geändert oder ist verschwunden.</translation>
    </message>
    <message>
        <source>Sync again.</source>
        <translation>Synchronisieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The sync was stopped.</source>
        <translation>Der Sync wurde angehalten.</translation>
    </message>
    <message>
        <source>Somebody asked for it.</source>
        <translation>Jemand hat darum gebeten.</translation>
    </message>
    <message>
        <source>Sync again to go on.</source>
        <translation>Synchronisieren Sie noch einmal, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The sync did not do all that the job says.</source>
        <translation>Der Sync hat nicht alles getan, was der Job sagt.</translation>
    </message>
    <message>
        <source>Problems: %1.</source>
        <translation>Probleme: %1.</translation>
    </message>
    <message>
        <source>Each is told above.</source>
        <translation>Jedes steht weiter oben.</translation>
    </message>
    <message>
        <source>"%1" cannot be the name of a job.</source>
        <translation>„%1“ kann nicht der Name eines Jobs sein.</translation>
    </message>
    <message>
        <source>A name has 3 to 32 letters, digits, ".", "_" or "-", with a letter, a digit or "_" first.</source>
        <translation>Ein Name hat 3 bis 32 Buchstaben, Ziffern, „.“, „_“ oder „-“ und beginnt mit einem Buchstaben, einer Ziffer oder „_“.</translation>
    </message>
    <message>
        <source>There is a job "%1" already.</source>
        <translation>Es gibt schon einen Job „%1“.</translation>
    </message>
    <message>
        <source>It is in "%1".</source>
        <translation>Er steht in „%1“.</translation>
    </message>
    <message>
        <source>"%1" cannot be the name of a datastore.</source>
        <translation>„%1“ kann nicht der Name eines Datastores sein.</translation>
    </message>
    <message>
        <source>Give the name that the datastore has, or will have, on a server.</source>
        <translation>Geben Sie den Namen an, den der Datastore auf einem Server hat oder haben wird.</translation>
    </message>
    <message>
        <source>The comment cannot be saved.</source>
        <translation>Der Kommentar kann nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>PBS takes one line of at most 128 characters, without blanks at its ends.</source>
        <translation>PBS nimmt eine Zeile mit höchstens 128 Zeichen, ohne Leerzeichen an den Enden.</translation>
    </message>
    <message>
        <source>Shorten the comment.</source>
        <translation>Kürzen Sie den Kommentar.</translation>
    </message>
    <message>
        <source>It is not known where the datastore of the job "%1" is.</source>
        <translation>Es ist nicht bekannt, wo der Datastore des Jobs „%1“ liegt.</translation>
    </message>
    <message>
        <source>The job has no place noted.</source>
        <translation>Zum Job ist kein Ort vermerkt.</translation>
    </message>
    <message>
        <source>There are two jobs "%1".</source>
        <translation>Es gibt zwei Jobs „%1“.</translation>
    </message>
    <message>
        <source>One is Espalier's own, the other belongs to the server.</source>
        <translation>Einer gehört Espalier, der andere dem Server.</translation>
    </message>
    <message>
        <source>Say which one is meant with --own or --host.</source>
        <translation>Sagen Sie mit --own oder --host, welcher gemeint ist.</translation>
    </message>
    <message>
        <source>There is no place for jobs of your own.</source>
        <translation>Es gibt keinen Ort für eigene Jobs.</translation>
    </message>
    <message>
        <source>Neither XDG_CONFIG_HOME nor HOME names a directory.</source>
        <translation>Weder XDG_CONFIG_HOME noch HOME nennt ein Verzeichnis.</translation>
    </message>
    <message>
        <source>Set one of them.</source>
        <translation>Setzen Sie eine davon.</translation>
    </message>
    <message>
        <source>No host can be reached.</source>
        <translation>Kein Host kann erreicht werden.</translation>
    </message>
    <message>
        <source>The program "%1" cannot be started.</source>
        <translation>Das Programm „%1“ kann nicht gestartet werden.</translation>
    </message>
    <message>
        <source>Install the OpenSSH client, and try again.</source>
        <translation>Installieren Sie den OpenSSH-Client, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>"%1" did not let you in.</source>
        <translation>„%1“ hat Sie nicht eingelassen.</translation>
    </message>
    <message>
        <source>Check the user's name, and that its key or password is the right one.</source>
        <translation>Prüfen Sie den Namen des Benutzers und ob sein Schlüssel oder Passwort das richtige ist.</translation>
    </message>
    <message>
        <source>"%1" cannot be reached.</source>
        <translation>„%1“ ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the host's name, the network, and that its ssh server runs.</source>
        <translation>Prüfen Sie den Namen des Hosts, das Netzwerk und ob sein SSH-Server läuft.</translation>
    </message>
    <message>
        <source>"%1" was not connected to.</source>
        <translation>Mit „%1“ wurde keine Verbindung hergestellt.</translation>
    </message>
    <message>
        <source>Its key is not known here, and nobody said that it is the right one.</source>
        <translation>Sein Schlüssel ist hier nicht bekannt, und niemand hat gesagt, dass er der richtige ist.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the host's administrator gives you, and connect again.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den der Administrator des Hosts Ihnen nennt, und verbinden Sie noch einmal.</translation>
    </message>
    <message>
        <source>Its key is another one than before: somebody may be listening between you and the host, or it was installed anew.</source>
        <translation>Sein Schlüssel ist ein anderer als früher: Jemand könnte zwischen Ihnen und dem Host mithören, oder er wurde neu installiert.</translation>
    </message>
    <message>
        <source>Ask the host's administrator. Only if the new key is right, remove the old one with "ssh-keygen -R %1".</source>
        <translation>Fragen Sie den Administrator des Hosts. Nur wenn der neue Schlüssel stimmt, entfernen Sie den alten mit „ssh-keygen -R %1“.</translation>
    </message>
    <message>
        <source>Try "ssh %1" in a terminal: Espalier calls the same program.</source>
        <translation>Versuchen Sie „ssh %1“ in einem Terminal: Espalier ruft dasselbe Programm auf.</translation>
    </message>
    <message>
        <source>The connection to "%1" was lost.</source>
        <translation>Die Verbindung zu „%1“ ist abgerissen.</translation>
    </message>
    <message>
        <source>Nothing has come from it for %1 seconds.</source>
        <translation>Seit %1 Sekunden ist nichts mehr von dort gekommen.</translation>
    </message>
    <message>
        <source>Check the network, and connect again.</source>
        <translation>Prüfen Sie das Netzwerk, und verbinden Sie noch einmal.</translation>
    </message>
    <message>
        <source>Nothing can be done on "%1".</source>
        <translation>Auf „%1“ kann nichts getan werden.</translation>
    </message>
    <message>
        <source>It is a machine of the type %1, for which this installation has no agent.</source>
        <translation>Es ist eine Maschine der Art %1, für die diese Installation keinen Agenten hat.</translation>
    </message>
    <message>
        <source>Install the package espalier-agent there.</source>
        <translation>Installieren Sie dort das Paket espalier-agent.</translation>
    </message>
    <message>
        <source>Use a login that is allowed to run programs there.</source>
        <translation>Verwenden Sie einen Benutzer, der dort Programme ausführen darf.</translation>
    </message>
    <message>
        <source>The agent could not be put on "%1".</source>
        <translation>Der Agent konnte nicht auf „%1“ gebracht werden.</translation>
    </message>
    <message>
        <source>Make room there, or install the package espalier-agent on the host.</source>
        <translation>Schaffen Sie dort Platz, oder installieren Sie auf dem Host das Paket espalier-agent.</translation>
    </message>
    <message>
        <source>The agent cannot be started on "%1".</source>
        <translation>Der Agent kann auf „%1“ nicht gestartet werden.</translation>
    </message>
    <message>
        <source>It was put into "%1", where the host does not let programs run.</source>
        <translation>Er liegt in „%1“, wo der Host keine Programme ausführen lässt.</translation>
    </message>
    <message>
        <source>Install the package espalier-agent on the host.</source>
        <translation>Installieren Sie auf dem Host das Paket espalier-agent.</translation>
    </message>
    <message>
        <source>The agent could not be started on "%1".</source>
        <translation>Der Agent konnte auf „%1“ nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The agent on "%1" is of another version.</source>
        <translation>Der Agent auf „%1“ hat eine andere Version.</translation>
    </message>
    <message>
        <source>It speaks %1, and this program %2.</source>
        <translation>Er spricht %1 und dieses Programm %2.</translation>
    </message>
    <message>
        <source>Install the same version at both ends.</source>
        <translation>Installieren Sie an beiden Enden dieselbe Version.</translation>
    </message>
    <message>
        <source>The answer of "%1" cannot be understood.</source>
        <translation>Die Antwort von „%1“ ist nicht zu verstehen.</translation>
    </message>
    <message>
        <source>It should have %1.</source>
        <translation>Erwartet war: %1.</translation>
    </message>
    <message>
        <source>Nothing was done with it. Connect again; if it happens again, the host is not to be trusted.</source>
        <translation>Es wurde nichts damit getan. Verbinden Sie noch einmal; geschieht es wieder, ist dem Host nicht zu trauen.</translation>
    </message>
    <message>
        <source>The agent was asked for something that it does not know.</source>
        <translation>Der Agent wurde nach etwas gefragt, das er nicht kennt.</translation>
    </message>
    <message>
        <source>Expected was %1.</source>
        <translation>Erwartet war %1.</translation>
    </message>
    <message>
        <source>Only PBS's own user may change it, and you are %1 on "%2".</source>
        <translation>Nur der Benutzer von PBS darf ihn ändern, und Sie sind auf „%2“ %1.</translation>
    </message>
    <message>
        <source>Nothing can be mounted.</source>
        <translation>Es kann nichts eingehängt werden.</translation>
    </message>
    <message>
        <source>Install the package sshfs, and try again.</source>
        <translation>Installieren Sie das Paket sshfs, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>"%1" was not mounted at "%2".</source>
        <translation>„%1“ wurde nicht nach „%2“ eingehängt.</translation>
    </message>
    <message>
        <source>Work on the host instead: that needs no mount.</source>
        <translation>Arbeiten Sie stattdessen auf dem Host: Das braucht kein Einhängen.</translation>
    </message>
    <message>
        <source>"%1" does not answer.</source>
        <translation>„%1“ antwortet nicht.</translation>
    </message>
    <message>
        <source>It is mounted from "%1", and the connection to it is gone.</source>
        <translation>Es ist von „%1“ eingehängt, und die Verbindung dorthin ist weg.</translation>
    </message>
    <message>
        <source>Unmount it, or wait until the host can be reached again.</source>
        <translation>Hängen Sie es aus, oder warten Sie, bis der Host wieder erreichbar ist.</translation>
    </message>
    <message>
        <source>Log in as root; or install the package espalier-agent there, and let sudo start it with the line "%1" below /etc/sudoers.d, which lets you change every datastore there.</source>
        <translation>Melden Sie sich als root an; oder installieren Sie dort das Paket espalier-agent, und lassen Sie es sudo mit der Zeile „%1“ unter /etc/sudoers.d starten, mit der Sie jeden Datenspeicher dort ändern dürfen.</translation>
    </message>
    <message>
        <source>ssh says: "%1".</source>
        <translation>ssh sagt: „%1“.</translation>
    </message>
    <message>
        <source>Its login shell did not run what it was asked to; it said: "%1".</source>
        <translation>Seine Login-Shell hat nicht ausgeführt, was verlangt war; sie sagte: „%1“.</translation>
    </message>
    <message>
        <source>It belongs into "%1" there, and the host says: "%2".</source>
        <translation>Er gehört dort nach „%1“, und der Host sagt: „%2“.</translation>
    </message>
    <message>
        <source>The host says: "%1".</source>
        <translation>Der Host sagt: „%1“.</translation>
    </message>
    <message>
        <source>The system says: "%1".</source>
        <translation>Das System sagt: „%1“.</translation>
    </message>
    <message>
        <source>There is no sync job "%1".</source>
        <translation>Es gibt keinen Sync-Job „%1“.</translation>
    </message>
    <message>
        <source>"espalierctl sync job list" tells which jobs there are.</source>
        <translation>„espalierctl sync job list“ sagt, welche Jobs es gibt.</translation>
    </message>
    <message>
        <source>The job "%1" cannot be enabled.</source>
        <translation>Der Job „%1“ kann nicht aktiviert werden.</translation>
    </message>
    <message>
        <source>It removes what vanished at the source, and nobody agreed to how much that may be.</source>
        <translation>Er entfernt, was an der Quelle verschwunden ist, und niemand hat zugestimmt, wie viel das sein darf.</translation>
    </message>
    <message>
        <source>Look at its preview and approve a number, or let it keep what vanished.</source>
        <translation>Sehen Sie sich seine Vorschau an und genehmigen Sie eine Anzahl, oder lassen Sie ihn behalten, was verschwunden ist.</translation>
    </message>
    <message>
        <source>The job "%1" runs already.</source>
        <translation>Der Job „%1“ läuft bereits.</translation>
    </message>
    <message>
        <source>No job runs twice at the same time.</source>
        <translation>Kein Job läuft zweimal zur selben Zeit.</translation>
    </message>
    <message>
        <source>Nobody knows when the job "%1" is due.</source>
        <translation>Niemand weiß, wann der Job „%1“ fällig ist.</translation>
    </message>
    <message>
        <source>The time zone of its server cannot be read, and none was chosen.</source>
        <translation>Die Zeitzone seines Servers ist nicht lesbar, und es wurde keine gewählt.</translation>
    </message>
    <message>
        <source>Choose a time zone for the job.</source>
        <translation>Wählen Sie eine Zeitzone für den Job.</translation>
    </message>
    <message>
        <source>The last run of the job "%1" ended early.</source>
        <translation>Der letzte Lauf des Jobs „%1“ endete vorzeitig.</translation>
    </message>
    <message>
        <source>Nothing was written about how it ended.</source>
        <translation>Wie er endete, wurde nicht aufgeschrieben.</translation>
    </message>
    <message>
        <source>Run the job again; it goes on where that run ended.</source>
        <translation>Lassen Sie den Job noch einmal laufen; er macht weiter, wo jener Lauf endete.</translation>
    </message>
    <message>
        <source>Due jobs cannot be run by systemd here.</source>
        <translation>Fällige Jobs kann systemd hier nicht starten.</translation>
    </message>
    <message>
        <source>It says: "%1".</source>
        <translation>Die Meldung: „%1“.</translation>
    </message>
    <message>
        <source>Have cron do it, with the line "%1".</source>
        <translation>Lassen Sie es cron tun, mit der Zeile „%1“.</translation>
    </message>
    <message>
        <source>"%1" failed.</source>
        <translation>„%1“ ist gescheitert.</translation>
    </message>
    <message>
        <source>Correct that and try again.</source>
        <translation>Beheben Sie das und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Say where it is when you edit the job; on the command line with --place, of a sync job with --source and --target.</source>
        <translation>Sagen Sie beim Bearbeiten des Jobs, wo er ist; auf der Befehlszeile mit --place, bei einem Sync-Job mit --source und --target.</translation>
    </message>
    <message>
        <source>Open both datastores: what is dropped or pasted is copied by a sync then.</source>
        <translation>Öffnen Sie beide Datastores: Was man dann ablegt oder einfügt, kopiert ein Sync.</translation>
    </message>
    <message>
        <source>A run that was under way there ends after the step it is at, and counts as interrupted.</source>
        <translation>Ein Lauf, der dort im Gang war, endet nach seinem laufenden Schritt und gilt als unterbrochen.</translation>
    </message>
    <message>
        <source>Connect again; what is left of such a run can be finished or undone then.</source>
        <translation>Verbinden Sie noch einmal; was von einem solchen Lauf übrig ist, lässt sich dann fertigstellen oder rückgängig machen.</translation>
    </message>
    <message>
        <source>No maintenance mode was set.</source>
        <translation>Es wurde kein Wartungsmodus gesetzt.</translation>
    </message>
    <message>
        <source>Nothing would end it if the host restarts meanwhile: the service espalier-guardian is not there, or not enabled.</source>
        <translation>Nichts würde ihn beenden, wenn der Rechner inzwischen neu startet: Der Dienst espalier-guardian fehlt oder ist nicht eingeschaltet.</translation>
    </message>
    <message>
        <source>Install the package espalier-agent on the host, and do not mask its service.</source>
        <translation>Installieren Sie auf dem Rechner das Paket espalier-agent, und maskieren Sie seinen Dienst nicht.</translation>
    </message>
    <message>
        <source>The maintenance mode cannot be changed.</source>
        <translation>Der Wartungsmodus lässt sich nicht ändern.</translation>
    </message>
    <message>
        <source>That needs root's rights, and "%1" could not be started with them.</source>
        <translation>Dafür braucht es die Rechte von root, und „%1“ ließ sich nicht mit ihnen starten.</translation>
    </message>
    <message>
        <source>Log in as root; or install the package espalier-agent there, and let sudo start that program without a password.</source>
        <translation>Melden Sie sich als root an; oder installieren Sie dort das Paket espalier-agent, und erlauben Sie sudo, dieses Programm ohne Passwort zu starten.</translation>
    </message>
    <message>
        <source>No PBS is to be seen that has "%1".</source>
        <translation>Es ist kein PBS zu sehen, das „%1“ hat.</translation>
    </message>
    <message>
        <source>Connect to the host of the PBS that uses this directory.</source>
        <translation>Verbinden Sie sich mit dem Rechner des PBS, das dieses Verzeichnis benutzt.</translation>
    </message>
    <message>
        <source>Espalier has set one for the datastore "%1" already.</source>
        <translation>Espalier hat für den Datastore „%1“ schon einen gesetzt.</translation>
    </message>
    <message>
        <source>Wait until it ends, or end it with "espalierctl maintenance clear".</source>
        <translation>Warten Sie, bis er endet, oder beenden Sie ihn mit „espalierctl maintenance clear“.</translation>
    </message>
    <message>
        <source>The datastore "%1" is in the maintenance mode "%2" already.</source>
        <translation>Der Datastore „%1“ ist schon im Wartungsmodus „%2“.</translation>
    </message>
    <message>
        <source>Whoever set it ends it; it is of the same use until then.</source>
        <translation>Wer ihn gesetzt hat, beendet ihn auch; bis dahin leistet er dasselbe.</translation>
    </message>
    <message>
        <source>PBS itself has the datastore "%1" in the mode "%2".</source>
        <translation>PBS selbst hat den Datastore „%1“ im Modus „%2“.</translation>
    </message>
    <message>
        <source>Wait until that has ended.</source>
        <translation>Warten Sie, bis das zu Ende ist.</translation>
    </message>
    <message>
        <source>This message cannot be set.</source>
        <translation>Diese Nachricht lässt sich nicht setzen.</translation>
    </message>
    <message>
        <source>PBS takes one line of at most 64 characters; quotes, backslashes, percent signs, commas and equals signs would be shown wrongly by it.</source>
        <translation>PBS nimmt eine Zeile von höchstens 64 Zeichen; Anführungszeichen, Backslashes, Prozentzeichen, Kommas und Gleichheitszeichen würde es falsch zeigen.</translation>
    </message>
    <message>
        <source>Write another message.</source>
        <translation>Schreiben Sie eine andere Nachricht.</translation>
    </message>
    <message>
        <source>It is not known which maintenance mode was there before.</source>
        <translation>Es ist nicht bekannt, welcher Wartungsmodus vorher galt.</translation>
    </message>
    <message>
        <source>The note "%1" cannot be read.</source>
        <translation>Die Notiz „%1“ lässt sich nicht lesen.</translation>
    </message>
    <message>
        <source>Look at the mode in PBS, set it as it shall be, and remove the note as root.</source>
        <translation>Sehen Sie den Modus in PBS nach, setzen Sie ihn, wie er sein soll, und entfernen Sie die Notiz als root.</translation>
    </message>
    <message>
        <source>It is not known whether the maintenance mode of "%1" was ended.</source>
        <translation>Es ist nicht bekannt, ob der Wartungsmodus von „%1“ beendet wurde.</translation>
    </message>
    <message>
        <source>What guards it ended without saying so.</source>
        <translation>Was ihn bewacht, endete, ohne das zu sagen.</translation>
    </message>
    <message>
        <source>Look with "espalierctl maintenance show".</source>
        <translation>Sehen Sie mit „espalierctl maintenance show“ nach.</translation>
    </message>
    <message>
        <source>The maintenance mode of "%1" was left behind.</source>
        <translation>Der Wartungsmodus von „%1“ ist übrig geblieben.</translation>
    </message>
    <message>
        <source>Espalier set it for a while, and what should have ended it was ended itself.</source>
        <translation>Espalier hat ihn für eine Weile gesetzt, und was ihn beenden sollte, wurde selbst beendet.</translation>
    </message>
    <message>
        <source>End it with "espalierctl maintenance clear"; else that happens when the host starts again.</source>
        <translation>Beenden Sie ihn mit „espalierctl maintenance clear“; sonst geschieht das, wenn der Rechner wieder startet.</translation>
    </message>
    <message>
        <source>It lies on Windows, where a directory cannot have the name of a snapshot, which contains colons.</source>
        <translation>Es liegt unter Windows, wo ein Verzeichnis nicht wie ein Snapshot heißen kann, denn dessen Name enthält Doppelpunkte.</translation>
    </message>
    <message>
        <source>Open the datastore on the host that has it, over SSH.</source>
        <translation>Öffnen Sie den Datastore über SSH auf dem Rechner, der ihn hat.</translation>
    </message>
    <message>
        <source>The datastore at "%1" is not the one for which it was agreed what may be removed.</source>
        <translation>Der Datastore in „%1“ ist nicht der, für den vereinbart wurde, was entfernt werden darf.</translation>
    </message>
    <message>
        <source>Another disk may be mounted there, or it was copied or made anew; nothing was removed.</source>
        <translation>Vielleicht ist dort eine andere Platte eingehängt, oder er wurde kopiert oder neu angelegt; entfernt wurde nichts.</translation>
    </message>
    <message>
        <source>Mount the right one; or look at the job's preview and save the job from there.</source>
        <translation>Hängen Sie den richtigen ein; oder sehen Sie sich die Vorschau des Jobs an und speichern Sie ihn von dort.</translation>
    </message>
    <message>
        <source>Due jobs are not run on their own on Windows.</source>
        <translation>Fällige Jobs laufen unter Windows nicht von selbst.</translation>
    </message>
    <message>
        <source>There is no systemd.</source>
        <translation>Es gibt dort kein systemd.</translation>
    </message>
    <message>
        <source>Have Windows itself do it, with the command: %1</source>
        <translation>Lassen Sie Windows selbst es tun, mit dem Befehl: %1</translation>
    </message>
    <message>
        <source>"%1" is no number of bytes.</source>
        <translation>„%1“ ist keine Anzahl von Bytes.</translation>
    </message>
    <message>
        <source>A number with a unit is wanted, of at least one byte.</source>
        <translation>Gebraucht wird eine Zahl mit einer Einheit, von mindestens einem Byte.</translation>
    </message>
    <message>
        <source>Enter something like "40 MiB".</source>
        <translation>Geben Sie etwas wie „40 MiB“ ein.</translation>
    </message>
    <message>
        <source>"%1" cannot be mounted here.</source>
        <translation>„%1“ kann hier nicht eingehängt werden.</translation>
    </message>
    <message>
        <source>There is no sshfs on Windows.</source>
        <translation>Unter Windows gibt es kein sshfs.</translation>
    </message>
    <message>
        <source>"%1" in the namespace "%2" is not moved.</source>
        <translation>„%1“ im Namespace „%2“ wird nicht verschoben.</translation>
    </message>
    <message>
        <source>Nothing can be moved: "%1" is not on this computer.</source>
        <translation>Es kann nichts verschoben werden: „%1“ ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Between two datastores only what lies in directories of one computer is moved; hosts can be copied from and into.</source>
        <translation>Zwischen zwei Datastores wird nur verschoben, was in Verzeichnissen eines Rechners liegt; von und zu Hosts kann kopiert werden.</translation>
    </message>
    <message>
        <source>Move it on that host itself, or copy it, verify the copy, and remove the backups at the source then.</source>
        <translation>Verschieben Sie auf diesem Host selbst, oder kopieren Sie, verifizieren Sie die Kopie, und entfernen Sie dann die Backups an der Quelle.</translation>
    </message>
    <message>
        <source>The group "%1" would come to the namespace "%2" twice.</source>
        <translation>Die Gruppe „%1“ käme zweimal in den Namespace „%2“.</translation>
    </message>
    <message>
        <source>Two groups of this name are to be moved, or one to two places.</source>
        <translation>Zwei Gruppen dieses Namens sollen verschoben werden, oder eine an zwei Orte.</translation>
    </message>
    <message>
        <source>Move them to different namespaces.</source>
        <translation>Verschieben Sie sie in verschiedene Namespaces.</translation>
    </message>
    <message>
        <source>It is not finished, or its manifest cannot be read: a backup may be running.</source>
        <translation>Er ist nicht fertig, oder sein Manifest ist nicht lesbar: Vielleicht läuft ein Backup.</translation>
    </message>
    <message>
        <source>Wait for the end of the backup, or remove what is left of it first.</source>
        <translation>Warten Sie das Ende des Backups ab, oder entfernen Sie zuerst, was davon übrig ist.</translation>
    </message>
    <message>
        <source>The namespace "%1" at the target has newer backups of the group, and not this one.</source>
        <translation>Der Namespace „%1“ am Ziel hat neuere Backups der Gruppe, und dieses nicht.</translation>
    </message>
    <message>
        <source>Choose another namespace, or remove the snapshot first if it is not needed.</source>
        <translation>Wählen Sie einen anderen Namespace, oder entfernen Sie zuerst den Snapshot, wenn er nicht gebraucht wird.</translation>
    </message>
    <message>
        <source>The copy of "%1" in the namespace "%2" at the target failed its verification.</source>
        <translation>Die Kopie von „%1“ im Namespace „%2“ am Ziel hat ihre Verifizierung nicht bestanden.</translation>
    </message>
    <message>
        <source>What is at the source may be the only one that is whole, so its group is not moved.</source>
        <translation>Was an der Quelle ist, ist vielleicht als Einziges heil; daher wird seine Gruppe nicht verschoben.</translation>
    </message>
    <message>
        <source>Sync with --resync-corrupt first, or verify the copy again.</source>
        <translation>Synchronisieren Sie zuerst mit --resync-corrupt, oder verifizieren Sie die Kopie noch einmal.</translation>
    </message>
    <message>
        <source>The group "%1" cannot go to the namespace "%2" at the target.</source>
        <translation>Die Gruppe „%1“ kann nicht in den Namespace „%2“ am Ziel.</translation>
    </message>
    <message>
        <source>The group there belongs to "%1", and this one to "%2".</source>
        <translation>Die Gruppe dort gehört „%1“, und diese „%2“.</translation>
    </message>
    <message>
        <source>Change the owner of one of them, or choose another namespace.</source>
        <translation>Ändern Sie den Besitzer einer der beiden, oder wählen Sie einen anderen Namespace.</translation>
    </message>
    <message>
        <source>It has other notes there than in the namespace "%1" at the target.</source>
        <translation>Die Notizen dort sind andere als im Namespace „%1“ am Ziel.</translation>
    </message>
    <message>
        <source>Make both notes the same, or empty one of them.</source>
        <translation>Gleichen Sie beide Notizen an, oder leeren Sie eine davon.</translation>
    </message>
    <message>
        <source>The copy of "%1" in the namespace "%2" at the target is not the same.</source>
        <translation>Die Kopie von „%1“ im Namespace „%2“ am Ziel ist nicht dieselbe.</translation>
    </message>
    <message>
        <source>"%1" is missing there or another one, so that the source stays.</source>
        <translation>„%1“ fehlt dort oder ist anders, daher bleibt die Quelle.</translation>
    </message>
    <message>
        <source>The copy of "%1" in the namespace "%2" at the target is not whole.</source>
        <translation>Die Kopie von „%1“ im Namespace „%2“ am Ziel ist nicht heil.</translation>
    </message>
    <message>
        <source>The chunk %1 is missing there, damaged, or not as at the source, so that the source stays.</source>
        <translation>Der Chunk %1 fehlt dort, ist beschädigt oder nicht wie an der Quelle, daher bleibt die Quelle.</translation>
    </message>
    <message>
        <source>Verify the copy, and sync with --resync-corrupt if it fails.</source>
        <translation>Verifizieren Sie die Kopie, und synchronisieren Sie mit --resync-corrupt, wenn sie nicht besteht.</translation>
    </message>
    <message>
        <source>"%1" in the namespace "%2" stays at the source.</source>
        <translation>„%1“ im Namespace „%2“ bleibt an der Quelle.</translation>
    </message>
    <message>
        <source>It changed since it was compared with its copy.</source>
        <translation>Dort hat sich etwas geändert, seit mit der Kopie verglichen wurde.</translation>
    </message>
    <message>
        <source>Move it again.</source>
        <translation>Verschieben Sie noch einmal.</translation>
    </message>
    <message>
        <source>"%1" stays at the source.</source>
        <translation>„%1“ bleibt an der Quelle.</translation>
    </message>
    <message>
        <source>Its copy in the namespace "%1" at the target changed since it was compared.</source>
        <translation>Die Kopie im Namespace „%1“ am Ziel hat sich geändert, seit sie verglichen wurde.</translation>
    </message>
    <message>
        <source>The move was stopped.</source>
        <translation>Das Verschieben wurde angehalten.</translation>
    </message>
    <message>
        <source>What was not removed at the source by then is untouched there.</source>
        <translation>Was bis dahin an der Quelle nicht entfernt war, ist dort unberührt.</translation>
    </message>
    <message>
        <source>Move again to go on; copies that are at the target already stay, and can be removed there.</source>
        <translation>Verschieben Sie noch einmal, um fortzufahren; Kopien, die schon am Ziel sind, bleiben und können dort entfernt werden.</translation>
    </message>
    <message>
        <source>Not everything was moved.</source>
        <translation>Nicht alles wurde verschoben.</translation>
    </message>
    <message>
        <source>Nothing is moved to "%1".</source>
        <translation>Nach „%1“ wird nichts verschoben.</translation>
    </message>
    <message>
        <source>It is on %1: what is there may be gone with the next start, or be the same files seen another way.</source>
        <translation>Es liegt auf %1: Was dort ist, kann mit dem nächsten Start weg sein, oder es sind dieselben Dateien, anders gesehen.</translation>
    </message>
    <message>
        <source>Choose a datastore on a disk; copying is possible.</source>
        <translation>Wählen Sie einen Datastore auf einer Platte; kopieren geht.</translation>
    </message>
</context>
<context>
    <name>espalier::MoveToDialog</name>
    <message>
        <source>Move %1 of %2 to:</source>
        <translation>%1 von %2 verschieben nach:</translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s) of %1 to:</source>
        <translation>
            <numerusform>%n Gruppe von %1 verschieben nach:</numerusform>
            <numerusform>%n Gruppen von %1 verschieben nach:</numerusform>
        </translation>
    </message>
    <message>
        <source>Root of %1</source>
        <translation>Wurzel von %1</translation>
    </message>
    <message>
        <source>Choose a namespace, or type one. “/” is the root.</source>
        <translation>Wählen Sie einen Namespace, oder geben Sie einen ein. „/“ ist die Wurzel.</translation>
    </message>
    <message>
        <source>The namespace %1 will be created first.</source>
        <translation>Der Namespace %1 wird zuerst angelegt.</translation>
    </message>
    <message>
        <source>This can be done.</source>
        <translation>Das ist möglich.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verdict, reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Add to pending changes</source>
        <translation>Zu den anstehenden Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>Move %n namespace(s) of %1 to:</source>
        <translation>
            <numerusform>%n Namespace von %1 verschieben nach:</numerusform>
            <numerusform>%n Namespaces von %1 verschieben nach:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s) of %1 to:</source>
        <translation>
            <numerusform>%n Element von %1 verschieben nach:</numerusform>
            <numerusform>%n Elemente von %1 verschieben nach:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::NamespacePage</name>
    <message>
        <source>This is a demo: nothing in it is a real backup.</source>
        <translation>Das ist eine Demo: Nichts darin ist ein echtes Backup.</translation>
    </message>
    <message>
        <source>Read-only. %1</source>
        <translation>Nur lesbar. %1</translation>
    </message>
    <message>
        <source>File system: %1</source>
        <translation>Dateisystem: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): see the list of findings.</source>
        <translation>
            <numerusform>%n Befund: siehe die Liste der Befunde.</numerusform>
            <numerusform>%n Befunde: siehe die Liste der Befunde.</numerusform>
        </translation>
    </message>
    <message>
        <source>root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>It does not exist yet: the pending changes create it.</source>
        <translation>Es gibt ihn noch nicht: Die anstehenden Änderungen legen ihn an.</translation>
    </message>
    <message>
        <source>%1, of them %2 here</source>
        <extracomment>%1 groups altogether, %2 of them directly in the namespace</extracomment>
        <translation>%1, davon %2 hier</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>A pending change deletes it.</source>
        <translation>Eine anstehende Änderung löscht ihn.</translation>
    </message>
    <message>
        <source>A pending change makes it %1.</source>
        <translation>Eine anstehende Änderung macht ihn zu %1.</translation>
    </message>
    <message>
        <source>It is called %1 until the pending changes are applied.</source>
        <translation>Er heißt %1, bis die anstehenden Änderungen angewendet sind.</translation>
    </message>
    <message>
        <source>Over SSH, as %1.</source>
        <translation>Über SSH, als %1.</translation>
    </message>
</context>
<context>
    <name>espalier::NamespaceTree</name>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
</context>
<context>
    <name>espalier::NewNamespaceDialog</name>
    <message>
        <source>%1 joins the pending changes; it is created when they are applied.</source>
        <translation>%1 kommt zu den anstehenden Änderungen; er wird angelegt, wenn sie angewandt werden.</translation>
    </message>
    <message numerus="yes">
        <source>Letters, digits, “_”, “-” and “.”; not “-” or “.” at the start; at most %n byte(s).</source>
        <translation>
            <numerusform>Buchstaben, Ziffern, „_“, „-“ und „.“; am Anfang weder „-“ noch „.“; höchstens %n Byte.</numerusform>
            <numerusform>Buchstaben, Ziffern, „_“, „-“ und „.“; am Anfang weder „-“ noch „.“; höchstens %n Bytes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add to pending changes</source>
        <translation>Zu den anstehenden Änderungen</translation>
    </message>
</context>
<context>
    <name>espalier::OpenDialog</name>
    <message>
        <source>Open datastore</source>
        <translation>Datastore öffnen</translation>
    </message>
    <message>
        <source>Choose the directory of a datastore: it holds “.chunks” and the namespaces.</source>
        <translation>Wählen Sie das Verzeichnis eines Datastores: Es enthält „.chunks“ und die Namespaces.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>A demo datastore (%1). It can be changed.</source>
        <translation>Ein Demo-Datastore (%1). Er kann geändert werden.</translation>
    </message>
    <message>
        <source>A datastore (%1). It can be changed.</source>
        <translation>Ein Datastore (%1). Er kann geändert werden.</translation>
    </message>
    <message>
        <source>A datastore (%1), read-only: %2</source>
        <translation>Ein Datastore (%1), nur lesbar: %2</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Choose a datastore</source>
        <translation>Einen Datastore wählen</translation>
    </message>
    <message>
        <source>A directory on the host %1. It is connected to when it is opened.</source>
        <translation>Ein Verzeichnis auf dem Host %1. Verbunden wird, wenn es geöffnet wird.</translation>
    </message>
</context>
<context>
    <name>espalier::OpenStore</name>
    <message numerus="yes">
        <source>Move %n group(s) to %1</source>
        <translation>
            <numerusform>%n Gruppe nach %1 verschieben</numerusform>
            <numerusform>%n Gruppen nach %1 verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Create the namespace %1</source>
        <translation>Den Namespace %1 anlegen</translation>
    </message>
    <message>
        <source>Create missing namespaces</source>
        <translation>Fehlende Namespaces anlegen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n pending change(s)</source>
        <translation>
            <numerusform>%n anstehende Änderung entfernen</numerusform>
            <numerusform>%n anstehende Änderungen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Take foreign files along</source>
        <translation>Fremde Dateien mitnehmen</translation>
    </message>
    <message>
        <source>Discard all pending changes</source>
        <translation>Alle anstehenden Änderungen verwerfen</translation>
    </message>
    <message>
        <source>the root</source>
        <comment>target of a move</comment>
        <translation>die Wurzel</translation>
    </message>
    <message numerus="yes">
        <source>Move %n namespace(s) to %1</source>
        <translation>
            <numerusform>%n Namespace nach %1 verschieben</numerusform>
            <numerusform>%n Namespaces nach %1 verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n item(s) to %1</source>
        <translation>
            <numerusform>%n Element nach %1 verschieben</numerusform>
            <numerusform>%n Elemente nach %1 verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::OptionTexts</name>
    <message>
        <source>Shapes the namespace tree of Proxmox Backup Server datastores.</source>
        <translation>Gestaltet den Namespace-Baum von Datastores des Proxmox Backup Servers.</translation>
    </message>
    <message>
        <source>Where the directories of PBS hang (default: /).</source>
        <translation>Wo die Verzeichnisse von PBS hängen (Vorgabe: /).</translation>
    </message>
    <message>
        <source>The language of the program, such as “de”.</source>
        <translation>Die Sprache des Programms, etwa „de“.</translation>
    </message>
    <message>
        <source>Play a tour of the program with a demo of its own, and save pictures in DIR.</source>
        <translation>Eine Tour durch das Programm mit eigener Demo abspielen und Bilder in DIR speichern.</translation>
    </message>
    <message>
        <source>Check that the program finds all that it needs, and quit.</source>
        <translation>Prüfen, ob das Programm alles findet, was es braucht, und beenden.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Diese Hilfe zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Datastores to open: directories, or ssh://host/path.</source>
        <translation>Datenspeicher, die geöffnet werden: Verzeichnisse oder ssh://host/pfad.</translation>
    </message>
    <message>
        <source>The configuration of ssh, instead of yours.</source>
        <translation>Die Konfiguration von ssh anstelle Ihrer eigenen.</translation>
    </message>
</context>
<context>
    <name>espalier::OverlapsModel</name>
    <message>
        <source>different owners</source>
        <translation>verschiedene Besitzer</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>namespace, where it will be</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>unreadable</source>
        <comment>owner</comment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>These backups carry several guests' names: %1</source>
        <translation>Diese Backups tragen die Namen mehrerer Gäste: %1</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>guest id, namespace</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Guest, namespace</source>
        <translation>Gast, Namespace</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letztes Backup</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
</context>
<context>
    <name>espalier::OverlapsPane</name>
    <message>
        <source>No datastore is open.</source>
        <translation>Kein Datastore ist offen.</translation>
    </message>
    <message>
        <source>Reading the guests' names…</source>
        <translation>Die Gastnamen werden gelesen …</translation>
    </message>
    <message>
        <source>No guest id occurs in several namespaces of %1, and no group has backups of several guests.</source>
        <translation>Keine Gast-ID kommt in mehreren Namespaces von %1 vor, und keine Gruppe hat Backups mehrerer Gäste.</translation>
    </message>
    <message>
        <source>No guest id occurs in several namespaces of %1.</source>
        <translation>Keine Gast-ID kommt in mehreren Namespaces von %1 vor.</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>datastore, number of guest ids in several namespaces, number of those with several names</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n guest id(s) in several namespaces</source>
        <translation>
            <numerusform>%n Gast-ID in mehreren Namespaces</numerusform>
            <numerusform>%n Gast-IDs in mehreren Namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest id(s) with several guests' names</source>
        <translation>
            <numerusform>%n Gast-ID mit mehreren Gastnamen</numerusform>
            <numerusform>%n Gast-IDs mit mehreren Gastnamen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PendingModel</name>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
</context>
<context>
    <name>espalier::PendingPane</name>
    <message>
        <source>&amp;Show in the tree</source>
        <translation>&amp;Im Baum zeigen</translation>
    </message>
    <message>
        <source>Also concerned (%1)</source>
        <translation>Auch betroffen (%1)</translation>
    </message>
    <message>
        <source>Also concerned</source>
        <translation>Auch betroffen</translation>
    </message>
</context>
<context>
    <name>espalier::PlaceWords</name>
    <message>
        <source>%1 is read-only. %2</source>
        <comment>name of a datastore, reason</comment>
        <translation>%1 ist nur lesbar. %2</translation>
    </message>
    <message>
        <source>%1 could not be read. %2</source>
        <comment>path, reason</comment>
        <translation>%1 konnte nicht gelesen werden. %2</translation>
    </message>
    <message>
        <source>GC of %1: running</source>
        <translation>GC von %1: läuft</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>datastore, running task of PBS</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n PBS task(s) running</source>
        <translation>
            <numerusform>%1: %n PBS-Task läuft</numerusform>
            <numerusform>%1: %n PBS-Tasks laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: in use by %n operation(s)</source>
        <translation>
            <numerusform>%1: in Gebrauch durch %n Operation</numerusform>
            <numerusform>%1: in Gebrauch durch %n Operationen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: idle</source>
        <translation>%1: ruht</translation>
    </message>
    <message>
        <source>%1: opening…</source>
        <translation>%1: wird geöffnet …</translation>
    </message>
    <message>
        <source>%1: reading…</source>
        <translation>%1: wird eingelesen …</translation>
    </message>
    <message>
        <source>%1: not readable</source>
        <translation>%1: nicht lesbar</translation>
    </message>
    <message>
        <source>%1, maintenance mode %2</source>
        <translation>%1, Instandhaltungsmodus %2</translation>
    </message>
    <message>
        <source>%1 is in maintenance mode until it is ended here, or the datastore is closed: %2</source>
        <comment>name of a datastore, mode</comment>
        <translation>%1 ist im Wartungsmodus, bis er hier beendet oder der Datastore geschlossen wird: %2</translation>
    </message>
    <message>
        <source>%1 is in maintenance mode, which another Espalier has set and ends: %2</source>
        <comment>name of a datastore, mode</comment>
        <translation>%1 ist im Wartungsmodus, den ein anderes Espalier gesetzt hat und beendet: %2</translation>
    </message>
</context>
<context>
    <name>espalier::PlanDifferences</name>
    <message>
        <source>"%1": the verdict is still "%2", but for another reason.</source>
        <translation>„%1“: Das Urteil ist noch „%2“, aber aus einem anderen Grund.</translation>
    </message>
    <message>
        <source>"%1": the plan says "%2", now it is "%3".</source>
        <translation>„%1“: Der Plan sagt „%2“, jetzt ist es „%3“.</translation>
    </message>
    <message numerus="yes">
        <source>"%1": there are %n snapshot(s) now, the plan says %2.</source>
        <translation>
            <numerusform>„%1“: Jetzt ist dort %n Snapshot, der Plan sagt %2.</numerusform>
            <numerusform>„%1“: Jetzt sind dort %n Snapshots, der Plan sagt %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>"%1": the newest snapshot is %2 now, the plan says %3.</source>
        <translation>„%1“: Der neueste Snapshot ist jetzt %2, der Plan sagt %3.</translation>
    </message>
    <message>
        <source>"%1" stands in the plan, and there is no such step now.</source>
        <translation>„%1“ steht im Plan, und einen solchen Schritt gibt es jetzt nicht.</translation>
    </message>
    <message>
        <source>"%1" does not stand in the plan, and would be done now.</source>
        <translation>„%1“ steht nicht im Plan und würde jetzt ausgeführt.</translation>
    </message>
</context>
<context>
    <name>espalier::PlanOpener</name>
    <message>
        <source>Open pending changes</source>
        <translation>Anstehende Änderungen öffnen</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) opened. The plan is the same as when it was saved.</source>
        <translation>
            <numerusform>%n Änderung geöffnet. Der Plan ist derselbe wie beim Speichern.</numerusform>
            <numerusform>%n Änderungen geöffnet. Der Plan ist derselbe wie beim Speichern.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PlanScript</name>
    <message>
        <source>Changes to the datastore "%1" (%2), planned with Espalier.</source>
        <translation>Änderungen am Datastore „%1“ (%2), geplant mit Espalier.</translation>
    </message>
    <message>
        <source>%1 with %2 move.</source>
        <translation>Verschoben werden: %1 mit %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>The first command that fails ends the script; what was done by then stays.</source>
        <translation>Der erste Befehl, der scheitert, beendet das Skript; was bis dahin getan ist, bleibt.</translation>
    </message>
    <message>
        <source>What is given to the script, such as --wait or --yes, is given to each command.</source>
        <translation>Was dem Skript mitgegeben wird, etwa --wait oder --yes, bekommt jeder Befehl.</translation>
    </message>
    <message>
        <source>Client and server must be Proxmox Backup 4.1.10 or newer: "proxmox-backup-client version" tells both.</source>
        <translation>Client und Server müssen Proxmox Backup 4.1.10 oder neuer sein: „proxmox-backup-client version“ nennt beide.</translation>
    </message>
    <message>
        <source>PBS_REPOSITORY names the user, the server and the datastore; where PBS_PASSWORD is set, no password is asked for.</source>
        <translation>PBS_REPOSITORY nennt Benutzer, Server und Datastore; ist PBS_PASSWORD gesetzt, wird kein Passwort erfragt.</translation>
    </message>
    <message>
        <source>Left out: %1</source>
        <translation>Ausgelassen: %1</translation>
    </message>
    <message>
        <source>By hand: PBS's client has no command for the notes of a group. Enter them in PBS's web interface:</source>
        <translation>Von Hand: Der Client von PBS hat keinen Befehl für die Notizen einer Gruppe. Tragen Sie sie in der Weboberfläche von PBS ein:</translation>
    </message>
    <message>
        <source>By hand: a group holds files that are not PBS's. PBS's own move would leave its directory behind, without an owner. Move these files away first, then:</source>
        <translation>Von Hand: In einer Gruppe liegen Dateien, die nicht von PBS sind. PBS selbst ließe beim Verschieben ihr Verzeichnis ohne Besitzer zurück. Räumen Sie diese Dateien zuerst weg, dann:</translation>
    </message>
</context>
<context>
    <name>espalier::PlanTextPage</name>
    <message>
        <source>The pending changes as a script</source>
        <translation>Die anstehenden Änderungen als Skript</translation>
    </message>
    <message>
        <source>The pending changes as JSON</source>
        <translation>Die anstehenden Änderungen als JSON</translation>
    </message>
    <message>
        <source>This datastore cannot be changed from here, but by this script: from any computer with PBS's client, or, with espalierctl, on the server itself.</source>
        <translation>Dieser Datastore kann von hier nicht geändert werden, wohl aber mit diesem Skript: von jedem Rechner mit dem Client von PBS, oder, mit espalierctl, auf dem Server selbst.</translation>
    </message>
    <message>
        <source>The text is long: only its beginning is shown. “Copy” and “Save as” take all of it.</source>
        <translation>Der Text ist lang: Nur sein Anfang ist zu sehen. „Kopieren“ und „Speichern unter“ nehmen ihn ganz.</translation>
    </message>
    <message>
        <source>Save script</source>
        <translation>Skript speichern</translation>
    </message>
    <message>
        <source>Save pending changes</source>
        <translation>Anstehende Änderungen speichern</translation>
    </message>
    <message>
        <source>Shell scripts (*.sh)</source>
        <translation>Shell-Skripte (*.sh)</translation>
    </message>
    <message>
        <source>Plans (*.json)</source>
        <translation>Pläne (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>espalier::PruneCalendar</name>
    <message>
        <source>What stays of each day</source>
        <translation>Was von jedem Tag bleibt</translation>
    </message>
</context>
<context>
    <name>espalier::PruneController</name>
    <message numerus="yes">
        <source>Prune: remove %n snapshot(s)</source>
        <translation>
            <numerusform>Prune: %n Snapshot entfernen</numerusform>
            <numerusform>Prune: %n Snapshots entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::PruneDialog</name>
    <message>
        <source>Prune preview of %1</source>
        <translation>Prune-Vorschau von %1</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen group(s) of %1.</source>
        <translation>
            <numerusform>%n ausgewählte Gruppe von %1.</numerusform>
            <numerusform>%n ausgewählte Gruppen von %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Groups of %1 in the namespace %2 and below.</source>
        <translation>Gruppen von %1 im Namespace %2 und darunter.</translation>
    </message>
    <message>
        <source>All groups of %1.</source>
        <translation>Alle Gruppen von %1.</translation>
    </message>
    <message>
        <source>these numbers</source>
        <translation>diese Zahlen</translation>
    </message>
    <message>
        <source>job %1 (disabled)</source>
        <translation>Job %1 (deaktiviert)</translation>
    </message>
    <message>
        <source>job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>that of the server</source>
        <translation>die des Servers</translation>
    </message>
    <message>
        <source>job %1, edited</source>
        <translation>Job %1, geändert</translation>
    </message>
    <message>
        <source>not read yet</source>
        <comment>a size</comment>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>all together</source>
        <comment>sum of a table</comment>
        <translation>alles zusammen</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) stay</source>
        <translation>
            <numerusform>%n Snapshot bleibt</numerusform>
            <numerusform>%n Snapshots bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) go</source>
        <translation>
            <numerusform>%n Snapshot geht</numerusform>
            <numerusform>%n Snapshots gehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them protected</source>
        <translation>
            <numerusform>%n davon ist geschützt</numerusform>
            <numerusform>%n davon sind geschützt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 before deduplication</source>
        <comment>a size</comment>
        <translation>%1 vor der Deduplizierung</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) of the saved job are not covered</source>
        <translation>
            <numerusform>%n Gruppe des gespeicherten Jobs ist nicht erfasst</numerusform>
            <numerusform>%n Gruppen des gespeicherten Jobs sind nicht erfasst</numerusform>
        </translation>
    </message>
    <message>
        <source>The time zone of the server is not known. No verdict here depends on it.</source>
        <translation>Die Zeitzone des Servers ist nicht bekannt. Keine Bewertung hier hängt von ihr ab.</translation>
    </message>
    <message numerus="yes">
        <source>The time zone of the server is not known. Whether %n snapshot(s) stay or go depends on it: choose it here.</source>
        <translation>
            <numerusform>Die Zeitzone des Servers ist nicht bekannt. Ob %n Snapshot bleibt oder geht, hängt von ihr ab: Wählen Sie sie hier.</numerusform>
            <numerusform>Die Zeitzone des Servers ist nicht bekannt. Ob %n Snapshots bleiben oder gehen, hängt von ihr ab: Wählen Sie sie hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1: what is left if backups go on as they did and the prune runs every day</source>
        <translation>%1: was übrig ist, wenn Backups weitergehen wie bisher und der Prune täglich läuft</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Stage the removal of %n snapshot(s)</source>
        <translation>
            <numerusform>Entfernen von %n Snapshot vor&amp;merken</numerusform>
            <numerusform>Entfernen von %n Snapshots vor&amp;merken</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to remove.</source>
        <translation>Es gibt nichts zu entfernen.</translation>
    </message>
    <message>
        <source>They become a pending change; nothing is removed before it is applied.</source>
        <translation>Sie werden eine anstehende Änderung; nichts wird entfernt, bevor sie ausgeführt wird.</translation>
    </message>
    <message>
        <source>Choose the time zone of the server first.</source>
        <translation>Wählen Sie zuerst die Zeitzone des Servers.</translation>
    </message>
    <message>
        <source>own job %1, edited</source>
        <translation>eigener Job %1, geändert</translation>
    </message>
    <message>
        <source>own job %1 (disabled)</source>
        <translation>eigener Job %1 (deaktiviert)</translation>
    </message>
    <message>
        <source>own job %1</source>
        <translation>eigener Job %1</translation>
    </message>
    <message>
        <source>Sa&amp;ve the job…</source>
        <translation>Job s&amp;peichern…</translation>
    </message>
    <message>
        <source>Sa&amp;ve as a job…</source>
        <translation>Als Job s&amp;peichern…</translation>
    </message>
    <message>
        <source>Asks for a schedule and the rest, and saves the rules as a prune job</source>
        <translation>Fragt nach Zeitplan und allem Übrigen und speichert die Regeln als Prune-Job</translation>
    </message>
    <message>
        <source>A job works on whole namespaces; here only a part of what it would cover is shown.</source>
        <translation>Ein Job arbeitet an ganzen Namespaces; hier ist nur ein Teil dessen zu sehen, was er erfassen würde.</translation>
    </message>
</context>
<context>
    <name>espalier::PruneJobController</name>
    <message>
        <source>Its rules are forgotten; no backup is touched.</source>
        <translation>Seine Regeln werden vergessen; keine Sicherung wird angefasst.</translation>
    </message>
    <message>
        <source>Remove the job</source>
        <translation>Job entfernen</translation>
    </message>
    <message>
        <source>Change a job of the server</source>
        <translation>Job des Servers ändern</translation>
    </message>
    <message>
        <source>Change the prune job "%1" of the server?</source>
        <translation>Den Prune-Job „%1“ des Servers ändern?</translation>
    </message>
    <message>
        <source>Change the job</source>
        <translation>Job ändern</translation>
    </message>
    <message>
        <source>Change the prune job %1</source>
        <translation>Prune-Job %1 ändern</translation>
    </message>
    <message>
        <source>Export prune jobs</source>
        <translation>Prune-Jobs exportieren</translation>
    </message>
    <message>
        <source>"%1" could not be written: %2</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Run a job</source>
        <translation>Job ausführen</translation>
    </message>
    <message>
        <source>Run the %1 now?</source>
        <comment>a job</comment>
        <translation>Jetzt ausführen: %1?</translation>
    </message>
    <message>
        <source>It removes no more than was approved: %1. Make sure that no other server uses its directories.</source>
        <translation>Er entfernt nicht mehr, als genehmigt ist: %1. Stellen Sie sicher, dass kein anderer Server seine Verzeichnisse benutzt.</translation>
    </message>
    <message>
        <source>Run the job</source>
        <translation>Job ausführen</translation>
    </message>
    <message>
        <source>Remove a job</source>
        <translation>Job entfernen</translation>
    </message>
    <message>
        <source>Remove the %1?</source>
        <comment>a job</comment>
        <translation>Entfernen: %1?</translation>
    </message>
    <message>
        <source>Export sync jobs</source>
        <translation>Sync-Jobs exportieren</translation>
    </message>
</context>
<context>
    <name>espalier::PruneJobEditor</name>
    <message>
        <source>New prune job</source>
        <translation>Neuer Prune-Job</translation>
    </message>
    <message>
        <source>Prune job %1</source>
        <translation>Prune-Job %1</translation>
    </message>
    <message>
        <source>Prune job %1 of the server</source>
        <translation>Prune-Job %1 des Servers</translation>
    </message>
    <message>
        <source>Runs that nobody watches remove nothing until somebody has looked at the preview of these rules and saves the job from it.</source>
        <translation>Unbeaufsichtigte Läufe entfernen nichts, bis jemand die Vorschau dieser Regeln angesehen hat und den Job von dort speichert.</translation>
    </message>
    <message numerus="yes">
        <source>The preview names %n snapshot(s) that go now.</source>
        <translation>
            <numerusform>Die Vorschau nennt %n Snapshot, der jetzt wegfällt.</numerusform>
            <numerusform>Die Vorschau nennt %n Snapshots, die jetzt wegfallen.</numerusform>
        </translation>
    </message>
    <message>
        <source>As it was approved.</source>
        <translation>Wie es erlaubt wurde.</translation>
    </message>
    <message>
        <source>It never comes due.</source>
        <translation>Er wird nie fällig.</translation>
    </message>
    <message>
        <source>Next runs: %1</source>
        <translation>Nächste Läufe: %1</translation>
    </message>
    <message>
        <source>In UTC, as the time zone of the server is not known.</source>
        <translation>In UTC, da die Zeitzone des Servers nicht bekannt ist.</translation>
    </message>
</context>
<context>
    <name>espalier::PruneJobWords</name>
    <message>
        <source>Prune job %1: %2</source>
        <extracomment>%1 its name, %2 "Keeps the last 3 snapshots."</extracomment>
        <translation>Prune-Job %1: %2</translation>
    </message>
    <message>
        <source>Several prune jobs work on this group: only what all of them keep stays.</source>
        <translation>Mehrere Prune-Jobs arbeiten an dieser Gruppe: Nur was alle behalten, bleibt.</translation>
    </message>
</context>
<context>
    <name>espalier::PruneListModel</name>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>espalier::PruneMatrix</name>
    <message>
        <source>What is kept of each group, over time</source>
        <translation>Was von jeder Gruppe bleibt, über die Zeit</translation>
    </message>
    <message>
        <source>stay</source>
        <comment>column of numbers: snapshots that stay</comment>
        <translation>bleiben</translation>
    </message>
    <message>
        <source>go</source>
        <comment>column of numbers: snapshots that are removed</comment>
        <translation>gehen</translation>
    </message>
    <message>
        <source>There is no difference to the saved job</source>
        <translation>Es gibt keinen Unterschied zum gespeicherten Job</translation>
    </message>
    <message>
        <source>There are no snapshots here</source>
        <translation>Hier gibt es keine Snapshots</translation>
    </message>
</context>
<context>
    <name>espalier::PruneWords</name>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>%1 date and time, %2 what becomes of a snapshot, %3 why</extracomment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>(other than by the saved job)</source>
        <translation>(anders als beim gespeicherten Job)</translation>
    </message>
    <message>
        <source>(depends on the time zone)</source>
        <translation>(hängt von der Zeitzone ab)</translation>
    </message>
    <message>
        <source>Namespace %1</source>
        <translation>Namespace %1</translation>
    </message>
    <message>
        <source>%1 in %2, %3</source>
        <extracomment>%1 a group, %2 a namespace, %3 a period of time such as "2026-W10"</extracomment>
        <translation>%1 in %2, %3</translation>
    </message>
    <message>
        <source>no backup</source>
        <translation>kein Backup</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und ein weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>(expected)</source>
        <comment>a backup</comment>
        <translation>(erwartet)</translation>
    </message>
    <message>
        <source>only the saved job works on this group</source>
        <translation>nur der gespeicherte Job erfasst diese Gruppe</translation>
    </message>
</context>
<context>
    <name>espalier::RecoveryDialog</name>
    <message>
        <source>done</source>
        <comment>a step</comment>
        <translation>getan</translation>
    </message>
    <message>
        <source>partly done</source>
        <comment>a step</comment>
        <translation>teilweise getan</translation>
    </message>
    <message>
        <source>not done</source>
        <comment>a step</comment>
        <translation>nicht getan</translation>
    </message>
    <message>
        <source>changed since</source>
        <comment>a step</comment>
        <translation>seither geändert</translation>
    </message>
    <message>
        <source>The run %1 in %2 did not come to its end. This is what the disk shows now:</source>
        <translation>Der Lauf %1 in %2 kam nicht zu Ende. Das zeigt der Datenträger jetzt:</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) were changed by something else since. They are left as they are.</source>
        <translation>
            <numerusform>%n Schritt wurde seither durch etwas anderes geändert. Er bleibt, wie er ist.</numerusform>
            <numerusform>%n Schritte wurden seither durch etwas anderes geändert. Sie bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) are left to do.</source>
        <translation>
            <numerusform>%n Schritt ist noch zu tun.</numerusform>
            <numerusform>%n Schritte sind noch zu tun.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is done; only the journal does not say so.</source>
        <translation>Alles ist getan; nur das Journal sagt es nicht.</translation>
    </message>
</context>
<context>
    <name>espalier::RemovalDialog</name>
    <message>
        <source>Remove Backups</source>
        <translation>Backups entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <comment>of which</comment>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are removed from %3 for good. There is no undo.</source>
        <translation>%1 aus %2 werden endgültig aus %3 entfernt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>What is removed</source>
        <translation>Was entfernt wird</translation>
    </message>
    <message>
        <source>Space comes back with garbage collection only, and only where no other snapshot has the same data.</source>
        <translation>Platz wird erst durch die Garbage Collection frei, und nur wo kein anderer Snapshot dieselben Daten hat.</translation>
    </message>
    <message>
        <source>Logical size: %1.</source>
        <translation>Logische Größe: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) lose their last snapshot.</source>
        <translation>
            <numerusform>%n Gruppe verliert ihren letzten Snapshot.</numerusform>
            <numerusform>%n Gruppen verlieren ihren letzten Snapshot.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type the &amp;number of snapshots that are to go:</source>
        <translation>Geben Sie die &amp;Zahl der Snapshots ein, die weg sollen:</translation>
    </message>
    <message>
        <source>The group goes away with its last snapshot.</source>
        <translation>Die Gruppe verschwindet mit ihrem letzten Snapshot.</translation>
    </message>
</context>
<context>
    <name>espalier::RetentionWords</name>
    <message numerus="yes">
        <source>the last %n snapshot(s)</source>
        <translation>
            <numerusform>den letzten Snapshot</numerusform>
            <numerusform>die letzten %n Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one an hour for %n hour(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Stunde für %n Stunde, in der es einen gibt</numerusform>
            <numerusform>einen pro Stunde für %n Stunden, in denen es einen gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a day for %n day(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Tag für %n Tag, an dem es einen gibt</numerusform>
            <numerusform>einen pro Tag für %n Tage, an denen es einen gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a week for %n week(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Woche für %n Woche, in der es einen gibt</numerusform>
            <numerusform>einen pro Woche für %n Wochen, in denen es einen gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a month for %n month(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Monat für %n Monat, in dem es einen gibt</numerusform>
            <numerusform>einen pro Monat für %n Monate, in denen es einen gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a year for %n year(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Jahr für %n Jahr, in dem es einen gibt</numerusform>
            <numerusform>einen pro Jahr für %n Jahre, in denen es einen gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one an hour for %n more hour(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Stunde für %n weitere Stunde, in der es einen gibt</numerusform>
            <numerusform>einen pro Stunde für %n weitere Stunden, in denen es einen gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a day for %n more day(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Tag für %n weiteren Tag, an dem es einen gibt</numerusform>
            <numerusform>einen pro Tag für %n weitere Tage, an denen es einen gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a week for %n more week(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Woche für %n weitere Woche, in der es einen gibt</numerusform>
            <numerusform>einen pro Woche für %n weitere Wochen, in denen es einen gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a month for %n more month(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Monat für %n weiteren Monat, in dem es einen gibt</numerusform>
            <numerusform>einen pro Monat für %n weitere Monate, in denen es einen gibt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>one a year for %n more year(s) that have a snapshot</source>
        <translation>
            <numerusform>einen pro Jahr für %n weiteres Jahr, in dem es einen gibt</numerusform>
            <numerusform>einen pro Jahr für %n weitere Jahre, in denen es einen gibt</numerusform>
        </translation>
    </message>
    <message>
        <source>all finished snapshots</source>
        <translation>alle fertigen Snapshots</translation>
    </message>
    <message>
        <source>one an hour</source>
        <translation>einen pro Stunde</translation>
    </message>
    <message>
        <source>one a day</source>
        <translation>einen pro Tag</translation>
    </message>
    <message>
        <source>one a week</source>
        <translation>einen pro Woche</translation>
    </message>
    <message>
        <source>one a month</source>
        <translation>einen pro Monat</translation>
    </message>
    <message>
        <source>one a year</source>
        <translation>einen pro Jahr</translation>
    </message>
    <message>
        <source>Keeps everything.</source>
        <translation>Behält alles.</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <extracomment>joins two parts of a sentence such as "Keeps the last 3 snapshots, then one a day for 7 more days that have a snapshot."</extracomment>
        <translation>%1, dann %2</translation>
    </message>
    <message>
        <source>Keeps %1.</source>
        <translation>Behält %1.</translation>
    </message>
    <message>
        <source>keep</source>
        <comment>what a prune does with a snapshot</comment>
        <translation>behalten</translation>
    </message>
    <message>
        <source>keep, unfinished</source>
        <comment>what a prune does with a snapshot</comment>
        <translation>behalten, unfertig</translation>
    </message>
    <message>
        <source>protected</source>
        <comment>what a prune does with a snapshot</comment>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>remove</source>
        <comment>what a prune does with a snapshot</comment>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>last</source>
        <comment>which snapshots a rule keeps</comment>
        <translation>letzte</translation>
    </message>
    <message>
        <source>hourly</source>
        <comment>which snapshots a rule keeps</comment>
        <translation>stündlich</translation>
    </message>
    <message>
        <source>daily</source>
        <comment>which snapshots a rule keeps</comment>
        <translation>täglich</translation>
    </message>
    <message>
        <source>weekly</source>
        <comment>which snapshots a rule keeps</comment>
        <translation>wöchentlich</translation>
    </message>
    <message>
        <source>monthly</source>
        <comment>which snapshots a rule keeps</comment>
        <translation>monatlich</translation>
    </message>
    <message>
        <source>yearly</source>
        <comment>which snapshots a rule keeps</comment>
        <translation>jährlich</translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <extracomment>%1 is "daily", "weekly", …: the third of seven that this rule keeps</extracomment>
        <translation>%1 %2 von %3</translation>
    </message>
    <message>
        <source>a newer one of %1 is kept</source>
        <translation>ein neuerer von %1 bleibt</translation>
    </message>
    <message>
        <source>no rule is set</source>
        <translation>keine Regel ist gesetzt</translation>
    </message>
    <message>
        <source>the newest: it may be a backup that runs</source>
        <translation>der neueste: vielleicht eine laufende Sicherung</translation>
    </message>
    <message>
        <source>protected by hand</source>
        <translation>von Hand geschützt</translation>
    </message>
    <message>
        <source>no rule keeps it</source>
        <translation>keine Regel behält ihn</translation>
    </message>
    <message>
        <source>unfinished, and not the newest</source>
        <translation>unfertig, und nicht der neueste</translation>
    </message>
</context>
<context>
    <name>espalier::RunController</name>
    <message>
        <source>Is a server using this datastore?</source>
        <translation>Verwendet ein Server diesen Datastore?</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>reason, advice</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The datastore was closed; its history tells what was done.</source>
        <translation>Der Datastore wurde geschlossen; sein Verlauf sagt, was getan wurde.</translation>
    </message>
    <message numerus="yes">
        <source>Undo: bring back %n group(s)</source>
        <translation>
            <numerusform>Rückgängig: %n Gruppe zurückbringen</numerusform>
            <numerusform>Rückgängig: %n Gruppen zurückbringen</numerusform>
        </translation>
    </message>
    <message>
        <source>Check everything in %1</source>
        <translation>Alles in %1 prüfen</translation>
    </message>
    <message>
        <source>The datastore was closed.</source>
        <translation>Der Datastore wurde geschlossen.</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>Finish the run</source>
        <translation>Lauf fertigstellen</translation>
    </message>
    <message>
        <source>Finish the run %1 in %2</source>
        <translation>Den Lauf %1 in %2 fertigstellen</translation>
    </message>
    <message>
        <source>Something else is being done in %1. Wait until it has ended.</source>
        <translation>In %1 ist gerade etwas anderes im Gange. Warten Sie, bis es beendet ist.</translation>
    </message>
</context>
<context>
    <name>espalier::RunWords</name>
    <message numerus="yes">
        <source>Undone: %n group(s) are back.</source>
        <translation>
            <numerusform>Rückgängig gemacht: %n Gruppe ist zurück.</numerusform>
            <numerusform>Rückgängig gemacht: %n Gruppen sind zurück.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Moved %n group(s).</source>
        <translation>
            <numerusform>%n Gruppe wurde verschoben.</numerusform>
            <numerusform>%n Gruppen wurden verschoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message numerus="yes">
        <source>Created %n namespace(s).</source>
        <translation>
            <numerusform>%n Namespace wurde angelegt.</numerusform>
            <numerusform>%n Namespaces wurden angelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>It was stopped; what was not reached is as it was.</source>
        <translation>Es wurde angehalten; was nicht erreicht wurde, ist, wie es war.</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <comment>reason</comment>
        <translation>Nichts wurde geändert. %1</translation>
    </message>
    <message>
        <source>Only part of it was done: %1 %2</source>
        <comment>what was done, reason</comment>
        <translation>Nur ein Teil wurde getan: %1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Create %n namespace(s) in %1</source>
        <translation>
            <numerusform>%n Namespace in %1 anlegen</numerusform>
            <numerusform>%n Namespaces in %1 anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s) in %1</source>
        <translation>
            <numerusform>%n Gruppe in %1 verschieben</numerusform>
            <numerusform>%n Gruppen in %1 verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s) in %1 to the root</source>
        <translation>
            <numerusform>%n Gruppe in %1 in die Wurzel verschieben</numerusform>
            <numerusform>%n Gruppen in %1 in die Wurzel verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s) in %1 to %2</source>
        <translation>
            <numerusform>%n Gruppe in %1 nach %2 verschieben</numerusform>
            <numerusform>%n Gruppen in %1 nach %2 verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo in %1: bring back %n group(s)</source>
        <translation>
            <numerusform>In %1 rückgängig machen: %n Gruppe zurückbringen</numerusform>
            <numerusform>In %1 rückgängig machen: %n Gruppen zurückbringen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo in %1</source>
        <translation>In %1 rückgängig machen</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>getan: %1</translation>
    </message>
    <message>
        <source>not reached: %1</source>
        <translation>nicht erreicht: %1</translation>
    </message>
    <message>
        <source>failed: %1. %2</source>
        <translation>gescheitert: %1. %2</translation>
    </message>
    <message>
        <source>undone</source>
        <comment>state of a run</comment>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>interrupted</source>
        <comment>state of a run</comment>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>complete</source>
        <comment>state of a run</comment>
        <translation>vollständig</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s)</source>
        <comment>state of a run</comment>
        <translation>
            <numerusform>%1 von %n Schritt</numerusform>
            <numerusform>%1 von %n Schritten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done: %n change(s).</source>
        <translation>
            <numerusform>%n Änderung getan.</numerusform>
            <numerusform>%n Änderungen getan.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in %1</source>
        <translation>
            <numerusform>%n Änderung in %1</numerusform>
            <numerusform>%n Änderungen in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>done: %1. %2</source>
        <translation>getan: %1. %2</translation>
    </message>
    <message>
        <source>under way</source>
        <comment>state of a run</comment>
        <translation>im Gange</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n snapshot(s).</source>
        <translation>
            <numerusform>%n Snapshot wurde entfernt.</numerusform>
            <numerusform>%n Snapshots wurden entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>two sentences</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s) from %1</source>
        <translation>
            <numerusform>%n Snapshot aus %1 entfernen</numerusform>
            <numerusform>%n Snapshots aus %1 entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>How far it came is not known. %1</source>
        <comment>reason</comment>
        <translation>Wie weit es kam, ist nicht bekannt. %1</translation>
    </message>
</context>
<context>
    <name>espalier::SimulationWords</name>
    <message numerus="yes">
        <source>These are more than %n backup(s); they reach %1. Choose an earlier end or fewer times.</source>
        <translation>
            <numerusform>Das ist mehr als %n Backup; erreicht wird %1. Wählen Sie ein früheres Ende oder weniger Zeiten.</numerusform>
            <numerusform>Das sind mehr als %n Backups; erreicht wird %1. Wählen Sie ein früheres Ende oder weniger Zeiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>"%1" is not a time. Write it like "2026-11-01", "2026-11-01 02:00" or "2026-11-01T02:00:00Z".</source>
        <translation>„%1“ ist keine Zeit. Schreiben Sie sie wie „2026-11-01“, „2026-11-01 02:00“ oder „2026-11-01T02:00:00Z“.</translation>
    </message>
</context>
<context>
    <name>espalier::SimulatorDialog</name>
    <message numerus="yes">
        <source>%n backup(s) stay</source>
        <translation>
            <numerusform>%n Backup bleibt</numerusform>
            <numerusform>%n Backups bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) go</source>
        <translation>
            <numerusform>%n Backup geht</numerusform>
            <numerusform>%n Backups gehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SnapshotPage</name>
    <message>
        <source>%1, key %2</source>
        <extracomment>%1 "encrypted", %2 the fingerprint of a key</extracomment>
        <translation>%1, Schlüssel %2</translation>
    </message>
    <message>
        <source>The manifest names it, but it is not there.</source>
        <translation>Das Manifest nennt sie, aber sie ist nicht da.</translation>
    </message>
    <message>
        <source>The manifest does not name it.</source>
        <translation>Das Manifest nennt sie nicht.</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>%1 "vm/100", %2 a date</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>It has no manifest: a backup is running or was interrupted.</source>
        <translation>Er hat kein Manifest: Ein Backup läuft oder wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>No notes</source>
        <translation>Keine Notizen</translation>
    </message>
    <message>
        <source>There is no manifest.</source>
        <translation>Es gibt kein Manifest.</translation>
    </message>
    <message>
        <source>The manifest is long: only its beginning is shown.</source>
        <translation>Das Manifest ist lang: Nur sein Anfang wird gezeigt.</translation>
    </message>
</context>
<context>
    <name>espalier::SshQuestionDialog</name>
    <message>
        <source>Unknown host</source>
        <translation>Unbekannter Host</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Compare the fingerprint with the one that the host's administrator gives you. Whoever answers under another one is not that host.</source>
        <translation>Vergleichen Sie den Fingerabdruck mit dem, den der Administrator des Hosts Ihnen nennt. Wer unter einem anderen antwortet, ist nicht dieser Host.</translation>
    </message>
    <message>
        <source>That was not right. Try again.</source>
        <translation>Das war nicht richtig. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>&amp;Remember in the key ring</source>
        <translation>Im Schlüsselbund &amp;merken</translation>
    </message>
    <message>
        <source>Log in</source>
        <comment>button</comment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>This is the right host</source>
        <translation>Das ist der richtige Host</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
</context>
<context>
    <name>espalier::StepText</name>
    <message>
        <source>Create the namespace %1</source>
        <translation>Den Namespace %1 anlegen</translation>
    </message>
    <message>
        <source>Remove the empty directory %1</source>
        <translation>Das leere Verzeichnis %1 entfernen</translation>
    </message>
    <message>
        <source>Move %1 from the root to %2</source>
        <translation>%1 aus der Wurzel nach %2 verschieben</translation>
    </message>
    <message>
        <source>Move %1 from %2 to the root</source>
        <translation>%1 aus %2 in die Wurzel verschieben</translation>
    </message>
    <message>
        <source>Move %1 from %2 to %3</source>
        <translation>%1 aus %2 nach %3 verschieben</translation>
    </message>
    <message numerus="yes">
        <source>Move %n snapshot(s) of %1 from the root to %2</source>
        <translation>
            <numerusform>%n Snapshot von %1 aus der Wurzel nach %2 verschieben</numerusform>
            <numerusform>%n Snapshots von %1 aus der Wurzel nach %2 verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n snapshot(s) of %1 from %2 to the root</source>
        <translation>
            <numerusform>%n Snapshot von %1 aus %2 in die Wurzel verschieben</numerusform>
            <numerusform>%n Snapshots von %1 aus %2 in die Wurzel verschieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n snapshot(s) of %1 from %2 to %3</source>
        <translation>
            <numerusform>%n Snapshot von %1 aus %2 nach %3 verschieben</numerusform>
            <numerusform>%n Snapshots von %1 aus %2 nach %3 verschieben</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the empty namespace %1</source>
        <translation>Den leeren Namespace %1 löschen</translation>
    </message>
    <message>
        <source>Make the directory %1 again</source>
        <translation>Das Verzeichnis %1 wieder anlegen</translation>
    </message>
    <message>
        <source>Merge %1 into %2</source>
        <translation>%1 mit %2 zusammenführen</translation>
    </message>
    <message>
        <source>Rename the namespace %1 to %2</source>
        <translation>Den Namespace %1 in %2 umbenennen</translation>
    </message>
    <message>
        <source>Move the namespace %1 to %2</source>
        <translation>Den Namespace %1 nach %2 verschieben</translation>
    </message>
    <message>
        <source>Copy the namespaces of %1, empty, to %2</source>
        <translation>Die Namespaces von %1, leer, nach %2 kopieren</translation>
    </message>
    <message>
        <source>Change the owner of %1 to %2</source>
        <translation>Den Besitzer von %1 auf %2 ändern</translation>
    </message>
    <message>
        <source>Remove the notes of %1</source>
        <translation>Die Notizen von %1 entfernen</translation>
    </message>
    <message>
        <source>Change the notes of %1</source>
        <translation>Die Notizen von %1 ändern</translation>
    </message>
    <message>
        <source>Protect the snapshot %1</source>
        <translation>Den Snapshot %1 schützen</translation>
    </message>
    <message>
        <source>Remove the protection of the snapshot %1</source>
        <translation>Den Schutz des Snapshots %1 aufheben</translation>
    </message>
    <message>
        <source>Add the access rule %1</source>
        <translation>Die Zugriffsregel %1 hinzufügen</translation>
    </message>
    <message>
        <source>Remove the access rule %1</source>
        <translation>Die Zugriffsregel %1 entfernen</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <comment>a property of a job, its old and its new value</comment>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>Change the job %1: %2</source>
        <translation>Den Job %1 ändern: %2</translation>
    </message>
    <message>
        <source>Remove the group %1</source>
        <translation>Die Gruppe %1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove the group %1 with %n snapshot(s)</source>
        <translation>
            <numerusform>Die Gruppe %1 mit %n Snapshot entfernen</numerusform>
            <numerusform>Die Gruppe %1 mit %n Snapshots entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the namespace %1 with all groups in it</source>
        <translation>Den Namespace %1 mit allen Gruppen darin löschen</translation>
    </message>
    <message>
        <source>Remove the snapshot %1</source>
        <translation>Den Snapshot %1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s) of %1</source>
        <translation>
            <numerusform>%n Snapshot von %1 entfernen</numerusform>
            <numerusform>%n Snapshots von %1 entfernen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::StoreMoveDialog</name>
    <message>
        <source>Move to another datastore</source>
        <translation>In einen anderen Datastore verschieben</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <comment>that are copied</comment>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>From %1 to %2: copies %3, at most %4. Then each file is compared with its copy, and each chunk is read back.</source>
        <translation>Von %1 nach %2: kopiert %3, höchstens %4. Dann wird jede Datei mit ihrer Kopie verglichen und jeder Chunk zurückgelesen.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing is moved as long as something is refused: %n refusal(s).</source>
        <translation>
            <numerusform>Nichts wird verschoben, solange etwas abgelehnt ist: %n Ablehnung.</numerusform>
            <numerusform>Nichts wird verschoben, solange etwas abgelehnt ist: %n Ablehnungen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Removed at the source</source>
        <translation>An der Quelle entfernt</translation>
    </message>
    <message>
        <source>Of these protected</source>
        <translation>Davon geschützt</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Ältester</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neuester</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>What is moved</source>
        <translation>Was verschoben wird</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <comment>that are removed</comment>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <comment>of which</comment>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 are removed from %3, each only if it is the same as its copy by then. Until then %3 is untouched, and it can be stopped. To undo it, move it back.</source>
        <translation>%1 von %2 gehen aus %3, jeder nur, wenn er dann wie seine Kopie ist. Bis dahin bleibt %3 unberührt, und es kann angehalten werden. Rückgängig geht es durch Zurückverschieben.</translation>
    </message>
    <message>
        <source>Type the &amp;number of snapshots that are to go:</source>
        <translation>Geben Sie die &amp;Zahl der Snapshots ein, die gehen sollen:</translation>
    </message>
    <message numerus="yes">
        <source>Move %n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot verschieben</numerusform>
            <numerusform>%n Snapshots verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::StoreMoveTask</name>
    <message>
        <source>reading both datastores</source>
        <translation>liest beide Datastores</translation>
    </message>
    <message>
        <source>waiting for an answer: what is moved?</source>
        <translation>wartet auf eine Antwort: Was wird verschoben?</translation>
    </message>
    <message>
        <source>Nothing was moved.</source>
        <translation>Nichts wurde verschoben.</translation>
    </message>
    <message>
        <source>%1 of %2 groups</source>
        <comment>how many of them are done</comment>
        <translation>%1 von %2 Gruppen</translation>
    </message>
    <message>
        <source>copies: %1, %2</source>
        <comment>groups, bytes</comment>
        <translation>kopiert: %1, %2</translation>
    </message>
    <message>
        <source>compares: %1, %2 read back</source>
        <comment>groups, bytes</comment>
        <translation>vergleicht: %1, %2 zurückgelesen</translation>
    </message>
    <message>
        <source>removes at the source</source>
        <translation>entfernt an der Quelle</translation>
    </message>
    <message>
        <source>waits for a garbage collection</source>
        <translation>wartet auf eine Garbage Collection</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n snapshot(s), each compared with its copy.</source>
        <translation>
            <numerusform>%n Snapshot verschoben, mit seiner Kopie verglichen.</numerusform>
            <numerusform>%n Snapshots verschoben, jeder mit seiner Kopie verglichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was removed at the source.</source>
        <translation>An der Quelle wurde nichts entfernt.</translation>
    </message>
    <message>
        <source>It was stopped; move again to go on.</source>
        <translation>Es wurde angehalten; verschieben Sie noch einmal, um fortzufahren.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): see the log.</source>
        <translation>
            <numerusform>%n Problem: siehe Protokoll.</numerusform>
            <numerusform>%n Probleme: siehe Protokoll.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SyncController</name>
    <message>
        <source>Something else is being done in %1. Wait until it has ended.</source>
        <translation>In %1 ist gerade etwas anderes im Gange. Warten Sie, bis es beendet ist.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Sync %1 of %2 into %3 of %4</source>
        <comment>namespace, datastore, namespace, datastore</comment>
        <translation>Sync von %1 in %2 nach %3 in %4</translation>
    </message>
    <message numerus="yes">
        <source>Copy, and remove %n snapshot(s)</source>
        <translation>
            <numerusform>Kopieren und %n Snapshot entfernen</numerusform>
            <numerusform>Kopieren und %n Snapshots entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Move from %1 to %2</source>
        <comment>two datastores</comment>
        <translation>Von %1 nach %2 verschieben</translation>
    </message>
</context>
<context>
    <name>espalier::SyncCopyWords</name>
    <message>
        <source>One sync copies a single namespace, or groups of a single namespace.</source>
        <translation>Ein Sync kopiert einen einzigen Namespace, oder Gruppen eines einzigen Namespace.</translation>
    </message>
    <message>
        <source>The namespace is only pending; apply the changes first.</source>
        <translation>Der Namespace ist nur vorgemerkt; wenden Sie zuerst die Änderungen an.</translation>
    </message>
</context>
<context>
    <name>espalier::SyncDialog</name>
    <message>
        <source>Sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>Sync from %1 into %2</source>
        <translation>Sync von %1 nach %2</translation>
    </message>
    <message>
        <source>This is what “Remove vanished” removes at the target. It can be chosen now, under Options.</source>
        <translation>Das ist, was „Verschwundenes entfernen“ am Ziel entfernt. Es lässt sich jetzt unter „Optionen“ wählen.</translation>
    </message>
    <message>
        <source>The source has everything that is at the target: nothing would be removed now.</source>
        <translation>Die Quelle hat alles, was am Ziel ist: Jetzt würde nichts entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Reading the manifests of both datastores … %n snapshot(s)</source>
        <translation>
            <numerusform>Die Manifeste beider Datastores werden gelesen … %n Snapshot</numerusform>
            <numerusform>Die Manifeste beider Datastores werden gelesen … %n Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>What it would do is being worked out.</source>
        <translation>Was er täte, wird gerade ermittelt.</translation>
    </message>
    <message>
        <source>There is nothing to do.</source>
        <translation>Es gibt nichts zu tun.</translation>
    </message>
    <message>
        <source>R&amp;un now</source>
        <translation>Jetzt aus&amp;führen</translation>
    </message>
    <message>
        <source>Reads both datastores again and copies; it can be stopped at any time</source>
        <translation>Liest beide Datastores noch einmal und kopiert; lässt sich jederzeit anhalten</translation>
    </message>
    <message>
        <source>&amp;Save the job</source>
        <translation>Job &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Save as job</source>
        <translation>Als Job &amp;speichern</translation>
    </message>
    <message>
        <source>Saves it as a sync job of your own, as the page “Job” says</source>
        <translation>Speichert ihn als eigenen Sync-Job, wie es die Seite „Job“ sagt</translation>
    </message>
    <message>
        <source>%1 Until then the job can only be saved disabled.</source>
        <translation>%1 Bis dahin lässt sich der Job nur deaktiviert speichern.</translation>
    </message>
    <message>
        <source>Moves what was dropped: copies it, compares it, and removes it at the source. Shows first what that is.</source>
        <translation>Verschiebt, was abgelegt wurde: kopiert es, vergleicht es und entfernt es an der Quelle. Zeigt vorher, was das ist.</translation>
    </message>
</context>
<context>
    <name>espalier::SyncEnd</name>
    <message>
        <source>%1 has not been read.</source>
        <translation>%1 ist nicht gelesen.</translation>
    </message>
</context>
<context>
    <name>espalier::SyncGroupModel</name>
    <message>
        <source>yes</source>
        <comment>a group is taken</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <comment>a group is taken</comment>
        <translation>nein</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Genommen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>espalier::SyncJobPage</name>
    <message>
        <source>It only runs when somebody starts it.</source>
        <translation>Er läuft nur, wenn ihn jemand startet.</translation>
    </message>
    <message>
        <source>In UTC, as the time zone of the server is not known.</source>
        <translation>In UTC, da die Zeitzone des Servers nicht bekannt ist.</translation>
    </message>
    <message>
        <source>Next runs: %1</source>
        <translation>Nächste Läufe: %1</translation>
    </message>
    <message>
        <source>a new job</source>
        <translation>ein neuer Job</translation>
    </message>
</context>
<context>
    <name>espalier::SyncListModel</name>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>espalier::SyncOptionsPage</name>
    <message numerus="yes">
        <source>&amp;Remove vanished: %n snapshot(s), as the list says</source>
        <translation>
            <numerusform>&amp;Verschwundenes entfernen: %n Snapshot, wie in der Liste</numerusform>
            <numerusform>&amp;Verschwundenes entfernen: %n Snapshots, wie in der Liste</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Remove vanished (look at the list first)</source>
        <translation>&amp;Verschwundenes entfernen (erst die Liste ansehen)</translation>
    </message>
    <message>
        <source>Removes at the target what the source has no more, for good</source>
        <translation>Entfernt am Ziel endgültig, was die Quelle nicht mehr hat</translation>
    </message>
    <message>
        <source>It can be chosen as soon as you have seen what it removes.</source>
        <translation>Es lässt sich wählen, sobald Sie gesehen haben, was es entfernt.</translation>
    </message>
    <message>
        <source>What would be removed is not known yet.</source>
        <translation>Was entfernt würde, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>As it was approved when the job was saved.</source>
        <translation>Wie es beim Speichern des Jobs genehmigt wurde.</translation>
    </message>
    <message numerus="yes">
        <source>Now it would remove %n snapshot(s) at the target.</source>
        <translation>
            <numerusform>Jetzt würde es am Ziel %n Snapshot entfernen.</numerusform>
            <numerusform>Jetzt würde es am Ziel %n Snapshots entfernen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list has changed since you saw it: look again.</source>
        <translation>Die Liste hat sich geändert, seit Sie sie gesehen haben: Sehen Sie noch einmal hin.</translation>
    </message>
    <message>
        <source>Runs that nobody watches keep to this number.</source>
        <translation>Läufe, denen niemand zusieht, halten sich an diese Zahl.</translation>
    </message>
</context>
<context>
    <name>espalier::SyncPreviewPage</name>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Export the preview</source>
        <translation>Vorschau exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2.</source>
        <translation>„%1“ konnte nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>espalier::SyncPreviewWords</name>
    <message>
        <source>new namespace</source>
        <comment>what a sync does</comment>
        <translation>neuer Namespace</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>what a sync does</comment>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>The mapping repeats a level: %1. Perhaps you want to copy into %2.</source>
        <translation>Die Zuordnung wiederholt eine Ebene: %1. Vielleicht wollen Sie nach %2 kopieren.</translation>
    </message>
    <message>
        <source>At the target there is a namespace %1 already. Perhaps you want to copy into it.</source>
        <translation>Am Ziel gibt es schon einen Namespace %1. Vielleicht wollen Sie dorthin kopieren.</translation>
    </message>
    <message>
        <source>Groups of the namespace land in the root of the target. Perhaps you want to copy into %1.</source>
        <translation>Gruppen des Namespace landen in der Wurzel des Ziels. Vielleicht wollen Sie nach %1 kopieren.</translation>
    </message>
    <message>
        <source>will be made at the target</source>
        <translation>wird am Ziel angelegt</translation>
    </message>
    <message>
        <source>cannot be made at the target: its parent is not there</source>
        <translation>kann am Ziel nicht angelegt werden: Der übergeordnete Namespace fehlt</translation>
    </message>
    <message>
        <source>would be too deep at the target</source>
        <translation>läge am Ziel zu tief</translation>
    </message>
    <message>
        <source>left out by the depth</source>
        <translation>durch die Tiefe ausgelassen</translation>
    </message>
    <message>
        <source>is at the target already</source>
        <translation>ist am Ziel schon da</translation>
    </message>
    <message>
        <source>Copies %1 with everything below.</source>
        <translation>Kopiert %1 mit allem darunter.</translation>
    </message>
    <message>
        <source>Copies %1 alone, without the namespaces below.</source>
        <translation>Kopiert nur %1, ohne die Namespaces darunter.</translation>
    </message>
    <message numerus="yes">
        <source>Copies %1 with %n level(s) below.</source>
        <translation>
            <numerusform>Kopiert %1 mit %n Ebene darunter.</numerusform>
            <numerusform>Kopiert %1 mit %n Ebenen darunter.</numerusform>
        </translation>
    </message>
    <message>
        <source>The source has no namespace %1.</source>
        <translation>Die Quelle hat keinen Namespace %1.</translation>
    </message>
    <message numerus="yes">
        <source>Makes %n namespace(s) under %1.</source>
        <translation>
            <numerusform>Legt %n Namespace unter %1 an.</numerusform>
            <numerusform>Legt %n Namespaces unter %1 an.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The depth leaves %n namespace(s) out.</source>
        <translation>
            <numerusform>Die Tiefe lässt %n Namespace aus.</numerusform>
            <numerusform>Die Tiefe lässt %n Namespaces aus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s) would be too deep at the target.</source>
        <translation>
            <numerusform>%n Namespace läge am Ziel zu tief.</numerusform>
            <numerusform>%n Namespaces lägen am Ziel zu tief.</numerusform>
        </translation>
    </message>
    <message>
        <source>The namespace %1 is not there, and a sync makes one level at a time.</source>
        <translation>Der Namespace %1 ist nicht da, und ein Sync legt jeweils eine Ebene an.</translation>
    </message>
    <message numerus="yes">
        <source>makes %n namespace(s)</source>
        <translation>
            <numerusform>legt %n Namespace an</numerusform>
            <numerusform>legt %n Namespaces an</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>copies %n snapshot(s), %1 before deduplication</source>
        <translation>
            <numerusform>kopiert %n Snapshot, %1 vor der Deduplizierung</numerusform>
            <numerusform>kopiert %n Snapshots, %1 vor der Deduplizierung</numerusform>
        </translation>
    </message>
    <message>
        <source>copies nothing</source>
        <translation>kopiert nichts</translation>
    </message>
    <message numerus="yes">
        <source>checks %n snapshot(s) again</source>
        <translation>
            <numerusform>prüft %n Snapshot erneut</numerusform>
            <numerusform>prüft %n Snapshots erneut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>skips %n snapshot(s)</source>
        <translation>
            <numerusform>lässt %n Snapshot aus</numerusform>
            <numerusform>lässt %n Snapshots aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>refuses %n group(s)</source>
        <comment>or namespaces</comment>
        <translation>
            <numerusform>lehnt %n Gruppe ab</numerusform>
            <numerusform>lehnt %n Gruppen ab</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n protected one(s) stay: %1</source>
        <translation>
            <numerusform>%n geschützter bleibt: %1</numerusform>
            <numerusform>%n geschützte bleiben: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removes %n snapshot(s) for good</source>
        <translation>
            <numerusform>entfernt %n Snapshot endgültig</numerusform>
            <numerusform>entfernt %n Snapshots endgültig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>removes %n namespace(s) or group(s) that are empty then</source>
        <translation>
            <numerusform>entfernt %n Namespace oder Gruppe, die dann leer sind</numerusform>
            <numerusform>entfernt %n Namespaces oder Gruppen, die dann leer sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s) lose their last one</source>
        <translation>
            <numerusform>%n Gruppe verliert ihren letzten</numerusform>
            <numerusform>%n Gruppen verlieren ihren letzten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n group(s) match.</source>
        <translation>
            <numerusform>%1 von %n Gruppe passt.</numerusform>
            <numerusform>%1 von %n Gruppen passen.</numerusform>
        </translation>
    </message>
    <message>
        <source>taken by “%1”</source>
        <translation>genommen durch „%1“</translation>
    </message>
    <message>
        <source>nothing excludes it</source>
        <translation>nichts schließt sie aus</translation>
    </message>
    <message>
        <source>not known: the pattern cannot be judged here</source>
        <translation>nicht bekannt: Das Muster lässt sich hier nicht beurteilen</translation>
    </message>
    <message>
        <source>left out by “%1”</source>
        <translation>ausgelassen durch „%1“</translation>
    </message>
    <message>
        <source>no filter includes it</source>
        <translation>kein Filter schließt sie ein</translation>
    </message>
    <message>
        <source>not type %1</source>
        <translation>nicht Typ %1</translation>
    </message>
    <message>
        <source>type %1</source>
        <translation>Typ %1</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>a group</comment>
        <translation>nicht %1</translation>
    </message>
    <message>
        <source>not /%1/</source>
        <comment>a pattern</comment>
        <translation>nicht /%1/</translation>
    </message>
    <message>
        <source>/%1/</source>
        <comment>a pattern</comment>
        <translation>/%1/</translation>
    </message>
    <message>
        <source>the source does not have it any more</source>
        <translation>die Quelle hat es nicht mehr</translation>
    </message>
    <message>
        <source>the source has no such namespace</source>
        <translation>die Quelle hat keinen solchen Namespace</translation>
    </message>
</context>
<context>
    <name>espalier::SyncRouteEditor</name>
    <message>
        <source>will be made</source>
        <translation>wird angelegt</translation>
    </message>
    <message>
        <source>full</source>
        <comment>depth</comment>
        <translation>alles</translation>
    </message>
    <message>
        <source>Choose a datastore for both ends.</source>
        <translation>Wählen Sie einen Datastore für beide Enden.</translation>
    </message>
    <message>
        <source>Choose another datastore for one of the ends: a sync copies from one into another.</source>
        <translation>Wählen Sie für eines der Enden einen anderen Datastore: Ein Sync kopiert von einem in einen anderen.</translation>
    </message>
    <message>
        <source>Open a second datastore to copy from one into the other.</source>
        <translation>Öffnen Sie einen zweiten Datastore, um von einem in den anderen zu kopieren.</translation>
    </message>
</context>
<context>
    <name>espalier::SyncTask</name>
    <message>
        <source>reading both datastores</source>
        <translation>beide Datastores werden gelesen</translation>
    </message>
    <message>
        <source>waiting for an answer: what is removed?</source>
        <translation>wartet auf eine Antwort: Was wird entfernt?</translation>
    </message>
    <message>
        <source>Nothing was copied.</source>
        <translation>Es wurde nichts kopiert.</translation>
    </message>
    <message>
        <source>Nothing was done: other backups would be removed by now than those that were agreed to. Sync again.</source>
        <translation>Es wurde nichts getan: Inzwischen würden andere Backups entfernt als die, denen zugestimmt wurde. Starten Sie den Sync noch einmal.</translation>
    </message>
    <message>
        <source>%1 of %2 groups</source>
        <translation>%1 von %2 Gruppen</translation>
    </message>
    <message>
        <source>snapshot %1 of %2</source>
        <translation>Snapshot %1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>bytes per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>waits for a garbage collection</source>
        <translation>wartet auf eine Garbage Collection</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n snapshot(s), %1 new.</source>
        <translation>
            <numerusform>%n Snapshot kopiert, davon %1 neu.</numerusform>
            <numerusform>%n Snapshots kopiert, davon %1 neu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing new was copied.</source>
        <translation>Es wurde nichts Neues kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>Removed %n snapshot(s) for good.</source>
        <translation>
            <numerusform>%n Snapshot endgültig entfernt.</numerusform>
            <numerusform>%n Snapshots endgültig entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped; sync again to go on.</source>
        <translation>Er wurde angehalten; ein neuer Sync macht weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s): see the log.</source>
        <translation>
            <numerusform>%n Problem: siehe Protokoll.</numerusform>
            <numerusform>%n Probleme: siehe Protokoll.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::SyncWords</name>
    <message>
        <source>copy</source>
        <comment>what becomes of a snapshot</comment>
        <translation>kopieren</translation>
    </message>
    <message>
        <source>check</source>
        <comment>what becomes of a snapshot</comment>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>mend</source>
        <comment>what becomes of a snapshot</comment>
        <translation>reparieren</translation>
    </message>
    <message>
        <source>skip</source>
        <comment>what becomes of a snapshot</comment>
        <translation>auslassen</translation>
    </message>
    <message>
        <source>remove</source>
        <comment>what becomes of a snapshot</comment>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>keep</source>
        <comment>what becomes of a snapshot</comment>
        <translation>behalten</translation>
    </message>
    <message>
        <source>not finished at the source</source>
        <translation>in der Quelle nicht fertig</translation>
    </message>
    <message>
        <source>not verified at the source</source>
        <translation>in der Quelle nicht verifiziert</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message>
        <source>older than the newest at the target</source>
        <translation>älter als der neueste am Ziel</translation>
    </message>
    <message>
        <source>not among the last ones that the job takes</source>
        <translation>nicht unter den letzten, die der Job nimmt</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>may be a backup that runs</source>
        <translation>ist vielleicht ein laufendes Backup</translation>
    </message>
    <message>
        <source>the source is empty or could not be listed completely</source>
        <translation>die Quelle ist leer oder konnte nicht vollständig aufgelistet werden</translation>
    </message>
    <message>
        <source>Syncing the namespace %1 into %2: %3 of %4 groups</source>
        <translation>Synchronisiere den Namespace %1 in %2: %3 von %4 Gruppen</translation>
    </message>
    <message>
        <source>Made the namespace %1</source>
        <translation>Namespace %1 angelegt</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) skipped (%1): %2</source>
        <translation>
            <numerusform>%n Snapshot ausgelassen (%1): %2</numerusform>
            <numerusform>%n Snapshots ausgelassen (%1): %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) stay (%1): %2</source>
        <translation>
            <numerusform>%n Snapshot bleibt (%1): %2</numerusform>
            <numerusform>%n Snapshots bleiben (%1): %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 copied, %n new chunk(s), %2</source>
        <translation>
            <numerusform>%1 kopiert, %n neuer Chunk, %2</numerusform>
            <numerusform>%1 kopiert, %n neue Chunks, %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 copied again, %n new chunk(s), %2</source>
        <translation>
            <numerusform>%1 noch einmal kopiert, %n neuer Chunk, %2</numerusform>
            <numerusform>%1 noch einmal kopiert, %n neue Chunks, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not changed</source>
        <translation>%1 ist unverändert</translation>
    </message>
    <message>
        <source>%1 went away at the source, or is not to be copied any more</source>
        <translation>%1 ist in der Quelle verschwunden oder soll nicht mehr kopiert werden</translation>
    </message>
    <message>
        <source>%1: the client's log was copied</source>
        <translation>%1: Das Protokoll des Clients wurde kopiert</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) removed (%1)</source>
        <translation>
            <numerusform>%n Snapshot entfernt (%1)</numerusform>
            <numerusform>%n Snapshots entfernt (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed the namespace %1</source>
        <translation>Namespace %1 entfernt</translation>
    </message>
    <message>
        <source>A garbage collection of the target is running; waiting for its end</source>
        <translation>Am Ziel läuft eine Garbage Collection; ihr Ende wird abgewartet</translation>
    </message>
</context>
<context>
    <name>espalier::Task</name>
    <message>
        <source>%1 of %2</source>
        <comment>steps of a task</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>steps of a task per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>running</source>
        <comment>state of a task</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>stopping</source>
        <comment>state of a task</comment>
        <translation>hält an</translation>
    </message>
    <message>
        <source>finished</source>
        <comment>state of a task</comment>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>state of a task</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a task</comment>
        <translation>gescheitert</translation>
    </message>
</context>
<context>
    <name>espalier::TaskList</name>
    <message>
        <source>%1, %2</source>
        <comment>title and state of a task</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>espalier::TasksPane</name>
    <message>
        <source>Export log</source>
        <translation>Protokoll exportieren</translation>
    </message>
    <message>
        <source>The log could not be written to %1: %2</source>
        <translation>Das Protokoll konnte nicht nach %1 geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>espalier::Timeline</name>
    <message>
        <source>Snapshots over time</source>
        <translation>Snapshots im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Snapshot %1 of %2: %3</source>
        <extracomment>%1 and %2 are numbers, %3 a date and time</extracomment>
        <translation>Snapshot %1 von %2: %3</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unfertig</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>No snapshots</source>
        <translation>Keine Snapshots</translation>
    </message>
</context>
<context>
    <name>espalier::TreeHeader</name>
    <message>
        <source>Show &amp;all columns</source>
        <translation>&amp;Alle Spalten zeigen</translation>
    </message>
</context>
<context>
    <name>espalier::TreeView</name>
    <message>
        <source>Datastores</source>
        <translation>Datastore</translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n Namespace</numerusform>
            <numerusform>%n Namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Element</numerusform>
            <numerusform>%n Elemente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::TreeWords</name>
    <message>
        <source>Read-only: %1</source>
        <translation>Nur lesbar: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n Befund</numerusform>
            <numerusform>%n Befunde</numerusform>
        </translation>
    </message>
    <message>
        <source>PBS does not show this group: its owner file is missing or cannot be read.</source>
        <translation>PBS zeigt diese Gruppe nicht: Ihre Datei „owner“ fehlt oder ist nicht lesbar.</translation>
    </message>
    <message>
        <source>PBS cannot list this group, or part of it could not be read.</source>
        <translation>PBS kann diese Gruppe nicht listen, oder ein Teil war nicht lesbar.</translation>
    </message>
    <message>
        <source>Directory: %1</source>
        <translation>Verzeichnis: %1</translation>
    </message>
    <message>
        <source>It has no manifest: a backup is running or was interrupted.</source>
        <translation>Er hat kein Manifest: Ein Backup läuft oder wurde unterbrochen.</translation>
    </message>
    <message>
        <source>The size was not read yet.</source>
        <translation>Die Größe wurde noch nicht gelesen.</translation>
    </message>
    <message>
        <source>The size is shown once those of all groups were read.</source>
        <translation>Die Größe erscheint, sobald die aller Gruppen gelesen ist.</translation>
    </message>
    <message>
        <source>Size of what was backed up, before compression and deduplication.</source>
        <translation>Größe dessen, was gesichert wurde, vor Kompression und Deduplizierung.</translation>
    </message>
    <message>
        <source>Sum over all snapshots, before compression and deduplication.</source>
        <translation>Summe über alle Snapshots, vor Kompression und Deduplizierung.</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Not protected</source>
        <translation>Nicht geschützt</translation>
    </message>
    <message>
        <source>Group %1</source>
        <translation>Gruppe %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>Besitzer %1</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>last backup %1</source>
        <translation>letztes Backup %1</translation>
    </message>
    <message>
        <source>Datastore %1</source>
        <translation>Datastore %1</translation>
    </message>
    <message>
        <source>Namespace %1, %2</source>
        <extracomment>%1 its path, %2 "2 namespaces, 3 groups"</extracomment>
        <translation>Namespace %1, %2</translation>
    </message>
    <message>
        <source>Snapshot of %1, %2</source>
        <translation>Snapshot von %1, %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letztes Backup</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>The newest finished snapshot, in this computer's time zone</source>
        <translation>Der neueste fertige Snapshot, in der Zeitzone dieses Rechners</translation>
    </message>
    <message>
        <source>What was backed up, before compression and deduplication</source>
        <translation>Was gesichert wurde, vor Kompression und Deduplizierung</translation>
    </message>
    <message>
        <source>Encrypted or signed by the client</source>
        <translation>Vom Client verschlüsselt oder signiert</translation>
    </message>
    <message>
        <source>Protected from pruning and removal</source>
        <translation>Vor Aufräumen und Entfernen geschützt</translation>
    </message>
    <message>
        <source>The group's note, else the newest snapshot's</source>
        <translation>Die Notiz der Gruppe, sonst die des neuesten Snapshots</translation>
    </message>
    <message>
        <source>the verification was not read yet</source>
        <translation>die Verifizierung wurde noch nicht gelesen</translation>
    </message>
    <message numerus="yes">
        <source>the verification of %n snapshot(s) failed</source>
        <translation>
            <numerusform>die Verifizierung von %n Snapshot ist gescheitert</numerusform>
            <numerusform>die Verifizierung von %n Snapshots ist gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>all snapshots verified</source>
        <translation>alle Snapshots verifiziert</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>nicht verifiziert</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n snapshot(s) verified</source>
        <translation>
            <numerusform>%1 von %n Snapshot verifiziert</numerusform>
            <numerusform>%1 von %n Snapshots verifiziert</numerusform>
        </translation>
    </message>
    <message>
        <source>the encryption was not read yet</source>
        <translation>die Verschlüsselung wurde noch nicht gelesen</translation>
    </message>
    <message>
        <source>not encrypted</source>
        <translation>nicht verschlüsselt</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n snapshot(s) encrypted</source>
        <translation>
            <numerusform>%1 von %n Snapshot verschlüsselt</numerusform>
            <numerusform>%1 von %n Snapshots verschlüsselt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n snapshot(s) signed, not encrypted</source>
        <translation>
            <numerusform>%1 von %n Snapshot signiert, nicht verschlüsselt</numerusform>
            <numerusform>%1 von %n Snapshots signiert, nicht verschlüsselt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n snapshot(s) %1 encrypted and %2 only signed</source>
        <translation>
            <numerusform>von %n Snapshot %1 verschlüsselt und %2 nur signiert</numerusform>
            <numerusform>von %n Snapshots %1 verschlüsselt und %2 nur signiert</numerusform>
        </translation>
    </message>
    <message>
        <source>no snapshot is protected</source>
        <translation>kein Snapshot ist geschützt</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) protected</source>
        <translation>
            <numerusform>%n Snapshot geschützt</numerusform>
            <numerusform>%n Snapshots geschützt</numerusform>
        </translation>
    </message>
    <message>
        <source>verified</source>
        <translation>verifiziert</translation>
    </message>
    <message>
        <source>verification failed</source>
        <translation>Verifizierung gescheitert</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>signed, not encrypted</source>
        <translation>signiert, nicht verschlüsselt</translation>
    </message>
    <message numerus="yes">
        <source>%n prune job(s)</source>
        <translation>
            <numerusform>%n Prune-Job</numerusform>
            <numerusform>%n Prune-Jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::UndoDialog</name>
    <message>
        <source>Undo of the run %1 in %2:</source>
        <translation>Rückgängigmachen des Laufs %1 in %2:</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) came to the new places since the run.</source>
        <translation>
            <numerusform>Seit dem Lauf kam %n Backup an die neuen Orte.</numerusform>
            <numerusform>Seit dem Lauf kamen %n Backups an die neuen Orte.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n newer backup(s) since then</source>
        <translation>
            <numerusform>%n neueres Backup seither</numerusform>
            <numerusform>%n neuere Backups seither</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to undo: everything is where it was before the run.</source>
        <translation>Es gibt nichts rückgängig zu machen: Alles ist, wo es vor dem Lauf war.</translation>
    </message>
    <message>
        <source>Not all of it can be undone now, so nothing is. The list says why.</source>
        <translation>Nicht alles lässt sich jetzt rückgängig machen, darum geschieht nichts. Die Liste sagt, warum.</translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n group(s)</source>
        <translation>
            <numerusform>%n Gruppe zurückbringen</numerusform>
            <numerusform>%n Gruppen zurückbringen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Everything is left out.</source>
        <translation>Alles ist ausgelassen.</translation>
    </message>
    <message>
        <source>Not all of it can be undone now, so nothing is. The list says why; the groups that cannot can be left out.</source>
        <translation>Nicht alles lässt sich jetzt rückgängig machen, also wird nichts gemacht. Die Liste sagt, warum; Gruppen, bei denen es nicht geht, lassen sich auslassen.</translation>
    </message>
    <message>
        <source>Stays</source>
        <comment>what an undo leaves as it is</comment>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
</context>
<context>
    <name>espalier::VerdictText</name>
    <message>
        <source>will be done</source>
        <translation>wird ausgeführt</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Take &amp;foreign files along</source>
        <translation>Fremde &amp;Dateien mitnehmen</translation>
    </message>
    <message>
        <source>Choose &amp;another namespace…</source>
        <translation>&amp;Anderen Namespace wählen …</translation>
    </message>
    <message>
        <source>Create the &amp;namespace</source>
        <translation>&amp;Namespace anlegen</translation>
    </message>
    <message>
        <source>&amp;Merge…</source>
        <translation>Zu&amp;sammenführen…</translation>
    </message>
    <message>
        <source>Merge &amp;anyhow…</source>
        <translation>&amp;Trotzdem zusammenführen…</translation>
    </message>
    <message>
        <source>Keep &amp;both</source>
        <translation>&amp;Beide behalten</translation>
    </message>
    <message>
        <source>Change the &amp;owner</source>
        <translation>Be&amp;sitzer ändern</translation>
    </message>
</context>
<context>
    <name>espalier::VerdictWords</name>
    <message>
        <source>will do</source>
        <comment>verdict</comment>
        <translation>wird ausgeführt</translation>
    </message>
    <message>
        <source>waits</source>
        <comment>verdict</comment>
        <translation>wartet</translation>
    </message>
    <message>
        <source>needs attention</source>
        <comment>verdict</comment>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>verdict</comment>
        <translation>abgelehnt</translation>
    </message>
</context>
<context>
    <name>espalier::WindowActions</name>
    <message>
        <source>%1 (%2)</source>
        <comment>what an action does, its keys</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>There is no pending change to undo</source>
        <translation>Keine anstehende Änderung ist rückgängig zu machen</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>There is no pending change to redo</source>
        <translation>Keine anstehende Änderung ist zu wiederholen</translation>
    </message>
    <message>
        <source>Do the pending changes</source>
        <translation>Die anstehenden Änderungen ausführen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Paste %n item(s)</source>
        <translation>
            <numerusform>%n Element &amp;einfügen</numerusform>
            <numerusform>%n Elemente &amp;einfügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::ChangeOperation</name>
    <message>
        <source>May "%1" be replaced?</source>
        <translation>Darf „%1“ ersetzt werden?</translation>
    </message>
    <message>
        <source>The plan was saved as "%1".</source>
        <translation>Der Plan wurde als „%1“ gespeichert.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::ConsequenceList</name>
    <message>
        <source>What else is concerned:</source>
        <translation>Was es noch betrifft:</translation>
    </message>
    <message>
        <source>needs attention: %1</source>
        <translation>braucht Aufmerksamkeit: %1</translation>
    </message>
    <message>
        <source>Afterwards: %1</source>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>Changed along, %1:</source>
        <translation>Mit geändert, %1:</translation>
    </message>
    <message>
        <source>Not changed along: %1</source>
        <translation>Nicht mit geändert: %1</translation>
    </message>
</context>
<context>
    <name>espalier::cli::DemoCommand</name>
    <message>
        <source>Writing: %1 of %2 snapshots</source>
        <translation>Schreiben: %1 von %2 Snapshots</translation>
    </message>
    <message>
        <source>Nothing was written: this was a dry run.</source>
        <translation>Es wurde nichts geschrieben: Dies war ein Probelauf.</translation>
    </message>
    <message>
        <source>Try: %1</source>
        <translation>Versuchen Sie: %1</translation>
    </message>
</context>
<context>
    <name>espalier::cli::FindingsCommand</name>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Hint: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s)</source>
        <translation>
            <numerusform>%n Hinweis</numerusform>
            <numerusform>%n Hinweise</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::Help</name>
    <message>
        <source>Show namespaces and groups of a datastore</source>
        <translation>Namespaces und Gruppen eines Datastores zeigen</translation>
    </message>
    <message>
        <source>List what does not fit PBS's scheme, and what to do about it</source>
        <translation>Auflisten, was nicht in das Schema von PBS passt, und was dagegen zu tun ist</translation>
    </message>
    <message>
        <source>Tell everything about a datastore, namespace, group or snapshot</source>
        <translation>Alles über einen Datastore, Namespace, eine Gruppe oder einen Snapshot sagen</translation>
    </message>
    <message>
        <source>Move backup groups to another namespace</source>
        <translation>Backup-Gruppen in einen anderen Namespace verschieben</translation>
    </message>
    <message>
        <source>Make an empty namespace</source>
        <translation>Einen leeren Namespace anlegen</translation>
    </message>
    <message>
        <source>Bring back what a run changed</source>
        <translation>Zurückbringen, was ein Lauf geändert hat</translation>
    </message>
    <message>
        <source>List the runs that changed a datastore</source>
        <translation>Die Läufe auflisten, die einen Datastore geändert haben</translation>
    </message>
    <message>
        <source>Write two small datastores to try things with</source>
        <translation>Zwei kleine Datastores zum Ausprobieren schreiben</translation>
    </message>
    <message>
        <source>Explain a command</source>
        <translation>Einen Befehl erklären</translation>
    </message>
    <message>
        <source>Tell the version</source>
        <translation>Die Version nennen</translation>
    </message>
    <message>
        <source>DIR is the directory of a datastore, the one with .chunks in it. Everything is always read;
the options only say what is printed.</source>
        <translation>DIR ist das Verzeichnis eines Datastores, das mit .chunks darin. Gelesen wird immer
alles; die Optionen sagen nur, was ausgegeben wird.</translation>
    </message>
    <message>
        <source>Reads the whole datastore, every manifest included. Changes nothing.</source>
        <translation>Liest den ganzen Datastore samt jedem Manifest. Ändert nichts.</translation>
    </message>
    <message>
        <source>Without more than DIR: the datastore, whether it can be changed, and what PBS does in it now.
NS is a namespace such as customers/graz, the empty text is the root. A group or snapshot
without NS lies in the root.</source>
        <translation>Nur mit DIR: der Datastore, ob er geändert werden kann, und was PBS jetzt darin tut.
NS ist ein Namespace wie kunden/graz, der leere Text ist die Wurzel. Eine Gruppe oder ein
Snapshot ohne NS liegt in der Wurzel.</translation>
    </message>
    <message>
        <source>The plan is shown first. It is done only if every step of it can be done, under the locks of
PBS, and written to a journal so that "espalierctl undo" can take it back. No backup is
copied or read; owner, notes and verification stay as they are.</source>
        <translation>Zuerst wird der Plan gezeigt. Er wird nur ausgeführt, wenn jeder Schritt möglich ist, unter
den Sperren von PBS, und in ein Journal geschrieben, damit „espalierctl undo“ ihn zurücknehmen
kann. Kein Backup wird kopiert oder gelesen; Besitzer, Notizen und Verifizierung bleiben.</translation>
    </message>
    <message>
        <source>NS is the whole path of the new namespace; the one above it must exist.</source>
        <translation>NS ist der ganze Pfad des neuen Namespace; den darüber muss es geben.</translation>
    </message>
    <message>
        <source>RUN is an id from "espalierctl history"; without it, the last run that can be undone is.
The plan is made against what is there now and shown first.</source>
        <translation>RUN ist eine ID aus „espalierctl history“; ohne sie der letzte Lauf, der sich rückgängig
machen lässt. Geplant wird gegen das, was jetzt da ist; der Plan wird zuerst gezeigt.</translation>
    </message>
    <message>
        <source>Newest first.</source>
        <translation>Neueste zuerst.</translation>
    </message>
    <message>
        <source>Print no more than N levels below the datastore; 0 prints only the sums</source>
        <translation>Höchstens N Ebenen unter dem Datastore ausgeben; 0 gibt nur die Summen aus</translation>
    </message>
    <message>
        <source>Print snapshots, too (JSON has them always)</source>
        <translation>Auch Snapshots ausgeben (JSON hat sie immer)</translation>
    </message>
    <message>
        <source>Read every manifest: sizes, encryption, verification</source>
        <translation>Jedes Manifest lesen: Größen, Verschlüsselung, Verifizierung</translation>
    </message>
    <message>
        <source>Namespace where the groups are; the root where it is not given</source>
        <translation>Namespace, in dem die Gruppen sind; ohne Angabe die Wurzel</translation>
    </message>
    <message>
        <source>Namespace where they shall be; the empty text is the root</source>
        <translation>Namespace, in den sie sollen; der leere Text ist die Wurzel</translation>
    </message>
    <message>
        <source>Files in a group that are not PBS's move along with it</source>
        <translation>Dateien in einer Gruppe, die nicht von PBS sind, gehen mit</translation>
    </message>
    <message>
        <source>Wait for garbage collection and tasks that are in the way, instead of ending</source>
        <translation>Auf Garbage Collection und Tasks warten, die im Weg sind, statt zu enden</translation>
    </message>
    <message>
        <source>Backups made at the new place since: take them back too (the default), or leave them</source>
        <translation>Backups, die seither am neuen Ort entstanden: auch mitnehmen (Vorgabe) oder dort lassen</translation>
    </message>
    <message>
        <source>Number of namespaces</source>
        <translation>Anzahl der Namespaces</translation>
    </message>
    <message>
        <source>Number of groups</source>
        <translation>Anzahl der Gruppen</translation>
    </message>
    <message>
        <source>Number of snapshots</source>
        <translation>Anzahl der Snapshots</translation>
    </message>
    <message>
        <source>Where the random choices begin</source>
        <translation>Startwert der zufälligen Auswahl</translation>
    </message>
    <message>
        <source>Print one JSON document; its fields are described in the man page</source>
        <translation>Ein JSON-Dokument ausgeben; seine Felder beschreibt die Handbuchseite</translation>
    </message>
    <message>
        <source>Answer questions with yes; what is refused stays refused</source>
        <translation>Fragen mit Ja beantworten; Abgelehntes bleibt abgelehnt</translation>
    </message>
    <message>
        <source>Change nothing, and end as the run would</source>
        <translation>Nichts ändern, und enden, wie der Lauf enden würde</translation>
    </message>
    <message>
        <source>Look for the directories of PBS below DIR instead of /</source>
        <translation>Die Verzeichnisse von PBS unter DIR statt unter / suchen</translation>
    </message>
    <message>
        <source>Print this</source>
        <translation>Dies ausgeben</translation>
    </message>
    <message>
        <source>espalierctl shapes the namespaces of Proxmox Backup Server datastores.</source>
        <translation>espalierctl gestaltet die Namespaces von Proxmox-Backup-Server-Datastores.</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Aufruf: %1</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Optionen jedes Befehls:</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 wrong usage, 2 refused and unchanged, 3 partly done, 4 failed.</source>
        <translation>Exit-Codes: 0 getan, 1 falscher Aufruf, 2 abgelehnt und unverändert, 3 teilweise getan, 4 gescheitert.</translation>
    </message>
    <message>
        <source>To begin with:</source>
        <translation>Für den Anfang:</translation>
    </message>
    <message>
        <source>"espalierctl COMMAND --help" tells more, espalierctl(1) everything.</source>
        <translation>„espalierctl COMMAND --help“ sagt mehr, espalierctl(1) alles.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Optionen:</translation>
    </message>
    <message>
        <source>DIR must be empty or not exist. Makes DIR/site-a and DIR/site-b, in the genuine format, the
same ones for the same seed. With any of the first three numbers: only DIR/site-a, as big as
that, and without chunks.</source>
        <translation>DIR muss leer sein oder darf nicht bestehen. Legt DIR/site-a und DIR/site-b im echten Format an,
bei gleichem Startwert immer dieselben. Mit einer der ersten drei Zahlen: nur DIR/site-a, so groß
wie angegeben und ohne Chunks.</translation>
    </message>
    <message>
        <source>List the namespaces of a datastore</source>
        <translation>Die Namespaces eines Datastores auflisten</translation>
    </message>
    <message>
        <source>Give a namespace, with all below it, another full name</source>
        <translation>Einem Namespace mit allem darunter einen anderen vollen Namen geben</translation>
    </message>
    <message>
        <source>Rename a namespace where it is</source>
        <translation>Einen Namespace an seinem Ort umbenennen</translation>
    </message>
    <message>
        <source>Make the namespaces below one once more, empty, in another place</source>
        <translation>Die Namespaces unter einem anderswo noch einmal leer anlegen</translation>
    </message>
    <message>
        <source>Delete a namespace in which no group is</source>
        <translation>Einen Namespace löschen, in dem keine Gruppe ist</translation>
    </message>
    <message>
        <source>Merge groups into those of the same name in another namespace</source>
        <translation>Gruppen mit denen gleichen Namens in einem anderen Namespace zusammenführen</translation>
    </message>
    <message>
        <source>Change the owner of groups</source>
        <translation>Den Besitzer von Gruppen ändern</translation>
    </message>
    <message>
        <source>Print or change the notes of a group</source>
        <translation>Die Notizen einer Gruppe ausgeben oder ändern</translation>
    </message>
    <message>
        <source>Protect snapshots from being removed</source>
        <translation>Snapshots vor dem Entfernen schützen</translation>
    </message>
    <message>
        <source>Remove the protection of snapshots</source>
        <translation>Den Schutz von Snapshots aufheben</translation>
    </message>
    <message>
        <source>Look at interrupted runs, and finish or undo them</source>
        <translation>Unterbrochene Läufe ansehen und fertigstellen oder rückgängig machen</translation>
    </message>
    <message>
        <source>With NS only that one and those below it.</source>
        <translation>Mit NS nur dieser und die darunter.</translation>
    </message>
    <message>
        <source>NEW-FULL-NAME is the whole new path, as in PBS; the namespace above it must exist. Groups go one by
one, as in PBS. Namespaces that are at the target already are joined; groups of one name are
only merged with --merge.</source>
        <translation>NEW-FULL-NAME ist der ganze neue Pfad, wie in PBS; der Namespace darüber muss bestehen. Gruppen gehen
einzeln, wie in PBS. Namespaces, die am Ziel schon da sind, werden benutzt; Gruppen gleichen Namens
werden nur mit --merge zusammengeführt.</translation>
    </message>
    <message>
        <source>NAME is the new last part of its path.</source>
        <translation>NAME ist der neue letzte Teil seines Pfads.</translation>
    </message>
    <message>
        <source>No group is copied. NEW-FULL-NAME must not exist, the namespace above it must.</source>
        <translation>Keine Gruppe wird kopiert. NEW-FULL-NAME darf nicht bestehen, der Namespace darüber muss es.</translation>
    </message>
    <message>
        <source>PBS's rules: both belong to the same owner, and every snapshot that moves is newer than all that are
there. Notes of the target stay; different ones of the source are kept in the journal.</source>
        <translation>Die Regeln von PBS: beide gehören demselben Besitzer, und jeder Snapshot, der kommt, ist neuer als alle, die
da sind. Notizen des Ziels bleiben; andere der Quelle stehen im Journal.</translation>
    </message>
    <message>
        <source>AUTH-ID is USER@REALM or USER@REALM!TOKEN.</source>
        <translation>AUTH-ID ist USER@REALM oder USER@REALM!TOKEN.</translation>
    </message>
    <message>
        <source>Without --set the notes are printed. --set "" removes them.</source>
        <translation>Ohne --set werden die Notizen ausgegeben. --set "" entfernt sie.</translation>
    </message>
    <message>
        <source>TIME is written as in the directory's name, such as 2026-11-01T02:00:00Z.</source>
        <translation>TIME wird geschrieben wie im Namen des Verzeichnisses, etwa 2026-11-01T02:00:00Z.</translation>
    </message>
    <message>
        <source>Without --finish and --undo it only tells. What the disk shows is believed, not the journal: what
somebody else changed meanwhile is named and left as it is. RUN is an id from "espalierctl
history"; without it the newest interrupted run is meant.</source>
        <translation>Ohne --finish und --undo wird nur berichtet. Geglaubt wird dem Datenträger, nicht dem Journal: Was jemand
inzwischen geändert hat, wird genannt und bleibt. RUN ist eine Kennung aus "espalierctl history";
ohne sie ist der neueste unterbrochene Lauf gemeint.</translation>
    </message>
    <message>
        <source>The new owner</source>
        <translation>Der neue Besitzer</translation>
    </message>
    <message>
        <source>Groups that are at the target already are merged with</source>
        <translation>Mit Gruppen, die am Ziel schon da sind, wird zusammengeführt</translation>
    </message>
    <message>
        <source>Do what can be done, and leave out what is refused or fails</source>
        <translation>Tun, was möglich ist; auslassen, was abgelehnt wird oder fehlschlägt</translation>
    </message>
    <message>
        <source>Only N levels below the namespace go along; deeper ones stay</source>
        <translation>Nur N Ebenen unter dem Namespace gehen mit; tiefere bleiben</translation>
    </message>
    <message>
        <source>Keep the emptied namespaces</source>
        <translation>Die geleerten Namespaces behalten</translation>
    </message>
    <message>
        <source>The new notes</source>
        <translation>Die neuen Notizen</translation>
    </message>
    <message>
        <source>Do what is not done</source>
        <translation>Tun, was noch nicht getan ist</translation>
    </message>
    <message>
        <source>Bring back what is done</source>
        <translation>Zurückholen, was getan ist</translation>
    </message>
    <message>
        <source>Only this group of the run</source>
        <translation>Nur diese Gruppe des Laufs</translation>
    </message>
    <message>
        <source>List guests that occur in several namespaces</source>
        <translation>Gäste auflisten, die in mehreren Namespaces vorkommen</translation>
    </message>
    <message>
        <source>Two clusters may use one VMID for different guests: what a guest is called is read from the backups
themselves, where they are not encrypted. Changes nothing.</source>
        <translation>Zwei Cluster können eine VMID für verschiedene Gäste verwenden: Wie ein Gast heißt, wird aus den
Backups selbst gelesen, wo sie nicht verschlüsselt sind. Ändert nichts.</translation>
    </message>
    <message>
        <source>Look into every group, and list those with backups of several guests, too</source>
        <translation>In jede Gruppe sehen und auch die mit Backups mehrerer Gäste auflisten</translation>
    </message>
    <message>
        <source>Do what a plan says that was saved in a file</source>
        <translation>Ausführen, was ein gespeicherter Plan sagt</translation>
    </message>
    <message>
        <source>PLAN is a file from --save-plan or from the window. The changes are planned again, and nothing is done where
any step or verdict is not as the file says. DIR is the datastore if it lies elsewhere by now.</source>
        <translation>PLAN ist eine Datei von --save-plan oder aus dem Fenster. Die Änderungen werden neu geplant, und nichts
geschieht, wenn ein Schritt oder Urteil nicht wie in der Datei ist. DIR ist der Datastore, falls er
inzwischen woanders liegt.</translation>
    </message>
    <message>
        <source>Change nothing: write the plan to FILE, for "espalierctl apply"</source>
        <translation>Nichts ändern: den Plan in die Datei FILE schreiben, für „espalierctl apply“</translation>
    </message>
    <message>
        <source>A storage.cfg of Proxmox VE: tell which of its storages name what moves</source>
        <translation>Eine storage.cfg von Proxmox VE: sagen, welche ihrer Storages nennen, was verschoben wird</translation>
    </message>
    <message>
        <source>Tell when a schedule of PBS comes due</source>
        <translation>Sagen, wann ein Zeitplan von PBS fällig wird</translation>
    </message>
    <message>
        <source>Tell what keep options would leave of backups that are only imagined</source>
        <translation>Sagen, was keep-Optionen von nur gedachten Sicherungen übrig ließen</translation>
    </message>
    <message>
        <source>Tell what a prune would remove from a datastore, and why</source>
        <translation>Sagen, was ein Prune aus einem Datastore entfernen würde, und warum</translation>
    </message>
    <message>
        <source>Tell everything about a prune job</source>
        <translation>Alles über einen Prune-Job sagen</translation>
    </message>
    <message>
        <source>EVENT is written as in PBS, such as "daily", "mon..fri 22:30" or "sat *-1..7 02:00". The times are those
at which PBS takes the job for due.</source>
        <translation>EVENT schreibt man wie in PBS, etwa „daily“, „mon..fri 22:30“ oder „sat *-1..7 02:00“. Die Zeiten sind
die, zu denen PBS den Job für fällig hält.</translation>
    </message>
    <message>
        <source>The backups come from --rhythm or --times, or both. EVENT is written as in "espalierctl schedule". No datastore
is looked at. With --json-lines, cases come from standard input, one JSON object in a line, and each is
printed with its marks; the man page tells the fields.</source>
        <translation>Die Sicherungen kommen aus --rhythm oder --times oder beiden. EVENT schreibt man wie bei „espalierctl schedule“.
Kein Datastore wird angesehen. Mit --json-lines kommen Fälle von der Standardeingabe, ein JSON-Objekt pro Zeile,
und jeder wird mit seinen marks ausgegeben; die Handbuchseite nennt die Felder.</translation>
    </message>
    <message>
        <source>Nothing is removed. The rules are those of a prune job, or the keep options that are given. TYPE[/ID] limits it
to groups such as vm/100, or to one type of backup.</source>
        <translation>Nichts wird entfernt. Die Regeln sind die eines Prune-Jobs oder die angegebenen keep-Optionen. TYPE[/ID]
beschränkt es auf Gruppen wie vm/100 oder auf einen Typ von Sicherung.</translation>
    </message>
    <message>
        <source>Time zone of the server, such as Europe/Vienna</source>
        <translation>Zeitzone des Servers, etwa Europe/Vienna</translation>
    </message>
    <message>
        <source>Time zone such as Europe/Vienna; that of this computer where it is not given</source>
        <translation>Zeitzone wie Europe/Vienna; ohne Angabe die dieses Computers</translation>
    </message>
    <message>
        <source>How many times; 5 where it is not given</source>
        <translation>Wie viele Zeiten; ohne Angabe 5</translation>
    </message>
    <message>
        <source>Backups at the times of this schedule</source>
        <translation>Sicherungen zu den Zeiten dieses Zeitplans</translation>
    </message>
    <message>
        <source>A backup at this time; - reads times from standard input, one in a line</source>
        <translation>Eine Sicherung zu dieser Zeit; - liest Zeiten von der Standardeingabe, eine pro Zeile</translation>
    </message>
    <message>
        <source>Read cases from standard input and print each with its marks</source>
        <translation>Fälle von der Standardeingabe lesen und jeden mit seinen marks ausgeben</translation>
    </message>
    <message>
        <source>List the snapshots that are removed, too</source>
        <translation>Auch die Snapshots auflisten, die entfernt werden</translation>
    </message>
    <message>
        <source>List every snapshot with what becomes of it, and why (JSON has them always)</source>
        <translation>Jeden Snapshot auflisten, mit dem, was aus ihm wird, und warum (JSON hat sie immer)</translation>
    </message>
    <message>
        <source>Read every manifest: how many bytes go</source>
        <translation>Jedes Manifest lesen: wie viele Bytes weggehen</translation>
    </message>
    <message>
        <source>Take keep options, namespace and depth from this prune job</source>
        <translation>keep-Optionen, Namespace und Tiefe von diesem Prune-Job nehmen</translation>
    </message>
    <message>
        <source>Only N levels below the namespace; 0 is the namespace alone</source>
        <translation>Nur N Ebenen unterhalb des Namespace; 0 ist der Namespace allein</translation>
    </message>
    <message>
        <source>Keep the last N snapshots</source>
        <translation>Die letzten N Snapshots behalten</translation>
    </message>
    <message>
        <source>Keep the newest of each hour, for N hours that have one</source>
        <translation>Den neuesten jeder Stunde behalten, für N Stunden, die einen haben</translation>
    </message>
    <message>
        <source>Keep the newest of each day, for N days that have one</source>
        <translation>Den neuesten jedes Tages behalten, für N Tage, die einen haben</translation>
    </message>
    <message>
        <source>Keep the newest of each week, for N weeks that have one</source>
        <translation>Den neuesten jeder Woche behalten, für N Wochen, die einen haben</translation>
    </message>
    <message>
        <source>Keep the newest of each month, for N months that have one</source>
        <translation>Den neuesten jedes Monats behalten, für N Monate, die einen haben</translation>
    </message>
    <message>
        <source>Keep the newest of each year, for N years that have one</source>
        <translation>Den neuesten jedes Jahres behalten, für N Jahre, die einen haben</translation>
    </message>
    <message>
        <source>Times later than this one, such as "2026-11-01 02:00"; than now where it is not given</source>
        <translation>Zeiten nach dieser, etwa „2026-11-01 02:00“; ohne Angabe nach jetzt</translation>
    </message>
    <message>
        <source>The first time that a backup of the rhythm may have; now where it is not given</source>
        <translation>Die erste Zeit, die eine Sicherung des Rhythmus haben darf; ohne Angabe jetzt</translation>
    </message>
    <message>
        <source>The last time that a backup of the rhythm may have; a year later where it is not given</source>
        <translation>Die letzte Zeit, die eine Sicherung des Rhythmus haben darf; ohne Angabe ein Jahr später</translation>
    </message>
    <message>
        <source>Jobs and access rules of this PBS that name what moves as a whole are changed along</source>
        <translation>Jobs und Zugriffsregeln dieses PBS, die nennen, was als Ganzes umzieht, werden mit geändert</translation>
    </message>
    <message>
        <source>Remove snapshots for good</source>
        <translation>Snapshots endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove groups with all their snapshots for good</source>
        <translation>Gruppen mit allen ihren Snapshots endgültig entfernen</translation>
    </message>
    <message>
        <source>Remove for good what a prune removes</source>
        <translation>Endgültig entfernen, was ein Prune entfernt</translation>
    </message>
    <message>
        <source>TIME is written as in the directory's name, such as 2026-11-01T02:00:00Z. Protected snapshots stay, and so does an
unfinished one that is the newest of its group. There is no undo. Space comes back with garbage collection.</source>
        <translation>TIME wird wie im Namen des Verzeichnisses geschrieben, etwa 2026-11-01T02:00:00Z. Geschützte Snapshots bleiben, ebenso ein
unvollständiger, der der neueste seiner Gruppe ist. Das lässt sich nicht rückgängig machen. Platz wird durch die Garbage
Collection frei.</translation>
    </message>
    <message>
        <source>Groups with protected snapshots, or with a backup that may still run, are refused. There is no undo. Space comes
back with garbage collection.</source>
        <translation>Gruppen mit geschützten Snapshots oder mit einem Backup, das noch laufen kann, werden abgelehnt. Das lässt sich nicht
rückgängig machen. Platz wird durch die Garbage Collection frei.</translation>
    </message>
    <message>
        <source>The rules are those of a prune job, or the keep options that are given. TYPE[/ID] limits it to groups such as
vm/100, or to one type of backup. Each snapshot is judged once more just before it is removed. There is no
undo. Space comes back with garbage collection.</source>
        <translation>Die Regeln sind die eines Prune-Jobs oder die angegebenen Optionen. TYPE[/ID] beschränkt auf Gruppen wie vm/100 oder
auf eine Art von Backup. Jeder Snapshot wird unmittelbar vor dem Entfernen noch einmal beurteilt. Das lässt sich nicht
rückgängig machen. Platz wird durch die Garbage Collection frei.</translation>
    </message>
    <message>
        <source>Remove the groups in it and below it, too, with all their snapshots</source>
        <translation>Auch die Gruppen darin und darunter mit allen Snapshots entfernen</translation>
    </message>
    <message>
        <source>Agree to the removal of at most N snapshots; if there are more, none goes</source>
        <translation>Dem Entfernen von höchstens N Snapshots zustimmen; sind es mehr, wird keiner entfernt</translation>
    </message>
    <message>
        <source>With --max-removed: at most this share of the snapshots of the groups concerned</source>
        <translation>Mit --max-removed: höchstens dieser Anteil der Snapshots der betroffenen Gruppen</translation>
    </message>
    <message>
        <source>With --max-removed: groups may lose their last snapshot</source>
        <translation>Mit --max-removed: Gruppen dürfen ihren letzten Snapshot verlieren</translation>
    </message>
    <message>
        <source>Namespaces below it go with it. Where a group is in one of them, nothing is changed, unless --with-groups says that
the groups go, too: for good.</source>
        <translation>Namespaces darunter gehen mit. Wo in einem davon eine Gruppe ist, wird nichts geändert, außer --with-groups sagt, dass
auch die Gruppen weg sollen: endgültig.</translation>
    </message>
    <message>
        <source>Namespace to prune, with all below it; the whole datastore where it is not given</source>
        <translation>Namespace, der beschnitten wird, mit allem darunter; der ganze Datastore, wenn nichts angegeben ist</translation>
    </message>
    <message>
        <source>Copy backups from one datastore into another one</source>
        <translation>Backups aus einem Datastore in einen anderen kopieren</translation>
    </message>
    <message>
        <source>Tell what a sync would copy and remove, and why</source>
        <translation>Sagen, was ein Sync kopieren und entfernen würde, und warum</translation>
    </message>
    <message>
        <source>What PBS's pull would copy is copied, under PBS's locks: namespaces and groups that are missing, and snapshots that are
newer than those at the target. Whatever is read is checked. It may be stopped at any time and goes on where it was.
Notes, protection and verification at the target stay, and nothing is removed because a source is empty, unfinished or
cannot be read. Exit code 3: not everything could be done; PBS's task would not end with OK either.</source>
        <translation>Kopiert wird unter den Sperren von PBS, was dessen Pull kopieren würde: Namespaces und Gruppen, die fehlen, und Snapshots,
die neuer sind als die am Ziel. Was gelesen wird, wird geprüft. Es kann jederzeit angehalten werden und macht dann dort weiter.
Notizen, Schutz und Verifizierung am Ziel bleiben, und nichts wird entfernt, weil eine Quelle leer, unfertig oder
nicht lesbar ist. Exit-Code 3: Nicht alles konnte getan werden; auch PBS' Task würde nicht mit OK enden.</translation>
    </message>
    <message>
        <source>Reads both datastores, every manifest included. Changes nothing.</source>
        <translation>Liest beide Datastores samt jedem Manifest. Ändert nichts.</translation>
    </message>
    <message>
        <source>The datastore that is copied; it is only read</source>
        <translation>Der Datastore, der kopiert wird; er wird nur gelesen</translation>
    </message>
    <message>
        <source>The datastore on this machine that is copied into</source>
        <translation>Der Datastore auf diesem Rechner, in den kopiert wird</translation>
    </message>
    <message>
        <source>Namespace at the target; the root where it is not given</source>
        <translation>Namespace am Ziel; ohne Angabe die Wurzel</translation>
    </message>
    <message>
        <source>Namespace at the source, with all below it; the root where it is not given</source>
        <translation>Namespace der Quelle mit allem darunter; ohne Angabe die Wurzel</translation>
    </message>
    <message>
        <source>Owner of the groups that are made, and of those that are copied into; root@pam where it is not given</source>
        <translation>Besitzer der Gruppen, die angelegt werden und in die kopiert wird; ohne Angabe root@pam</translation>
    </message>
    <message>
        <source>Of each group only the last N snapshots</source>
        <translation>Von jeder Gruppe nur die letzten N Snapshots</translation>
    </message>
    <message>
        <source>[include:|exclude:] and type:vm, group:vm/100 or regex:^vm/1, as in PBS; may be given several times</source>
        <translation>[include:|exclude:] und type:vm, group:vm/100 oder regex:^vm/1 wie in PBS; mehrfach möglich</translation>
    </message>
    <message>
        <source>Remove for good what is not at the source any more</source>
        <translation>Endgültig entfernen, was in der Quelle nicht mehr ist</translation>
    </message>
    <message>
        <source>Only snapshots whose last verification was fine</source>
        <translation>Nur Snapshots, deren letzte Verifizierung in Ordnung war</translation>
    </message>
    <message>
        <source>Only snapshots that are encrypted</source>
        <translation>Nur verschlüsselte Snapshots</translation>
    </message>
    <message>
        <source>Copy again what failed its verification at the target, or cannot be read there</source>
        <translation>Noch einmal kopieren, was am Ziel die Verifizierung nicht bestanden hat oder nicht lesbar ist</translation>
    </message>
    <message>
        <source>Do exactly what PBS would do, without the rules that Espalier adds for safety; for comparing</source>
        <translation>Genau das tun, was PBS täte, ohne die Regeln, die Espalier zur Sicherheit hinzufügt; zum Vergleichen</translation>
    </message>
    <message>
        <source>Of chunks that are copied look at the checksum only, and do not unpack them</source>
        <translation>Von kopierten Chunks nur die Prüfsumme ansehen und sie nicht auspacken</translation>
    </message>
    <message>
        <source>List the prune jobs of a PBS and those of your own</source>
        <translation>Die Prune-Jobs eines PBS und die eigenen auflisten</translation>
    </message>
    <message>
        <source>Remove for good what a prune job removes</source>
        <translation>Endgültig entfernen, was ein Prune-Job entfernt</translation>
    </message>
    <message>
        <source>Make a prune job of your own</source>
        <translation>Einen eigenen Prune-Job anlegen</translation>
    </message>
    <message>
        <source>Change what a prune job says</source>
        <translation>Ändern, was ein Prune-Job besagt</translation>
    </message>
    <message>
        <source>Remove a prune job of your own</source>
        <translation>Einen eigenen Prune-Job entfernen</translation>
    </message>
    <message>
        <source>Let a prune job run when it is due</source>
        <translation>Einen Prune-Job laufen lassen, wenn er fällig ist</translation>
    </message>
    <message>
        <source>Keep a prune job from running</source>
        <translation>Einen Prune-Job am Laufen hindern</translation>
    </message>
    <message>
        <source>Take prune jobs of a PBS over as your own, disabled</source>
        <translation>Prune-Jobs eines PBS als eigene übernehmen, deaktiviert</translation>
    </message>
    <message>
        <source>Write prune jobs in the format of PBS</source>
        <translation>Prune-Jobs im Format von PBS schreiben</translation>
    </message>
    <message>
        <source>As "espalierctl prune run" with the datastore, the rules and the range of the job, whether it is enabled or not.
With --yes, a job of your own removes no more than was approved when it was saved.</source>
        <translation>Wie „espalierctl prune run“ mit Datastore, Regeln und Bereich des Jobs, ob er aktiviert ist oder nicht.
Mit --yes entfernt ein eigener Job nicht mehr, als beim Speichern erlaubt wurde.</translation>
    </message>
    <message>
        <source>DIR is the datastore it works on. The job is saved in espalier/prune.cfg below the user's configuration, in PBS's
format. --max-removed says what runs with --yes may remove.</source>
        <translation>DIR ist der Datastore, an dem er arbeitet. Der Job wird in espalier/prune.cfg in der Konfiguration des Benutzers
gespeichert, im Format von PBS. --max-removed sagt, was Läufe mit --yes entfernen dürfen.</translation>
    </message>
    <message>
        <source>Only what is given changes. Where other snapshots would go, what was approved ends. Of a job of a PBS, its
etc/proxmox-backup/prune.cfg is changed under PBS's lock; that takes root, or root's helper.</source>
        <translation>Nur das Angegebene ändert sich. Wo andere Snapshots wegfielen, endet, was erlaubt war. Bei einem Job eines PBS wird
dessen etc/proxmox-backup/prune.cfg unter der Sperre von PBS geändert; dazu braucht es root oder dessen Helfer.</translation>
    </message>
    <message>
        <source>Its rules are forgotten; no backup is touched.</source>
        <translation>Seine Regeln werden vergessen; keine Sicherung wird angefasst.</translation>
    </message>
    <message>
        <source>Changes one line of prune.cfg, that of the user's own jobs or etc/proxmox-backup/prune.cfg below the directory that
--pbs-root names, under PBS's lock, and shows it. The latter takes root, or root's helper through sudo or pkexec.</source>
        <translation>Ändert eine Zeile der prune.cfg, der eigenen oder etc/proxmox-backup/prune.cfg unter dem Verzeichnis von
--pbs-root, unter der Sperre von PBS, und zeigt sie. Letzteres braucht root oder dessen Helfer über sudo oder pkexec.</translation>
    </message>
    <message>
        <source>Without ID, all that are not here yet. They start disabled, so that nothing runs twice; the server keeps its own.</source>
        <translation>Ohne ID alle, die noch nicht hier sind. Sie sind zunächst deaktiviert, damit nichts doppelt läuft; der Server behält die seinen.</translation>
    </message>
    <message>
        <source>Those of your own, with --host those of the PBS; without ID, all. They go to standard output or to --output.</source>
        <translation>Die eigenen, mit --host die des PBS; ohne ID alle. Sie gehen zur Standardausgabe oder nach --output.</translation>
    </message>
    <message>
        <source>Reads espalier/prune.cfg below the user's configuration, and etc/proxmox-backup/prune.cfg below the directory that
--pbs-root names.</source>
        <translation>Liest espalier/prune.cfg in der Konfiguration des Benutzers und etc/proxmox-backup/prune.cfg unter dem Verzeichnis
von --pbs-root.</translation>
    </message>
    <message>
        <source>A job of your own</source>
        <translation>Ein eigener Job</translation>
    </message>
    <message>
        <source>A job of the PBS</source>
        <translation>Ein Job des PBS</translation>
    </message>
    <message>
        <source>When it is due, as in "espalierctl schedule"</source>
        <translation>Wann er fällig ist, wie bei „espalierctl schedule“</translation>
    </message>
    <message>
        <source>A line about the job</source>
        <translation>Eine Zeile über den Job</translation>
    </message>
    <message>
        <source>The job does not run when it is due</source>
        <translation>Der Job läuft nicht, wenn er fällig ist</translation>
    </message>
    <message>
        <source>What the datastore is called; without it, it is opened and asked</source>
        <translation>Wie der Datastore heißt; ohne das wird er geöffnet und gefragt</translation>
    </message>
    <message>
        <source>Where the datastore is</source>
        <translation>Wo der Datastore liegt</translation>
    </message>
    <message>
        <source>Take this away: ns, max-depth, keep-…, comment, disable, zone or budget</source>
        <translation>Dies wegnehmen: ns, max-depth, keep-…, comment, disable, zone oder budget</translation>
    </message>
    <message>
        <source>Write to FILE; what is there is replaced with --yes only</source>
        <translation>Nach FILE schreiben; was dort ist, wird nur mit --yes ersetzt</translation>
    </message>
    <message>
        <source>List every snapshot that goes, and why</source>
        <translation>Jeden Snapshot auflisten, der wegfällt, und warum</translation>
    </message>
    <message>
        <source>Let ssh read FILE instead of your configuration</source>
        <translation>ssh FILE anstelle Ihrer Konfiguration lesen lassen</translation>
    </message>
    <message>
        <source>List the sync jobs of a PBS and those of your own</source>
        <translation>Sync-Jobs eines PBS und die eigenen auflisten</translation>
    </message>
    <message>
        <source>Tell everything about a sync job</source>
        <translation>Alles über einen Sync-Job sagen</translation>
    </message>
    <message>
        <source>Copy what a sync job copies</source>
        <translation>Kopieren, was ein Sync-Job kopiert</translation>
    </message>
    <message>
        <source>Make a sync job of your own</source>
        <translation>Einen eigenen Sync-Job anlegen</translation>
    </message>
    <message>
        <source>Change what a sync job of your own says</source>
        <translation>Ändern, was ein eigener Sync-Job sagt</translation>
    </message>
    <message>
        <source>Remove a sync job of your own</source>
        <translation>Einen eigenen Sync-Job entfernen</translation>
    </message>
    <message>
        <source>Let a sync job of your own run when it is due</source>
        <translation>Einen eigenen Sync-Job laufen lassen, wenn er fällig ist</translation>
    </message>
    <message>
        <source>Keep a sync job of your own from running</source>
        <translation>Einen eigenen Sync-Job am Laufen hindern</translation>
    </message>
    <message>
        <source>Take sync jobs of a PBS over as your own, disabled</source>
        <translation>Sync-Jobs eines PBS als eigene übernehmen, deaktiviert</translation>
    </message>
    <message>
        <source>Write sync jobs in the format of PBS</source>
        <translation>Sync-Jobs im Format von PBS schreiben</translation>
    </message>
    <message>
        <source>Run those of your own jobs that are due</source>
        <translation>Fällige eigene Jobs laufen lassen</translation>
    </message>
    <message>
        <source>Have systemd run due jobs</source>
        <translation>Fällige Jobs von systemd starten lassen</translation>
    </message>
    <message>
        <source>Have systemd no longer run due jobs</source>
        <translation>Fällige Jobs nicht mehr von systemd starten lassen</translation>
    </message>
    <message>
        <source>Tell whether systemd runs due jobs</source>
        <translation>Sagen, ob systemd fällige Jobs startet</translation>
    </message>
    <message>
        <source>As "espalierctl sync run" with the datastores and the rules of the job, whether it is enabled or not. With --yes, a job
of your own removes no more than was approved when it was saved. Exit code 3: not everything could be done.</source>
        <translation>Wie „espalierctl sync run“ mit den Datastores und den Regeln des Jobs, ob er aktiviert ist oder nicht. Mit --yes entfernt
ein eigener Job nicht mehr, als beim Speichern genehmigt wurde. Exit-Code 3: Nicht alles gelang.</translation>
    </message>
    <message>
        <source>The job is saved in espalier/sync.cfg below the user's configuration, in PBS's format; --source and --target, which that has
no room for, beside it. The job's own end is the target, with --sync-direction push the source: --store and --ns are
of that end. A job that removes what vanished needs --max-removed, which says how much, or --disable.</source>
        <translation>Der Job wird in espalier/sync.cfg in der Konfiguration des Benutzers gespeichert, im Format von PBS; --source und --target,
für die es darin keinen Platz gibt, daneben. Das eigene Ende des Jobs ist das Ziel, mit --sync-direction push die Quelle:
--store und --ns gehören zu diesem Ende. Ein Job, der Verschwundenes entfernt, braucht --max-removed, das sagt wie viel,
oder --disable.</translation>
    </message>
    <message>
        <source>Only what is given changes. Where other snapshots would go, what was approved ends, and a job that removes what vanished
is disabled until that is approved again.</source>
        <translation>Nur was angegeben ist, ändert sich. Wo andere Snapshots entfernt würden, endet die Genehmigung, und ein Job, der
Verschwundenes entfernt, ist deaktiviert, bis das wieder genehmigt ist.</translation>
    </message>
    <message>
        <source>PBS has no such property of sync jobs: it is noted beside sync.cfg, for your own jobs only.</source>
        <translation>PBS hat diese Eigenschaft bei Sync-Jobs nicht: Sie wird neben sync.cfg notiert, nur für eigene Jobs.</translation>
    </message>
    <message>
        <source>Reads espalier/sync.cfg below the user's configuration, and etc/proxmox-backup/sync.cfg below the directory that
--pbs-root names.</source>
        <translation>Liest espalier/sync.cfg in der Konfiguration des Benutzers und etc/proxmox-backup/sync.cfg unter dem Verzeichnis, das
--pbs-root nennt.</translation>
    </message>
    <message>
        <source>Prune and sync jobs that are enabled, one after the other, each for the time of its schedule since its last run; one that
missed several runs once. Nobody is asked: nothing goes that was not approved. Exit code 3: not all ended OK.</source>
        <translation>Aktivierte Prune- und Sync-Jobs, einer nach dem anderen, jeder für die Zeit seines Zeitplans seit dem letzten Lauf; wer
mehrere verpasst hat, läuft einmal. Niemand wird gefragt: Nichts wird entfernt, was nicht genehmigt ist. Exit-Code 3: Nicht
alle endeten mit OK.</translation>
    </message>
    <message>
        <source>Writes espalier-due.service and espalier-due.timer into the user's directory of systemd, and starts the timer. Without
systemd it says which line cron needs.</source>
        <translation>Schreibt espalier-due.service und espalier-due.timer in das systemd-Verzeichnis des Benutzers und startet den Timer. Ohne
systemd sagt es, welche Zeile cron braucht.</translation>
    </message>
    <message>
        <source>Stops the timer and takes its files away. Jobs stay as they are.</source>
        <translation>Hält den Timer an und nimmt seine Dateien weg. Jobs bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Changes nothing.</source>
        <translation>Ändert nichts.</translation>
    </message>
    <message>
        <source>Which end the job's own is: pull copies into it, push out of it</source>
        <translation>Welches Ende das eigene des Jobs ist: pull kopiert hinein, push heraus</translation>
    </message>
    <message>
        <source>What the datastore at the job's own end is called; without it, it is opened and asked</source>
        <translation>Wie der Datastore am eigenen Ende des Jobs heißt; ohne diese Angabe wird er geöffnet und gefragt</translation>
    </message>
    <message>
        <source>What the datastore at the other end is called; without it, it is opened and asked</source>
        <translation>Wie der Datastore am anderen Ende heißt; ohne diese Angabe wird er geöffnet und gefragt</translation>
    </message>
    <message>
        <source>What a PBS calls the server of the other end; kept for an export</source>
        <translation>Wie ein PBS den Server am anderen Ende nennt; für einen Export</translation>
    </message>
    <message>
        <source>Take this property away; also disable, zone or budget</source>
        <translation>Diese Eigenschaft wegnehmen; auch disable, zone oder budget</translation>
    </message>
    <message>
        <source>Tell the maintenance mode of a datastore</source>
        <translation>Den Wartungsmodus eines Datastores nennen</translation>
    </message>
    <message>
        <source>Set a maintenance mode for as long as this command runs</source>
        <translation>Einen Wartungsmodus setzen, solange dieser Befehl läuft</translation>
    </message>
    <message>
        <source>End a maintenance mode that Espalier has set</source>
        <translation>Einen Wartungsmodus beenden, den Espalier gesetzt hat</translation>
    </message>
    <message>
        <source>Also tells whether Espalier has set it, and whether what shall end it is still there.</source>
        <translation>Nennt auch, ob Espalier ihn gesetzt hat, und ob das noch da ist, was ihn beenden soll.</translation>
    </message>
    <message>
        <source>MODE is offline or read-only. The former mode is restored when the command ends, however it ends, unless somebody else
changed it meanwhile. Tells when nothing of PBS is at work any more. Needs the package espalier-agent on the host.</source>
        <translation>MODE ist offline oder read-only. Der frühere Modus gilt wieder, wenn der Befehl endet, wie auch immer er endet, außer
jemand anderes hat ihn inzwischen geändert. Meldet, wenn nichts von PBS mehr arbeitet. Braucht das Paket espalier-agent
auf dem Rechner.</translation>
    </message>
    <message>
        <source>Restores what was there before. One that PBS or somebody else has set stays.</source>
        <translation>Stellt her, was vorher galt. Was PBS oder jemand anderes gesetzt hat, bleibt.</translation>
    </message>
    <message>
        <source>Copy N chunks at a time, of all groups together</source>
        <translation>N Chunks zugleich kopieren, von allen Gruppen zusammen</translation>
    </message>
    <message>
        <source>Copy N groups side by side, at most 32</source>
        <translation>N Gruppen nebeneinander kopieren, höchstens 32</translation>
    </message>
    <message>
        <source>Copy no more than that in a second, such as 40MiB, when it pulls</source>
        <translation>Wenn er holt: in einer Sekunde nicht mehr als das kopieren, etwa 40MiB</translation>
    </message>
    <message>
        <source>Copy no more than that in a second, such as 40MiB, when it pushes</source>
        <translation>Wenn er schiebt: in einer Sekunde nicht mehr als das kopieren, etwa 40MiB</translation>
    </message>
    <message>
        <source>Copy so much at once before the rate counts</source>
        <translation>So viel auf einmal kopieren, bevor das Tempo zählt</translation>
    </message>
    <message>
        <source>Move groups or a namespace to another datastore</source>
        <translation>Gruppen oder einen Namespace in einen anderen Datastore verschieben</translation>
    </message>
    <message>
        <source>Copies as a sync does, with owner, notes, protection and verification. Then every file of each snapshot is compared with its
copy, and every chunk is read back at the target; what is the same is removed at the source, listed and agreed to before. A
group that a sync would not copy completely is refused. Until it is removed the source is untouched, and after a stop or a
crash the same command goes on. To undo it, move back with --source and --target exchanged. Both datastores have to be
directories of this computer. Exit code 3: not everything was moved.</source>
        <translation>Kopiert wie ein Sync, mit Besitzer, Notizen, Schutz und Verifizierung. Dann wird jede Datei jedes Snapshots mit ihrer Kopie
verglichen und jeder Chunk am Ziel zurückgelesen; was gleich ist, wird an der Quelle entfernt, vorher aufgelistet und
bestätigt. Eine Gruppe, die ein Sync nicht ganz kopieren würde, wird abgelehnt. Bis zum Entfernen ist die Quelle unberührt,
und nach Anhalten oder Absturz macht derselbe Befehl weiter. Rückgängig: zurück verschieben, --source und --target
vertauscht. Beide Datastores müssen Verzeichnisse dieses Rechners sein. Exitcode 3: nicht alles wurde verschoben.</translation>
    </message>
    <message>
        <source>The datastore that is moved from</source>
        <translation>Der Datastore, aus dem verschoben wird</translation>
    </message>
    <message>
        <source>The datastore that is moved to</source>
        <translation>Der Datastore, in den verschoben wird</translation>
    </message>
    <message>
        <source>Namespace of the groups at the source; the root where it is not given</source>
        <translation>Namespace der Gruppen an der Quelle; ohne Angabe die Wurzel</translation>
    </message>
    <message>
        <source>Namespace at the target, made where it is missing; the same as at the source where it is not given</source>
        <translation>Namespace am Ziel, wird angelegt, wo er fehlt; ohne Angabe derselbe wie an der Quelle</translation>
    </message>
    <message>
        <source>Move the whole namespace that --from names, with all below it; --to is what it becomes</source>
        <translation>Den ganzen Namespace verschieben, den --from nennt, mit allem darunter; --to ist, was er wird</translation>
    </message>
    <message>
        <source>Copy and read back N chunks at a time</source>
        <translation>N Chunks auf einmal kopieren und zurücklesen</translation>
    </message>
    <message>
        <source>List every snapshot with what becomes of it (JSON has them always)</source>
        <translation>Jeden Snapshot mit dem auflisten, was aus ihm wird (JSON hat sie immer)</translation>
    </message>
</context>
<context>
    <name>espalier::cli::HistoryCommand</name>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>did not end</source>
        <translation>nicht zu Ende</translation>
    </message>
    <message>
        <source>partly done</source>
        <translation>teilweise getan</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a run</comment>
        <translation>getan</translation>
    </message>
    <message>
        <source>undid %1</source>
        <translation>machte %1 rückgängig</translation>
    </message>
    <message>
        <source>Nothing was done here yet.</source>
        <translation>Hier wurde noch nichts getan.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>im Gange</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
</context>
<context>
    <name>espalier::cli::Invocation</name>
    <message>
        <source>Reading: %1 groups, %2 snapshots</source>
        <translation>Einlesen: %1 Gruppen, %2 Snapshots</translation>
    </message>
    <message>
        <source>Reading manifests: %1 of %2</source>
        <translation>Manifeste lesen: %1 von %2</translation>
    </message>
    <message>
        <source>Go on? [y/N] </source>
        <extracomment>[y/N]: what can be answered; the first one must be the first letter of "yes", below</extracomment>
        <translation>Weiter? [y/N] </translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>the first letter means yes in answer to a question</extracomment>
        <translation>ja</translation>
    </message>
    <message numerus="yes">
        <source>Reading the guests' names of %n group(s)</source>
        <translation>
            <numerusform>Gastnamen von %n Gruppe werden gelesen</numerusform>
            <numerusform>Gastnamen von %n Gruppen werden gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::JobEdit</name>
    <message>
        <source>The job "%1" is like that already.</source>
        <translation>Der Job „%1“ ist schon so.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::JobSwitch</name>
    <message>
        <source>The sync job "%1" runs when it is due.</source>
        <translation>Der Sync-Job „%1“ läuft, wenn er fällig ist.</translation>
    </message>
    <message>
        <source>The job "%1" is enabled already.</source>
        <translation>Der Job „%1“ ist schon aktiviert.</translation>
    </message>
    <message>
        <source>The job "%1" is disabled already.</source>
        <translation>Der Job „%1“ ist schon deaktiviert.</translation>
    </message>
    <message>
        <source>What it will remove: %1</source>
        <comment>a command</comment>
        <translation>Was er entfernen wird: %1</translation>
    </message>
</context>
<context>
    <name>espalier::cli::JobTransfer</name>
    <message>
        <source>The sync job "%1" was imported; it is disabled here.</source>
        <translation>Der Sync-Job „%1“ wurde importiert; hier ist er deaktiviert.</translation>
    </message>
    <message>
        <source>The prune job "%1" was imported; it is disabled here.</source>
        <translation>Der Prune-Job „%1“ wurde importiert; hier ist er deaktiviert.</translation>
    </message>
    <message>
        <source>There is nothing to import.</source>
        <translation>Es gibt nichts zu importieren.</translation>
    </message>
    <message>
        <source>May "%1" be replaced?</source>
        <translation>Darf „%1“ ersetzt werden?</translation>
    </message>
</context>
<context>
    <name>espalier::cli::ListNamespacesCommand</name>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>(root)</source>
        <translation>(Wurzel)</translation>
    </message>
</context>
<context>
    <name>espalier::cli::MaintenanceCommand</name>
    <message>
        <source>No maintenance mode.</source>
        <translation>Kein Wartungsmodus.</translation>
    </message>
    <message>
        <source>Maintenance mode: %1</source>
        <translation>Wartungsmodus: %1</translation>
    </message>
    <message>
        <source>Espalier has set it at %1, and restores what was there before: %2</source>
        <translation>Espalier hat ihn um %1 gesetzt und stellt her, was vorher galt: %2</translation>
    </message>
    <message>
        <source>The maintenance mode would be: %1</source>
        <translation>Der Wartungsmodus wäre: %1</translation>
    </message>
    <message>
        <source>The maintenance mode is set until this command is ended with Ctrl+C.</source>
        <translation>Der Wartungsmodus gilt, bis dieser Befehl mit Strg+C beendet wird.</translation>
    </message>
    <message>
        <source>Nothing of PBS is at work in the datastore any more.</source>
        <translation>Nichts von PBS arbeitet mehr im Datastore.</translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n operation(s) of PBS began before.</source>
        <translation>
            <numerusform>Warten: %n Vorgang von PBS hat vorher begonnen.</numerusform>
            <numerusform>Warten: %n Vorgänge von PBS haben vorher begonnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting: a task of PBS is still running, or cannot be seen.</source>
        <translation>Warten: Ein Vorgang von PBS läuft noch oder ist nicht zu sehen.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::MergeList</name>
    <message>
        <source>%1 in the namespace "%2" and %1 in the namespace "%3": %4</source>
        <translation>%1 im Namespace „%2“ und %1 im Namespace „%3“: %4</translation>
    </message>
</context>
<context>
    <name>espalier::cli::Operation</name>
    <message>
        <source>Waiting: %1</source>
        <translation>Wartet: %1</translation>
    </message>
    <message>
        <source>Nothing was changed: this was a dry run.</source>
        <translation>Nichts wurde geändert: Das war ein Probelauf.</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) done.</source>
        <translation>
            <numerusform>%n Schritt getan.</numerusform>
            <numerusform>%n Schritte getan.</numerusform>
        </translation>
    </message>
    <message>
        <source>To undo: %1</source>
        <translation>Zum Rückgängigmachen: %1</translation>
    </message>
    <message>
        <source>Stopped, as asked. What was begun was ended.</source>
        <translation>Angehalten, wie verlangt. Was begonnen war, wurde beendet.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>With --take-foreign-entries they move along.</source>
        <translation>Mit --take-foreign-entries gehen sie mit.</translation>
    </message>
    <message>
        <source>"espalierctl namespace create" makes it.</source>
        <translation>„espalierctl namespace create“ legt ihn an.</translation>
    </message>
    <message>
        <source>With --wait the command waits for the end of it.</source>
        <translation>Mit --wait wartet der Befehl auf das Ende.</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a step</comment>
        <translation>getan</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a step</comment>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not reached</source>
        <comment>a step</comment>
        <translation>nicht erreicht</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them new</source>
        <translation>
            <numerusform>%1, davon %n neu</numerusform>
            <numerusform>%1, davon %n neu</numerusform>
        </translation>
    </message>
    <message>
        <source>With --merge they are merged.</source>
        <translation>Mit --merge werden sie zusammengeführt.</translation>
    </message>
    <message>
        <source>"espalierctl group owner" changes the owner.</source>
        <translation>„espalierctl group owner“ ändert den Besitzer.</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) removed for good.</source>
        <translation>
            <numerusform>%n Snapshot endgültig entfernt.</numerusform>
            <numerusform>%n Snapshots endgültig entfernt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::OverlapsCommand</name>
    <message>
        <source>unreadable</source>
        <comment>owner</comment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letztes Backup</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message numerus="yes">
        <source>%n guest id(s) in several namespaces</source>
        <translation>
            <numerusform>%n Gast-ID in mehreren Namespaces</numerusform>
            <numerusform>%n Gast-IDs in mehreren Namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n guest id(s) with several guests' names</source>
        <translation>
            <numerusform>%n Gast-ID mit mehreren Gastnamen</numerusform>
            <numerusform>%n Gast-IDs mit mehreren Gastnamen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::PruneCalendar</name>
    <message>
        <source>all removed</source>
        <comment>backups of a day</comment>
        <translation>alle entfernt</translation>
    </message>
    <message>
        <source>no backup</source>
        <comment>on a day</comment>
        <translation>keine Sicherung</translation>
    </message>
</context>
<context>
    <name>espalier::cli::PruneJobCommand</name>
    <message>
        <source>everything</source>
        <comment>what a prune job keeps</comment>
        <translation>alles</translation>
    </message>
    <message>
        <source>There are no prune jobs.</source>
        <translation>Es gibt keine Prune-Jobs.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Datastore</source>
        <translation>Datastore</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Keeps</source>
        <translation>Behält</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>a prune job</comment>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>all namespaces below</source>
        <comment>depth of a prune job</comment>
        <translation>alle Namespaces darunter</translation>
    </message>
    <message>
        <source>enabled</source>
        <comment>a prune job</comment>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>time zone</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Next runs</source>
        <translation>Nächste Läufe</translation>
    </message>
    <message>
        <source>Of</source>
        <comment>whose job it is</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Espalier</source>
        <comment>whose job it is</comment>
        <translation>Espalier</translation>
    </message>
    <message>
        <source>server</source>
        <comment>whose job it is</comment>
        <translation>Server</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>how a run ended, and when it began</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
</context>
<context>
    <name>espalier::cli::PruneJobEditing</name>
    <message>
        <source>Unattended runs remove nothing before it is approved again, with --max-removed.</source>
        <translation>Unbeaufsichtigte Läufe entfernen nichts, bevor es mit --max-removed wieder erlaubt ist.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::PruneOperation</name>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
</context>
<context>
    <name>espalier::cli::PrunePreviewCommand</name>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unfertig</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Newest backup</source>
        <translation>Neueste Sicherung</translation>
    </message>
</context>
<context>
    <name>espalier::cli::PruneSimulateCommand</name>
    <message>
        <source>Backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) stay</source>
        <translation>
            <numerusform>%n Snapshot bleibt</numerusform>
            <numerusform>%n Snapshots bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) go</source>
        <translation>
            <numerusform>%n Snapshot geht</numerusform>
            <numerusform>%n Snapshots gehen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::cli::PruneTotals</name>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Unfinished</source>
        <translation>Unvollständig</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Size that goes</source>
        <translation>Größe, die wegfällt</translation>
    </message>
    <message>
        <source>all together</source>
        <comment>sum of a table</comment>
        <translation>insgesamt</translation>
    </message>
    <message>
        <source>%1 in %2 is left alone: PBS cannot list it.</source>
        <translation>%1 in %2 bleibt unberührt: PBS kann sie nicht auflisten.</translation>
    </message>
    <message>
        <source>Space comes back with garbage collection only, and only where no other snapshot has the same data.</source>
        <translation>Platz wird erst durch die Garbage Collection frei, und nur wo kein anderer Snapshot dieselben Daten hat.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>depends on the time zone</source>
        <comment>verdict on a snapshot</comment>
        <translation>hängt von der Zeitzone ab</translation>
    </message>
</context>
<context>
    <name>espalier::cli::RecoverCommand</name>
    <message>
        <source>No run was interrupted here.</source>
        <translation>Kein Lauf wurde hier unterbrochen.</translation>
    </message>
    <message>
        <source>done</source>
        <comment>a step</comment>
        <translation>getan</translation>
    </message>
    <message>
        <source>partly done</source>
        <comment>a step</comment>
        <translation>teilweise getan</translation>
    </message>
    <message>
        <source>not done</source>
        <comment>a step</comment>
        <translation>nicht getan</translation>
    </message>
    <message>
        <source>changed since</source>
        <comment>a step</comment>
        <translation>seither geändert</translation>
    </message>
    <message>
        <source>The undo %1 of the run %2 was interrupted.</source>
        <translation>Das Rückgängigmachen %1 des Laufs %2 wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Undo that run again: what is back already stays.</source>
        <translation>Machen Sie den Lauf noch einmal rückgängig: Was schon zurück ist, bleibt.</translation>
    </message>
    <message>
        <source>The run %1 was interrupted.</source>
        <translation>Der Lauf %1 wurde unterbrochen.</translation>
    </message>
    <message>
        <source>"espalierctl recover DIR RUN --finish" does what is not done, "… --undo" brings back what is.</source>
        <translation>„espalierctl recover DIR RUN --finish“ tut, was nicht getan ist, „… --undo“ holt zurück, was getan ist.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::RemovalQuestion</name>
    <message>
        <source>This removes %1 of %2 for good; there is no undo.</source>
        <comment>number of snapshots, number of groups</comment>
        <translation>Damit werden %1 aus %2 endgültig entfernt; das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <comment>of which</comment>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a group and its namespace</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>These lose their last snapshot: %1.</source>
        <translation>Diese verlieren ihren letzten Snapshot: %1.</translation>
    </message>
    <message>
        <source>Type the number of snapshots that are to go: </source>
        <translation>Geben Sie die Zahl der Snapshots ein, die weg sollen: </translation>
    </message>
    <message>
        <source>Remove them? [y/N] </source>
        <translation>Entfernen? [j/N] </translation>
    </message>
    <message>
        <source>yes</source>
        <extracomment>the first letter means yes in answer to a question</extracomment>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>espalier::cli::RunDueCommand</name>
    <message>
        <source>The %1 was due at %2 and missed that; it runs now.</source>
        <translation>Der %1 war um %2 fällig und hat das verpasst; er läuft jetzt.</translation>
    </message>
    <message>
        <source>The %1, due at %2, runs.</source>
        <translation>Der %1, fällig um %2, läuft.</translation>
    </message>
    <message>
        <source>The %1 ended: %2 (%3).</source>
        <translation>Der %1 ist zu Ende: %2 (%3).</translation>
    </message>
    <message>
        <source>The %1 is due: %2.</source>
        <translation>Der %1 ist fällig: %2.</translation>
    </message>
    <message>
        <source>No job is due.</source>
        <translation>Kein Job ist fällig.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::ScheduleCommand</name>
    <message>
        <source>It never comes due.</source>
        <translation>Er wird nie fällig.</translation>
    </message>
    <message>
        <source>After that it does not come due again.</source>
        <translation>Danach wird er nicht mehr fällig.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::ShowCommand</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Datastore</source>
        <translation>Datastore</translation>
    </message>
    <message>
        <source>Directory</source>
        <translation>Verzeichnis</translation>
    </message>
    <message>
        <source>File system</source>
        <translation>Dateisystem</translation>
    </message>
    <message>
        <source>PBS</source>
        <translation>PBS</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Befunde</translation>
    </message>
    <message>
        <source>Can be changed</source>
        <translation>Änderbar</translation>
    </message>
    <message>
        <source>Namespaces</source>
        <translation>Namespaces</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Garbage collection</source>
        <translation>Garbage Collection</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Levels below</source>
        <translation>Ebenen darunter</translation>
    </message>
    <message>
        <source>Contains</source>
        <translation>Enthält</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>unreadable</source>
        <comment>owner</comment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>Verifizierung</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unfertig</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>Snapshot</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>missing on disk</source>
        <translation>fehlt auf dem Datenträger</translation>
    </message>
    <message>
        <source>not in the manifest</source>
        <translation>nicht im Manifest</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
    <message>
        <source>none</source>
        <comment>encryption</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>ok</source>
        <comment>verify state</comment>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>verify state</comment>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>verify state</comment>
        <translation>noch nicht</translation>
    </message>
</context>
<context>
    <name>espalier::cli::StoreMoveCommand</name>
    <message>
        <source>%1 of %2 groups</source>
        <comment>how many of them are done</comment>
        <translation>%1 von %2 Gruppen</translation>
    </message>
    <message>
        <source>Copying: %1, %2, %3</source>
        <comment>groups, snapshot, bytes</comment>
        <translation>Kopieren: %1, %2, %3</translation>
    </message>
    <message>
        <source>Comparing: %1, %2, %3 read back</source>
        <comment>groups, snapshot, bytes</comment>
        <translation>Vergleichen: %1, %2, %3 zurückgelesen</translation>
    </message>
    <message>
        <source>Removing at the source: %1</source>
        <translation>Entfernen an der Quelle: %1</translation>
    </message>
    <message>
        <source>Snapshots: %1 copied, %2 compared. New chunks: %3, %4.</source>
        <translation>Snapshots: %1 kopiert, %2 verglichen. Neue Chunks: %3, %4.</translation>
    </message>
    <message>
        <source>Removed at the source: snapshots %1, groups %2, namespaces %3.</source>
        <translation>An der Quelle entfernt: Snapshots %1, Gruppen %2, Namespaces %3.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::StoreMovePreview</name>
    <message>
        <source>At the source %1 of %2 go for good, each once it was compared with its copy.</source>
        <comment>number of snapshots, number of groups</comment>
        <translation>An der Quelle gehen %1 von %2 endgültig, jeder erst, wenn er mit seiner Kopie verglichen ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <comment>of which</comment>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>copied, compared, removed</source>
        <comment>what becomes of a snapshot</comment>
        <translation>kopiert, verglichen, entfernt</translation>
    </message>
    <message>
        <source>compared, removed</source>
        <comment>what becomes of a snapshot whose copy is there</comment>
        <translation>verglichen, entfernt</translation>
    </message>
    <message>
        <source>Makes the namespace %1 at the target.</source>
        <translation>Legt am Ziel den Namespace %1 an.</translation>
    </message>
    <message numerus="yes">
        <source>Copies %n snapshot(s), at most %1.</source>
        <translation>
            <numerusform>Kopiert %n Snapshot, höchstens %1.</numerusform>
            <numerusform>Kopiert %n Snapshots, höchstens %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Removes the namespace %1 at the source, if nothing is left in it.</source>
        <translation>Entfernt an der Quelle den Namespace %1, wenn nichts mehr darin ist.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>refused</source>
        <comment>a group</comment>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <comment>a group and two namespaces</comment>
        <translation>%1 von %2 nach %3</translation>
    </message>
    <message>
        <source>protected</source>
        <comment>a snapshot</comment>
        <translation>geschützt</translation>
    </message>
</context>
<context>
    <name>espalier::cli::SyncCommand</name>
    <message>
        <source>%1 %: %2, %3 copied</source>
        <translation>%1 %: %2, %3 kopiert</translation>
    </message>
    <message>
        <source>Snapshots: %1 copied, %2 copied again, %3 unchanged. New chunks: %4, %5.</source>
        <translation>Snapshots: %1 kopiert, %2 noch einmal kopiert, %3 unverändert. Neue Chunks: %4, %5.</translation>
    </message>
    <message>
        <source>Removed for good: snapshots %1, groups %2, namespaces %3.</source>
        <translation>Endgültig entfernt: Snapshots %1, Gruppen %2, Namespaces %3.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::SyncJobCommand</name>
    <message>
        <source>%1, %2</source>
        <comment>a datastore and a namespace</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>disabled</source>
        <comment>a sync job</comment>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>There are no sync jobs.</source>
        <translation>Es gibt keine Sync-Jobs.</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Job</translation>
    </message>
    <message>
        <source>Of</source>
        <comment>whose job it is</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Espalier</source>
        <comment>whose job it is</comment>
        <translation>Espalier</translation>
    </message>
    <message>
        <source>server</source>
        <comment>whose job it is</comment>
        <translation>Server</translation>
    </message>
    <message>
        <source>enabled</source>
        <comment>a sync job</comment>
        <translation>aktiviert</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>time zone</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
</context>
<context>
    <name>espalier::cli::SyncJobEditing</name>
    <message>
        <source>Unattended runs remove nothing before it is approved again, with --max-removed.</source>
        <translation>Unbeaufsichtigte Läufe entfernen nichts, bevor es mit --max-removed neu genehmigt ist.</translation>
    </message>
    <message>
        <source>It is disabled until what it removes is approved again, with --max-removed.</source>
        <translation>Er ist deaktiviert, bis mit --max-removed neu genehmigt ist, was er entfernt.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::SyncPreview</name>
    <message>
        <source>refused</source>
        <comment>a group</comment>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>goes</source>
        <comment>a group</comment>
        <translation>verschwindet</translation>
    </message>
    <message>
        <source>vanished</source>
        <comment>a group</comment>
        <translation>verschwunden</translation>
    </message>
    <message>
        <source>new</source>
        <comment>a group</comment>
        <translation>neu</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Namespace</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message numerus="yes">
        <source>Makes %n namespace(s).</source>
        <translation>
            <numerusform>Legt %n Namespace an.</numerusform>
            <numerusform>Legt %n Namespaces an.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copies %n snapshot(s), at most %1.</source>
        <translation>
            <numerusform>Kopiert %n Snapshot, höchstens %1.</numerusform>
            <numerusform>Kopiert %n Snapshots, höchstens %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Removes %n snapshot(s) for good.</source>
        <translation>
            <numerusform>Entfernt endgültig %n Snapshot.</numerusform>
            <numerusform>Entfernt endgültig %n Snapshots.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a group and its namespace</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>These snapshots are removed for good:</source>
        <translation>Diese Snapshots werden endgültig entfernt:</translation>
    </message>
</context>
<context>
    <name>espalier::cli::TimerCommand</name>
    <message>
        <source>Due jobs run while you are logged in; "loginctl enable-linger" lets them run always.</source>
        <translation>Fällige Jobs laufen, solange Sie angemeldet sind; mit „loginctl enable-linger“ laufen sie immer.</translation>
    </message>
    <message>
        <source>Due jobs are no longer run by systemd.</source>
        <translation>Fällige Jobs werden nicht mehr von systemd gestartet.</translation>
    </message>
    <message>
        <source>systemd does not run due jobs; "espalierctl timer install" has it do so.</source>
        <translation>systemd startet keine fälligen Jobs; mit „espalierctl timer install“ tut es das.</translation>
    </message>
    <message>
        <source>systemd runs due jobs every minute, with "%1".</source>
        <translation>systemd startet fällige Jobs jede Minute, mit „%1“.</translation>
    </message>
    <message>
        <source>The timer is installed, with "%1", and does not run.</source>
        <translation>Der Timer ist eingerichtet, mit „%1“, und läuft nicht.</translation>
    </message>
</context>
<context>
    <name>espalier::cli::TreeCommand</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>Snapshots</translation>
    </message>
    <message>
        <source>Last backup</source>
        <translation>Letztes Backup</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Verifiziert</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message numerus="yes">
        <source>%n namespace(s)</source>
        <translation>
            <numerusform>%n Namespace</numerusform>
            <numerusform>%n Namespaces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n group(s)</source>
        <translation>
            <numerusform>%n Gruppe</numerusform>
            <numerusform>%n Gruppen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot</numerusform>
            <numerusform>%n Snapshots</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s): "espalierctl findings" tells what does not fit.</source>
        <translation>
            <numerusform>%n Befund: „espalierctl findings“ sagt, was nicht passt.</numerusform>
            <numerusform>%n Befunde: „espalierctl findings“ sagt, was nicht passt.</numerusform>
        </translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>foreign files</source>
        <translation>fremde Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%n protected</source>
        <comment>snapshots of a group</comment>
        <translation>
            <numerusform>%n geschützt</numerusform>
            <numerusform>%n geschützt</numerusform>
        </translation>
    </message>
    <message>
        <source>unreadable</source>
        <comment>owner</comment>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>unfertig</translation>
    </message>
    <message>
        <source>protected</source>
        <comment>one snapshot</comment>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>ok</source>
        <comment>verify state</comment>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>verify state</comment>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>encrypted</source>
        <translation>verschlüsselt</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>signiert</translation>
    </message>
</context>
<context>
    <name>espalier::text::BudgetWords</name>
    <message>
        <source>nothing was approved yet</source>
        <translation>noch nichts erlaubt</translation>
    </message>
    <message numerus="yes">
        <source>at most %n snapshot(s)</source>
        <comment>of a run</comment>
        <translation>
            <numerusform>höchstens %n Snapshot</numerusform>
            <numerusform>höchstens %n Snapshots</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, and %2 % of those that the groups have</source>
        <translation>%1, und %2 % derer, die die Gruppen haben</translation>
    </message>
    <message>
        <source>%1; groups may lose their last snapshot</source>
        <translation>%1; Gruppen dürfen ihren letzten Snapshot verlieren</translation>
    </message>
</context>
<context>
    <name>espalier::text::HistoryWords</name>
    <message numerus="yes">
        <source>Undo: brought back %n group(s)</source>
        <translation>
            <numerusform>Rückgängig: %n Gruppe zurückgebracht</numerusform>
            <numerusform>Rückgängig: %n Gruppen zurückgebracht</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n snapshot(s)</source>
        <translation>
            <numerusform>%n Snapshot entfernen</numerusform>
            <numerusform>%n Snapshots entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n namespace(s)</source>
        <translation>
            <numerusform>%n Namespace anlegen</numerusform>
            <numerusform>%n Namespaces anlegen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n Änderung</numerusform>
            <numerusform>%n Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n group(s)</source>
        <translation>
            <numerusform>%n Gruppe verschieben</numerusform>
            <numerusform>%n Gruppen verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>espalier::text::JobWords</name>
    <message>
        <source>%1 h %2 min</source>
        <comment>a duration</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>a duration</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a duration</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>sync job "%1"</source>
        <translation>Sync-Job „%1“</translation>
    </message>
    <message>
        <source>prune job "%1"</source>
        <translation>Prune-Job „%1“</translation>
    </message>
    <message>
        <source>runs</source>
        <comment>a job</comment>
        <translation>läuft</translation>
    </message>
    <message>
        <source>OK</source>
        <comment>how a job ended</comment>
        <translation>OK</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <comment>how a job ended</comment>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>failed</source>
        <comment>how a job ended</comment>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>how a job ended</comment>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>ended early</source>
        <comment>how a job ended</comment>
        <translation>vorzeitig beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) copied</source>
        <comment>a run of a job</comment>
        <translation>
            <numerusform>%n Snapshot kopiert</numerusform>
            <numerusform>%n Snapshots kopiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n snapshot(s) removed</source>
        <comment>a run of a job</comment>
        <translation>
            <numerusform>%n Snapshot entfernt</numerusform>
            <numerusform>%n Snapshots entfernt</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing to do</source>
        <comment>a run of a job</comment>
        <translation>nichts zu tun</translation>
    </message>
    <message>
        <source>time zone unknown</source>
        <comment>of a job: nobody knows when it is due</comment>
        <translation>Zeitzone unbekannt</translation>
    </message>
    <message>
        <source>missed %1</source>
        <comment>a job at a time</comment>
        <translation>verpasst: %1</translation>
    </message>
    <message>
        <source>due since %1</source>
        <comment>a job</comment>
        <translation>fällig seit %1</translation>
    </message>
</context>
<context>
    <name>espalier::text::ScheduleWords</name>
    <message>
        <source>There is no such hour: PBS reads this as minute and second of every hour.</source>
        <translation>Diese Stunde gibt es nicht: PBS liest das als Minute und Sekunde jeder Stunde.</translation>
    </message>
    <message>
        <source>The steps do not fit into the day, hour, month or year: PBS goes on beyond its end and may leave out the beginning of
the next one. With an end, such as 0..23/5 instead of 0/5, it begins anew.</source>
        <translation>Die Schritte gehen in Tag, Stunde, Monat oder Jahr nicht auf: PBS zählt über das Ende hinaus und lässt womöglich den
Anfang des nächsten aus. Mit einem Ende, etwa 0..23/5 statt 0/5, beginnt es neu.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n Sekunde</numerusform>
            <numerusform>%n Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Every day at %1.</source>
        <translation>Jeden Tag um %1.</translation>
    </message>
    <message>
        <source>Every %1 at %2.</source>
        <comment>weekday, time</comment>
        <translation>Jeden %1 um %2.</translation>
    </message>
    <message>
        <source>Every %1, next at %2.</source>
        <comment>3 hours, time</comment>
        <translation>Alle %1, das nächste Mal um %2.</translation>
    </message>
    <message>
        <source>On %1 at %2.</source>
        <comment>weekdays, time</comment>
        <translation>Am %1 um %2.</translation>
    </message>
    <message>
        <source>It never comes due.</source>
        <translation>Er wird nie fällig.</translation>
    </message>
    <message>
        <source>It comes due once more.</source>
        <translation>Er wird noch einmal fällig.</translation>
    </message>
    <message>
        <source>At intervals from %1 to %2.</source>
        <translation>In Abständen von %1 bis %2.</translation>
    </message>
    <message>
        <source>Every minute.</source>
        <translation>Jede Minute.</translation>
    </message>
    <message>
        <source>Every hour, next at %1.</source>
        <translation>Jede Stunde, das nächste Mal um %1.</translation>
    </message>
</context>
<context>
    <name>espalier::text::TaskWords</name>
    <message>
        <source>backup</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>backup of %1</source>
        <translation>Sicherung von %1</translation>
    </message>
    <message>
        <source>garbage collection</source>
        <translation>Garbage Collection</translation>
    </message>
    <message>
        <source>garbage collection of %1</source>
        <translation>Garbage Collection von %1</translation>
    </message>
    <message>
        <source>prune</source>
        <translation>Prune</translation>
    </message>
    <message>
        <source>prune of %1</source>
        <translation>Prune von %1</translation>
    </message>
    <message>
        <source>prune job</source>
        <translation>Prune-Job</translation>
    </message>
    <message>
        <source>prune job %1</source>
        <translation>Prune-Job %1</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>Wiederherstellung</translation>
    </message>
    <message>
        <source>restore of %1</source>
        <translation>Wiederherstellung von %1</translation>
    </message>
    <message>
        <source>sync</source>
        <translation>Sync</translation>
    </message>
    <message>
        <source>sync of %1</source>
        <translation>Sync von %1</translation>
    </message>
    <message>
        <source>sync job</source>
        <translation>Sync-Job</translation>
    </message>
    <message>
        <source>sync job %1</source>
        <translation>Sync-Job %1</translation>
    </message>
    <message>
        <source>verify job</source>
        <translation>Verify-Job</translation>
    </message>
    <message>
        <source>verify job %1</source>
        <translation>Verify-Job %1</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>verification of %1</source>
        <translation>Prüfung von %1</translation>
    </message>
    <message>
        <source>move of a group</source>
        <translation>Verschieben einer Gruppe</translation>
    </message>
    <message>
        <source>move of %1</source>
        <translation>Verschieben von %1</translation>
    </message>
    <message>
        <source>move of a namespace</source>
        <translation>Verschieben eines Namespace</translation>
    </message>
</context>
</TS>
