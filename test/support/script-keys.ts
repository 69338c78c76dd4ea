import { routes } from '../../mock/generated/routes.ts'
import { type Ask, by, later, type Scene } from './script-scene.ts'

const everyScope = [...new Set(routes.map(({ scope }) => scope))]
const line = 'PATCH /contacts/email/ada@example.com'
const patch: Ask = { line, body: {}, status: 200 }
const refused: Ask = { line, body: {}, status: 429, rule: 'rate-limit' }
const reading = 'GET /contacts/email/ada@example.com'

/** Keys with and without scopes, a blocked account, a limit of calls; the older path is off. */
export const keysAndLimits: Scene = {
  options: {
    clock: '2026-01-01T00:00:00Z',
    accounts: {
      main: { keys: { 'test:secret': everyScope, 'reader:1': ['contacts:read'] } },
      closed: { keys: { 'closed:1': everyScope }, blocked: true },
    },
    rateLimit: { limit: 3, retryAfter: true },
    behaviors: { legacyPath: 'off' },
  },
  steps: [
    patch,
    { line: reading, headers: by('reader:1'), status: 200 },
    { line, body: {}, headers: by('reader:1'), status: 403, rule: 'scope' },
    { line: reading, headers: by('closed:1'), status: 403, rule: 'scope' },
    { line: reading, headers: by('unknown:1'), status: 401, rule: 'key' },
    { line: 'GET /contacts/ada@example.com', status: 404, rule: 'legacy-path' },
    { line: 'DELETE /contacts/external-id/none', status: 204 },
    refused,
    { line: reading, headers: by('reader:1'), status: 200 },
    later({ seconds: 59, milliseconds: 999 }),
    refused,
    later({ milliseconds: 1 }),
    patch,
  ],
}
