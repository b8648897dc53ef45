import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: LucideIcon
  /** Names the action for people who do not see the icon. */
  label: string
}

export function IconButton({ icon: Icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={`grid size-9 shrink-0 place-items-center rounded-lg text-faint transition-colors hover:bg-ink/6 hover:text-ink pointer-coarse:size-11 ${className}`}
    >
      <Icon className="size-[18px]" aria-hidden="true" />
    </button>
  )
}
