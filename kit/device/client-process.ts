import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { Broken, demand, within } from '../judge/demand.ts'
import type { Message } from '../server/wire.ts'

/** A message that the client has composed and that has not come in yet, or that only the client holds. */
export interface Unsent {
  messageId: string
  content: string
  /** The code with which the server refused it for good. */
  refused?: string | null
}

/** The answer to `dump`. */
export interface Dump {
  event: 'dump'
  cursor: number | null
  digest: string | null
  messages: Message[]
  outbox: Unsent[]
  orphans: Unsent[]
}

/** The tested client as a process of its own, driven by lines. docs/kit.md describes them. */
export interface ClientProcess {
  /** Starts it, again with what it has kept. */
  start(env: Readonly<Record<string, string>>): void
  isRunning(): boolean
  /** Ends it at once, whatever it does: SIGKILL. */
  kill(): Promise<void>
  tell(line: string): void
  /** Composes messages and waits until the client says that it has kept them. */
  send(...texts: string[]): Promise<void>
  dump(): Promise<Dump>
  /** The last lines that it wrote, for a failure. */
  lastWords(): string
}

type Told = { event: string } & Record<string, unknown>

const WORDS = 400

export function createClient(command: readonly string[], patienceMs: number): ClientProcess {
  let child: ChildProcess | undefined
  let ended: Promise<unknown> = Promise.resolve()
  let words = ''
  let told: Told[] = []
  let listeners: (() => void)[] = []

  function hear(line: string) {
    words = `${words}${line}\n`.slice(-WORDS)
    const event = parse(line)
    if (event) told.push(event)
    const waiting = listeners
    listeners = []
    for (const it of waiting) it()
  }

  /** The first event of this name that nobody has taken yet. */
  async function take(name: string): Promise<Told> {
    for (;;) {
      const index = told.findIndex((it) => it.event === name)
      const [found] = index < 0 ? [] : told.splice(index, 1)
      if (found) return found
      if (!client.isRunning()) throw new Broken(`the client ended and said no "${name}". ${client.lastWords()}`)
      await new Promise<void>((resolve) => listeners.push(resolve))
    }
  }
  const soon = (name: string) => within(patienceMs, take(name), `the client, "${name}"`)

  const client: ClientProcess = {
    start(env) {
      const [name = '', ...args] = command
      told = []
      // A group of its own, so that a shell in front does not survive a kill, nor the client behind it.
      const started = spawn(name, args, {
        ...{ stdio: ['pipe', 'pipe', 'pipe'], detached: true, env: { ...process.env, ...env } },
      })
      child = started
      running.add(started)
      started.on('error', (error) => hear(error.message))
      started.stdin.on('error', () => {})
      createInterface({ input: started.stdout }).on('line', hear)
      createInterface({ input: started.stderr }).on('line', (line) => hear(` ${line}`))
      ended = once(started, 'close').then(() => {
        running.delete(started)
        hear(`(ended: ${started.exitCode ?? started.signalCode})`)
      })
    },
    isRunning: () => child !== undefined && child.exitCode === null && child.signalCode === null,
    async kill() {
      if (child) killGroup(child)
      await ended
    },
    tell: (line) => void child?.stdin?.write(`${line}\n`),
    async send(...texts) {
      for (const text of texts) {
        client.tell(`send ${text}`)
        const { messageId } = await soon('kept')
        demand(typeof messageId === 'string', 'the event "kept" has a messageId')
      }
    },
    async dump() {
      client.tell('dump')
      const dump = (await soon('dump')) as unknown as Dump
      const lists = [dump.messages, dump.outbox, dump.orphans ?? []]
      demand(lists.every(Array.isArray), 'the event "dump" has messages and outbox, each a list')
      return { ...dump, orphans: dump.orphans ?? [] }
    },
    lastWords: () => `It said at last: ${words.trim() || 'nothing'}`,
  }
  return client
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const it of running) killGroup(it)
})

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

/** Lines that are no JSON object with an event are for people. */
function parse(line: string): Told | undefined {
  try {
    const it = JSON.parse(line)
    return typeof it?.event === 'string' ? it : undefined
  } catch {
    return undefined
  }
}
