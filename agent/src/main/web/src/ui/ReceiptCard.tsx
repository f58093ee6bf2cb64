// SPDX-License-Identifier: Apache-2.0
import { useEffect, useState } from 'preact/hooks'
import type { Receipt } from '../protocol/receipt'
import type { Words } from '../words/words'
import { Icon } from './icons'
import type { View } from './view'

export function ReceiptCard({ model, words }: View) {
  const { receipt } = model
  if (!receipt) return <p class="quiet" role="status">{model.stop ? words.receiptLater : words.receiptWait}</p>
  const { opened, text } = receipt
  return (
    <section id="receipt" class="card receipt" data-verified={opened !== undefined}>
      <h2>{words.receipt}</h2>
      <p class={opened ? 'verified' : 'what'}>
        <Icon name={opened ? 'check' : 'alert'} />
        {opened ? words.receiptVerified : words.receiptBad}
      </p>
      {opened && <Facts receipt={opened} words={words} lang={model.lang} />}
      <SaveLink text={text} words={words} />
    </section>
  )
}

function Facts({ receipt, words, lang }: { receipt: Receipt; words: Words; lang: string }) {
  const { files, destroyed, keysDestroyed: keys } = receipt.fields
  const time = typeof destroyed === 'number' ? new Date(destroyed * 1000) : undefined
  return (
    <dl>
      {typeof files === 'number' && <Fact name={words.receiptFiles} value={String(files)} />}
      {typeof keys === 'number' && <Fact name={words.receiptKeys} value={String(keys)} />}
      {time && <Fact name={words.receiptTime} value={time.toLocaleString(lang === 'hi' ? 'hi-IN' : 'en-IN')} />}
    </dl>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function SaveLink({ text, words }: { text: string; words: Words }) {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [text])
  if (!url) return null
  return (
    <a id="receipt-save" class="button wide" href={url} download="secureprint-receipt.txt">
      <Icon name="save" />
      {words.saveReceipt}
    </a>
  )
}
