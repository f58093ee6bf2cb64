// SPDX-License-Identifier: Apache-2.0
import { utf8 } from '../protocol/bytes'
import type { Refusal, Step, Text, Value } from '../protocol/steps'
import { answerOf, type Fault, faultOf, initial, type Typed } from './step-rules'

/** The shop takes 8 KiB of JSON; it counts a little otherwise than we do. */
const MOST_BYTES = 8_000

/**
 * A step of the owner's that stands over the page. What is typed stays until the shop has taken the
 * answer, and is gone with it: the answers of one step are no business of the next.
 */
export type Asked = {
  step: Step
  /** The shop is at work on the answer. */
  wait?: Step
  typed: Map<string, Typed>
  sending: boolean
  /** The customer has tried to go on: from then on what is wrong is said. */
  tried: boolean
  /** What the shop said of the last answer, for as long as it is not changed. */
  refused: Map<string, Text>
  message?: Text
  /** Counts how often there was something wrong to look at. */
  looks: number
}

/** What stands on the screen after the shop has asked this. */
export function askedNow(before: Asked | undefined, step: Step): Asked | undefined {
  if (step.kind === 'none') return undefined
  if (before?.step.step !== step.step) return fresh(step)
  if (step.kind === 'wait' && before.step.kind !== 'wait') return { ...before, wait: step }
  const typed = new Map(step.fields.map((field) => [field.key, before.typed.get(field.key) ?? initial(field, step.values.get(field.key))]))
  const { wait, ...kept } = before
  return { ...kept, step, typed, sending: wait === undefined && before.sending }
}

export function refusedNow(before: Asked | undefined, refusal: Refusal): Asked | undefined {
  if (before?.step.step !== refusal.step) return before
  const { wait: _, message: __, ...kept } = before
  const elsewhere = [...refusal.errors].find(([key]) => !before.typed.has(key))?.[1] // not to be lost
  const text = refusal.message ?? elsewhere
  const message = text ? { message: text } : {}
  return { ...kept, ...message, refused: refusal.errors, sending: false, tried: true, looks: before.looks + 1 }
}

export function typedNow(before: Asked, key: string, value: Typed): Asked {
  const refused = new Map(before.refused)
  refused.delete(key)
  return { ...before, typed: new Map(before.typed).set(key, value), refused }
}

export function triedNow(before: Asked): Asked {
  return { ...before, tried: true, looks: before.looks + 1 }
}

export function sendingNow(before: Asked): Asked {
  const { message: _, ...kept } = before
  return { ...kept, sending: true, refused: new Map() }
}

/** What is wrong with a field, once there is reason to say so. */
export function wrongWith(asked: Asked, key: string): Fault | undefined {
  const says = asked.refused.get(key)
  if (says) return { says }
  const field = asked.step.fields.find((one) => one.key === key)
  return field && asked.tried ? faultOf(field, asked.typed.get(key)!) : undefined
}

/** The answers to all fields; undefined while one of them does not do. */
export function inputOf(asked: Asked): Record<string, Value> | undefined {
  const faulty = asked.step.fields.some((field) => faultOf(field, asked.typed.get(field.key)!))
  return faulty || tooMuch(asked) ? undefined : answers(asked)
}

/** More text than the shop takes in one answer. */
export function tooMuch(asked: Asked): boolean {
  return utf8(JSON.stringify(answers(asked))).length > MOST_BYTES
}

function answers({ step, typed }: Asked): Record<string, Value> {
  const all = step.fields.map((field): [string, Value | undefined] => [field.key, answerOf(field, typed.get(field.key)!)])
  return Object.fromEntries(all.filter((entry): entry is [string, Value] => entry[1] !== undefined))
}

function fresh(step: Step): Asked {
  const typed = new Map(step.fields.map((field) => [field.key, initial(field, step.values.get(field.key))]))
  return { step, typed, sending: false, tried: false, refused: new Map(), looks: 0 }
}
