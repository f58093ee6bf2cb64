// SPDX-License-Identifier: Apache-2.0
import type { Model } from '../model/model'
import type { Actions } from '../page'
import type { Words } from '../words/words'

/** What every screen gets: the state, the words in the customer's language, and what can be done. */
export type View = { model: Model; words: Words; act: Actions }

/** The session's easy name in the language of the page. */
export function easyName(model: Model): string {
  const { session } = model
  if (!session) return ''
  return model.lang === 'hi' && session.nameHi ? session.nameHi : session.name
}
