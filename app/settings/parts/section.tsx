import type { ReactNode } from 'react'

interface SectionProps {
  title: string
  /** A sentence below the title. */
  lead?: string
  children: ReactNode
}

/** A titled part of the settings. */
export function Section({ title, lead, children }: SectionProps) {
  return (
    <section aria-label={title} className="mb-9">
      <h3 className="text-base font-semibold tracking-[-0.011em]">{title}</h3>
      {lead ? <p className="mt-0.5 text-sm text-soft text-pretty">{lead}</p> : null}
      <div className="mt-2.5">{children}</div>
    </section>
  )
}
