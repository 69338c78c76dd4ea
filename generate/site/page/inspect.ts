const widest = 72
const deepest = 2

/** A line as `console.log` of Node prints it. */
export function printed(values: readonly unknown[]): string {
  return values.map((one) => (typeof one === 'string' ? one : inspected(one, 0))).join(' ')
}

function inspected(value: unknown, depth: number): string {
  if (typeof value === 'string') return `'${value.replaceAll('\n', '\\n')}'`
  if (typeof value === 'function') return `[Function: ${value.name || '(anonymous)'}]`
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (Array.isArray(value)) {
    const entries = value.map((one) => nested(one, depth))
    return framed(entries, '[', ']', depth)
  }
  const entries = Object.entries(value).map(([key, one]) => `${name(key)}: ${nested(one, depth)}`)
  return framed(entries, '{', '}', depth)
}

function nested(value: unknown, depth: number): string {
  const isDeep = depth >= deepest && typeof value === 'object' && value !== null
  if (!isDeep || value instanceof Date) return inspected(value, depth + 1)
  return Array.isArray(value) ? '[Array]' : '[Object]'
}

function framed(entries: readonly string[], open: string, close: string, depth: number): string {
  if (entries.length === 0) return open + close
  const line = `${open} ${entries.join(', ')} ${close}`
  const indent = '  '.repeat(depth)
  const length = entries.join('').length + entries.length + indent.length
  if (length <= widest && !line.includes('\n')) return line
  return `${open}\n${entries.map((one) => `${indent}  ${one}`).join(',\n')}\n${indent}${close}`
}

function name(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : `'${key}'`
}
