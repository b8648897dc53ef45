import { useEffect, useState, useSyncExternalStore } from 'react'
import type { TabDevice } from '../../../lib/browser/browser.ts'
import { createObservable } from '../../../lib/core/observable.ts'
import { innermost } from '../../connection/innermost.ts'
import { isLooking, watchLooking } from '../../hooks/use-looking.ts'
import { type Facts, nextVisit, openVisit, type Visit, withoutBack } from './visit.ts'

export function createVisits(device: Pick<TabDevice, 'getState' | 'subscribe' | 'ready'>) {
  let readHere = 0
  const facts = (): Facts => {
    const { connection, cursor, head, readUpTo, unread } = device.getState()
    return {
      ...{ now: Date.now(), here: isLooking(), readUpTo, unread, readHere },
      level: innermost(connection).state === 'live' && cursor >= head,
    }
  }
  const visit = createObservable<Visit>(openVisit(facts(), false))
  // Until the state shows what the device holds, a full device looks like a fresh one.
  let isRead = false
  const look = () => {
    if (isRead) visit.set(nextVisit(visit.get(), facts()))
  }
  void device.ready
    .catch(() => {})
    .then(() => {
      isRead = true
      visit.set(openVisit(facts(), device.getState().cursor === 0))
    })

  return {
    /** The list has gone to the line of this return; it does so once, also when another part of the history came between. */
    reached: { key: null as string | null },
    get: visit.get,
    subscribe: (listener: () => void) => visit.subscribe(listener),
    /** The person has read up to here, in this tab. */
    read(version: number) {
      readHere = Math.max(readHere, version)
    },
    /** Forgets the absence: the person has marked everything as read. */
    forget: () => visit.set(withoutBack(visit.get())),
    start() {
      const unsubscribe = device.subscribe(look)
      const unwatch = watchLooking(look)
      return () => {
        unsubscribe()
        unwatch()
      }
    },
  }
}

export type Visits = ReturnType<typeof createVisits>

/** Begins with the inbox, also with an empty one: what comes to a person who is here is no absence. */
export function useVisits(device: TabDevice): Visits {
  const [visits] = useState(() => createVisits(device))
  useEffect(() => visits.start(), [visits])
  return visits
}

export const useVisit = (visits: Visits): Visit => useSyncExternalStore(visits.subscribe, visits.get, visits.get)
