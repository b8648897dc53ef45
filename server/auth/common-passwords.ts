import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

/** The estimator calls fewer than a million guesses a score of 0 or 1. */
const LOWEST_SCORE = 2
/** The estimator's time grows with the square of the length, and a common password is short. */
const LOOKS_AT = 40

let estimator: Promise<ZxcvbnFactory> | undefined

/** Loads 50,000 common passwords, when a person first chooses one. */
async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs: graphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs })
}

/** Whether a program would guess this password within a million tries; it would try the person's address first. */
export async function isCommonPassword(password: string, email = ''): Promise<boolean> {
  estimator ??= load()
  const own = ['roost', email, ...email.split('@'), ...email.split(/[@.+_-]/)].filter((it) => it.length > 2)
  return (await estimator).check(password.slice(0, LOOKS_AT), own).score < LOWEST_SCORE
}
