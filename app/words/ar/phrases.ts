import { plural } from '../plural.ts'

const CLOCK = /^[\d٠-٩]{1,2}[:.]/

/** Keeps a name or a sign of another script in one piece, so that its ends do not change places. */
export const own = (text: string): string => `\u2068${text}\u2069`

export const quoted = (name: string): string => `«${own(name)}»`

/** "الساعة 14:02", "أمس، 14:02". */
export const moment = (when: string): string => (CLOCK.test(when) ? `الساعة ${when}` : when)

/** A count of messages, where it is the subject. */
export const messages = (count: number): string =>
  plural(count, {
    one: 'رسالة واحدة',
    two: 'رسالتان',
    few: '# رسائل',
    many: '# رسالة',
    other: '# رسالة',
  })

/** A count of messages or devices after a preposition or a verb. */
export const ofMessages = (count: number): string =>
  plural(count, { one: 'رسالة واحدة', two: 'رسالتين', few: '# رسائل', many: '# رسالة', other: '# رسالة' })

export const ofDevices = (count: number): string =>
  plural(count, { one: 'جهاز واحد', two: 'جهازين', few: '# أجهزة', many: '# جهازًا', other: '# جهاز' })
