import { createHash } from 'node:crypto'
import { parseEnv } from 'node:util'
import { type Command, Option } from 'commander'
import type {
  ApiError,
  Connectif,
  ConnectionError,
  PauseNotice,
  RetryNotice,
} from '../../sdk/index.ts'
import { Mistake } from './mistake.ts'
import { tell } from './print.ts'
import { textOf } from './text-file.ts'

/** Where the key and the API are. */
export interface ClientOptions {
  envFile?: string
  baseUrl?: string
}

/** Who hears of waits. */
export interface Waiting {
  onPause(notice: PauseNotice): void
  onRetry(notice: RetryNotice): void
}

const whereKeysAre = 'the panel makes keys: Store settings, API and IP access, API Keys'

/** Waits that are shorter than this are not told, in milliseconds. */
const unnoticed = 2_000

/** Adds the options that every command has which calls the API. */
export function withClientOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--env-file <file>',
        'file that sets CONNECTIF_API_KEY, if the environment does not',
      ),
    )
    .addOption(
      new Option('--base-url <url>', 'where the API is, or CONNECTIF_BASE_URL; for the twin'),
    )
}

/**
 * Does something with a client, whose errors become sentences, and with a name of the account that
 * tells nothing of the key.
 *
 * @throws {Mistake} when there is no key, or a call fails
 */
export async function withClient<T>(
  options: ClientOptions,
  use: (connectif: Connectif, account: string) => Promise<T>,
  waits: Waiting = { onPause: tellPause, onRetry: tellWait },
): Promise<T> {
  const { apiKey, baseUrl } = settingsOf(options)
  const sdk = await import('../../sdk/index.ts')
  try {
    const connectif = new sdk.Connectif({ apiKey, baseUrl, ...waits })
    return await use(connectif, accountOf(apiKey, connectif.baseUrl))
  } catch (thrown) {
    if (thrown instanceof sdk.ApiError) throw new Mistake(refusalIn(thrown))
    if (thrown instanceof sdk.ConnectionError) throw new Mistake(failureIn(thrown, baseUrl))
    if (thrown instanceof sdk.ConnectifError) throw new Mistake(misuseIn(thrown))
    throw thrown
  }
}

function settingsOf({ envFile, baseUrl }: ClientOptions) {
  const file = envFile === undefined ? {} : parseEnv(textOf(envFile))
  // Variables that are set to nothing, as CI has it for secrets that are missing, are not set.
  const setting = (name: string) => process.env[name] || file[name] || undefined
  const apiKey = setting('CONNECTIF_API_KEY')
  if (apiKey) return { apiKey, baseUrl: baseUrl ?? setting('CONNECTIF_BASE_URL') }

  throw new Mistake(
    envFile === undefined
      ? `no API key: set CONNECTIF_API_KEY to keyId:keySecret, or name a file that does by --env-file (${whereKeysAre})`
      : `no API key: neither ${envFile} nor the environment sets CONNECTIF_API_KEY (${whereKeysAre})`,
  )
}

/** The same for all secrets of a key, so that a secret can be changed. */
function accountOf(apiKey: string, baseUrl: string) {
  const [keyId] = apiKey.split(':')
  return createHash('sha256').update(`${baseUrl} ${keyId}`).digest('hex').slice(0, 16)
}

function tellWait({ waitMs, reason, status }: RetryNotice) {
  if (waitMs >= unnoticed && reason !== 'pause' && status !== 429) {
    tell(`Tries again in ${secondsIn(waitMs)} s: ${status ?? reason}.`)
  }
}

function tellPause({ waitMs }: PauseNotice) {
  if (waitMs >= unnoticed) tell(`Waits ${secondsIn(waitMs)} s: the quota of the key is used up.`)
}

function secondsIn(ms: number) {
  return Math.ceil(ms / 1000)
}

function refusalIn({ message, status, rule, retryAfterMs = 0 }: ApiError) {
  if (status === 401) return `${message}: look at CONNECTIF_API_KEY`
  if (status === 429) return `429: too many calls with this key${until(retryAfterMs)}`
  return rule === undefined ? message : `${message} (rule ${rule})`
}

function until(ms: number) {
  return ms === 0 ? '' : `; it may call again in ${secondsIn(ms)} s`
}

function failureIn(error: ConnectionError, where = 'the API') {
  const { name, code, method, path, message } = error
  if (name === 'TimeoutError') return message
  if (error.nothingSent) return `nothing answers at ${where}: ${code}`
  return `${method} ${path}: no whole answer from ${where}${code === undefined ? '' : `: ${code}`}`
}

/** The options of the client by the names that they have here. */
function misuseIn({ message }: Error) {
  return message.replace(/^apiKey/, 'CONNECTIF_API_KEY').replace(/^baseUrl/, '--base-url')
}
