// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { hex } from '../../src/protocol/bytes'
import { Initiator } from '../../src/protocol/noise'
import { Responder } from '../agent/responder'
import { unhex, vectors } from '../vectors'

const v = vectors<Record<string, string> & { init_psks: string[]; messages: { payload: string; ciphertext: string }[] }>(
  'noise-nkpsk0-vector.json',
)
const initiator = () =>
  new Initiator(unhex(v.init_prologue!), unhex(v.init_psks[0]!), unhex(v.init_remote_static!), unhex(v.init_ephemeral!))
const responder = () =>
  new Responder(unhex(v.init_prologue!), unhex(v.init_psks[0]!), unhex(v.resp_static!), unhex(v.resp_ephemeral!))

test('the published NKpsk0 vector passes from both ends', () => {
  const [phone, agent] = [initiator(), responder()]
  const [first, second, ...transport] = v.messages
  expect(hex(phone.message1(unhex(first!.payload)))).toBe(first!.ciphertext)
  expect(hex(agent.message1(unhex(first!.ciphertext)))).toBe(first!.payload)
  const answer = agent.message2(unhex(second!.payload))
  expect(hex(answer.message)).toBe(second!.ciphertext)
  const channel = phone.message2(answer.message)
  expect(hex(channel.payload)).toBe(second!.payload)
  expect(hex(channel.hash)).toBe(v.handshake_hash)
  transport.forEach((message, i) => {
    const [from, to] = i % 2 === 0 ? [channel, answer.channel] : [answer.channel, channel]
    expect(hex(from.seal.seal(unhex(message.payload)))).toBe(message.ciphertext)
    expect(hex(to.open.open(unhex(message.ciphertext)))).toBe(message.payload)
  })
})

test('an answer with any bit changed is refused', () => {
  const answer = unhex(v.messages[1]!.ciphertext)
  for (let bit = 0; bit < answer.length * 8; bit += 7) {
    const phone = initiator()
    phone.message1(unhex(v.messages[0]!.payload))
    const changed = Uint8Array.from(answer)
    changed[bit >> 3]! ^= 1 << (bit & 7)
    expect(() => phone.message2(changed)).toThrow()
  }
})

test('a cut answer is refused', () => {
  const answer = unhex(v.messages[1]!.ciphertext)
  for (const length of [0, 31, 47, answer.length - 1]) {
    const phone = initiator()
    phone.message1(unhex(v.messages[0]!.payload))
    expect(() => phone.message2(answer.subarray(0, length))).toThrow()
  }
})
