// SPDX-License-Identifier: Apache-2.0
import { CreditCard } from './CreditCard'
import { Title } from './Frame'
import { Icon } from './icons'
import { ReceiptCard } from './ReceiptCard'
import type { View } from './view'

export function Done(view: View) {
  const { model, words } = view
  const { ending } = model
  if (!ending) return <main />
  const printed = ending.reason === 'printed'
  const good = printed || ending.reason === 'deleted'
  return (
    <main id="done" class="middle" data-reason={ending.reason}>
      <div class={`badge ${good ? 'good' : ''}`}>
        <Icon name={good ? 'check' : 'clock'} />
      </div>
      <Title>{printed ? words.collect : words.endings[ending.reason]}</Title>
      <Erased {...view} />
      {!printed && <p>{model.pay?.state === 'paid' ? words.failedDo : words.endedDo}</p>}
      {ending.code && <p class="fine">{words.codeIs(ending.code)}</p>}
      {!printed && <CreditCard {...view} />}
      <ReceiptCard {...view} />
      <p class="quiet">{words.youMayClose}</p>
    </main>
  )
}

/** What became of the data, as the signed receipt says it where there is one. */
function Erased({ model, words }: View) {
  const { complete, spool } = model.receipt?.opened?.fields ?? {}
  if (complete === 0) {
    return (
      <div id="not-erased" class="band warn" role="alert">
        <Icon name="alert" />
        <div>
          <b>{words.notAllErased}</b>
          <p>{words.notAllErasedDo}</p>
        </div>
      </div>
    )
  }
  return (
    <>
      <p class="lead">{words.erased}</p>
      {spool === 'retained_copy' && <p id="retained">{words.shopKeepsCopy}</p>}
      {spool === 'unknown' && <p id="unseen">{words.spoolUnseen}</p>}
    </>
  )
}
