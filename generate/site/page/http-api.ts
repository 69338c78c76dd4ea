/** Draws the contract with Redoc, in the theme that is chosen. */
declare const Redoc: {
  init: (contract: unknown, options: unknown, at: HTMLElement, done: () => void) => void
}
declare const connectifContract: unknown

const { theme } = document.documentElement.dataset
const isDark = theme === 'dark' || (theme !== 'light' && systemIsDark().matches)

const light = {
  text: '#1d2329',
  aside: '#545d66',
  line: '#dde1e6',
  page: '#ffffff',
  raised: '#f6f7f9',
  link: '#0b61b8',
  error: '#b3261e',
}
const dark = {
  text: '#e4e7eb',
  aside: '#a3adb8',
  line: '#343b43',
  page: '#15181c',
  raised: '#1d2127',
  link: '#7ab8ff',
  error: '#ff9a90',
}
const colors = isDark ? dark : light

const place = document.getElementById('redoc') as HTMLElement
Redoc.init(
  connectifContract,
  {
    hideDownloadButtons: true,
    disableSearch: false,
    scrollYOffset: 48,
    theme: {
      colors: {
        primary: { main: colors.link },
        error: { main: colors.error },
        text: { primary: colors.text, secondary: colors.aside },
        border: { dark: colors.line, light: colors.line },
      },
      schema: {
        nestedBackground: colors.raised,
        linesColor: colors.line,
        requireLabelColor: colors.error,
      },
      typography: {
        fontFamily: 'system-ui, sans-serif',
        fontSize: '15px',
        headings: { fontFamily: 'system-ui, sans-serif' },
        code: { color: colors.text, backgroundColor: colors.raised },
        links: { color: colors.link, visited: colors.link, hover: colors.text },
      },
      sidebar: {
        backgroundColor: colors.raised,
        textColor: colors.text,
        activeTextColor: colors.link,
      },
      rightPanel: { backgroundColor: '#1d2329' },
    },
  },
  place,
  () => place.setAttribute('data-drawn', ''),
)
systemIsDark().addEventListener('change', () => location.reload())

function systemIsDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}
