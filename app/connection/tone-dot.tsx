import type { Tone } from '../words/connection-words.ts'

const tones: Record<Tone, string> = {
  calm: 'bg-accent',
  busy: 'bg-accent animate-breathe',
  waits: 'bg-amber',
  ask: 'bg-danger',
}

export function ToneDot({ tone }: { tone: Tone }) {
  return (
    <span
      aria-hidden="true"
      data-tone={tone}
      className={`dot inline-block size-2 shrink-0 rounded-full ${tones[tone]}`}
    />
  )
}
