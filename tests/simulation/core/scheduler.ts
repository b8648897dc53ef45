/**
 * The simulation's time. Nothing happens by itself: every step of every process is a task of this queue, and between two of
 * them all promises that can settle have settled. Tasks of the same time run in the order in which they were asked for.
 */
export interface Scheduler {
  /** ms since the beginning of the simulated world. */
  now(): number
  /** Returns cancel. */
  after(ms: number, run: () => void): () => void
  /** Runs what is due until `until`; ends early once `done` says so. */
  runUntil(until: number, done?: () => boolean): Promise<void>
  /** Tasks that were run. */
  steps(): number
}

interface Task {
  at: number
  order: number
  run: (() => void) | null
}

const turn = globalThis.setImmediate

export function createScheduler(): Scheduler {
  const heap: Task[] = []
  let now = 0
  let orders = 0
  let steps = 0

  async function runUntil(until: number, done = () => false): Promise<void> {
    // A turn of the real event loop lets every promise settle that can.
    await new Promise<void>((resolve) => void turn(resolve))
    while (!done()) {
      const first = heap[0]
      if (!first || first.at > until) break
      pop(heap)
      if (!first.run) continue
      now = Math.max(now, first.at)
      steps++
      first.run()
      await new Promise<void>((resolve) => void turn(resolve))
    }
    if (!done()) now = Math.max(now, until)
  }

  return {
    now: () => now,
    steps: () => steps,
    runUntil,
    after(ms, run) {
      const task: Task = { at: now + Math.max(0, Math.ceil(ms)), order: orders++, run }
      push(heap, task)
      return () => {
        task.run = null
      }
    },
  }
}

const before = (a: Task, b: Task) => a.at < b.at || (a.at === b.at && a.order < b.order)

function push(heap: Task[], task: Task): void {
  let at = heap.push(task) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!before(task, heap[parent] as Task)) break
    heap[at] = heap[parent] as Task
    at = parent
  }
  heap[at] = task
}

function pop(heap: Task[]): void {
  const task = heap.pop() as Task
  if (heap.length === 0) return
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && before(heap[child + 1] as Task, heap[child] as Task)) child++
    if (!before(heap[child] as Task, task)) break
    heap[at] = heap[child] as Task
    at = child
  }
  heap[at] = task
}
