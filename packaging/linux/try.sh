#!/usr/bin/env bash
# Tries the Debian package on a minimal Debian, from its installation to its removal, and takes pictures:
#
#   mvn -Pinstaller verify && sudo packaging/linux/try.sh
#
# Makes a Debian in a folder that is thrown away, from the mirror that this computer's apt uses. Needs root, debootstrap, and the
# network. Everything runs in a namespace of its own, whose processes and mounts end with this script.
# With BASE=FILE.tar the minimal Debian is kept there, and taken from there the next time.
# Leaves pictures and the lists of files in target/try.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${TRY_INNER:-}" ]; then
  [ "$(id -u)" = 0 ] || { echo "This needs root: debootstrap and chroot do." >&2; exit 1; }
  TRY_INNER=1 exec unshare --mount --pid --fork --kill-child --propagation private -- "$0" "$@"
fi
out=$PWD/target/try
mkdir -p "$out"
work=$(mktemp -d)
root=$work/root
trap 'for m in proc dev/pts dev/shm dev; do umount -l "$root/$m" 2>/dev/null || true; done; rm -rf --one-file-system "$work"' EXIT
deb=$(ls target/installer/keyarbor_*.deb | sort -V | tail -1)
version=$(dpkg-deb -f "$deb" Version)
earlier=0.0.1
person=person

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
as_person() { chroot --userspec=$person:$person "$root" /usr/bin/env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME=/home/$person \
  XDG_RUNTIME_DIR=/run/user/person KEYARBOR_PASSWORD_FILE=/home/$person/password "$@"; }
apt() { in_root apt-get -qq -y -o Dpkg::Use-Pty=0 "$@" >"$work/apt.log" 2>&1 || { cat "$work/apt.log" >&2; fail "apt-get $*"; }; }
# Files and links that are there, but for what the system notes about its packages, and its caches.
files() {
  (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./sys -o -path ./tmp -o -path ./run -o -path ./var/lib/dpkg \
    -o -path ./var/lib/apt -o -path ./var/cache -o -path ./var/log \) -prune -o \( -type f -o -type l \) -print | sort)
}

say "A minimal Debian"
if [ -n "${BASE:-}" ] && [ -e "$BASE" ]; then
  mkdir "$root" && tar -C "$root" -xf "$BASE"
else
  IFS='|' read -r uri codename component <<<"$(apt-get indextargets --format '$(REPO_URI)|$(CODENAME)|$(COMPONENT)' 'Created-By: Packages' |
    grep -E '/debian/\|[a-z]+\|main$' | head -1)"
  [ -n "$codename" ] || fail "this computer's apt knows no mirror of Debian"
  debootstrap --variant=minbase --include=ca-certificates --keyring=/usr/share/keyrings/debian-archive-keyring.gpg \
    "$codename" "$root" "$uri" >"$work/debootstrap.log" || { tail -5 "$work/debootstrap.log" >&2; fail "debootstrap"; }
  [ -z "${BASE:-}" ] || tar -C "$root" -cf "$BASE" .
fi
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d" && chmod 755 "$root/usr/sbin/policy-rc.d"
in_root useradd --create-home $person
install -d -m 700 -o 1000 -g 1000 "$root/run/user/person"
as_person sh -c 'umask 077; echo "an owl reads maps at night" >$HOME/password; printf visibly-fake-0O1lI >$HOME/secret'
apt update
cp "$deb" "$root/new.deb"

say "A package of the same files with an earlier version, $earlier"
mkdir "$work/old"
dpkg-deb -R "$deb" "$work/old"
sed -i "s/^Version: .*/Version: $earlier/" "$work/old/DEBIAN/control"
dpkg-deb --root-owner-group -Zzstd -z1 -b "$work/old" "$root/old.deb" >/dev/null
rm -rf "$work/old"

