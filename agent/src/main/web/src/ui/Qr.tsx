// SPDX-License-Identifier: Apache-2.0
import type { Upi } from '../protocol/answers'

const QUIET = 4

/** Dark modules as one path; black on white in every theme, since cameras want it so. */
export function Qr({ upi, label }: { upi: Upi; label: string }) {
  const whole = upi.side + 2 * QUIET
  return (
    <svg id="upi-qr" class="qr" viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={whole} height={whole} fill="#fff" />
      <path d={path(upi)} fill="#000" />
    </svg>
  )
}

export function isDark(upi: Upi, at: number): boolean {
  return (upi.qr[at >> 3]! & (0x80 >> (at & 7))) !== 0
}

function path({ side, ...upi }: Upi): string {
  let d = ''
  for (let at = 0; at < side * side; at++) {
    if (isDark({ side, ...upi }, at)) d += `M${(at % side) + QUIET} ${Math.floor(at / side) + QUIET}h1v1h-1z`
  }
  return d
}

/** The same as a picture to keep: 12 pixels a module. */
export function picture(upi: Upi): string {
  const scale = 12
  const whole = (upi.side + 2 * QUIET) * scale
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = whole
  const draw = canvas.getContext('2d')!
  draw.fillStyle = '#fff'
  draw.fillRect(0, 0, whole, whole)
  draw.fillStyle = '#000'
  for (let at = 0; at < upi.side * upi.side; at++) {
    if (isDark(upi, at)) draw.fillRect(((at % upi.side) + QUIET) * scale, (Math.floor(at / upi.side) + QUIET) * scale, scale, scale)
  }
  return canvas.toDataURL('image/png')
}
