import { Broken, within } from '../judge/demand.ts'

export interface StreamEvent {
  event: string
  id?: string
  // biome-ignore lint/suspicious/noExplicitAny: the checks look into events of every shape
  data: any
}

export interface EventStream {
  /** Everything so far that `next` has read. */
  readonly seen: readonly StreamEvent[]
  /** The next event of this name; events of other names are passed over. @throws Broken when none comes. */
  next(event?: string): Promise<StreamEvent>
  /** Batches until one reaches this version. @throws Broken when that does not happen. */
  batchesUpTo(version: number): Promise<StreamEvent[]>
  /** Resolves when the server has ended it. */
  ended(): Promise<void>
  close(): void
}

const PATIENCE_MS = 20_000

/** Reads server-sent events from an answer. Nothing is read before it is asked for, so it can also be a slow reader. */
export function readStream(response: Response, stop: AbortController): EventStream {
  const seen: StreamEvent[] = []
  const events = parse(response)

  async function read(what: string): Promise<StreamEvent | undefined> {
    const { value } = await within(PATIENCE_MS, events.next(), what)
    if (value) seen.push(value)
    return value
  }
  const stream: EventStream = {
    seen,
    async next(event) {
      for (;;) {
        const it = await read(`the stream, event ${event ?? 'of any name'}`)
        if (!it) throw new Broken(`the stream ended without the event ${event}`)
        if (event === undefined || it.event === event) return it
      }
    },
    async batchesUpTo(version) {
      const batches: StreamEvent[] = []
      while ((batches.at(-1)?.data.upTo ?? -1) < version) batches.push(await stream.next('batch'))
      return batches
    },
    async ended() {
      while (await read('the end of the stream'));
    },
    close: () => stop.abort(),
  }
  return stream
}

async function* parse(response: Response): AsyncGenerator<StreamEvent, undefined> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    for await (const bytes of response.body ?? []) {
      text += decoder.decode(bytes, { stream: true })
      const blocks = text.split(/\r?\n\r?\n/)
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const event = toEvent(block)
        if (event) yield event
      }
    }
  } catch {
    // The line was cut: for the reader that is an end, too.
  }
  return undefined
}

function toEvent(block: string): StreamEvent | undefined {
  const lines = block.split(/\r?\n/).filter((it) => !it.startsWith(':'))
  const all = (name: string) => lines.filter((it) => it.startsWith(`${name}:`)).map((it) => it.slice(name.length + 1))
  const data = all('data')
  if (data.length === 0) return undefined
  const id = all('id')[0]?.trim()
  return {
    ...{ event: all('event')[0]?.trim() ?? 'message', data: JSON.parse(data.join('\n')) },
    ...(id === undefined ? {} : { id }),
  }
}
