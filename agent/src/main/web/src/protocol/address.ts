// SPDX-License-Identifier: Apache-2.0
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type Bytes, concat, fromB64, uint, utf8 } from './bytes'

const VERSION = 1
const LENGTH = 1 + 32 + 16

/** What the QR carries: the session's public key and its join secret. */
export type Address = { publicKey: Bytes; psk: Bytes }

/** Reads the fragment of the page's address, with or without `#`; undefined when it is no key. */
export function parseAddress(fragment: string): Address | undefined {
  const bytes = fromB64(fragment.replace(/^#/, ''))
  if (bytes?.length !== LENGTH || bytes[0] !== VERSION) return undefined
  const psk16 = bytes.subarray(33)
  return {
    publicKey: bytes.slice(1, 33),
    psk: hkdf(sha256, psk16, undefined, utf8('PSP/1 psk'), 32),
  }
}

export function sessionId(publicKey: Uint8Array): Bytes {
  return sha256(concat(utf8('PSP/1 sid'), publicKey)).slice(0, 8)
}

/** Binds the handshake to the address that this phone really used (level L0). */
export function prologue(resume: boolean, host: string, sid: Uint8Array): Bytes {
  const name = utf8(host)
  return concat(utf8('PSP/1'), Uint8Array.of(0, 0, resume ? 1 : 0, name.length), name, sid)
}

/** Four digits that kiosk and phone both show; `hash` is that of the claiming handshake. */
export function comparisonCode(hash: Uint8Array): string {
  const number = uint(hkdf(sha256, hash, undefined, utf8('PSP/1 sas'), 4), 0, 4)
  return String(number % 10000).padStart(4, '0')
}
