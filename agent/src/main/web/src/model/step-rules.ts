// SPDX-License-Identifier: Apache-2.0
import type { Field, Text, Value } from '../protocol/steps'

/** What stands in a field on the screen: text as typed, the values chosen, yes or no. */
export type Typed = string | string[] | boolean

/** What is wrong with an answer: a sentence by name, with its bound, or the owner's own words. */
export type Fault = { name: FaultName; n?: string } | { says: Text }
export type FaultName =
  | 'fillIn'
  | 'chooseOne'
  | 'chooseSome'
  | 'needsYes'
  | 'number'
  | 'atLeast'
  | 'atMost'
  | 'tooShort'
  | 'tooLong'
  | 'phone'
  | 'email'
  | 'date'
  | 'notListed'
  | 'form'

const LONGEST: Partial<Record<Field['type'], number>> = { text: 2_000, multiline: 2_000, phone: 16, email: 254 }
const MISSING: Partial<Record<Field['type'], FaultName>> = { date: 'date', choice: 'chooseOne', several: 'chooseSome', yesno: 'needsYes' }
const PHONE = /^\+?[0-9]{10,15}$/
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/
const DATE = /^(19|2[01])\d\d-\d\d-\d\d$/
const NUMBER = /^[-+]?\d{1,15}(\.\d{1,6})?$/
const GROUPED = /^-?\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?$/
const DEVANAGARI_ZERO = 0x966

/** What a field begins with. */
export function initial(field: Field, value: Value | undefined): Typed {
  if (field.type === 'yesno') return value === true
  if (field.type === 'several') return Array.isArray(value) ? value : []
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The answer as the shop takes it; undefined where nothing is answered, and text where it is no number. */
export function answerOf({ type }: Field, typed: Typed): Value | undefined {
  if (typeof typed === 'boolean') return typed
  if (Array.isArray(typed)) return typed.length > 0 ? typed : undefined
  const text = plain(typed)
  if (text === '') return undefined
  if (type === 'phone') return digits(text).replace(/[\s().-]/g, '')
  return type === 'number' ? numberOf(digits(text)) : text
}

/** The same rules as the shop's PC has (docs/protocol.md 5.1); it checks again. */
export function faultOf(field: Field, typed: Typed): Fault | undefined {
  const answer = answerOf(field, typed)
  if (answer === undefined || answer === false) {
    return field.required ? { name: MISSING[field.type] ?? 'fillIn' } : undefined
  }
  switch (field.type) {
    case 'number':
      return numberFault(field, answer)
    case 'date':
      return isDate(answer) ? undefined : { name: 'date' }
    case 'choice':
    case 'several':
      return listed(field, answer) ? undefined : { name: 'notListed' }
    case 'yesno':
      return undefined
    default:
      return textFault(field, String(answer))
  }
}

/** No control characters and no half characters: no keyboard writes them, and the shop refuses them. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f]|\p{Cs}/gu, '').trim()
}

/** Hindi keyboards write digits of their own. */
function digits(text: string): string {
  return text.replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - DEVANAGARI_ZERO))
}

function numberOf(text: string): Value {
  const bare = GROUPED.test(text) ? text.replaceAll(',', '') : text
  return NUMBER.test(bare) ? Number(bare) : text
}

function numberFault({ min, max }: Field, answer: Value): Fault | undefined {
  if (typeof answer !== 'number') return { name: 'number' }
  if (min !== undefined && answer < min) return { name: 'atLeast', n: written(min) }
  return max !== undefined && answer > max ? { name: 'atMost', n: written(max) } : undefined
}

function written(bound: number): string {
  return bound.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 6 })
}

function textFault(field: Field, text: string): Fault | undefined {
  const { type, pattern, minLength = 0 } = field
  const { length } = text
  const most = Math.min(field.maxLength ?? LONGEST[type]!, LONGEST[type]!)
  if (length > most) return { name: 'tooLong', n: String(most) }
  if (type === 'phone' && !PHONE.test(text)) return { name: 'phone' }
  if (type === 'email' && !EMAIL.test(text)) return { name: 'email' }
  if (length < minLength) return { name: 'tooShort', n: String(minLength) }
  if (!pattern || fits(pattern, text)) return undefined
  return field.says ? { says: field.says } : { name: 'form' }
}

/** A pattern that this browser does not understand is left to the shop's PC. */
function fits(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').test(text)
  } catch {
    return true
  }
}

function isDate(answer: Value): boolean {
  if (typeof answer !== 'string' || !DATE.test(answer)) return false
  const day = new Date(`${answer}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(answer)
}

function listed({ options }: Field, answer: Value): boolean {
  const chosen = Array.isArray(answer) ? answer : [answer]
  return chosen.every((value) => options.some((option) => option.value === value))
}
