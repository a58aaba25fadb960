# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Espalier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# `./dev format` and `./dev lint`: run at the top of the sources.

: "${repository:?is set by ./dev}"

# Prints the C++ files of the project, each ended by a zero byte.
cppFiles() {
    find src tests -type f \( -name '*.cpp' -o -name '*.h' \) -print0 | sort -z
}

scripts() {
    printf '%s\0' dev .ci/run
    find dev.d tests packaging -type f \( -name '*.sh' -o -name virtual-display -o -name launcher \) -print0
}

format() {
    prepareEnvironment
    cppFiles | tool xargs -0 -r -n 40 -P "$(nproc)" clang-format -i
}

# Runs every check, so that one run shows all there is to mend.
lint() {
    local depth=changed failed=()
    case ${1:-} in
    --all | --fast) depth=${1#--} ;;
    '') ;;
    *) fail "\"./dev lint\" knows --all and --fast, not \"$1\"." ;;
    esac
    prepareEnvironment
    check format lintFormat
    check rooms tool python3 tests/lint/rooms.py
    check versions tool python3 tests/lint/versions.py
    check spelling tool codespell
    check licences lintLicences
    check scripts lintScripts
    [[ $depth == fast ]] || check analysis lintAnalysis "$depth"
    ((${#failed[@]} == 0)) || fail "These checks found something to mend: ${failed[*]}."
    say "Nothing to mend."
}

check() {
    say "Checking $1."
    "${@:2}" || failed+=("$1")
}

lintFormat() {
    cppFiles | tool xargs -0 -r -n 40 -P "$(nproc)" clang-format --dry-run -Werror
}

# A checkout may belong to another user than the one who looks at it; git asks for a word about that.
lintLicences() {
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0=safe.directory GIT_CONFIG_VALUE_0=$repository tool reuse lint --lines
}

lintScripts() {
    scripts | tool xargs -0 shellcheck -x
}

# clang-tidy reads the flags, and the headers made from forms, of the asan build, which has the tests as well.
lintAnalysis() {
    local files
    (build asan) >&2 || return 1
    mapfile -d '' files < <(if [[ $1 == all ]]; then cppFiles; else changedFiles; fi | sourcesOf)
    ((${#files[@]} > 0)) || return 0
    printf '%s\0' "${files[@]}" | tool xargs -0 -n 1 -P "$(nproc)" clang-tidy --quiet -p build/asan
}

# What differs from origin/main, or where there is none, from the last commit (and if nothing does, what that changed).
changedFiles() {
    local base
    base=$(git merge-base HEAD origin/main 2>/dev/null) || base=HEAD
    [[ $base != HEAD ]] || ! git diff --quiet HEAD -- src tests || base=HEAD~1
    git diff -z --name-only --diff-filter=d "$base" -- src tests
    git ls-files -z --others --exclude-standard -- src tests
}

# Of the files on standard input, those that the asan build compiles; a header stands for the source of its name.
sourcesOf() {
    local file
    while read -r -d '' file; do
        file=${file%.h}
        file=${file%.cpp}.cpp
        grep -qsF "$repository/$file\"" build/asan/compile_commands.json && printf '%s\0' "$file"
    done | sort -zu
}
