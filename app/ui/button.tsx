import type { ComponentProps } from 'react'

const base =
  'inline-flex items-center justify-center gap-2 rounded-xl font-medium whitespace-nowrap select-none transition-colors duration-150 disabled:opacity-50'

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  plain: 'border border-line bg-raised text-ink hover:border-edge',
  quiet: 'text-soft hover:bg-ink/6 hover:text-ink',
  danger: 'bg-danger text-on-accent hover:opacity-90',
}

const sizes = {
  small: 'h-8 rounded-lg px-3 text-sm pointer-coarse:h-10',
  medium: 'h-10 px-4 text-sm pointer-coarse:h-11',
  large: 'h-12 px-5 text-base',
}

export interface ButtonProps extends ComponentProps<'button'> {
  look?: keyof typeof looks
  size?: keyof typeof sizes
  /** The press is still being answered: the button cannot be pressed again, and says so. */
  busy?: boolean
}

export function Button({
  look = 'plain',
  size = 'medium',
  busy = false,
  className = '',
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={`${base} ${looks[look]} ${sizes[size]} ${busy ? 'animate-breathe' : ''} ${className}`}
    />
  )
}
