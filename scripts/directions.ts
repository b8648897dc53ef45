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

const parts = ['lib/between/', 'lib/cache/', 'lib/transport/', 'lib/view/', 'lib/sync/', 'lib/protocol/']

export const rules: readonly Rule[] = [
  { files: /^e2e\//, mayImport: ['e2e/', 'bench/', 'chaos/', 'lib/', 'server/', 'scripts/'], node: true },
  { files: /^chaos\//, mayImport: ['chaos/', 'e2e/fixtures/', 'simulate/', 'lib/', 'server/', 'scripts/'], node: true },
  { files: new RegExp(`^app/.*${test.source}`), mayImport: ['app/', 'lib/'], node: true },
  { files: test, mayImport: ['lib/', 'server/', 'scripts/', 'bench/', 'fuzz/', 'promises/', 'simulate/'], node: true },
  { files: /^promises\//, mayImport: ['promises/'], node: true },
  // It judges what happened by what was recorded, never by the code that it judges.
  {
    files: /^simulate\/(checker|history)(\/|\.ts$)/,
    mayImport: ['simulate/checker/', 'simulate/history/'],
    node: true,
  },
  { files: /^simulate\//, mayImport: ['simulate/', 'lib/', 'server/'], node: true },
  { files: /^fuzz\//, mayImport: ['fuzz/', 'lib/', 'server/'], node: true },
  { files: /^bench\//, mayImport: ['bench/', 'e2e/fixtures/', 'lib/', 'server/', 'scripts/'], node: true },

  { files: /^lib\/protocol\//, mayImport: ['lib/protocol/'], node: false },
  { files: /^lib\/sync\//, mayImport: ['lib/sync/', 'lib/protocol/'], node: false },
  { files: /^lib\/view\//, mayImport: ['lib/view/', 'lib/sync/', 'lib/protocol/'], node: false },
  { files: /^lib\/cache\//, mayImport: ['lib/cache/', 'lib/view/', 'lib/sync/', 'lib/protocol/'], node: false },
  { files: /^lib\/transport\//, mayImport: ['lib/transport/', 'lib/view/', 'lib/sync/', 'lib/protocol/'], node: false },
  { files: /^lib\/between\//, mayImport: ['lib/between/', 'lib/view/', 'lib/sync/', 'lib/protocol/'], node: false },
  // The two sides of a browser know each other only by what passes between them.
  { files: /^lib\/tab\//, mayImport: ['lib/tab/', ...parts], node: false },
  { files: /^lib\/worker\//, mayImport: ['lib/worker/', ...parts], node: false },
  { files: /^lib\/testing\//, mayImport: ['lib/', 'server/'], node: true },
  // device.ts puts the page together.
  { files: /^lib\//, mayImport: ['lib/'], node: false },

  { files: /^server\//, mayImport: ['server/', 'lib/protocol/'], node: true },
  { files: /^pages\//, mayImport: ['app/'], node: false },
  { files: /^app\//, mayImport: ['app/', 'lib/device.ts', 'lib/view/', 'lib/protocol/'], node: false },
  { files: /^scripts\//, mayImport: ['scripts/'], node: true },
  // Configuration files at the top.
  { files: /^[^/]+$/, mayImport: ['scripts/', 'e2e/'], node: true },
]

/** Made for tests only: nothing that ships may lean on it. */
export const forTestsOnly = /\.test\.tsx?$|(^|\/)testing\/|-contract\.ts$/
