const within = /secret|token/i
const words = /^keys?$|(api|auth|access|private)keys?$|^o?auth(orization|entication)?$/i
const longEnough = 8

/**
 * A query without keys: a client that puts one there has made a mistake, which the journal does not
 * repeat. What could be one by its name is left out, and the key of the call, or its secret.
 */
export function redacted(query: string, authorization: string | undefined): string {
  const key = authorization?.replace(/^apiKey /, '') ?? ''
  const secret = key.slice(key.indexOf(':') + 1)
  const isSecret = (text: string) => {
    if (key === '') return /^(apiKey )?[^:\s]+:\S+$/i.test(text) && !/^\d/.test(text)
    return text.includes(key) || (secret.length >= longEnough && text.includes(secret))
  }
  const pairs = query.split('&').map((pair) => {
    const name = pair.slice(0, pair.indexOf('=') + 1)
    const value = decoded(pair.slice(name.length))
    return namesSecret(decoded(name)) || isSecret(value) ? `${name}***` : pair
  })
  return pairs.join('&')
}

/** By its words: `apiKey`, `x-api-key` and `APIKEY`, but not `keyword`. */
function namesSecret(name: string) {
  const parts = name.replace(/(?<=[a-z])(?=[A-Z])|(?=[A-Z][a-z])/g, ' ').split(/[^a-z]+/i)
  return within.test(name) || parts.some((part) => words.test(part))
}

function decoded(text: string) {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
