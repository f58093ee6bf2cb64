// SPDX-License-Identifier: Apache-2.0
import { montgomery } from '@noble/curves/abstract/montgomery.js'
import { pow } from '@noble/curves/abstract/modular.js'

const P = 2n ** 255n - 19n

/**
 * Curve25519 for key agreement (RFC 7748) alone: the library's ready-made one brings the signature
 * curve's tables with it, a sixth of the page.
 */
export const x25519 = montgomery({
  P,
  type: 'x25519',
  powPminus2: (x) => pow(x, P - 2n, P),
  adjustScalarBytes: (bytes: Uint8Array) => {
    bytes[0]! &= 248
    bytes[31]! = (bytes[31]! & 127) | 64
    return bytes
  },
})
