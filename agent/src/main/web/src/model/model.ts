// SPDX-License-Identifier: Apache-2.0
import type { CreditCode, CreditState, Ending, FileState, PayState, Progress, Session } from '../protocol/answers'
import type { Stop } from '../protocol/client'
import type { Choices, Fit, Paper, PerSide, Sides } from '../protocol/layout'
import type { Quote } from '../protocol/quote'
import type { Receipt } from '../protocol/receipt'
import type { Lang, PrintOptions } from '../protocol/requests'
import type { Asked } from './asked'
import { type PageChoice, parsePages } from './pages'
import type { Kept } from './wallet'

/** A document as the phone shows it. `status` "lost": it must be chosen again to go on. */
export type FileItem = Omit<FileState, 'status'> & {
  status: FileState['status'] | 'lost' | 'refused-here'
  sentChunks: number
  chunks: number
}

/** `pages` as typed, by file; no entry means all pages. */
export type Options = {
  copies: number
  colour: boolean
  sides: Sides
  perSide: PerSide
  paper: Paper
  fit: Fit
  pages: Record<number, string>
}

/** Everything the screens show. */
export type Model = {
  lang: Lang
  link: 'connecting' | 'open' | 'lost'
  stop?: Stop | 'no-key' | 'old-browser'
  sas?: string
  session?: Session
  waiting?: number
  files: FileItem[]
  step: 'files' | 'sheets'
  /** What the owner asks: it goes before everything else. */
  asked?: Asked
  options: Options
  /** Photos being turned into JPEGs on the phone. */
  preparing: number
  /** OPTIONS sent and not answered: the price on screen is not the price of these options. */
  asking: number
  /** Changed since the last OPTIONS was sent. */
  unsent: boolean
  quote?: Quote
  side: number
  previews: Record<number, string | null>
  paying: boolean
  pay?: PayState
  progress?: Progress
  /** The credits that this phone has kept. */
  credits: Kept[]
  /** The one that this session pays with. */
  credit?: CreditState
  /** The one that the customer gets if the sheets do not come out. */
  promise?: CreditCode
  ending?: { reason: Ending; code?: string }
  receipt?: { text: string; opened: Receipt | undefined }
  notice?: { code: string; fid?: number }
  deleting: boolean
}

export type Screen = 'stop' | 'claim' | 'waiting' | 'asked' | 'connected' | 'files' | 'sheets' | 'counter' | 'upi' | 'progress' | 'done'

export const NO_OPTIONS: Options = { copies: 1, colour: true, sides: 'one', perSide: 1, paper: 'A4', fit: 'fit', pages: {} }

export function start(lang: Lang): Model {
  return {
    lang,
    link: 'connecting',
    files: [],
    step: 'files',
    options: NO_OPTIONS,
    preparing: 0,
    asking: 0,
    unsent: false,
    side: 0,
    previews: {},
    paying: false,
    credits: [],
    deleting: false,
  }
}

export function screenOf(model: Model): Screen {
  if (model.ending) return 'done'
  if (model.stop) return 'stop'
  if (!model.session) return model.waiting === undefined ? 'claim' : 'waiting'
  if (model.asked) return 'asked'
  if (model.progress || model.pay?.state === 'paid') return 'progress'
  if (model.pay?.state === 'awaiting') return model.pay.method === 'upi' ? 'upi' : 'counter'
  if (model.step === 'sheets' && readyFiles(model).length > 0) return 'sheets'
  return model.files.length > 0 ? 'files' : 'connected'
}

/** What changes when the page begins anew at its top: the screen, and on it the step that is asked. */
export function placeOf(model: Model): string {
  const { asked } = model
  const screen = screenOf(model)
  return screen === 'asked' && asked ? [screen, asked.step.step, (asked.wait ?? asked.step).kind].join(' ') : screen
}

export function readyFiles(model: Model): FileItem[] {
  return model.files.filter((file) => file.status === 'ready')
}

/** Files that are still on their way; the sheets are shown when none is. */
export function busyFiles(model: Model): FileItem[] {
  return model.files.filter((file) => ['receiving', 'retry', 'checking'].includes(file.status))
}

/** Files that will not be printed unless the customer does something about them. */
export function stuckFiles(model: Model): FileItem[] {
  return model.files.filter((file) => ['password', 'lost'].includes(file.status))
}

export function pageChoice(model: Model, file: FileItem): PageChoice {
  return parsePages(model.options.pages[file.fid] ?? '', file.pages ?? 0)
}

export function canPay(model: Model): boolean {
  const priced = model.quote !== undefined && model.asking === 0 && !model.unsent
  return priced && wireOptions(model) !== undefined && !model.paying && model.link === 'open'
}

/** The options as the agent is asked for them; undefined while a page selection is not one. */
export function wireOptions(model: Model): PrintOptions | undefined {
  const files: PrintOptions['files'] = []
  for (const file of readyFiles(model)) {
    const choice = pageChoice(model, file)
    if (!choice.ok) return undefined
    files.push({ fid: file.fid, pages: choice.wire })
  }
  const { copies, colour, sides, perSide, paper, fit } = model.options
  return { files, copies, sides, paper, layout: { colour, perSide, fit: perSide === 1 ? fit : 'fit' } }
}

/** The nearest options that the shop can do. */
export function offered(options: Options, choices: Choices): Options {
  const { papers, colour, duplex } = choices
  return {
    ...options,
    colour: options.colour && colour,
    sides: duplex ? options.sides : 'one',
    paper: papers.includes(options.paper) ? options.paper : papers[0]!,
  }
}

/** What is left to pay in each way, with the help of the credit that is in use. */
export function due(model: Model): { upi: number; cash: number } {
  const { quote, credit } = model
  const helps = credit?.helps?.quote === quote?.id ? credit?.helps : undefined
  return { upi: helps?.upi ?? quote?.total ?? 0, cash: helps?.cash ?? quote?.cash ?? 0 }
}

/** What the sheets cost in colour and in greys; undefined where no page that is chosen has colour. */
export function bothPrices(model: Model): { colour: number; greys: number } | undefined {
  const { quote, session } = model
  if (!quote?.otherwise) return undefined
  const due = session?.pay.includes('upi') ? 'total' : 'cash'
  const [now, other] = [quote[due], quote.otherwise[due]]
  return quote.layout.colour ? { colour: now, greys: other } : { colour: other, greys: now }
}
