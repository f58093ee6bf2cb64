// SPDX-License-Identifier: Apache-2.0
import type { FileState } from './answers'
import { b64u, type Bytes } from './bytes'
import type { Connection } from './connection'
import { DOCUMENT_FRAME } from './frames'
import { wireName } from './requests'
import { CHUNK, StreamCipher } from './sealed'

const MAX_BUFFERED = 1024 * 1024
const POLL_MS = 20
const MAX_SEGMENT = 255

/** A document on this phone, wanted by the agent from chunk `next` on. */
type Upload = {
  fid: number
  name: string
  source: Blob
  segment: number
  next: number
  state: 'wanted' | 'sending' | 'sent'
}

export interface UploadListener {
  /** `chunks` of `of` have been handed to the connection. */
  sent(fid: number, chunks: number, of: number): void
  /** The phone can no longer read the file: it was changed or taken away. */
  unreadable(fid: number): void
  /** A segment number has been used and must not be used again, even after a reload. */
  segmentTaken(fid: number, segment: number): void
}

/** Sends documents one after another, sealed, within the agent's credit and the socket's room. */
export class Uploads {
  private readonly uploads = new Map<number, Upload>()
  private connection: Connection | undefined
  private credit = 0
  private wake: () => void = () => {}
  private running = false

  constructor(
    private readonly random: (length: number) => Bytes,
    private readonly listener: UploadListener,
  ) {}

  /** `segment` is the first number not used for this file yet, `next` the chunk to begin with. */
  add(fid: number, name: string, source: Blob, segment = 0, next = 0): void {
    this.uploads.set(fid, { fid, name, source, segment, next, state: 'wanted' })
    void this.run()
  }

  remove(fid: number): void {
    this.uploads.delete(fid)
    this.wake()
  }

  has(fid: number): boolean {
    return this.uploads.has(fid)
  }

  /** A new connection: credit begins at nothing, every unfinished file where the agent says. */
  connected(connection: Connection, states: FileState[]): void {
    this.connection = connection
    this.credit = 0
    const known = new Map(states.map((state) => [state.fid, state]))
    for (const upload of this.uploads.values()) {
      const state = known.get(upload.fid)
      if (state && state.status !== 'receiving') this.fileState(state)
      else this.restart(upload, state?.next ?? 0)
    }
    void this.run()
  }

  disconnected(): void {
    this.connection = undefined
    this.credit = 0
    this.wake()
  }

  granted(bytes: number): void {
    this.credit += bytes
    this.wake()
  }

  fileState(state: FileState): void {
    const upload = this.uploads.get(state.fid)
    if (!upload) return
    if (state.status === 'retry') this.restart(upload, state.next)
    if (state.status === 'ready' || state.status === 'refused' || state.status === 'removed') this.remove(state.fid)
    void this.run()
  }

  private restart(upload: Upload, next: number): void {
    upload.next = next
    upload.state = 'wanted'
    this.wake()
  }

  private async run(): Promise<void> {
    if (this.running) return
    this.running = true
    try {
      for (;;) {
        const connection = this.connection
        const upload = [...this.uploads.values()].find((candidate) => candidate.state === 'wanted')
        if (!connection || !upload) return
        await this.sendSegment(connection, upload)
      }
    } finally {
      this.running = false
    }
  }

  private async sendSegment(connection: Connection, upload: Upload): Promise<void> {
    const { fid, source, next } = upload
    if (upload.segment > MAX_SEGMENT) return this.giveUp(fid)
    upload.state = 'sending'
    const chunks = Math.ceil(source.size / CHUNK)
    // When only the FILE_DONE was lost with the connection, there is nothing left for a new segment.
    if (next < chunks && !(await this.sendChunks(connection, upload, chunks))) return
    upload.state = 'sent'
    connection.send({ type: 'FILE_DONE', fid, seg: upload.segment - 1, chunks, size: source.size })
  }

  /** Opens a segment and sends all from `upload.next` on; false when something came between. */
  private async sendChunks(connection: Connection, upload: Upload, chunks: number): Promise<boolean> {
    const { fid, source, next: start } = upload
    const cipher = this.openSegment(connection, upload)
    const seg = upload.segment - 1
    for (let chunk = start; chunk < chunks; chunk++) {
      await this.room(connection, upload)
      const clear = await readChunk(source, chunk)
      if (!this.stillSending(connection, upload)) return false
      if (!clear) {
        this.giveUp(fid)
        return false
      }
      connection.sendChunk(fid, seg, chunk - start, cipher.seal(chunk - start, chunk === chunks - 1, clear))
      this.credit -= DOCUMENT_FRAME
      this.listener.sent(fid, chunk + 1, chunks)
    }
    return true
  }

  private openSegment(connection: Connection, upload: Upload): StreamCipher {
    const { fid, source, next: start } = upload
    const seg = upload.segment++
    this.listener.segmentTaken(fid, seg)
    const [key, nonce] = [this.random(32), this.random(16)]
    const name = wireName(upload.name)
    connection.send({ type: 'FILE_OPEN', fid, size: source.size, seg, key: b64u(key), nonce: b64u(nonce), start, name })
    return new StreamCipher(key, nonce)
  }

  private async room(connection: Connection, upload: Upload): Promise<void> {
    while (this.stillSending(connection, upload)) {
      if (this.credit < DOCUMENT_FRAME) await new Promise<void>((resolve) => (this.wake = resolve))
      else if (connection.buffered > MAX_BUFFERED) await new Promise((resolve) => setTimeout(resolve, POLL_MS))
      else return
    }
  }

  private stillSending(connection: Connection, upload: Upload): boolean {
    return this.connection === connection && this.uploads.get(upload.fid) === upload && upload.state === 'sending'
  }

  private giveUp(fid: number): void {
    this.remove(fid)
    this.listener.unreadable(fid)
  }
}

/** One chunk of a file, padded with zeros; undefined when the phone cannot read it any more. */
async function readChunk(source: Blob, chunk: number): Promise<Bytes | undefined> {
  try {
    const part = await source.slice(chunk * CHUNK, (chunk + 1) * CHUNK).arrayBuffer()
    const expected = Math.min(CHUNK, source.size - chunk * CHUNK)
    if (part.byteLength !== expected) return undefined
    const padded = new Uint8Array(CHUNK)
    padded.set(new Uint8Array(part))
    return padded
  } catch {
    return undefined // NotReadableError: the file changed or its app took it back
  }
}
