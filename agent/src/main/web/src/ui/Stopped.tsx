// SPDX-License-Identifier: Apache-2.0
import { Title } from './Frame'
import { Icon } from './icons'
import type { View } from './view'

export function Stopped({ model, words }: View) {
  if (!model.stop) return <main />
  const [what, safe, todo] = words.stops[model.stop]!
  return (
    <main id="stopped" class="middle" data-stop={model.stop}>
      <div class="badge">
        <Icon name={model.stop === 'elsewhere' || model.stop === 'over' ? 'clock' : 'scan'} />
      </div>
      <Title>{what}</Title>
      <p>{safe}</p>
      <p class="lead">{todo}</p>
      <p class="fine">{words.codeIs(model.stop.toUpperCase().replace('-', '_'))}</p>
    </main>
  )
}
