import { Laptop, type LucideIcon, Smartphone, Tablet, Terminal } from 'lucide-react'
import { deviceColour } from '../words/devices/device-colour.ts'

const kinds: [RegExp, LucideIcon][] = [
  [/ipad|tablet/i, Tablet],
  [/iphone|android|phone|mobile/i, Smartphone],
  [/script|curl|node|bot|server|cli/i, Terminal],
]

interface PlatformIconProps {
  /** The kind of device is guessed from its platform and its name. */
  hint: string
  colour: number | undefined
}

export function PlatformIcon({ hint, colour }: PlatformIconProps) {
  const Icon = kinds.find(([pattern]) => pattern.test(hint))?.[1] ?? Laptop
  return (
    <Icon
      className="size-[18px] shrink-0"
      style={{ color: deviceColour(colour) }}
      strokeWidth={1.75}
      aria-hidden="true"
    />
  )
}
