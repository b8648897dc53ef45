/** The screens are English. A reader of English keeps their own clock (12 or 24 hours) and order of the date. */
export const locale = (() => {
  const preferred = typeof navigator === 'undefined' ? 'en' : navigator.language
  return preferred.startsWith('en') ? preferred : 'en-GB'
})()

const count = new Intl.NumberFormat(locale)

/** 12000 → "12,000". */
export const formatCount = (value: number): string => count.format(value)
