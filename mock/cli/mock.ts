import { Command, InvalidArgumentError, Option } from 'commander'
import { aShop } from '../builders/shop.ts'
import { isLoopback } from '../carriers/host.ts'
import { type MockServer, serve } from '../carriers/server.ts'
import { openInBrowser } from './browser.ts'
import { Mistake } from './mistake.ts'
import { mockFrom, readSeed } from './seed-file.ts'
import { welcome } from './welcome.ts'

interface MockCommandOptions {
  port: number
  host: string
  seed?: string
  demo?: true
  open?: true
}

const examples = `
Examples:
  $ connectif mock --demo             a shop to try things out on
  $ connectif mock --seed shop.json   a shop of your own
  $ connectif mock --port 0           an empty account, on any free port
  $ connectif mock --demo --open      the same shop, to look at in the browser

A seed is JSON: {"contacts": [...], "products": [...], "purchases": [...],
"eventTypes": [...]}.
`

/** `connectif mock`: serves the twin until a signal stops it. */
export function mockCommand(): Command {
  return new Command('mock')
    .description('Serve a twin of the Connectif API, in memory, to build and test against.')
    .option('-p, --port <number>', 'port to listen on; 0 takes any free one', portFrom, 4010)
    .option('--host <address>', 'address to listen on', hostFrom, '127.0.0.1')
    .addOption(
      new Option('--seed <file>', 'JSON file that every account starts from').conflicts('demo'),
    )
    .option('--demo', 'start from a shop: 200 contacts, 60 products, 300 purchases')
    .option('--open', 'open the inspector, which shows what the twin holds, in the browser')
    .addHelpText('after', examples)
    .action(start)
}

async function start({ port, host, seed: file, demo, open }: MockCommandOptions) {
  if (open && !isLoopback(host)) {
    throw new Mistake(`--open needs a loopback address: nobody can steer the twin by ${host}`)
  }
  const seed = file === undefined ? (demo ? aShop() : {}) : readSeed(file)
  const mock = mockFrom(seed, file)
  mock.openOnly()
  const server = await serve(mock, { port, host }).catch((error) => {
    throw new Mistake(whyNotServed(error, port, host))
  })

  stopOnSignal(server)
  process.stdout.write(welcome({ url: server.url, host, seed }))
  if (open) {
    openInBrowser(`${server.url}/__twin/`, (sentence) => process.stderr.write(`${sentence}\n`))
  }
}

function portFrom(text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new InvalidArgumentError('A port is a whole number, 0 to 65535.')
}

function hostFrom(text: string): string {
  // Node would take an empty one for every address of the machine.
  if (text.trim() !== '') return text
  throw new InvalidArgumentError('Leave it out for 127.0.0.1.')
}

function whyNotServed({ code, message }: NodeJS.ErrnoException, port: number, host: string) {
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} of ${host} is taken; choose another by --port, or 0 for any free one`
    case 'EACCES':
      return `port ${port} of ${host} needs more rights than you have; choose one above 1023`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return `${host} is no address of this machine; leave --host out for 127.0.0.1`
    default:
      return `cannot listen on port ${port} of ${host}: ${message}`
  }
}

function stopOnSignal(server: MockServer) {
  const stop = () => server.close().then(() => process.exit(0))
  // Not once: npm passes on the signal that the terminal has sent already.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop)
  process.once('exit', () => {
    if (process.stdout.isTTY) process.stdout.write('\nStopped.\n')
  })
}
