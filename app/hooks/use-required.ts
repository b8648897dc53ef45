import { type Context, useContext } from 'react'

/** The value of a context that has no default. @throws Error with `missing` outside of its provider. */
export function useRequired<T>(context: Context<T | null>, missing: string): T {
  const value = useContext(context)
  if (value === null) throw new Error(missing)
  return value
}
