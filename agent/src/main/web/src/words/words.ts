// SPDX-License-Identifier: Apache-2.0
import type { Lang } from '../protocol/requests'
import { en, type Words } from './en'
import { hi } from './hi'

export type { Words }

const TABLE: Record<Lang, Words> = { en, hi }

export function wordsFor(lang: Lang): Words {
  return TABLE[lang]
}

/** What happened and what to do; a code that this page does not know gets a general sentence. */
export function errorWords(words: Words, code: string | undefined): string[] {
  return entry(words.errors, code) ?? words.errorOther
}

/** A printer's reason in words; the suffix that tells how bad it is makes no difference here. */
export function reasonWords(words: Words, reason: string): string {
  return entry(words.reasons, reason.replace(/-(report|warning|error)$/, '')) ?? words.reasonOther
}

/** Own entries only: what the agent names must not reach an object's prototype. */
function entry<T>(table: Record<string, T>, name: string | undefined): T | undefined {
  return name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined
}

/** Which language to start in: the remembered one, else the phone's. */
export function firstLang(remembered: string | null | undefined, phone: string): Lang {
  if (remembered === 'en' || remembered === 'hi') return remembered
  return phone.toLowerCase().startsWith('hi') ? 'hi' : 'en'
}
