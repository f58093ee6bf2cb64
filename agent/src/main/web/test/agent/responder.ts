// SPDX-License-Identifier: Apache-2.0
import { x25519 } from '@noble/curves/ed25519.js'
import { type Bytes, concat } from '../../src/protocol/bytes'
import { type Channel, SymmetricState } from '../../src/protocol/noise'

/** The agent's side of NKpsk0, for tests. */
export class Responder {
  private readonly state: SymmetricState
  private remoteEphemeral: Uint8Array = new Uint8Array(0)

  constructor(
    prologue: Uint8Array,
    psk: Uint8Array,
    private readonly secret: Uint8Array,
    private readonly ephemeral: Uint8Array,
  ) {
    this.state = new SymmetricState(prologue)
    this.state.mixHash(x25519.getPublicKey(secret))
    this.state.mixKeyAndHash(psk)
  }

  message1(message: Uint8Array): Bytes {
    this.remoteEphemeral = message.subarray(0, 32)
    this.state.mixEphemeral(this.remoteEphemeral)
    this.state.mixKey(x25519.getSharedSecret(this.secret, this.remoteEphemeral))
    return this.state.openAndHash(message.subarray(32))
  }

  message2(payload: Uint8Array): { message: Bytes; channel: Channel } {
    const ephemeralPublic = x25519.getPublicKey(this.ephemeral)
    this.state.mixEphemeral(ephemeralPublic)
    this.state.mixKey(x25519.getSharedSecret(this.ephemeral, this.remoteEphemeral))
    const message = concat(ephemeralPublic, this.state.sealAndHash(payload))
    const [open, seal] = this.state.split()
    return { message, channel: { seal, open, hash: this.state.hash, payload: new Uint8Array(0) } }
  }
}
