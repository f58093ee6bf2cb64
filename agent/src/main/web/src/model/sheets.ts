// SPDX-License-Identifier: Apache-2.0
import type { Quote } from '../protocol/answers'

export type SheetPlace = { sheet: number; of: number; back: boolean; blank: boolean; duplex: boolean }

/** Which sheet of one copy a printed side is on, counted from 1. */
export function placeOf(quote: Quote, side: number): SheetPlace {
  const duplex = quote.sides !== 'one'
  const perSheet = duplex ? 2 : 1
  return {
    sheet: Math.floor(side / perSheet) + 1,
    of: Math.ceil(quote.oneCopy.length / perSheet),
    back: duplex && side % 2 === 1,
    blank: quote.oneCopy[side]?.fid === 0,
    duplex,
  }
}
