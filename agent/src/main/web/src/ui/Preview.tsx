// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { placeOf, viewOf } from '../model/sheets'
import { Icon } from './icons'
import type { View } from './view'

const SWIPE_PX = 40
const NO_VIEW = { turn: 0, upright: 210 / 297, shape: 210 / 297 }

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

/** The sheet as large as there is room for it, and the way round in which it is read. */
function Paper({ model, words }: View) {
  const { quote, side, previews } = model
  const url = previews[side]
  const stale = model.asking > 0 || model.unsent
  const { turn, upright, shape } = quote ? viewOf(quote, side) : NO_VIEW
  const room = { aspectRatio: String(shape), width: `min(100%, calc(var(--sheet-height) * ${shape}))` }
  const paper = (content: ComponentChildren) => (
    <div class="paper" style={room}>
      {content}
    </div>
  )
  if (quote && placeOf(quote, side).blank) return paper(words.blankBack)
  if (url === null) return paper(words.previewFailed)
  if (!url) return paper(<span class="spinner" role="img" aria-label={words.pricing} />)
  const turned = turn === 0 ? {} : { width: `${100 * upright}%`, transform: `translate(-50%, -50%) rotate(${turn}deg)` }
  return paper(<img id="sheet" class={stale ? 'stale' : ''} style={turned} src={url} alt={words.sheetsTitle} draggable={false} />)
}

function place({ model, words }: View): string {
  if (!model.quote) return ' '
  const { sheet, of, back, duplex } = placeOf(model.quote, model.side)
  const where = words.sheetOf(sheet, of)
  return duplex ? `${where} · ${back ? words.back : words.front}` : where
}
