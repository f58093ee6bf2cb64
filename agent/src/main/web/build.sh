#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Maven's hand on the phone page: `build.sh page OUT` builds it into the folder OUT, `build.sh test`
# runs its tests. What has not changed since the last time is not done again.
set -eu
cd "$(dirname "$0")"

fits() {
  node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null
}

require_node() {
  fits && command -v npm >/dev/null && return
  found=$(node --version 2>/dev/null || echo "none")
  echo "The phone page needs Node.js 20.19 or newer with npm; found: $found." >&2
  echo "Install it (https://nodejs.org/en/download, or your system's package nodejs) and build again." >&2
  exit 1
}

# Names and checksums of the given files and folders.
state_of() {
  node --version
  find "$@" -type f | sort | xargs cksum
}

install_packages() {
  now=$(state_of package.json package-lock.json .npmrc)
  [ "$now" = "$(cat node_modules/.installed 2>/dev/null || true)" ] && return
  npm ci --ignore-scripts --prefer-offline
  echo "$now" > node_modules/.installed
}

page() {
  mark="$1/../../web-page.state"
  now=$(state_of src public index.html package-lock.json vite.config.ts tsconfig.json)
  [ -f "$1/app.js" ] && [ "$now" = "$(cat "$mark" 2>/dev/null || true)" ] && return
  WEB_OUT="$1" npm run --silent build
  echo "$now" > "$mark"
}

require_node
install_packages
case "$1" in
  page) page "$2" ;;
  test) npm test --silent ;;
esac
