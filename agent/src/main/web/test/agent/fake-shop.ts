// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { x25519 } from '@noble/curves/ed25519.js'
import { type WebSocket, WebSocketServer } from 'ws'
import { b64u, type Bytes, concat, fromB64, putUint } from '../../src/protocol/bytes'
import type { PrintOptions } from '../../src/protocol/requests'
import { CHUNK, StreamCipher } from '../../src/protocol/sealed'
import { ReceiptSigner } from './receipt-signer'
import { type Chunk, type ShopSide, Wire } from './wire'

type Json = Record<string, unknown>
export type FakeFile = {
  fid: number
  name: string
  size: number
  next: number
  status: string
  code?: string
  pages?: number
  colourPages?: number
  cipher: StreamCipher
  start: number
  bytes: Bytes
}

type Offer = {
  what: string
  sides: string
  count: number
  each: number
  amount: number
  name?: string
}

const random = (length: number): Bytes => Uint8Array.from(randomBytes(length))

/** A shop that speaks the agent's side of PSP/1, so that the page can be tested without the agent.
 * Tests change its fields to make it misbehave. */
export class FakeShop implements ShopSide {
  readonly server: WebSocketServer
  readonly requests: { type: number; json: Json }[] = []
  /** What is kept for phones that were away. */
  readonly receipts = new Map<string, string>()
  readonly files = new Map<number, FakeFile>()
  readonly segmentKeys = new Set<string>()
  readonly signer = new ReceiptSigner('demo-shop', new Uint8Array(32).fill(7))
  wire: Wire | undefined
  sockets = 0
  granted = 0
  used = 0
  grant = 4 * 1024 * 1024
  regrant = true
  waiting: number | undefined
  answering = true
  spool = 'clean'
  complete = 1
  verdict: (file: FakeFile) => Partial<FakeFile> = () => ({ status: 'ready', pages: 3, colourPages: 1 })
  draw: (side: number) => Bytes = () => random(70_000)
  session: Json = {
    session: 's-0123456789abcdef',
    name: 'Blue Mango',
    nameHi: 'नीला आम',
    colour: '#2f6fde',
    sas: '0000',
    level: 'L0',
    shop: 'Sharma Xerox & Stationery',
    limits: { fileBytes: 104857600, sessionBytes: 314572800, files: 30, pages: 2000 },
    idleMs: 600000,
    lifeMs: 3600000,
    keepsCopy: false,
    pay: ['upi', 'cash'],
    choices: { papers: ['A4', 'A3', 'A5', 'LETTER', 'LEGAL'], colour: true, duplex: true },
  }
  quote: Json | undefined
  /** Parts of the price beside those of the pages. */
  offers: Offer[] = []
  /** What every credit is worth. */
  worth = 800
  pay: Json | undefined
  progress: Json | undefined
  /** What the owner asks now. */
  step: object | undefined
  private readonly secrets
  /** Another phone has claimed the session between this one's handshake and its claim. */
  taken = false
  private claimed = false
  private previewKey: Bytes = random(32)
  private previews = 0

