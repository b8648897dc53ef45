/** Says what a browser does with a device's messages when it runs out of room. */
export const keptWords = (kept: boolean): string =>
  kept
    ? 'This browser keeps the messages here until you remove them.'
    : 'This browser may clear this device when it runs out of room. Everything on the server comes back; what still waits here would be gone.'
