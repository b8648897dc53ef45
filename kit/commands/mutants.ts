import type { Verdict } from '../judge/verdict.ts'
import type { Mutant } from '../mutants/mutant.ts'

/** Judges by the check of a mutant, with its bug or without. */
export type JudgeMutant = (mutant: Mutant, planted: boolean) => Promise<Verdict | undefined>

/**
 * Plants each bug and prints whether its check turns red, as a table in Markdown. A check that cannot fail proves
 * nothing. Answers whether each check passes without its bug and fails with it.
 */
export async function tryMutants(mutants: readonly Mutant[], judge: JudgeMutant): Promise<boolean> {
  let good = true
  console.log('| planted bug | check | without | with it |\n| --- | --- | --- | --- |')
  for (const mutant of mutants) {
    const without = (await judge(mutant, false))?.outcome
    const planted = (await judge(mutant, true))?.outcome
    good &&= without === 'passed' && planted === 'failed'
    console.log(`| ${mutant.what} | \`${mutant.check}\` | ${without} | ${planted} |`)
  }
  return good
}

/** `server --mutants`: our own server, from its sources. */
export async function tryServerMutants(): Promise<boolean> {
  const { serverMutants } = await import('../mutants/server-mutants.ts')
  const { startServerWithMutants } = await import('../mutants/server-with-mutants.ts')
  await using server = await startServerWithMutants()
  return tryMutants(serverMutants, server.judge)
}

/** `device --mutants`: the example in Python. */
export async function tryClientMutants({ patience }: { patience: number }): Promise<boolean> {
  const { clientMutants } = await import('../mutants/client-mutants.ts')
  const { judgeClientMutant } = await import('../mutants/client-with-mutant.ts')
  return tryMutants(clientMutants, (mutant, planted) => judgeClientMutant(mutant, planted, patience * 1_000))
}
