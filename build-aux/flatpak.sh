# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# The Flatpak, on the GNOME runtime or on what stands in for it; sourced by build-aux/tasks.
#
# Runtimes lie in an installation of their own kind, found in this order: what is installed on this machine, what Flathub
# has, and the stand-in, Debian testing in the shape of a runtime. The application is installed below _build, so that
# checkouts do not get into each other's way.
#
# stand-in-HASH          a finished one, with installation/ in it; it appears by a rename
# stand-in-HASH.part     one being made
# stand-in-HASH.lock     held alone while it is made

flatpak_id=org.mailcheckup.MailCheckup
flatpak_version=51
flatpak_dir=${repo:?}/_build/flatpak
flatpak_manifest=$repo/flatpak/$flatpak_id.json
flathub=https://dl.flathub.org/repo/flathub.flatpakrepo

stand_in_suite=forky
# Count up when the way it is made changes.
stand_in_recipe=1

# Whether applications can run in their sandbox here: says what is missing, if not.
flatpak_possible() {
    if ! bwrap --dev-bind / / --unshare-user --unshare-pid --proc /proc true 2>/dev/null &&
        ! bwrap --dev-bind / / --unshare-pid --proc /proc true 2>/dev/null; then
        say "Flatpak's sandbox cannot be made here: this container allows no namespaces within its own"
    elif ! [ -w /dev/fuse ]; then
        say "files cannot be saved from a sandbox here: /dev/fuse is missing or belongs to others"
    else
        return 0
    fi
    return 1
}

# Which runtimes

# Finds the runtimes, makes them if need be, and tells flatpak by FLATPAK_SYSTEM_DIR; the application's own
# installation is FLATPAK_USER_DIR.
flatpak_ready() {
    mkdir -p "$flatpak_dir" "${logs:?}"
    flatpak_cache=${XDG_CACHE_HOME:-$HOME/.cache}/mail-checkup
    mkdir -p "$flatpak_cache"
    flatpak_machine=$(flatpak --default-arch)
    is_stand_in=false
    for place in /var/lib/flatpak "${XDG_DATA_HOME:-$HOME/.local/share}/flatpak" "$flatpak_cache/flathub"; do
        if flatpak_has_runtimes "$place"; then
            flatpak_use "$place"
            return
        fi
    done
    if flathub_install; then
        flatpak_use "$flatpak_cache/flathub"
        return
    fi
    stand_in_ready || return
    is_stand_in=true
    flatpak_use "$stand_in/installation"
}

flatpak_has_runtimes() {
    for runtime in Platform Sdk; do
        [ -e "$1/runtime/org.gnome.$runtime/$flatpak_machine/$flatpak_version/active" ] || return 1
    done
}

# Usage: flatpak_use RUNTIMES [APPLICATIONS]
flatpak_use() {
    export FLATPAK_SYSTEM_DIR="$1" FLATPAK_USER_DIR="${2:-$flatpak_dir/installation}"
    # Where programs on this machine look for what applications export; flatpak warns when it is not there.
    export XDG_DATA_DIRS="$FLATPAK_USER_DIR/exports/share:/usr/local/share:/usr/share"
}

# Usage: flathub_install; fails when Flathub is out of reach.
flathub_install() {
    timeout 20 python3 -c 'import sys, urllib.request; urllib.request.urlopen (sys.argv[1], timeout=10)' "$flathub" \
        >/dev/null 2>&1 || return 1
    say "installing the GNOME runtime $flatpak_version from Flathub in $flatpak_cache/flathub (once, about 2 GB)"
    mkdir -p "$flatpak_cache/flathub"
    step "installing the GNOME runtime" "$logs/flatpak-runtime.log" flathub_fill && return
    step_failed "going on with the stand-in for it"
    return 1
}

flathub_fill() {
    set -- env FLATPAK_SYSTEM_DIR="$flatpak_cache/flathub" flatpak --system
    "$@" remote-add --if-not-exists flathub "$flathub" &&
        "$@" install -y --noninteractive flathub "org.gnome.Platform//$flatpak_version" "org.gnome.Sdk//$flatpak_version"
}

# The stand-in

stand_in_packages() {
    sed 's/#.*//' "$repo/build-aux/stand-in-packages" | tr -s '[:space:]' '\n' | sed '/^$/d'
}

