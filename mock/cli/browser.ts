import { spawn } from 'node:child_process'

/** What starts a program: its name and its arguments, of which no shell makes anything else. */
export interface Program {
  readonly name: string
  readonly args: readonly string[]
}

/** Starts a program and lets it go; tells why not, when it does not start or does not succeed. */
export type Starter = (program: Program, failed: (why: string) => void) => void

/**
 * Opens a page in the browser that is set as the default. Nothing waits for it; a failure is told
 * in a sentence.
 */
export function openInBrowser(
  url: string,
  told: (sentence: string) => void,
  start: Starter = started,
  platform: NodeJS.Platform = process.platform,
): void {
  start(browserOn(platform, url), (why) => {
    told(`The browser could not be opened (${why}); open ${url} yourself.`)
  })
}

function browserOn(platform: NodeJS.Platform, url: string): Program {
  if (platform === 'darwin') return { name: 'open', args: [url] }
  // `start` is a command of the shell alone; this is what it does with an address.
  if (platform === 'win32') {
    return { name: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', url] }
  }
  return { name: 'xdg-open', args: [url] }
}

function started({ name, args }: Program, failed: (why: string) => void) {
  const child = spawn(name, args, { stdio: 'ignore', detached: true })
  child.once('error', ({ message }) => failed(message))
  child.once('exit', (code) => {
    if (code) failed(`${name} ended with ${code}`)
  })
  child.unref()
}
