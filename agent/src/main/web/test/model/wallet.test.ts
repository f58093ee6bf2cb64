// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { type Kept, Wallet } from '../../src/model/wallet'

function storage(): Storage {
  const kept = new Map<string, string>()
  return { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) } as Storage
}

const credit = (code: string, change: Partial<Kept> = {}): Kept => ({ code, brief: 'K7MP-3QXD', amount: 4_600, until: 2_000, ...change })

test('the newest credit is first, what is left of one replaces it, and what is over is gone', () => {
  let now = 1_000
  const wallet = new Wallet(storage(), () => now)
  wallet.keep(credit('a'))
  wallet.keep(credit('b', { until: 3_000 }))
  wallet.keep(credit('a', { amount: 100 }))
  expect(wallet.all()).toEqual([credit('a', { amount: 100 }), credit('b', { until: 3_000 })])
  now = 2_500
  expect(wallet.all().map(({ code }) => code)).toEqual(['b'])
  wallet.forget('b')
  expect(wallet.all()).toEqual([])
})

test('a browser that keeps nothing, or the wrong thing, has no credits', () => {
  expect(new Wallet(undefined, () => 0).all()).toEqual([])
  const odd = storage()
  for (const text of ['{', '{"a":1}', '[1,null,{"code":"x"}]']) {
    odd.setItem('sps-credits', text)
    expect(new Wallet(odd, () => 0).all()).toEqual([])
  }
})
