interface ProgressBarProps {
  label: string
  done: number
  total: number
  className?: string
}

export function ProgressBar({ label, done, total, className = '' }: ProgressBarProps) {
  const part = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(done, total)}
      className={`progress h-1 overflow-hidden rounded-full bg-ink/10 ${className}`}
    >
      <div
        className="h-full origin-left rounded-full bg-accent transition-transform duration-300 ease-out rtl:origin-right"
        style={{ transform: `scaleX(${part})` }}
      />
    </div>
  )
}
