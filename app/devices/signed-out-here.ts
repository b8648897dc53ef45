/** Devices that this tab has signed out: the screen that follows must not call them removed by another one. */
export const signedOutHere = new Set<string>()
