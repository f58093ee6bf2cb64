// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, test } from 'vitest'
import { FIELDS, form } from '../agent/owner-steps'
import { LOOKS, PDF, Stage } from './stage'

let stage: Stage
afterEach(async () => await stage.close())

test.for(LOOKS)('the owner’s steps: a form, its faults, a refusal, a wait, a confirmation, in %o', async (look) => {
  stage = await Stage.open(look)
  const { page, shop } = stage
  await stage.scan()
  await stage.at('connected')
  shop.verdict = () => ({ status: 'checking' })
  await page.setInputFiles('#file-input', [PDF('aadhaar-card.pdf')])
  await stage.at('files')
  shop.ask(form)
  await stage.at('asked')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(await page.isVisible('#lock')).toBe(true)
  await stage.shoot('60-form')
  await page.evaluate(() => scrollTo(0, 620))
  await stage.shoot('61-form-middle')
  await page.evaluate(() => scrollTo(0, 9999))
  await stage.shoot('62-form-end')
  expect(await small('#step label.choose, #step input:not(.choose input), #step select, .bottom button')).toEqual([])

  await page.click('#step-go')
  await expect.poll(focused).toBe('step-rollNo')
  await expect.poll(() => page.locator('#step .what').count()).toBe(6)
  await stage.shoot('63-form-wrong')
  expect(shop.requestsOf(0x3c)).toEqual([])
  await fillIn()
  await expect.poll(() => page.locator('#step .what').count()).toBe(0)
  await page.click('#step-go')
  await expect.poll(() => shop.requestsOf(0x3c)).toHaveLength(1)
  const { command, input } = shop.requestsOf(0x3c)[0] as { command: string; input: object }
  expect(input).toEqual({ rollNo: '21DU042', course: 'science', college: 'c2', days: ['mon', 'fri'], phone: '+919876543210', born: '2007-02-28', share: 40, about: '<b>two</b>\nlines', agreed: true })
  await expect.poll(() => page.isDisabled('#step-go')).toBe(true)
  await page.waitForTimeout(3_000)
  await stage.shoot('64-sending-slowly')

  shop.tell(0x3d, { step: 'student', command, message: { en: 'The college does not know this number.', hi: 'कॉलेज को यह नंबर नहीं पता।' }, errors: [{ field: 'rollNo', message: { en: 'Not in the list of this year.', hi: 'इस साल की सूची में नहीं।' } }] })
  await page.waitForSelector('#step-refused')
  await stage.shoot('65-refused')
  await expect.poll(focused).toBe('step-rollNo')
  expect(await page.inputValue('#step-rollNo')).toBe('21DU042')
  await page.fill('#step-rollNo', '21DU043')
  await expect.poll(() => page.locator('#step-rollNo-wrong').count()).toBe(0)
  await page.click('#step-go')
  await expect.poll(() => shop.requestsOf(0x3c)).toHaveLength(2)

  shop.ask({ step: 'student', kind: 'wait', title: { en: 'Asking the college', hi: 'कॉलेज से पूछ रहे हैं' }, message: { en: 'The shop asks the college whether it knows your number.', hi: 'दुकान कॉलेज से पूछ रही है कि वह आपका नंबर जानता है या नहीं।' }, fields: [], at: 1, of: 2, untilMs: 90_000 })
  await page.waitForSelector('[data-kind=wait]')
  await page.waitForSelector('#step-why')
  await stage.shoot('66-wait')
  shop.ask({ step: 'sure', kind: 'confirmation', title: { en: 'Take 10 % off?', hi: '10 % छूट लें?' }, message: { en: 'Roll number 21DU043\nHindu College', hi: 'रोल नंबर 21DU043\nहिंदू कॉलेज' }, button: { en: 'Yes, please', hi: 'हाँ, ज़रूर' }, decline: { en: 'No, pay in full', hi: 'नहीं, पूरे पैसे' }, fields: [], at: 2, of: 2 })
  await page.waitForSelector('[data-kind=confirmation]')
  await stage.shoot('67-confirmation')
  await page.click('#step-no')
  await expect.poll(() => shop.requestsOf(0x3c).at(-1)).toMatchObject({ step: 'sure', input: { accepted: false } })
  shop.ask({ step: 'thanks', kind: 'info', title: { en: 'As you like', hi: 'जैसा आप चाहें' }, message: { en: 'You pay the usual <b>price</b>.' }, fields: [], at: 0, of: 0 })
  await page.waitForSelector('[data-kind=info]')
  await stage.shoot('68-info')
  expect(await page.locator('#step b').count()).toBe(0)
  await page.click('#step-go')
  await expect.poll(() => shop.requestsOf(0x3c).at(-1)).toMatchObject({ step: 'thanks', input: {} })
  shop.ask({ step: '', kind: 'none', fields: [], at: 0, of: 0 })
  await stage.at('files')
  expect(stage.faults).toEqual([])
})

test('a step survives a lost line and a reload, and files can be deleted from it', async () => {
  stage = await Stage.open(LOOKS[0]!)
  const { page, shop } = stage
  await stage.scan()
  await stage.at('connected')
  shop.ask({ ...form, fields: FIELDS.slice(0, 1) })
  await stage.at('asked')
  await page.fill('#step-rollNo', '21DU042')
  await stage.context.setOffline(true)
  shop.wire!.drop()
  await page.waitForSelector('#lost')
  await page.click('#step-go')
  await stage.shoot('69-step-lost')
  await stage.context.setOffline(false)
  await expect.poll(() => shop.requestsOf(0x3c), { timeout: 20_000 }).toHaveLength(1)
  expect(await page.inputValue('#step-rollNo')).toBe('21DU042')
  await page.reload()
  await stage.at('asked')
  expect(await page.inputValue('#step-rollNo')).toBe('')
  shop.tell(0x7e, { code: 'NO_STEP', type: 0x3c, safe: true })
  await stage.at('connected')
  await page.waitForSelector('#notice')
  shop.ask(form)
  await stage.at('asked')
  await page.click('#delete')
  await page.click('#delete-confirm')
  await stage.at('done')
  expect(stage.faults).toEqual([])
})

/** As somebody does who reads the hints only when told. */
async function fillIn(): Promise<void> {
  const { page } = stage
  await page.fill('#step-rollNo', '21du042')
  await page.waitForSelector('#step-rollNo-wrong')
  await page.fill('#step-rollNo', '21DU042')
  await page.check('[name=step-course][value=science]')
  await page.selectOption('#step-college', 'c2')
  await page.check('[name=step-days][value=fri]')
  await page.check('[name=step-days][value=mon]')
  await page.fill('#step-phone', '+91 98765 43210')
  await page.fill('#step-born', '2007-02-28')
  await page.fill('#step-share', '४०')
  await page.fill('#step-about', '<b>two</b>\nlines')
  await page.check('#step-agreed')
}

async function focused(): Promise<string | undefined> {
  return await stage.page.evaluate(() => document.activeElement?.id)
}

/** What a thumb would miss: everything to touch is at least 48 px high. */
async function small(selector: string): Promise<string[]> {
  return await stage.page.$$eval(selector, (all) => all.filter((one) => one.getBoundingClientRect().height < 48).map((one) => one.outerHTML))
}
