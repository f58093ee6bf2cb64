// SPDX-License-Identifier: Apache-2.0
import { rupees } from '../model/money'
import { partWords } from '../model/parts'
import type { PayMethod } from '../protocol/answers'
import type { Quote } from '../protocol/quote'
import type { Words } from '../words/words'

/** How the price comes about. Only cash is rounded: where UPI is taken too, its sum is the total. */
export function PriceParts({ quote, words, pay }: { quote: Quote; words: Words; pay: PayMethod[] }) {
  const sum = pay.includes('upi') ? 'total' : 'cash'
  const parts = quote.parts.filter((part) => sum === 'cash' || part.what !== 'rounding')
  return (
    <dl id="price-parts">
      {parts.map((part, i) => (
        <div key={i}>
          <dt>{partWords(part, words)}</dt>
          <dd>{rupees(part.amount)}</dd>
        </div>
      ))}
      <div class="sum">
        <dt>{words.total}</dt>
        <dd>{rupees(quote[sum])}</dd>
      </div>
      {sum === 'total' && pay.includes('cash') && quote.cash !== quote.total && (
        <div id="in-cash" class="quiet">
          <dt>{words.inCash}</dt>
          <dd>{rupees(quote.cash)}</dd>
        </div>
      )}
      {quote.otherwise && (
        <div id="otherwise" class="quiet">
          <dt>{quote.layout.colour ? words.allMono : words.inColour}</dt>
          <dd>{rupees(quote.otherwise[sum])}</dd>
        </div>
      )}
    </dl>
  )
}
