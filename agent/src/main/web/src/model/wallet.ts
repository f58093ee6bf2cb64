// SPDX-License-Identifier: Apache-2.0

/** A credit that the customer wanted this phone to keep. `amount` in paise, `until` in ms since 1970. */
export type Kept = { code: string; brief: string; amount: number; until: number }

const KEY = 'sps-credits'
const MOST = 8

/** The credits of this shop on this phone; none where the browser keeps nothing. */
export class Wallet {
  constructor(
    private readonly storage: Storage | undefined,
    private readonly now: () => number,
  ) {}

  all(): Kept[] {
    try {
      const kept: unknown = JSON.parse(this.storage?.getItem(KEY) ?? '[]')
      return Array.isArray(kept) ? kept.filter(isKept).filter((credit) => credit.until > this.now()).slice(0, MOST) : []
    } catch {
      return [] // somebody else wrote there
    }
  }

  /** Keeps it, or what is left of it. */
  keep(credit: Kept): void {
    this.write([credit, ...this.all().filter((known) => known.code !== credit.code)].slice(0, MOST))
  }

  forget(code: string): void {
    this.write(this.all().filter((known) => known.code !== code))
  }

  private write(credits: Kept[]): void {
    try {
      this.storage?.setItem(KEY, JSON.stringify(credits))
    } catch {
      // Full or forbidden: the short code on the screen still counts.
    }
  }
}

function isKept(value: unknown): value is Kept {
  const { code, brief, amount, until } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>
  return typeof code === 'string' && typeof brief === 'string' && Number.isSafeInteger(amount) && Number.isSafeInteger(until)
}
