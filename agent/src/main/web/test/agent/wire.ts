// SPDX-License-Identifier: Apache-2.0
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type RawData, type WebSocket } from 'ws'
import { comparisonCode, prologue, sessionId } from '../../src/protocol/address'
import { type Bytes, concat, fromUtf8, same, uint, utf8 } from '../../src/protocol/bytes'
import type { Channel } from '../../src/protocol/noise'
import { MessageReader, PART } from '../../src/protocol/records'
import { Responder } from './responder'

export type Chunk = { fid: number; seg: number; index: number; sealed: Bytes; frame: number }

/** What the shop of the tests does with a phone that has come through the handshake. */
export interface ShopSide {
  message(wire: Wire, type: number, json: Record<string, unknown>): void
  chunk(wire: Wire, chunk: Chunk): void
}

export type WireSecrets = {
  secret: Bytes
  publicKey: Bytes
  psk16: Bytes
  resumeSecret: Bytes
  host: string
  random(length: number): Bytes
}

/** The agent's end of one socket: handshake, records and frames. */
export class Wire {
  channel: Channel | undefined
  resumed = false
  private reader: MessageReader | undefined

  constructor(
    private readonly socket: WebSocket,
    private readonly secrets: WireSecrets,
    private readonly mayClaim: () => boolean,
    private readonly shop: ShopSide,
  ) {
    socket.on('message', (data: RawData) => this.received(Uint8Array.from(data as Buffer)))
  }

  get sas(): string {
    return comparisonCode(this.channel!.hash)
  }

  send(type: number, json: object): void {
    const message = concat(Uint8Array.of(type), utf8(JSON.stringify(json)))
    for (let at = 0; at < message.length; at += PART) {
      const more = Uint8Array.of(at + PART < message.length ? 1 : 0)
      this.sendRecord(concat(more, message.subarray(at, at + PART)))
    }
  }

  sendRecord(clear: Uint8Array): void {
    this.sendFrame(concat(Uint8Array.of(3), this.channel!.seal.seal(clear)))
  }

  sendFrame(frame: Uint8Array): void {
    this.socket.send(frame)
  }

  close(code: number): void {
    this.socket.close(code)
  }

  drop(): void {
    this.socket.terminate()
  }

  private received(frame: Bytes): void {
    if (frame[0] === 1) return this.hello(frame)
    if (frame[0] === 4) {
      const [fid, seg, index] = [uint(frame, 1, 2), frame[3]!, uint(frame, 4, 4)]
      return this.shop.chunk(this, { fid, seg, index, sealed: frame.subarray(8), frame: frame.length })
    }
    const message = this.reader!.read(frame.subarray(1))
    if (message) this.shop.message(this, message[0]!, JSON.parse(fromUtf8(message.subarray(1))))
  }

  private hello(frame: Bytes): void {
    const { secret, publicKey, psk16, resumeSecret, host, random } = this.secrets
    const sid = sessionId(publicKey)
    this.resumed = frame[9] === 1
    const psk = this.resumed ? resumeSecret : hkdf(sha256, psk16, undefined, utf8('PSP/1 psk'), 32)
    try {
      if (!same(frame.subarray(1, 9), sid) || (!this.resumed && !this.mayClaim())) throw new Error('refused')
      const responder = new Responder(prologue(this.resumed, host, sid), psk, secret, random(32))
      responder.message1(frame.subarray(10))
      const { message, channel } = responder.message2(this.resumed ? new Uint8Array(0) : resumeSecret)
      this.channel = channel
      this.reader = new MessageReader(channel.open)
      this.sendFrame(concat(Uint8Array.of(2), message))
    } catch {
      this.close(1008)
    }
  }
}
