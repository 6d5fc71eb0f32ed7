import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const backend = process.env.COLLOQUY_BACKEND ?? 'http://127.0.0.1:8000';

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    target: 'es2022',
    // the content-security-policy allows no data: address for fonts and scripts
    assetsInlineLimit: 0,
    // what two pages share lies in two files: each page asks for five files instead of a hundred
    cssCodeSplit: false,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // the kit's styles first and then our ground, so that what is built on them comes after
            {
              name: 'libraries',
              test: /(node_modules\/.*|src\/ui\/(tokens|base))\.css$/,
              priority: 2,
            },
            { name: 'libraries', test: /node_modules/, minShareCount: 2, priority: 1 },
            { name: 'shared', minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: backend, ws: true } },
  },
  preview: { host: '127.0.0.1', proxy: { '/api': { target: backend, ws: true } } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    // the app's words come with the setup, so that src/testing need not know the app
    setupFiles: ['src/testing/setup.ts', 'src/app/i18n/start-for-tests.ts'],
    restoreMocks: true,
    // threads start faster than processes, and the default leaves one core of two idle
    pool: 'threads',
    maxWorkers: 2,
    // the kit and the words are loaded once a thread, not once a file: a third of the time. What a
    // test leaves behind is cleared in the setup, and mocks are restored
    isolate: false,
    testTimeout: 15_000,
  },
});
