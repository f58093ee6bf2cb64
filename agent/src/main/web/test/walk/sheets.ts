// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core'
import type { Bytes } from '../../src/protocol/bytes'

/** Draws sheets that look like printed ones, in the browser of the test. */
export async function drawSheets(page: Page, count: number): Promise<Bytes[]> {
  const urls = await page.evaluate((wanted) => {
    const canvas = document.createElement('canvas')
    ;[canvas.width, canvas.height] = [840, 1188]
    const paper = canvas.getContext('2d')!
    return Array.from({ length: wanted }, (_, n) => {
      paper.fillStyle = '#fff'
      paper.fillRect(0, 0, 840, 1188)
      paper.fillStyle = n === 0 ? '#1d4ed8' : '#222'
      paper.font = 'bold 44px sans-serif'
      paper.fillText(`Application form, page ${n + 1}`, 80, 140)
      paper.fillStyle = '#555'
      for (let line = 0; line < 28; line++) paper.fillRect(80, 210 + line * 32, 300 + ((line * 137 + n * 71) % 380), 10)
      return canvas.toDataURL('image/jpeg', 0.9)
    })
  }, count)
  return urls.map((url) => Uint8Array.from(Buffer.from(url.split(',')[1]!, 'base64')))
}
