import { createContext } from 'react'
import { useRequired } from '../../hooks/use-required.ts'
import type { Visits } from './use-visit.ts'

const Context = createContext<Visits | null>(null)

export const VisitsProvider = Context.Provider

export const useVisits = (): Visits => useRequired(Context, 'a row outside of the list')
