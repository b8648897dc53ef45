import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { addCookies } from '../../e2e/fixtures/account.ts'
import { createBuiltServer } from '../../e2e/fixtures/server.ts'
import { workerReady } from '../../e2e/fixtures/worker.ts'
import { browserArgs, findBrowser } from '../../scripts/test/browser.mjs'
import { newDevice, signUp } from '../kit/clients/account.ts'
import { createHttpClient } from '../kit/clients/http-client.ts'
import { createProxy, type TcpProxy } from '../kit/network/proxy.ts'
import type { Random } from '../kit/random.ts'
import type { RestartableServer } from '../kit/server/restartable-server.ts'
import { createNodeDevice, type NodeDevice } from './devices/node-device.ts'
import { openTab, type Tab } from './devices/tab.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { createRecorder, type Recorder } from './recorder.ts'

/** The real parts, all running. Each device has a proxy of its own; tabs of one browser share one. */
export interface World {
  server: RestartableServer
  ledger: Ledger
  recorder: Recorder
  /** The last one belongs to another user. */
  programs: NodeDevice[]
  tabs: Tab[]
  proxies: Map<string, TcpProxy>
  user: string
  now: () => number
  end(removeData: boolean): Promise<void>
}

export async function createWorld(random: Random): Promise<World> {
  const began = performance.now()
  const now = () => performance.now() - began
  const undo: (() => unknown)[] = []
  const proxies = new Map<string, TcpProxy>()
  async function proxyFor(name: string): Promise<TcpProxy> {
    const proxy = await createProxy()
    undo.push(proxy.close)
    proxies.set(name, proxy)
    return proxy
  }
  async function end(removeData: boolean): Promise<void> {
    for (const it of undo.toReversed()) await it()
    await server.kill()
    if (removeData) await server[Symbol.asyncDispose]()
  }

  const front = await proxyFor('browser')
  const server = await createBuiltServer({ BASE_URL: front.url, SIGNUP: 'open', LOG_LEVEL: 'fatal' })
  try {
    front.aimAt(server.url)
    await server.start()
    const watched = new Set<string>()
    let look = () => {}
    const recorder = createRecorder(now, () => look())
    const ledger = openLedger(join(server.dataDir, 'roost.db'), recorder.add, (it) => watched.has(it))
    undo.push(ledger.close)
    ledger.opened('start')
    look = ledger.look

    const http = createHttpClient(front.url)
    const [ada, ben] = [await signUp(http), await signUp(http)]
    const programs: NodeDevice[] = []
    for (const [name, account] of [
      ['Shed', ada],
      ['Attic', ada],
      ['Cellar', ada],
      ['Stranger', ben],
    ] as const) {
      const credentials = await newDevice(http, account, name)
      const proxy = await proxyFor(name)
      proxy.aimAt(server.url)
      watched.add(credentials.deviceId)
      const device = createNodeDevice(name, credentials, proxy.url, random.fork(name), recorder)
      undo.push(device.stop)
      programs.push(device)
    }

    const browser = await launch()
    undo.push(() => browser.close())
    const context = await browser.newContext({ locale: 'en-GB' })
    await addCookies(context, front.url, ada.cookie)
    const tabs: Tab[] = []
    for (const name of ['Desk', 'Phone']) {
      const tab = await openTab(context, front.url, name, now)
      await workerReady(tab.page() as never)
      tabs.push(tab)
    }
    const user = programs[0]?.credentials.userId ?? ''
    return { server, ledger, recorder, programs, tabs, proxies, user, now, end }
  } catch (error) {
    await end(true)
    throw error
  }
}

async function launch(): Promise<Browser> {
  const executablePath = await findBrowser()
  return chromium.launch({ args: browserArgs(), ...(executablePath ? { executablePath } : {}) })
}
