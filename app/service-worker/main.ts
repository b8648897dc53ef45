import type { Request } from '../../lib/browser/shared/conversation.ts'
import { syncTag } from '../../lib/browser/shared/conversation.ts'
import { keepSubscribed } from '../../lib/browser/shared/push/subscription.ts'
import { defaultOptions as options } from '../../lib/core/roost-options.ts'
import { afterLeaving, backgroundSync } from '../../lib/worker/background.ts'
import { serveCatchUp } from '../../lib/worker/catch-up.ts'
import { scope, type WorkEvent } from '../../lib/worker/scope.ts'
import { fromFiles } from '../../lib/worker/serve-file.ts'
import { onClick } from './push/on-click.ts'
import { onPush } from './push/on-push.ts'
import { dropOldShells, fromShell, keepShell } from './shell.ts'

// A new version takes over at once. Pages ask again for the pulls that this cuts off. A page that sees its controller
// change tells the person to reload.
scope.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => scope.skipWaiting())))
scope.addEventListener('activate', (event) => event.waitUntil(dropOldShells().then(() => scope.clients.claim())))

scope.addEventListener('fetch', (event) => {
  const response = fromFiles(options, event.request) ?? fromShell(event.request)
  if (response) event.respondWith(response)
})

scope.addEventListener('message', (event) => {
  checkPush(event)
  const request = event.data as Request
  const port = event.ports[0]
  if (request.type === 'catchUp' && port) event.waitUntil(serveCatchUp(options, request.deviceId, port))
  if (request.type === 'leaving') event.waitUntil(afterLeaving(options, request.deviceId))
})

for (const type of ['sync', 'periodicsync'] as const) {
  scope.addEventListener(type, (event) => {
    checkPush(event)
    if (event.tag === syncTag(options)) event.waitUntil(backgroundSync(options))
  })
}

scope.addEventListener('push', (event) => {
  event.waitUntil(onPush(options))
  checkPush(event)
})
scope.addEventListener('notificationclick', (event) => {
  event.waitUntil(onClick(options, event.notification, event.action))
})
scope.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(keepPush({})))

let checked = false

/** The browser may have dropped the subscription, or moved it, while no worker ran. So each worker looks once. */
function checkPush(event: WorkEvent): void {
  if (checked) return
  checked = true
  event.waitUntil(keepPush({ unasked: true }))
}

/** The next page tries again, and tells its person if it cannot. */
async function keepPush(how: { unasked?: boolean }): Promise<void> {
  const manager = scope.registration.pushManager
  await (manager && keepSubscribed(options, manager, how))?.catch(() => {})
}
