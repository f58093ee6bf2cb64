// SPDX-License-Identifier: Apache-2.0

type Props<T> = {
  label: string
  value: T
  choices: { id: string; value: T; text: string; lang?: string }[]
  choose(value: T): void
}

/** Two or three choices side by side, one of them taken. */
export function Switch<T extends string>({ label, value, choices, choose }: Props<T>) {
  return (
    <div class="switch" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.id} id={choice.id} lang={choice.lang ?? ''} aria-pressed={choice.value === value} onClick={() => choose(choice.value)}>
          {choice.text}
        </button>
      ))}
    </div>
  )
}
