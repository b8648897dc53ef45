import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A program that runs beside a test. It is killed when the process of the test exits. */
export interface Program {
  readonly process: ChildProcess
  /** Both of its streams so far. */
  output(): string
  /** Resolves with the first group of the pattern as soon as the output matches. @throws with the output if the program ends before. */
  says(pattern: RegExp): Promise<string>
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
  isRunning(): boolean
  /** Sends the signal if the program still runs, and waits until it has ended. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const it of running) it.kill('SIGKILL')
})

export function startProgram(command: string, args: readonly string[], options: SpawnOptions = {}): Program {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
  running.add(child)
  const listeners = new Set<() => void>()
  let output = ''
  function add(text: string) {
    output += text
    for (const look of listeners) look()
  }
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', add)
  child.on('error', (error) => add(`${error.message}\n`))
  // Not `exit`: after `close` the output is complete.
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child)
    return (code ?? signal) as number | NodeJS.Signals
  })
  const isRunning = () => child.exitCode === null && child.signalCode === null

  return {
    ...{ process: child, output: () => output, ended, isRunning },
    says(pattern) {
      const said = Promise.withResolvers<string>()
      // The caller may wait for the end instead.
      said.promise.catch(() => {})
      function look() {
        const found = pattern.exec(output)
        if (!found) return
        listeners.delete(look)
        said.resolve(found[1] ?? found[0])
      }
      listeners.add(look)
      look()
      void ended.then((how) => said.reject(new Error(`${command} ended (${how}):\n${output}`)))
      return said.promise
    },
    end(signal) {
      if (isRunning()) child.kill(signal)
      return ended
    },
  }
}
