/** Aborts when a person or a service manager asks the command to end. A second signal ends it at once. */
export function endSignal(): AbortSignal {
  const ends = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => ends.abort())
  return ends.signal
}
