// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { limitBroken } from '../../src/model/limits'
import type { FileItem } from '../../src/model/model'
import { rupees } from '../../src/model/money'
import { parsePages, writePages } from '../../src/model/pages'
import { backoffMs } from '../../src/protocol/backoff'
import { wireName } from '../../src/protocol/requests'

test.each([
  [0, '₹0.00'],
  [5, '₹0.05'],
  [99_999, '₹999.99'],
  [100_000, '₹1,000.00'],
  [12_500_000, '₹1,25,000.00'],
  [1_234_567_890, '₹1,23,45,678.90'],
  [-50, '−₹0.50'],
])('%i paise are %s', (paise, text) => expect(rupees(paise)).toBe(text))

test.each([
  ['', ''],
  ['  ', ''],
  ['3', '3'],
  ['1-3, 7', '1-3,7'],
  ['1 – 3 ; 7', '1-3,7'],
  ['७, १-३', '7,1-3'],
])('pages typed as "%s" are "%s"', (typed, wire) => expect(parsePages(typed, 7)).toEqual({ ok: true, wire }))

test.each([
  ['0', 'range'],
  ['8', 'range'],
  ['3-1', 'range'],
  ['1-99999999', 'form'],
  ['a', 'form'],
  ['1-', 'form'],
  ['1--3', 'form'],
  [Array(101).fill('1').join(','), 'form'],
])('pages typed as "%s" are refused', (typed, problem) => expect(parsePages(typed, 7)).toEqual({ ok: false, problem }))

test('pages are written back as they would be typed', () => {
  expect(writePages([1, 2, 3], 3)).toBe('')
  expect(writePages([1, 2, 3, 7], 9)).toBe('1-3,7')
  expect(writePages([7, 1], 9)).toBe('7,1')
})

test('each limit has its own code', () => {
  const limits = { fileBytes: 100, sessionBytes: 250, files: 3, pages: 9 }
  const file = (size: number, status: FileItem['status'] = 'ready') => ({ size, status }) as FileItem
  expect(limitBroken(0, [], limits)).toBe('FILE_EMPTY')
  expect(limitBroken(101, [], limits)).toBe('FILE_TOO_LARGE')
  expect(limitBroken(51, [file(100), file(100)], limits)).toBe('SESSION_TOO_LARGE')
  expect(limitBroken(1, [file(1), file(1), file(1)], limits)).toBe('SESSION_TOO_MANY_FILES')
  expect(limitBroken(1, [file(1), file(1), file(900, 'refused-here')], limits)).toBeUndefined()
})

test('pauses double up to a quarter of a minute, never the same for two phones', () => {
  expect([0, 1, 2, 3].map((failures) => backoffMs(failures, 1))).toEqual([500, 1000, 2000, 4000])
  expect(backoffMs(50, 1)).toBe(15_000)
  expect(backoffMs(0, 0)).toBe(250)
})

test('a name is cut to what the wire takes, between characters', () => {
  expect(wireName('ration.pdf')).toBe('ration.pdf')
  const long = wireName('आधार'.repeat(50))
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200)
  expect(long).not.toContain('\ufffd')
})
