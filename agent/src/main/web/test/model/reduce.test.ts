// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { bothPrices, canPay, due, type Model, NO_OPTIONS, type Options, screenOf, start, wireOptions } from '../../src/model/model'
import { type PageEvent, reduce } from '../../src/model/reduce'
import type { Answer, FileState, PayState, Session } from '../../src/protocol/answers'
import type { Choices } from '../../src/protocol/layout'
import type { Quote } from '../../src/protocol/quote'
import { ReceiptSigner } from '../agent/receipt-signer'

const signer = new ReceiptSigner('shop', new Uint8Array(32).fill(7))
const file = (fid: number, change: Partial<FileState> = {}): FileState => ({ fid, name: `f${fid}.pdf`, size: 200_000, next: 4, status: 'ready', pages: 3, ...change })
const all: Choices = { papers: ['A4', 'LETTER'], colour: true, duplex: true }
const session = (files: FileState[] = [], choices = all): Session => ({
  type: 'SESSION', session: 's', name: 'Blue Mango', nameHi: 'नीला आम', colour: '#2f6fde', level: 'L0', shop: 'Sharma',
  verifyKey: signer.verifyKey, limits: { fileBytes: 1e8, sessionBytes: 3e8, files: 30, pages: 2000 }, idleMs: 1, lifeMs: 1, keepsCopy: false, pay: ['upi', 'cash'], choices, files,
})
const quote = (id: string, sides = 3, change: Partial<Quote> = {}): Answer => ({
  type: 'QUOTE', id, paper: 'A4', layout: { colour: true, perSide: 1, fit: 'fit' }, sheets: sides, printedSides: sides, copies: 1, sides: 'one', parts: [], total: 600, cash: 600,
  oneCopy: Array.from({ length: sides }, (_, i) => ({ pages: [{ fid: 1, page: i + 1 }], colour: false, turn: 0 })), ...change,
})
const pay = (state: PayState['state']): PayState => ({ type: 'PAY_STATE', state, method: 'cash', amount: 600, quote: 'q1' })
const options = (change: Partial<Options>): Options => ({ ...NO_OPTIONS, ...change })
const over: Answer = { type: 'STATUS', state: 'over', reason: 'printed' }

const after = (...events: (PageEvent | Answer)[]): Model => {
  const asEvent = (event: PageEvent | Answer): PageEvent => (/^[A-Z]/.test(event.type) ? { type: 'answer', answer: event as Answer } : (event as PageEvent))
  return events.map(asEvent).reduce(reduce, start('en'))
}
const open: PageEvent = { type: 'link', link: 'open' }
const sheets: (PageEvent | Answer)[] = [open, session([file(1)]), { type: 'step', step: 'sheets' }, { type: 'asked' }, quote('q1')]

test('a credit lowers what is left to pay, until it is dropped or refused', () => {
  const helps: Answer = { type: 'CREDIT_STATE', code: 'AwQ', worth: 450, helps: { quote: 'q1', used: 450, upi: 150, cash: 200 } }
  expect(due(after(...sheets))).toEqual({ upi: 600, cash: 600 })
  expect(due(after(...sheets, helps))).toEqual({ upi: 150, cash: 200 })
  expect(due(after(...sheets, helps, quote('q2')))).toEqual({ upi: 600, cash: 600 })
  expect(due(after(...sheets, helps, { type: 'credit-dropped' }))).toEqual({ upi: 600, cash: 600 })
  expect(due(after(...sheets, helps, { type: 'PROBLEM', code: 'CREDIT_LESS', request: 0x32 }))).toEqual({ upi: 600, cash: 600 })
})

test('each state has its screen', () => {
  expect(screenOf(after())).toBe('claim')
  expect(screenOf(after({ type: 'WAITING', place: 1 }))).toBe('waiting')
  expect(screenOf(after({ type: 'WAITING', place: 1 }, session()))).toBe('connected')
  expect(screenOf(after(session([file(1)])))).toBe('files')
  expect(screenOf(after(...sheets))).toBe('sheets')
  expect(screenOf(after(...sheets, pay('awaiting')))).toBe('counter')
  expect(screenOf(after(...sheets, { ...pay('awaiting'), method: 'upi' }))).toBe('upi')
  expect(screenOf(after(...sheets, pay('awaiting'), pay('none')))).toBe('sheets')
  expect(screenOf(after(...sheets, pay('paid')))).toBe('progress')
  expect(screenOf(after(...sheets, over))).toBe('done')
  expect(screenOf(after({ type: 'stop', stop: 'used' }))).toBe('stop')
})

