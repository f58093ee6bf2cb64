// SPDX-License-Identifier: Apache-2.0

/** Paise as rupees in Indian grouping, always with two decimals: 12500000 is ₹1,25,000.00. */
export function rupees(paise: number): string {
  const absolute = Math.abs(paise)
  const whole = String(Math.floor(absolute / 100))
  const head = whole.slice(0, -3).replace(/\B(?=(\d\d)+$)/g, ',')
  const grouped = head ? `${head},${whole.slice(-3)}` : whole
  return `${paise < 0 ? '−' : ''}₹${grouped}.${String(absolute % 100).padStart(2, '0')}`
}
