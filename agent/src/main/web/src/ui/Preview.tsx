// SPDX-License-Identifier: Apache-2.0
import { useRef } from 'preact/hooks'
import { placeOf } from '../model/sheets'
import { Icon } from './icons'
import type { View } from './view'

const SWIPE_PX = 40

/** The real sheet as the shop's PC will print it, one side at a time. */
export function Preview(view: View) {
  const { model, words, act } = view
  const from = useRef<number | undefined>(undefined)
  const { quote, side } = model
  const last = (quote?.oneCopy.length ?? 1) - 1
  const lift = (event: PointerEvent) => {
    const moved = from.current === undefined ? 0 : event.clientX - from.current
    from.current = undefined
    if (moved > SWIPE_PX) act.side(side - 1)
    if (moved < -SWIPE_PX) act.side(side + 1)
  }
  return (
    <section class="preview">
      <div class="paper-row" onPointerDown={(event) => (from.current = event.clientX)} onPointerUp={lift} onPointerCancel={() => (from.current = undefined)}>
        <button id="previous-sheet" class="plain" aria-label={words.previousSheet} disabled={side <= 0} onClick={() => act.side(side - 1)}>
          <Icon name="left" />
        </button>
        <Paper {...view} />
        <button id="next-sheet" class="plain" aria-label={words.nextSheet} disabled={side >= last} onClick={() => act.side(side + 1)}>
          <Icon name="right" />
        </button>
      </div>
      <p id="sheet-place" class="quiet" aria-live="polite">
        {place(view)}
      </p>
    </section>
  )
}

function Paper({ model, words }: View) {
  const { quote, side, previews } = model
  const url = previews[side]
  const stale = model.asking > 0 || model.unsent
  if (quote && placeOf(quote, side).blank) return <div class="paper">{words.blankBack}</div>
  if (url === null) return <div class="paper">{words.previewFailed}</div>
  if (!url) {
    return (
      <div class="paper">
        <span class="spinner" role="img" aria-label={words.pricing} />
      </div>
    )
  }
  return <img id="sheet" class={`paper ${stale ? 'stale' : ''}`} src={url} alt={words.sheetsTitle} draggable={false} />
}

function place({ model, words }: View): string {
  if (!model.quote) return ' '
  const { sheet, of, back, duplex } = placeOf(model.quote, model.side)
  const where = words.sheetOf(sheet, of)
  return duplex ? `${where} · ${back ? words.back : words.front}` : where
}
