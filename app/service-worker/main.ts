import type { Request } from '../../lib/browser/shared/conversation.ts'
import { syncTag } from '../../lib/browser/shared/conversation.ts'
import { defaultOptions as options } from '../../lib/core/roost-options.ts'
import { afterLeaving, backgroundSync } from '../../lib/worker/background.ts'
import { serveCatchUp } from '../../lib/worker/catch-up.ts'
import { scope } from '../../lib/worker/scope.ts'
import { dropOldShells, fromShell, keepShell } from './shell.ts'

// A new version takes over at once. Pages ask again for the pulls that this cuts off. A page that sees its controller
// change tells the person to reload.
scope.addEventListener('install', (event) => event.waitUntil(keepShell().then(() => scope.skipWaiting())))
scope.addEventListener('activate', (event) => event.waitUntil(dropOldShells().then(() => scope.clients.claim())))

scope.addEventListener('fetch', (event) => {
  const response = fromShell(event.request)
  if (response) event.respondWith(response)
})

scope.addEventListener('message', (event) => {
  const request = event.data as Request
  const port = event.ports[0]
  if (request.type === 'catchUp' && port) event.waitUntil(serveCatchUp(options, request.deviceId, port))
  if (request.type === 'leaving') event.waitUntil(afterLeaving(options, request.deviceId))
})

for (const type of ['sync', 'periodicsync'] as const) {
  scope.addEventListener(type, (event) => {
    if (event.tag === syncTag(options)) event.waitUntil(backgroundSync(options))
  })
}
