// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks'
import { canPay, due, wireOptions } from '../model/model'
import { rupees } from '../model/money'
import { CreditLine } from './CreditCard'
import { BottomBar, Title } from './Frame'
import { Icon } from './icons'
import { OptionsForm } from './OptionsForm'
import { Preview } from './Preview'
import { PriceParts } from './PriceParts'
import type { View } from './view'

export function Sheets(view: View) {
  const { model, words, act } = view
  return (
    <>
      <main class="sheets">
        <div class="title-row">
          <button id="back-to-files" class="plain back" onClick={act.showFiles}>
            <Icon name="left" />
            {words.backToFiles}
          </button>
          <Title>{words.sheetsTitle}</Title>
        </div>
        {model.pay?.state === 'expired' && <p class="band warn" role="alert">{words.payExpired}</p>}
        <Preview {...view} />
        <OptionsForm {...view} />
      </main>
      <BottomBar view={view}>
        <PayBar {...view} />
      </BottomBar>
    </>
  )
}

function PayBar(view: View) {
  const { model, words, act } = view
  const [open, setOpen] = useState(false)
  const [asking, setAsking] = useState(false)
  const { quote } = model
  const upi = model.session?.pay.includes('upi')
  const cash = model.session?.pay.includes('cash')
  const left = due(model)
  const nothingLeft = model.credit?.helps !== undefined && left.upi === 0
  const choose = upi && cash && !nothingLeft
  const stale = model.asking > 0 || model.unsent
  const pricing = stale && wireOptions(model) !== undefined
  if (!quote) return <p class="pricing" role="status">{pricing && !model.notice ? words.pricing : '–'}</p>
  return (
    <>
      <CreditLine {...view} />
      {open && <PriceParts quote={quote} words={words} pay={model.session?.pay ?? []} />}
      <div class="pay-bar" aria-busy={stale}>
        <button id="price" class={`plain price ${stale ? 'stale' : ''}`} aria-expanded={open} aria-controls="price-parts" title={words.details} onClick={() => setOpen(!open)}>
          <span id="sheets-count" class="quiet">
            {words.sheets(quote.sheets)}
            <Icon name={open ? 'down' : 'up'} />
          </span>
          <span id="amount" class="amount">
            {rupees(upi ? left.upi : left.cash)}
          </span>
        </button>
        <button id="pay" class="primary" disabled={!canPay(model)} aria-expanded={asking} onClick={() => (choose ? setAsking(!asking) : act.pay(nothingLeft ? 'credit' : upi ? 'upi' : 'cash'))}>
          {pricing || model.paying ? <span class="spinner small" role="img" aria-label={words.pricing} /> : words.payWord}
        </button>
      </div>
      {asking && choose && (
        <div class="ways">
          <button id="pay-upi" class="primary" disabled={!canPay(model)} onClick={() => act.pay('upi')}>
            {words.byUpi(rupees(left.upi))}
          </button>
          <button id="pay-cash" disabled={!canPay(model)} onClick={() => act.pay('cash')}>
            {words.byCash(rupees(left.cash))}
          </button>
        </div>
      )}
    </>
  )
}
