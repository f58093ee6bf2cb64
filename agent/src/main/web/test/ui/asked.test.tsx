// SPDX-License-Identifier: Apache-2.0
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type Model, start } from '../../src/model/model'
import { type PageEvent, reduce } from '../../src/model/reduce'
import { Fields } from '../../src/protocol/fields'
import { readStep } from '../../src/protocol/steps'
import { App } from '../../src/ui/App'
import type { View } from '../../src/ui/view'
import { wordsFor } from '../../src/words/words'
import { FIELDS, form } from '../agent/owner-steps'

const session = { name: 'Blue Mango', nameHi: 'नीला आम', colour: '#2f6fde', level: 'L0', pay: ['cash'] } as unknown as Model['session'] & object

function html(step: object, lang: 'en' | 'hi' = 'en', ...events: PageEvent[]): string {
  const asked: PageEvent = { type: 'answer', answer: { type: 'STEP', ...readStep(new Fields(step)) } }
  const model = [asked, ...events].reduce(reduce, { ...start(lang), link: 'open' as const, session })
  return renderToString(<App model={model} words={wordsFor(lang)} act={{} as View['act']} />)
}
const tag = (page: string, id: string) => new RegExp(`<[^>]* id="${id}"[^>]*>`).exec(page)?.[0] ?? ''

test('each kind of field is the native input that fits it', () => {
  const page = html(form)
  expect(tag(page, 'step-rollNo')).toContain('type="text"')
  expect(tag(page, 'step-rollNo')).toContain('autocomplete="off"')
  expect(tag(page, 'step-about')).toContain('<textarea')
  expect(tag(page, 'step-share')).toContain('inputmode="decimal"')
  expect(tag(page, 'step-phone')).toContain('type="tel"')
  expect(tag(page, 'step-mail')).toContain('type="email"')
  expect(tag(page, 'step-born')).toContain('type="date"')
  expect(tag(page, 'step-course')).toContain('<fieldset')
  expect(tag(page, 'step-college')).toContain('<select')
  expect(tag(page, 'step-agreed')).toContain('role="switch"')
  expect(page.match(/type="radio"/g)).toHaveLength(3)
  expect(page.match(/type="checkbox"/g)).toHaveLength(3 + 1)
})

test('every input has its label, and what is wrong is tied to it', () => {
  const page = html(form, 'en', { type: 'step-wrong' })
  for (const { key, type, options = [] } of FIELDS) {
    const grouped = type === 'several' || (type === 'choice' && options.length <= 6) || type === 'yesno'
    if (!grouped) expect(page).toContain(`<label for="step-${key}"`)
  }
  const roll = tag(page, 'step-rollNo')
  expect(roll).toContain('aria-invalid="true"')
  expect(roll).toContain('aria-describedby="step-rollNo-hint step-rollNo-wrong"')
  expect(tag(page, 'step-rollNo-wrong')).toContain('role="alert"')
  expect(tag(page, 'step-about')).toContain('aria-invalid="false"')
  expect(page).toContain('Please fill this in.')
})

test('what the owner writes is text, whatever it looks like', () => {
  const page = html({ ...form, message: { en: '<img src=x onerror=alert(1)> & <b>bold</b>' } })
  expect(page).toContain('&lt;img src=x onerror=alert(1)> &amp; &lt;b>bold&lt;/b>')
  expect(page).not.toContain('<img')
})

test('Hindi is shown where there is some, and English is marked as such where there is none', () => {
  const page = html({ ...form, title: { en: 'Student?', hi: 'छात्र?' }, message: { en: 'Only here' } }, 'hi')
  expect(page).toContain('छात्र?')
  expect(page).not.toContain('Student?')
  expect(page).toContain('<span lang="en">Only here</span>')
  expect(html({ ...form, message: { en: 'Only here', hi: '' } }, 'hi')).toContain('<span lang="en">Only here</span>')
})

test('a confirmation has two buttons, information one, patience none', () => {
  const plain = { step: 's', title: { en: 'Sure?' }, fields: [], at: 2, of: 3 }
  const confirmation = html({ ...plain, kind: 'confirmation', decline: { en: 'Rather not' } })
  expect(tag(confirmation, 'step-go')).not.toContain('disabled')
  expect(confirmation).toContain('Rather not')
  expect(confirmation).toContain('Step 2 of 3')
  const info = html({ ...plain, kind: 'info', button: { en: 'I see' } })
  expect([tag(info, 'step-no'), info.includes('I see')]).toEqual(['', true])
  const wait = html({ ...plain, kind: 'wait', message: { en: 'Asha looks at your card.' }, untilMs: 120_000 })
  expect([tag(wait, 'step-go'), wait.includes('spinner'), wait.includes('Promised within 2:00')]).toEqual(['', true, true])
})

test('buttons rest only while the answer is on its way', () => {
  expect(tag(html(form, 'en', { type: 'step-sent' }), 'step-go')).toContain('disabled')
  expect(tag(html(form, 'en', { type: 'step-wrong' }), 'step-go')).not.toContain('disabled')
})

test('the lock line and the way out are always there', () => {
  for (const kind of ['form', 'info', 'confirmation', 'wait']) {
    const page = html({ ...form, kind, fields: kind === 'form' ? FIELDS : [] })
    expect([tag(page, 'lock'), tag(page, 'delete')].every((found) => found !== '')).toBe(true)
  }
})
