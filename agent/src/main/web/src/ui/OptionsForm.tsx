// SPDX-License-Identifier: Apache-2.0
import { type FileItem, pageChoice, readyFiles } from '../model/model'
import type { Sides } from '../protocol/requests'
import { Icon } from './icons'
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
  const { options } = model
  const set = (sides: Sides) => act.options((now) => ({ ...now, sides }))
  const both = options.sides !== 'one'
  return (
    <>
      <div class="option">
        <span>{words.sides}</span>
        <div class="switch" role="group" aria-label={words.sides}>
          <button id="sides-one" aria-pressed={!both} onClick={() => set('one')}>
            {words.oneSide}
          </button>
          <button id="sides-both" aria-pressed={both} onClick={() => set('long')}>
            {words.bothSides}
          </button>
        </div>
      </div>
      {both && (
        <div class="option">
          <span>{words.flip}</span>
          <div class="switch" role="group" aria-label={words.flip}>
            <button id="flip-long" aria-pressed={options.sides === 'long'} onClick={() => set('long')}>
              {words.flipLong}
            </button>
            <button id="flip-short" aria-pressed={options.sides === 'short'} onClick={() => set('short')}>
              {words.flipShort}
            </button>
          </div>
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
