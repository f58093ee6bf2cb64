// SPDX-License-Identifier: Apache-2.0
import type { PricePart } from '../protocol/quote'
import type { Words } from '../words/words'
import { rupees } from './money'

/** One line of the price in words, so that its amount can be reckoned again. */
export function partWords(part: PricePart, words: Words): string {
  const times = `${part.count} × ${rupees(part.each)}`
  const sides = part.sides === 'two' ? words.twoPages : words.onePage
  switch (part.what) {
    case 'mono':
      return `${words.partMono}, ${sides}: ${times}`
    case 'colour':
      return `${words.partColour}, ${sides}: ${times}`
    case 'break':
      return `${words.partBreak}: ${times}`
    case 'paper':
      return `${words.partPaper}: ${times}`
    case 'discount':
      return words.partDiscount(part.name ?? '', part.count)
    case 'minimum':
      return words.partMinimum
    case 'rounding':
      return words.partRounding
  }
}
