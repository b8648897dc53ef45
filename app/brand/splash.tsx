import { Mark } from './mark.tsx'

/** Appears only when the start takes long enough to be noticed. */
export function Splash() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <div className="animate-appear" role="status">
        <Mark className="w-16 animate-breathe" />
        <span className="sr-only">Roost is opening</span>
      </div>
    </main>
  )
}