test('an end that was told stays on screen when the socket closes after it', () => {
  expect(screenOf(after(...sheets, over, { type: 'stop', stop: 'over' }))).toBe('done')
})

test('only the price of the options on screen can be paid', () => {
  expect(canPay(after(...sheets))).toBe(true)
  const changed = after(...sheets, { type: 'options', options: options({ copies: 2 }) })
  expect(canPay(changed)).toBe(false)
  const twice = [{ type: 'asked' }, { type: 'asked' }, quote('q2')] as const
  expect(canPay(after(...sheets, ...twice))).toBe(false)
  expect(canPay(after(...sheets, ...twice, quote('q3')))).toBe(true)
  expect(canPay(after(...sheets, { type: 'paying' }))).toBe(false)
  expect(canPay(after(...sheets, { type: 'link', link: 'lost' }))).toBe(false)
})

test('a page selection that is none cannot be asked for or paid', () => {
  const wrong = after(...sheets, { type: 'options', options: options({ pages: { 1: '9' } }) }, { type: 'asked' }, quote('q2'))
  expect(wireOptions(wrong)).toBeUndefined()
  expect(canPay(wrong)).toBe(false)
})

test('only files that are ready are asked for', () => {
  const model = after(session([file(1), file(2, { status: 'refused' }), file(3, { status: 'checking' })]), { type: 'options', options: options({ copies: 2, sides: 'long', pages: { 1: '1 – 2' } }) })
  expect(wireOptions(model)).toEqual({ files: [{ fid: 1, pages: '1-2' }], copies: 2, sides: 'long', paper: 'A4', layout: { colour: true, perSide: 1, fit: 'fit' } })
})

test('the size of pages is asked for only where one is alone on its side', () => {
  const asked = (change: Partial<Options>) => wireOptions(after(session([file(1)]), { type: 'options', options: options(change) }))?.layout
  expect(asked({ fit: 'fill', colour: false })).toEqual({ colour: false, perSide: 1, fit: 'fill' })
  expect(asked({ fit: 'fill', perSide: 4 })).toEqual({ colour: true, perSide: 4, fit: 'fit' })
})

test('nothing is asked for that the shop cannot do', () => {
  const only: Choices = { papers: ['LEGAL', 'A4'], colour: false, duplex: false }
  expect(after(session([], { ...only, papers: ['LEGAL'] })).options).toMatchObject({ paper: 'LEGAL', colour: false, sides: 'one' })
  expect(after(session([], only)).options.paper).toBe('A4')
})

test('both prices are known while there is a choice, whichever is chosen', () => {
  const greys = { colour: false, perSide: 1, fit: 'fit' } as const
  expect(bothPrices(after(...sheets, quote('q2', 3, { otherwise: { total: 450, cash: 500 } })))).toEqual({ colour: 600, greys: 450 })
  expect(bothPrices(after(...sheets, quote('q2', 3, { layout: greys, otherwise: { total: 950, cash: 1000 } })))).toEqual({ colour: 950, greys: 600 })
  expect(bothPrices(after(...sheets))).toBeUndefined()
})

test('after a reload pages that share a side are chosen as before', () => {
  const pages = [{ fid: 1, page: 1 }, { fid: 1, page: 3 }]
  const asPriced = quote('q1', 1, { copies: 2, sides: 'long', paper: 'LETTER', layout: { colour: false, perSide: 2, fit: 'fit' }, oneCopy: [{ pages, colour: false, turn: 90 }, { pages: [], colour: false, turn: 0 }] })
  const model = after(open, session([file(1)]), asPriced)
  expect(model.options).toEqual({ copies: 2, colour: false, sides: 'long', perSide: 2, paper: 'LETTER', fit: 'fit', pages: { 1: '1,3' } })
})

