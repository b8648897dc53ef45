import { CircleAlert } from 'lucide-react'

/** Tells what went wrong and what to do about it. A screen reader speaks it at once. */
export function Problem({ children }: { children: string | null }) {
  if (!children) return null
  return (
    <p role="alert" className="flex gap-2.5 rounded-[11px] bg-danger-wash px-3.5 py-2.5 text-[0.8125rem]/5 text-danger">
      <CircleAlert className="mt-px size-[18px] shrink-0" aria-hidden="true" />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </p>
  )
}
