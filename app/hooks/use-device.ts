import { createContext } from 'react'
import type { TabDevice } from '../../lib/browser/browser.ts'
import { useRequired } from './use-required.ts'

const Context = createContext<TabDevice | null>(null)

export const DeviceProvider = Context.Provider

/** The device that this tab is. Everything inside the inbox can ask for it. */
export const useDevice = (): TabDevice => useRequired(Context, 'no inbox around this part')
