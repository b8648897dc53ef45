import type { Environment } from './secret.ts'

/** Names this short have too many neighbours among other programs' variables (PAGER, HOME): only their letters in another order count. */
const SHORT = 5

/** Gives a line for each variable that nearly has the name of a setting, and so changes nothing. */
export function nearMisses(env: Environment, settings: readonly string[]): string[] {
  return Object.keys(env)
    .filter((name) => !settings.includes(name))
    .flatMap((name) => {
      const meant = nearest(name, settings)
      return meant === undefined ? [] : [`${name} is no setting of Roost and changes nothing: ${meant} is one`]
    })
}

function nearest(name: string, settings: readonly string[]): string | undefined {
  const given = bare(name.replace(/^roost_/i, ''))
  const distances = settings.map((it) => ({ it, distance: distance(given, bare(it)) }))
  const [first] = distances.sort((a, b) => a.distance - b.distance)
  return first && isNear(given, bare(first.it), first.distance) ? first.it : undefined
}

function isNear(given: string, setting: string, distance: number): boolean {
  if (setting.length <= SHORT) return sorted(given) === sorted(setting)
  return distance <= (setting.length < 9 ? 1 : 2)
}

const bare = (name: string) => name.toUpperCase().replace(/[^A-Z]/g, '')
const sorted = (name: string) => [...name].sort().join('')

/** How many letters have to be added, left out, changed, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  const table: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let j = 1; j <= b.length; j += 1) (table[0] as number[])[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change)
      ;(table[i] as number[])[j] = swaps ? Math.min(best, at(i - 2, j - 2) + 1) : best
    }
  }
  return at(a.length, b.length)
}
