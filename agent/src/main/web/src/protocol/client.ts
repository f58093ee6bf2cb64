// SPDX-License-Identifier: Apache-2.0
import type { Address } from './address'
import type { Answer, Session } from './answers'
import { backoffMs } from './backoff'
import { b64u, type Bytes } from './bytes'
import { Connection, type Environment } from './connection'
import { openReceipt, receiptName } from './receipt'
import { Previews } from './previews'
import { type Lang, type Request, REQUEST_CODES } from './requests'
import { StepAnswers } from './step-answers'
import type { Value } from './steps'
import { type KnownFile, type Ticket, TicketStore } from './ticket'
import { Uploads } from './uploads'

const REFUSED = 1008
const OVER = 4000
const VIOLATION_CODES = [1009, 4001, 4002]
const SUPERSEDED = 4003
const SHUTDOWN = 4006
const VIOLATIONS = 3
const VIOLATION_WINDOW_MS = 60_000

/** Why the page stops for good. */
export type Stop = 'used' | 'over' | 'elsewhere' | 'shutdown' | 'broken'

/** What the client tells the screens. */
export type ClientEvent =
  | { type: 'link'; link: 'connecting' | 'open' | 'lost' }
  | { type: 'sas'; sas: string }
  | { type: 'answer'; answer: Answer }
  | { type: 'sent'; fid: number; chunks: number; of: number }
  | { type: 'unreadable'; fid: number }
  | { type: 'preview'; side: number; jpeg: Bytes | undefined }
  | { type: 'receipt'; text: string; verifyKey: string }
  | { type: 'stop'; stop: Stop }

export type ClientSettings = {
  host: string
  /** Finds the address of the socket; rejects while the shop's PC cannot be reached. */
  socketUrl(): Promise<string>
  tickets: TicketStore
  /** The text of a receipt that the shop keeps under this name, empty where it has none, or undefined while it cannot be asked. */
  receipt(name: string): Promise<string | undefined>
  previewWidth: number
}

/** The phone's side of one session over as many sockets as it takes. */
export class Client {
  private readonly uploads: Uploads
  private readonly previews: Previews
  private readonly steps: StepAnswers
  private connection: Connection | undefined
  private previewKey: Bytes
  /** Whether the shop has ever let this phone in: the key may fit a session that another phone has. */
  private admitted: boolean
  private ready = false
  private failures = 0
  private violations: number[] = []
  private retry: ReturnType<typeof setTimeout> | undefined
  private attempt = 0
  private readonly removed = new Set<number>()
  private destroying = false
  private told = false
  private stopped = false

  constructor(
    private readonly environment: Environment,
    private readonly settings: ClientSettings,
    private readonly address: Address | undefined,
    private ticket: Ticket | undefined,
    private lang: Lang,
    private readonly tell: (event: ClientEvent) => void,
  ) {
    this.admitted = ticket !== undefined
    this.previewKey = environment.random(32)
    this.uploads = new Uploads(environment.random, {
      sent: (fid, chunks, of) => tell({ type: 'sent', fid, chunks, of }),
      unreadable: (fid) => {
        this.remove(fid)
        tell({ type: 'unreadable', fid })
      },
      segmentTaken: (fid, segment) => this.remember(fid, { segment }),
    })
    this.previews = new Previews({
      ask: (side) => this.send({ type: 'PREVIEW', side, width: settings.previewWidth }),
      arrived: (side, jpeg) => tell({ type: 'preview', side, jpeg }),
      failed: (side) => tell({ type: 'preview', side, jpeg: undefined }),
    })
    this.steps = new StepAnswers(environment.random, (answer) => this.send(answer))
  }

  start(): void {
    if (this.ticket) this.tell({ type: 'sas', sas: this.ticket.sas })
    void this.connect()
  }

  /** Tries at once instead of waiting for the next attempt; does nothing while connected. */
  hurry(): void {
    if (this.stopped || this.connection || this.retry === undefined) return
    this.failures = 0
    void this.connect()
  }

