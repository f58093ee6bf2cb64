// SPDX-License-Identifier: Apache-2.0
import { useSlow } from './clock'
import { Title } from './Frame'
import type { View } from './view'

export function Connecting({ model, words, act }: View) {
  const slow = useSlow()
  return (
    <main class="middle">
      <div class="spinner" />
      <Title>{words.connecting}</Title>
      {slow && model.link !== 'lost' && <p>{words.connectingSlow}</p>}
      {slow && model.link !== 'lost' && (
        <button id="retry" onClick={act.retry}>
          {words.retryNow}
        </button>
      )}
    </main>
  )
}
