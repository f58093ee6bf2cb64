// SPDX-License-Identifier: Apache-2.0
import { comparisonCode, prologue, sessionId } from './address'
import { type Answer, decodeAnswer } from './answers'
import type { Bytes } from './bytes'
import { documentFrame, type Frame, helloFrame, parseFrame, recordFrame } from './frames'
import { type Channel, Initiator } from './noise'
import { MessageReader, sealMessage } from './records'
import { encodeRequest, type Request } from './requests'
import { utf8 } from './bytes'

const OPEN_MS = 10_000
const PING_MS = 15_000
const SILENCE_MS = 40_000
const CLOSE_VIOLATION = 4001

/** What the connection needs of the world; tests bring their own. */
export type Environment = {
  openSocket(url: string, protocol: string): WebSocket
  random(length: number): Bytes
  now(): number
}

export type Handshake = {
  url: string
  host: string
  publicKey: Uint8Array
  secret: Uint8Array
  resume: boolean
}

export interface ConnectionListener {
  /** `resumeSecret` is there after a fresh handshake only. */
  opened(connection: Connection, sas: string, resumeSecret: Bytes | undefined): void
  answered(answer: Answer): void
  previewChunk(id: number, index: number, sealed: Bytes): void
  /** The last call of a connection. `violation`: the agent's side broke the protocol. */
  closed(code: number, violation: boolean): void
}

/** One socket from the handshake to its end. */
export class Connection {
  private readonly socket: WebSocket
  private readonly initiator: Initiator
  private readonly hello: Bytes
  private readonly timer: ReturnType<typeof setInterval>
  private channel: Channel | undefined
  private reader: MessageReader | undefined
  private heardAt: number
  private pingedAt: number
  private ended = false

  constructor(
    private readonly environment: Environment,
    private readonly handshake: Handshake,
    private readonly listener: ConnectionListener,
  ) {
    const { publicKey, secret, resume, host } = handshake
    const sid = sessionId(publicKey)
    this.initiator = new Initiator(prologue(resume, host, sid), secret, publicKey, environment.random(32))
    this.hello = helloFrame(sid, resume, this.initiator.message1(utf8('{"v":1}')))
    this.heardAt = this.pingedAt = environment.now()
    this.socket = environment.openSocket(handshake.url, 'psp.v1')
    this.socket.binaryType = 'arraybuffer'
    this.socket.onopen = () => this.socket.send(this.hello)
    this.socket.onmessage = (event) => this.received(event.data)
    this.socket.onclose = (event) => this.end(event.code, false)
    this.timer = setInterval(() => this.watch(), 1_000)
  }

  send(request: Request): void {
    if (!this.channel || this.ended) return
    for (const record of sealMessage(this.channel.seal, encodeRequest(request))) this.socket.send(recordFrame(record))
  }

  sendChunk(fid: number, segment: number, index: number, sealed: Uint8Array): void {
    if (!this.ended) this.socket.send(documentFrame(fid, segment, index, sealed))
  }

  /** Bytes handed to the socket that have not left the phone yet. */
  get buffered(): number {
    return this.socket.bufferedAmount
  }

  /** Closes without telling the listener: what follows is another connection's affair. */
  abandon(): void {
    this.ended = true
    clearInterval(this.timer)
    this.socket.onmessage = this.socket.onclose = null
    this.socket.close()
  }

  private received(data: unknown): void {
    if (this.ended) return
    this.heardAt = this.environment.now()
    try {
      const frame = data instanceof ArrayBuffer ? parseFrame(new Uint8Array(data)) : undefined
      if (!frame) throw new Error('no frame of this protocol')
      this.handle(frame)
    } catch {
      this.break() // whatever was wrong with it, the answer is the same
    }
  }

  private handle(frame: Frame): void {
    if (frame.type === 'welcome') return this.welcome(frame.message)
    if (!this.reader) throw new Error('frame before the handshake')
    if (frame.type === 'preview') return this.listener.previewChunk(frame.id, frame.index, frame.sealed)
    const message = this.reader.read(frame.sealed)
    if (message) this.listener.answered(decodeAnswer(message))
  }

  private welcome(message: Bytes): void {
    if (this.channel) throw new Error('second welcome')
    const channel = this.initiator.message2(message)
    if (channel.payload.length !== (this.handshake.resume ? 0 : 32)) throw new Error('welcome payload')
    this.channel = channel
    this.reader = new MessageReader(channel.open)
    const resumeSecret = this.handshake.resume ? undefined : channel.payload
    this.listener.opened(this, comparisonCode(channel.hash), resumeSecret)
  }

  private watch(): void {
    const now = this.environment.now()
    if (now - this.heardAt > (this.channel ? SILENCE_MS : OPEN_MS)) return this.drop(1006, false)
    if (this.channel && now - this.pingedAt > PING_MS) {
      this.pingedAt = now
      this.send({ type: 'PING' })
    }
  }

  private break(): void {
    this.drop(CLOSE_VIOLATION, true)
  }

  private drop(code: number, violation: boolean): void {
    this.socket.close(violation ? CLOSE_VIOLATION : undefined)
    this.end(code, violation)
  }

  private end(code: number, violation: boolean): void {
    if (this.ended) return
    this.ended = true
    clearInterval(this.timer)
    this.listener.closed(code, violation)
  }
}
