import { printed } from './inspect.ts'

/** What the script of an example is given. */
interface Surroundings {
  modules: unknown
  console: Pick<Console, 'debug' | 'info' | 'log' | 'warn' | 'error'>
  process: { env: Record<string, string> }
}

type Example = (surroundings: Surroundings) => Promise<void>

declare global {
  /** Made by `twin.js`: the modules of one run. */
  var connectifModules: () => unknown
  /** What the scripts of examples call. */
  var connectifExample: (id: string, example: Example) => void
}

const base = document.documentElement.dataset.base ?? './'
const examples = new Map<string, Example>()
const scripts = new Map<string, Promise<void>>()

globalThis.connectifExample = (id, example) => examples.set(id, example)

for (const block of document.querySelectorAll<HTMLPreElement>('pre[data-example]')) {
  addButton(block, block.dataset.example ?? '')
}

/** Puts a button below a block, and the place for what it prints. */
function addButton(block: HTMLPreElement, id: string): void {
  const row = document.createElement('div')
  row.className = 'run'
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = 'Run'
  const hint = document.createElement('span')
  hint.textContent = 'here, against the twin'
  const output = document.createElement('pre')
  output.className = 'run-output'
  output.tabIndex = 0
  output.hidden = true
  output.setAttribute('aria-label', 'What the example prints')
  const live = document.createElement('div')
  live.setAttribute('aria-live', 'polite')
  live.append(output)
  row.append(button, hint)
  block.after(row, live)
  button.addEventListener('click', () => run(id, button, output))
}

async function run(id: string, button: HTMLButtonElement, output: HTMLPreElement): Promise<void> {
  button.disabled = true
  output.dataset.state = 'running'
  output.textContent = ''
  const print = (...values: unknown[]) => {
    output.textContent += `${printed(values)}\n`
    output.hidden = false
  }
  try {
    await Promise.all([load('assets/twin.js'), load(`assets/examples/${id}.js`)])
    await examples.get(id)?.({
      modules: connectifModules(),
      console: { debug: print, info: print, log: print, warn: print, error: print },
      process: { env: { CONNECTIF_API_KEY: 'test:secret' } },
    })
    if (output.textContent === '') print('It ran, and prints nothing.')
    output.dataset.state = 'done'
  } catch (error) {
    print(error)
    output.dataset.state = 'failed'
  } finally {
    button.disabled = false
    button.textContent = 'Run again'
  }
}

/** Loads a script of the site, once. It is a plain one: modules do not load from files. */
function load(path: string): Promise<void> {
  const loading = scripts.get(path) ?? loaded(`${base}${path}`)
  scripts.set(path, loading)
  return loading
}

function loaded(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script')
    script.src = url
    script.onload = () => resolve()
    script.onerror = () => reject(new Error(`${url} did not load`))
    document.head.append(script)
  })
}
