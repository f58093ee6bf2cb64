// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { openReceipt } from '../../src/protocol/receipt'
import { ReceiptSigner } from '../agent/receipt-signer'

const signer = new ReceiptSigner('shop', new Uint8Array(32).fill(7))
const text = signer.sign({ destroyed: 1_795_000_000, files: 2, session: 's-1' })

test('a receipt as signed opens and gives its fields', () => {
  expect(openReceipt(text, signer.verifyKey)?.fields).toEqual({ destroyed: 1_795_000_000, files: 2, session: 's-1' })
})

test('a receipt with any character changed does not open', () => {
  for (let at = 0; at < text.length - 2; at++) {
    const changed = text.slice(0, at) + (text[at] === 'x' ? 'y' : 'x') + text.slice(at + 1)
    expect(openReceipt(changed, signer.verifyKey)).toBeUndefined()
  }
})

test('a receipt of another shop does not open', () => {
  const other = new ReceiptSigner('shop', new Uint8Array(32).fill(8))
  expect(openReceipt(text, other.verifyKey)).toBeUndefined()
  expect(openReceipt(text, new ReceiptSigner('other', new Uint8Array(32).fill(7)).verifyKey)).toBeUndefined()
})

test('a key that is none opens nothing', () => {
  const flat = new ReceiptSigner('shop', new Uint8Array(32).fill(7)).verifyKey
  for (const key of ['', 'shop', 'shop+00000000+AQ==', flat.replace('shop', 'sh op'), flat.slice(0, -4)]) {
    expect(openReceipt(text, key)).toBeUndefined()
  }
})

test('a text without a signature, or with lines that were not signed, does not open', () => {
  expect(openReceipt('sps-receipt/1\n{}\n', signer.verifyKey)).toBeUndefined()
  expect(openReceipt(text.replace('}\n\n', '}\nmore\n\n'), signer.verifyKey)).toBeUndefined()
})

test('signed lines of proof after the fields are let pass', () => {
  const proven = signer.sign({ files: 2 }, ['index 12', 'c2lnbmVk'])
  expect(openReceipt(proven, signer.verifyKey)?.fields).toEqual({ files: 2 })
})
