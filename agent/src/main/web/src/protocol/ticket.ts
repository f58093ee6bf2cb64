// SPDX-License-Identifier: Apache-2.0
import type { Address } from './address'
import { b64u, type Bytes, fromB64, same } from './bytes'

const KEY = 'sps'

/** What this phone remembers of one file, to go on with it after the page was reloaded. */
export type KnownFile = { size: number; modified: number; segment: number }

/** What survives a reload of the page, and dies with the tab or the session. */
export type Ticket = {
  publicKey: Bytes
  resumeSecret: Bytes
  sas: string
  nextFid: number
  files: Record<number, KnownFile>
  /** By which the shop's receipts are checked, once the shop has said it. */
  verifyKey?: string
}

/** Keeps the ticket in `sessionStorage`, or nowhere where the browser forbids it. */
export class TicketStore {
  constructor(private readonly storage: Storage | undefined) {}

  load(): Ticket | undefined {
    try {
      return read(JSON.parse(this.storage?.getItem(KEY) ?? 'null'))
    } catch {
      return undefined // not written by this page: as good as none
    }
  }

  save(ticket: Ticket): void {
    const text = JSON.stringify({
      ...ticket,
      publicKey: b64u(ticket.publicKey),
      resumeSecret: b64u(ticket.resumeSecret),
    })
    try {
      this.storage?.setItem(KEY, text)
    } catch {
      // Full or forbidden: the session goes on, only a reload would lose it.
    }
  }

  clear(): void {
    this.storage?.removeItem(KEY)
  }
}

/** The ticket to resume with: the stored one, unless the QR just scanned is of another session. */
export function ticketFor(address: Address | undefined, stored: Ticket | undefined): Ticket | undefined {
  return !address || (stored && same(stored.publicKey, address.publicKey)) ? stored : undefined
}

function read(json: unknown): Ticket | undefined {
  const value = json as Record<string, unknown> | null
  const publicKey = fromB64(String(value?.publicKey))
  const resumeSecret = fromB64(String(value?.resumeSecret))
  if (!value || publicKey?.length !== 32 || resumeSecret?.length !== 32) return undefined
  return {
    publicKey,
    resumeSecret,
    sas: String(value.sas),
    nextFid: Number(value.nextFid),
    files: value.files as Record<number, KnownFile>,
    ...(typeof value.verifyKey === 'string' ? { verifyKey: value.verifyKey } : {}),
  }
}
