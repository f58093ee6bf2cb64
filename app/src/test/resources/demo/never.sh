#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
echo "STATE: +media-empty" >&2
while kill -0 "$PPID"; do sleep 0.2; done
