import { ArrowDown } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import type { DeviceState } from '../../lib/core/device-state.ts'
import { useDevice } from '../hooks/use-device.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { back as english } from '../words/en/inbox/back.ts'
import { subject } from '../words/language/catalog.ts'
import { unreadBelow } from './back/unread-below.ts'

const say = subject('back', english)

interface BelowProps {
  view: RefObject<HTMLElement | null>
  /** The newest version of the rows in sight. */
  lastShown: () => number
  onJump: () => void
}

/** Says how many unread messages are below, and leads to the newest. */
export function Below({ view, lastShown, onJump }: BelowProps) {
  const [last, setLast] = useState(lastShown)
  const count = useDeviceState(useDevice(), (state: DeviceState) => unreadBelow(state, last))

  useEffect(() => {
    const element = view.current
    let due = 0
    const look = () => {
      due ||= requestAnimationFrame(() => {
        due = 0
        setLast(lastShown())
      })
    }
    look()
    element?.addEventListener('scroll', look, { passive: true })
    return () => {
      cancelAnimationFrame(due)
      element?.removeEventListener('scroll', look)
    }
  }, [view, lastShown])

  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-2.5 z-3 flex justify-center">
      <button
        type="button"
        aria-keyshortcuts="End"
        onClick={onJump}
        className="numeric pointer-events-auto flex h-9 animate-rise items-center gap-2 rounded-full bg-raised ps-3 pe-3.5 text-sm font-medium shadow-lift hover:bg-sunken pointer-coarse:h-11"
      >
        <ArrowDown className="size-4" aria-hidden="true" />
        {count > 0 ? say.moreBelow(count) : say.jumpToLatest}
        <span
          aria-hidden="true"
          className="rounded-[5px] px-1.5 font-sans text-xs/5 font-normal text-faint inset-ring inset-ring-line pointer-coarse:hidden"
        >
          {say.endKey}
        </span>
      </button>
    </div>
  )
}
