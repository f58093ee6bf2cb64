#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# SecurePrint Session: sets up what is missing, then runs, tests or measures.
set -eu
umask 022
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)

say() { printf '%s\n' "sps: $*" >&2; }
fail() { say "$*"; exit 1; }

usage() {
  cat <<'TEXT'
./sps [options]                 set up what is missing and open the shop
./sps demo [--json] [--lang hi]  show the whole product by itself (--help tells more)
./sps test [--campaign NAME]    set up what is missing and pass every test, or run one long campaign
./sps bench [NAME...]           measure all of it, or what is named, into docs/benchmarks.md
./sps screenshots               take the pictures of docs/screens again
./sps package                   make the package that is installed on a shop's PC
./sps verify-receipt FILE [--key KEY]   check a destruction receipt
./sps api-key [--data DIR]      make the shop's key for programs on this PC, and show it once
./sps api-key create NAME|list|revoke ID   keys of single programs (--help tells more)
./sps cups-privacy [--apply]    whether CUPS forgets documents after printing, and make it so
./sps set-secret NAME [--data DIR]      keep a secret, read from standard input
./sps set-pin PERSON [--data DIR]       set a forgotten PIN anew, read from standard input
./sps restore [COPY] [--anyway] [--data DIR]   put a copy of the books back in their place
./sps --help                    the options of the shop
TEXT
}

jdk() {
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25*; do
    [ -x "$home/bin/javac" ] || continue
    version=$("$home/bin/java" -XshowSettings:properties -version 2>&1 |
      sed -n 's/^ *java.specification.version = //p')
    [ "${version%%.*}" -ge 25 ] 2>/dev/null || continue
    JAVA_HOME=$home
    export JAVA_HOME
    return
  done
  fail "JDK 25 is needed and was not found. Install one (for Debian: Eclipse Temurin's packages, temurin-25-jdk) or set JAVA_HOME."
}

node_and_maven() {
  command -v node >/dev/null || fail "Node 20.19 or newer is needed and was not found. See nodejs.org for packages."
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    fail "Node 20.19 or newer is needed; this is $(node --version)."
  command -v mvn >/dev/null || fail "Maven 3.8 or newer is needed and was not found: apt-get install maven"
}

# packages WHY NAME...: installs Debian packages that are not there yet.
packages() {
  why=$1
  shift
  missing=
  for name in "$@"; do
    # Newer releases call the same packages by another name.
    [ "$(dpkg-query -W -f '${db:Status-Status}' "${name}t64" 2>/dev/null)" != installed ] || continue
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing="$missing $name"
  done
  [ -n "$missing" ] || return 0
  command -v apt-get >/dev/null || fail "needed $why, and this is no Debian to install it by itself:$missing"
  root=
  [ "$(id -u)" = 0 ] || root="sudo"
  [ -z "$root" ] || command -v sudo >/dev/null || fail "needed $why; please install as root:$missing"
  say "installing$missing ($why)"
  if [ -z "${SPS_APT_UPDATED:-}" ]; then
    $root apt-get update -q >/dev/null || fail "apt-get update failed"
    SPS_APT_UPDATED=1
  fi
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $root apt-get install -q -y --no-install-recommends $missing >/dev/null ||
    fail "could not install:$missing"
}

build() {
  stamp=$here/installer/target/built
  if [ -f "$stamp" ] && [ -z "$(find "$here" \( -name target -o -name node_modules -o -name .git -o -path "$here/docs" \) -prune -o -type f -newer "$stamp" -print | head -n 1)" ]; then
    return
  fi
  node_and_maven
  say "building (the first time takes a few minutes)"
  (cd "$here" && mvn -q -B package -DskipTests) >&2 || fail "the build failed"
  touch "$stamp"
}

flags="-XX:+UseSerialGC -Xmx512m -XX:-UsePerfData -XX:+DisableAttachMechanism \
-XX:-CreateCoredumpOnCrash -XX:+SuppressFatalErrorMessage -XX:+ExitOnOutOfMemoryError \
--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true"

app() {
  # shellcheck disable=SC2086
  exec "$JAVA_HOME/bin/java" $flags -cp "$here/installer/target/lib/*" io.secureprint.app.Main "$@"
}

test_class_path() {
  printf '%s' "$here/app/target/test-classes:$here/app/target/classes:$(cat "$here/app/target/test.classpath")"
}

bench() {
  exec "$JAVA_HOME/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    -Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener \
    -cp "$(test_class_path)" \
    io.secureprint.bench.Benchmarks "$here/docs/benchmarks.md" "$here/installer/target" "$flags" "$@"
}

