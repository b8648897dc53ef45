import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { answerCalls } from './calls.ts'

/** Every measured server loads this before its own first line. */

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

const RESOLUTION_MS = 5
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
/** It counts from one firing of its own timer to the next; what it is late by is the delay. */
const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS)

answerCalls({
  watchDelay() {
    delay.reset()
    delay.enable()
  },
  /** ms, since watchDelay. */
  delay() {
    delay.disable()
    return { p99: late(delay.percentile(99)), max: late(delay.max) }
  },
  /** Bytes of the process, after the garbage is collected. */
  memory() {
    collect()
    collect()
    return process.memoryUsage.rss()
  },
  cpu: () => process.cpuUsage(),
})
