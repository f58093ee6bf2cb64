// SPDX-License-Identifier: Apache-2.0
import { rupees } from '../model/money'
import { partWords } from '../model/parts'
import type { Quote } from '../protocol/quote'
import type { Words } from '../words/words'

/** How the price comes about. */
export function PriceParts({ quote, words }: { quote: Quote; words: Words }) {
  return (
    <dl id="price-parts">
      {quote.parts.map((part, i) => (
        <div key={i}>
          <dt>{partWords(part, words)}</dt>
          <dd>{rupees(part.amount)}</dd>
        </div>
      ))}
      <div class="sum">
        <dt>{words.total}</dt>
        <dd>{rupees(quote.cash)}</dd>
      </div>
      {quote.otherwise && (
        <div id="otherwise" class="quiet">
          <dt>{quote.layout.colour ? words.allMono : words.inColour}</dt>
          <dd>{rupees(quote.otherwise.cash)}</dd>
        </div>
      )}
    </dl>
  )
}
