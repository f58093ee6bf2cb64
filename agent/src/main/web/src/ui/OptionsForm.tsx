// SPDX-License-Identifier: Apache-2.0
import { type FileItem, pageChoice, readyFiles } from '../model/model'
import type { Sides } from '../protocol/layout'
import { Icon } from './icons'
import { Switch } from './Switch'
import type { View } from './view'

const MAX_COPIES = 99

export function OptionsForm(view: View) {
  return (
    <section class="options">
      <Copies {...view} />
      <SidesChoice {...view} />
      {readyFiles(view.model).map((file) => (
        <Pages key={file.fid} file={file} {...view} />
      ))}
    </section>
  )
}

function Copies({ model, words, act }: View) {
  const { options } = model
  const add = (count: number) =>
    act.options((now) => ({ ...now, copies: Math.max(1, Math.min(MAX_COPIES, now.copies + count)) }))
  return (
    <div class="option">
      <span>{words.copies}</span>
      <div class="stepper">
        <button id="copies-less" aria-label={words.fewer} disabled={options.copies <= 1} onClick={() => add(-1)}>
          <Icon name="minus" />
        </button>
        <output id="copies" aria-live="polite">
          {options.copies}
        </output>
        <button id="copies-more" aria-label={words.more} disabled={options.copies >= MAX_COPIES} onClick={() => add(1)}>
          <Icon name="plus" />
        </button>
      </div>
    </div>
  )
}

function SidesChoice({ model, words, act }: View) {
  const { sides } = model.options
  const set = (chosen: Sides) => act.options((now) => ({ ...now, sides: chosen }))
  const paper = [
    { id: 'sides-one', value: 'one', text: words.oneSide },
    { id: 'sides-both', value: 'long', text: words.bothSides },
  ] as const
  const flips = [
    { id: 'flip-long', value: 'long', text: words.flipLong },
    { id: 'flip-short', value: 'short', text: words.flipShort },
  ] as const
  return (
    <>
      <div class="option">
        <span>{words.sides}</span>
        <Switch<Sides> label={words.sides} value={sides === 'one' ? 'one' : 'long'} choices={[...paper]} choose={set} />
      </div>
      {sides !== 'one' && (
        <div class="option">
          <span>{words.flip}</span>
          <Switch<Sides> label={words.flip} value={sides} choices={[...flips]} choose={set} />
        </div>
      )}
    </>
  )
}

function Pages({ model, words, act, file }: View & { file: FileItem }) {
  const { options } = model
  const count = file.pages ?? 0
  const choice = pageChoice(model, file)
  const alone = readyFiles(model).length === 1
  const set = (typed: string) => act.options((now) => ({ ...now, pages: { ...now.pages, [file.fid]: typed } }))
  return (
    <label class="option">
      <span class="pages-of">{alone ? words.pagesLabel : words.pagesOf(file.name)}</span>
      <input
        id={`pages-${file.fid}`}
        type="text"
        inputMode="text"
        autocomplete="off"
        maxLength={200}
        placeholder={words.allPages(count)}
        value={options.pages[file.fid] ?? ''}
        aria-invalid={!choice.ok}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {!choice.ok && (
        <span class="what" role="alert">
          {choice.problem === 'form' ? words.pagesForm : words.pagesRange(count)}
        </span>
      )}
    </label>
  )
}
