// SPDX-License-Identifier: Apache-2.0
import type { Answer } from './answers'
import { type Bytes, concat } from './bytes'
import { Violation } from './fields'
import { StreamCipher } from './sealed'

type Info = Extract<Answer, { type: 'PREVIEW_INFO' }>
type Arriving = { side: number; stale: boolean; info: Info; cipher: StreamCipher; parts: Bytes[] }

export interface PreviewPort {
  ask(side: number): void
  arrived(side: number, jpeg: Bytes): void
  failed(side: number): void
}

/** Asks for previews one at a time, the latest wish first, and opens what comes. */
export class Previews {
  private wanted: number[] = []
  private asked: { side: number; stale: boolean } | undefined
  private arriving: Arriving | undefined
  private key: Bytes | undefined

  constructor(private readonly port: PreviewPort) {}

  /** A new connection has its own key; what was under way on the old one is asked for again. */
  connected(key: Bytes): void {
    this.key = key
    if (this.asked && !this.asked.stale) this.wanted.push(this.asked.side)
    this.asked = this.arriving = undefined
  }

  want(side: number): void {
    if (this.asked?.side === side && !this.asked.stale) return
    this.wanted = [...this.wanted.filter((other) => other !== side), side]
    this.next()
  }

  /** The sheets have changed: what is still to come shows the old ones. */
  forget(): void {
    this.wanted = []
    if (this.asked) this.asked.stale = true
    if (this.arriving) this.arriving.stale = true
  }

  info(info: Info): void {
    if (!this.asked || !this.key || this.arriving) throw new Violation('preview that was not asked for')
    if (info.side !== this.asked.side) throw new Violation('another side than asked for')
    this.arriving = { ...this.asked, info, cipher: new StreamCipher(this.key, info.nonce), parts: [] }
  }

  chunk(id: number, index: number, sealed: Bytes): void {
    const arriving = this.arriving
    if (!arriving || id !== arriving.info.id || index !== arriving.parts.length) {
      throw new Violation('preview chunk out of order')
    }
    const final = index === arriving.info.chunks - 1
    arriving.parts.push(arriving.cipher.open(index, final, sealed))
    if (final) this.complete(arriving)
  }

  /** The agent could not draw the side that was asked for. */
  refused(): void {
    if (!this.asked) return
    const { side, stale } = this.asked
    this.asked = this.arriving = undefined
    if (!stale) this.port.failed(side)
    this.next()
  }

  private complete(arriving: Arriving): void {
    const jpeg = concat(...arriving.parts)
    if (jpeg.length !== arriving.info.size) throw new Violation('preview of another size')
    this.asked = this.arriving = undefined
    if (!arriving.stale) this.port.arrived(arriving.side, jpeg)
    this.next()
  }

  private next(): void {
    const side = this.asked ? undefined : this.wanted.pop()
    if (side === undefined) return
    this.asked = { side, stale: false }
    this.port.ask(side)
  }
}
