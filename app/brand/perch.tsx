import { Bird } from './bird.tsx'

/** A wire across the page with birds on it: this device, and the others that it will be in step with. */
export function Perch() {
  return (
    <div aria-hidden="true" className="relative h-16 w-full shrink-0 border-b-2 border-line">
      <Bird className="absolute bottom-0 left-1/2 h-11 -translate-x-1/2 text-accent" />
      <Bird className="absolute bottom-0 left-[calc(50%-17rem)] hidden h-7 text-edge/60 grayscale sm:block" />
      <Bird className="absolute bottom-0 left-[calc(50%-14.200rem)] hidden h-6 text-edge/60 grayscale sm:block" />
      <Bird className="absolute bottom-0 left-[calc(50%+15rem)] hidden h-7 -scale-x-100 text-edge/60 grayscale sm:block" />
    </div>
  )
}
