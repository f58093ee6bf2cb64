// SPDX-License-Identifier: Apache-2.0
import { BottomBar } from './Frame'
import { FilePicker } from './FilePicker'
import { Icon } from './icons'
import { easyName, type View } from './view'

export function Connected(view: View) {
  const { model, words, act } = view
  const { session } = model
  if (!session) return <main />
  return (
    <>
      <main class="middle">
        <p class="kicker">{session.shop}</p>
        <p>{words.connectedAs}</p>
        <div class="name">
          <span class="dot big" style={{ backgroundColor: session.colour }} />
          <h1 id="name" tabIndex={-1}>
            {easyName(model)}
          </h1>
        </div>
        <p class="quiet">{words.sameOnScreen}</p>
        <p id="sas" class="code">
          {model.sas}
        </p>
        <FilePicker id="choose" inputId="file-input" class="primary huge" chosen={(files) => act.choose(files)}>
          <Icon name="plus" />
          {words.chooseFiles}
        </FilePicker>
        <p class="quiet">{words.fileKinds(megabytes(session.limits.fileBytes))}</p>
        <p class="quiet">{words.erasedPromise}</p>
        {session.keepsCopy && <p id="keeps-copy">{words.willKeepCopy}</p>}
        {model.preparing > 0 && <p role="status">{words.preparing}</p>}
      </main>
      <BottomBar view={view} />
    </>
  )
}

function megabytes(bytes: number): string {
  return `${Math.max(1, Math.floor(bytes / 1024 / 1024))} MB`
}
