// SPDX-License-Identifier: Apache-2.0
// A program that runs the workflow "Money Transfer" of a shop over GraphQL. Needs Node 20 or newer and
// no package:
//
//     tsc --target es2022 --module nodenext money-transfer.ts
//     SPS_URL=http://127.0.0.1:8631 SPS_KEY=… node money-transfer.js

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
type Fields = { [name: string]: Json }
type Timing = 'BEFORE_STEP' | 'AFTER_STEP' | 'BOTH'

interface StepResult {
  success: boolean
  result: Json
  shouldProceed: boolean
  error: string | null
  fieldErrors: { field: string; message: string }[]
  nextStepId: string | null
}

interface Completion {
  success: boolean
  result: Json
}

/** What the shop refused, by its code. */
class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`)
  }
}

/** Executions of one key. Each command carries an id, so that it may be sent again after a lost answer. */
class Workflows {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  async start(workflow: string, page: string, context: Fields): Promise<string> {
    const started = await this.ask<{ id: string }>(
      `mutation ($workflow: ID!, $page: ID!, $context: JSON, $command: ID) {
        r: startWorkflowExecution(workflowId: $workflow, pageId: $page, initialContext: $context, commandId: $command) { id }
      }`,
      { workflow, page, context, command: crypto.randomUUID() },
    )
    return started.id
  }

  step(execution: string, step: string, timing: Timing, input: Fields = {}): Promise<StepResult> {
    return this.ask<StepResult>(
      `mutation ($execution: ID!, $step: ID!, $input: JSON, $timing: TriggerTiming!, $command: ID) {
        r: executeWorkflowStep(executionId: $execution, stepId: $step, input: $input, timing: $timing, commandId: $command) {
          success result shouldProceed error fieldErrors { field message } nextStepId
        }
      }`,
      { execution, step, input, timing, command: crypto.randomUUID() },
    )
  }

  complete(execution: string): Promise<Completion> {
    return this.ask<Completion>(
      'mutation ($execution: ID!) { r: completeWorkflowExecution(executionId: $execution) { success result } }',
      { execution },
    )
  }

  private async ask<T>(query: string, variables: Fields): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(60_000),
    })
    const answer = (await response.json()) as {
      data?: { r: T }
      errors?: { message: string; extensions?: { code?: string } }[]
    }
    const wrong = answer.errors?.[0]
    if (wrong) throw new Refused(wrong.extensions?.code ?? 'UNKNOWN', wrong.message)
    if (!answer.data) throw new Refused('HTTP', String(response.status))
    return answer.data.r
  }
}

function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}

const shop = new Workflows(setting('SPS_URL'), setting('SPS_KEY'))
const id = await shop.start('money-transfer', 'kiosk', {
  userId: 'user123',
  userAccount: '1234567890',
})

await shop.step(id, 'enter-transfer-details', 'AFTER_STEP', {
  amount: 5000,
  recipientAccount: '9876543210',
  recipientName: 'John Doe',
})
const checked = await shop.step(id, 'validate-account', 'BEFORE_STEP')
if (!checked.shouldProceed) {
  checked.fieldErrors.forEach(({ field, message }) => console.error(`${field}: ${message}`))
  process.exit(1)
}
await shop.step(id, 'confirm-transfer', 'AFTER_STEP', { accepted: true })
await shop.step(id, 'process-transfer', 'AFTER_STEP')
const { result } = await shop.complete(id)
console.log(JSON.stringify(result))
