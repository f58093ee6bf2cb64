// SPDX-License-Identifier: Apache-2.0
import type { Limits } from '../protocol/answers'
import type { FileItem } from './model'

/** The code of the limit that one more file of `size` bytes would break, if any. */
export function limitBroken(size: number, files: FileItem[], limits: Limits): string | undefined {
  const sent = files.filter((file) => file.status !== 'refused-here')
  if (size === 0) return 'FILE_EMPTY'
  if (size > limits.fileBytes) return 'FILE_TOO_LARGE'
  if (sent.length >= limits.files) return 'SESSION_TOO_MANY_FILES'
  const together = sent.reduce((sum, file) => sum + file.size, size)
  return together > limits.sessionBytes ? 'SESSION_TOO_LARGE' : undefined
}
