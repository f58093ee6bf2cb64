// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { drawSheets } from './sheets'
import { type Look, Stage } from './stage'

const LOOKS: Look[] = [
  { lang: 'en', scheme: 'light' },
  { lang: 'hi', scheme: 'dark' },
  { lang: 'hi', scheme: 'light' },
  { lang: 'en', scheme: 'dark' },
]
const PDF = (name: string, size = 200_000) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(size, 37) })

let stage: Stage
afterEach(async () => await stage.close())

test.for(LOOKS)('the whole journey in %o', async (look) => {
  stage = await Stage.open(look)
  const { page, shop } = stage
  await page.goto(stage.origin)
  await stage.at('stop')
  await stage.shoot('00-no-key')
  const sheets = await drawSheets(page, 3)
  shop.draw = (side) => sheets[side % 3]!
  shop.answering = false
  await page.goto('about:blank')
  await stage.scan()
  await stage.at('claim')
  expect(await page.evaluate(() => [location.hash, isSecureContext, typeof crypto.subtle])).toEqual(['', false, 'undefined'])
  await page.waitForTimeout(3_000)
  await stage.shoot('01-connecting')
  shop.answering = true
  shop.tell(0x3a, { place: 2 })
  await stage.at('waiting')
  await stage.shoot('02-waiting')
  shop.open(shop.wire!)
  await stage.at('connected')
  await stage.shoot('03-connected')

  shop.verdict = () => ({ status: 'checking' })
  shop.grant = 4 * 1024 * 1024
  await page.setInputFiles('#file-input', [PDF('aadhaar-card.pdf'), PDF('Bank statement September 2026 – State Bank of India.pdf', 5_000_000), PDF('locked.pdf'), PDF('notes.docx'), PDF('empty.pdf', 0)])
  await stage.at('files')
  await page.waitForSelector('[data-fid="4"][data-status=checking]')
  await stage.shoot('04-files-checking')
  shop.setFile(1, { status: 'ready', pages: 3, colourPages: 1 })
  shop.setFile(2, { status: 'receiving', next: 30 })
  shop.setFile(3, { status: 'password', code: 'PDF_ENCRYPTED' })
  shop.setFile(4, { status: 'refused', code: 'DOCUMENT_TYPE_UNKNOWN' })
  await stage.shoot('05-files-mixed')
  await page.evaluate(() => scrollTo(0, 9999))
  await stage.shoot('06-files-mixed-end')
  await page.fill('#password-3', 'guess')
  shop.setFile(3, { status: 'password', code: 'PDF_PASSWORD_WRONG' })
  await page.evaluate(() => scrollTo(0, 160))
  await stage.shoot('07-password-wrong')
  await stage.context.setOffline(true)
  shop.wire!.drop()
  await page.waitForSelector('#lost')
  await stage.shoot('08-lost')
  await stage.context.setOffline(false)
  shop.files.get(2)!.status = 'checking'
  await page.waitForSelector('#lost', { state: 'detached', timeout: 20_000 })
  for (const fid of [3, 4, -1]) await page.click(`[data-fid="${fid}"] .remove`)
  shop.setFile(2, { status: 'ready', pages: 12, colourPages: 0 })
  await stage.shoot('09-files-ready')

  shop.offers = [
    { what: 'break', sides: 'one', count: 20, each: 150, amount: -1000 },
    { what: 'paper', sides: 'one', count: 11, each: 50, amount: 550 },
    { what: 'discount', sides: 'one', count: 10, each: 523, amount: -523, name: 'Student and teacher week of the college' },
  ]
  await page.click('#see-sheets')
  await page.waitForSelector('#sheet')
  await stage.shoot('10-sheets')
  await page.click('#sides-both')
  await page.click('#copies-more')
  await page.fill('#pages-2', '1-99')
  await stage.shoot('11-pages-wrong')
  await page.fill('#pages-2', '2, 4-5')
  await page.waitForFunction(() => !(document.querySelector('#pay') as HTMLButtonElement).disabled)
  expect(await page.textContent('#copies')).toBe('2')
  await page.mouse.move(220, 260)
  await page.mouse.down()
  await page.mouse.move(120, 260)
  await page.mouse.up()
  await page.waitForSelector('#sheet')
  expect(await page.textContent('#sheet-place')).toContain('1')
  await page.click('#price')
  await stage.shoot('12-sheets-both-parts')
  await page.click('#price')
  await chooseGreysTwoUpOnLetter()
  await page.click('#delete')
  await stage.shoot('13-delete-asked')
  await page.click('#delete-keep')
  shop.tell(0x7e, { code: 'QUOTE_CHANGED', type: 0x32, safe: true })
  await page.waitForSelector('#notice')
  await stage.shoot('14-notice')
  await page.click('#notice button')

  await page.click('#pay')
  await page.click('#pay-cash')
  await stage.at('counter')
  expect(await page.textContent('#amount')).toMatch(/^₹[\d,]+\.\d\d$/)
  await stage.shoot('15-counter')
  await page.click('#pay-back')
  await stage.at('sheets')
  await page.click('#pay')
  await page.click('#pay-cash')
  await stage.at('counter')
  await page.reload()
  await stage.at('counter')
  shop.setPay('paid')
  await stage.at('progress')
  await stage.shoot('16-queued')
  shop.setProgress('printing', 3, 12)
  await stage.shoot('17-printing')
  shop.setProgress('attention', 4, 12, ['media-empty-error', 'toner-low-warning', 'vendor-42'])
  await stage.shoot('18-attention')
  shop.setProgress('unknown', 11, 12)
  await stage.shoot('19-unknown')
  shop.setProgress('failed', 0, 12)
  await stage.shoot('20-failed')
  shop.setProgress('printed', 12, 12)
  await stage.shoot('21-printed')
  shop.over('printed')
  await page.waitForSelector('#receipt[data-verified=true]')
  await stage.shoot('22-done')
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('#receipt-save')])
  expect(download.suggestedFilename()).toBe('secureprint-receipt.txt')
  await page.reload()
  await stage.at('stop')
  expect(stage.faults).toEqual([])
  expect([...new Set(stage.server.asked)].sort()).toEqual(['/', '/app.css', '/app.js', '/config.json', '/icon.svg'])
})

