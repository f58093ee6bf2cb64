// SPDX-License-Identifier: Apache-2.0
import './style/colours.css'
import './style/base.css'
import './style/frame.css'
import './style/buttons.css'
import './style/cards.css'
import './style/connected.css'
import './style/files.css'
import './style/sheets.css'
import './style/outcome.css'
import './style/steps.css'
import './style/motion.css'
import { Wallet } from './model/wallet'
import { Page } from './page'
import { parseAddress } from './protocol/address'
import { Client } from './protocol/client'
import type { Lang } from './protocol/requests'
import { ticketFor, TicketStore } from './protocol/ticket'
import { firstLang } from './words/words'

const LANG = 'sps-lang'
const CONFIG_MS = 8_000
const PREVIEW_WIDTH = 1_200

/** `sessionStorage`, where the browser lets us have it. */
function storage(): Storage | undefined {
  try {
    return window.sessionStorage
  } catch {
    return undefined // blocked with cookies: the page works, but a reload loses the session
  }
}

/** `localStorage`, which outlives the tab: for what the customer wants to keep. */
function lasting(): Storage | undefined {
  try {
    return window.localStorage
  } catch {
    return undefined // blocked with cookies
  }
}

function canRun(): boolean {
  return (
    typeof BigInt === 'function' &&
    typeof WebSocket === 'function' &&
    typeof crypto?.getRandomValues === 'function' &&
    typeof Blob.prototype.arrayBuffer === 'function' &&
    typeof Object.hasOwn === 'function'
  )
}

async function socketUrl(): Promise<string> {
  const answer = await fetch('/config.json', { cache: 'no-store', signal: timeout(CONFIG_MS) })
  const config: unknown = await answer.json()
  const port = (config as { ws?: unknown } | null)?.ws
  if (!answer.ok || typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error('config.json names no port')
  }
  return `ws://${location.hostname}:${port}/psp`
}

/** A receipt is public in itself: it holds nothing of the customer's and its signature proves it. */
async function receipt(name: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`/receipt/${name}`, { cache: 'no-store', signal: timeout(CONFIG_MS) })
    return answer.ok ? await answer.text() : ''
  } catch {
    return undefined // the shop's PC is out of reach
  }
}

function timeout(ms: number): AbortSignal {
  const controller = new AbortController()
  setTimeout(() => controller.abort(), ms)
  return controller.signal
}

function rememberLang(lang: Lang): void {
  try {
    storage()?.setItem(LANG, lang)
  } catch {
    // Full or forbidden: the choice holds until the page is reloaded.
  }
}

function run(root: HTMLElement): void {
  const lang = firstLang(storage()?.getItem(LANG), navigator.language)
  const page = new Page(root, lang, rememberLang, new Wallet(lasting(), Date.now))
  const fragment = location.hash
  history.replaceState(null, '', location.pathname)
  addEventListener('hashchange', () => location.reload()) // another QR was scanned into this tab
  if (!canRun()) return page.stop('old-browser')

  const tickets = new TicketStore(storage())
  const address = parseAddress(fragment)
  const ticket = ticketFor(address, tickets.load())
  if (!address && !ticket) return page.stop('no-key')

  const environment = {
    openSocket: (url: string, protocol: string) => new WebSocket(url, protocol),
    random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
    now: () => performance.now(),
  }
  const previewWidth = Math.min(PREVIEW_WIDTH, Math.round(innerWidth * devicePixelRatio))
  const settings = { host: location.host, socketUrl, tickets, receipt, previewWidth }
  const client = new Client(environment, settings, address, ticket, lang, (event) => page.told(event))
  page.use(client)
  client.start()
  addEventListener('online', () => client.hurry())
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') client.hurry()
  })
}

run(document.getElementById('app')!)
