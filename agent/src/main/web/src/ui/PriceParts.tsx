// SPDX-License-Identifier: Apache-2.0
import { rupees } from '../model/money'
import type { PricePart, Quote } from '../protocol/quote'
import type { Words } from '../words/words'

/** How the price comes about. */
export function PriceParts({ quote, words }: { quote: Quote; words: Words }) {
  return (
    <dl id="price-parts">
      {quote.parts.map((part, i) => (
        <div key={i}>
          <dt>{label(part, words)}</dt>
          <dd>{rupees(part.amount)}</dd>
        </div>
      ))}
      <div class="sum">
        <dt>{words.total}</dt>
        <dd>{rupees(quote.cash)}</dd>
      </div>
    </dl>
  )
}

function label(part: PricePart, words: Words): string {
  if (part.what === 'minimum') return words.partMinimum
  if (part.what === 'rounding') return words.partRounding
  const kind = part.what === 'colour' ? words.partColour : words.partMono
  return `${kind}, ${part.sides === 'two' ? words.twoPages : words.onePage}: ${part.count} × ${rupees(part.each)}`
}
