import { type ComponentProps, type ReactNode, useId } from 'react'

interface TextFieldProps extends ComponentProps<'input'> {
  label: string
  hint?: ReactNode
}

export function TextField({ label, hint, className = '', ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-[0.8125rem]/[1.125rem] font-[550]">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
        className={`block min-h-11 w-full rounded-[9px] border border-edge bg-raised px-[0.8125rem] text-[0.9375rem] placeholder:text-faint focus-visible:border-accent focus-visible:outline-offset-0 ${className}`}
      />
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-faint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
