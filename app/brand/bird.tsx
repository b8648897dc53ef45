interface BirdProps {
  className?: string
  /** In one colour, its eye shut. */
  asleep?: boolean
}

/** The bird alone. Its feet touch the lower edge of the box, so it can sit on any line. */
export function Bird({ className, asleep = false }: BirdProps) {
  return (
    <svg viewBox="6 13 56 35" className={`rtl:-scale-x-100 ${className ?? ''}`} aria-hidden="true">
      <path className="fill-current" d="M8 48C18 46 22 38 22 28a14 14 0 0 1 28 0c0 12-10 20-22 20Z" />
      <path
        className={asleep ? 'fill-current' : 'fill-beak'}
        d="M49 23.5l11 4.500-10.200 4.200a14 14 0 0 0-.8-8.700Z"
      />
      {asleep ? null : <circle cx="40" cy="26" r="2.400" className="fill-ground" />}
    </svg>
  )
}
