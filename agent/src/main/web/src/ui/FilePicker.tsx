// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

const KINDS = 'application/pdf,image/*,.pdf'

type Props = {
  id: string
  inputId: string
  class: string
  one?: boolean
  chosen(files: File[]): void
  children: ComponentChildren
}

/** A button that opens the phone's own file chooser. */
export function FilePicker({ id, inputId, one, chosen, children, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const read = () => {
    const files = [...(input.current?.files ?? [])]
    if (input.current) input.current.value = '' // the same file may be chosen again
    if (files.length > 0) chosen(files)
  }
  return (
    <>
      <input ref={input} id={inputId} class="unseen" type="file" tabIndex={-1} aria-hidden="true" accept={KINDS} multiple={!one} onChange={read} />
      <button id={id} class={rest.class} onClick={() => input.current?.click()}>
        {children}
      </button>
    </>
  )
}
