import { choose, runChecks } from '../judge/run-checks.ts'
import { isGood } from '../judge/verdict.ts'
import { countsOf, lineOf } from '../report/table.ts'
import { type ReportFiles, writeReports } from '../report/write-reports.ts'
import { serverChecks } from '../server/checks/all.ts'
import { openServer, type SignIn } from '../server/tested-server.ts'
import { runShell } from './run-shell.ts'

export interface ServerFlags extends ReportFiles {
  only?: string[]
  email?: string
  password?: string
  otherEmail?: string
  otherPassword?: string
  restart?: string
  expire?: string
}

/** `server URL`: answers whether the server follows every MUST. @throws NotTestable. */
export async function testServer(url: string, flags: ServerFlags): Promise<boolean> {
  const { restart, expire } = flags
  const tested = await openServer(url, {
    accounts: accountsIn(flags),
    ...(restart === undefined ? {} : { restart: () => restartBy(restart, url) }),
    ...(expire === undefined ? {} : { expire: () => runShell(expire) }),
  })
  try {
    const checks = choose(serverChecks, flags.only ?? [])
    const verdicts = await runChecks(checks, tested, (it) => console.log(lineOf(it)))
    console.log(`\n${countsOf(verdicts)}`)
    writeReports(flags, `The server at ${url}`, verdicts)
    return isGood(verdicts)
  } finally {
    await tested.close()
  }
}

function accountsIn({ email, password, otherEmail, otherPassword }: ServerFlags): SignIn[] {
  const first = email && password ? [{ email, password }] : []
  return first.length > 0 && otherEmail && otherPassword
    ? [...first, { email: otherEmail, password: otherPassword }]
    : first
}

const PATIENCE_MS = 60_000
const PAUSE_MS = 100

async function restartBy(command: string, url: string): Promise<void> {
  await runShell(command)
  const until = performance.now() + PATIENCE_MS
  while (!(await isReady(url))) {
    if (performance.now() > until) throw new Error(`the server did not come back within ${PATIENCE_MS / 1_000} s`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
}

const isReady = (url: string) =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status === 200,
    () => false,
  )
