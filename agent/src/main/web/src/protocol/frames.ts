// SPDX-License-Identifier: Apache-2.0
import { type Bytes, concat, putUint, uint } from './bytes'
import { SEALED_CHUNK } from './sealed'

const HELLO = 0x01
const WELCOME = 0x02
const RECORD = 0x03
const DOCUMENT = 0x04
const PREVIEW = 0x05
const RECORD_CLEAR = 4096
const TAG = 16

/** Bytes of a whole document frame: what one chunk costs of the credit. */
export const DOCUMENT_FRAME = 8 + SEALED_CHUNK

/** A frame of the agent after its first byte has been understood. */
export type Frame =
  | { type: 'welcome'; message: Bytes }
  | { type: 'record'; sealed: Bytes }
  | { type: 'preview'; id: number; index: number; sealed: Bytes }

export function helloFrame(sid: Uint8Array, resume: boolean, message: Uint8Array): Bytes {
  return concat(Uint8Array.of(HELLO), sid, Uint8Array.of(resume ? 1 : 0), message)
}

export function recordFrame(sealed: Uint8Array): Bytes {
  return concat(Uint8Array.of(RECORD), sealed)
}

export function documentFrame(fid: number, segment: number, index: number, sealed: Uint8Array): Bytes {
  const head = new Uint8Array(8)
  head[0] = DOCUMENT
  putUint(head, 1, 2, fid)
  head[3] = segment
  putUint(head, 4, 4, index)
  return concat(head, sealed)
}

/** Undefined for a frame that the protocol does not have, or of a length it does not allow. */
export function parseFrame(frame: Bytes): Frame | undefined {
  const body = frame.subarray(1)
  switch (frame[0]) {
    case WELCOME:
      return { type: 'welcome', message: body }
    case RECORD:
      return body.length <= RECORD_CLEAR + TAG ? { type: 'record', sealed: body } : undefined
    case PREVIEW:
      if (body.length < 8 + TAG || body.length > 8 + SEALED_CHUNK) return undefined
      return { type: 'preview', id: uint(body, 0, 4), index: uint(body, 4, 4), sealed: body.subarray(8) }
    default:
      return undefined
  }
}