  /** Sends when the session is open; false when it is not, and the wish is lost. */
  send(request: Request): boolean {
    if (!this.ready) return false
    this.connection?.send(request)
    return true
  }

  speak(lang: Lang): void {
    this.lang = lang
    this.send({ type: 'LANGUAGE', lang })
  }

  /** Starts sending a file and answers with its number. */
  upload(name: string, source: Blob, modified: number): number {
    const fid = this.ticket?.nextFid ?? 1
    if (this.ticket) this.ticket.nextFid = fid + 1
    this.remember(fid, { size: source.size, modified, segment: -1 })
    this.uploads.add(fid, name, source)
    return fid
  }

  /** Goes on with a file chosen again after a reload; false when it is not the same file. */
  uploadAgain(fid: number, name: string, source: Blob, modified: number, next: number): boolean {
    const known = this.ticket?.files[fid]
    if (!known || known.size !== source.size || known.modified !== modified) return false
    this.uploads.add(fid, name, source, known.segment + 1, next)
    return true
  }

  isUploading(fid: number): boolean {
    return this.uploads.has(fid)
  }

  /** Takes a file out for good; told to the agent now or when the connection is back. */
  remove(fid: number): void {
    this.removed.add(fid)
    this.uploads.remove(fid)
    this.send({ type: 'FILE_REMOVE', fid })
  }

  /** Ends the session; told to the agent now or when the connection is back. */
  destroy(): void {
    this.destroying = true
    this.steps.dropped()
    this.send({ type: 'DESTROY_NOW' })
  }

  /** Answers a step of the owner's; told to the agent now or when the connection is back. */
  answerStep(step: string, input: Record<string, Value>): void {
    this.steps.give(step, input)
  }

  wantPreview(side: number): void {
    this.previews.want(side)
  }

  forgetPreviews(): void {
    this.previews.forget()
  }

  private async connect(): Promise<void> {
    clearTimeout(this.retry)
    this.retry = undefined
    const secret = this.ticket?.resumeSecret ?? this.address?.psk
    const publicKey = this.ticket?.publicKey ?? this.address?.publicKey
    if (!secret || !publicKey) return this.stop('over')
    const attempt = ++this.attempt
    try {
      const url = await this.settings.socketUrl()
      if (attempt !== this.attempt || this.stopped) return
      const handshake = { url, host: this.settings.host, publicKey, secret, resume: this.ticket !== undefined }
      this.connection = new Connection(this.environment, handshake, this.listener())
    } catch {
      if (attempt === this.attempt) this.later() // no answer from the shop's PC, or no socket: try again
    }
  }

  private listener() {
    return {
      opened: (connection: Connection, sas: string, resumeSecret: Bytes | undefined) => {
        if (resumeSecret) this.claimed(sas, resumeSecret)
        this.previewKey = this.environment.random(32)
        connection.send({ type: 'CLAIM', lang: this.lang, previewKey: b64u(this.previewKey) })
      },
      answered: (answer: Answer) => this.answered(answer),
      previewChunk: (id: number, index: number, sealed: Bytes) => this.previews.chunk(id, index, sealed),
      closed: (code: number, violation: boolean) => this.closed(code, violation),
    }
  }

  private claimed(sas: string, resumeSecret: Bytes): void {
    this.ticket = { publicKey: this.address!.publicKey, resumeSecret, sas, nextFid: 1, files: {} }
    this.settings.tickets.save(this.ticket)
    this.tell({ type: 'sas', sas })
  }

