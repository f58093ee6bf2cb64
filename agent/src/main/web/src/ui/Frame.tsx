// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Screen } from '../model/model'
import type { Lang } from '../protocol/requests'
import { errorWords } from '../words/words'
import { Icon } from './icons'
import { Switch } from './Switch'
import { easyName, type View } from './view'

const WITH_LANGUAGES: Screen[] = ['claim', 'connected', 'waiting', 'asked', 'stop']

/** How the connection is protected, in words, and whose session this is. */
export function TopBar({ model, words, act, screen }: View & { screen: Screen }) {
  const { session } = model
  const named = session && screen !== 'connected' && screen !== 'stop'
  return (
    <header class="top">
      {session || screen === 'waiting' ? (
        <p id="lock" class="lock">
          <Icon name="lock" />
          <span>{!session || session.level === 'L0' ? words.lockL0 : words.lockVerified}</span>
        </p>
      ) : (
        <b>SecurePrint</b>
      )}
      {WITH_LANGUAGES.includes(screen) && <Languages {...{ model, words, act }} />}
      {named && (
        <p class="whose">
          <span class="dot" style={{ backgroundColor: session.colour }} />
          <span>{easyName(model)}</span>
        </p>
      )}
    </header>
  )
}

function Languages({ model, words, act }: View) {
  const languages: { id: string; value: Lang; text: string; lang: string }[] = [
    { id: 'lang-en', value: 'en', text: 'English', lang: 'en' },
    { id: 'lang-hi', value: 'hi', text: 'हिन्दी', lang: 'hi' },
  ]
  return <Switch label={words.language} value={model.lang} choices={languages} choose={act.language} />
}

export function LostBand({ model, words, act }: View) {
  if (model.link !== 'lost') return null
  return (
    <div id="lost" class="band warn" role="status">
      <Icon name="alert" />
      <div>
        <b>{words.lost}</b>
        <p>{words.lostSafe}</p>
      </div>
      <button id="retry" onClick={act.retry}>
        {words.retryNow}
      </button>
    </div>
  )
}

/** The last request was refused: what happened, what is safe, what to do, and the code. */
export function NoticeBand({ model, words, act }: View) {
  if (!model.notice) return null
  const [what, todo] = errorWords(words, model.notice.code)
  return (
    <div id="notice" class="band warn" role="alert">
      <Icon name="alert" />
      <div>
        <b>{what}</b>
        <p>
          {words.safeSession} {todo}
        </p>
        <small>{words.codeIs(model.notice.code)}</small>
      </div>
      <button class="plain" aria-label={words.close} onClick={act.readNotice}>
        <Icon name="cross" />
      </button>
    </div>
  )
}

/** The foot of every screen of a live session: its one thing to do, and the way out. */
export function BottomBar({ view, children }: { view: View; children?: ComponentChildren }) {
  return (
    <footer class="bottom">
      {children}
      <DeleteNow {...view} />
    </footer>
  )
}

function DeleteNow({ model, words, act }: View) {
  const [asking, setAsking] = useState(false)
  if (model.deleting) return <p class="deleting" role="status">{model.link === 'open' ? words.deleting : words.deletingLater}</p>
  if (!asking) {
    return (
      <button id="delete" class="link danger" onClick={() => setAsking(true)}>
        <Icon name="trash" />
        {words.deleteNow}
      </button>
    )
  }
  return (
    <div class="sure" role="alertdialog" aria-label={words.deleteSure}>
      <b>{words.deleteSure}</b>
      {model.pay?.state === 'paid' && <p class="quiet">{words.deletePaid}</p>}
      <button id="delete-confirm" class="danger" onClick={act.destroy}>
        {words.deleteYes}
      </button>
      <button id="delete-keep" onClick={() => setAsking(false)}>
        {words.deleteNo}
      </button>
    </div>
  )
}

/** A heading that the page can move the reader's focus to. */
export function Title({ children }: { children: ComponentChildren }) {
  return <h1 tabIndex={-1}>{children}</h1>
}
