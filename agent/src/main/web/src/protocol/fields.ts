// SPDX-License-Identifier: Apache-2.0

/** The agent said something that PSP/1 does not allow. */
export class Violation extends Error {}

/** Typed, bounded access to the fields of one JSON object from the agent. */
export class Fields {
  private readonly values: Record<string, unknown>

  constructor(value: unknown) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Violation('no JSON object')
    this.values = value as Record<string, unknown>
  }

  has(name: string): boolean {
    return Object.hasOwn(this.values, name) && this.values[name] !== null
  }

  int(name: string, min = 0, max = Number.MAX_SAFE_INTEGER): number {
    return bounded(this.values[name], min, max, name)
  }

  number(name: string): number {
    const value = this.values[name]
    if (typeof value !== 'number') throw new Violation(`${name}: no number`)
    return value
  }

  flag(name: string): boolean {
    const value = this.values[name]
    if (typeof value !== 'boolean') throw new Violation(`${name}: neither true nor false`)
    return value
  }

  text(name: string, max = 200): string {
    const value = this.values[name]
    if (typeof value !== 'string' || value.length > max) throw new Violation(`${name}: no text of ${max}`)
    return value
  }

  oneOf<const T extends string>(name: string, allowed: readonly T[]): T {
    const value = allowed.find((choice) => choice === this.values[name])
    if (value === undefined) throw new Violation(`${name}: none of ${allowed.join(', ')}`)
    return value
  }

  object(name: string): Fields {
    return new Fields(this.values[name])
  }

  list<T>(name: string, max: number, read: (item: unknown) => T): T[] {
    const value = this.values[name]
    if (!Array.isArray(value) || value.length > max) throw new Violation(`${name}: no list of ${max}`)
    return value.map(read)
  }
}

export function bounded(value: unknown, min: number, max: number, name: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min || value > max) {
    throw new Violation(`${name}: no integer from ${min} to ${max}`)
  }
  return value
}
