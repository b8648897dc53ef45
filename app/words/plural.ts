import { formatCount } from './count.ts'
import { locale, perSurroundings } from './time/surroundings.ts'

const rules = perSurroundings(() => new Intl.PluralRules(locale()))

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/**
 * Chooses the form for `count`, in which `#` stands for the number: `plural(3, { one: '# day', other: '# days' })`. A
 * name may hold a `#` too, so it stays outside of the forms.
 */
export function plural(count: number, forms: Forms): string {
  return (forms[rules().select(count)] ?? forms.other).replaceAll('#', formatCount(count))
}
