// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { answerOf, type Fault, faultOf, initial } from '../../src/model/step-rules'
import { Fields } from '../../src/protocol/fields'
import { type Field, readStep, type Text, type Value } from '../../src/protocol/steps'
import { en } from '../../src/words/en'
import { hi } from '../../src/words/hi'
import type { Words } from '../../src/words/words'
import { vectors } from '../vectors'

const all = vectors<{ field: object; value?: Value; says: Text | null }[]>('step-rules-vectors.json')

const read = (field: object): Field =>
  readStep(new Fields({ step: 's', kind: 'form', title: { en: 's' }, fields: [field], at: 0, of: 0 })).fields[0]!
const field = (change: Partial<Field>): Field => ({ ...read(all[0]!.field), required: false, ...change })
const words = (table: Words, fault: Fault, lang: 'en' | 'hi') =>
  'says' in fault ? fault.says[lang] : table.faults[fault.name].replace('{n}', fault.n ?? '')

test('the shop’s PC has the same rules and says the same words', () => {
  for (const { field, value, says } of all) {
    const known = read(field)
    const fault = faultOf(known, initial(known, value))
    expect(fault ? { en: words(en, fault, 'en'), hi: words(hi, fault, 'hi') } : null, JSON.stringify({ field, value })).toEqual(says)
  }
})

test.each<[Field['type'], string, Value | undefined]>([
  ['text', '  Asha  ', 'Asha'],
  ['text', 'a\u0000b\ud800c', 'abc'],
  ['text', '   ', undefined],
  ['multiline', 'one\r\ntwo', 'one\ntwo'],
  ['phone', '+91 (98765) 432-10', '+919876543210'],
  ['phone', '९८७६५ ४३२१०', '9876543210'],
  ['number', ' 12.50 ', 12.5],
  ['number', '१२', 12],
  ['number', '1,00,000', 100_000],
  ['number', '1,000.5', 1000.5],
  ['number', '1,50', '1,50'],
  ['number', '1e9', '1e9'],
  ['number', '12345678901234567890', '12345678901234567890'],
])('%s typed as %j is answered as %j', (type, typed, answer) => {
  expect(answerOf(field({ type }), typed)).toEqual(answer)
})

test('nothing chosen is no answer, and no is one', () => {
  expect(answerOf(field({ type: 'several' }), [])).toBeUndefined()
  expect(answerOf(field({ type: 'yesno' }), false)).toBe(false)
})

test('a pattern that this browser does not understand is left to the shop’s PC', () => {
  expect(faultOf(field({ pattern: '\\p{IsDevanagari}+' }), 'x')).toBeUndefined()
})