say "What the package needs is what it says: alone on the minimal Debian, without what it merely recommends"
files >"$out/bare-before.txt"
apt install --no-install-recommends /old.deb
missing=$(in_root sh -c 'for f in $(find /usr/lib/keyarbor/runtime -name "*.so"); do
  LD_LIBRARY_PATH=/usr/lib/keyarbor/runtime/lib:/usr/lib/keyarbor/runtime/lib/server ldd "$f" | grep "not found" | sed "s|^|$f|"; done' || true)
[ -z "$missing" ] || fail "libraries are missing: $missing"
as_person keyarbor --version
in_root find /usr/share/applications /usr/share/mime/packages /usr/share/metainfo -name '*eyarbor*'
du -sh "$root/usr/lib/keyarbor" | cut -f1
apt purge keyarbor
apt autoremove --purge
files >"$out/bare-after.txt"
diff "$out/bare-before.txt" "$out/bare-after.txt" >"$out/bare.diff" || true
echo "files that are new, or gone, after the removal:"
cat "$out/bare.diff"
! grep -qi keyarbor "$out/bare.diff" || fail "the removal left something"

say "A desktop: X without a monitor, a window manager, a panel"
apt install --no-install-recommends xvfb openbox xfce4-panel xfconf dbus dbus-x11 xdotool wmctrl scrot xclip libglib2.0-bin libgtk-3-bin \
  hicolor-icon-theme adwaita-icon-theme librsvg2-common shared-mime-info desktop-file-utils xdg-utils man-db bash-completion
files >"$out/before.txt"

say "Install $earlier, use it, upgrade to $version"
apt install /old.deb
as_person keyarbor init
as_person keyarbor add generic-login --name 'DB_ADMIN production' --no-test --field username=admin --secret password=@/home/$person/secret --favourite
(cd "$root/home/$person" && find . -type f -newer "$root/new.deb" -exec sha256sum {} + | sort -k2) >"$out/home-before.txt"
apt install /new.deb
[ "$(in_root dpkg-query -W -f '${Version}' keyarbor)" = "$version" ] || fail "not upgraded"
(cd "$root/home/$person" && sha256sum -c --quiet "$out/home-before.txt") || fail "the upgrade touched files of the person"
[ "$(as_person keyarbor get 'DB_ADMIN production')" = visibly-fake-0O1lI ] || fail "the vault does not open after the upgrade"
install -m 600 -o 1000 -g 1000 src/test/resources/io/keyarbor/upgrade/upgrade.keyarbor "$root/home/$person/earlier.keyarbor"
[ "$(as_person keyarbor get --vault /home/$person/earlier.keyarbor 'DB_ADMIN production')" = visibly-fake-0O1lI ] ||
  fail "a vault that version 0.1.0 made does not open"
as_person keyarbor list
as_person keyarbor run --env PGPASSWORD='keyarbor://DB_ADMIN production/password' -- sh -c 'echo "a program got ${#PGPASSWORD} characters"'
in_root dpkg --verify keyarbor
as_person sh -c 'man -P cat keyarbor | head -4; man -P cat keyarbor-desktop | head -4'
as_person bash -c '. /usr/share/bash-completion/bash_completion; _completion_loader keyarbor || [ $? = 124 ]; complete -p keyarbor'
as_person xdg-mime query default x-scheme-handler/keyarbor | grep -x io.keyarbor.Keyarbor.desktop || fail "no handler of links"
as_person sh -c 'printf "KEYARBOR BUNDLE\n" >$HOME/x; gio info -a standard::content-type $HOME/x | tail -1; rm $HOME/x'

say "The desktop app"
cp packaging/linux/try-session.sh "$root/try-session.sh"
if [ -e src/bench/tray-steps.sh ]; then
  cp src/bench/tray-steps.sh "$root/tray-steps.sh"
fi
chmod 755 "$root"/*.sh
code=0
# Without a network, which also keeps its screen apart from those of this computer.
timeout 600 unshare --net chroot --userspec=$person:$person "$root" /usr/bin/env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME=/home/$person \
  XDG_RUNTIME_DIR=/run/user/person NO_AT_BRIDGE=1 dbus-run-session -- bash /try-session.sh || code=$?
cp "$root"/home/$person/pictures/*.png "$out/" 2>/dev/null || true
[ "$code" = 0 ] || fail "the desktop app; pictures are in $out"

say "Removal"
apt purge keyarbor
apt autoremove --purge
files >"$out/after.txt"
diff "$out/before.txt" "$out/after.txt" >"$out/removal.diff" || true
echo "files that are new, or gone, after the removal:"
cat "$out/removal.diff"
! grep -v "/home/$person/" "$out/removal.diff" | grep -qi keyarbor || fail "the removal left something"
[ -e "$root/home/$person/.local/share/keyarbor/personal.keyarbor" ] || fail "the person's vault is gone"
say "All of it works; pictures and lists of files are in $out"
