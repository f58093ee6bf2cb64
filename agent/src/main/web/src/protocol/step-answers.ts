// SPDX-License-Identifier: Apache-2.0
import { b64u, type Bytes } from './bytes'
import type { StepInput } from './requests'
import type { Refusal, Step, Value } from './steps'

/**
 * The answer to a step that is on its way. One whose fate is not known, because the line was lost, goes
 * out again as the same command when the shop still asks the same step, and counts once.
 */
export class StepAnswers {
  private open: StepInput | undefined
  /** The line was lost since it went out, or it has never gone out. */
  private inDoubt = false

  constructor(
    private readonly random: (length: number) => Bytes,
    private readonly send: (answer: StepInput) => boolean,
  ) {}

  give(step: string, input: Record<string, Value>): void {
    this.open = { type: 'STEP_INPUT', step, command: b64u(this.random(16)), input }
    this.inDoubt = !this.send(this.open)
  }

  disconnected(): void {
    this.inDoubt = true
  }

  /** The shop says what it asks now: the same once more, or something else, since it has the answer. */
  asked({ step, kind }: Step): void {
    if (this.open?.step !== step) this.open = undefined
    else if (kind !== 'wait' && this.inDoubt) this.inDoubt = !this.send(this.open)
  }

  /** Whether this is about the answer on its way; an older one's refusal is no news. */
  refused(refusal: Refusal): boolean {
    if (this.open?.command !== refusal.command) return false
    this.open = undefined
    return true
  }

  dropped(): void {
    this.open = undefined
  }
}
