/** Runs before anything is shown: takes the theme that was chosen, else that of the system. */
document.documentElement.dataset.theme = chosen() ?? 'os'

function chosen(): string | null {
  try {
    return localStorage.getItem('tsd-theme')
  } catch {
    return null
  }
}
