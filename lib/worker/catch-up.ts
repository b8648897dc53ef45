import { type Answer, type PortRequest, toFailure } from '../browser/shared/conversation.ts'
import { withPullLock } from '../browser/shared/locks.ts'
import type { CatchUpProgress, Level } from '../core/inbox/catch-up.ts'
import type { RoostOptions } from '../core/roost-options.ts'
import { openKnownDevice } from './known-device.ts'

type Listener = (answer: Answer) => void

interface Run {
  listeners: Set<Listener>
  stop: AbortController
  last: CatchUpProgress | null
  done: Promise<Level>
}

const runs = new Map<string, Run>()

/** Pulls for a device until it is level. A second call joins a run that is already started. */
export function catchUpRun(options: RoostOptions, deviceId: string): Run {
  const present = runs.get(deviceId)
  if (present) return present
  const stop = new AbortController()
  const run: Run = { listeners: new Set(), stop, last: null, done: Promise.resolve(null as never) }
  const tell = (answer: Answer) => {
    for (const listener of run.listeners) listener(answer)
  }
  run.done = withPullLock(options, deviceId, stop.signal, async () => {
    const device = await openKnownDevice(options, deviceId, stop.signal)
    try {
      return await device.puller.pull(stop.signal, (progress) => {
        run.last = progress
        tell({ type: 'progress', progress })
      })
    } finally {
      device.close()
    }
  })
  run.done
    .then(
      (level) => tell({ type: 'level', level }),
      (error: unknown) => tell({ type: 'failed', failure: toFailure(error) }),
    )
    .finally(() => runs.delete(deviceId))
  runs.set(deviceId, run)
  return run
}

/** Serves a page's request on its port. The run ends early once every page that wanted it has cancelled. */
export async function serveCatchUp(options: RoostOptions, deviceId: string, port: MessagePort): Promise<void> {
  const run = catchUpRun(options, deviceId)
  const listener: Listener = (answer) => port.postMessage(answer)
  run.listeners.add(listener)
  port.onmessage = ({ data }: MessageEvent<PortRequest>) => {
    if (data.type === 'areYouThere') return listener({ type: 'progress', progress: run.last })
    run.listeners.delete(listener)
    if (run.listeners.size === 0) run.stop.abort()
  }
  listener({ type: 'progress', progress: run.last })
  await run.done.catch(() => {})
}
