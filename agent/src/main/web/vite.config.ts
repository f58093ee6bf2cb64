// SPDX-License-Identifier: Apache-2.0
import { defineConfig } from 'vitest/config'

// The page server of the agent serves exactly these names, so none carries a hash; and its content
// security policy allows nothing inline.
export default defineConfig({
  build: {
    target: ['chrome93', 'safari15.4', 'firefox92'],
    outDir: process.env.WEB_OUT ?? 'dist',
    emptyOutDir: true,
    modulePreload: false,
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    rolldownOptions: {
      output: { entryFileNames: 'app.js', assetFileNames: 'app.[ext]', codeSplitting: false },
    },
  },
  test: { include: ['test/{protocol,model,ui}/**/*.test.{ts,tsx}'] },
})
