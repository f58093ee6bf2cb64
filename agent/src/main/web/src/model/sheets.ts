// SPDX-License-Identifier: Apache-2.0
import type { Paper } from '../protocol/layout'
import type { Quote } from '../protocol/quote'

/** Width over height of a sheet that stands upright. */
const SHAPES: Record<Paper, number> = {
  A4: 210 / 297,
  A3: 297 / 420,
  A5: 148 / 210,
  LETTER: 8.5 / 11,
  LEGAL: 8.5 / 14,
}

export type SheetPlace = { sheet: number; of: number; back: boolean; blank: boolean; duplex: boolean }

/** Which sheet of one copy a printed side is on, counted from 1. */
export function placeOf(quote: Quote, side: number): SheetPlace {
  const duplex = quote.sides !== 'one'
  const perSheet = duplex ? 2 : 1
  return {
    sheet: Math.floor(side / perSheet) + 1,
    of: Math.ceil(quote.oneCopy.length / perSheet),
    back: duplex && side % 2 === 1,
    blank: quote.oneCopy[side]?.pages.length === 0,
    duplex,
  }
}

/** How a side is shown to be read: turned by how many degrees, and how wide it then is for its height. */
export function viewOf(quote: Quote, side: number): { turn: number; upright: number; shape: number } {
  const turn = quote.oneCopy[side]?.turn ?? 0
  const upright = SHAPES[quote.paper]
  return { turn, upright, shape: turn === 0 ? upright : 1 / upright }
}
