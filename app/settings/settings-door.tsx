import { Suspense, useEffect } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { onDemand } from '../ui/on-demand.ts'
import { settingsOpener } from './settings-address.ts'

const Settings = onDemand(() => import('./settings.tsx'))

/** Add it to what opens the settings. */
export const settingsOnIntent = Settings.onIntent
export const preloadSettings = Settings.preload

interface SettingsDoorProps {
  device: TabDevice
  /** Null: the settings are closed. */
  section: string | null
}

/** Shows the settings over the inbox. When they close, the focus goes back to where it was. */
export function SettingsDoor({ device, section }: SettingsDoorProps) {
  const open = section !== null

  useEffect(() => {
    if (!open) return
    return () => {
      const back = settingsOpener()
      // The inbox is inert until this has been drawn.
      requestAnimationFrame(() => {
        if (back instanceof HTMLElement && back.isConnected) back.focus()
      })
    }
  }, [open])

  return <Suspense>{open ? <Settings device={device} section={section} /> : null}</Suspense>
}
