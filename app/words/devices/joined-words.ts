import type { JoinedDevice } from '../../../lib/core/ports.ts'

/** "“Phone” joined, invited by “Desk”." More than three become a number. */
export function joinedWords(joined: readonly JoinedDevice[]): string {
  if (joined.length > 3) return `${joined.length} devices joined: ${joined.map((it) => `“${it.name}”`).join(', ')}.`
  return joined.map(one).join(' ')
}

const one = ({ name, invitedBy }: JoinedDevice) =>
  invitedBy === undefined ? `“${name}” joined.` : `“${name}” joined, invited by “${invitedBy}”.`
