// SPDX-License-Identifier: Apache-2.0
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type Bytes, putUint, utf8 } from './bytes'

/** Bytes in clear of one chunk. */
export const CHUNK = 65_536
export const SEALED_CHUNK = CHUNK + 16

/** The key of one segment or preview (the STREAM construction of age). */
export class StreamCipher {
  private readonly key: Uint8Array

  constructor(key: Uint8Array, nonce: Uint8Array) {
    this.key = hkdf(sha256, key, nonce, utf8('payload'), 32)
  }

  seal(index: number, final: boolean, clear: Uint8Array): Bytes {
    return chacha20poly1305(this.key, chunkNonce(index, final)).encrypt(clear)
  }

  /** Throws when the chunk is not this one of this stream. */
  open(index: number, final: boolean, sealed: Uint8Array): Bytes {
    return chacha20poly1305(this.key, chunkNonce(index, final)).decrypt(sealed)
  }
}

function chunkNonce(index: number, final: boolean): Uint8Array {
  const nonce = new Uint8Array(12)
  putUint(nonce, 0, 11, index)
  nonce[11] = final ? 1 : 0
  return nonce
}
