// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { partWords } from '../../src/model/parts'
import { decodeAnswer } from '../../src/protocol/answers'
import type { PricePart, Quote } from '../../src/protocol/quote'
import { en } from '../../src/words/en'
import { hi } from '../../src/words/hi'
import { unhex, vectors } from '../vectors'

const vector = vectors<{ agentToPhone: Record<string, string> }>('psp1-control-vectors.json').agentToPhone.QUOTE!
const quote = decodeAnswer(unhex(vector)) as Quote

test('the parts of the price add up to what is due', () => {
  expect(quote.parts.reduce((sum, part) => sum + part.amount, 0)).toBe(quote.cash)
})

test('every part is told in words of both languages', () => {
  expect(quote.parts.map((part) => partWords(part, en))).toEqual([
    'Black & white, both sides: 120 × ₹2.00',
    'Bulk price: 120 × ₹1.50',
    'Colour, both sides: 3 × ₹9.00',
    'Paper: 62 × ₹0.50',
    'Student week: 10 % off',
    'Rounded to whole rupees',
  ])
  expect(quote.parts.map((part) => partWords(part, hi))).not.toContain('')
})

test('a minimum charge is told without a reckoning', () => {
  const part: PricePart = { what: 'minimum', sides: 'one', count: 1, each: 100, amount: 100 }
  expect(partWords(part, en)).toBe('Minimum charge')
})
