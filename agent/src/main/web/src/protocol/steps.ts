// SPDX-License-Identifier: Apache-2.0
import { Fields, Violation } from './fields'

const KINDS = ['form', 'info', 'confirmation', 'wait', 'none'] as const
const TYPES = ['text', 'multiline', 'number', 'phone', 'email', 'date', 'choice', 'several', 'yesno'] as const
const KEY = /^[A-Za-z]\w{0,63}$/
const MOST_FIELDS = 20
const MOST_OPTIONS = 100
const LONGEST_TEXT = 2_000

export type StepKind = (typeof KINDS)[number]
export type FieldType = (typeof TYPES)[number]

/** The owner's words, in Hindi where there are any. */
export type Text = { en: string; hi?: string }
export type Option = { value: string; label: Text }
export type Field = {
  key: string
  type: FieldType
  label: Text
  hint?: Text
  required: boolean
  min?: number
  max?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  says?: Text
  options: Option[]
  sensitive: boolean
}
export type Value = string | number | boolean | string[]

/** What the owner asks of the customer now. */
export type Step = {
  step: string
  kind: StepKind
  title?: Text
  message?: Text
  button?: Text
  decline?: Text
  fields: Field[]
  values: Map<string, Value>
  at: number
  of: number
  untilMs?: number
}

/** An answer that does not do. */
export type Refusal = { step: string; command: string; message?: Text; errors: Map<string, Text> }

export function readStep(f: Fields): Step {
  const kind = f.oneOf('kind', KINDS)
  const fields = f.has('fields') ? f.list('fields', MOST_FIELDS, (item) => readField(new Fields(item))) : []
  return {
    step: f.text('step', 64),
    kind,
    ...texts(f, ['title', 'message', 'button', 'decline']),
    fields,
    values: f.has('values') ? readValues(f.object('values'), fields) : new Map(),
    at: f.int('at'),
    of: f.int('of'),
    ...(f.has('untilMs') ? { untilMs: f.int('untilMs') } : {}),
  }
}

export function readRefusal(f: Fields): Refusal {
  const errors = f.list('errors', MOST_FIELDS, (item): [string, Text] => {
    const error = new Fields(item)
    return [error.text('field', 64), readText(error, 'message')]
  })
  return { step: f.text('step', 64), command: f.text('command', 24), ...texts(f, ['message']), errors: new Map(errors) }
}

function readField(f: Fields): Field {
  const key = f.text('key', 64)
  if (!KEY.test(key)) throw new Violation('key')
  return {
    key,
    type: f.oneOf('type', TYPES),
    label: readText(f, 'label'),
    ...texts(f, ['hint', 'says']),
    required: f.flag('required'),
    ...numbers(f, ['min', 'max', 'minLength', 'maxLength']),
    ...(f.has('pattern') ? { pattern: f.text('pattern', 500) } : {}),
    options: f.has('options') ? f.list('options', MOST_OPTIONS, (item) => readOption(new Fields(item))) : [],
    sensitive: f.flag('sensitive'),
  }
}

function readOption(f: Fields): Option {
  return { value: f.text('value'), label: readText(f, 'label') }
}

function readText(f: Fields, name: string): Text {
  const text = f.object(name)
  return { en: text.text('en', LONGEST_TEXT), ...(text.has('hi') ? { hi: text.text('hi', LONGEST_TEXT) } : {}) }
}

/** Those of the texts that are there. */
function texts<K extends string>(f: Fields, names: K[]): { [P in K]?: Text } {
  return Object.fromEntries(names.filter((name) => f.has(name)).map((name) => [name, readText(f, name)])) as { [P in K]?: Text }
}

function numbers<K extends string>(f: Fields, names: K[]): { [P in K]?: number } {
  return Object.fromEntries(names.filter((name) => f.has(name)).map((name) => [name, f.number(name)])) as { [P in K]?: number }
}

function readValues(f: Fields, fields: Field[]): Map<string, Value> {
  const here = fields.filter((field) => f.has(field.key))
  return new Map(here.map((field) => [field.key, readValue(f, field)]))
}

function readValue(f: Fields, { key, type }: Field): Value {
  switch (type) {
    case 'number':
      return f.number(key)
    case 'yesno':
      return f.flag(key)
    case 'several':
      return f.list(key, MOST_OPTIONS, (item) => {
        if (typeof item !== 'string') throw new Violation(key)
        return item
      })
    default:
      return f.text(key, 8_192)
  }
}
