/** The number on the icon of an installed app. Elsewhere browsers ignore it, or have no such thing. */
export function showBadge(count: number): void {
  if (!('setAppBadge' in navigator)) return
  // A browser that refuses shows no badge; the title has the number, too.
  void (count > 0 ? navigator.setAppBadge(count) : navigator.clearAppBadge()).catch(() => {})
}
