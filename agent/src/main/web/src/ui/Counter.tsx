// SPDX-License-Identifier: Apache-2.0
import { rupees } from '../model/money'
import { BottomBar, Title } from './Frame'
import { easyName, type View } from './view'

export function Counter(view: View) {
  const { model, words, act } = view
  return (
    <>
      <main id="pay-counter" class="middle">
        <Title>{words.payAtCounter}</Title>
        <p id="amount" class="amount giant">
          {rupees(model.pay?.amount ?? 0)}
        </p>
        <Say {...view} />
        <p class="status" role="status">
          <span class="spinner small" />
          {words.waitingForShop}
        </p>
        <p class="quiet">{words.payThen}</p>
      </main>
      <BottomBar view={view}>
        <button id="pay-back" class="wide" onClick={act.payBack}>
          {words.backToOptions}
        </button>
      </BottomBar>
    </>
  )
}

/** What the customer is to tell the shop. */
function Say({ model, words }: View) {
  return (
    <div class="card say">
      <p class="quiet">{words.say}</p>
      <div class="name">
        <span class="dot big" style={{ backgroundColor: model.session?.colour }} />
        <p id="name" class="big-name">
          {easyName(model)}
        </p>
      </div>
    </div>
  )
}
