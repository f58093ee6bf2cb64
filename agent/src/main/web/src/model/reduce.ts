// SPDX-License-Identifier: Apache-2.0
import { type Answer, ENDINGS, type FileState, type Session } from '../protocol/answers'
import type { ClientEvent } from '../protocol/client'
import type { Quote } from '../protocol/quote'
import { openReceipt } from '../protocol/receipt'
import { type Lang, REQUEST_CODES } from '../protocol/requests'
import { CHUNK } from '../protocol/sealed'
import { askedNow, refusedNow, sendingNow, triedNow, typedNow } from './asked'
import { writePages } from './pages'
import { type FileItem, type Model, offered, type Options, readyFiles } from './model'
import type { Typed } from './step-rules'
import type { Kept } from './wallet'

const KEEP_SIDES = 6

/** What the customer does, and what the page finds out by itself. */
export type PageEvent =
  | Exclude<ClientEvent, { type: 'preview' }>
  | { type: 'preview-shown'; side: number; url: string | null }
  | { type: 'stop'; stop: 'no-key' | 'old-browser' }
  | { type: 'language'; lang: Lang }
  | { type: 'chosen'; fid: number; name: string; size: number }
  | { type: 'file-status'; fid: number; status: 'receiving' | 'checking' }
  | { type: 'preparing'; photos: number }
  | { type: 'not-chosen'; fid: number; name: string; size: number; code: string }
  | { type: 'removed'; fid: number }
  | { type: 'step'; step: Model['step'] }
  | { type: 'options'; options: Options }
  | { type: 'asked' }
  | { type: 'side'; side: number }
  | { type: 'paying' }
  | { type: 'typed'; key: string; value: Typed }
  | { type: 'step-wrong' }
  | { type: 'step-sent' }
  | { type: 'deleting' }
  | { type: 'notice-read' }
  | { type: 'credits'; credits: Kept[] }
  | { type: 'credit-dropped' }

export function reduce(model: Model, event: PageEvent): Model {
  switch (event.type) {
    case 'link':
      return event.link === 'open' ? { ...model, link: 'open' } : disconnected(model, event.link)
    case 'sas':
      return { ...model, sas: event.sas }
    case 'answer':
      return answered(model, event.answer)
    case 'sent':
      return changeFile(model, event.fid, (file) => ({ ...file, sentChunks: event.chunks, chunks: event.of }))
    case 'unreadable':
      return changeFile(model, event.fid, (file) => ({ ...file, status: 'lost', code: 'FILE_UNREADABLE' }))
    case 'stop':
      return { ...omit(model, 'asked'), stop: event.stop }
    case 'preview-shown':
      return { ...model, previews: nearby(model, { ...model.previews, [event.side]: event.url }) }
    case 'language':
      return { ...model, lang: event.lang }
    case 'notice-read':
      return omit(model, 'notice')
    case 'credits':
      return { ...model, credits: event.credits }
    case 'credit-dropped':
      return omit(model, 'credit')
    case 'deleting':
      return { ...model, deleting: true }
    case 'receipt':
      return keptReceipt(model, event.text, event.verifyKey)
    case 'step':
      return { ...omit(model, 'notice'), step: event.step }
    case 'typed':
    case 'step-wrong':
    case 'step-sent':
      return answering(model, event)
    default:
      return chosen(model, event)
  }
}

type Choice = Extract<
  PageEvent,
  { type: 'chosen' | 'file-status' | 'preparing' | 'not-chosen' | 'removed' | 'options' | 'asked' | 'side' | 'paying' }
>

