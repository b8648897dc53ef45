import { type ComponentProps, type ReactNode, useId } from 'react'

interface TextFieldProps extends ComponentProps<'input'> {
  label: string
  hint?: ReactNode
}

export function TextField({ label, hint, className = '', ...rest }: TextFieldProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
        className={`block h-12 w-full rounded-xl border border-edge bg-raised px-3.5 text-base placeholder:text-faint focus-visible:border-accent focus-visible:outline-offset-0 ${className}`}
      />
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-faint">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