  private answered(answer: Answer): void {
    switch (answer.type) {
      case 'SESSION':
        return this.open(answer)
      case 'WAITING':
        this.admitted = true
        this.failures = 0
        break
      case 'CREDIT':
        return this.uploads.granted(answer.bytes)
      case 'FILE_STATE':
        if (this.removed.has(answer.file.fid)) return
        this.uploads.fileState(answer.file)
        break
      case 'PREVIEW_INFO':
        return this.previews.info(answer)
      case 'PROBLEM':
        if (answer.request === REQUEST_CODES.PREVIEW) return this.previews.refused()
        if (answer.request === REQUEST_CODES.STEP_INPUT) this.steps.dropped()
        if (answer.request === REQUEST_CODES.FILE_OPEN) this.uploads.remove(answer.fid ?? 0)
        break
      case 'STEP':
        this.steps.asked(answer)
        break
      case 'STEP_REFUSED':
        if (!this.steps.refused(answer)) return
        break
      case 'STATUS':
        break
      case 'RECEIPT':
        this.told = true
        this.settings.tickets.clear()
        break
    }
    this.tell({ type: 'answer', answer })
  }

  private open(session: Session): void {
    this.admitted = true
    this.ready = true
    this.failures = 0
    if (this.ticket) this.ticket.verifyKey = session.verifyKey
    if (this.ticket) this.settings.tickets.save(this.ticket)
    const files = session.files.filter((file) => !this.removed.has(file.fid))
    this.tell({ type: 'link', link: 'open' })
    this.tell({ type: 'answer', answer: { ...session, files } })
    if (this.destroying) return this.destroy()
    for (const file of session.files) if (this.removed.has(file.fid)) this.remove(file.fid)
    if (this.connection) this.uploads.connected(this.connection, files)
    this.previews.connected(this.previewKey)
  }

  private closed(code: number, violation: boolean): void {
    this.connection = undefined
    this.ready = false
    this.uploads.disconnected()
    this.steps.disconnected()
    if ((violation || VIOLATION_CODES.includes(code)) && this.tooManyViolations()) return this.stop('broken')
    const stop = stopFor(code, this.admitted)
    if (stop) this.stop(stop)
    else this.later()
  }

  private tooManyViolations(): boolean {
    const now = this.environment.now()
    this.violations = [...this.violations.filter((at) => now - at < VIOLATION_WINDOW_MS), now]
    return this.violations.length >= VIOLATIONS
  }

  private later(): void {
    this.tell({ type: 'link', link: this.ticket ? 'lost' : 'connecting' })
    const [byte] = this.environment.random(1)
    this.retry = setTimeout(() => void this.connect(), backoffMs(this.failures++, byte! / 256))
  }

  private stop(stop: Stop): void {
    this.stopped = true
    this.steps.dropped()
    if (!this.told && (stop === 'over' || stop === 'shutdown')) void this.lookForReceipt(stop)
    else this.finish(stop)
  }

  private finish(stop: Stop): void {
    if (stop !== 'elsewhere') this.settings.tickets.clear()
    this.tell({ type: 'stop', stop })
  }

  /**
   * The session ended without its receipt: the phone was away, or lost the line too early. The shop
   * keeps it for a day; while the shop cannot be reached the ticket is kept, to ask again.
   */
  private async lookForReceipt(stop: Stop): Promise<void> {
    const { resumeSecret, verifyKey } = this.ticket ?? {}
    if (!resumeSecret || !verifyKey) return this.finish(stop)
    const text = await this.settings.receipt(receiptName(resumeSecret))
    if (text === undefined) return this.tell({ type: 'stop', stop })
    if (!openReceipt(text, verifyKey)) return this.finish(stop)
    this.settings.tickets.clear()
    this.tell({ type: 'receipt', text, verifyKey })
  }

  private remember(fid: number, known: Partial<KnownFile>): void {
    if (!this.ticket) return
    this.ticket.files[fid] = { size: 0, modified: 0, segment: -1, ...this.ticket.files[fid], ...known }
    this.settings.tickets.save(this.ticket)
  }
}

function stopFor(code: number, resuming: boolean): Stop | undefined {
  switch (code) {
    case REFUSED:
      return resuming ? 'over' : 'used'
    case OVER:
      return 'over'
    case SUPERSEDED:
      return 'elsewhere'
    case SHUTDOWN:
      return 'shutdown'
    default:
      return undefined
  }
}
