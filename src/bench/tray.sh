#!/usr/bin/env bash
# Tries the tray icon for real: the app under Xvfb with a window manager and a panel, its menu over the bus, a copy
# from it, locking, closing to the tray, the panel's end, quitting. Pictures go to target/tray.
#
#   mvn -q package -DskipTests && src/bench/tray.sh
#
# Needs Xvfb, openbox, xfce4-panel, trayer, xdotool, wmctrl, gdbus, scrot and GTK 3. Works in throw-away folders, ends only what
# it started.
set -euo pipefail
cd "$(dirname "$0")/../.."
if [ -z "${TRAY_INNER:-}" ]; then
  TRAY_INNER=1 exec dbus-run-session -- "$0" "$@"
fi
. src/bench/tray-steps.sh
work=$(mktemp -d)
pictures=target/tray
mkdir -p "$pictures"
display=:$((RANDOM % 400 + 500))
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT
umask 077
export HOME=$work XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_RUNTIME_DIR=$work/run
export XDG_CACHE_HOME=$work/cache DISPLAY=$display GDK_BACKEND=x11 NO_AT_BRIDGE=1 LANG=C.UTF-8
unset WAYLAND_DISPLAY
mkdir -p "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME/keyarbor"
java=${JAVA:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)}
classpath=${CLASSPATH_FILE:+$(cat "$CLASSPATH_FILE")}
if [ -z "$classpath" ]; then
  mvn -q -o dependency:build-classpath -Dmdep.outputFile="$work/cp" -Dmdep.includeScope=runtime >/dev/null
  classpath=$(cat "$work/cp")
fi
classpath=target/classes:$classpath
secret=visibly-fake-0O1lI
password='an owl reads maps at night'

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*" >&2; picture failed; cat "$work/log" >&2; exit 1; }
picture() { scrot -o "$pictures/$1.png" || true; }
await() { # SECONDS COMMAND...: until it succeeds
  local left=$(($1 * 5)); shift
  until "$@" >/dev/null 2>&1; do
    [ $((left--)) -gt 0 ] || return 1
    sleep 0.2
  done
}
not() { ! "$@"; }
keyarbor() { "$java" -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp "$classpath" io.keyarbor.app.CommandLineApp "$@"; }
clipboard() { "$java" -XX:TieredStopAtLevel=1 src/bench/ClipboardText.java; }
window() { xdotool search --onlyvisible --name 'Keyarbor$'; }

Xvfb "$display" -noreset -screen 0 1400x900x24 >/dev/null 2>&1 & pids+=($!)
await 10 xdotool getdisplaygeometry || fail "no display"
openbox >/dev/null 2>&1 & pids+=($!)
printf '%s\n' "$password" >"$work/password"
keyarbor init --password-file "$work/password" >/dev/null
printf %s "$secret" >"$work/secret"
keyarbor add generic-login --name 'DB_ADMIN production' --no-test --field username=admin --secret "password=@$work/secret" --favourite \
  --password-file "$work/password" >/dev/null
printf '{"closeToTray":"true","clipboardSeconds":"10","recentVault":"%s"}' "$XDG_DATA_HOME/keyarbor/personal.keyarbor" \
  >"$XDG_CONFIG_HOME/keyarbor/settings.json"

start_app() {
  "$java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dprism.order=sw --enable-native-access=ALL-UNNAMED -cp "$classpath" io.keyarbor.app.Main >"$work/log" 2>&1 &
  app=$!
  pids+=("$app")
  await 30 window || fail "no window"
}
start_panel() { xfce4-panel --disable-wm-check >/dev/null 2>&1 & panel=$!; pids+=("$panel"); }
running() { kill -0 "$app" 2>/dev/null; }

say "1. No panel: no icon, and closing the window ends the app"
start_app
sleep 4
! tray_name >/dev/null || fail "an icon without a panel"
wid=$(window | head -1)
wmctrl -ic "$wid"
await 20 not running || fail "the app goes on without a window and without an icon"

say "2. A panel: an icon, and a menu that names nothing while locked"
start_app
start_panel
tray_wait 20 || fail "no icon"
[ "$(tray_labels | tr '\n' '|')" = '|Unlock…|Quit|' ] || fail "locked menu: $(tray_labels)"
sleep 1; picture locked

say "3. Unlocked: the favourite and its fields; a copy that clears itself"
wid=$(window | head -1)
xdotool windowactivate --sync "$wid"
xdotool type --delay 40 "$password"
xdotool key Return
await 20 tray_id 'DB__ADMIN production' || fail "no favourite in the menu: $(tray_labels)"
tray_labels
sleep 1; picture unlocked
# Where the panel's usual layout has the icons.
xdotool mousemove 1275 12 click 3
sleep 1
xdotool key Down Down Right
sleep 1; picture menu
xdotool key Escape Escape Escape
tray_choose 'DB__ADMIN production' 'Copy Password'
sleep 1
[ "$(clipboard)" = "$secret" ] || fail "the clipboard holds something else"
sleep 11
[ -z "$(clipboard)" ] || fail "the clipboard was not cleared"

say "4. Closing hides the window behind the icon; pressing the icon brings it back"
wmctrl -ic "$wid"
await 10 not window || fail "the window is still there"
running || fail "the app ended"
tray_choose 'DB__ADMIN production' 'Copy Password'
await 5 test "$secret" = "$(clipboard)" || fail "no copy without a window"
sleep 1; picture hidden
tray_press
await 10 window || fail "the window does not come back"

say "5. The panel ends while the window is hidden: it is there again"
wmctrl -ic "$(window | head -1)"
await 10 not window || fail "the window is still there"
kill "$panel"
await 15 window || fail "the window is lost"
picture raised

say "6. A panel that knows only the old way of X"
trayer --edge bottom --widthtype request --height 32 >/dev/null 2>&1 & old=$!; pids+=("$old")
sleep 6; picture trayer
wmctrl -ic "$(window | head -1)"
await 10 not window || fail "no icon of the old way"
kill "$old"
await 15 window || fail "the window is lost with the old panel"

say "7. A panel again: locking from the menu, then quitting"
start_panel
tray_wait 20 || fail "no icon"
tray_choose Lock
await 10 tray_id 'Unlock…' || fail "not locked"
! tray_labels | grep -q DB || fail "a locked menu names a credential"
sleep 1; picture locked-again
tray_choose Quit
await 20 not running || fail "the app goes on"
[ -z "$(clipboard)" ] || fail "something is left on the clipboard"
say "All of it works; pictures are in $pictures."
