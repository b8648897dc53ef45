import { readdirSync, readFileSync } from 'node:fs'
import { freePort } from '../../tests/kit/network/free-port.ts'
import { type Program, startProgram } from '../../tests/kit/process/program.ts'
import { openSession, type Session, type Tab } from './webdriver.ts'

/** As the kernel names it, which keeps 15 letters. */
const NETWORK_PROCESS = 'WebKitNetworkPr'

const window = new URL('browser-window.py', import.meta.url).pathname

/** A WebKitGTK browser with a profile on disk. */
export interface WebKit {
  openTab(): Promise<Tab>
  /** Kills the process that keeps its databases, and returns how many there were. The browser starts another by itself. */
  killDatabases(): number
  /** Kills all of its processes at once. */
  kill(): Promise<void>
  close(): Promise<void>
}

/** A screen that nobody sees, for the browsers of a test file. */
export async function startScreen(): Promise<{ display: string; end(): Promise<unknown> }> {
  const xvfb = startProgram('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'])
  const display = await xvfb.says(/^(\d+)$/m)
  return { display: `:${display}`, end: () => xvfb.end('SIGTERM') }
}

export async function openWebKit(profile: string, display: string): Promise<WebKit> {
  const port = await freePort()
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_DMABUF_RENDERER: '1', LIBGL_ALWAYS_SOFTWARE: '1' }
  const driver = startProgram('WebKitWebDriver', [`--port=${port}`], { env })
  const server = `http://127.0.0.1:${port}`
  await answers(server, driver)
  const session: Session = await openSession(server, {
    'webkitgtk:browserOptions': { binary: window, args: [profile] },
  })
  const killAll = () => {
    for (const { pid } of descendants(driver.process.pid)) kill(pid)
  }
  return {
    openTab: session.openTab,
    killDatabases() {
      const pids = descendants(driver.process.pid).filter((it) => it.name === NETWORK_PROCESS)
      for (const { pid } of pids) kill(pid)
      return pids.length
    },
    async kill() {
      killAll()
      await driver.end('SIGKILL')
    },
    async close() {
      await session.end().catch(() => {})
      killAll()
      await driver.end('SIGTERM')
    },
  }
}

async function answers(server: string, driver: Program): Promise<void> {
  while (driver.isRunning()) {
    const { ok } = await fetch(`${server}/status`).catch(() => ({ ok: false }))
    if (ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`WebKitWebDriver ended:\n${driver.output()}`)
}

/** A process may end between the look at it and this. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

interface Process {
  pid: number
  name: string
  parent: number
}

/** The processes that a process has started, and those that they have started. */
function descendants(root: number | undefined): Process[] {
  const all = readdirSync('/proc')
    .filter((it) => /^\d+$/.test(it))
    .flatMap(read)
  const found = all.filter((it) => it.parent === root)
  for (const it of found) found.push(...all.filter(({ parent }) => parent === it.pid))
  return found
}

function read(pid: string): Process[] {
  try {
    const [, name = '', parent = ''] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return [{ pid: Number(pid), name, parent: Number(parent) }]
  } catch {
    // It has ended in between.
    return []
  }
}
