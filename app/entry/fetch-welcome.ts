/** Whether the server takes new accounts; null when it does not answer. */
export async function fetchWelcome(): Promise<boolean | null> {
  try {
    const answer = await fetch('/api/roost/welcome', { signal: AbortSignal.timeout(5_000) })
    const { signUp } = (await answer.json()) as { signUp?: unknown }
    return typeof signUp === 'boolean' ? signUp : null
  } catch {
    return null
  }
}
