// SPDX-License-Identifier: Apache-2.0
// A customer with a phone: opens the address of the QR, prints one document, pays at the counter,
// and keeps the receipt. Says PAYING when standing there, or when the app has been opened, and in
// the end what was seen, as one line of JSON. Who is called layout wants greys, two pages a side,
// both sides of the paper and Letter, and pays cash.
//   node customer.mjs ADDRESS DOCUMENT PROFILE cash|upi…|layout [PICTURES LOCALE SCHEME]
import { chromium } from 'playwright-core'

const [address, document, profile, method, pictures, locale = 'en-IN', scheme = 'light'] = process.argv.slice(2)
const WAIT = 200_000

const context = await chromium.launchPersistentContext(profile, {
  executablePath: '/usr/bin/chromium',
  headless: true,
  viewport: { width: 360, height: 800 },
  locale,
  colorScheme: scheme,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
context.setDefaultTimeout(WAIT)
const foreign = []
const page = context.pages()[0] ?? (await context.newPage())
page.on('request', (request) => {
  if (!request.url().startsWith(new URL(address).origin) && !/^(blob|data|chrome|about):/.test(request.url())) {
    foreign.push(request.url())
  }
})
let pictured = 0
const shown = method === 'layout' ? ['both-prices', 'layout', 'sheet'] : undefined
const picture = async (name) => {
  if (!pictures || (shown && !shown.includes(name))) return
  const what = `${shown ? 'phone-options' : 'phone'}-${++pictured}-${name}`
  await page.screenshot({ path: `${pictures}/${what}-${locale.slice(0, 2)}-${scheme}.png` })
}

await page.goto(address)
await page.waitForSelector('#choose')
const secure = await page.evaluate(() => isSecureContext)
const hash = await page.evaluate(() => location.hash)
const name = await page.textContent('#name')
await picture('connected')
await page.setInputFiles('#file-input', document)
await page.waitForSelector('li[data-status="ready"]')
await picture('files')
await page.click('#see-sheets')
await page.waitForSelector('#sheet')
if (method === 'layout') {
  await picture('both-prices')
  const inColour = await page.textContent('#amount')
  for (const choice of ['#colour-no', '#sides-both', '#more-options', '#per-side-2', '#paper-LETTER']) await page.click(choice)
  await page.waitForFunction((old) => {
    const amount = document.querySelector('#amount')
    return amount && amount.textContent !== old && !document.querySelector('#pay').disabled
  }, inColour)
  await page.waitForSelector('#sheet:not(.stale)')
  await page.evaluate(() => scrollTo(0, 9999))
  await picture('layout')
  await page.evaluate(() => scrollTo(0, 0))
}
const sheets = []
for (let more = true; more;) {
  await page.waitForFunction(() => {
    const sheet = document.querySelector('img#sheet')
    return sheet && sheet.complete && sheet.naturalWidth > 0
  })
  sheets.push(await page.evaluate(() => {
    const sheet = document.querySelector('img#sheet')
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [sheet.naturalWidth, sheet.naturalHeight]
    canvas.getContext('2d').drawImage(sheet, 0, 0)
    return canvas.toDataURL('image/png').split(',')[1]
  }))
  await picture('sheet')
  const next = page.locator('#next-sheet')
  more = (await next.count()) > 0 && (await next.isEnabled())
  if (more) {
    const before = await page.getAttribute('img#sheet', 'src')
    await next.click()
    await page.waitForFunction((old) => document.querySelector('img#sheet')?.src !== old, before)
  }
}
const amount = await page.textContent('#amount')
await page.click('#pay')
if (method.startsWith('upi')) {
  await picture('ways')
  await page.click('#pay-upi')
  await page.waitForSelector('#upi-qr')
  await picture('upi')
} else {
  await page.waitForSelector('#pay-counter')
  await picture('pay')
}
console.log('PAYING')
await page.waitForSelector('#done')
await page.waitForSelector('#receipt[data-verified="true"]')
await picture('done')
console.log(JSON.stringify({ secure, hash, name, amount, foreign, sheets }))
await context.close()