function chosen(model: Model, event: Choice): Model {
  switch (event.type) {
    case 'chosen':
      return { ...model, files: [...model.files, newFile(event, 'receiving')] }
    case 'not-chosen':
      return { ...model, files: [...model.files, { ...newFile(event, 'refused-here'), code: event.code }] }
    case 'file-status':
      return changeFile(model, event.fid, (file) => ({ ...omit(file, 'code'), status: event.status }))
    case 'preparing':
      return { ...model, preparing: event.photos }
    case 'removed':
      return { ...model, files: model.files.filter((file) => file.fid !== event.fid) }
    case 'options':
      return { ...model, options: event.options, unsent: true }
    case 'asked':
      return { ...omit(model, 'notice'), asking: model.asking + 1, unsent: false }
    case 'side':
      return { ...model, side: clamp(event.side, model.quote) }
    case 'paying':
      return { ...omit(model, 'notice'), paying: true }
  }
}

function answering(model: Model, event: Extract<PageEvent, { type: 'typed' | 'step-wrong' | 'step-sent' }>): Model {
  const { asked } = model
  if (!asked) return model
  switch (event.type) {
    case 'typed':
      return { ...model, asked: typedNow(asked, event.key, event.value) }
    case 'step-wrong':
      return { ...model, asked: triedNow(asked) }
    case 'step-sent':
      return { ...omit(model, 'notice'), asked: sendingNow(asked) }
  }
}

function withAsked(model: Model, asked: Model['asked']): Model {
  return asked ? { ...model, asked } : omit(model, 'asked')
}

function answered(model: Model, answer: Answer): Model {
  switch (answer.type) {
    case 'SESSION':
      return session(model, answer)
    case 'FILE_STATE':
      return fileState(model, answer.file)
    case 'QUOTE':
      return quoted(model, answer)
    case 'PAY_STATE':
      return { ...model, pay: answer, paying: false }
    case 'PROGRESS':
      return { ...model, progress: answer }
    case 'STATUS':
      return answer.state === 'over' ? { ...omit(model, 'asked'), ending: ending(answer) } : model
    case 'STEP':
      return withAsked(model, askedNow(model.asked, answer))
    case 'STEP_REFUSED':
      return withAsked(model, refusedNow(model.asked, answer))
    case 'WAITING':
      return { ...model, waiting: answer.place }
    case 'RECEIPT':
      return { ...model, receipt: { text: answer.text, opened: openReceipt(answer.text, model.session?.verifyKey ?? '') } }
    case 'CREDIT_CODE':
      return { ...model, promise: answer }
    case 'CREDIT_STATE':
      return { ...model, credit: answer }
    case 'PROBLEM':
      return problem(model, answer)
    default:
      return model
  }
}

/** The session as the agent has it; what only this phone knows of a file is kept. */
function session(model: Model, answer: Session): Model {
  const known = new Map(model.files.map((file) => [file.fid, file]))
  const files = answer.files.filter((file) => file.status !== 'removed').map((state) => fileItem(state, known.get(state.fid)))
  const told = new Set(answer.files.map((file) => file.fid))
  const untold = model.files.filter((file) => !told.has(file.fid))
  const fresh = omit(omit(omit(omit(model, 'waiting'), 'pay'), 'progress'), 'credit')
  const options = offered(model.options, answer.choices)
  return { ...fresh, session: answer, files: [...files, ...untold], options, asking: 0, paying: false }
}

function fileState(model: Model, state: FileState): Model {
  if (state.status === 'removed') return { ...model, files: model.files.filter((file) => file.fid !== state.fid) }
  return changeFile(model, state.fid, (file) => fileItem(state, file))
}

function fileItem(state: FileState, known: FileItem | undefined): FileItem {
  const chunks = Math.ceil(state.size / CHUNK)
  const unfinished = state.status === 'receiving' || state.status === 'retry'
  const lost = unfinished && (!known || known.status === 'lost')
  const sentChunks = state.status === 'receiving' ? Math.max(state.next, known?.sentChunks ?? 0) : state.next
  const item: FileItem = { ...state, chunks, sentChunks, name: known?.name ?? state.name }
  return lost ? { ...item, status: 'lost', code: known?.code ?? 'FILE_INTERRUPTED' } : item
}

