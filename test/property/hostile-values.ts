import fc from 'fast-check'

const ofPrototypes = ['__proto__', 'constructor', 'prototype', 'toString', '__defineGetter__']

const codeUnits = fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code))

/** Texts that a client may send by mistake or on purpose. */
export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ofPrototypes),
  fc.constantFrom('', ' ', '\t', '.', '..', '\0', '\ud800', '\u2028', '\r\nx-injected: 1'),
  fc.constantFrom('%2e%2e', '%00', '%', '%ED%A0%80', '%252F', '{{7*7}}', 'x'.repeat(3000)),
  fc.string({ unit: codeUnits, maxLength: 8 }),
)

/** JSON of numbers at the ends of what can be written, some of them beyond. */
const numbers = ['1e400', '-1e400', '1e308', '-0', '9007199254740993', '5e-324', '0.1', '-1']

const nested = `${'['.repeat(900)}${']'.repeat(900)}`

/** JSON of values that no field expects. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  hostileTexts.map((text) => JSON.stringify(text)),
  fc.constantFrom(...numbers),
  fc.constantFrom('null', 'true', '[]', '{}', '[[]]', '[null]', nested),
  fc.constantFrom(
    ...['{"__proto__":{"polluted":1}}', '{"constructor":{"prototype":{"polluted":1}}}'],
    '{"_externalId":"inherited"}',
  ),
  fc.json({ maxDepth: 3 }),
)

/** Names of members that no schema has, that are read-only, or that every object has. */
export const hostileNames: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...ofPrototypes),
  fc.constantFrom('_email', '_externalId', 'id', '_totalPurchases', 'trackerId'),
  hostileTexts,
)

/** Bodies that are anything: not JSON, not an object, too deep, or with a member twice. */
export const hostileBodies: fc.Arbitrary<string | undefined> = fc.oneof(
  hostileJson,
  hostileTexts,
  fc.constantFrom(undefined, '\ufeff{}', '{"a":1', '{"_name":"a","_name":1}', '['.repeat(20_000)),
  fc.constant(`${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}`),
)

/** Paths, as they are sent, that lead nowhere, or not where they seem to. */
export const hostilePaths: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('*', '/', '//', '/%', '/contacts', '/contacts/%2F', '/contacts/email/a%40b.c/'),
  fc.constantFrom('/contacts/email/%2561%2540b.c', '/CONTACTS/email/a@b.c', '/__proto__/a'),
  fc.constantFrom('/contacts/../purchases/', '/./contact-fields/', '/contact-fields;a=b/'),
  hostileTexts.map((text) => `/contacts/external-id/${sendable(text)}`),
  fc.array(hostileTexts, { maxLength: 4 }).map((texts) => `/${texts.map(sendable).join('/')}`),
)

/** Queries, as they are sent, that mean nothing, or two things. */
export const hostileQueries: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('', '=', '&&', 'createContact', 'createContact=true&createContact=false'),
  fc.constantFrom('createContact[]=true', '__proto__=1&__proto__=2', 'createContact=%', '%00=%00'),
  hostileTexts.map(sendable),
)

/** What can stand in the first line of a request as it is. */
function sendable(text: string) {
  return text.replace(/[^!-~]|[?#]/g, '')
}
