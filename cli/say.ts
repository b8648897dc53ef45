/** Results go to standard output; everything that a person should know beside them goes here. */
export function say(text: string): void {
  process.stderr.write(`roost: ${text}\n`)
}

/** Resolves when the line was taken: a slow reader slows the command, and a message counts as shown only then. */
export function print(line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(`${line}\n`, (error) => (error ? reject(error) : resolve()))
  })
}

export const printJson = (value: unknown) => print(JSON.stringify(value))
