/** Wall time of `run`, in ms. */
export async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}

/** How many of `count` things `run` does in a second. */
export async function perSecond(count: number, run: () => Promise<unknown>): Promise<number> {
  return (count / (await milliseconds(run))) * 1_000
}
