// SPDX-License-Identifier: Apache-2.0
import { busyFiles, readyFiles, stuckFiles } from '../model/model'
import { BottomBar, Title } from './Frame'
import { FileCard } from './FileCard'
import { FilePicker } from './FilePicker'
import { Icon } from './icons'
import type { View } from './view'

export function Files(view: View) {
  const { model, words, act } = view
  const busy = busyFiles(model).length + model.preparing
  const stuck = stuckFiles(model).length
  const ready = readyFiles(model).length > 0
  return (
    <>
      <main>
        <Title>{words.yourFiles}</Title>
        <ul id="files" class="cards">
          {model.files.map((file) => (
            <FileCard key={file.fid} file={file} {...view} />
          ))}
          {model.preparing > 0 && <li class="card quiet">{words.preparing}</li>}
        </ul>
        <FilePicker id="choose" inputId="file-input" class="wide dashed" chosen={(files) => act.choose(files)}>
          <Icon name="plus" />
          {words.addFiles}
        </FilePicker>
      </main>
      <BottomBar view={view}>
        <button id="see-sheets" class="primary wide" disabled={busy > 0 || !ready} onClick={act.showSheets}>
          {busy > 0 ? words.waitForFiles(busy) : !ready ? words.noFileYet : stuck > 0 ? words.withoutFiles(stuck) : words.seeSheets}
        </button>
      </BottomBar>
    </>
  )
}
