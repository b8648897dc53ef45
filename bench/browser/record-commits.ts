import type { BrowserContext } from 'playwright'

/**
 * Records in every page of `context`, from the outside, when a transaction that moves the cursor has completed:
 * `commits` holds [cursor, ms since the epoch]. To be called before a page is opened.
 */
export function recordCommits(context: BrowserContext): Promise<unknown> {
  return context.addInitScript(() => {
    const commits: [number, number][] = []
    Object.assign(globalThis, { commits })
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (value, ...key) {
      if (value?.name === 'state') {
        const { cursor } = value.state.present
        this.transaction.addEventListener('complete', () =>
          commits.push([cursor, performance.timeOrigin + performance.now()]),
        )
      }
      return put.call(this, value, ...key)
    }
  })
}
