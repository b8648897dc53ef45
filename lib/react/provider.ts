import { createContext, createElement, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { RoostDevice } from '../client/types.ts'

interface Opening {
  /** Null until it is open, and on a server. */
  device: RoostDevice | null
  opened: Promise<RoostDevice>
}

const Context = createContext<Opening | null>(null)

export interface RoostProviderProps {
  /**
   * Call `openDevice` outside of the components, so that it is called once. Null on a server.
   */
  device: Promise<RoostDevice> | RoostDevice | null
  children?: ReactNode
}

/** Gives the hooks below it a device. A device that cannot be opened throws its DeviceError into the nearest error boundary. */
export function RoostProvider({ device, children }: RoostProviderProps): ReactNode {
  const [open, setOpen] = useState<RoostDevice | null>(null)
  const [error, setError] = useState<unknown>(null)
  const opened = useMemo(() => (device ? Promise.resolve(device) : new Promise<RoostDevice>(() => {})), [device])
  useEffect(() => {
    let isHere = true
    opened.then(
      (it) => isHere && setOpen(it),
      (reason: unknown) => isHere && setError(reason),
    )
    return () => {
      isHere = false
    }
  }, [opened])
  const value = useMemo(() => ({ device: open, opened }), [open, opened])
  if (error !== null) throw error
  return createElement(Context, { value }, children)
}

export function useOpening(): Opening {
  const opening = useContext(Context)
  if (!opening) throw new Error('This hook needs a RoostProvider above it.')
  return opening
}
