// SPDX-License-Identifier: Apache-2.0

const MAX_RANGES = 100

/** A page selection as typed: `wire` is what the agent gets ("" = all pages). */
export type PageChoice = { ok: true; wire: string } | { ok: false; problem: 'form' | 'range' }

/** Reads "1-3, 7" for a file of `count` pages; Hindi digits and long dashes are fine. */
export function parsePages(typed: string, count: number): PageChoice {
  const plain = typed
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[–—]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .trim()
  if (plain === '') return { ok: true, wire: '' }
  const ranges = plain.split(/[\s,;]+/).filter((part) => part !== '')
  if (ranges.length > MAX_RANGES) return { ok: false, problem: 'form' }
  for (const range of ranges) {
    const match = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(range)
    if (!match) return { ok: false, problem: 'form' }
    const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])]
    if (first < 1 || last > count || first > last) return { ok: false, problem: 'range' }
  }
  return { ok: true, wire: ranges.join(',') }
}

/** Writes the pages 1, 2, 3, 7 of a file of `count` pages as "1-3,7", and all of them as "". */
export function writePages(pages: number[], count: number): string {
  if (pages.length === count && pages.every((page, i) => page === i + 1)) return ''
  const ranges: [number, number][] = []
  for (const page of pages) {
    const last = ranges.at(-1)
    if (last && page === last[1] + 1) last[1] = page
    else ranges.push([page, page])
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',')
}
