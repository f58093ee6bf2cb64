// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { decodeAnswer } from '../../src/protocol/answers'
import { concat, fromB64, b64u, utf8 } from '../../src/protocol/bytes'
import { Violation } from '../../src/protocol/fields'
import { parseFrame } from '../../src/protocol/frames'
import { CipherState } from '../../src/protocol/noise'
import { MessageReader, sealMessage } from '../../src/protocol/records'

const message = (type: number, json: unknown) => concat(Uint8Array.of(type), utf8(JSON.stringify(json)))

const QUOTE = {
  id: 'q', sheets: 1, printedSides: 1, copies: 1, paper: 'A4', layout: { colour: true, perSide: 2, fit: 'fit' },
  turns: [90], sides: 'one', oneCopy: [[1, 2, 0, 1, 3, 0]], parts: [], total: 1, cash: 1,
}

const FIELD = { key: 'a', type: 'text', label: { en: 'A' }, required: true, sensitive: false }
const STEP = { step: 's', kind: 'form', title: { en: 'T' }, fields: [FIELD], at: 1, of: 1 }

test('a step begins with the values of its fields, and with no others', () => {
  const read = decodeAnswer(message(0x3b, { ...STEP, values: { a: 'x', constructor: 'y' } }))
  expect(read).toMatchObject({ type: 'STEP', values: new Map([['a', 'x']]) })
})

test('the pages of a side are read in their order', () => {
  expect(decodeAnswer(message(0x30, QUOTE))).toMatchObject({ oneCopy: [{ pages: [{ fid: 1, page: 2 }, { fid: 1, page: 3 }], colour: false, turn: 90 }] })
  expect(decodeAnswer(message(0x30, { ...QUOTE, turns: [0], oneCopy: [[0, 0, 0]] }))).toMatchObject({ oneCopy: [{ pages: [], turn: 0 }] })
})

test.each([
  [0x20, {}],
  [0x20, { bytes: -1 }],
  [0x20, { bytes: 1.5 }],
  [0x20, { bytes: '1' }],
  [0x20, []],
  [0x20, null],
  [0x21, { fid: 0, name: 'a', size: 1, next: 0, status: 'ready' }],
  [0x21, { fid: 1, name: 'a', size: 1, next: 0, status: 'odd' }],
  [0x21, { fid: 1, name: 'x'.repeat(201), size: 1, next: 0, status: 'ready' }],
  [0x30, { ...QUOTE, oneCopy: [[1, 2]] }],
  [0x30, { ...QUOTE, oneCopy: [[]] }],
  [0x30, { ...QUOTE, oneCopy: [Array(15).fill(1)] }],
  [0x30, { ...QUOTE, turns: [] }],
  [0x30, { ...QUOTE, turns: [180] }],
  [0x30, { ...QUOTE, paper: 'A0' }],
  [0x30, { ...QUOTE, layout: { colour: true, perSide: 3, fit: 'fit' } }],
  [0x30, { ...QUOTE, layout: { colour: 1, perSide: 1, fit: 'fit' } }],
  [0x36, { id: 1, side: 0, nonce: 'AAAA', size: 1, chunks: 1 }],
  [0x36, { id: 1, side: 0, nonce: b64u(new Uint8Array(16)), size: 65_537, chunks: 1 }],
  [0x36, { id: 1, side: 0, nonce: b64u(new Uint8Array(16)), size: 1e9, chunks: 15_259 }],
  [0x38, { stage: 'printing', done: 1, of: 2, reasons: ['x'.repeat(65)] }],
  [0x39, { state: 'over', reason: 'because' }],
  [0x41, { text: 'x'.repeat(100_001) }],
  [0x3b, { ...STEP, kind: 'dance' }],
  [0x3b, { ...STEP, title: 'T' }],
  [0x3b, { ...STEP, title: { en: 'x'.repeat(2_001) } }],
  [0x3b, { ...STEP, fields: Array(21).fill(FIELD) }],
  [0x3b, { ...STEP, fields: [{ ...FIELD, key: '__proto__' }] }],
  [0x3b, { ...STEP, fields: [{ ...FIELD, type: 'file' }] }],
  [0x3b, { ...STEP, fields: [{ ...FIELD, min: '1' }] }],
  [0x3b, { ...STEP, fields: [{ ...FIELD, options: Array(101).fill({ value: 'a', label: { en: 'A' } }) }] }],
  [0x3b, { ...STEP, values: { a: 7 } }],
  [0x3d, { step: 's', command: 'c', errors: [{ field: 'a' }] }],
  [0x7e, { code: '<b>' }],
])('message %i with %j is a violation', (type, json) => expect(() => decodeAnswer(message(type, json))).toThrow(Violation))

test('bytes that are no JSON are a violation', () => {
  for (const text of ['', '{', 'null', '\ud800']) expect(() => decodeAnswer(concat(Uint8Array.of(0x20), utf8(text)))).toThrow(Violation)
  expect(() => decodeAnswer(Uint8Array.of(0x20, 0xff, 0xfe))).toThrow(Violation)
})

test('unknown types and unknown fields are let pass', () => {
  expect(decodeAnswer(message(0x3e, { any: 1 }))).toEqual({ type: 'UNKNOWN' })
  expect(decodeAnswer(new Uint8Array(0))).toEqual({ type: 'UNKNOWN' })
  expect(decodeAnswer(message(0x20, { bytes: 7, more: {} }))).toEqual({ type: 'CREDIT', bytes: 7 })
})

test('a frame of no known type or of a wrong length is none', () => {
  for (const frame of [[], [0], [4, 1], [5, 0, 0, 0, 1, 0, 0, 0, 0]]) expect(parseFrame(Uint8Array.from(frame))).toBeUndefined()
  expect(parseFrame(Uint8Array.of(3, ...new Uint8Array(4113)))).toBeUndefined()
})

test('a long message goes over several records and comes together again', () => {
  const key = new Uint8Array(32)
  const [out, reader] = [new CipherState(key), new MessageReader(new CipherState(key))]
  for (const length of [0, 1, 4095, 4096, 4 * 4095]) {
    const clear = new Uint8Array(length).fill(length & 255)
    const read = sealMessage(out, clear).map((record) => reader.read(record))
    expect(read.slice(0, -1).every((part) => part === undefined)).toBe(true)
    expect(read.at(-1)).toEqual(clear)
  }
  expect(() => sealMessage(out, new Uint8Array(4 * 4095 + 1))).toThrow(RangeError)
})

test('a message without an end is cut off', () => {
  const [out, reader] = [new CipherState(new Uint8Array(32)), new MessageReader(new CipherState(new Uint8Array(32)))]
  const more = () => out.seal(Uint8Array.of(1, 65))
  for (let i = 0; i < 31; i++) reader.read(more())
  expect(() => reader.read(more())).toThrow()
})

test('base64 in both alphabets, padded or not, and nothing else', () => {
  for (let length = 0; length < 50; length++) {
    const bytes = Uint8Array.from({ length }, (_, i) => (i * 89 + length * 7) & 255)
    expect(b64u(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
    expect(fromB64(b64u(bytes))).toEqual(bytes)
    expect(fromB64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
  }
  for (const text of ['A', 'AA A', 'AA=A', 'ä', 'AAAAA']) expect(fromB64(text)).toBeUndefined()
})
