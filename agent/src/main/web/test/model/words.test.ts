// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { en } from '../../src/words/en'
import { hi } from '../../src/words/hi'
import { errorWords, firstLang, reasonWords } from '../../src/words/words'

test('both languages have the same entries, and none is empty', () => {
  expect(shape(hi)).toEqual(shape(en))
})

test('nothing Latin is left in the Hindi error words but names that are the same in Hindi', () => {
  for (const text of Object.values(hi.errors).flat()) expect(text.replace(/PDF|UPI|Wi-Fi/g, '')).not.toMatch(/[A-Za-z]{2}/)
})

test('a code this page does not know gets a general sentence', () => {
  for (const code of ['NEW_CODE', 'constructor', '__proto__', 'toString', undefined]) {
    expect(errorWords(en, code)).toEqual(en.errorOther)
  }
  expect(errorWords(hi, 'PDF_ENCRYPTED')).toEqual(hi.errors.PDF_ENCRYPTED)
})

test('a printer reason is told in words, whatever its severity', () => {
  expect(reasonWords(en, 'media-empty-error')).toBe(reasonWords(en, 'media-empty'))
  expect(reasonWords(en, 'com.vendor.odd')).toBe(en.reasonOther)
})

test('the first language is the remembered one, else the phone’s', () => {
  expect(firstLang('en', 'hi-IN')).toBe('en')
  expect(firstLang(null, 'hi-IN')).toBe('hi')
  expect(firstLang('fr', 'ta-IN')).toBe('en')
})

function shape(table: object): unknown {
  return Object.fromEntries(
    Object.entries(table).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'string' ? value.trim() !== '' : typeof value === 'object' && value ? shape(value) : typeof value,
    ]),
  )
}
