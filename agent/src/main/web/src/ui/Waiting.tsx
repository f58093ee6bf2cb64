// SPDX-License-Identifier: Apache-2.0
import { Title } from './Frame'
import { Icon } from './icons'
import type { View } from './view'

export function Waiting({ model, words }: View) {
  return (
    <main id="waiting" class="middle" aria-live="polite">
      <div class="badge">
        <Icon name="clock" />
      </div>
      <Title>{words.waitingTitle}</Title>
      <p class="lead">{words.waitingPlace(model.waiting ?? 0)}</p>
      <p>{words.waitingWhy}</p>
    </main>
  )
}
