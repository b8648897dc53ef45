import type { ComponentProps } from 'react'

const base =
  'button inline-flex items-center justify-center gap-2 rounded-[9px] font-[550] whitespace-nowrap select-none transition-colors duration-(--quick) disabled:opacity-50'

const looks = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  plain:
    'bg-raised text-ink shadow-[inset_0_0_0_1px_light-dark(oklch(0.25_0.02_240/0.14),oklch(1_0_0/0.16)),var(--rest)] hover:bg-sunken',
  quiet: 'text-soft hover:bg-hover hover:text-ink',
  danger: 'bg-danger text-on-accent hover:opacity-90',
}

const sizes = {
  small: 'min-h-[max(1.875rem,var(--lean))] px-[0.6875rem] text-[0.8125rem]',
  medium: 'min-h-(--control) px-[0.8125rem] text-[0.8125rem]',
  large: 'min-h-11 px-5 text-[0.9375rem]',
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
