// SPDX-License-Identifier: Apache-2.0
import { mkdirSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { FakeShop } from '../agent/fake-shop'
import { lanAddress, PageServer } from './page-server'

export type Look = { lang: 'en' | 'hi'; scheme: 'light' | 'dark' }

export const LOOKS: Look[] = [
  { lang: 'en', scheme: 'light' },
  { lang: 'hi', scheme: 'dark' },
  { lang: 'hi', scheme: 'light' },
  { lang: 'en', scheme: 'dark' },
]
export const PDF = (name: string, size = 200_000) => ({ name, mimeType: 'application/pdf', buffer: Buffer.alloc(size, 37) })

const OFFLINE = 'ERR_INTERNET_DISCONNECTED'
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** A browser at the size of a phone, the built page served as the agent serves it, and a shop. */
export class Stage {
  private constructor(
    readonly browser: Browser,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly shop: FakeShop,
    readonly server: PageServer,
    readonly origin: string,
    readonly faults: string[],
    private readonly shots: string,
  ) {}

  static async open(look: Look): Promise<Stage> {
    const address = lanAddress()
    const shop = new FakeShop('')
    const server = new PageServer(new URL('../../dist/', import.meta.url), address, shop.port)
    const origin = `http://${address}:${await server.start()}`
    shop.host = origin.slice('http://'.length)
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })
    const context = await browser.newContext({
      viewport: { width: 360, height: 800 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
      locale: look.lang === 'hi' ? 'hi-IN' : 'en-IN',
      colorScheme: look.scheme,
    })
    const page = await context.newPage()
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && !message.text().includes(OFFLINE) && faults.push(message.text()))
    const shots = `${process.env.SHOTS ?? 'shots'}/${look.lang}-${look.scheme}`
    mkdirSync(shots, { recursive: true })
    return new Stage(browser, context, page, shop, server, origin, faults, shots)
  }

  async scan(): Promise<void> {
    await this.page.goto(`${this.origin}/#${this.shop.fragment}`)
  }

  async at(screen: string): Promise<void> {
    await this.page.waitForSelector(`[data-screen=${screen}]`, { timeout: 10_000 })
  }

  /** Takes the picture, and says what is cut off at the sides of it. */
  async shoot(name: string): Promise<void> {
    await this.page.waitForTimeout(350)
    await this.page.screenshot({ path: `${this.shots}/${name}.png`, fullPage: false })
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    if (wide > 0) this.faults.push(`${name}: ${wide} px too wide`)
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.server.stop()
    await this.shop.stop()
  }
}
