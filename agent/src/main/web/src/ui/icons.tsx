// SPDX-License-Identifier: Apache-2.0

const PATHS = {
  lock: 'M6 11V8a6 6 0 0 1 12 0v3M5 11h14v9H5z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  cross: 'M6 6l12 12M18 6L6 18',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  file: 'M7 3h7l5 5v13H7zM14 3v5h5',
  left: 'M15 5l-7 7 7 7',
  right: 'M9 5l7 7-7 7',
  down: 'M5 9l7 7 7-7',
  up: 'M5 15l7-7 7 7',
  alert: 'M12 4L2.5 20h19zM12 10v4M12 17v.5',
  printer: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  save: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  clock: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3.5 2',
  scan: 'M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M7 12h10',
} as const

export type IconName = keyof typeof PATHS

/** Always beside a word or under a label, never the only sign. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  )
}
