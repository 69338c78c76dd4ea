/** What fetch needs to make the request of a curl command. */
export interface CurlRequest {
  readonly url: string
  readonly init: RequestInit
  /** Whether the answer is a stream, which does not end by itself. */
  readonly streams: boolean
}

/** Values of variables of the shell. */
type Variables = Readonly<Record<string, string>>

/**
 * The request that a curl command makes, as far as README and inspector use curl and the shell:
 * this machine may have neither.
 */
export function requestOf(command: string, variables: Variables = {}): CurlRequest {
  const [program, ...words] = wordsOf(command, variables)
  if (program !== 'curl') throw new Error(`this is no curl command: ${command}`)
  const headers: [string, string][] = []
  let url = ''
  let method: string | undefined
  let body: string | null = null
  let streams = false
  const options: Record<string, () => void> = {
    '-s': () => {},
    '-N': () => {
      streams = true
    },
    '-X': () => {
      method = words.shift()
    },
    '-H': () => headers.push(headerIn(words.shift() ?? '')),
    '-d': () => {
      body = words.shift() ?? null
    },
    '--data-raw': () => options['-d']?.(),
  }
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    if (word in options) options[word]?.()
    else if (/^https?:/.test(word) && url === '') url = word
    else throw new Error(`${word} is not understood here: ${command}`)
  }
  method ??= body === null ? 'GET' : 'POST'
  return { url, init: { method, headers, body }, streams }
}

function headerIn(text: string): [string, string] {
  const colon = text.indexOf(':')
  return [text.slice(0, colon), text.slice(colon + 1).trim()]
}

/** Text in single quotes, in double quotes, after a backslash, as it is; or a gap. */
const parts = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\|&;<>()`*?[\]#~]+)|(\s+)/gsy

/** The words of a line, as a shell of POSIX splits it. */
function wordsOf(line: string, variables: Variables): string[] {
  const words: string[] = []
  let word: string | undefined
  let end = 0
  for (const [all, single, double, escaped, plain] of line.trim().matchAll(parts)) {
    end += all.length
    if (/^\s/.test(all)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (escaped !== '\n') {
      word = (word ?? '') + (single ?? escaped ?? expanded(double ?? plain ?? '', variables))
    }
  }
  if (end < line.trim().length) throw new Error(`a shell would not take ${line.trim().slice(end)}`)
  return word === undefined ? words : [...words, word]
}

function expanded(text: string, variables: Variables) {
  return text.replace(/\\(["\\$`\n])|\$(\w+)/g, (_, character, name) =>
    name === undefined ? character : (variables[name] ?? ''),
  )
}
