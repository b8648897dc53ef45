import type { ReactNode } from 'react'
import { Perch } from '../brand/perch.tsx'

interface EntryFrameProps {
  title: string
  lead?: ReactNode
  children: ReactNode
  /** A fact at the foot of the page. */
  foot?: string
}

/** The frame of every screen outside the inbox: a wire with the bird, then one question. */
export function EntryFrame({ title, lead, children, foot }: EntryFrameProps) {
  return (
    <main className="flex min-h-dvh flex-col overflow-x-clip pb-[env(safe-area-inset-bottom)]">
      <Perch />
      <div className="mx-auto w-[min(24rem,100%-2.5rem)] flex-1 animate-rise pt-9 pb-8">
        <h1 className="text-[1.75rem]/[2.125rem] font-[620] tracking-[-0.022em] text-balance wrap-anywhere">{title}</h1>
        {lead ? <p className="mt-1.5 text-[0.9375rem]/6 text-pretty text-soft wrap-anywhere">{lead}</p> : null}
        <div className="mt-5">{children}</div>
      </div>
      {foot ? <p className="p-5 text-center text-xs text-faint wrap-anywhere">{foot}</p> : null}
    </main>
  )
}
