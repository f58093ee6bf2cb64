// SPDX-License-Identifier: Apache-2.0
import { hashes, verify } from '@noble/ed25519'
import { sha256, sha512 } from '@noble/hashes/sha2.js'
import { concat, fromB64, hex, same, utf8 } from './bytes'

const ED25519 = 0x01
const FORMAT = 'sps-receipt/1'

/** What a genuine receipt says: whole numbers and short texts, by name. */
export type Receipt = { fields: Record<string, unknown> }

hashes.sha512 = sha512 // it brings none of its own, and `crypto.subtle` is not there over plain HTTP

type VerifyKey = { name: string; hash: Uint8Array; publicKey: Uint8Array }

/**
 * Checks a destruction receipt (a C2SP signed note) with the key that the shop named in the
 * session; undefined when anything in it is not as signed.
 */
export function openReceipt(text: string, verifyKey: string): Receipt | undefined {
  const key = parseVerifyKey(verifyKey)
  const end = text.indexOf('\n\n')
  if (!key || end < 0) return undefined
  const signed = text.slice(0, end + 1)
  const [format, json] = signed.slice(0, -1).split('\n') // further lines, if any, are the log's proof
  if (format !== FORMAT || json === undefined) return undefined
  const lines = text.slice(end + 2).split('\n')
  if (!lines.some((line) => signatureFits(line, signed, key))) return undefined
  return parseFields(json)
}

/** Where the shop keeps the receipt of a session whose phone was away: only that phone can tell. */
export function receiptName(resumeSecret: Uint8Array): string {
  return hex(sha256(concat(utf8('PSP/1 receipt'), resumeSecret))).slice(0, 32)
}

function signatureFits(line: string, signed: string, key: VerifyKey): boolean {
  const match = /^— (\S+) (\S+)$/.exec(line)
  if (!match || match[1] !== key.name) return false
  const bytes = fromB64(match[2]!)
  if (bytes?.length !== 4 + 64 || !same(bytes.subarray(0, 4), key.hash)) return false
  try {
    return verify(bytes.subarray(4), utf8(signed), key.publicKey)
  } catch {
    return false // the key is no point of the curve: nothing it signs can be genuine
  }
}

/** Reads `NAME+hex(keyhash4)+b64(01 ‖ public key)`; the base64 part may itself hold a plus sign. */
function parseVerifyKey(text: string): VerifyKey | undefined {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text)
  const bytes = match && fromB64(match[3]!)
  if (!match || bytes?.length !== 33 || bytes[0] !== ED25519) return undefined
  const name = match[1]!
  const hash = sha256(concat(utf8(`${name}\n`), bytes)).subarray(0, 4)
  if (hex(hash) !== match[2]) return undefined
  return { name, hash, publicKey: bytes.subarray(1) }
}

function parseFields(json: string): Receipt | undefined {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return { fields: value as Record<string, unknown> }
  } catch {
    return undefined // signed, but not by a program that writes receipts
  }
}
