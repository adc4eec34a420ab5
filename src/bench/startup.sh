#!/usr/bin/env bash
# Measures the time from the start of the process to a usable first window, several times, in one run:
# as `mvn` starts it, and with what an installed app adds (an archive of loaded classes, one compiler, the serial
# collector). Needs Xvfb, xdotool and GTK 3; run it by hand after `mvn verify`, which makes the jar. Ratios are to the first row.
set -euo pipefail
cd "$(dirname "$0")/../.."
runs=${1:-5}
work=$(mktemp -d)
display=:$((RANDOM % 400 + 100))
# Without a reset after each start, which the next one might meet.
Xvfb "$display" -noreset -screen 0 1400x900x24 >/dev/null 2>&1 & xvfb=$!
trap 'kill "$xvfb" 2>/dev/null || true; rm -rf "$work"' EXIT
mvn -q -o dependency:build-classpath -Dmdep.outputFile="$work/cp" -DincludeScope=runtime >/dev/null
export DISPLAY=$display HOME=$work XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state
java=${JAVA:-$(ls -d /usr/lib/jvm/*25*/bin/java | head -1)}
# The cache holds classes of jars only.
jar=$(ls target/keyarbor-*.jar | head -1)
classpath=$jar:$(cat "$work/cp")

once() { # once FLAGS...: milliseconds until the window is mapped, and the resident memory in MB
  local begin end pid
  begin=$(date +%s%N)
  "$java" "$@" --enable-native-access=ALL-UNNAMED -Dprism.order=sw -cp "$classpath" io.keyarbor.app.Main >"$work/log" 2>&1 & pid=$!
  until xdotool search --onlyvisible --name Keyarbor >/dev/null 2>&1; do
    kill -0 "$pid" 2>/dev/null || { cat "$work/log" >&2; return 1; }
    sleep 0.005
  done
  end=$(date +%s%N)
  echo "$(((end - begin) / 1000000)) $(($(awk '/VmRSS/{print $2}' "/proc/$pid/status") / 1024))"
  kill "$pid"; wait "$pid" 2>/dev/null || true
}

row() { # row NAME FLAGS...
  local name=$1 i; shift
  once "$@" >/dev/null
  for ((i = 0; i < runs; i++)); do once "$@"; done | sort -n >"$work/rows"
  awk -v name="$name" -v base="${base:-0}" '{ms[NR]=$1; mb[NR]=$2}
    END {m=int((NR+1)/2); if (!base) base=ms[m]; printf "%-34s median %5d ms  min %5d  max %5d  ratio %.2f  %4d MB\n", name, ms[m], ms[1], ms[NR], ms[m]/base, mb[m]}' "$work/rows"
  base=${base:-$(awk '{a[NR]=$1} END {print a[int((NR+1)/2)]}' "$work/rows")}
}

row "as mvn starts it"
row "one compiler, serial collector" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

# Trained by one start and one end; the cache is written when the process ends.
once -XX:AOTCacheOutput="$work/app.aot" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC >/dev/null
for _ in $(seq 60); do [ -e "$work/app.aot" ] && break; sleep 0.5; done
[ -e "$work/app.aot" ] && row "the same with an AOT cache" -XX:AOTCache="$work/app.aot" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
