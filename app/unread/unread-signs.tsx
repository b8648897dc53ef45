import { useEffect } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useDeviceState } from '../hooks/use-device-state.ts'
import { useLooking } from '../hooks/use-looking.ts'
import { usePreferences } from '../preferences/preferences.ts'
import { sumOf } from '../timeline/back/visit.ts'
import { showBadge } from './badge.ts'
import { showIcon } from './tab-icon.ts'

/** Shows the number of unread messages where a person sees it without the page: in the title, the icon and the badge. */
export default function UnreadSigns({ device }: { device: TabDevice }) {
  const name = useDeviceState(device, (it) => it.name)
  const unread = useDeviceState(device, (it) => sumOf(it.unread))
  const looking = useLooking()
  const { unreadNumber } = usePreferences()
  const shown = unreadNumber ? unread : 0

  useEffect(() => {
    document.title = `${shown > 0 ? `(${shown}) ` : ''}${name} – Roost`
  }, [name, shown])

  const count = looking ? 0 : shown
  useEffect(() => {
    showBadge(count)
    void showIcon(count)
  }, [count])
  // The inbox is on the screen, or there is nothing left that a notification could tell of.
  const isSeen = looking || unread === 0
  useEffect(() => {
    if (!isSeen || !navigator.serviceWorker) return
    device
      .push()
      .then((it) => it.closeNotices())
      .catch(() => {})
  }, [device, isSeen])
  useEffect(
    () => () => {
      showBadge(0)
      void showIcon(0)
    },
    [],
  )
  return null
}
