# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The build root: Debian 13 with the packages of build-aux/packages, made once in the cache; sourced by ./dev.
#
# root-HASH           a finished root; it appears by a rename, so it is whole or not there
# root-HASH.part      one being made
# root-HASH.lock      held alone while the root is made or removed, shared while it is used
# root-HASH.log       how it was made

root_suite=trixie
# Count up when the way a root is made changes.
root_recipe=1

root_packages() {
    sed 's/#.*//' "${repo:?}/build-aux/packages" | tr -s '[:space:]' '\n' | sed '/^$/d'
}

# How user ids look in the root. As root: as they are. For others in a user namespace: root stands for the caller, and with
# the caller's range of further ids (uidmap, /etc/subuid) there are other users too, which the practice world needs.
root_choose_mapping() {
    if [ "$(id -u)" = 0 ]; then
        ids=all map=
    elif unshare --user --map-auto --map-root-user true 2>/dev/null; then
        ids=many map="unshare --user --map-auto --map-root-user"
    elif unshare --user --map-root-user true 2>/dev/null; then
        ids=one map="unshare --user --map-root-user"
    else
        die 3 "this system gives ordinary users no namespaces of their own: allow them (Debian: 'sudo sysctl kernel.unprivileged_userns_clone=1'; Ubuntu: 'sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0') or run ./dev as root"
    fi
    unshare_mounts="${map:-unshare} --mount"
    [ "$ids" != all ] || $unshare_mounts true 2>/dev/null ||
        die 3 "no mount namespace can be made here: start the container with --privileged, or use './dev --host' on Debian 13"
}

root_name() {
    root_choose_mapping
    hash=$({ echo "$root_suite $root_recipe $ids"; root_packages; } | sha256sum | cut -c 1-12)
    root=$cache/root-$hash
}

# Sets $root to a finished root and holds its lock on descriptor 9.
root_ready() {
    cache=${XDG_CACHE_HOME:-$HOME/.cache}/mail-checkup
    mkdir -p "$cache/mnt" || die 3 "cannot write to $cache: set XDG_CACHE_HOME to a folder with 5 GB of room"
    root_name
    if [ ! -d "$root" ]; then
        # With new tools the mapping may be a better one.
        root_tools
        root_name
    fi

    exec 9>>"$root.lock"
    if [ ! -d "$root" ]; then
        flock -n 9 || {
            say "another ./dev is making the build root; waiting for it"
            # Shared: who made it goes on using it.
            flock -s 9
        }
        [ -d "$root" ] || flock 9
        [ -d "$root" ] || root_make
    fi
    flock -s 9
    [ -d "$root" ] || die 3 "the build root was removed meanwhile: start again"
    touch "$root.lock"
}

root_make() {
    log=$root.log
    # Of a run that was interrupted.
    $map rm -rf "$root.part"
    trap 'step_quiet; $map rm -rf "$root.part" "$cache/apt.conf"; say "stopped; nothing half made is left"; exit 130' INT
    say "making the build root (Debian 13, about 2 minutes, 2 GB, once) in $cache"
    root_apt_conf >"$cache/apt.conf"
    if ! step "making the build root" "$log" root_fill; then
        $map rm -rf "$root.part" "$root.part.failed" "$cache/apt.conf"
        step_failed "nothing half made is left. Is the network there, and 4 GB of room? Then start ./dev again."
        exit 3
    fi
    rm -f "$cache/apt.conf"
    mv "$root.part" "$root"
    trap - INT
    say "the build root is ready after ${step_seconds:?} s"
    root_sweep
}

# Unpacked by ourselves, because only then its files belong to the users that the mapping shows.
root_fill() {
    mode=root sudo='' owner=--same-owner
    case $ids in
        many) mode=unshare ;;
        one) sudo=sudo owner=--no-same-owner ;;
    esac
    "$repo/build-aux/debian-sources" "$root_suite" >"$cache/sources.list"
    cat "$cache/sources.list"
    mkdir "$root.part"
    {
        # shellcheck disable=SC2094 # the sources are read, the log is written
        $sudo env TMPDIR=/var/tmp mmdebstrap --verbose --mode=$mode --variant=apt --format=tar \
            --keyring=/usr/share/keyrings/debian-archive-keyring.gpg --aptopt="$cache/apt.conf" \
            --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
            --include="$(root_packages | paste -s -d ,)" "$root_suite" - - <"$cache/sources.list" ||
            echo failed >"$root.part.failed"
    } | $map tar -x -p --numeric-owner "$owner" --exclude='./dev/*' -C "$root.part" || return 1
    if [ -e "$root.part.failed" ]; then
        rm -f "$root.part.failed"
        return 1
    fi
    # Places for what the machine lends: see build-aux/enter.
    # shellcheck disable=SC2016 # expanded there
    $map sh -c 'rm -f "$1/etc/resolv.conf" && : >"$1/etc/resolv.conf"' - "$root.part"
}

# The proxies that this machine's apt goes through.
root_apt_conf() {
    # Mirrors inside networks lag behind the date a Release file is good for.
    echo 'Acquire::Check-Valid-Until "false";'
    for scheme in http https; do
        eval "proxy=\${${scheme}_proxy:-}"
        [ -z "$proxy" ] || printf 'Acquire::%s::Proxy "%s";\n' "$scheme" "$proxy"
    done
    ! command -v apt-config >/dev/null || apt-config dump | grep -E '^Acquire::(https?::(.*::)?Proxy|Retries|Check-Date)' || :
}

# What makes the root: mmdebstrap, Debian's current keys and, for ordinary users, uidmap.
root_tools() {
    missing=
    command -v mmdebstrap >/dev/null || missing="$missing mmdebstrap"
    set -- /usr/share/keyrings/debian-archive-trixie-*
    [ -e "$1" ] || missing="$missing debian-archive-keyring"
    [ "$ids" = all ] || command -v newuidmap >/dev/null || missing="$missing uidmap"
    # shellcheck disable=SC2086 # a list
    [ -z "$missing" ] || install_packages $missing
    root_choose_mapping
    if [ "$ids" = one ]; then
        say "you have no range of further user ids (/etc/subuid): sudo helps to make the root, and the practice world won't run"
        sudo -v || die 3 "without sudo: have 'usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)' done for you"
    fi
}

# Roots of other package lists that nobody used for a week.
root_sweep() {
    find "$cache" -maxdepth 1 -name 'root-*.lock' -mtime +7 | while read -r lock; do
        old=${lock%.lock}
        # shellcheck disable=SC2086 # words
        if [ "$old" != "$root" ] && flock -n "$lock" $map rm -rf "$old" "$old.part"; then
            rm -f "$lock" "$old.log"
            say "removed an old build root, $old"
        fi
    done
}

# Goes into the root for good; signals, descriptors and the exit status stay as they are. Usage: root_enter COMMAND…
root_enter() {
    # shellcheck disable=SC2086 # words
    exec $unshare_mounts sh "$repo/build-aux/enter" "$root" "$repo" "$ids" "$@"
}
