/** The screen that asks for the name of a new device. */
export const naming = {
  nameTitle: 'What is this device called?',
  nameMeans: 'Your other devices see it by this name. You can change it at any time.',
  browserOn: (browser: string, system: string) => `${browser} on ${system}`,
  deviceName: 'Name of this device',
  openInbox: 'Open the inbox',
}
