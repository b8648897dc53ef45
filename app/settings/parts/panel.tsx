import type { ReactNode } from 'react'

/** A sheet that holds rows, or one form. */
export function Panel({ children, className = '' }: { children: ReactNode; className?: string }) {
  return (
    <div className={`divide-y divide-line rounded-[14px] border border-line bg-raised px-4 shadow-rest ${className}`}>
      {children}
    </div>
  )
}
