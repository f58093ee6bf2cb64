// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config'

// Walks the built page in Chromium: `npm run build && npm run walk`. Pictures go to $SHOTS.
export default defineConfig({
  test: { include: ['test/walk/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false },
})
