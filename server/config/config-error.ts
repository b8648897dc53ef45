/** A setting that cannot work. Its message is one line for the operator; no stack is shown. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ConfigError'
  }
}
