// SPDX-License-Identifier: Apache-2.0
import type { Lang } from '../protocol/requests'
import type { Text } from '../protocol/steps'

/** The owner's words in the page's language, or else in English, and then marked as such. */
export function Said({ text, lang }: { text: Text | undefined; lang: Lang }) {
  if (lang === 'hi' && text?.hi) return <>{text.hi}</>
  return lang === 'en' ? <>{text?.en}</> : <span lang="en">{text?.en}</span>
}
