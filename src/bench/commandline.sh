#!/usr/bin/env bash
# Measures the command line beside keepassxc-cli on the same generated entries, in one run.
#
#   mvn package -DskipTests && src/bench/commandline.sh [ENTRIES]... (default: 1000 10000)
#
# Each command runs several times; the median counts. Keyarbor derives its key with Argon2id at the cost that it
# calibrates to about a second, keepassxc-cli with a key that takes a second, the default of KeePassXC. Keyarbor is measured with its agent, and for
# get also without. Leaves nothing behind.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
keyarbor=$here/target/keyarbor/bin/keyarbor
runs=${RUNS:-7}
work=$(mktemp -d)
export XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_RUNTIME_DIR=$work/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
unset KEYARBOR_VAULT KEYARBOR_PASSWORD_FILE
trap '"$keyarbor" lock >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
umask 077
password='a fake master password'
printf '%s\n' "$password" >"$work/password"

# Prints the median time of a command in milliseconds; the command is a function of this script.
median() {
  local times=() start i
  for ((i = 0; i < runs; i++)); do
    start=$(date +%s%N)
    "$@" >"$work/out" 2>"$work/err" || { echo "failed: $*" >&2; cat "$work/err" >&2; return 1; }
    times+=($((($(date +%s%N) - start) / 1000000)))
  done
  printf '%s\n' "${times[@]}" | sort -n | sed -n "$(((runs + 1) / 2))p"
}

once() { runs=1 median "$@"; }

row() { # what, milliseconds of Keyarbor, of keepassxc-cli
  awk -v what="$1" -v a="$2" -v b="$3" \
    'BEGIN { printf "%-28s %8d ms %8d ms %8.1f times\n", what, a, b, b / (a > 0 ? a : 1) }'
}

entries() { # how many: a CSV as KeePassXC writes it, and the same as KeePass XML
  python3 - "$1" "$work" <<'PY'
import base64, random, sys, uuid
from xml.sax.saxutils import escape
count, work = int(sys.argv[1]), sys.argv[2]
random.seed(count)
rows = [(f"Entry {i:05d}", f"user{i}@host{i % 97}.example", "fake-" + "%032x" % random.getrandbits(128),
         f"https://host{i % 97}.example/{i}", f"note {i}") for i in range(count)]
with open(f"{work}/entries.csv", "w") as out:
    out.write('"Group","Title","Username","Password","URL","Notes"\n')
    for row in rows:
        out.write('"Root",' + ",".join(f'"{value}"' for value in row) + "\n")
def fresh():
    return base64.b64encode(uuid.UUID(int=random.getrandbits(128)).bytes).decode()
with open(f"{work}/entries.xml", "w") as out:
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<KeePassFile><Meta><Generator>bench</Generator></Meta><Root><Group>'
              f"<UUID>{fresh()}</UUID><Name>Root</Name>")
    for row in rows:
        out.write(f"<Entry><UUID>{fresh()}</UUID>")
        for key, value in zip(("Title", "UserName", "Password", "URL", "Notes"), row):
            out.write(f"<String><Key>{key}</Key><Value>{escape(value)}</Value></String>")
        out.write("</Entry>")
    out.write("</Group></Root></KeePassFile>\n")
PY
}

kx() { printf '%s\n' "$password" | keepassxc-cli "$@"; }
kx_import() { rm -f "$work/kx.kdbx"; printf '%s\n%s\n' "$password" "$password" | keepassxc-cli import -t 1000 -p "$work/entries.xml" "$work/kx.kdbx"; }
kx_add() { kx add -q -u someone "$work/kx.kdbx" "Added $RANDOM$RANDOM"; }
ka_add() { printf 'fake' | "$keyarbor" add generic-login --name "Added $RANDOM$RANDOM" --no-test --secret password=-; }
ka_export() { rm -f "$work/out.json"; "$keyarbor" export json "$work/out.json" --plaintext; }
ka_get_alone() { "$keyarbor" get "Entry 00042" --password-file "$work/password"; }

for count in "${@:-1000 10000}"; do for n in $count; do
  entries "$n"
  rm -rf "$XDG_DATA_HOME" "$XDG_STATE_HOME" "$XDG_CONFIG_HOME"
  "$keyarbor" init --password-file "$work/password" 2>/dev/null
  "$keyarbor" unlock --password-file "$work/password" 2>/dev/null
  printf '\n%-28s %11s %11s %14s\n' "$n entries" Keyarbor keepassxc-cli "faster"
  row import "$(once "$keyarbor" import keepassxc-csv "$work/entries.csv")" "$(once kx_import)"
  row "get, show" "$(median "$keyarbor" get "Entry 00042")" "$(median kx show -q -a Password "$work/kx.kdbx" "Entry 00042")"
  row list "$(median "$keyarbor" list)" "$(median kx ls -q -R -f "$work/kx.kdbx")"
  row search "$(median "$keyarbor" list --search "Entry 00042")" "$(median kx search -q "$work/kx.kdbx" "Entry 00042")"
  row add "$(median ka_add)" "$(median kx_add)"
  row export "$(once ka_export)" "$(once kx export -q -f csv "$work/kx.kdbx")"
  "$keyarbor" lock 2>/dev/null
  row "get without an agent" "$(median ka_get_alone)" "$(median kx show -q -a Password "$work/kx.kdbx" "Entry 00042")"
done; done
