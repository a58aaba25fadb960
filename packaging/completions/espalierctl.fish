# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for espalierctl

set -l commands tree findings overlaps show move namespace apply undo history demo help

complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -f
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a tree -d 'Show namespaces and groups of a datastore'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a findings -d 'List what does not fit the scheme of PBS'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a overlaps -d 'List guests that occur in several namespaces'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a show -d 'Tell everything about one thing'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a move -d 'Move backup groups to another namespace'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a namespace -d 'Make an empty namespace'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a apply -d 'Do what a saved plan says'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a undo -d 'Bring back what a run changed'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a history -d 'List the runs that changed a datastore'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a demo -d 'Write two small datastores'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -a help -d 'Explain a command'
complete -c espalierctl -n "not __fish_seen_subcommand_from $commands" -l version -d 'Tell the version'

complete -c espalierctl -l json -d 'Print one JSON document'
complete -c espalierctl -l yes -d 'Answer questions with yes'
complete -c espalierctl -l dry-run -d 'Change nothing, and end as the run would'
complete -c espalierctl -l pbs-root -r -a '(__fish_complete_directories)' -d 'Look for the directories of PBS below another one'
complete -c espalierctl -l help -d 'Explain the command'

complete -c espalierctl -n '__fish_seen_subcommand_from tree' -l depth -x -d 'Print no more levels'
complete -c espalierctl -n '__fish_seen_subcommand_from tree' -l snapshots -d 'Print snapshots, too'
complete -c espalierctl -n '__fish_seen_subcommand_from tree' -l details -d 'Read every manifest'
complete -c espalierctl -n '__fish_seen_subcommand_from overlaps' -l guests -d 'Look into every group'
complete -c espalierctl -n '__fish_seen_subcommand_from move' -l from -x -d 'Namespace where the groups are'
complete -c espalierctl -n '__fish_seen_subcommand_from move' -l to -x -d 'Namespace where they shall be'
complete -c espalierctl -n '__fish_seen_subcommand_from move' -l take-foreign-entries -d 'Files that are not of PBS move along'
complete -c espalierctl -n '__fish_seen_subcommand_from move namespace' -l save-plan -r -d 'Change nothing, write the plan'
complete -c espalierctl -n '__fish_seen_subcommand_from apply' -l keep-going -d 'Do what can be done'
complete -c espalierctl -n '__fish_seen_subcommand_from move namespace apply undo' -l wait -d 'Wait for what is in the way'
complete -c espalierctl -n '__fish_seen_subcommand_from namespace; and not __fish_seen_subcommand_from create' -f -a create
complete -c espalierctl -n '__fish_seen_subcommand_from undo' -l new-backups -x -a 'take leave' -d 'Backups made since'
complete -c espalierctl -n '__fish_seen_subcommand_from demo' -l namespaces -x -d 'Number of namespaces'
complete -c espalierctl -n '__fish_seen_subcommand_from demo' -l groups -x -d 'Number of groups'
complete -c espalierctl -n '__fish_seen_subcommand_from demo' -l snapshots -x -d 'Number of snapshots'
complete -c espalierctl -n '__fish_seen_subcommand_from demo' -l seed -x -d 'Where the random choices begin'
complete -c espalierctl -n '__fish_seen_subcommand_from help' -f -a "$commands"