/** Greys, both sides, two pages a side, Letter; and what the customer sees of it. */
async function chooseGreysTwoUpOnLetter(): Promise<void> {
  const { page, shop } = stage
  const asked = (layout: object) => expect.poll(() => shop.requestsOf(0x31).at(-1)).toMatchObject({ layout })
  const due = () => page.textContent('#amount')
  const [colour, greys] = await page.$$eval('#options .pick b', (prices) => prices.map((price) => price.textContent))
  expect(await due()).toBe(colour)
  await page.click('#colour-no')
  await expect.poll(due).toBe(greys)
  expect(await page.$$eval('#options .pick b', (prices) => prices.map((price) => price.textContent))).toEqual([colour, greys])
  await page.fill('#pages-2', '')
  await page.click('#more-options')
  await page.click('#per-side-2')
  await page.click('#paper-LETTER')
  await asked({ colour: false, perSide: 2, fit: 'fit' })
  expect(shop.requestsOf(0x31).at(-1)).toMatchObject({ copies: 2, sides: 'long', paper: 'LETTER' })
  expect(await page.isVisible('#fit-fill')).toBe(false)
  await page.evaluate(() => scrollTo(0, 9999))
  await stage.shoot('12a-more-options')
  await page.evaluate(() => scrollTo(0, 0))
  await page.waitForSelector('#sheet')
  const wide = await page.$eval('.paper', (paper) => paper.clientWidth / paper.clientHeight)
  expect(wide).toBeCloseTo(11 / 8.5, 1)
  await stage.shoot('12b-two-on-a-side')
  await page.click('#next-sheet')
  await page.waitForSelector('#sheet')
  await stage.shoot('12c-the-back')
  await page.click('#per-side-1')
  await page.click('#fit-fill')
  await asked({ perSide: 1, fit: 'fill' })
  await page.waitForSelector('#sheet')
  await stage.shoot('12d-fill')
  await page.click('#price')
  await stage.shoot('12e-greys-parts')
}

