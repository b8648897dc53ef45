import { useCallback, useEffect, useRef, useState } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import type { Drafts } from '../../lib/core/outbox/drafts.ts'
import { createDraftSaver } from './draft-saver.ts'

export interface DraftHandle {
  receiver: string
  text: string
  /** The receivers for which a text is kept. */
  kept: readonly string[]
  write: (text: string) => void
  /** Turns to another receiver and its draft. With `take`, the present text goes along, before the text that is there. */
  aim: (receiver: string, take?: boolean) => void
  /** Turns to a receiver and puts a text before its draft. Resolves when it is stored. */
  insert: (receiver: string, text: string) => Promise<void>
  /**
   * Empties the composer while `deliver` runs. The stored draft stays until `deliver` succeeds. If it fails, the text
   * comes back before anything written since.
   */
  handOver: (deliver: (receiver: string, text: string) => Promise<void>) => Promise<void>
}

/** The texts that a person has written and not sent: one per receiver, in the device's own storage. */
export function useDraft(device: TabDevice): DraftHandle {
  const [{ receiver, texts }, set] = useState(() => device.getState().drafts)
  const latest = useRef({ receiver, texts })
  const [saver] = useState(() => createDraftSaver(device.saveDraft, device.stashDrafts))

  const show = useCallback((next: Drafts) => {
    latest.current = next
    set(next)
  }, [])

  useEffect(() => saver.watch(), [saver])
  useEffect(() => {
    // Another tab of this device may be the one that the person writes in.
    const follow = () => {
      if (document.hidden && !saver.pending()) show(device.getState().drafts)
    }
    return device.subscribe((it) => it.drafts, follow)
  }, [device, saver, show])

  function put(to: string, text: string): void {
    const { [to]: _, ...others } = latest.current.texts
    show({ receiver: latest.current.receiver, texts: text === '' ? others : { ...others, [to]: text } })
  }

  function write(text: string): void {
    put(latest.current.receiver, text)
    saver.save(latest.current.receiver, text)
  }

  function aim(next: string, take = false): void {
    const { receiver: before } = latest.current
    const text = latest.current.texts[before] ?? ''
    if (take) {
      put(before, '')
      saver.save(before, '')
      put(next, joined(text, latest.current.texts[next]))
    }
    show({ ...latest.current, receiver: next })
    saver.save(next, latest.current.texts[next] ?? '')
  }

  async function insert(next: string, text: string): Promise<void> {
    const whole = joined(text, latest.current.texts[next])
    put(next, whole)
    show({ ...latest.current, receiver: next })
    await saver.saveNow(next, whole)
  }

  async function handOver(deliver: (receiver: string, text: string) => Promise<void>): Promise<void> {
    const { receiver: to } = latest.current
    const text = latest.current.texts[to] ?? ''
    put(to, '')
    await saver.pause(async () => {
      try {
        await deliver(to, text)
      } catch (error) {
        put(to, joined(text, latest.current.texts[to]))
        throw error
      } finally {
        saver.save(to, latest.current.texts[to] ?? '')
        if (latest.current.receiver !== to) {
          saver.save(latest.current.receiver, latest.current.texts[latest.current.receiver] ?? '')
        }
      }
    })
  }

  return { receiver, text: texts[receiver] ?? '', kept: Object.keys(texts), write, aim, insert, handOver }
}

const joined = (first: string, second = '') => [first, second].filter((it) => it !== '').join('\n')
