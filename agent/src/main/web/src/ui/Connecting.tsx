// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks'
import { Title } from './Frame'
import type { View } from './view'

const SLOW_MS = 3_000

export function Connecting({ model, words, act }: View) {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [])
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