test.for(LOOKS.slice(0, 2))('a credit is promised, kept on the phone and helps to pay the next time in %o', async (look) => {
  stage = await Stage.open(look)
  const { page, shop } = stage
  await page.goto(stage.origin)
  const sheets = await drawSheets(page, 3)
  shop.draw = (side) => sheets[side % 3]!
  await page.goto('about:blank')
  await stage.scan()
  await stage.at('connected')
  await page.setInputFiles('#file-input', [PDF('aadhaar-card.pdf')])
  await page.click('#see-sheets')
  await page.waitForSelector('#sheet')
  await page.click('#price')
  await stage.shoot('40-total-and-cash')
  const total = await page.textContent('#amount')
  expect(await page.textContent('#price-parts .sum dd')).toBe(total)
  expect(await page.textContent('#in-cash dd')).not.toBe(total)
  await page.click('#price')
  await page.click('#pay')
  await stage.shoot('41-ways')
  await page.click('#pay-cash')
  await stage.at('counter')
  shop.setPay('paid')
  await stage.at('progress')
  shop.setProgress('failed', 0, 3)
  shop.tell(0x42, { code: 'b7Jv0mX2QkqT8rYw', brief: 'K7M2-P9QD', amount: shop.worth, until: Date.now() + 86_400_000 })
  await page.waitForSelector('#credit-keep')
  await stage.shoot('42-credit-promised')
  await page.click('#credit-keep')
  await page.waitForSelector('#credit-code .verified')
  await stage.shoot('43-credit-kept')

  shop.pay = shop.progress = undefined
  await page.reload()
  await page.waitForSelector('#credit-use')
  await stage.shoot('44-credit-offered')
  await page.click('#credit-use')
  await page.waitForSelector('#credit-used')
  await stage.shoot('45-credit-used')
  expect(await page.textContent('#amount')).not.toBe(total)
  await page.click('#credit-drop')
  await expect.poll(() => page.textContent('#amount')).toBe(total)
  shop.tell(0x7e, { code: 'CREDIT_USED', type: 0x43, safe: true })
  await page.evaluate(() => scrollTo(0, 9999))
  await page.waitForSelector('#notice')
  expect(await page.$eval('#notice', (notice) => notice.getBoundingClientRect().top)).toBe(0)
  await stage.shoot('46-credit-refused')
  expect(stage.faults).toEqual([])
})

test('nothing is offered that the shop cannot do', async () => {
  stage = await Stage.open(LOOKS[0]!)
  const { page, shop } = stage
  shop.session.choices = { papers: ['A4'], colour: false, duplex: false }
  await stage.scan()
  await stage.at('connected')
  await page.setInputFiles('#file-input', [PDF('statement.pdf')])
  await page.click('#see-sheets')
  await page.waitForSelector('#sheet, .paper')
  await page.click('#more-options')
  for (const id of ['#colour-no', '#sides-both', '#paper-A4']) expect(await page.isVisible(id)).toBe(false)
  expect(shop.requestsOf(0x31).at(-1)).toMatchObject({ sides: 'one', paper: 'A4', layout: { colour: false } })
  await stage.shoot('34-black-and-white-shop')
})

test.for(LOOKS.slice(0, 2))('the ends that are not printed in %o', async (look) => {
  stage = await Stage.open(look)
  const { page, shop } = stage
  await stage.scan()
  await stage.at('connected')
  await page.click('#delete')
  await page.click('#delete-confirm')
  await stage.at('done')
  await page.waitForSelector('#receipt[data-verified=true]')
  await stage.shoot('30-deleted')
  await page.goto('about:blank')
  await stage.scan()
  await page.waitForSelector('#stopped[data-stop=used]')
  await stage.shoot('31-used')
  expect(stage.faults).toEqual([])
  expect(shop.requestsOf(0x40)).toHaveLength(1)
})

test('a receipt with a wrong signature is told as such', async () => {
  stage = await Stage.open(LOOKS[0]!)
  const { page, shop } = stage
  await stage.scan()
  await stage.at('connected')
  shop.over('idle', shop.receipt().replace('"files":0', '"files":9'))
  await page.waitForSelector('#receipt[data-verified=false]')
  await stage.shoot('32-receipt-bad')
})

test('what was not erased, or is kept, is not said to be erased', async () => {
  stage = await Stage.open(LOOKS[1]!)
  const { page, shop } = stage
  shop.complete = 0
  await stage.scan()
  await stage.at('connected')
  shop.over('error')
  await page.waitForSelector('#not-erased')
  await stage.shoot('33-not-erased')
})

test('a photo that is neither JPEG nor PNG becomes a JPEG on the phone', async () => {
  stage = await Stage.open(LOOKS[0]!)
  const { page, shop } = stage
  await stage.scan()
  await stage.at('connected')
  const webp = await page.evaluate(() => document.createElement('canvas').toDataURL('image/webp').split(',')[1]!)
  await page.setInputFiles('#file-input', [
    { name: 'photo.webp', mimeType: 'image/webp', buffer: Buffer.from(webp, 'base64') },
    { name: 'photo.png', mimeType: 'image/png', buffer: readFileSync('test/walk/photo.png') },
  ])
  await page.waitForSelector('[data-fid="2"][data-status=ready]')
  expect([...shop.files.get(1)!.bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
  expect([...shop.files.get(2)!.bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47])
})
