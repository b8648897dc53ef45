import { fork } from 'node:child_process'
import { once } from 'node:events'
import type { Answer } from './calls.ts'

export interface OwnProcess extends AsyncDisposable {
  /** @throws what the other side threw, or how it ended. */
  call<T>(name: string, argument?: unknown): Promise<T>
  /** The first line that it prints and that matches, its first group. @throws how it ended. */
  says(pattern: RegExp): Promise<string>
  /** SIGKILL; resolves when it is gone. */
  kill(): Promise<void>
}

const PATIENCE_MS = 10_000

/** A module in a process of its own. `preload` is run in it first. */
export function startProcess(file: string, env: Readonly<Record<string, string>> = {}, preload?: string): OwnProcess {
  const child = fork(file, {
    env: { ...inherited(), NODE_ENV: 'production', ...env },
    execArgv: preload === undefined ? [] : ['--import', preload],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const waiting = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Set<() => void>()
  let output = ''
  let calls = 0
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      output = (output + chunk).slice(-20_000)
      for (const listener of listeners) listener()
    })
  }
  child.on('message', (answer: Answer) => {
    const call = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ('error' in answer) call?.reject(new Error(answer.error))
    else call?.resolve(answer.value)
  })
  const ended = once(child, 'exit').then(([code, signal]) => new Error(`${file} ended (${code ?? signal}):\n${output}`))
  void ended.then((error) => {
    for (const call of waiting.values()) call.reject(error)
  })

  return {
    call<T>(name: string, argument?: unknown) {
      const call = Promise.withResolvers<unknown>()
      const id = ++calls
      waiting.set(id, call)
      child.send({ id, name, argument }, (error) => error && call.reject(error))
      return call.promise as Promise<T>
    },
    says(pattern) {
      const said = Promise.withResolvers<string>()
      const look = () => {
        const found = pattern.exec(output)?.[1]
        if (found !== undefined) said.resolve(found)
      }
      listeners.add(look)
      look()
      void ended.then(said.reject)
      return said.promise
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS)
      await ended
      clearTimeout(timer)
    },
  }
}

/** Of whoever measures only what Node itself needs: settings of theirs are not those that are measured. */
function inherited(): Record<string, string | undefined> {
  const { PATH, NODE_OPTIONS } = process.env
  return { PATH, NODE_OPTIONS }
}
