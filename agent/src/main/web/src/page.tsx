// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact'
import { inputOf } from './model/asked'
import { limitBroken } from './model/limits'
import { canPay, type FileItem, type Model, type Options, placeOf, start, wireOptions } from './model/model'
import { mayNeedTime, printable } from './model/photos'
import { type PageEvent, reduce } from './model/reduce'
import type { Typed } from './model/step-rules'
import type { Wallet } from './model/wallet'
import type { Answer } from './protocol/answers'
import type { Client, ClientEvent } from './protocol/client'
import { type Lang, REQUEST_CODES } from './protocol/requests'
import { App } from './ui/App'
import { wordsFor } from './words/words'

const SETTLE_MS = 350
const WORTHLESS = ['CREDIT_UNKNOWN', 'CREDIT_EXPIRED', 'CREDIT_VOID', 'CREDIT_USED']

/** Holds what the screens show, and turns what the customer does into requests. */
export class Page {
  private model: Model
  private client: Client | undefined
  private drawn: string | undefined
  private planned = false
  private settling: ReturnType<typeof setTimeout> | undefined
  private nextLocal = -1

  constructor(
    private readonly root: HTMLElement,
    lang: Lang,
    private readonly rememberLang: (lang: Lang) => void,
    private readonly wallet: Wallet,
  ) {
    this.model = { ...start(lang), credits: wallet.all() }
    root.textContent = '' // what the file shows where scripts do not run
    this.plan()
  }

  use(client: Client): void {
    this.client = client
  }

  stop(stop: 'no-key' | 'old-browser'): void {
    this.change({ type: 'stop', stop })
  }

  /** What the client tells; also decides what has to be asked for next. */
  told(event: ClientEvent): void {
    if (event.type === 'preview') {
      const url = event.jpeg ? URL.createObjectURL(new Blob([event.jpeg], { type: 'image/jpeg' })) : null
      return this.change({ type: 'preview-shown', side: event.side, url })
    }
    this.change(event)
    if (event.type !== 'answer') return
    this.settleCredits(event.answer)
    if (event.answer.type === 'SESSION' && this.model.step === 'sheets' && this.model.unsent) this.ask()
    if (event.answer.type === 'QUOTE') this.wantPreviews()
  }

  readonly actions = {
    choose: (files: File[], again?: FileItem): void => void this.choose(files, again),
    remove: (fid: number): void => {
      if (fid > 0) this.client?.remove(fid)
      this.change({ type: 'removed', fid })
    },
    password: (fid: number, password: string): void => {
      if (this.client?.send({ type: 'FILE_PASSWORD', fid, password })) {
        this.change({ type: 'file-status', fid, status: 'checking' })
      }
    },
    showSheets: (): void => {
      this.change({ type: 'step', step: 'sheets' })
      this.ask()
    },
    showFiles: (): void => this.change({ type: 'step', step: 'files' }),
    /** Changes the present options: taps may come faster than the screen is drawn. */
    options: (change: (now: Options) => Options): void => {
      this.change({ type: 'options', options: change(this.model.options) })
      clearTimeout(this.settling)
      this.settling = setTimeout(() => this.ask(), SETTLE_MS)
    },
    side: (side: number): void => {
      this.change({ type: 'side', side })
      this.wantPreviews()
    },
    pay: (method: 'cash' | 'upi' | 'credit'): void => {
      if (!canPay(this.model) || !this.model.quote) return
      this.client?.send({ type: 'PAY', quote: this.model.quote.id, method })
      this.change({ type: 'paying' })
    },
    useCredit: (code: string): void => void this.client?.send({ type: 'CREDIT_USE', code }),
    dropCredit: (): void => {
      if (this.client?.send({ type: 'CREDIT_DROP' })) this.change({ type: 'credit-dropped' })
    },
    keepCredit: (): void => {
      const { promise } = this.model
      if (!promise) return
      const { code, brief, amount, until } = promise
      this.wallet.keep({ code, brief, amount, until })
      this.change({ type: 'credits', credits: this.wallet.all() })
    },
    payBack: (): void => void this.client?.send({ type: 'PAY_BACK' }),
    type: (key: string, value: Typed): void => this.change({ type: 'typed', key, value }),
    /** Sends what is answered to the owner's step: yes or no, or the fields. */
    answerStep: (accepted?: boolean): void => {
      const { asked } = this.model
      if (!asked || asked.sending) return
      const input = accepted === undefined ? inputOf(asked) : { accepted }
      this.change({ type: input ? 'step-sent' : 'step-wrong' })
      if (input) this.client?.answerStep(asked.step.step, input)
    },
    destroy: (): void => {
      this.change({ type: 'deleting' })
      this.client?.destroy()
    },
    language: (lang: Lang): void => {
      this.change({ type: 'language', lang })
      this.rememberLang(lang)
      this.client?.speak(lang)
    },
    retry: (): void => this.client?.hurry(),
    readNotice: (): void => this.change({ type: 'notice-read' }),
  }

