// SPDX-License-Identifier: Apache-2.0
import { type Screen, screenOf } from '../model/model'
import { Asked } from './Asked'
import { Connected } from './Connected'
import { Connecting } from './Connecting'
import { Counter } from './Counter'
import { Done } from './Done'
import { Files } from './Files'
import { LostBand, NoticeBand, TopBar } from './Frame'
import { Printing } from './Printing'
import { Sheets } from './Sheets'
import { Stopped } from './Stopped'
import type { View } from './view'
import { UpiPay } from './UpiPay'
import { Waiting } from './Waiting'

const SCREENS: Record<Screen, (view: View) => preact.JSX.Element> = {
  stop: Stopped,
  claim: Connecting,
  waiting: Waiting,
  asked: Asked,
  connected: Connected,
  files: Files,
  sheets: Sheets,
  counter: Counter,
  upi: UpiPay,
  progress: Printing,
  done: Done,
}

export function App(view: View) {
  const screen = screenOf(view.model)
  const Current = SCREENS[screen]
  const live = screen !== 'stop' && screen !== 'done'
  return (
    <div class="page" data-screen={screen}>
      <TopBar {...view} screen={screen} />
      {live && <LostBand {...view} />}
      {live && <NoticeBand {...view} />}
      <Current key={screen} {...view} />
    </div>
  )
}
