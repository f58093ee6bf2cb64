// SPDX-License-Identifier: Apache-2.0
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
      <p class="lead">{words.erased}</p>
      {!printed && <p>{model.pay?.state === 'paid' ? words.failedDo : words.endedDo}</p>}
      {ending.code && <p class="fine">{words.codeIs(ending.code)}</p>}
      <ReceiptCard {...view} />
      <p class="quiet">{words.youMayClose}</p>
    </main>
  )
}
