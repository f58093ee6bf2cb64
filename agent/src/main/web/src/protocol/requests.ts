// SPDX-License-Identifier: Apache-2.0
import { type Bytes, concat, utf8 } from './bytes'
import type { Layout, Paper, Sides } from './layout'
import type { Value } from './steps'

export type Lang = 'en' | 'hi'
export type PrintOptions = {
  files: { fid: number; pages: string }[]
  copies: number
  sides: Sides
  paper: Paper
  layout: Layout
}

/** The customer's answer to a step of the owner's. `command` is the same when it is sent again. */
export type StepInput = { type: 'STEP_INPUT'; step: string; command: string; input: Record<string, Value> }

/** What the phone asks the agent, by the names of the protocol's table. */
export type Request =
  | { type: 'CLAIM'; lang: Lang; previewKey: string }
  | { type: 'LANGUAGE'; lang: Lang }
  | { type: 'FILE_OPEN'; fid: number; size: number; seg: number; key: string; nonce: string; start: number; name: string }
  | { type: 'FILE_DONE'; fid: number; seg: number; chunks: number; size: number }
  | { type: 'FILE_REMOVE'; fid: number }
  | { type: 'FILE_PASSWORD'; fid: number; password: string }
  | ({ type: 'OPTIONS' } & PrintOptions)
  | { type: 'PREVIEW'; side: number; width: number }
  | { type: 'PAY'; quote: string; method: 'cash' | 'upi' | 'credit' }
  | { type: 'PAY_BACK' }
  | { type: 'CREDIT_USE'; code: string }
  | { type: 'CREDIT_DROP' }
  | StepInput
  | { type: 'DESTROY_NOW' }
  | { type: 'PING' }
  | { type: 'CLOSE'; code: string }

export const REQUEST_CODES: Record<Request['type'], number> = {
  CLAIM: 0x01,
  LANGUAGE: 0x03,
  FILE_OPEN: 0x10,
  FILE_DONE: 0x11,
  FILE_REMOVE: 0x12,
  FILE_PASSWORD: 0x13,
  OPTIONS: 0x31,
  PAY: 0x32,
  PREVIEW: 0x34,
  PAY_BACK: 0x35,
  STEP_INPUT: 0x3c,
  DESTROY_NOW: 0x40,
  CREDIT_USE: 0x43,
  CREDIT_DROP: 0x45,
  PING: 0x50,
  CLOSE: 0x7f,
}

export function encodeRequest(request: Request): Bytes {
  const { type, ...fields } = request
  return concat(Uint8Array.of(REQUEST_CODES[type]), utf8(JSON.stringify(fields)))
}

/** The longest beginning of a file's name that fits the wire's 200 bytes, characters kept whole. */
export function wireName(name: string): string {
  let out = ''
  let length = 0
  for (const character of name) {
    length += utf8(character).length
    if (length > 200) break
    out += character
  }
  return out
}
