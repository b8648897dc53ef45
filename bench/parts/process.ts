import { type Program, startProgram } from '../../tests/kit/process/program.ts'
import type { Answer } from './calls.ts'

/** A process that answers calls, see calls.ts. */
export interface CallableProcess extends AsyncDisposable {
  /** @throws what the other side threw, or how it ended. */
  call<T>(name: string, argument?: unknown): Promise<T>
  says: Program['says']
  /** Sends SIGKILL and waits for the end. */
  kill(): Promise<unknown>
}

const PATIENCE_MS = 10_000

/** Runs a module in a process of its own. `preload` is a module that runs there first. */
export function startModule(file: string, preload?: string): CallableProcess {
  const env = { ...measuredEnv(), NODE_ENV: 'production' as const }
  const args = preload === undefined ? [file] : ['--import', preload, file]
  return callable(startProgram(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }))
}

/** Adds calls to a program that was started with a channel. */
export function callable({ process: child, output, ended, says, end, isRunning }: Program): CallableProcess {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  let calls = 0
  child.on('message', (answer: Answer) => {
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) call?.reject(new Error(answer.error))
    else call?.resolve(answer.value)
  })
  void ended.then((how) => {
    for (const call of waiting.values())
      call.reject(new Error(`${child.spawnargs.join(' ')} ended (${how}):\n${output()}`))
  })
  return {
    says,
    kill: () => end('SIGKILL'),
    call<T>(name: string, argument?: unknown) {
      const call = Promise.withResolvers<unknown>()
      const id = ++calls
      waiting.set(id, call)
      child.send({ id, name, argument }, (error) => error && call.reject(error))
      return call.promise as Promise<T>
    },
    async [Symbol.asyncDispose]() {
      if (!isRunning()) return
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await end('SIGTERM')
      clearTimeout(timer)
    },
  }
}

/** Only what Node itself needs: other settings of this process must not reach what is measured. */
export function measuredEnv(): Record<string, string> {
  const { PATH = '', NODE_OPTIONS } = process.env
  return { PATH, ...(NODE_OPTIONS !== undefined && { NODE_OPTIONS }) }
}
