// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { type Asked, askedNow, inputOf, refusedNow, tooMuch, wrongWith } from '../../src/model/asked'
import { type Model, placeOf, screenOf, start } from '../../src/model/model'
import { type PageEvent, reduce } from '../../src/model/reduce'
import type { Answer } from '../../src/protocol/answers'
import type { Field, Step } from '../../src/protocol/steps'

const field = (key: string, change: Partial<Field> = {}): Field => ({ key, type: 'text', label: { en: key }, required: true, options: [], sensitive: false, ...change })
const step = (id: string, change: Partial<Step> = {}): Step => ({ step: id, kind: 'form', title: { en: id }, fields: [field('rollNo', { sensitive: true }), field('year', { type: 'number', required: false })], values: new Map(), at: 1, of: 2, ...change })
const none: Step = { step: '', kind: 'none', fields: [], values: new Map(), at: 0, of: 0 }
const after = (...events: (PageEvent | Answer)[]): Model =>
  events.map((event): PageEvent => (/^[A-Z]/.test(event.type) ? { type: 'answer', answer: event as Answer } : (event as PageEvent))).reduce(reduce, { ...start('en'), session: {} as Model['session'] & object })
const says = (one: Step): Answer => ({ type: 'STEP', ...one })
const refusal = (errors: [string, string][], message?: string): Answer => ({ type: 'STEP_REFUSED', step: 'student', command: 'c', errors: new Map(errors.map(([key, en]) => [key, { en }])), ...(message ? { message: { en: message } } : {}) })
const typed: PageEvent = { type: 'typed', key: 'rollNo', value: 'SECRET-1' }
const sent: PageEvent = { type: 'step-sent' }
const student = says(step('student'))

test('a step stands over the page until nothing is asked any more', () => {
  const asked = after(student)
  expect([screenOf(asked), placeOf(asked)]).toEqual(['asked', 'asked student form'])
  expect(screenOf(after(student, says(none)))).toBe('connected')
  expect(screenOf(after(student, { type: 'STATUS', state: 'over', reason: 'idle' }))).toBe('done')
})

test('what is typed stays until the answer is accepted, and is gone then', () => {
  for (const events of [[], [student], [sent, says(step('student', { kind: 'wait', fields: [] }))], [sent, refusal([['rollNo', 'Unknown']])], [{ type: 'link', link: 'lost' } as const]]) {
    expect(after(student, typed, ...events).asked?.typed.get('rollNo')).toBe('SECRET-1')
  }
  const accepted: Answer[][] = [[says(step('next'))], [says(none)], [says(step('other', { kind: 'wait' }))], [{ type: 'STATUS', state: 'over', reason: 'deleted' }], [{ type: 'PROBLEM', code: 'NO_STEP', request: 0x3c }]]
  for (const events of accepted) {
    const model = after(student, typed, sent, ...events)
    expect([...(model.asked?.typed.values() ?? [])].join()).not.toContain('SECRET')
  }
  expect(after(student, typed, { type: 'stop', stop: 'over' }).asked).toBeUndefined()
})

test('a wait for the same step gives way to the step again when the answer does not do', () => {
  const waiting = after(student, typed, sent, says(step('student', { kind: 'wait', fields: [] })))
  expect(placeOf(waiting)).toBe('asked student wait')
  const refused = reduce(waiting, { type: 'answer', answer: refusal([['rollNo', 'Unknown']], 'Not found') })
  expect(refused.asked).toMatchObject({ sending: false, message: { en: 'Not found' }, looks: 1 })
  expect(placeOf(refused)).toBe('asked student form')
  expect(reduce(waiting, { type: 'answer', answer: student }).asked).toMatchObject({ sending: false })
})

test('what the shop says of a field that is not on the screen is said of all of it', () => {
  expect(after(student, typed, sent, refusal([['other', 'Shut'], ['rollNo', 'Unknown']])).asked?.message).toEqual({ en: 'Shut' })
})

test('what the shop says of a field goes when the field changes', () => {
  const refused = after(student, typed, sent, refusal([['rollNo', 'Unknown']])).asked!
  expect(wrongWith(refused, 'rollNo')).toEqual({ says: { en: 'Unknown' } })
  const changed = after(student, typed, sent, refusal([['rollNo', 'Unknown']]), { type: 'typed', key: 'rollNo', value: 'B' }).asked!
  expect(wrongWith(changed, 'rollNo')).toBeUndefined()
})

test('a fault is said when going on was tried, and not before', () => {
  expect(wrongWith(after(student).asked!, 'rollNo')).toBeUndefined()
  const tried = after(student, { type: 'step-wrong' }).asked!
  expect(wrongWith(tried, 'rollNo')).toEqual({ name: 'fillIn' })
  expect(inputOf(tried)).toBeUndefined()
})

test('the answer has what is filled in, of the right type', () => {
  const both = after(student, typed, { type: 'typed', key: 'year', value: '2' }).asked!
  expect(inputOf(both)).toEqual({ rollNo: 'SECRET-1', year: 2 })
  expect(inputOf(after(student, typed).asked!)).toEqual({ rollNo: 'SECRET-1' })
  expect(inputOf(after(says(step('hello', { kind: 'info', fields: [] }))).asked!)).toEqual({})
})

test('more text than one answer may have is not sent', () => {
  const long = Array.from({ length: 5 }, (_, i) => field(`f${i}`, { type: 'multiline' }))
  const asked = after(says(step('essay', { fields: long })), ...long.map(({ key }): PageEvent => ({ type: 'typed', key, value: 'ā'.repeat(1_000) }))).asked!
  expect([tooMuch(asked), inputOf(asked)]).toEqual([true, undefined])
})

test('a form begins with what the shop knows, and a refused one keeps what was typed', () => {
  const known = askedNow(undefined, step('student', { values: new Map<string, string | number>([['rollNo', 'A1'], ['year', 3]]) }))!
  expect([...known.typed]).toEqual([['rollNo', 'A1'], ['year', '3']])
  const typing: Asked = { ...known, typed: new Map([['rollNo', 'B2']]) }
  expect([...askedNow(typing, step('student'))!.typed]).toEqual([['rollNo', 'B2'], ['year', '']])
  expect(refusedNow(typing, { step: 'older', command: 'c', errors: new Map() })).toBe(typing)
})

test('names of an object’s own are fields like others', () => {
  const odd = after(says(step('odd', { fields: [field('constructor', { required: false }), field('toString')] }))).asked!
  expect([...odd.typed.values()]).toEqual(['', ''])
})
