// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { decodeAnswer } from '../../src/protocol/answers'
import { fromUtf8 } from '../../src/protocol/bytes'
import { encodeRequest, type Request, REQUEST_CODES } from '../../src/protocol/requests'
import { unhex, vectors } from '../vectors'

const v = vectors<Record<'phoneToAgent' | 'agentToPhone', Record<string, string>>>('psp1-control-vectors.json')

test.each(Object.entries(v.phoneToAgent))('%s is written as the agent reads it', (type, hex) => {
  const bytes = unhex(hex)
  const json = JSON.parse(fromUtf8(bytes.subarray(1))) as object
  const written = encodeRequest({ type, ...json } as Request)
  expect(bytes[0]).toBe(REQUEST_CODES[type as Request['type']])
  expect([written[0], JSON.parse(fromUtf8(written.subarray(1)))]).toEqual([bytes[0], json])
})

test('the vectors have every request of the page', () => {
  expect(Object.keys(v.phoneToAgent).sort()).toEqual(Object.keys(REQUEST_CODES).sort())
})

test.each(Object.entries(v.agentToPhone))('%s is read as the agent writes it', (type, hex) => {
  expect(decodeAnswer(unhex(hex)).type).toBe(type)
})
