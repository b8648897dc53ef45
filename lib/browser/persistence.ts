import { createObservable } from '../core/observable.ts'

/** The browser's promise about this origin's data. */
export interface Persistence {
  /** `true`: the browser keeps the data even when it needs room. Null where it does not say. */
  kept(): boolean | null
  /** Returns unsubscribe. */
  watch(listener: () => void): () => void
  /** Asks for the promise, once in a page's life. Some browsers show the person a question. */
  ask(): Promise<void>
}

type Manager = Pick<StorageManager, 'persisted' | 'persist'>

/** Without the promise a browser that runs out of room may delete a whole device, with messages that were never sent. */
export function createPersistence(manager: Manager | undefined = globalThis.navigator?.storage): Persistence {
  const answer = createObservable<{ kept: boolean | null }>({ kept: null })
  let asked = false

  async function learn(question: () => Promise<boolean>): Promise<void> {
    try {
      answer.set({ kept: await question() })
    } catch {
      // A page that may store nothing gets no answer either.
    }
  }

  const looked = manager ? learn(() => manager.persisted()) : Promise.resolve()
  return {
    kept: () => answer.get().kept,
    watch: (listener) => answer.subscribe(listener),
    async ask() {
      if (asked || !manager) return
      asked = true
      await looked
      if (!answer.get().kept) await learn(() => manager.persist())
    },
  }
}
