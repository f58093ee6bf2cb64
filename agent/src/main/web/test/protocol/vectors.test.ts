// SPDX-License-Identifier: Apache-2.0
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { expect, test } from 'vitest'
import { comparisonCode, parseAddress, prologue, sessionId } from '../../src/protocol/address'
import { b64u, fromB64, hex, utf8 } from '../../src/protocol/bytes'
import { Initiator } from '../../src/protocol/noise'
import { CHUNK, StreamCipher } from '../../src/protocol/sealed'
import { Responder } from '../agent/responder'
import { unhex, vectors } from '../vectors'

const v = vectors<Record<string, string>>('psp1-vectors.json')
const bytes = (name: string) => unhex(v[name]!)
const host = new URL(v.url!).host

test('the address in the QR gives the key, the session id and the pre-shared key', () => {
  expect(hex(x25519.getPublicKey(bytes('s_priv')))).toBe(v.s_pub)
  const address = parseAddress(new URL(v.url!).hash)!
  expect(hex(address.publicKey)).toBe(v.s_pub)
  expect(hex(address.psk)).toBe(v.psk32)
  expect(hex(sessionId(address.publicKey))).toBe(v.sid)
  expect(b64u(fromB64(v.qr_fragment!)!)).toBe(v.qr_fragment)
  expect(hex(fromB64(v.qr_fragment!)!.subarray(33))).toBe(v.psk16)
  expect(hex(prologue(false, host, bytes('sid')))).toBe(v.prologue)
})

test('a fragment that is no key is none', () => {
  const long = `${v.qr_fragment}AA`
  const other = `B${v.qr_fragment!.slice(1)}`
  for (const text of ['', '#', '#x', '#%20', long, other, v.qr_fragment!.slice(4)]) expect(parseAddress(text)).toBeUndefined()
})

test('both handshake messages, the hash, the comparison code and the first record', () => {
  const phone = new Initiator(bytes('prologue'), bytes('psk32'), bytes('s_pub'), bytes('e_init'))
  const agent = new Responder(bytes('prologue'), bytes('psk32'), bytes('s_priv'), bytes('e_resp'))
  expect(hex(phone.message1(utf8(v.msg1_payload!)))).toBe(v.msg1)
  agent.message1(bytes('msg1'))
  const answer = agent.message2(bytes('msg2_payload_resume_psk'))
  expect(hex(answer.message)).toBe(v.msg2)
  const channel = phone.message2(bytes('msg2'))
  expect(hex(channel.payload)).toBe(v.msg2_payload_resume_psk)
  expect(hex(channel.hash)).toBe(v.handshake_hash)
  expect(comparisonCode(channel.hash)).toBe(v.sas)
  expect(hex(channel.seal.seal(utf8(v.c2s_record0_pt!)))).toBe(v.c2s_record0)
})

test('a sealed stream of a full and a last chunk', () => {
  const cipher = new StreamCipher(bytes('seg_key'), bytes('seg_nonce16'))
  const full = Uint8Array.from({ length: CHUNK }, (_, i) => (7 * i) & 255)
  const first = cipher.seal(0, false, full)
  expect(String(first.length)).toBe(v.chunk0_len)
  expect(hex(first.subarray(-32))).toBe(v.chunk0_last32)
  const last = cipher.seal(1, true, utf8(v.chunk1_final_pt!))
  expect(hex(last)).toBe(v.chunk1_final)
  expect(cipher.open(1, true, last)).toEqual(utf8(v.chunk1_final_pt!))
  expect(() => cipher.open(1, false, last)).toThrow()
  expect(() => cipher.open(2, true, last)).toThrow()
})

test('the key of a stream comes from its key and nonce', () => {
  const key = hkdf(sha256, bytes('seg_key'), bytes('seg_nonce16'), utf8('payload'), 32)
  expect(hex(key)).toBe(v.payload_key)
})
