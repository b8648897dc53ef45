export const backdrop =
  'fixed inset-0 z-30 bg-veil transition-opacity duration-(--calm) data-starting-style:opacity-0 data-ending-style:opacity-0'

export const centred =
  'dialog fixed inset-x-4 top-1/2 z-30 mx-auto max-h-[calc(100dvh-2rem)] max-w-[24.5rem] -translate-y-1/2 overflow-y-auto rounded-[20px] bg-raised p-6 shadow-lift transition-[opacity,translate] duration-(--calm) data-starting-style:-translate-y-[calc(50%-4px)] data-starting-style:opacity-0 focus-visible:outline-none'

/** A dialog asks one thing: a title, its facts, and two buttons of the same width. */
export const dialogTitle = 'text-xl/[1.625rem] font-[620] tracking-[-0.015em] wrap-anywhere'
export const dialogLead = 'mt-2 text-sm/[1.3125rem] text-soft wrap-anywhere'
export const dialogEnd = 'mt-[1.375rem] flex flex-wrap gap-2 *:flex-1'
