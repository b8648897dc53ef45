/** A call from the bench to a process of its own. Arguments and answers are plain data. */
export interface Call {
  id: number
  name: string
  argument: unknown
}
export type Answer = { id: number } & ({ value: unknown } | { error: string })

// biome-ignore lint/suspicious/noExplicitAny: each call has an argument of its own shape; the caller's side is typed
export type Calls = Readonly<Record<string, (argument: any) => unknown>>

/** In the process: answers what its parent asks, and ends with it. */
export function answerCalls(calls: Calls): void {
  process.on('message', async ({ id, name, argument }: Call) => {
    const call = calls[name]
    if (!call) return
    try {
      process.send?.({ id, value: await call(argument) })
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
  process.on('disconnect', () => process.exit(1))
}
