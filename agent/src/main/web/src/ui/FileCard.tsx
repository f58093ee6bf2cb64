// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks'
import type { FileItem } from '../model/model'
import { errorWords } from '../words/words'
import { FilePicker } from './FilePicker'
import { Icon } from './icons'
import type { View } from './view'

type Props = View & { file: FileItem }

export function FileCard(props: Props) {
  const { file, words, act } = props
  const wrong = file.status === 'refused' || file.status === 'refused-here' || file.status === 'lost'
  return (
    <li class={`card file ${wrong ? 'wrong' : ''}`} data-fid={file.fid} data-status={file.status}>
      <span class={`mark ${file.status === 'ready' ? 'good' : ''}`}>
        <Icon name={file.status === 'ready' ? 'check' : wrong ? 'alert' : 'file'} />
      </span>
      <div class="about">
        <p class="file-name">{file.name}</p>
        {wrong ? <FileError {...props} /> : <FileProgress {...props} />}
        {file.status === 'password' && <PasswordForm {...props} />}
      </div>
      <button class="plain remove" aria-label={words.remove(file.name)} onClick={() => act.remove(file.fid)}>
        <Icon name="cross" />
      </button>
    </li>
  )
}

function FileProgress({ file, words }: Props) {
  const percent = file.chunks > 0 ? Math.floor((file.sentChunks / file.chunks) * 100) : 0
  const text = {
    receiving: percent === 0 ? words.waitingToSend : percent < 100 ? words.sending(percent) : words.checking,
    retry: words.sending(percent),
    checking: words.checking,
    ready: words.ready(file.pages ?? 0, file.colourPages ?? 0),
    password: words.passwordFor,
  }[file.status as 'receiving']
  const moving = file.status === 'receiving' || file.status === 'retry'
  return (
    <>
      <p class="quiet" role="status">
        {text}
      </p>
      {moving && <progress max={file.chunks} value={file.sentChunks} aria-label={file.name} />}
    </>
  )
}

function FileError({ file, words, act }: Props) {
  const [what, todo] = errorWords(words, file.code)
  return (
    <>
      <p class="what">{what}</p>
      <p class="quiet">
        {todo} {words.safeFiles}
      </p>
      <p class="fine">{words.codeIs(file.code ?? '–')}</p>
      <FilePicker id={`again-${file.fid}`} inputId={`again-input-${file.fid}`} class="small" one chosen={(files) => act.choose(files, file)}>
        {file.status === 'lost' ? words.chooseAgain : words.tryAgain}
      </FilePicker>
    </>
  )
}

function PasswordForm({ file, words, act }: Props) {
  const [password, setPassword] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    if (password === '') return
    act.password(file.fid, password)
    setPassword('')
  }
  return (
    <form class="password" onSubmit={submit}>
      {file.code === 'PDF_PASSWORD_WRONG' && <p class="what">{errorWords(words, file.code).join(' ')}</p>}
      <label>
        <span class="quiet">{words.password}</span>
        <input
          id={`password-${file.fid}`}
          type="password"
          autocomplete="off"
          maxLength={128}
          value={password}
          onInput={(event) => setPassword(event.currentTarget.value)}
        />
      </label>
      <button id={`unlock-${file.fid}`} class="small">
        {words.openFile}
      </button>
      <p class="fine">{words.passwordSafe}</p>
    </form>
  )
}
