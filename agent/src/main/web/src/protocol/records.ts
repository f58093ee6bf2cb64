// SPDX-License-Identifier: Apache-2.0
import { type Bytes, concat } from './bytes'
import type { CipherState } from './noise'

/** Bytes of a message in one record: 4,096 less the more-byte. */
export const PART = 4095
const MAX_RECORDS_IN = 32
const MAX_RECORDS_OUT = 4

/** Seals one control message as consecutive records. */
export function sealMessage(cipher: CipherState, message: Uint8Array): Bytes[] {
  const count = Math.max(1, Math.ceil(message.length / PART))
  if (count > MAX_RECORDS_OUT) throw new RangeError(`control message of ${message.length} bytes`)
  return Array.from({ length: count }, (_, i) => {
    const more = Uint8Array.of(i < count - 1 ? 1 : 0)
    return cipher.seal(concat(more, message.subarray(i * PART, (i + 1) * PART)))
  })
}

/** Joins the records of the agent into messages. */
export class MessageReader {
  private parts: Bytes[] = []

  constructor(private readonly cipher: CipherState) {}

  /** The message that this record ends, or undefined while more follow. Throws on any violation. */
  read(sealed: Uint8Array): Bytes | undefined {
    const record = this.cipher.open(sealed)
    const more = record[0]
    if (more !== 0 && more !== 1) throw new Error('record without a more-byte')
    this.parts.push(record.subarray(1))
    if (more === 1) {
      if (this.parts.length >= MAX_RECORDS_IN) throw new Error('control message too long')
      return undefined
    }
    const message = concat(...this.parts)
    this.parts = []
    return message
  }
}
