export const backdrop =
  'fixed inset-0 z-30 bg-veil transition-opacity duration-200 data-starting-style:opacity-0 data-ending-style:opacity-0'

export const centred =
  'fixed inset-x-4 top-1/2 z-30 mx-auto max-h-[calc(100dvh-2rem)] max-w-sm -translate-y-1/2 overflow-y-auto rounded-2xl border border-line bg-raised p-6 shadow-lift transition-[opacity,scale] duration-200 data-starting-style:scale-[0.97] data-starting-style:opacity-0 focus-visible:outline-none'
