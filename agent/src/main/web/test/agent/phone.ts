// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto'
import { WebSocket as NodeSocket } from 'ws'
import { parseAddress } from '../../src/protocol/address'
import { Client, type ClientEvent } from '../../src/protocol/client'
import { ticketFor, TicketStore } from '../../src/protocol/ticket'
import type { FakeShop } from './fake-shop'

/** A phone of the tests: the page's client over a real socket, and all it was told. */
export class Phone {
  readonly events: ClientEvent[] = []
  readonly client: Client

  constructor(shop: FakeShop, storage: Storage, host: string, fragment = shop.fragment) {
    const tickets = new TicketStore(storage)
    const address = parseAddress(fragment)
    this.client = new Client(
      {
        openSocket: (url, protocol) => new NodeSocket(url, protocol) as unknown as WebSocket,
        random: (length) => Uint8Array.from(randomBytes(length)),
        now: () => performance.now(),
      },
      { host, socketUrl: async () => `ws://127.0.0.1:${shop.port}/psp`, tickets, receipt: async (name) => shop.receipts.get(name) ?? '', previewWidth: 640 },
      address,
      ticketFor(address, tickets.load()),
      'en',
      (event) => this.events.push(event),
    )
    this.client.start()
  }

  of<T extends ClientEvent['type']>(type: T): Extract<ClientEvent, { type: T }>[] {
    return this.events.filter((event) => event.type === type) as Extract<ClientEvent, { type: T }>[]
  }

  answers(type: string) {
    return this.of('answer').map((event) => event.answer).filter((answer) => answer.type === type)
  }
}

/** `sessionStorage` of one tab. */
export function tab(): Storage {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
    clear: () => items.clear(),
    key: () => null,
    length: 0,
  }
}
