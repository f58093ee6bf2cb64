// SPDX-License-Identifier: Apache-2.0
import { rupees } from '../model/money'
import { Icon } from './icons'
import type { View } from './view'

/** With what the customer comes back if the sheets do not come out. */
export function CreditCard({ model, words, act }: View) {
  const { promise } = model
  if (!promise) return null
  const told = model.progress?.stage === 'failed' ? words.creditOwed : words.creditPromise
  const kept = model.credits.some((credit) => credit.code === promise.code)
  return (
    <section id="credit-code" class="card credit">
      <p>{told(rupees(promise.amount))}</p>
      <p class="code">{promise.brief}</p>
      {kept ? (
        <p class="verified" role="status">
          <Icon name="check" />
          {words.creditKept}
        </p>
      ) : (
        <button id="credit-keep" class="wide" onClick={act.keepCredit}>
          {words.creditKeep}
        </button>
      )}
    </section>
  )
}

/** The credit that this phone has kept, or the one that helps to pay. */
export function CreditLine({ model, words, act }: View) {
  const { credit, credits } = model
  if (credit?.helps) {
    return (
      <div id="credit-used" class="credit-line">
        <span>{words.creditUsed(rupees(credit.helps.used))}</span>
        <button id="credit-drop" class="plain" onClick={act.dropCredit}>
          {words.creditDrop}
        </button>
      </div>
    )
  }
  const kept = credits[0]
  return kept && !credit ? (
    <button id="credit-use" class="wide" onClick={() => act.useCredit(kept.code)}>
      {words.creditUse(rupees(kept.amount))}
    </button>
  ) : null
}
