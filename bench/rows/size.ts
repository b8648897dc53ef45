import { createAccount } from '../../e2e/fixtures/account.ts'
import { becomeDevice } from '../../e2e/fixtures/device.ts'
import { type App, openApp } from '../browser/app.ts'
import { watchLoad, workerSize } from '../browser/sizes.ts'
import type { Figures, Line, Row } from '../row.ts'

const line: Pick<Line, 'unit' | 'better' | 'side'> = { unit: 'kB', better: 'less', side: 'roost' }

export const size: Row = {
  id: 'size',
  work: 'what a browser loads, after gzip: every script that the page asks for in a first visit, on the way to a composer that can be used',
  lines: [
    { ...line, what: 'JavaScript until the composer can be used', figure: 'usable', against: 195, target: 1 },
    { ...line, what: 'the same until it is live', figure: 'connected', against: 195 },
    { ...line, what: 'the service worker', figure: 'worker', against: 25, target: 1 },
  ],
  async open() {
    const app = await openApp()
    return { sides: { roost: () => firstVisit(app) }, [Symbol.asyncDispose]: () => app[Symbol.asyncDispose]() }
  },
}

async function firstVisit({ server, browser }: App): Promise<Figures> {
  const account = await createAccount(server.url)
  const context = await browser.newContext({ serviceWorkers: 'block' })
  try {
    const load = await watchLoad(context)
    await account.lendSession(context)
    await (await becomeDevice(context, server.url, 'Phone')).isLevel(0)
    return { ...(await load.sizes()), worker: workerSize() }
  } finally {
    await context.close()
  }
}
