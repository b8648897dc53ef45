import type { CatchUpProgress, Level } from '../core/inbox/catch-up.ts'
import type { Puller } from '../core/inbox/puller.ts'
import { StorageError } from '../core/ports.ts'
import { activeWorker } from './service-worker.ts'
import { type Answer, fromFailure, type PortRequest, type Request } from './shared/conversation.ts'

/** A living worker answers `areYouThere` at once. A new request starts one that was killed. */
const SILENCE_MS = 2_000
const TRIES = 3

class NoAnswer extends Error {}

/**
 * Asks the service worker to pull. The worker goes on while this page is busy, and keeps its work if it is killed.
 * Without a worker that answers, `here` pulls in the page.
 */
export function createWorkerPuller(deviceId: string, here: Puller): Puller {
  return {
    async pull(signal, report) {
      for (let unanswered = 0; unanswered < TRIES; unanswered++) {
        const worker = await activeWorker()
        if (!worker) break
        try {
          return await ask(worker, deviceId, signal, (progress) => {
            unanswered = -1
            if (progress) report(progress)
          })
        } catch (error) {
          // The worker's storage failed, but the page's own may still work.
          if (error instanceof StorageError && error.reason !== 'quota') break
          if (!(error instanceof NoAnswer)) throw error
        }
      }
      signal.throwIfAborted()
      return here.pull(signal, report)
    },
  }
}

/** Rejects with NoAnswer when the worker stays silent. */
function ask(
  worker: ServiceWorker,
  deviceId: string,
  signal: AbortSignal,
  heard: (progress: CatchUpProgress | null) => void,
): Promise<Level> {
  const { port1: port, port2 } = new MessageChannel()
  const request: Request = { type: 'catchUp', deviceId }
  return new Promise<Level>((resolve, reject) => {
    let silence: ReturnType<typeof setTimeout> | undefined
    const say = (words: PortRequest) => port.postMessage(words)
    const giveUp = () => end(() => reject(new NoAnswer()))
    const listen = () => {
      clearTimeout(silence)
      silence = setTimeout(() => {
        say({ type: 'areYouThere' })
        silence = setTimeout(giveUp, SILENCE_MS)
      }, SILENCE_MS)
    }
    const cancel = () => {
      say({ type: 'cancel' })
      end(() => reject(signal.reason))
    }
    const end = (settle: () => void) => {
      clearTimeout(silence)
      signal.removeEventListener('abort', cancel)
      port.onmessage = null
      port.removeEventListener('close', giveUp)
      settle()
    }
    port.onmessage = ({ data }: MessageEvent<Answer>) => {
      listen()
      if (data.type === 'progress') heard(data.progress)
      if (data.type === 'level') end(() => resolve(data.level))
      if (data.type === 'failed') end(() => reject(fromFailure(data.failure)))
    }
    // Browsers that have this event report at once that the worker is gone.
    port.addEventListener('close', giveUp)
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener('abort', cancel)
    listen()
    worker.postMessage(request, [port2])
  })
}
