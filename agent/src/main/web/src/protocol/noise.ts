// SPDX-License-Identifier: Apache-2.0
import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from './x25519'
import { extract, expand } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { type Bytes, concat, utf8 } from './bytes'

const NAME = 'Noise_NKpsk0_25519_ChaChaPoly_SHA256'
const EMPTY = new Uint8Array(0)
const KEY = 32
const TAG = 16

/** HKDF of the Noise specification, section 4.3: `count` outputs of 32 bytes. */
function noiseHkdf(chainingKey: Uint8Array, input: Uint8Array, count: number): Uint8Array[] {
  const okm = expand(sha256, extract(sha256, input, chainingKey), EMPTY, KEY * count)
  return Array.from({ length: count }, (_, i) => okm.subarray(i * KEY, (i + 1) * KEY))
}

/** Noise CipherState: a key and a counter that never repeats. */
export class CipherState {
  private counter = 0

  constructor(private readonly key: Uint8Array) {}

  seal(clear: Uint8Array, ad: Uint8Array = EMPTY): Bytes {
    return chacha20poly1305(this.key, this.nonce(), ad).encrypt(clear)
  }

  /** Throws when the bytes are not the peer's next record. */
  open(sealed: Uint8Array, ad: Uint8Array = EMPTY): Bytes {
    return chacha20poly1305(this.key, this.nonce(), ad).decrypt(sealed)
  }

  private nonce(): Uint8Array {
    const nonce = new Uint8Array(12)
    new DataView(nonce.buffer).setBigUint64(4, BigInt(this.counter++), true)
    return nonce
  }
}

/** Noise SymmetricState (section 5.2): chaining key, hash and, once keyed, a cipher. */
export class SymmetricState {
  hash: Uint8Array
  private chainingKey: Uint8Array
  private cipher: CipherState | undefined

  constructor(prologue: Uint8Array) {
    this.hash = sha256(utf8(NAME))
    this.chainingKey = this.hash
    this.mixHash(prologue)
  }

  mixHash(data: Uint8Array): void {
    this.hash = sha256(concat(this.hash, data))
  }

  mixKey(input: Uint8Array): void {
    const [chainingKey, key] = noiseHkdf(this.chainingKey, input, 2)
    this.chainingKey = chainingKey!
    this.cipher = new CipherState(key!)
  }

  mixKeyAndHash(psk: Uint8Array): void {
    const [chainingKey, hash, key] = noiseHkdf(this.chainingKey, psk, 3)
    this.chainingKey = chainingKey!
    this.mixHash(hash!)
    this.cipher = new CipherState(key!)
  }

  /** In psk patterns an ephemeral key is mixed into the key as well as the hash (section 9.2). */
  mixEphemeral(publicKey: Uint8Array): void {
    this.mixHash(publicKey)
    this.mixKey(publicKey)
  }

  sealAndHash(clear: Uint8Array): Bytes {
    const sealed = this.keyed().seal(clear, this.hash)
    this.mixHash(sealed)
    return sealed
  }

  openAndHash(sealed: Uint8Array): Bytes {
    const clear = this.keyed().open(sealed, this.hash)
    this.mixHash(sealed)
    return clear
  }

  split(): [CipherState, CipherState] {
    const [first, second] = noiseHkdf(this.chainingKey, EMPTY, 2)
    return [new CipherState(first!), new CipherState(second!)]
  }

  private keyed(): CipherState {
    if (!this.cipher) throw new Error('handshake out of order')
    return this.cipher
  }
}

/** What a finished handshake leaves: one cipher for each direction and the handshake hash. */
export type Channel = { seal: CipherState; open: CipherState; hash: Uint8Array; payload: Bytes }

/** The phone's side of NKpsk0: it knows the agent's public key and a shared secret from the QR. */
export class Initiator {
  private readonly state: SymmetricState

  constructor(
    prologue: Uint8Array,
    psk: Uint8Array,
    private readonly remoteStatic: Uint8Array,
    private readonly ephemeral: Uint8Array,
  ) {
    this.state = new SymmetricState(prologue)
    this.state.mixHash(remoteStatic)
    this.state.mixKeyAndHash(psk)
  }

  message1(payload: Uint8Array): Bytes {
    const ephemeralPublic = x25519.getPublicKey(this.ephemeral)
    this.state.mixEphemeral(ephemeralPublic)
    this.state.mixKey(x25519.getSharedSecret(this.ephemeral, this.remoteStatic))
    return concat(ephemeralPublic, this.state.sealAndHash(payload))
  }

  /** Throws when the answer does not come from the holder of the key in the QR. */
  message2(message: Uint8Array): Channel {
    if (message.length < KEY + TAG) throw new Error('handshake answer too short')
    const remoteEphemeral = message.subarray(0, KEY)
    this.state.mixEphemeral(remoteEphemeral)
    this.state.mixKey(x25519.getSharedSecret(this.ephemeral, remoteEphemeral))
    const payload = this.state.openAndHash(message.subarray(KEY))
    const [seal, open] = this.state.split()
    return { seal, open, hash: this.state.hash, payload }
  }
}
