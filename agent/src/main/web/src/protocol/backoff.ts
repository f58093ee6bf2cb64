// SPDX-License-Identifier: Apache-2.0

const FIRST_MS = 500
const LONGEST_MS = 15_000

/** The pause before attempt `failures` + 1: doubling, with a jitter of a half, so that phones that
 * lost the same Wi-Fi do not come back in step. `random` is from 0 up to 1. */
export function backoffMs(failures: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 16))
  return Math.round(ceiling * (0.5 + random / 2))
}
