import type { RoostOptions } from '../../core/roost-options.ts'
import type { OnHits, Runner } from '../../search/runner.ts'
import type { SearchAnswer, SearchRequest } from './conversation.ts'

/**
 * Runs searches in a worker, which the build makes beside the service worker: an answer of the service worker has lost
 * the fragment of its address, which the bundler of the pages needs. When the worker or its storage fails, the next search begins with a new one.
 */
export function createWorkerRunner(options: RoostOptions, deviceId: string): Runner {
  let worker: Worker | null = null
  let number = 0
  let hear: OnHits = () => {}

  function started(): Worker {
    if (worker) return worker
    const mine = new Worker('/search-worker.js')
    mine.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
      if (data.state === 'failed') end(mine)
      if (data.number === number) hear(data.hits, data.state)
    }
    mine.onerror = () => {
      end(mine)
      hear([], 'failed')
    }
    ask(mine, { type: 'open', deviceId, options })
    worker = mine
    return mine
  }

  function end(which: Worker | null): void {
    which?.terminate()
    if (which === worker) worker = null
  }

  // Its storage opens while the person still types.
  started()
  return {
    find(criteria, onHits) {
      const mine = ++number
      hear = onHits
      ask(started(), { type: 'find', number: mine, criteria })
      return {
        more: () => worker && ask(worker, { type: 'more', number: mine }),
        stop() {
          if (mine !== number) return
          hear = () => {}
          if (worker) ask(worker, { type: 'stop' })
        },
      }
    },
    close: () => end(worker),
  }
}

const ask = (worker: Worker, request: SearchRequest) => worker.postMessage(request)