# Sets $stand_in to a finished one.
stand_in_ready() {
    hash=$({ echo "$stand_in_suite $stand_in_recipe $flatpak_version $MAIL_CHECKUP_IDS"; stand_in_packages; } | sha256sum | cut -c 1-12)
    stand_in=$flatpak_cache/stand-in-$hash
    [ ! -d "$stand_in" ] || return 0
    if [ "$MAIL_CHECKUP_IDS" = one ]; then
        say "the GNOME runtime $flatpak_version is not installed, Flathub is out of reach, and what stands in for it needs several user ids: run it as root"
        return 3
    fi
    exec 7>>"$stand_in.lock"
    flock -n 7 || {
        say "another ./dev is making the stand-in for the GNOME runtime; waiting for it"
        flock 7
    }
    if [ ! -d "$stand_in" ]; then
        say "Flathub is out of reach: making what stands in for the GNOME runtime $flatpak_version (Debian testing, about 4 minutes, 2 GB, once) in $flatpak_cache"
        rm -rf "$stand_in.part"
        if ! step "making the stand-in" "$stand_in.log" stand_in_fill "$stand_in.part"; then
            rm -rf "$stand_in.part"
            step_failed "is the network there, and 4 GB of room? Then start again"
            return 1
        fi
        mv "$stand_in.part" "$stand_in"
        say "the stand-in is ready after ${step_seconds:?} s"
    fi
    exec 7>&-
}

stand_in_fill() {
    mkdir -p "$1/tree/files" "$1/installation" &&
        stand_in_system "$1" &&
        stand_in_tree "$1" &&
        stand_in_export "$1" &&
        stand_in_install "$1"
}

# Without what no program in a sandbox reads, or would miss.
stand_in_system() {
    part=$1
    "$repo/build-aux/debian-sources" "$stand_in_suite" >"$part/sources.list"
    cat "$part/sources.list"
    set --
    for pattern in 'share/doc/*' 'share/info/*' 'share/locale/*' 'share/man/*' 'share/vulkan/registry/*' 'lib/*/libicu*.a'; do
        set -- "$@" --dpkgopt="path-exclude=/usr/$pattern"
    done
    TMPDIR=/var/tmp mmdebstrap --verbose --mode=root --variant=apt --format=directory \
        --keyring=/usr/share/keyrings/debian-archive-keyring.gpg --aptopt='Acquire::Check-Valid-Until "false"' \
        --dpkgopt=force-unsafe-io "$@" \
        --include="$(stand_in_packages | paste -s -d ,)" "$stand_in_suite" "$part/system" - <"$part/sources.list"
}

# A runtime is the folder usr of a system, with etc in it.
stand_in_tree() {
    mv "$1/system/usr" "$1/tree/usr" && mv "$1/system/etc" "$1/tree/usr/etc" || return
    for name in resolv.conf hosts hostname machine-id mtab; do
        rm -f "$1/tree/usr/etc/$name"
    done
    # Where the GNOME runtime has it, and a locale that flatpak-builder asks for.
    ln -s ../libexec/flatpak-xdg-utils/flatpak-spawn "$1/tree/usr/bin/flatpak-spawn" &&
        ln -s C.utf8 "$1/tree/usr/lib/locale/en_US.utf8"
}

# Files as they are, not packed: what is installed then shares them.
stand_in_export() {
    ostree init --mode=bare-user --repo="$1/repo" || return
    for runtime in Platform Sdk; do
        cat >"$1/tree/metadata" <<METADATA
[Runtime]
name=org.gnome.$runtime
runtime=org.gnome.Platform/$flatpak_machine/$flatpak_version
sdk=org.gnome.Sdk/$flatpak_machine/$flatpak_version

[Environment]
GI_TYPELIB_PATH=/app/lib/girepository-1.0
METADATA
        flatpak build-export --disable-fsync --disable-sandbox --runtime "$1/repo" "$1/tree" "$flatpak_version" || return
    done
}

stand_in_install() {
    set -- "$1" env FLATPAK_SYSTEM_DIR="$1/installation" FLATPAK_USER_DIR="$1/nobody" flatpak --system
    part=$1
    shift
    "$@" remote-add --no-gpg-verify stand-in "file://$part/repo" &&
        "$@" install -y --noninteractive stand-in "org.gnome.Platform//$flatpak_version" "org.gnome.Sdk//$flatpak_version" &&
        rm -rf "$part/repo" "$part/tree" "$part/system" "$part/nobody"
}

# Building

