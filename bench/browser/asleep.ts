import { createAccount } from '../../e2e/fixtures/account.ts'
import { becomeDevice, type Device } from '../../e2e/fixtures/device.ts'
import type { Script } from '../../e2e/fixtures/script.ts'
import { workerReady } from '../../e2e/fixtures/worker.ts'
import { contentOf } from '../parts/content.ts'
import type { App } from './app.ts'

/** A tab that was level, went offline, and has missed messages since. */
export interface Asleep extends AsyncDisposable {
  phone: Device
  /** Wrote what was missed. */
  script: Script
}

/** Everything is new: the account, its messages, the browser's profile. Nothing is left in any cache from the round before. */
export async function fallAsleep({ server, browser }: App, missed: number): Promise<Asleep> {
  const account = await createAccount(server.url)
  const context = await browser.newContext({ locale: 'en-GB' })
  await account.lendSession(context)
  const phone = await becomeDevice(context, server.url, 'Phone')
  await workerReady(phone.page)
  await phone.isLevel(0)
  await phone.goOffline()
  await phone.is('offline')
  const script = await account.script('Script')
  await script.send(Array.from({ length: missed }, (_, n) => contentOf(n)))
  return { phone, script, [Symbol.asyncDispose]: () => context.close() }
}

/**
 * Lets it go online, and answers how long it took (ms by the page's clock) from the `online` event until the page was live
 * with its cursor at the head: the worker says so only when all is durable and the last acknowledgement was answered.
 */
export async function wakeUp(phone: Device, head: number): Promise<number> {
  const reached = phone.page.evaluate((wanted) => {
    const inbox = document.querySelector<HTMLElement>('[data-connection]')
    if (!inbox) throw new Error('There is no inbox.')
    return new Promise<number>((resolve) => {
      let began = 0
      addEventListener('online', () => {
        began = performance.now()
      })
      const look = () => {
        if (inbox.dataset.connection === 'live' && inbox.dataset.cursor === String(wanted)) {
          resolve(performance.now() - began)
        }
      }
      new MutationObserver(look).observe(inbox, { attributes: true })
    })
  }, head)
  await phone.goOnline()
  return reached
}
