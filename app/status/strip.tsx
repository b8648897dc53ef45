import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface StripProps {
  tone: 'amber' | 'danger' | 'accent' | 'calm'
  icon: LucideIcon
  children: ReactNode
  action?: ReactNode
}

const tones = {
  amber: ['bg-amber-wash', 'text-amber'],
  danger: ['bg-danger-wash', 'text-danger'],
  accent: ['bg-accent-wash', 'text-accent'],
  calm: ['bg-sunken', 'text-soft'],
}

/** A line above the composer that stays as long as its cause does. A bold event comes first, then its meaning. */
export function Strip({ tone, icon: Icon, children, action }: StripProps) {
  const [ground, sign] = tones[tone]
  return (
    <div className="rail pb-2">
      <div
        role="status"
        className={`strip-box flex flex-wrap items-center gap-x-2.5 gap-y-1.5 rounded-[11px] py-[0.4375rem] ps-[0.8125rem] pe-[0.4375rem] text-[0.8125rem]/[1.1875rem] ${ground}`}
      >
        <Icon className={`size-[1.125rem] shrink-0 ${sign}`} strokeWidth={1.75} aria-hidden="true" />
        <p className="numeric min-h-7 min-w-0 flex-1 basis-48 content-center text-pretty wrap-anywhere">{children}</p>
        {action}
      </div>
    </div>
  )
}
