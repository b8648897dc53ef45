import type { ReactNode } from 'react'
import { Perch } from '../brand/perch.tsx'

interface EntryFrameProps {
  title: string
  lead?: ReactNode
  children: ReactNode
}

/** The frame of every screen outside the inbox. */
export function EntryFrame({ title, lead, children }: EntryFrameProps) {
  return (
    <main className="flex min-h-dvh flex-col items-center overflow-x-clip pb-[max(2.500rem,env(safe-area-inset-bottom))]">
      <div className="w-full pt-[max(2rem,12dvh)] [@media(max-height:700px)]:pt-6">
        <Perch />
      </div>
      <div className="w-full max-w-[25rem] animate-rise px-6 pt-9">
        <h1 className="text-[1.75rem]/[1.2] font-semibold tracking-[-0.022em] text-balance">{title}</h1>
        {lead ? <p className="mt-2.5 text-soft text-pretty">{lead}</p> : null}
        <div className="mt-8">{children}</div>
      </div>
    </main>
  )
}