  constructor(host: string) {
    const secret = random(32)
    const publicKey = x25519.getPublicKey(secret)
    this.secrets = { secret, publicKey, psk16: random(16), resumeSecret: random(32), host, random }
    this.server = new WebSocketServer({ port: 0, path: '/psp', perMessageDeflate: false })
    this.server.on('connection', (socket: WebSocket) => {
      this.sockets++
      this.wire = new Wire(socket, this.secrets, () => !this.claimed, this)
    })
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  set host(host: string) {
    this.secrets.host = host
  }

  get fragment(): string {
    return b64u(concat(Uint8Array.of(1), this.secrets.publicKey, this.secrets.psk16))
  }

  async stop(): Promise<void> {
    for (const client of this.server.clients) client.terminate()
    await new Promise((resolve) => this.server.close(resolve))
  }

  tell(type: number, json: object): void {
    this.wire!.send(type, json)
  }

  requestsOf(type: number): Json[] {
    return this.requests.filter((request) => request.type === type).map((request) => request.json)
  }

  message(wire: Wire, type: number, json: Json): void {
    this.requests.push({ type, json })
    if (this.taken) return wire.close(1008)
    if (this.answering) this.answer(wire, type, json)
  }

  chunk(_: Wire, chunk: Chunk): void {
    const file = this.files.get(chunk.fid)!
    this.used += chunk.frame
    const at = file.start + chunk.index
    const final = at === Math.ceil(file.size / CHUNK) - 1
    file.bytes.set(file.cipher.open(chunk.index, final, chunk.sealed).subarray(0, file.size - at * CHUNK), at * CHUNK)
    file.next = at + 1
    if (this.regrant) this.credit(chunk.frame)
  }

  credit(bytes: number): void {
    this.granted += bytes
    this.tell(0x20, { bytes })
  }

  setFile(fid: number, change: Partial<FakeFile>): void {
    const file = Object.assign(this.files.get(fid)!, change)
    if (change.status && !('code' in change)) delete file.code
    this.tell(0x21, state(file))
  }

  setPay(pay: string): void {
    this.pay = { state: pay, method: 'cash', amount: this.quote!.cash, quote: this.quote!.id }
    this.tell(0x33, this.pay)
  }

  /** UPI by a gateway, which can be paid for so many milliseconds more. */
  setUpi(leftMs: number): void {
    const link = 'upi://pay?pa=shop.xerox@okhdfcbank&pn=Sharma%20Print&am=12.50&cu=INR'
    const qr = Buffer.alloc(Math.ceil((29 * 29) / 8), 0b10110010).toString('base64')
    const upi = { link, issued: true, side: 29, qr, leftMs }
    this.pay = { state: 'awaiting', method: 'upi', amount: this.quote!.total, quote: this.quote!.id, upi }
    this.tell(0x33, this.pay)
  }

  setProgress(stage: string, done: number, of: number, reasons: string[] = []): void {
    this.progress = { stage, done, of, reasons }
    this.tell(0x38, this.progress)
  }

  receipt(): string {
    const destroyed = 1_795_000_000
    const fields = { v: 1, session: this.session.session, destroyed, files: this.files.size, keysDestroyed: 4, spool: this.spool, complete: this.complete }
    return this.signer.sign(fields)
  }

  /** Asks this of the customer, now and after the page has come back. */
  ask(step: object): void {
    this.step = step
    this.tell(0x3b, step)
  }

  over(reason: string, receipt: string | undefined = this.receipt()): void {
    this.tell(0x39, { state: 'over', reason })
    if (receipt) this.tell(0x41, { text: receipt })
    this.tell(0x7f, { code: 'SESSION_OVER' })
    this.wire!.close(4000)
  }

  open(wire: Wire): void {
    const files = [...this.files.values()].map(state)
    wire.send(0x02, { ...this.session, verifyKey: this.signer.verifyKey, files })
    this.granted = this.used = 0
    this.credit(this.grant)
    if (this.step) wire.send(0x3b, this.step)
    if (!wire.resumed) return
    if (this.quote) wire.send(0x30, this.quote)
    if (this.pay) wire.send(0x33, this.pay)
    if (this.progress) wire.send(0x38, this.progress)
  }

  private answer(wire: Wire, type: number, json: Json): void {
    switch (type) {
      case 0x01:
        this.claimed = true
        this.previewKey = fromB64(json.previewKey as string)!
        return this.waiting === undefined ? this.open(wire) : wire.send(0x3a, { place: this.waiting })
      case 0x10:
        return this.fileOpen(json)
      case 0x11:
        this.setFile(json.fid as number, { status: 'checking' })
        return this.setFile(json.fid as number, this.verdict(this.files.get(json.fid as number)!))
      case 0x12:
        this.files.delete(json.fid as number)
        return wire.send(0x21, { fid: json.fid, name: '', size: 0, next: 0, status: 'removed' })
      case 0x31:
        this.quote = this.priced(json)
        return wire.send(0x30, this.quote)
      case 0x32:
        return this.setPay('awaiting')
      case 0x34:
        return this.preview(json.side as number)
      case 0x35:
        return this.setPay('none')
      case 0x40:
        return this.over('deleted')
      case 0x43:
        return wire.send(0x44, this.helped(json.code as string))
      case 0x50:
        return wire.send(0x51, {})
    }
  }

  private helped(code: string): Json {
    const { id, total, cash } = this.quote as { id: string; total: number; cash: number }
    const used = Math.min(this.worth, total)
    return { code, worth: this.worth, helps: { quote: id, used, upi: total - used, cash: cash - used } }
  }

  private fileOpen(json: Json): void {
    const { fid, size, key, nonce, start, name } = json as { fid: number; size: number; key: string; nonce: string; start: number; name: string }
    this.segmentKeys.add(key)
    const bytes = this.files.get(fid)?.bytes ?? new Uint8Array(size)
    const cipher = new StreamCipher(fromB64(key)!, fromB64(nonce)!)
    this.files.set(fid, { fid, name, size, next: start, status: 'receiving', cipher, start, bytes })
  }

  private priced(json: Json): Json {
    const { files, copies, sides, paper, layout } = json as { files: { fid: number; pages: string }[] } & Omit<PrintOptions, 'files'>
    const pages = files.flatMap(({ fid, pages }) => {
      const all = Array.from({ length: this.files.get(fid)!.pages ?? 1 }, (_, i) => i + 1)
      return (pages ? expand(pages) : all).map((page) => [fid, page, page === 1 ? 1 : 0])
    })
    const oneCopy: number[][] = []
    for (let at = 0; at < pages.length; at += layout.perSide) oneCopy.push(pages.slice(at, at + layout.perSide).flat())
    const printed = oneCopy.length * copies
    const coloured = oneCopy.filter((side) => side[2] === 1).length * copies
    if (sides !== 'one' && oneCopy.length % 2 === 1) oneCopy.push([0, 0, 0])
    const turns = oneCopy.map((side, i) => (layout.perSide !== 2 || side[0] === 0 ? 0 : sides !== 'one' && i % 2 === 1 ? 270 : 90))
    const now = price(sides, printed, layout.colour ? coloured : 0, this.offers)
    const other = price(sides, printed, layout.colour ? 0 : coloured, this.offers)
    const sheets = (oneCopy.length / (sides === 'one' ? 1 : 2)) * copies
    const shown = layout.colour ? oneCopy : oneCopy.map((side) => side.map((number, i) => (i % 3 === 2 ? 0 : number)))
    const otherwise = coloured > 0 ? { otherwise: { total: other.total, cash: other.cash } } : {}
    return { id: `q-${this.requests.length}`, sheets, printedSides: printed, copies, paper, layout, turns, sides, oneCopy: shown, ...otherwise, ...now }
  }

  private preview(side: number): void {
    const jpeg = this.draw(side)
    const nonce = random(16)
    const chunks = Math.ceil(jpeg.length / CHUNK)
    const id = ++this.previews
    this.tell(0x36, { id, side, nonce: b64u(nonce), size: jpeg.length, chunks })
    const cipher = new StreamCipher(this.previewKey, nonce)
    for (let i = 0; i < chunks; i++) {
      const head = new Uint8Array(9)
      head[0] = 5
      putUint(head, 1, 4, id)
      putUint(head, 5, 4, i)
      this.wire!.sendFrame(concat(head, cipher.seal(i, i === chunks - 1, jpeg.subarray(i * CHUNK, (i + 1) * CHUNK))))
    }
  }
}

function state(file: FakeFile): Json {
  const { cipher: _c, start: _s, bytes: _b, ...rest } = file
  return rest
}

function price(sides: string, printed: number, colour: number, offers: Offer[]): { parts: Json[]; total: number; cash: number } {
  const two = sides === 'one' ? 'one' : 'two'
  const parts: Offer[] = [{ what: 'mono', sides: two, count: printed - colour, each: 200, amount: 200 * (printed - colour) }]
  if (colour > 0) parts.push({ what: 'colour', sides: two, count: colour, each: 1050, amount: 1050 * colour })
  parts.push(...offers)
  const total = parts.reduce((sum, part) => sum + part.amount, 0)
  const cash = Math.round(total / 100) * 100
  if (cash !== total) parts.push({ what: 'rounding', sides: two, count: 1, each: cash - total, amount: cash - total })
  return { parts, total, cash }
}

function expand(pages: string): number[] {
  return pages.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number)
    return Array.from({ length: last! - first! + 1 }, (_, i) => first! + i)
  })
}
