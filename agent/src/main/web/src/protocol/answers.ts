// SPDX-License-Identifier: Apache-2.0
import { type Bytes, fromB64, fromUtf8 } from './bytes'
import { Fields, Violation } from './fields'
import { type Choices, PAPERS } from './layout'
import { type Quote, readQuote } from './quote'
import { CHUNK } from './sealed'
import { readRefusal, readStep, type Refusal, type Step } from './steps'

const FILE_STATUS = ['receiving', 'checking', 'ready', 'retry', 'password', 'refused', 'removed'] as const
const STAGES = ['queued', 'printing', 'attention', 'printed', 'unknown', 'failed'] as const
const PAY_STATES = ['none', 'awaiting', 'paid', 'expired'] as const
const PAY_METHODS = ['cash', 'upi', 'credit'] as const
const MOST_MODULES = 177
export const ENDINGS = ['printed', 'deleted', 'idle', 'expired', 'gone', 'cancelled', 'error', 'shutdown'] as const
const CODE = /^[A-Z][A-Z0-9_]{1,47}$/
const MAX_PREVIEW = 8 * 1024 * 1024
const MAX_FILES = 500
const MAX_RECEIPT = 100_000

export type FileStatus = (typeof FILE_STATUS)[number]
export type PayMethod = (typeof PAY_METHODS)[number]

/** What a UPI app is to be shown: `qr` holds side × side modules by rows, the highest bit first. */
export type Upi = { link: string; issued: boolean; address?: string; side: number; qr: Bytes; leftMs: number }

/** So much of that quote is paid by the credit, and so much is left by UPI or in cash. */
export type Helps = { quote: string; used: number; upi: number; cash: number }

export type Ending = (typeof ENDINGS)[number]
export type FileState = {
  fid: number
  name: string
  size: number
  next: number
  status: FileStatus
  code?: string
  pages?: number
  colourPages?: number
  kind?: string
}
export type Limits = { fileBytes: number; sessionBytes: number; files: number; pages: number }

/** What the agent tells the phone, by the names of the protocol's table. Money is in paise. */
export type Answer =
  | {
      type: 'SESSION'
      session: string
      name: string
      nameHi: string
      colour: string
      level: string
      shop: string
      verifyKey: string
      limits: Limits
      idleMs: number
      lifeMs: number
      keepsCopy: boolean
      pay: PayMethod[]
      choices: Choices
      files: FileState[]
    }
  | { type: 'CREDIT'; bytes: number }
  | { type: 'FILE_STATE'; file: FileState }
  | ({ type: 'QUOTE' } & Quote)
  | { type: 'PREVIEW_INFO'; id: number; side: number; nonce: Bytes; size: number; chunks: number }
  | { type: 'PAY_STATE'; state: (typeof PAY_STATES)[number]; method: PayMethod; amount: number; quote: string; upi?: Upi }
  | { type: 'PROGRESS'; stage: (typeof STAGES)[number]; done: number; of: number; reasons: string[] }
  | { type: 'STATUS'; state: 'open' | 'over'; reason: Ending; code?: string }
  | { type: 'WAITING'; place: number }
  | { type: 'RECEIPT'; text: string }
  | { type: 'CREDIT_CODE'; code: string; brief: string; amount: number; until: number }
  | { type: 'CREDIT_STATE'; code: string; worth: number; helps?: Helps }
  | ({ type: 'STEP' } & Step)
  | ({ type: 'STEP_REFUSED' } & Refusal)
  | { type: 'PONG' }
  | { type: 'PROBLEM'; code: string; fid?: number; request?: number }
  | { type: 'CLOSE'; code: string }
  | { type: 'UNKNOWN' }

export type Session = Extract<Answer, { type: 'SESSION' }>
export type CreditCode = Extract<Answer, { type: 'CREDIT_CODE' }>
export type CreditState = Extract<Answer, { type: 'CREDIT_STATE' }>
export type PayState = Extract<Answer, { type: 'PAY_STATE' }>
export type Progress = Extract<Answer, { type: 'PROGRESS' }>

const READERS: Record<number, (fields: Fields) => Answer> = {
  0x02: readSession,
  0x20: (f) => ({ type: 'CREDIT', bytes: f.int('bytes') }),
  0x21: (f) => ({ type: 'FILE_STATE', file: readFile(f) }),
  0x30: (f) => ({ type: 'QUOTE', ...readQuote(f) }),
  0x33: (f) => ({
    type: 'PAY_STATE',
    state: f.oneOf('state', PAY_STATES),
    method: f.has('method') ? f.oneOf('method', PAY_METHODS) : 'cash',
    ...(f.has('upi') ? { upi: readUpi(f.object('upi')) } : {}),
    amount: f.has('amount') ? f.int('amount') : 0,
    quote: f.has('quote') ? f.text('quote') : '',
  }),
  0x36: readPreview,
  0x38: (f) => ({
    type: 'PROGRESS',
    stage: f.oneOf('stage', STAGES),
    done: f.int('done'),
    of: f.int('of'),
    reasons: f.list('reasons', 32, readReason),
  }),
  0x39: (f) => ({
    type: 'STATUS',
    state: f.oneOf('state', ['open', 'over']),
    reason: f.has('reason') ? f.oneOf('reason', ENDINGS) : 'error',
    ...readCode(f),
  }),
  0x3a: (f) => ({ type: 'WAITING', place: f.int('place') }),
  0x3b: (f) => ({ type: 'STEP', ...readStep(f) }),
  0x3d: (f) => ({ type: 'STEP_REFUSED', ...readRefusal(f) }),
  0x41: (f) => ({ type: 'RECEIPT', text: f.text('text', MAX_RECEIPT) }),
  0x42: (f) => ({
    type: 'CREDIT_CODE',
    code: f.text('code', 24),
    brief: f.text('brief', 16),
    amount: f.int('amount'),
    until: f.int('until'),
  }),
  0x44: (f) => ({
    type: 'CREDIT_STATE',
    code: f.text('code', 24),
    worth: f.int('worth'),
    ...(f.has('helps') ? { helps: readHelps(f.object('helps')) } : {}),
  }),
  0x51: () => ({ type: 'PONG' }),
  0x7e: (f) => ({
    type: 'PROBLEM',
    code: code(f),
    ...(f.has('fid') ? { fid: f.int('fid', 1, 65_535) } : {}),
    ...(f.has('type') ? { request: f.int('type', 0, 255) } : {}),
  }),
  0x7f: (f) => ({ type: 'CLOSE', code: code(f) }),
}

