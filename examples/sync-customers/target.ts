import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { Connectif } from 'connectif-sdk'
import { createMock, type Mock } from 'connectif-sdk/mock'
import { serve } from 'connectif-sdk/mock/server'
import { type ContactFields, contactFields } from './contact-fields.ts'

/** What is loaded into. */
export interface Target {
  connectif: Connectif<ContactFields>
  /** The twin behind it, when it is one of this process. */
  mock?: Mock
  close(): Promise<void>
}

/**
 * The API that the command line names, else a twin of this process. An API key alone changes
 * nothing, so that one which happens to be in the environment is not used by accident.
 *
 * @throws {Error} when an API is named, but no key for it
 */
export async function openTarget(): Promise<Target> {
  const { values } = parseArgs({ options: { 'base-url': { type: 'string' } } })
  const baseUrl = values['base-url']
  const apiKey = process.env.CONNECTIF_API_KEY
  if (baseUrl === undefined) return openTwin()
  if (!apiKey) throw new Error(`set CONNECTIF_API_KEY to load into ${baseUrl}`)

  const connectif = new Connectif({ apiKey, baseUrl, contactFields, onRetry: told })
  return { connectif, close: async () => {} }
}

async function openTwin(): Promise<Target> {
  const mock = createMock({ contactFields, domains: ['shop.example'], seed: alreadyThere })
  const server = await serve(mock, { port: 0 })
  const connectif = new Connectif({ apiKey: 'example:secret', baseUrl: server.url, contactFields })

  // So that what was there before is older than the run, by the clock's milliseconds.
  await sleep(2)
  return { connectif, mock, close: () => server.close() }
}

/** Customers whom the account knows before the run; the file has news of them. */
const alreadyThere = {
  contacts: [
    { _externalId: 'POS-001206', _name: 'Níkos', _points: 80, tier: 'bronze' },
    { _externalId: 'POS-001208', _name: 'Inés', _email: 'ines.marin@example.net' },
    { _externalId: 'vip-77', _points: 1 },
  ],
}

function told({ reason, waitMs }: { reason: string; waitMs: number }): void {
  console.error(`waiting ${waitMs} ms (${reason})`)
}
