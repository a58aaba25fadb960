# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for espalierctl

_espalierctl() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
    local common='--json --yes --dry-run --pbs-root --help'
    local commands='tree findings overlaps show move namespace group snapshot apply undo recover history demo help'

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
    --depth | --from | --to | --ns | --set | --group | --max-depth | --namespaces | --groups | --seed) return ;;
    esac
    if [[ $previous == --save-plan || $previous == --storage-cfg || ($command == apply && $current != -*) ]]; then
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        compopt -o filenames
        return
    fi
    if ((COMP_CWORD == 2)); then
        local second=
        case $command in
        namespace) second='list create move rename copy delete' ;;
        group) second='merge owner notes' ;;
        snapshot) second='protect unprotect' ;;
        esac
        if [[ $second ]]; then
            mapfile -t COMPREPLY < <(compgen -W "$second" -- "$current")
            return
        fi
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
        move) options='--from --to --merge --take-foreign-entries --keep-going --storage-cfg --wait --save-plan' ;;
        namespace) options='--max-depth --keep-source --merge --take-foreign-entries --keep-going --storage-cfg --wait --save-plan' ;;
        group) options='--from --to --ns --set --take-foreign-entries --keep-going --storage-cfg --wait' ;;
        snapshot) options='--ns --keep-going --wait' ;;
        apply) options='--keep-going --storage-cfg --wait' ;;
        recover) options='--finish --undo --keep-going --wait' ;;
        undo) options='--group --new-backups --wait' ;;
        demo) options='--namespaces --groups --snapshots --seed' ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$options $common" -- "$current")
        return
    fi
    mapfile -t COMPREPLY < <(compgen -d -- "$current")
    compopt -o filenames
}
complete -F _espalierctl espalierctl
