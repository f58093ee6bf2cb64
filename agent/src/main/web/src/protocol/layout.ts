// SPDX-License-Identifier: Apache-2.0

export const PAPERS = ['A4', 'A3', 'A5', 'LETTER', 'LEGAL'] as const
export const FITS = ['fit', 'actual', 'fill'] as const
export const SIDES = ['one', 'long', 'short'] as const
export const PER_SIDE = [1, 2, 4] as const

export type Paper = (typeof PAPERS)[number]
export type Fit = (typeof FITS)[number]
export type Sides = (typeof SIDES)[number]
export type PerSide = (typeof PER_SIDE)[number]

/** How pages look on paper: in their own colours or in greys, and how many are on a side. */
export type Layout = { colour: boolean; perSide: PerSide; fit: Fit }

/** What this shop's printer and price list can do. */
export type Choices = { papers: Paper[]; colour: boolean; duplex: boolean }
