import type { BrowserContext, Page } from 'playwright/test'
import type { PushServiceDouble } from '../tests/kit/push/push-service.ts'
import { asDevice } from './fixtures/device.ts'
import { expect, tellWhileClosed, told } from './fixtures/push.ts'
import type { Script } from './fixtures/script.ts'
import { workerReady } from './fixtures/worker.ts'

interface Fixtures {
  /** A device that was closed, and that the worker has told of one message. */
  closed: { url: string; script: Script }
}

/**
 * Chromium's push service is Google's, which no test reaches. So it is replaced where the page asks for a subscription, and
 * DevTools hands what came to the worker. The worker, the pull and the notification are real.
 */
const test = told.extend<Fixtures>({
  permissions: ['notifications'],
  closed: async ({ device, account, shown, pushHere: { service }, context, server }, use) => {
    const phone = await device('Phone')
    await workerReady(phone.page)
    const script = await account.script('Script')
    const url = phone.page.url()
    await subscribeAt(service, phone.page)
    await tellWhileClosed(phone.page)
    await phone.close()
    const before = service.hints.length
    await script.send(['the door is open'])
    await service.until(before + 1)
    expect(service.faults).toEqual([])
    expect(service.hints.at(-1)).toMatchObject({ head: 1, unread: 1 })
    await deliver(context, server.url, JSON.stringify({ head: 1, unread: 1 }))
    await expect.poll(shown).toEqual([{ title: 'Script', body: 'the door is open', silent: false }])
    await use({ url, script })
  },
})

test('in Chromium the worker stores the message before it shows it', async ({ closed: { url }, context, server }) => {
  await server.stop()
  const page = await context.newPage()
  await page.goto(url)
  await (await asDevice(page, url, 'Phone')).sees(['the door is open'])
})

test('Done on a notification marks the message on every device', async ({ closed: { script }, context, shown }) => {
  await context.serviceWorkers()[0]?.evaluate(pressDone)
  await expect.poll(shown).toEqual([])
  const marks = async () => (await script.history()).filter((it) => it.kind === 'mark')
  await expect.poll(marks).toMatchObject([{ targetVersion: 1, content: '{"done":true}' }])
})

/** Runs in the worker. A press that a test makes up cannot ask the worker to stay awake for it. */
async function pressDone(): Promise<void> {
  const worker = globalThis as unknown as ServiceWorkerLike
  const [notification] = await worker.registration.getNotifications()
  worker.dispatchEvent(new worker.NotificationEvent('notificationclick', { notification, action: 'done' }))
}

interface ServiceWorkerLike extends EventTarget {
  registration: ServiceWorkerRegistration
  NotificationEvent: new (type: string, init: { notification: Notification | undefined; action: string }) => Event
}

async function subscribeAt(service: PushServiceDouble, page: Page): Promise<void> {
  await page.exposeFunction('newSubscription', (key: string) => service.browser(key).subscription)
  await page.evaluate(() => {
    let present: PushSubscription | null = null
    PushManager.prototype.getSubscription = async () => present
    PushManager.prototype.subscribe = async (options) => {
      const json = await (globalThis as unknown as Exposed).newSubscription(String(options?.applicationServerKey))
      present = { endpoint: json.endpoint, toJSON: () => json, unsubscribe: async () => true } as PushSubscription
      return present
    }
  })
}

interface Exposed {
  newSubscription(key: string): Promise<PushSubscriptionJSON & { endpoint: string }>
}

async function deliver(context: BrowserContext, url: string, data: string): Promise<void> {
  const session = await context.newCDPSession(await context.newPage())
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [own] = registrations.filter((it) => !it.isDeleted && it.scopeURL.startsWith(url))
      if (own) resolve(own.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  await session.send('ServiceWorker.deliverPushMessage', { origin: url, registrationId: await found, data })
}
