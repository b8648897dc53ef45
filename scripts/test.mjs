import { mkdirSync, rmSync } from 'node:fs'
import { buildIfStale } from './build.mjs'
import { exitWith } from './fail.mjs'
import { install } from './install.mjs'
import { node, root } from './paths.mjs'
import { run } from './run.mjs'
import { ensureBrowser } from './test/browser.mjs'
import { chromium, firefox } from './test/browsers.mjs'
import { requireServers } from './test/cluster-servers.mjs'
import { add, closingLine, playwrightCounts, vitestCounts } from './test/test-counts.mjs'
import { ensureWebKit } from './test/webkit.mjs'

const reports = `${root}/.roost-test`

const unit = (args) => vitest('tests/vitest.config.ts', args)

/** Every bug that is planted for the kit, and the kit against the device in Python. */
const kit = (args) => vitest('tests/vitest.kit.config.ts', args)

async function cluster(args) {
  await requireServers()
  return vitest('tests/vitest.cluster.config.ts', args)
}

async function vitest(config, args) {
  const report = `${reports}/vitest.json`
  rmSync(report, { force: true })
  const options = ['--config', config, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return vitestCounts(report, await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...args]))
}

async function e2e(args) {
  const report = `${reports}/playwright.json`
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const oneEngine = args.some((it) => it.startsWith('--project'))
  for (const engine of [chromium, firefox]) {
    const asked = args.some((it) => it.startsWith(`--project=${engine.name}`))
    if (!oneEngine || asked) env[engine.variable] = await ensureBrowser(engine)
  }
  await buildIfStale()
  rmSync(report, { force: true })
  const code = await run(
    node,
    ['node_modules/playwright/cli.js', 'test', '--config=tests/playwright.config.ts', '--reporter=list,json', ...args],
    { env },
  )
  return playwrightCounts(report, code)
}

/** Leaves out the projects `chromium-more` and `firefox-more`, which take long. */
const shortE2e = (args) => e2e(['--project=chromium', '--project=firefox', ...args])

async function webkit(args) {
  await ensureWebKit()
  await buildIfStale()
  return vitest('tests/vitest.webkit.config.ts', args)
}

await exitWith(async () => {
  const [which, ...args] = process.argv.slice(2)
  await install({ dev: true })
  mkdirSync(reports, { recursive: true })
  const kinds = { unit: [unit], kit: [kit], e2e: [e2e], cluster: [cluster], webkit: [webkit] }[which] ?? [
    unit,
    shortE2e,
  ]
  let counts = { passed: 0, failed: 0, skipped: 0 }
  for (const kind of kinds) counts = add(counts, await kind(args))
  console.log(`\n${closingLine(counts)}`)
  return counts.failed === 0 ? 0 : 1
})
