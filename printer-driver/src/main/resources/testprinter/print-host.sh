#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A shop's printing side without paper, all real and all private: message bus, DNS-SD, an IPP printer
# and, unless CUPS_PORT is 0, a CUPS queue for it, in DIR. Runs in a mount namespace of its own, so
# that nothing of the machine's own services is touched. Ends when its standard input ends.
#   print-host.sh DIR PRINTER_PORT CUPS_PORT
set -eu
dir=$1 printer_port=$2 cups_port=$3
PATH=$PATH:/usr/sbin:/sbin
tools="dbus-daemon avahi-daemon ippeveprinter ipptool pdfinfo"
[ "$cups_port" = 0 ] || tools="$tools cupsd lpadmin lpstat"
for tool in $tools; do
  command -v "$tool" > /dev/null || { echo "FAILED: $tool is missing"; exit 1; }
done
mkdir -p "$dir/run" "$dir/received" "$dir/etc" "$dir/cups/spool/tmp" "$dir/cups/cache" "$dir/cups/run" "$dir/cups/log"
mkdir -p /run/avahi-daemon
mount -t tmpfs tmpfs /run/avahi-daemon
# CUPS runs only what belongs to root; in a user namespace the machine's own files belong to nobody.
# Backends that only the machine's root may read are not copied, and not needed here.
bin=/usr/lib/cups
[ "$cups_port" = 0 ] || [ "$(stat -c %u "$bin")" = 0 ] || { cp -r "$bin" "$dir/bin" 2>/dev/null || true; bin=$dir/bin; }

cat > "$dir/etc/bus.conf" <<XML
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>system</type><listen>unix:path=$dir/run/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow user="*"/><allow own="*"/><allow send_type="method_call"/>
<allow send_type="signal"/><allow send_type="method_return"/><allow send_type="error"/>
<allow receive_type="method_call"/><allow receive_type="signal"/><allow receive_type="method_return"/>
<allow receive_type="error"/></policy></busconfig>
XML
cat > "$dir/etc/avahi.conf" <<CONF
[server]
use-ipv6=no
allow-interfaces=lo
[publish]
publish-addresses=yes
CONF
cat > "$dir/etc/cups-files.conf" <<CONF
ServerRoot $dir/etc
ServerBin $bin
RequestRoot $dir/cups/spool
TempDir $dir/cups/spool/tmp
CacheDir $dir/cups/cache
StateDir $dir/cups/run
ErrorLog $dir/cups/log/error_log
AccessLog $dir/cups/log/access_log
PageLog $dir/cups/log/page_log
SystemGroup root
CONF
cat > "$dir/etc/cupsd.conf" <<CONF
Listen 127.0.0.1:$cups_port
Browsing No
WebInterface No
PreserveJobHistory Yes
PreserveJobFiles No
DirtyCleanInterval 0
LogLevel warn
PageLogFormat
JobPrivateAccess all
JobPrivateValues none
<Location />
  Order allow,deny
  Allow all
</Location>
# As it is where a package has installed it: only administrators resume what is paused.
<Policy default>
  <Limit Pause-Printer Resume-Printer CUPS-Accept-Jobs CUPS-Reject-Jobs>
    AuthType Basic
    Require user @SYSTEM
    Order deny,allow
    Allow all
  </Limit>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
CONF
# What the printer does with each job: its orders lie in files beside it.
cat > "$dir/etc/command.sh" <<'SH'
#!/bin/sh
dir=$(dirname "$(dirname "$0")")
pages=$(pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p')
cp "$1" "$dir/received/$(date +%s%N).pdf"
printed=0
while [ "$printed" -lt "${pages:-1}" ]; do
  while [ -e "$dir/paper-out" ]; do
    [ -n "${told:-}" ] || { echo "STATE: +media-empty" >&2; told=1; }
    sleep 0.1
  done
  [ -z "${told:-}" ] || { echo "STATE: -media-empty" >&2; told=; }
  [ ! -e "$dir/slow" ] || sleep 0.3
  [ ! -e "$dir/abort" ] || { echo "ERROR: fuser broken" >&2; exit 1; }
  printed=$((printed + 1))
  echo "ATTR: job-impressions-completed=$printed" >&2
done
SH
chmod +x "$dir/etc/command.sh"

export DBUS_SYSTEM_BUS_ADDRESS="unix:path=$dir/run/bus"
export CUPS_STATEDIR="$dir/cups/run"
wait_for() { i=0; until "$@" >/dev/null 2>&1; do i=$((i + 1)); [ $i -lt 100 ] || { echo "FAILED: $*"; exit 1; }; sleep 0.05; done; }
pids=
# What belongs to CUPS' own user could not be deleted by the user that runs the tests.
trap 'kill $pids 2>/dev/null || true; wait; chown -R 0:0 "$dir"' EXIT INT TERM
dbus-daemon --config-file="$dir/etc/bus.conf" --nofork --nopidfile 2> "$dir/run/bus.log" & pids="$pids $!"
wait_for test -S "$dir/run/bus"
avahi-daemon --no-drop-root --no-chroot --no-rlimits -f "$dir/etc/avahi.conf" 2> "$dir/run/avahi.log" & pids="$pids $!"
wait_for grep -q 'Server startup complete' "$dir/run/avahi.log"
ippeveprinter -2 -d "$dir/run" -p "$printer_port" -n localhost -s 20,10 -f application/pdf,image/jpeg,image/pwg-raster -c "$dir/etc/command.sh" "Shop Laser" > "$dir/run/printer.log" 2>&1 & printer=$!; pids="$pids $printer"
echo "$printer" > "$dir/run/printer.pid"
if [ "$cups_port" != 0 ]; then
  cupsd -f -c "$dir/etc/cupsd.conf" -s "$dir/etc/cups-files.conf" 2> "$dir/run/cupsd.log" & cups=$!; pids="$pids $cups"
  echo "$cups" > "$dir/run/cupsd.pid"
  # lpstat itself ends well when nobody answers it.
  running() { lpstat -h "127.0.0.1:$cups_port" -r | grep -q 'is running'; }
  wait_for running
fi
wait_for ipptool -q "ipp://localhost:$printer_port/ipp/print" get-printer-attributes.test
# CUPS asks the printer for its abilities, and gives up soon on a busy machine.
queue() {
  lpadmin -h "127.0.0.1:$cups_port" -p ShopLaser -E -v "ipp://localhost:$printer_port/ipp/print" -m everywhere 2>> "$dir/run/lpadmin.log"
}
[ "$cups_port" = 0 ] || queue || queue || queue || { cat "$dir/run/lpadmin.log" >&2; echo "FAILED: lpadmin"; exit 1; }
echo READY
# Each line of standard input is another printer: HOST PORT NAME OPTIONS... It is registered with DNS-SD.
# With another HOST than localhost it listens at all addresses: it wants one that has IPv6 too.
while read -r host port name options; do
  at=
  [ "$host" != localhost ] || at="-n localhost"
  # shellcheck disable=SC2086
  ippeveprinter -d "$dir/run" -p "$port" $at -c "$dir/etc/command.sh" $options "$name" > "$dir/run/$name.log" 2>&1 & added=$!; pids="$pids $added"
  wait_for ipptool -q "ipp://$host:$port/ipp/print" get-printer-attributes.test
  echo "$added"
done
