import { Bird } from './bird.tsx'

/** A wire across the page with birds on it: this device, and the others that it will be in step with. They are asleep. */
export function Perch() {
  return (
    <div
      aria-hidden="true"
      className="relative h-[clamp(5rem,19dvh,11rem)] w-full shrink-0 border-b-2 border-line [&_.asleep]:text-[light-dark(oklch(0.86_0.008_220),oklch(0.34_0.012_235))]"
    >
      <Bird className="absolute bottom-0 start-[max(1.25rem,calc(50%-12rem))] h-12 text-accent" />
      <Bird asleep className="asleep absolute bottom-0 start-[calc(50%-26rem)] hidden h-8 sm:block" />
      <Bird asleep className="asleep absolute bottom-0 start-[calc(50%+5rem)] h-8" />
      <Bird asleep className="asleep absolute bottom-0 start-[calc(50%+9rem)] h-7 max-[26rem]:hidden" />
    </div>
  )
}
