#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A fresh Debian 12 in memory, for a test to install the package on. Runs as root in mount, process and
# control group namespaces of its own, so that nothing of it is left when this ends, however it does.
# Only the network is the machine's. Says READY, then runs each line of its standard input in the
# Debian, as its root, and says @DONE and the status after what the line has said. Ends when its
# standard input ends.
#   fresh-debian.sh FOLDER PACKAGE ARCHIVES
# FOLDER is empty and stays so; downloaded Debian packages are kept in the folder ARCHIVES.
set -eu
root=$1 package=$2 archives=$3
owner=$(stat -c %u:%g "$archives")
mount -t tmpfs -o mode=755,size=4g tmpfs "$root"
debootstrap --variant=minbase --cache-dir="$archives" bookworm "$root" >&2
cp "$package" "$root/root/secureprint-session.deb"
cp /etc/resolv.conf "$root/etc"
mount --bind "$archives" "$root/var/cache/apt/archives"
mount -t proc proc "$root/proc"
mount -t sysfs sysfs "$root/sys"
mount -t cgroup2 cgroup2 "$root/sys/fs/cgroup"
mount -t devpts devpts "$root/dev/pts"
mount -t tmpfs tmpfs "$root/dev/shm"
mkdir "$root/machine"
cd "$root"
pivot_root . machine
umount -l /machine
rmdir /machine
export HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin
unset DISPLAY WAYLAND_DISPLAY XAUTHORITY XDG_CONFIG_HOME XDG_DATA_HOME JAVA_HOME || true
echo READY
while read -r line; do
  status=0
  sh -c "$line" < /dev/null 2>&1 || status=$?
  echo "@DONE $status"
done
chown -R "$owner" /var/cache/apt/archives
