// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import type { Bytes } from '../src/protocol/bytes'

/** Reads one of the vector files that the Java side is tested against too. */
export function vectors<T>(name: string): T {
  const url = new URL(`../../../test/resources/vectors/${name}`, import.meta.url)
  return JSON.parse(readFileSync(url, 'utf8')) as T
}

export function unhex(text: string): Bytes {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16))
}
