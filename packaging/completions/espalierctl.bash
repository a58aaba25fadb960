# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for espalierctl

_espalierctl() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    local common='--json --yes --dry-run --pbs-root --ssh-config --help'
    local budget='--max-removed --max-share --allow-last'
    local commands='tree findings overlaps show move namespace group snapshot apply undo recover history schedule prune sync maintenance run-due timer demo help'

    if ((COMP_CWORD == 1)); then
        mapfile -t COMPREPLY < <(compgen -W "$commands --help --version" -- "$current")
        return
    fi
    case $previous in
    --pbs-root)
        mapfile -t COMPREPLY < <(compgen -d -- "$current")
        compopt -o filenames
        return
        ;;
    --new-backups)
        mapfile -t COMPREPLY < <(compgen -W 'take leave' -- "$current")
        return
        ;;
    --zone)
        mapfile -t COMPREPLY < <(compgen -W "$(awk '!/^#/ {print $3}' /usr/share/zoneinfo/zone1970.tab 2>/dev/null)" -- "$current")
        return
        ;;
    --keep-* | --count | --rhythm | --until | --times | --job | --schedule | --comment | --store) return ;;
    --delete)
        mapfile -t COMPREPLY < <(compgen -W 'ns max-depth keep-last keep-hourly keep-daily keep-weekly keep-monthly keep-yearly comment disable zone budget' -- "$current")
        return
        ;;
    --depth | --from | --to | --ns | --set | --group | --max-depth | --namespaces | --groups | --seed) return ;;
    esac
    if [[ $previous == --save-plan || $previous == --output || $previous == --storage-cfg || ($command == apply && $current != -*) ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        compopt -o filenames
        return
    fi
    if ((COMP_CWORD == 2)); then
        local second=
        case $command in
        namespace) second='list create move rename copy delete' ;;
        group) second='merge owner notes delete' ;;
        snapshot) second='protect unprotect delete' ;;
        prune) second='simulate preview run job' ;;
        maintenance) second='show set clear' ;;
        sync) second='preview run move job' ;;
        timer) second='install remove status' ;;
        esac
        if [[ $second ]]; then
            mapfile -t COMPREPLY < <(compgen -W "$second" -- "$current")
            return
        fi
    fi
    if ((COMP_CWORD == 3)) && [[ $command == prune || $command == sync ]] && [[ $previous == job ]]; then
        mapfile -t COMPREPLY < <(compgen -W 'list show run create edit remove enable disable import export' -- "$current")
        return
    fi
    if [[ $command == help ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
        return
    fi
    if [[ $current == -* ]]; then
        local options=
        case $command in
        tree) options='--depth --snapshots --details' ;;
        overlaps) options='--guests' ;;
        move) options='--from --to --merge --take-foreign-entries --keep-going --adapt-jobs --storage-cfg --wait --save-plan' ;;
        namespace) options="$budget --with-groups --max-depth --keep-source --merge --take-foreign-entries --keep-going --adapt-jobs --storage-cfg --wait --save-plan" ;;
        group) options="$budget --from --to --ns --set --take-foreign-entries --keep-going --adapt-jobs --storage-cfg --wait" ;;
        snapshot) options="$budget --ns --keep-going --wait" ;;
        apply) options="$budget --keep-going --adapt-jobs --storage-cfg --wait" ;;
        recover) options="$budget --finish --undo --keep-going --wait" ;;
        undo) options='--group --new-backups --wait' ;;
        schedule) options='--from --zone --count' ;;
        prune)
            local keep='--keep-last --keep-hourly --keep-daily --keep-weekly --keep-monthly --keep-yearly'
            case ${COMP_WORDS[2]} in
            simulate) options="$keep --rhythm --from --until --times --zone --all --json-lines" ;;
            run) options="$keep $budget --job --own --host --ns --max-depth --zone --snapshots --wait --save-plan" ;;
            job) options="$keep $budget --own --host --schedule --ns --max-depth --comment --disable --store --place --delete --zone --snapshots --output --wait --save-plan" ;;
            preview) options="$keep --job --own --host --ns --max-depth --zone --snapshots --details" ;;
            esac
            ;;
        sync)
            options='--source --target --remote-ns --ns --max-depth --owner --group-filter --transfer-last --verified-only --encrypted-only --resync-corrupt --remove-vanished --exact-pbs --snapshots'
            [[ ${COMP_WORDS[2]} == preview ]] || options="$options $budget --threads --skip-digests --worker-threads --rate-in --burst-in --rate-out --burst-out"
            [[ ${COMP_WORDS[2]} != job ]] || options="$options --own --host --schedule --comment --sync-direction --store --remote --remote-store --zone --disable --delete --output"
            [[ ${COMP_WORDS[2]} != move ]] || options="$budget --source --target --from --to --namespace --keep-going --snapshots --threads"
            ;;
        demo) options='--namespaces --groups --snapshots --seed' ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$options $common" -- "$current")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
    compopt -o filenames
}
complete -F _espalierctl espalierctl
