import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../server/config/config.ts'
import { STOP_MS } from '../server/stop.ts'
import { signUp } from '../tests/kit/clients/account.ts'
import { createHttpClient } from '../tests/kit/clients/http-client.ts'
import { createTestDevice } from '../tests/kit/clients/test-device.ts'
import { startServerProcess } from '../tests/kit/server/server-process.ts'
import { root } from './paths.mjs'
import { onPostgres } from './testing/operations-on-postgres.ts'
import { createShell, npmStandIn, shellBlocks } from './testing/shell-blocks.ts'

const PAGE = 'docs/operations.md'

/** The output of each block of the page, by the block's first line. A block that is missing here fails the test. */
const expected: Record<string, RegExp> = {
  'npm run roost -- --help': /Commands:\n +backup [\s\S]*Usage: npm run roost -- backup \[FILE\]/,
  'cd /opt/roost': /Building[\s\S]*made roost[\s\S]*enabled roost/,
  'as_roost() {': /RATE_LIMIT is off[\s\S]*^ok +database +whole/m,
  'BASE_URL=https://roost.example.org TRUST_PROXY=1 npm start': /ready at https:\/\/roost\.example\.org/,
  'npm run roost -- doctor': /^ok +database +whole/m,
  'npm run roost -- user list':
    /robin@example\.org +since[\s\S]*The new password of[\s\S]*has the new password[\s\S]*is deleted/,
  'npm run roost -- backup                       # to data/backups/roost-<time>.db':
    /Backed up to .*backups[\s\S]*Backed up to .*safe/,
  'npm run roost -- restore /mnt/safe/roost.db    # with the server stopped': /Restored: [\s\S]*is ready at/,
  'RETENTION_DAYS=90 npm run roost -- retention              # what is removed next, or why nothing is':
    /is 90: within the hour/,
  'npm run roost -- backup': /Backed up to [\s\S]*pulled[\s\S]*is ready at/,
  'npm run build': /Building[\s\S]*restarted roost/,
  'npm run roost -- doctor    # of the new program, while the old one still serves':
    /^ok +database +whole, schema \d+:/m,
}

const firstLine = (block: string) => block.split('\n')[0] ?? ''

/** Takes the options that systemd-run has, and does what it would: reads the file as it is, and knows no other setting. */
const systemdRun = `
settings=(PATH="$PATH" HOME="$HOME" ROOT="$ROOT")
for option; do
  case $option in
    --quiet | --pipe | --wait | --collect | --uid=roost) ;;
    --working-directory=*) cd "\${option#*=}" || exit 1 ;;
    --property=EnvironmentFile=-*) while read -r line; do settings+=("$line"); done <"\${option#*=-}" ;;
    --setenv=*) settings+=("\${option#*=}") ;;
    -*) echo "no such option: $option"; exit 1 ;;
    *) break ;;
  esac
  shift
done
exec env -i "\${settings[@]}" "$@"`

function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'roost-operations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [units, safe, data] = ['units', 'safe', 'data'].map((it) => join(folder, it)) as [string, string, string]
  for (const it of [units, safe]) mkdirSync(it)
  const settings = join(folder, 'env')
  writeFileSync(settings, 'RATE_LIMIT=off\nMETRICS_TOKEN=with & and $, as systemd reads it\n')
  const needsUnit = `[ -f ${units}/roost.service ] || { echo there is no such unit; exit 1; }`
  const standIns = {
    npm: npmStandIn,
    git: '[ "$*" = pull ] && echo pulled',
    sudo: '[ "$1" = -u ] && shift 2; exec "$@"',
    'systemd-run': systemdRun,
    useradd: 'for name; do :; done; echo "made $name"',
    systemctl: `${needsUnit}; case "$*" in "enable --now roost") echo enabled roost ;; "restart roost") echo restarted roost ;; *) exit 1 ;; esac`,
  }
  const places = {
    '/etc/roost/env': settings,
    '/opt/roost': root,
    '/var/lib/roost': data,
    '/etc/systemd/system': units,
    '/mnt/safe': safe,
  }
  return { folder, data, units, shell: createShell(folder, standIns, places) }
}

test('every command of the page works, in the order of the page', { timeout: 600_000 }, async () => {
  const { data, units, shell } = setUp()
  const child = startServerProcess({ DATA_DIR: data })
  onTestFinished(() => child[Symbol.asyncDispose]())
  const url = await child.ready
  const account = await signUp(createHttpClient(url), 'robin@example.org')
  await (await createTestDevice(url, account, 'Desk')).send([{ content: 'x' }])
  child.process.kill('SIGTERM')
  await child.ended

  const own = shellBlocks(PAGE).filter((it) => !onPostgres.some((begin) => it.startsWith(begin)))
  expect(own.map(firstLine)).toEqual(Object.keys(expected))
  for (const block of own) {
    const { code, said } = await shell.run(block, { DATA_DIR: data }, 'a password from outside\n')
    expect(code, `${block}\n${said}`).toBe(0)
    expect(said, block).toMatch(expected[firstLine(block)] as RegExp)
  }
  expect(existsSync(join(units, 'roost.service'))).toBe(true)
})

test('a block that fails is a failure', async () => {
  const { shell, data } = setUp()
  expect((await shell.run('npm run roost -- restore /mnt/safe/nothing.db\nnpm start\n', { DATA_DIR: data })).code).toBe(
    1,
  )
})

test('the unit names what is there, and systemd takes it', () => {
  const text = readFileSync(join(root, 'docs/deploy/roost.service'), 'utf8').replaceAll('/opt/roost', root)
  const paths = [...text.matchAll(/(?:ExecStart=|file:\/\/)(\S+)(?: (\S+))?/g)].flatMap(([, path, script]) => [
    path ?? '',
    ...(script ? [join(root, script)] : []),
  ])
  expect(paths).toHaveLength(3)
  for (const path of paths) expect(existsSync(path), path).toBe(true)

  const waits = Number(/^TimeoutStopSec=(\d+)$/m.exec(text)?.[1]) * 1_000
  const several = { REDIS_URL: 'redis://bus', DATABASE_URL: 'postgres://db/roost', BASE_URL: 'https://roost.example' }
  expect(waits).toBeGreaterThan(readConfig(several).drainMs + STOP_MS)

  if (spawnSync('systemd-analyze', ['--version']).status !== 0) return
  const { folder } = setUp()
  const unit = join(folder, 'roost.service')
  writeFileSync(unit, text)
  const said = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' })
  expect([said.status, said.stderr]).toEqual([0, ''])
  const judged = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', unit], {
    encoding: 'utf8',
  })
  expect(judged.status, judged.stdout).toBe(0)
})
