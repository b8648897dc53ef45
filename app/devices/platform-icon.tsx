import { Laptop, type LucideIcon, Smartphone, Tablet, Terminal } from 'lucide-react'

const kinds: [RegExp, LucideIcon][] = [
  [/ipad|tablet/i, Tablet],
  [/iphone|android|phone|mobile/i, Smartphone],
  [/script|curl|node|bot|server|cli/i, Terminal],
]

/** Guesses the kind of device from its platform and its name. */
export function PlatformIcon({ hint }: { hint: string }) {
  const Icon = kinds.find(([pattern]) => pattern.test(hint))?.[1] ?? Laptop
  return <Icon className="size-[18px] shrink-0 text-faint" strokeWidth={1.75} aria-hidden="true" />
}