# The pom's version on the commit that is tagged with it; what leads there sorts before it.
version() {
  jar=$(cd "$here/installer/target/lib" && echo secureprint-app-*.jar)
  release=${jar#secureprint-app-}
  release=${release%.jar}
  if ! command -v git >/dev/null || ! git -C "$here" rev-parse -q --verify HEAD >/dev/null 2>&1 ||
    git -C "$here" describe --tags --exact-match --match "v$release" HEAD >/dev/null 2>&1; then
    echo "$release"
  else
    changed=$(git -C "$here" status --porcelain)
    echo "$release~$(git -C "$here" log -1 --format=%cd.%h --date=format:%Y%m%d%H%M%S)${changed:+.changed}"
  fi
}

pack() {
  to_run
  packages "to make a Java runtime of its own for the package" binutils
  build
  "$here/installer/pack" "$(version)" "$flags" "$(test_class_path)" > "$here/installer/target/packed" ||
    fail "the package could not be made"
}

# For what only needs any package of this source.
packed() {
  to_run
  build
  [ -n "$(find "$here/installer/target/packed" -newer "$here/installer/target/built" 2>/dev/null)" ] || pack
}

to_run() {
  packages "to keep documents in a sandbox" bubblewrap
  packages "to draw text" libfreetype6 libpangoft2-1.0-0 libfontconfig1
  [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || packages "to open windows" libgtk-3-0 libxtst6
}

# Printers without paper that run as several users do so in a user namespace, which needs ids to map.
users_of_its_own() {
  packages "to run a printer without paper as users of their own" uidmap
  grep -q "^$(id -un):" /etc/subuid && grep -q "^$(id -un):" /etc/subgid && return
  say "giving $(id -un) subordinate ids (to run a printer without paper as users of their own)"
  sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 "$(id -un)" ||
    fail "could not give $(id -un) subordinate ids"
}

to_test() {
  to_run
  packages "to print for real" cups cups-client cups-bsd cups-ipp-utils cups-filters avahi-daemon dbus
  packages "to play the customer's phone" chromium
  packages "to look at what was printed" poppler-utils
  packages "to check what the desktop is told" desktop-file-utils
  packages "to give the test host an address" iproute2 util-linux
  [ "$(id -u)" = 0 ] || users_of_its_own
}

# Without a printer to practise with the demonstration goes on, and says what it could not show.
to_demo() {
  to_run
  (
    packages "to print for real in the demonstration" cups-ipp-utils avahi-daemon dbus poppler-utils util-linux
    [ "$(id -u)" = 0 ] || users_of_its_own
  ) || say "the demonstration will have no IPP printer"
}

# A campaign is a test with the tag campaign, and on the next line its own.
campaigns() {
  grep -rhA1 --include='*.java' '@Tag("campaign")' "$here"/*/src/test |
    sed -n 's/.*@Tag("\([a-z-]*\)").*/\1/p' | grep -vx campaign | sort
}

case "${1:-}" in
  test)
    shift
    jdk
    node_and_maven
    to_test
    cd "$here"
    if [ "${1:-}" = --campaign ]; then
      campaigns | grep -qx -- "${2:-}" || fail "which campaign? There are: $(campaigns | tr '\n' ' ')"
      if [ "$2" = package ]; then
        packages "to install the package on a fresh Debian, with a screen" debootstrap xvfb
        packed
      fi
      exec mvn -B verify -Dgroups="campaign & $2" -DexcludedGroups= -Dtest.patience=10000 -Dmodule.patience=0 -Dtest.again=0 -Dtest.forks=1
    fi
    exec mvn -B verify "$@"
    ;;
  bench)
    shift
    jdk
    to_test
    case "$#,$*" in
      0, | *start*) packed ;;
      *) build ;;
    esac
    bench "$@"
    ;;
  screenshots)
    jdk
    to_test
    packages "to show the phone's page in Hindi" fonts-lohit-deva
    node_and_maven
    cd "$here"
    exec mvn -B -q verify -Dgroups=screenshots -DexcludedGroups=
    ;;
  demo)
    jdk
    case " $* " in
      *" --help "* | *" -h "*) ;;
      *" --folder "*) to_run ;;
      *) to_demo ;;
    esac
    build
    app "$@"
    ;;
  verify-receipt | api-key | set-secret | set-pin | restore | cups-privacy | kiosk-autostart)
    jdk
    build
    app "$@"
    ;;
  package)
    jdk
    pack
    file=$(cat "$here/installer/target/packed")
    echo "$file ($(($(wc -c < "$file") / 1000000)) MB)"
    echo "install it with: sudo apt install $file"
    ;;
  help)
    usage
    ;;
  *)
    [ "${1:-}" != --help ] || usage
    jdk
    [ "${1:-}" = --help ] || to_run
    build
    app "$@"
    ;;
esac
