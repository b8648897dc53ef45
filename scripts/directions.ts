/**
 * Which way imports may point. The first rule whose `files` fits a file is its rule; `mayImport` lists what it may
 * reach of ours, by prefix. Types count like values: what knows another's types depends on it.
 */
export interface Rule {
  files: RegExp
  mayImport: readonly string[]
  /** May use Node's own modules. */
  node: boolean
}

const test = /\.test\.tsx?$/

export const rules: readonly Rule[] = [
  { files: /^e2e\//, mayImport: ['e2e/', 'lib/', 'server/', 'scripts/'], node: true },
  { files: new RegExp(`^app/.*${test.source}`), mayImport: ['app/', 'lib/'], node: true },
  { files: test, mayImport: ['lib/', 'server/', 'scripts/', 'bench/'], node: true },
  { files: /^bench\//, mayImport: ['bench/', 'lib/', 'server/', 'scripts/'], node: true },

  { files: /^lib\/protocol\//, mayImport: ['lib/protocol/'], node: false },
  { files: /^lib\/sync\//, mayImport: ['lib/sync/', 'lib/protocol/'], node: false },
  { files: /^lib\/view\//, mayImport: ['lib/view/', 'lib/sync/', 'lib/protocol/'], node: false },
  { files: /^lib\/cache\//, mayImport: ['lib/cache/', 'lib/view/', 'lib/sync/', 'lib/protocol/'], node: false },
  { files: /^lib\/transport\//, mayImport: ['lib/transport/', 'lib/view/', 'lib/sync/', 'lib/protocol/'], node: false },
  // What is left of lib puts the parts together: device.ts for the page, worker/ for the service worker.
  { files: /^lib\//, mayImport: ['lib/'], node: false },

  { files: /^server\//, mayImport: ['server/', 'lib/protocol/'], node: true },
  { files: /^app\//, mayImport: ['app/', 'lib/device.ts', 'lib/view/', 'lib/protocol/'], node: false },
  { files: /^scripts\//, mayImport: ['scripts/'], node: true },
  // Configuration files at the top.
  { files: /^[^/]+$/, mayImport: ['scripts/', 'e2e/'], node: true },
]

/** Made for tests only: nothing that ships may lean on it. */
export const forTestsOnly = /\.test\.tsx?$|(^|\/)testing\/|-contract\.ts$/