  private async choose(files: File[], again?: FileItem): Promise<void> {
    if (again) this.forget(again, files[0])
    const wanted = again && files[0] && (await this.continueWith(again, files[0])) ? files.slice(1) : files
    for (const file of wanted) {
      if (mayNeedTime(file)) this.change({ type: 'preparing', photos: this.model.preparing + 1 })
      const source = await printable(file)
      if (mayNeedTime(file)) this.change({ type: 'preparing', photos: this.model.preparing - 1 })
      this.add(file, source)
    }
  }

  private add(file: File, source: Blob): void {
    const { session } = this.model
    if (!session || !this.client) return
    const named = { name: file.name, size: source.size }
    const code = limitBroken(source.size, this.model.files, session.limits)
    if (code) return this.change({ type: 'not-chosen', fid: this.nextLocal--, ...named, code })
    const fid = this.client.upload(file.name, source, file.lastModified)
    this.change({ type: 'chosen', fid, ...named })
  }

  /** A file that cannot go on makes way for the one chosen in its place. */
  private forget(item: FileItem, instead: File | undefined): void {
    if (instead && item.code !== 'FILE_INTERRUPTED') this.actions.remove(item.fid)
  }

  private async continueWith(item: FileItem, file: File): Promise<boolean> {
    if (item.code !== 'FILE_INTERRUPTED') return false
    const source = await printable(file)
    if (this.client?.uploadAgain(item.fid, file.name, source, file.lastModified, item.next)) {
      this.change({ type: 'file-status', fid: item.fid, status: 'receiving' })
      return true
    }
    this.actions.remove(item.fid)
    return false
  }

  /** Credits that are used, worth nothing or not needed any more leave this phone. */
  private settleCredits(answer: Answer): void {
    const { credit, credits, promise, ending } = this.model
    if (answer.type === 'PROBLEM' && answer.request === REQUEST_CODES.CREDIT_USE && WORTHLESS.includes(answer.code)) {
      if (credits[0]) this.wallet.forget(credits[0].code)
    } else if (answer.type === 'PAY_STATE' && answer.state === 'paid' && credit?.helps) {
      const kept = credits.find((known) => known.code === credit.code)
      const left = credit.worth - credit.helps.used
      if (left === 0) this.wallet.forget(credit.code)
      else if (kept) this.wallet.keep({ ...kept, amount: left })
    } else if (ending?.reason === 'printed' && promise) {
      this.wallet.forget(promise.code)
    } else {
      return
    }
    this.change({ type: 'credits', credits: this.wallet.all() })
  }

  private ask(): void {
    clearTimeout(this.settling)
    const options = wireOptions(this.model)
    if (!options || options.files.length === 0 || this.model.step !== 'sheets') return
    if (!this.client?.send({ type: 'OPTIONS', ...options })) return
    this.client.forgetPreviews()
    this.change({ type: 'asked' })
  }

  /** The sheet on screen first, then its neighbours. */
  private wantPreviews(): void {
    const { quote, side, previews, asking, unsent } = this.model
    if (!quote || asking > 0 || unsent) return
    for (const near of [side - 1, side + 1, side]) {
      const drawable = quote.oneCopy[near] !== undefined && quote.oneCopy[near].pages.length > 0
      if (drawable && previews[near] === undefined) this.client?.wantPreview(near)
    }
  }

  private change(event: PageEvent): void {
    const before = this.model.previews
    this.model = reduce(this.model, event)
    for (const url of Object.values(before)) {
      if (url && !Object.values(this.model.previews).includes(url)) URL.revokeObjectURL(url)
    }
    this.plan()
  }

  /** Draws at most once a frame, however many chunks were sent meanwhile. */
  private plan(): void {
    if (this.planned) return
    this.planned = true
    requestAnimationFrame(() => {
      this.planned = false
      this.draw()
    })
  }

  private draw(): void {
    document.documentElement.lang = this.model.lang
    render(<App model={this.model} words={wordsFor(this.model.lang)} act={this.actions} />, this.root)
    const place = placeOf(this.model)
    if (this.drawn !== undefined && this.drawn !== place) this.arrive()
    this.drawn = place
  }

  /** A new screen begins at its top, and is read out from its heading. */
  private arrive(): void {
    scrollTo(0, 0)
    this.root.querySelector<HTMLElement>('h1')?.focus()
  }
}

export type Actions = Page['actions']
