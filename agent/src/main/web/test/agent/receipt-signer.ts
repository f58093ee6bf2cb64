// SPDX-License-Identifier: Apache-2.0
import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concat, hex, utf8 } from '../../src/protocol/bytes'

/** Signs destruction receipts as a shop does, for tests. */
export class ReceiptSigner {
  readonly verifyKey: string
  private readonly keyHash: Uint8Array

  constructor(
    private readonly name: string,
    private readonly secret: Uint8Array,
  ) {
    const typed = concat(Uint8Array.of(1), ed25519.getPublicKey(secret))
    this.keyHash = sha256(concat(utf8(`${name}\n`), typed)).subarray(0, 4)
    this.verifyKey = `${name}+${hex(this.keyHash)}+${Buffer.from(typed).toString('base64')}`
  }

  /** `fields` in the order of their names, which is what makes the JSON canonical. */
  sign(fields: Record<string, unknown>, proof: string[] = []): string {
    const signed = `${['sps-receipt/1', JSON.stringify(fields), ...proof].join('\n')}\n`
    const signature = concat(this.keyHash, ed25519.sign(utf8(signed), this.secret))
    return `${signed}\n— ${this.name} ${Buffer.from(signature).toString('base64')}\n`
  }
}