/** Reads one control message. Throws a Violation unless it is as the protocol's table says. */
export function decodeAnswer(message: Uint8Array): Answer {
  const read = READERS[message[0] ?? -1]
  if (!read) return { type: 'UNKNOWN' }
  let json: unknown
  try {
    json = JSON.parse(fromUtf8(message.subarray(1)))
  } catch {
    throw new Violation('no JSON')
  }
  return read(new Fields(json))
}

function readSession(f: Fields): Answer {
  const limits = f.object('limits')
  const colour = f.text('colour')
  if (!/^#[0-9a-fA-F]{6}$/.test(colour)) throw new Violation('colour')
  return {
    type: 'SESSION',
    session: f.text('session'),
    name: f.text('name'),
    nameHi: f.text('nameHi'),
    colour,
    level: f.text('level'),
    shop: f.text('shop'),
    verifyKey: f.text('verifyKey', 400),
    limits: {
      fileBytes: limits.int('fileBytes', 1),
      sessionBytes: limits.int('sessionBytes', 1),
      files: limits.int('files', 1),
      pages: limits.int('pages', 1),
    },
    idleMs: f.int('idleMs'),
    lifeMs: f.int('lifeMs'),
    keepsCopy: f.flag('keepsCopy'),
    pay: f.list('pay', 8, readMethod).filter((method) => method !== undefined),
    choices: readChoices(f.object('choices')),
    files: f.list('files', MAX_FILES, (item) => readFile(new Fields(item))),
  }
}

/** A way to pay that this page does not know is not offered. */
function readMethod(value: unknown): PayMethod | undefined {
  return PAY_METHODS.find((known) => known === value)
}

/** A paper that this page does not know is not offered. */
function readChoices(f: Fields): Choices {
  const papers = f.list('papers', 64, (value) => PAPERS.find((known) => known === value)).filter((paper) => paper !== undefined)
  if (papers.length === 0) throw new Violation('papers: none that is known')
  return { papers, colour: f.flag('colour'), duplex: f.flag('duplex') }
}

function readHelps(f: Fields): Helps {
  return { quote: f.text('quote'), used: f.int('used'), upi: f.int('upi'), cash: f.int('cash') }
}

function readUpi(f: Fields): Upi {
  const side = f.int('side', 21, MOST_MODULES)
  const qr = fromB64(f.text('qr', 8_000))
  if (qr?.length !== Math.ceil((side * side) / 8)) throw new Violation('qr: not side × side modules')
  const link = f.text('link', 1_000)
  if (!link.startsWith('upi://pay?')) throw new Violation('link: no UPI link')
  return {
    link,
    issued: f.flag('issued'),
    side,
    qr,
    leftMs: f.int('leftMs'),
    ...(f.has('address') ? { address: f.text('address', 255) } : {}),
  }
}

function readFile(f: Fields): FileState {
  return {
    fid: f.int('fid', 1, 65_535),
    name: f.text('name'),
    size: f.int('size'),
    next: f.int('next'),
    status: f.oneOf('status', FILE_STATUS),
    ...readCode(f),
    ...(f.has('pages') ? { pages: f.int('pages') } : {}),
    ...(f.has('colourPages') ? { colourPages: f.int('colourPages') } : {}),
    ...(f.has('kind') ? { kind: f.text('kind', 32) } : {}),
  }
}

function readPreview(f: Fields): Answer {
  const nonce = fromB64(f.text('nonce'))
  const size = f.int('size', 1, MAX_PREVIEW)
  const chunks = f.int('chunks', 1)
  if (nonce?.length !== 16) throw new Violation('nonce')
  if (chunks !== Math.ceil(size / CHUNK)) throw new Violation('chunks')
  return { type: 'PREVIEW_INFO', id: f.int('id', 0, 0xffffffff), side: f.int('side'), nonce, size, chunks }
}

function readReason(item: unknown): string {
  if (typeof item !== 'string' || item.length > 64) throw new Violation('reason')
  return item
}

function readCode(f: Fields): { code?: string } {
  return f.has('code') ? { code: code(f) } : {}
}

function code(f: Fields): string {
  const value = f.text('code', 48)
  if (!CODE.test(value)) throw new Violation('code')
  return value
}
