/**
 * The direction of imports. The first rule whose `files` matches a file applies to it; `mayImport` lists the path
 * prefixes of our own files that it may reach. Type-only imports count like all others.
 */
export interface Rule {
  files: RegExp
  mayImport: readonly string[]
  /** The file may use Node's own modules. */
  node: boolean
}

const device = ['lib/core/', 'lib/protocol/']
/** A device as a program sees it: in a browser, in Node, in a worker. */
const client = ['lib/client/', 'lib/transport/', 'lib/storage/', 'lib/core/', 'lib/protocol/']
const deviceParts = ['lib/storage/', 'lib/transport/', 'lib/search/', 'lib/files/', ...device]
const deviceAdapters = ['lib/memory/', 'lib/indexed-db/', ...deviceParts]
/** The gateways and the adapters of the server are built on these. */
const domain = ['server/core/', 'server/config/', 'lib/protocol/']

export const rules: readonly Rule[] = [
  // Everything may be tested, and nothing imports a test.
  {
    files: /^(tests\/simulation\/(checker|history))(\/|\.ts$)/,
    mayImport: ['tests/simulation/checker/', 'tests/simulation/checker.ts', 'tests/simulation/history/'],
    node: true,
  },
  { files: /^tests\/promises\/(?!.*\.test\.ts$)/, mayImport: ['tests/promises/'], node: true },
  { files: /^(tests|bench|e2e)\//, mayImport: [''], node: true },
  { files: /\.test\.tsx?$|(^|\/)testing\/|\.contract\.ts$|(^|\/)(store-)?contract\//, mayImport: [''], node: true },

  { files: /^lib\/protocol\//, mayImport: ['lib/protocol/'], node: false },
  { files: /^lib\/core\//, mayImport: device, node: false },
  { files: /^lib\/storage\//, mayImport: ['lib/storage/', ...device], node: false },
  { files: /^lib\/files\//, mayImport: ['lib/files/', 'lib/transport/', ...device], node: false },
  { files: /^lib\/search\//, mayImport: ['lib/search/', ...device], node: false },
  { files: /^lib\/(transport)\//, mayImport: ['lib/transport/', ...device], node: false },
  { files: /^lib\/memory\//, mayImport: ['lib/memory/', 'lib/storage/', 'lib/files/', ...device], node: false },
  { files: /^lib\/indexed-db\//, mayImport: ['lib/indexed-db/', 'lib/storage/', 'lib/files/', ...device], node: false },
  {
    files: /^lib\/node-sqlite\//,
    mayImport: ['lib/node-sqlite/', 'lib/storage/', 'lib/files/', ...device],
    node: true,
  },
  { files: /^lib\/client\//, mayImport: client, node: false },
  // These put a device together. Tabs and the worker of one origin share what lies in lib/browser/shared.
  { files: /^lib\/browser\/shared\//, mayImport: ['lib/browser/shared/', ...deviceAdapters], node: false },
  { files: /^lib\/browser\//, mayImport: ['lib/browser/', 'lib/client/', ...deviceAdapters], node: false },
  { files: /^lib\/worker\//, mayImport: ['lib/worker/', 'lib/browser/shared/', ...deviceAdapters], node: false },
  { files: /^lib\/react\//, mayImport: ['lib/react/', 'lib/client/'], node: false },
  { files: /^lib\/node\//, mayImport: ['lib/node/', 'lib/node-sqlite/', 'lib/client/', ...deviceParts], node: true },

  {
    files: /^app\/service-worker\//,
    mayImport: ['app/service-worker/', 'app/words/text/', 'lib/worker/', 'lib/browser/shared/', 'lib/core/'],
    node: false,
  },
  {
    files: /^app\//,
    mayImport: ['app/', 'lib/browser/', 'lib/search/', 'lib/react/', 'lib/core/', 'lib/protocol/'],
    node: false,
  },
  { files: /^cli\//, mayImport: ['cli/', 'lib/node/', 'lib/client/', 'lib/core/', 'lib/protocol/'], node: true },

  { files: /^server\/core\//, mayImport: ['server/core/', 'lib/protocol/'], node: true },
  { files: /^server\/config\//, mayImport: domain, node: true },
  { files: /^server\/auth\//, mayImport: ['server/auth/', ...domain], node: true },
  { files: /^server\/traffic\//, mayImport: ['server/traffic/', ...domain], node: true },
  { files: /^server\/http\//, mayImport: ['server/http/', 'server/traffic/', ...domain], node: true },
  { files: /^server\/lan\//, mayImport: ['server/lan/', ...domain], node: true },
  { files: /^server\/live\//, mayImport: ['server/live/', 'server/traffic/', ...domain], node: true },
  { files: /^server\/sqlite\//, mayImport: ['server/sqlite/', ...domain], node: true },
  { files: /^server\/postgres\//, mayImport: ['server/postgres/', ...domain], node: true },
  { files: /^server\/push\//, mayImport: ['server/push/', ...domain], node: true },
  { files: /^server\/files\//, mayImport: ['server/files/', ...domain], node: true },
  { files: /^server\/redis\//, mayImport: ['server/redis/', ...domain], node: true },
  {
    files: /^server\/operations\/metrics\//,
    mayImport: ['server/operations/metrics/', ...domain],
    node: true,
  },
  // The files beside the folders choose between adapters and start everything; the operators' commands do so, too.
  { files: /^server\/(operations\/|[^/]+$)/, mayImport: ['server/', 'lib/protocol/'], node: true },

  // It judges servers and clients by the page alone, so it shares nothing with ours.
  { files: /^kit\//, mayImport: ['kit/'], node: true },
  // They import the packed library.
  { files: /^examples\//, mayImport: [], node: false },
  // The manual page is made from the command itself.
  { files: /^scripts\/pack\//, mayImport: ['scripts/', 'cli/'], node: true },
  { files: /^scripts\//, mayImport: ['scripts/'], node: true },
  // Configuration files at the top.
  { files: /^[^/]+$/, mayImport: ['scripts/'], node: true },
]

/** Files for tests: nothing that ships may import them. */
export const forTestsOnly = /\.test\.tsx?$|^(tests|bench|e2e)\/|(^|\/)testing\/|\.contract\.ts$|\/(store-)?contract\//

/** Folders that the rest of the product enters through the listed files only. */
export const doors: readonly { folder: string; files: readonly string[] }[] = [
  { folder: 'lib/storage/after-restore/', files: ['after-restore.ts', 'orphan.ts', 'while-both-stored.ts'] },
]
