// SPDX-License-Identifier: Apache-2.0
import { bounded, Fields, Violation } from './fields'
import { FITS, type Layout, type Paper, PAPERS, PER_SIDE, SIDES, type Sides } from './layout'

const PARTS = ['mono', 'colour', 'break', 'paper', 'discount', 'minimum', 'rounding'] as const
const MAX_SIDES = 8_000
const MOST_NUMBERS = 3 * 4
const TURNS = [0, 90, 270] as const

/** The pages on one side, none on a blank back. Turned clockwise by `turn` degrees it can be read. */
export type Side = { pages: { fid: number; page: number }[]; colour: boolean; turn: (typeof TURNS)[number] }
/** What is taken off has an amount below zero. The count of a break is of the sides that are charged,
 * that of a discount its percent; a discount has a name. */
export type PricePart = {
  what: (typeof PARTS)[number]
  sides: 'one' | 'two'
  count: number
  each: number
  amount: number
  name?: string
}

/** The price of one set of options; `otherwise` is what it would be with colour the other way round. */
export type Quote = {
  id: string
  sheets: number
  printedSides: number
  copies: number
  paper: Paper
  layout: Layout
  sides: Sides
  oneCopy: Side[]
  parts: PricePart[]
  otherwise?: { total: number; cash: number }
  total: number
  cash: number
}

export function readQuote(f: Fields): Quote {
  const turns = f.list('turns', MAX_SIDES, readTurn)
  const sides = f.list('oneCopy', MAX_SIDES, readPages)
  if (turns.length !== sides.length) throw new Violation('turns: not one for each side')
  return {
    id: f.text('id'),
    sheets: f.int('sheets', 1),
    printedSides: f.int('printedSides', 1),
    copies: f.int('copies', 1),
    paper: f.oneOf('paper', PAPERS),
    layout: readLayout(f.object('layout')),
    sides: f.oneOf('sides', SIDES),
    oneCopy: sides.map((side, i) => ({ ...side, turn: turns[i]! })),
    parts: f.list('parts', 100, (item) => readPart(new Fields(item))),
    ...(f.has('otherwise') ? { otherwise: readOtherwise(f.object('otherwise')) } : {}),
    total: f.int('total'),
    cash: f.int('cash'),
  }
}

function readLayout(f: Fields): Layout {
  const perSide = PER_SIDE.find((count) => count === f.int('perSide'))
  if (perSide === undefined) throw new Violation('perSide: not 1, 2 or 4')
  return { colour: f.flag('colour'), perSide, fit: f.oneOf('fit', FITS) }
}

function readOtherwise(f: Fields): { total: number; cash: number } {
  return { total: f.int('total'), cash: f.int('cash') }
}

function readTurn(item: unknown): Side['turn'] {
  const turn = TURNS.find((known) => known === item)
  if (turn === undefined) throw new Violation('turns: none of 0, 90, 270')
  return turn
}

function readPages(item: unknown): Omit<Side, 'turn'> {
  if (!Array.isArray(item) || item.length === 0 || item.length % 3 !== 0 || item.length > MOST_NUMBERS) {
    throw new Violation('oneCopy: no [fid, page, colour, …]')
  }
  const pages: Side['pages'] = []
  for (let at = 0; at < item.length; at += 3) {
    const page = { fid: bounded(item[at], 0, 65_535, 'fid'), page: bounded(item[at + 1], 0, 1_000_000, 'page') }
    if (page.fid > 0) pages.push(page)
  }
  return { pages, colour: bounded(item[2], 0, 1, 'colour') === 1 }
}

function readPart(f: Fields): PricePart {
  return {
    what: f.oneOf('what', PARTS),
    sides: f.has('sides') ? f.oneOf('sides', ['one', 'two']) : 'one',
    count: f.has('count') ? f.int('count') : 1,
    each: f.has('each') ? f.int('each', -Number.MAX_SAFE_INTEGER) : 0,
    amount: f.int('amount', -Number.MAX_SAFE_INTEGER),
    ...(f.has('name') ? { name: f.text('name', 40) } : {}),
  }
}
