// SPDX-License-Identifier: Apache-2.0
import { rupees } from '../model/money'
import type { Progress } from '../protocol/answers'
import { reasonWords, type Words } from '../words/words'
import { CreditCard } from './CreditCard'
import { BottomBar, Title } from './Frame'
import { Icon } from './icons'
import type { View } from './view'

const NOT_STARTED: Progress = { type: 'PROGRESS', stage: 'queued', done: 0, of: 0, reasons: [] }

export function Printing(view: View) {
  const { model, words } = view
  const progress = model.progress ?? NOT_STARTED
  return (
    <>
      <main id="progress" class="middle" data-stage={progress.stage} aria-live="polite">
        <Ring {...progress} />
        <Title>{headline(progress, words)}</Title>
        <Trouble {...progress} words={words} />
        {progress.stage === 'printed' && <p>{words.erasing}</p>}
        {progress.stage === 'unknown' && <p>{words.unknownDo}</p>}
        {progress.stage === 'failed' && <p>{words.failedDo}</p>}
        {model.pay && (
          <p class="paid">
            <Icon name="check" />
            {words.paid(rupees(model.pay.amount))}
          </p>
        )}
        <CreditCard {...view} />
      </main>
      <BottomBar view={view} />
    </>
  )
}

function headline({ stage, done, of }: Progress, words: Words): string {
  switch (stage) {
    case 'queued':
      return words.queued
    case 'printing':
      return words.printing(Math.min(done + 1, Math.max(of, 1)), Math.max(of, 1))
    case 'attention':
      return words.attention
    case 'printed':
      return words.printed
    case 'unknown':
      return words.unknown
    case 'failed':
      return words.failed
  }
}

function Trouble({ stage, reasons, words }: Progress & { words: Words }) {
  if (stage !== 'attention') return null
  const known = reasons.map((reason) => reasonWords(words, reason)).filter((told) => told !== words.reasonOther)
  const told = known.length > 0 ? [...new Set(known)] : [words.reasonOther]
  return (
    <div id="reasons" class="band warn" role="alert">
      <Icon name="alert" />
      <div>
        {told.map((text) => (
          <b key={text}>{text}</b>
        ))}
        <p>{words.attentionSafe}</p>
        {reasons.length > 0 && <small>{words.codeIs(reasons.join(', '))}</small>}
      </div>
    </div>
  )
}

const AROUND = 2 * Math.PI * 54

/** Sides done as a ring, with the figures inside. */
function Ring({ stage, done, of }: Progress) {
  const part = of > 0 ? Math.min(1, done / of) : 0
  const shown = stage === 'printing' || stage === 'attention' || stage === 'printed'
  return (
    <div class={`ring ${stage}`}>
      <svg viewBox="0 0 120 120" role="img" aria-label={`${done} / ${of}`}>
        <circle class="track" cx="60" cy="60" r="54" />
        <circle class="done" cx="60" cy="60" r="54" stroke-dasharray={`${AROUND * part} ${AROUND}`} />
      </svg>
      {shown && of > 0 ? (
        <span class="figures">
          {done} <small>/ {of}</small>
        </span>
      ) : (
        <Icon name={stage === 'failed' || stage === 'unknown' ? 'alert' : 'printer'} />
      )}
    </div>
  )
}
