/** Roost beside the other apps of the device. */
export const install = {
  title: 'Roost as an app',
  now: 'Install',
  offered: 'With its own icon and window, and among the apps that you can share to',
  how: {
    installed: 'This is the installed app',
    insecure: 'Browsers install from HTTPS only, and this address is plain HTTP',
    ios: 'In Safari tap Share, then “Add to Home Screen”',
    mac: 'In the menu choose File, “Add to Dock”',
    menu: 'Look for “Install” or “Add to Home screen” in the menu of the browser. Some browsers have none',
  },
}
