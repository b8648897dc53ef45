import { openIndexedDbStore } from '../../indexed-db/open.ts'
import { createRunner, type Runner, type Search } from '../../search/runner.ts'
import type { SearchAnswer, SearchRequest } from './conversation.ts'

/** The search of a tab, in a thread of its own: the page keeps drawing while a search reads. */

const answer = (it: SearchAnswer) => postMessage(it)
let runner: Promise<Runner> | null = null
let current: { number: number; search: Search } | null = null

addEventListener('message', (event: MessageEvent<SearchRequest>) => {
  const request = event.data
  if (request.type === 'open') runner = open(request)
  if (request.type === 'stop') current?.search.stop()
  if (request.type === 'more' && current?.number === request.number) current.search.more()
  if (request.type === 'find') void find(request)
})

async function open({ deviceId, options }: Extract<SearchRequest, { type: 'open' }>): Promise<Runner> {
  return createRunner(await openIndexedDbStore(deviceId, options), deviceId)
}

let newest = 0

async function find({ number, criteria }: Extract<SearchRequest, { type: 'find' }>): Promise<void> {
  newest = number
  try {
    const ready = await runner
    // A person types faster than a storage opens.
    if (number !== newest || !ready) return
    current = { number, search: ready.find(criteria, (hits, state) => answer({ number, hits, state })) }
  } catch {
    answer({ number, hits: [], state: 'failed' })
  }
}
