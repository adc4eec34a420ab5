#!/usr/bin/env bash
# The part of try.sh that a person does at a desktop; run by it in a session of its own, inside the minimal Debian.
set -euo pipefail
umask 077
: >"$HOME/app.log"
pictures=$HOME/pictures
mkdir -p "$pictures" "$HOME/.config/xfce4/xfconf/xfce-perchannel-xml"
export GDK_BACKEND=x11
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done' EXIT

say() { printf -- '-- %s\n' "$*"; }
picture() { scrot -o "$pictures/$1.png" || true; }
fail() { echo "FAILED: $*" >&2; picture failed; cat "$HOME"/*.log >&2; exit 1; }
await() { # SECONDS COMMAND...: until it succeeds
  local end=$((SECONDS + $1)); shift
  until "$@" >/dev/null 2>&1; do
    [ "$SECONDS" -lt "$end" ] || return 1
    sleep 0.2
  done
}
not() { ! "$@"; }
window() { xdotool search --onlyvisible --name 'Keyarbor$'; }
running() { kill -0 "$app" 2>/dev/null; }
# It ends with 0 if so, with 3 if the vault is locked.
unlocked() { keyarbor status; }

cat >"$HOME/.config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=6;x=0;y=0"/>
      <property name="length" type="uint" value="100"/>
      <property name="size" type="uint" value="32"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/><value type="int" value="2"/><value type="int" value="3"/></property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="applicationsmenu"/>
    <property name="plugin-2" type="string" value="systray"/>
    <property name="plugin-3" type="string" value="clock"/>
  </property>
</channel>
XML

Xvfb -displayfd 3 -noreset -nolisten tcp -screen 0 1400x900x24 3>"$HOME/display" >/dev/null 2>&1 & pids+=($!)
await 30 test -s "$HOME/display" || fail "no screen"
DISPLAY=:$(cat "$HOME/display")
export DISPLAY
await 30 xdotool getdisplaygeometry || fail "no display"
openbox >/dev/null 2>&1 & pids+=($!)
xfce4-panel --disable-wm-check >"$HOME/panel.log" 2>&1 & pids+=($!)
if ! await 60 xdotool search --onlyvisible --class xfce4-panel; then
  # On a busy computer the panel was seen to end, or to wait for ever, at its first start.
  say "The panel did not come; once more"
  cat "$HOME/panel.log"
  kill "${pids[-1]}" 2>/dev/null || true
  xfce4-panel --disable-wm-check >"$HOME/panel.log" 2>&1 & pids+=($!)
  await 60 xdotool search --onlyvisible --class xfce4-panel || fail "no panel"
fi

say "The window, found by its desktop entry"
gtk-launch io.keyarbor.Keyarbor >"$HOME/app.log" 2>&1 & pids+=($!)
await 120 window || fail "no window"
app=$(xdotool getwindowpid "$(window | head -1)")
pids+=("$app")
sleep 2; picture locked

say "Unlocked by typing its password"
xdotool windowactivate --sync "$(window | head -1)"
xdotool type --delay 40 "$(cat "$HOME/password")"
xdotool key Return
await 60 unlocked || fail "not unlocked"
sleep 3; picture unlocked
[ "$(keyarbor get 'DB_ADMIN production' </dev/null)" = visibly-fake-0O1lI ] || fail "a command does not reach the unlocked app"

if [ -e /tray-steps.sh ]; then
  . /tray-steps.sh
  say "The icon in the panel, and its menu"
  tray_wait 60 || fail "no icon"
  tray_labels
  picture tray
  tray_choose 'DB__ADMIN production' 'Copy Password' || fail "no copy from the tray"
  await 60 sh -c 'timeout 5 xclip -selection clipboard -o | grep -qx visibly-fake-0O1lI' || fail "the clipboard holds something else"
  say "Locked from the tray"
  tray_choose Lock
  await 60 not unlocked || fail "not locked"
  sleep 1; picture tray-locked
  say "Quit from the tray"
  tray_choose Quit
else
  say "There are no steps for a tray in this build: not tried"
  xdotool key ctrl+l
  await 60 not unlocked || fail "not locked"
  sleep 1; picture locked-again
  wmctrl -ic "$(window | head -1)"
fi
await 60 not running || fail "the app goes on"
say "Nothing of it runs any more"
! pgrep -f /usr/lib/keyarbor/runtime || fail "something goes on"
