#!/usr/bin/env bash
# Measures the desktop app beside KeePassXC's, one after the other on the same screen, in one run: from the start of the process
# to an unlock window that is mapped, painted and has the focus; memory ten seconds later; what is installed.
#
#   mvn package -DskipTests && src/bench/desktop.sh [RUNS] (default 10)
#
# Both open a vault that is there already. Needs Xvfb, openbox, keepassxc, python3 and GTK 3. Leaves nothing behind.
# With KEYARBOR_RENDERER=software Keyarbor draws without the graphics card; KeePassXC always does.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
home=${KEYARBOR_HOME:-$here/target/keyarbor}
work=$(mktemp -d)
pids=()
trap 'for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done; wait 2>/dev/null || true; rm -rf "$work"' EXIT
umask 077
export HOME=$work XDG_DATA_HOME=$work/data XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_RUNTIME_DIR=$work/run
# No bus: neither shall be measured with the services that it starts.
export XDG_CACHE_HOME=$work/cache DBUS_SESSION_BUS_ADDRESS=disabled: NO_AT_BRIDGE=1 LC_ALL=C.UTF-8
unset WAYLAND_DISPLAY
mkdir -p "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME/keepassxc"
Xvfb -displayfd 3 -noreset -nolisten tcp -screen 0 1400x900x24 3>"$work/display" >/dev/null 2>&1 & pids+=($!)
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
[ -s "$work/display" ] || { echo "Xvfb does not start" >&2; exit 1; }
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox >/dev/null 2>&1 & pids+=($!)

printf 'a fake master password\n' >"$work/password"
"$home/bin/keyarbor" init --password-file "$work/password" >/dev/null
printf 'a fake master password\na fake master password\n' | keepassxc-cli db-create -q -p "$work/vault.kdbx" >/dev/null 2>&1
printf '[General]\nUpdateCheckMessageShown=true\nMinimizeAfterUnlock=false\n[GUI]\nCheckForUpdates=false\n' >"$XDG_CONFIG_HOME/keepassxc/keepassxc.ini"

cat >"$work/measure.py" <<'PY'
import ctypes, os, signal, statistics, subprocess, sys, time
X = ctypes.CDLL("libX11.so.6")
P, L, I, U = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_uint
for name, result, arguments in (("XOpenDisplay", P, [ctypes.c_char_p]), ("XDefaultRootWindow", L, [P]),
        ("XQueryTree", I, [P, L, P, P, P, P]), ("XFetchName", I, [P, L, P]), ("XFree", I, [P]), ("XGetInputFocus", I, [P, P, P]),
        ("XGetGeometry", I, [P, L, P, P, P, P, P, P, P]), ("XGetImage", P, [P, L, I, I, U, U, L, I]), ("XDestroyImage", I, [P])):
    getattr(X, name).restype, getattr(X, name).argtypes = result, arguments
ignore = ctypes.CFUNCTYPE(I, P, P)(lambda d, e: 0)  # windows come and go while we look
X.XSetErrorHandler(ignore)
display = X.XOpenDisplay(None)
root = X.XDefaultRootWindow(display)

class Image(ctypes.Structure):
    _fields_ = [("width", I), ("height", I), ("xoffset", I), ("format", I), ("data", P)]

def title(window):
    text = ctypes.c_char_p()
    if not X.XFetchName(display, window, ctypes.byref(text)) or not text.value: return ""
    value = text.value.decode("utf-8", "replace")
    X.XFree(text)
    return value

def children(window):
    r, p, n, list_ = L(), L(), U(), ctypes.POINTER(L)()
    if not X.XQueryTree(display, window, ctypes.byref(r), ctypes.byref(p), ctypes.byref(list_), ctypes.byref(n)): return []
    found = [list_[i] for i in range(n.value)]
    if n.value: X.XFree(list_)
    return found

def painted(window):
    r, x, y, w, h, b, d = L(), I(), I(), U(), U(), U(), U()
    if not X.XGetGeometry(display, window, *map(ctypes.byref, (r, x, y, w, h, b, d))) or w.value < 200: return False
    for line in (3, 4, 5):  # of eight: there the form is
        image = X.XGetImage(display, window, w.value // 4, h.value * line // 8, w.value // 2, 1, 0xFFFFFFFF, 2)
        if not image: return False
        pixels = ctypes.string_at(Image.from_address(image).data, w.value // 2 * 4)
        X.XDestroyImage(image)
        if len({pixels[i:i + 3] for i in range(0, len(pixels), 4)}) > 2: return True
    return False

def usable(wanted):
    focus, revert = L(), I()
    X.XGetInputFocus(display, ctypes.byref(focus), ctypes.byref(revert))
    if focus.value < 2: return False
    for frame in children(root):
        for window in [frame] + children(frame):
            if wanted in title(window):
                if painted(window) and (focus.value == window or focus.value in children(window)): return True
    return False

def memory(pid):
    field = lambda file, key: int(next(l for l in open(f"/proc/{pid}/{file}") if l.startswith(key)).split()[1]) // 1024
    return field("status", "VmRSS"), field("smaps_rollup", "Pss:")

def once(wanted, command, wait):
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not usable(wanted):
        if process.poll() is not None: sys.exit(f"{command} ended with {process.returncode}")
        if time.perf_counter() - begin > 60: sys.exit(f"no usable window of {command}")
        time.sleep(0.002)
    took = (time.perf_counter() - begin) * 1000
    ticks = open(f"/proc/{process.pid}/stat").read().rsplit(")", 1)[1].split()
    cpu = (int(ticks[11]) + int(ticks[12])) * 1000 // os.sysconf("SC_CLK_TCK")
    time.sleep(wait)
    used = memory(process.pid)
    process.send_signal(signal.SIGTERM)
    process.wait()
    return took, cpu, used

runs, programs = int(sys.argv[1]), {"KeePassXC": ("KeePassXC", sys.argv[3:]), "Keyarbor": ("Keyarbor", [sys.argv[2]])}
for program in programs.values(): once(*program, 0.5)
times = {name: [] for name in programs}
for i in range(runs):  # in turn, so that both meet the same load
    for name, program in programs.items(): times[name].append(once(*program, 10 if i == 0 else 0.3))
base = None
for label, rows in times.items():
    ms = [r[0] for r in rows]
    cpu = [r[1] for r in rows]
    row = statistics.mean(ms), statistics.mean(cpu), rows[0][2][0], rows[0][2][1]
    base = base or row
    print(f"{label:10} start mean {row[0]:5.0f} ms (min {min(ms):.0f}, median {statistics.median(ms):.0f}, max {max(ms):.0f}), of processors "
          f"{row[1]:5.0f} ms, after 10 s RSS {row[2]} MB, PSS {row[3]} MB; ratios "
          + ", ".join(f"{a / b:.2f}" for a, b in zip(row, base)))
PY
nproc=$(nproc)
echo "$nproc processors, load before: $(cut -d' ' -f1 /proc/loadavg)"
python3 "$work/measure.py" "${1:-10}" "$home/bin/keyarbor-desktop" keepassxc "$work/vault.kdbx"
echo "installed: Keyarbor $(du -sm --exclude='*.cmd' "$home" | cut -f1) MB with its runtime; KeePassXC $(($(dpkg-query -W -f '${Installed-Size}' keepassxc) / 1024)) MB without Qt"
echo "load after: $(cut -d' ' -f1 /proc/loadavg)"