function quoted(model: Model, quote: Quote): Model {
  const same = model.quote?.id === quote.id
  const asking = Math.max(0, model.asking - 1)
  const unexpected = model.asking === 0 && !model.quote // after a reload the agent remembers for us
  return {
    ...model,
    quote,
    asking,
    step: unexpected ? 'sheets' : model.step,
    side: same ? model.side : clamp(model.side, quote),
    previews: same ? model.previews : {},
    options: unexpected ? optionsOf(quote, model) : model.options,
  }
}

function optionsOf(quote: Quote, model: Model): Options {
  const pages = model.files.map((file): [number, string] => {
    const printed = quote.oneCopy.flatMap((side) => side.pages).filter((page) => page.fid === file.fid)
    return [file.fid, writePages(printed.map(({ page }) => page), file.pages ?? 0)]
  })
  const { copies, sides, paper, layout } = quote
  return { copies, sides, paper, ...layout, pages: Object.fromEntries(pages) }
}

/** The session ended while this phone was away. */
function keptReceipt(model: Model, text: string, verifyKey: string): Model {
  const opened = openReceipt(text, verifyKey)
  const reason = ENDINGS.find((known) => known === opened?.fields.reason) ?? 'error'
  return { ...omit(model, 'asked'), receipt: { text, opened }, ending: { reason } }
}

function problem(model: Model, answer: Extract<Answer, { type: 'PROBLEM' }>): Model {
  const notice = { code: answer.code, ...(answer.fid === undefined ? {} : { fid: answer.fid }) }
  const about = (status: 'refused-here' | 'password') =>
    changeFile(model, answer.fid ?? 0, (file) => ({ ...file, status, code: answer.code }))
  switch (answer.request) {
    case REQUEST_CODES.FILE_REMOVE:
      return model // it is off the screen already
    case REQUEST_CODES.FILE_OPEN:
    case REQUEST_CODES.FILE_DONE:
      return about('refused-here')
    case REQUEST_CODES.FILE_PASSWORD:
      return { ...about('password'), notice }
    case REQUEST_CODES.OPTIONS:
      return { ...omit(model, 'quote'), notice, asking: Math.max(0, model.asking - 1) }
    case REQUEST_CODES.STEP_INPUT:
      return { ...withAsked(model, answer.code === 'NO_STEP' || !model.asked ? undefined : { ...model.asked, sending: false }), notice }
    case REQUEST_CODES.PAY:
      return { ...(answer.code.startsWith('CREDIT_') ? omit(model, 'credit') : model), notice, paying: false }
    default:
      return { ...model, notice }
  }
}

function disconnected(model: Model, link: 'connecting' | 'lost'): Model {
  return { ...model, link, unsent: model.unsent || model.asking > 0, asking: 0, paying: false }
}

function ending(status: Extract<Answer, { type: 'STATUS' }>): NonNullable<Model['ending']> {
  return { reason: status.reason, ...(status.code === undefined ? {} : { code: status.code }) }
}

function newFile(file: { fid: number; name: string; size: number }, status: FileItem['status']): FileItem {
  const { fid, name, size } = file
  return { fid, name, size, next: 0, status, sentChunks: 0, chunks: Math.ceil(size / CHUNK) }
}

function changeFile(model: Model, fid: number, change: (file: FileItem) => FileItem): Model {
  const files = model.files.map((file) => (file.fid === fid ? change(file) : file))
  const next = { ...model, files }
  return next.step === 'sheets' && readyFiles(next).length === 0 ? { ...next, step: 'files' } : next
}

/** Pictures far from the sheet on screen are let go: a phone has little memory. */
function nearby(model: Model, previews: Model['previews']): Model['previews'] {
  return Object.fromEntries(Object.entries(previews).filter(([side]) => Math.abs(Number(side) - model.side) <= KEEP_SIDES))
}

function clamp(side: number, quote: Quote | undefined): number {
  return Math.max(0, Math.min(side, (quote?.oneCopy.length ?? 1) - 1))
}

function omit<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> & { [P in K]?: never } {
  const { [key]: _, ...rest } = value
  return rest as Omit<T, K> & { [P in K]?: never }
}
