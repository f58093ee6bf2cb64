// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState } from 'preact/hooks'
import { rupees } from '../model/money'
import type { Upi } from '../protocol/answers'
import { clock, useLeft } from './clock'
import { BottomBar, Title } from './Frame'
import { Icon } from './icons'
import { picture, Qr } from './Qr'
import { easyName, type View } from './view'

export function UpiPay(view: View) {
  const { model, words, act } = view
  const upi = model.pay?.upi
  const left = useLeft(upi, upi?.leftMs ?? 0)
  const over = upi !== undefined && left === 0
  return (
    <>
      <main id="pay-upi-screen" class="middle">
        <Title>{words.payByUpi}</Title>
        <p id="amount" class="amount giant">
          {rupees(model.pay?.amount ?? 0)}
        </p>
        {!upi && <span class="spinner" role="img" aria-label={words.upiMaking} />}
        {upi && left > 0 && <Way {...view} upi={upi} left={left} />}
        {over && (
          <p id="upi-over" class="lead">
            {words.upiOver}
          </p>
        )}
        <p class="status" role="status">
          <span class="spinner small" />
          {over ? words.upiAsking : upi ? words.upiWaiting : words.upiMaking}
        </p>
      </main>
      <BottomBar view={view}>
        <button id="pay-back" class="wide" onClick={act.payBack}>
          {words.backToOptions}
        </button>
      </BottomBar>
    </>
  )
}

/** An app opens from here only with a link that a gateway issued; else the code is scanned or kept. */
function Way({ model, words, upi, left }: View & { upi: Upi; left: number }) {
  return (
    <>
      {upi.issued ? (
        <a id="upi-app" class="button primary wide" href={upi.link}>
          {words.upiOpen}
        </a>
      ) : (
        <p class="lead">{words.upiScan(easyName(model))}</p>
      )}
      <Qr upi={upi} label={words.upiQr} />
      <p class="quiet">{words.upiLeft(clock(left))}</p>
      <div class="ways">
        <SaveQr upi={upi} text={words.upiSave} />
        {upi.address && <Copy text={upi.address} label={words.upiCopy} done={words.upiCopied} />}
      </div>
    </>
  )
}

function SaveQr({ upi, text }: { upi: Upi; text: string }) {
  const url = useMemo(() => picture(upi), [upi.link])
  return (
    <a id="upi-save" class="button" href={url} download="upi-qr.png">
      <Icon name="save" />
      {text}
    </a>
  )
}

/** Pages of the shop's own PC have no clipboard: the text is put where a finger can take it. */
function Copy({ text, label, done }: { text: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false)
  const copy = (event: Event) => {
    const field = (event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement
    field.select()
    setCopied(document.execCommand('copy'))
  }
  return (
    <div class="copy">
      <button id="upi-copy" onClick={copy}>
        {copied ? done : label}
      </button>
      <input readOnly value={text} aria-label={label} />
    </div>
  )
}
