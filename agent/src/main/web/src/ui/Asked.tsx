// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Asked as AskedStep, tooMuch } from '../model/asked'
import { busyFiles } from '../model/model'
import type { Step } from '../protocol/steps'
import { clock, useLeft, useSlow } from './clock'
import { BottomBar, Title } from './Frame'
import { Icon } from './icons'
import { Said } from './Said'
import { StepField } from './StepField'
import type { View } from './view'

/** A step of the owner's: the one thing to do. */
export function Asked(view: View) {
  const asked = view.model.asked!
  const now = asked.wait ?? asked.step
  if (now.kind === 'wait') return <StepWait key={now.step} {...view} step={now} />
  return <StepAsk key={now.step} {...view} asked={asked} />
}

type Asking = View & { asked: AskedStep }

function StepAsk(view: Asking) {
  const { model, words, act, asked } = view
  const { step } = asked
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    if (asked.looks > 0) firstWrong(main.current!)?.focus()
  }, [asked.looks])
  const submit = (event: Event) => {
    event.preventDefault()
    act.answerStep()
  }
  return (
    <>
      <main id="step" class="step" data-kind={step.kind} data-step={step.step} ref={main}>
        {step.of > 1 && <p class="kicker">{words.stepOf(step.at, step.of)}</p>}
        <Title>
          <Said text={step.title} lang={model.lang} />
        </Title>
        {step.message && (
          <p class="says">
            <Said text={step.message} lang={model.lang} />
          </p>
        )}
        <Wrong {...view} />
        {step.kind === 'form' && (
          <form id="step-form" noValidate onSubmit={submit}>
            {step.fields.map((field) => (
              <StepField key={field.key} {...view} field={field} />
            ))}
          </form>
        )}
      </main>
      <BottomBar view={view}>
        <Uploads {...view} />
        <Buttons {...view} />
      </BottomBar>
    </>
  )
}

/** What is wrong with the answer as a whole. */
function Wrong({ model, words, asked }: Asking) {
  const full = asked.tried && tooMuch(asked)
  if (!full && !asked.message) return null
  return (
    <div id="step-refused" class="band warn" role="alert" tabIndex={-1}>
      <Icon name="alert" />
      <p>{full ? words.stepTooMuch : <Said text={asked.message} lang={model.lang} />}</p>
    </div>
  )
}

function Buttons({ model, words, act, asked }: Asking) {
  const { step, sending } = asked
  const [accepted, setAccepted] = useState(true)
  const slow = useSlow(sending && model.link === 'open')
  const go = step.kind === 'confirmation' ? words.yes : words.stepGo
  const decide = (yes: boolean) => {
    setAccepted(yes)
    act.answerStep(yes)
  }
  const label = (text: Step['button'], usual: string, pressed: boolean) =>
    sending && pressed ? <Sending text={words.stepSending} /> : text ? <Said text={text} lang={model.lang} /> : usual
  return (
    <>
      {slow && (
        <p class="quiet" role="status">
          {words.stepSlow}
        </p>
      )}
      {step.kind === 'confirmation' ? (
        <div class="ways">
          <button id="step-no" disabled={sending} onClick={() => decide(false)}>
            {label(step.decline, words.no, !accepted)}
          </button>
          <button id="step-go" class="primary" disabled={sending} onClick={() => decide(true)}>
            {label(step.button, go, accepted)}
          </button>
        </div>
      ) : (
        <button
          id="step-go"
          class="primary wide"
          {...(step.kind === 'form' ? { type: 'submit', form: 'step-form' } : { onClick: () => act.answerStep() })}
          disabled={sending}
        >
          {label(step.button, go, true)}
        </button>
      )}
    </>
  )
}

function Sending({ text }: { text: string }) {
  return (
    <>
      <span class="spinner small" />
      {text}
    </>
  )
}

/** Files go on behind the step. */
function Uploads({ model, words }: View) {
  const busy = busyFiles(model).length
  return busy === 0 ? null : (
    <p class="quiet" role="status">
      {words.waitForFiles(busy)}
    </p>
  )
}

/** The shop's PC or a person is at work. */
function StepWait(view: View & { step: Step }) {
  const { model, words, step } = view
  const slow = useSlow()
  const left = useLeft(step, step.untilMs ?? 0)
  return (
    <>
      <main id="step" class="middle step" data-kind="wait" data-step={step.step}>
        <div class="spinner" />
        {step.of > 1 && <p class="kicker">{words.stepOf(step.at, step.of)}</p>}
        <Title>
          <Said text={step.title} lang={model.lang} />
        </Title>
        <div class="patience" role="status">
          {step.message && (
            <p class="says">
              <Said text={step.message} lang={model.lang} />
            </p>
          )}
          {slow && <p id="step-why" class="quiet">{words.stepWaitWhy}</p>}
        </div>
        {step.untilMs !== undefined && <p class="quiet">{left > 0 ? words.stepPromise(clock(left)) : words.stepLate}</p>}
      </main>
      <BottomBar view={view}>
        <Uploads {...view} />
      </BottomBar>
    </>
  )
}

/** Where to look first: at the first field that does not do, or at what was said of all of it. */
function firstWrong(main: HTMLElement): HTMLElement | null {
  return main.querySelector('.wrong :is(input, select, textarea)') ?? main.querySelector('#step-refused')
}