# Builds and installs the application from the sources that lie around the manifest. Usage: flatpak_build [MANIFEST [OPTION…]]
flatpak_build() {
    flatpak_ready || return
    manifest=${1:-$flatpak_manifest}
    [ $# = 0 ] || shift
    if "$is_stand_in"; then
        say "on the stand-in for the GNOME runtime $flatpak_version"
        mirror=$("$repo/build-aux/debian-sources" "$stand_in_suite" | sed -n 's/^deb \([^ ]*\) .*/\1/p;q')
        "$repo/build-aux/flatpak-manifest" "$manifest" "$flatpak_dir/state/downloads" "$mirror" \
            "$flatpak_dir/manifest/$flatpak_id.json" 2>"$logs/flatpak-downloads.log" >"$flatpak_dir/origins" || return
        manifest=$flatpak_dir/manifest/$flatpak_id.json
        while read -r origin; do
            say "$origin"
        done <"$flatpak_dir/origins"
    fi
    say "building the Flatpak"
    step "building the Flatpak" "$logs/flatpak-build.log" flatpak_builder --install --repo="$flatpak_dir/repository" \
        --default-branch=stable "$@" "$flatpak_dir/application" "$manifest" && return
    step_failed "correct it and start again" 60
    return 1
}

# Usage: flatpak_builder OPTION… FOLDER MANIFEST
flatpak_builder() {
    # The state and the folder are on one file system; the file monitor of rofiles would need FUSE. With as many jobs as
    # processors ninja would start none on a machine with other work.
    flatpak-builder --user --disable-rofiles-fuse --force-clean --jobs="$(($(nproc) * 3))" --state-dir="$flatpak_dir/state" "$@"
}

# What the Sdk cannot run, or what would be no different in it; each counts as skipped.
flatpak_units_left_out() {
    cat <<'TABLE'
cli-keyring: in a sandbox libsecret asks a portal, not the keyring; journeys test that
keyring: the same
report-print: reads its pages with pdftotext, which no runtime has
desktop: looks at the sources alone
flathub: looks at the sources alone
TABLE
}

# Builds the sources with their tests in the Sdk, beside the modules of the last build, and runs the unit tests.
flatpak_unit_tests() {
    flatpak_units_left_out >"$flatpak_dir/left-out"
    # shellcheck disable=SC2016 # expanded in the sandbox
    flatpak_builder --stop-at=mail-checkup "$flatpak_dir/sdk" "$manifest" &&
        flatpak_in_sdk sh -c '
            [ -e "$0/build.ninja" ] || meson setup "$0" -Dwerror=true || exit
            ninja -C "$0" || exit
            meson test -C "$0" --list | sed -n "/unit/s/.*[ :]//p" | grep -vxE "$1" |
                xargs meson test -C "$0" --no-rebuild --print-errorlogs --timeout-multiplier 2 --suite unit
            :' "$flatpak_dir/unit" "$(sed 's/:.*//' "$flatpak_dir/left-out" | paste -s -d '|')" || return
    python3 "$repo/build-aux/count-tests" "$flatpak_dir/unit/meson-logs/testlog.json" "$flatpak_dir/left-out"
}

flatpak_in_sdk() {
    flatpak build --filesystem="$repo" --filesystem="$(dirname "$repo")/shared:ro" --share=network --env=TMPDIR=/tmp \
        "$flatpak_dir/sdk" "$@"
}

# Flathub's rules, for what the last build made.
flatpak_rules() {
    python3 "$repo/tests/unit/test-flathub.py" --built "$flatpak_dir/application" "$repo" "$flatpak_id"
}

# One file that installs with one command. It names where its runtime is: that is asked even by those who have it, so
# the stand-in's bundle does without. Usage: flatpak_bundle FILE
flatpak_bundle() {
    bundle_file=$1
    set --
    "$is_stand_in" || set -- --runtime-repo="$flathub"
    flatpak build-bundle "$@" "$flatpak_dir/repository" "$bundle_file" "$flatpak_id" stable
}

# Installs a bundle as on another computer, which has the runtime, and uses it from then on. Usage: flatpak_install_bundle FILE
flatpak_install_bundle() {
    rm -rf "$flatpak_dir/elsewhere"
    flatpak_use "$FLATPAK_SYSTEM_DIR" "$flatpak_dir/elsewhere"
    step "installing the bundle" "$logs/flatpak-install.log" flatpak install --user --noninteractive "$1" && return
    step_failed "try it: flatpak install --user $1"
    return 1
}

# What the last build made, as a list of names, kinds and digests.
flatpak_list_files() {
    ostree ls --repo="$flatpak_dir/repository" -R -C "app/$flatpak_id/$flatpak_machine/stable" /files /metadata
}

# Running

# The command line in its sandbox, as a program to call.
flatpak_cli() {
    cat >"$flatpak_dir/mail-checkup-cli" <<PROGRAM
#!/bin/sh
export FLATPAK_SYSTEM_DIR='$FLATPAK_SYSTEM_DIR' FLATPAK_USER_DIR='$FLATPAK_USER_DIR'
exec flatpak run --user --no-session-bus --no-a11y-bus --command=mail-checkup-cli $flatpak_id "\$@"
PROGRAM
    chmod +x "$flatpak_dir/mail-checkup-cli"
    printf '%s\n' "$flatpak_dir/mail-checkup-cli"
}

# Usage: flatpak_run [ARGS]
flatpak_run() {
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        [ $# != 0 ] || die 3 "there is no display: './dev flatpak run ADDRESS' makes a checkup in the terminal"
        say "there is no display, so this is the same in the terminal"
        exec flatpak run --user --no-session-bus --no-a11y-bus --command=mail-checkup-cli "$flatpak_id" check "$@"
    fi
    exec flatpak run --user "$flatpak_id" "$@"
}
