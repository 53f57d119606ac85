# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Words and steps shared by ./dev and build-aux/tasks; sourced, not run.

say() {
    printf 'dev: %s\n' "$*" >&2
}

die() {
    status=$1
    shift
    say "$*"
    exit "$status"
}

# Runs a command with its output in a log, saying what goes on and how far it is.
# Usage: step WHAT LOG COMMAND…; afterwards a failure is explained with step_failed.
step() {
    step_what=$1 step_log=$2
    shift 2
    mkdir -p "$(dirname "$step_log")"
    : >"$step_log"
    step_start=$(date +%s)
    step_ticker &
    ticker=$!
    step_status=0
    # In a shell of its own, so that what a trap says is not said to the log.
    ("$@") >>"$step_log" 2>&1 </dev/null || step_status=$?
    step_quiet
    step_seconds=$(($(date +%s) - step_start))
    return "$step_status"
}

step_quiet() {
    [ -n "${ticker:-}" ] || return 0
    kill "$ticker" 2>/dev/null || :
    wait "$ticker" 2>/dev/null || :
    ticker=
    [ ! -t 2 ] || printf '\r\033[K' >&2
}

# On a terminal one line that changes each second; elsewhere a line after 10, then every 30 seconds.
step_ticker() {
    trap - EXIT INT TERM
    next=10
    while sleep 1 >/dev/null 2>&1 8>&- 9>&- && kill -0 $$ 2>/dev/null; do
        seconds=$(($(date +%s) - step_start))
        if [ -t 2 ]; then
            printf '\r\033[Kdev: %s … %s%s s' "$step_what" "$(step_progress)" "$seconds" >&2
        elif [ "$seconds" -ge "$next" ]; then
            say "$step_what … $(step_progress)$seconds s"
            next=$((seconds + 30))
        fi
    done
}

# How far it is, read from the log: "[12/90]" of ninja, "12/90" of meson, and a percentage while packages are
# installed (a new root starts with Debian's own few, then come ours).
step_progress() {
    awk '
        match ($0, /^\[?[ 0-9]+\/[0-9]+[] ]/) { at = substr ($0, RSTART, RLENGTH); gsub (/[][ ]/, "", at) }
        / newly installed, /                  { lists++; steps = 3 * $3; done = 0 }
        /^(Get:|Unpacking |Setting up )/      { done++ }
        END {
            if (lists > 1)
                at = int (99 * (done > steps ? 1 : done / steps)) "%"
            if (at != "")
                printf "%s, ", at
        }' "$step_log" 2>/dev/null || :
}

# Usage: step_failed HOW-TO-GO-ON [LINES]; without what went well and without command lines, and indented, so that no
# line of it is taken for a result.
step_failed() {
    say "$step_what failed after $step_seconds s. The end of its log:"
    sed -e '/^\[[0-9]*\/[0-9]*\] /d' -e '/^FAILED: /{n;d;}' -e '/^ok[: ]/d' "$step_log" | tail -n "${2:-25}" | sed 's/^/    /' >&2
    say "the whole log: $step_log"
    say "$1"
}
