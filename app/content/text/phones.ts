/** With the sign of a country's code in front, and as many digits as a number has. */
const PHONE = /(?<![\p{L}\p{N}+/=&?#._-])\+[1-9](?:[ \u00a0./-]?\(?\d\)?){6,14}(?![\p{L}\p{N}]|[.,]\d)/gu

export interface Phone {
  start: number
  end: number
  /** `tel:+4930901820` */
  href: string
}

/** The phone numbers in a text. Without a country's code, most numbers in messages are something else. */
export function phonesIn(text: string): Phone[] {
  if (!text.includes('+')) return []
  return Array.from(text.matchAll(PHONE), ({ 0: written, index }) => ({
    start: index,
    end: index + written.length,
    href: `tel:+${written.replace(/\D/g, '')}`,
  }))
}
