// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'

const TYPES: Record<string, string> = {
  '/': 'text/html; charset=utf-8',
  '/app.js': 'text/javascript; charset=utf-8',
  '/app.css': 'text/css; charset=utf-8',
  '/icon.svg': 'image/svg+xml',
}

/** An address of this machine that browsers do not trust as they trust loopback. */
export function lanAddress(): string {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return all.find((address) => address.family === 'IPv4' && !address.internal)?.address ?? '127.0.0.1'
}

/** Serves the built page as the agent does: fixed paths and a strict content security policy. */
export class PageServer {
  readonly server: Server
  readonly asked: string[] = []

  constructor(folder: URL, address: string, socketPort: number) {
    const policy =
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; ` +
      `connect-src 'self' ws://${address}:${socketPort}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`
    this.server = createServer((request, response) => {
      const path = request.url ?? '/'
      const type = TYPES[path]
      this.asked.push(path)
      response.setHeader('Content-Security-Policy', policy)
      response.setHeader('Cache-Control', 'no-store')
      response.setHeader('Content-Type', type ?? 'application/json')
      if (path === '/config.json') response.end(JSON.stringify({ v: 1, ws: socketPort, shop: 'Sharma' }))
      else if (type) response.end(readFileSync(new URL(path === '/' ? 'index.html' : path.slice(1), folder)))
      else response.writeHead(404).end()
    })
  }

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '0.0.0.0', resolve))
    return (this.server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }
}