test('a refused request tells why and leaves the session as it is', () => {
  const refused = after(...sheets, { type: 'asked' }, { type: 'PROBLEM', code: 'PAGES_OUT_OF_RANGE', request: 0x31 })
  expect(refused).toMatchObject({ notice: { code: 'PAGES_OUT_OF_RANGE' }, asking: 0, files: [{ fid: 1 }] })
  expect(canPay(refused)).toBe(false)
  expect(after(...sheets, { type: 'paying' }, { type: 'PROBLEM', code: 'QUOTE_CHANGED', request: 0x32 }).paying).toBe(false)
})

test('a file that the agent does not take says why, and the others go on', () => {
  const sending = after(session([file(2)]), { type: 'chosen', fid: 3, name: 'a.pdf', size: 9 }, { type: 'PROBLEM', code: 'SESSION_TOO_LARGE', request: 0x10, fid: 3 })
  expect(sending.files).toMatchObject([{ fid: 2, status: 'ready' }, { fid: 3, status: 'refused-here', code: 'SESSION_TOO_LARGE' }])
  expect(sending.notice).toBeUndefined()
})

test('after a reload the sheets and their options come from the agent', () => {
  const model = after(open, session([file(1, { pages: 9 })]), quote('q1', 3, { copies: 4, sides: 'short' }))
  expect(screenOf(model)).toBe('sheets')
  expect(model.options).toEqual(options({ copies: 4, sides: 'short', pages: { 1: '1-3' } }))
})

test('after a reload a file half sent must be chosen again', () => {
  const model = after(session([file(1, { status: 'receiving', next: 1 }), file(2)]))
  expect(model.files.map((item) => [item.status, item.code])).toEqual([['lost', 'FILE_INTERRUPTED'], ['ready', undefined]])
})

test('a file under way stays so over a lost connection', () => {
  const model = after(session(), { type: 'chosen', fid: 1, name: 'a.pdf', size: 200_000 }, { type: 'sent', fid: 1, chunks: 2, of: 4 },
    { type: 'link', link: 'lost' }, session([file(1, { status: 'receiving', next: 1 })]))
  expect(model.files).toMatchObject([{ status: 'receiving', name: 'a.pdf' }])
})

test('a price asked for before the connection was lost is asked for again', () => {
  expect(after(...sheets, { type: 'asked' }, { type: 'link', link: 'lost' })).toMatchObject({ asking: 0, unsent: true })
})

test('previews of other sheets are dropped, those of the same are kept', () => {
  const shown = [...sheets, { type: 'preview-shown', side: 0, url: 'blob:1' }] as const
  expect(after(...shown, quote('q1')).previews).toEqual({ 0: 'blob:1' })
  expect(after(...shown, { type: 'asked' }, quote('q2')).previews).toEqual({})
})

test('pictures far from the sheet on screen are let go', () => {
  const model = after(...sheets, { type: 'asked' }, quote('q2', 40), { type: 'preview-shown', side: 0, url: 'a' }, { type: 'side', side: 30 }, { type: 'preview-shown', side: 30, url: 'b' })
  expect(model.previews).toEqual({ 30: 'b' })
})

test('no sheet lies outside the job', () => {
  expect(after(...sheets, { type: 'side', side: 99 }).side).toBe(2)
  expect(after(...sheets, { type: 'side', side: -1 }).side).toBe(0)
  expect(after(...sheets, { type: 'side', side: 2 }, { type: 'asked' }, quote('q2', 1)).side).toBe(0)
})

test('when the last ready file is gone, the files are shown again', () => {
  const gone = after(...sheets, { type: 'FILE_STATE', file: file(1, { status: 'refused', code: 'DOCUMENT_BROKEN' }) })
  expect(screenOf(gone)).toBe('files')
})

test('a receipt is opened with the key that the session named', () => {
  const text = signer.sign({ files: 1 })
  expect(after(session(), { type: 'RECEIPT', text }).receipt?.opened?.fields).toEqual({ files: 1 })
  expect(after(session(), { type: 'RECEIPT', text: text.replace('1}', '2}') }).receipt?.opened).toBeUndefined()
})
