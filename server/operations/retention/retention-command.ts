import type { Command } from '../command-line/command.ts'

export const retentionCommand: Command = {
  name: 'retention',
  summary: 'says what RETENTION_DAYS removes next, or why it removes nothing',
  usages: ['[--release]'],
  about: `A server whose clock has leapt ahead removes nothing until the clock is right again, or until an operator says that it
is right as it is. May run beside the server.`,
  options: { '--release': 'the clock is right: let retention go on, within the hour' },
  examples: [
    ['RETENTION_DAYS=90', 'what it removes next, or why nothing'],
    ['RETENTION_DAYS=90 --release', 'lets it go on'],
  ],
  async run({ options }) {
    const { settings } = await import('../command-line/settings.ts')
    const { openRetentionStore } = await import('./open-retention-store.ts')
    const { describe } = await import('./describe.ts')
    const config = settings()
    if (config.retentionDays === 0) return console.log('RETENTION_DAYS is 0: messages are kept for ever.')
    const store = await openRetentionStore(config)
    try {
      if (options.has('--release')) await store.trustTime(Date.now())
      console.log(describe(await store.trustedTime(), config.retentionDays))
    } finally {
      await store.close()
    }
  },
}
