// SPDX-License-Identifier: Apache-2.0
import type { PerSide } from '../protocol/layout'

const CELLS: Record<PerSide, string> = {
  1: 'M8 5h8v14H8z',
  2: 'M4 7h7v10H4zM13 7h7v10h-7z',
  4: 'M7 4h4v6H7zM13 4h4v6h-4zM7 14h4v6H7zM13 14h4v6h-4z',
}

/** How many pages are on one side of the sheet. */
export function SheetIcon({ pages }: { pages: PerSide }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={CELLS[pages]} />
    </svg>
  )
}
