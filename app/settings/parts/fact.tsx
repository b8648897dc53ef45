import type { ReactNode } from 'react'

interface FactProps {
  /** Before the words, such as a device's tile. */
  sign?: ReactNode
  title: ReactNode
  note?: ReactNode
  /** The person's action on it. */
  children?: ReactNode
}

/** A row of a panel: a fact, and its action at the other edge. */
export function Fact({ sign, title, note, children }: FactProps) {
  return (
    <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      {sign}
      <div className="min-w-0 flex-1 basis-44">
        <p className="text-sm font-medium wrap-anywhere">{title}</p>
        {note ? (
          <p className="numeric mt-0.5 text-[0.8125rem]/[1.1875rem] text-faint wrap-anywhere text-pretty">{note}</p>
        ) : null}
      </div>
      {children ? <div className="flex flex-none flex-wrap items-center gap-2">{children}</div> : null}
    </div>
  )
}
