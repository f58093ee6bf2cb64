// SPDX-License-Identifier: Apache-2.0

/** Bytes that own a plain (not shared) buffer, as sockets, blobs and random sources ask for. */
export type Bytes = Uint8Array<ArrayBuffer>

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text)
}

/** Throws a TypeError on malformed UTF-8: a peer's garbage is refused, not replaced. */
export function fromUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

export function concat(...parts: Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}

/** base64url without padding, as PSP/1 writes bytes in JSON and in the QR. */
export function b64u(bytes: Uint8Array): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const chars = Math.min(4, bytes.length - i + 1)
    for (let c = 0; c < chars; c++) out += ALPHABET[(bits >> (18 - 6 * c)) & 63]
  }
  return out
}

/** Reads base64url or base64, padded or not; undefined for anything else. */
export function fromB64(text: string): Bytes | undefined {
  const plain = text.replace(/={1,2}$/, '').replaceAll('+', '-').replaceAll('/', '_')
  if (plain.length % 4 === 1) return undefined
  const out = new Uint8Array(Math.floor((plain.length * 3) / 4))
  let bits = 0
  for (let i = 0; i < plain.length; i++) {
    const value = ALPHABET.indexOf(plain[i]!)
    if (value < 0) return undefined
    bits = ((bits << 6) | value) & 0xffffff
    const filled = (i % 4) * 6 + 6
    if (filled >= 8) out[Math.floor((i * 6 - 2) / 8)] = bits >> (filled % 8)
  }
  return out
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function uint(bytes: Uint8Array, at: number, length: number): number {
  let value = 0
  for (let i = 0; i < length; i++) value = value * 256 + bytes[at + i]!
  return value
}

/** Writes a big-endian unsigned integer of `length` bytes. */
export function putUint(bytes: Uint8Array, at: number, length: number, value: number): void {
  for (let i = length - 1, rest = value; i >= 0; i--, rest = Math.floor(rest / 256)) bytes[at + i] = rest % 256
}
