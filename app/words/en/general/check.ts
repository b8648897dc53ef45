/** How a check ended that a person has asked for. `at` is a time. */
export const check = {
  haveAll: (at: string) => `Checked at ${at}. You have everything.`,
  onTheirWay: (at: string) => `Checked at ${at}. Messages are on their way.`,
  failed: (at: string, why: string) => `Checked at ${at}, without success. ${why}`,
  noNetwork: 'There is no network.',
  unknownHere: 'The server does not know this device any more.',
  switchedOff: 'This device works offline. Switch that off first.',
}
