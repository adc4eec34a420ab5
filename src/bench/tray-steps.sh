# Steps for trying the tray icon by hand or by script, over the session's bus alone; to be sourced. Needs gdbus.
# Each fails if what it asks for is not there. Words are those of the menu, from the outermost to the wanted one.

tray_watcher() { # PROPERTY: of the watcher that keeps the list of icons
  gdbus call --session --timeout 5 --dest org.kde.StatusNotifierWatcher --object-path /StatusNotifierWatcher \
    --method org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierWatcher "$1" 2>/dev/null
}

tray_property() { # PROGRAM PROPERTY: of an icon
  gdbus call --session --timeout 5 --dest "$1" --object-path /StatusNotifierItem \
    --method org.freedesktop.DBus.Properties.Get org.kde.StatusNotifierItem "$2" 2>/dev/null
}

tray_name() { # prints the name on the bus of the icon that is shown
  local name
  tray_watcher IsStatusNotifierHostRegistered | grep -q true || return 1
  for name in $(tray_watcher RegisteredStatusNotifierItems | grep -oE "'[^']+'" | tr -d "'"); do
    name=${name%%/*}
    if tray_property "$name" Id | grep -q "'keyarbor'"; then
      printf '%s\n' "$name"
      return 0
    fi
  done
  return 1
}

tray_wait() { # [SECONDS]: until the icon is shown
  local left=$((${1:-20} * 5))
  until tray_name >/dev/null; do
    [ $((left--)) -gt 0 ] || { echo "no tray icon is shown" >&2; return 1; }
    sleep 0.2
  done
}

tray_menu() { # prints the menu as the bus gives it
  gdbus call --session --timeout 5 --dest "$(tray_name)" --object-path /MenuBar --method com.canonical.dbusmenu.GetLayout -- 0 -1 '[]'
}

tray_labels() { # prints the words of the menu, one item on a line
  tray_menu | grep -oE "'label': <['\"][^>]*['\"]>" | sed -E "s/^'label': <.(.*).>$/\1/"
}

tray_id() { # WORDS...: prints the number of an item
  local menu word found
  menu=$(tray_menu) || return 1
  for word; do
    # The number stands before the properties of its item.
    found=$(grep -oE "\([0-9]+, \{[^}]*'label': <['\"]${word}['\"]>" <<<"$menu" | head -1)
    [ -n "$found" ] || { echo "the tray's menu has no “$word”" >&2; return 1; }
    menu=${menu#*"$found"}
  done
  found=${found#(}
  printf '%s\n' "${found%%,*}"
}

tray_choose() { # WORDS...: chooses an item
  local id
  id=$(tray_id "$@") || return 1
  gdbus call --session --timeout 5 --dest "$(tray_name)" --object-path /MenuBar --method com.canonical.dbusmenu.Event -- "$id" clicked "<''>" 0 >/dev/null
}

tray_press() { # presses the icon itself
  gdbus call --session --timeout 5 --dest "$(tray_name)" --object-path /StatusNotifierItem --method org.kde.StatusNotifierItem.Activate -- 0 0 >/dev/null
}
