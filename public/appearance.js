// Runs before the first paint, so that no page flashes in the wrong colours. See app/preferences/preferences.ts.
const showAppearance = () => {
  try {
    const { theme, density } = JSON.parse(localStorage.getItem('roost.preferences') ?? '{}') ?? {}
    const { dataset } = document.documentElement
    if (theme === 'light' || theme === 'dark') dataset.theme = theme
    else delete dataset.theme
    if (density === 'compact') dataset.density = density
    else delete dataset.density
  } catch {
    // A browser that refuses its storage keeps no choice.
  }
}
showAppearance()
// Another tab has changed it.
addEventListener('storage', showAppearance)
