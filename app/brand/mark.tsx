/** The logo: the bird on its perch. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 6 64 56" className={className} aria-hidden="true">
      <path className="fill-accent" d="M8 48C18 46 22 38 22 28a14 14 0 0 1 28 0c0 12-10 20-22 20Z" />
      <path className="fill-[#e8953f]" d="M49 23.5l11 4.500-10.200 4.200a14 14 0 0 0-.8-8.700Z" />
      <circle cx="40" cy="26" r="2.600" className="fill-ground" />
      <rect x="3" y="51.500" width="58" height="4.500" rx="2.250" className="fill-accent opacity-55" />
    </svg>
  )
}
