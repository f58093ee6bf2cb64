// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { bothPrices, type FileItem, type Options, pageChoice, readyFiles } from '../model/model'
import { rupees } from '../model/money'
import { FITS, PER_SIDE, type PerSide, type Sides } from '../protocol/layout'
import { Icon } from './icons'
import { SheetIcon } from './SheetIcon'
import { Switch } from './Switch'
import type { View } from './view'

const MAX_COPIES = 99

/** What the customer may choose: nothing that the shop’s printer or price list cannot do. */
export function OptionsForm(view: View) {
  const { model, words, act } = view
  const [more, setMore] = useState(false)
  const { choices } = model.session!
  return (
    <section id="options" class="options">
      <Copies {...view} />
      <ColourChoice {...view} />
      {choices.duplex && <SidesChoice {...view} />}
      {readyFiles(model).map((file) => (
        <Pages key={file.fid} file={file} {...view} />
      ))}
      <button id="more-options" class="option plain" aria-expanded={more} aria-controls="more" onClick={() => setMore(!more)}>
        <span>{words.moreOptions}</span>
        <span class="quiet">
          {summary(view)}
          <Icon name={more ? 'up' : 'down'} />
        </span>
      </button>
      {more && (
        <div id="more">
          <PagesPerSide {...view} />
          {choices.papers.length > 1 && (
            <Choice label={words.paper}>
              <Switch label={words.paper} value={model.options.paper} choices={choices.papers.map((value) => ({ id: `paper-${value}`, value, text: words.papers[value] }))} choose={(paper) => act.options((now) => ({ ...now, paper }))} />
            </Choice>
          )}
          {model.options.perSide === 1 && (
            <Choice label={words.size}>
              <Switch label={words.size} value={model.options.fit} choices={FITS.map((value) => ({ id: `fit-${value}`, value, text: words.fits[value] }))} choose={(fit) => act.options((now) => ({ ...now, fit }))} />
            </Choice>
          )}
        </div>
      )}
    </section>
  )
}

/** What is behind “more”, in a few words. */
function summary({ model, words }: View): string {
  const { paper, perSide } = model.options
  return perSide === 1 ? words.papers[paper] : `${words.papers[paper]} · ${words.perSideOf(perSide)}`
}

/** A label over its switch, which takes the whole width. */
function Choice({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="option stacked">
      <span>{label}</span>
      {children}
    </div>
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

/** Where pages have colour: in colour or in black and white, each with what the sheets then cost. */
function ColourChoice({ model, words, act }: View) {
  if (!readyFiles(model).some((file) => (file.colourPages ?? 0) > 0)) return null
  if (!model.session!.choices.colour) return <p class="option quiet">{words.onlyBlack}</p>
  const prices = bothPrices(model)
  const stale = model.asking > 0 || model.unsent
  const set = (colour: boolean) => act.options((now: Options) => ({ ...now, colour }))
  const choices = [
    { id: 'colour-yes', value: true, text: words.partColour, price: prices?.colour },
    { id: 'colour-no', value: false, text: words.partMono, price: prices?.greys },
  ]
  return (
    <div class="option pair" role="group" aria-label={words.partColour}>
      {choices.map(({ id, value, text, price }) => (
        <button key={id} id={id} class="pick" aria-pressed={model.options.colour === value} onClick={() => set(value)}>
          <span class={value ? 'inks' : 'inks black'} />
          <span>
            {text}
            {price !== undefined && <b class={stale ? 'stale' : ''}>{rupees(price)}</b>}
          </span>
        </button>
      ))}
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

function PagesPerSide({ model, words, act }: View) {
  const set = (perSide: PerSide) => act.options((now) => ({ ...now, perSide }))
  return (
    <Choice label={words.perSide}>
      <div class="thirds" role="group" aria-label={words.perSide}>
        {PER_SIDE.map((count) => (
          <button key={count} id={`per-side-${count}`} class="pick" aria-pressed={model.options.perSide === count} aria-label={words.perSideOf(count)} onClick={() => set(count)}>
            <SheetIcon pages={count} />
            {count}
          </button>
        ))}
      </div>
    </Choice>
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
