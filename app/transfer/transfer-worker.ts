import { openHeld } from '../../lib/browser/open-held.ts'
import type { Reply, Request } from './jobs.ts'
import { createWork } from './work.ts'

/** As much of a worker's scope as this one needs. */
interface Scope {
  onmessage: ((event: MessageEvent<Request>) => void) | null
  postMessage(reply: Reply): void
}

const scope = globalThis as unknown as Scope
const work = createWork((deviceId) => openHeld(deviceId))

scope.onmessage = ({ data }) => void work.carryOut(data, (reply) => scope.postMessage(reply))
