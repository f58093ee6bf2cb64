// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import { type Asked, wrongWith } from '../model/asked'
import type { Fault, Typed } from '../model/step-rules'
import type { Field } from '../protocol/steps'
import type { Words } from '../words/words'
import { Said } from './Said'
import type { View } from './view'

/** More are a list to open. */
const MOST_ROWS = 6

type Props = View & { asked: Asked; field: Field }
/** What ties an input to its label, its hint and what is wrong with it. */
type Ties = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': boolean; 'aria-required': boolean }

export function StepField(props: Props) {
  const { field, asked, words, model } = props
  const fault = wrongWith(asked, field.key)
  const id = `step-${field.key}`
  const described = [field.hint && `${id}-hint`, fault && `${id}-wrong`].filter(Boolean).join(' ')
  const ties: Ties = { id, 'aria-describedby': described || undefined, 'aria-invalid': fault !== undefined, 'aria-required': field.required }
  const about = (
    <>
      {field.hint && (
        <p id={`${id}-hint`} class="quiet says">
          <Said text={field.hint} lang={model.lang} />
        </p>
      )}
      {fault && (
        <p id={`${id}-wrong`} class="what" role="alert">
          {'says' in fault ? <Said text={fault.says} lang={model.lang} /> : faultWords(words, fault)}
        </p>
      )}
    </>
  )
  const wrong = fault ? 'field wrong' : 'field'
  if (field.type === 'yesno') return <YesNo {...props} ties={ties} wrong={wrong} about={about} />
  if (field.type === 'several' || (field.type === 'choice' && field.options.length <= MOST_ROWS)) {
    return <Rows {...props} ties={ties} wrong={wrong} about={about} />
  }
  return (
    <div class={wrong}>
      <label for={id}>
        <Label {...props} />
      </label>
      {about}
      <Input {...props} ties={ties} />
    </div>
  )
}

function faultWords(words: Words, fault: Exclude<Fault, { says: unknown }>): string {
  const { n = '' } = fault
  return words.faults[fault.name].replace('{n}', n)
}

function Label({ field, words, model }: Props) {
  return (
    <>
      {field.label.en === '' ? field.key : <Said text={field.label} lang={model.lang} />}
      {!field.required && field.type !== 'yesno' && <span class="quiet"> {words.stepOptional}</span>}
    </>
  )
}

function Input({ field, asked, words, model, act, ties }: Props & { ties: Ties }) {
  const value = asked.typed.get(field.key) as string
  const onInput = (event: { currentTarget: { value: string } }) => act.type(field.key, event.currentTarget.value)
  const shared = { ...ties, value, onInput, autocomplete: 'off' } as const
  switch (field.type) {
    case 'multiline':
      return <textarea {...shared} rows={4} />
    case 'number':
      return <input {...shared} type="text" inputMode={(field.min ?? -1) < 0 ? 'text' : 'decimal'} />
    case 'phone':
      return <input {...shared} type="tel" inputMode="tel" />
    case 'email':
      return <input {...shared} type="email" inputMode="email" autocapitalize="none" spellcheck={false} />
    case 'date':
      return <input {...shared} type="date" min="1900-01-01" max="2199-12-31" />
    case 'choice':
      return (
        <select {...shared}>
          <option value="">{words.stepChoose}</option>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {(model.lang === 'hi' && option.label.hi) || option.label.en || option.value}
            </option>
          ))}
        </select>
      )
    default:
      return <input {...shared} type="text" spellcheck={false} />
  }
}

type Row = Props & { ties: Ties; wrong: string; about: ComponentChildren }

/** One of a few, or several of them: rows that a thumb hits. */
function Rows(props: Row) {
  const { field, asked, model, act, ties, wrong, about } = props
  const { id, ...tied } = ties
  const several = field.type === 'several'
  const typed = asked.typed.get(field.key) as string | string[]
  const choose = (value: string, on: boolean) => act.type(field.key, several ? chosen(field, typed as string[], value, on) : value)
  return (
    <fieldset id={id} class={wrong} role={several ? 'group' : 'radiogroup'} {...tied}>
      <legend>
        <Label {...props} />
      </legend>
      {about}
      {field.options.map(({ value, label }) => (
        <label key={value} class="choose">
          <input
            type={several ? 'checkbox' : 'radio'}
            name={id}
            value={value}
            checked={several ? typed.includes(value) : typed === value}
            onChange={(event) => choose(value, event.currentTarget.checked)}
          />
          <span>
            {label.en === '' ? value : <Said text={label} lang={model.lang} />}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** In the order of the options, whatever the order of the taps. */
function chosen({ options }: Field, before: string[], value: string, on: boolean): Typed {
  return options.map((option) => option.value).filter((one) => (one === value ? on : before.includes(one)))
}

function YesNo(props: Row) {
  const { field, asked, words, act, ties, wrong, about } = props
  const on = asked.typed.get(field.key) === true
  return (
    <div class={wrong}>
      {about}
      <label class="choose yesno">
        <span>
          <Label {...props} />
        </span>
        <span class="quiet" aria-hidden="true">
          {on ? words.yes : words.no}
        </span>
        <input {...ties} type="checkbox" role="switch" checked={on} onChange={(event) => act.type(field.key, event.currentTarget.checked)} />
      </label>
    </div>
  )
}
