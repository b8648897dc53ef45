/** The bird alone. Its feet touch the lower edge of the box, so it can sit on any line. */
export function Bird({ className }: { className?: string }) {
  return (
    <svg viewBox="6 13 56 35" className={className} aria-hidden="true">
      <path className="fill-current" d="M8 48C18 46 22 38 22 28a14 14 0 0 1 28 0c0 12-10 20-22 20Z" />
      <path className="fill-[#e8953f]" d="M49 23.5l11 4.500-10.200 4.200a14 14 0 0 0-.8-8.700Z" />
      <circle cx="40" cy="26" r="2.400" className="fill-ground" />
    </svg>
  )
}
