/** Who asks: the method, and where the page comes from that makes the request. */
export interface Asking {
  readonly method: string
  /** The header `Origin`; programs that are not browsers send none. */
  readonly origin: string | undefined
  /** Host and port that the client named. */
  readonly host: string | undefined
  /** Whether it asks for a method or headers beforehand. */
  readonly preflight: boolean
}

/**
 * Whether a page may do what it asks for. A page of another site can send a simple POST without
 * being allowed to read the answer, so only GET is open to all.
 */
export function mayAsk({ method, origin, host }: Asking, cors: readonly string[]): boolean {
  if (method === 'GET' || origin === undefined || cors.includes(origin)) return true
  return origin.toLowerCase() === `http://${host}`.toLowerCase()
}

/** The headers that let a listed page read the answer; none for all others. */
export function corsHeaders(
  { origin, preflight }: Asking,
  cors: readonly string[],
): Record<string, string> {
  const vary = cors.length === 0 ? {} : { vary: 'Origin' }
  if (origin === undefined || !cors.includes(origin)) return vary
  return { ...vary, 'access-control-allow-origin': origin, ...(preflight && allowed) }
}

const allowed = {
  'access-control-allow-methods': 'GET, POST, PUT, DELETE',
  'access-control-allow-headers': 'Content-Type, Last-Event-ID',
  'access-control-max-age': '600',
}

/**
 * The origins, when all of them are.
 *
 * @throws {Error} naming the one that is not
 */
export function originsFrom(cors: readonly string[]): readonly string[] {
  for (const origin of cors) {
    if (URL.canParse(origin) && new URL(origin).origin === origin) continue
    throw new Error(`cors lists ${origin}, which is no origin such as http://localhost:5173`)
  }
  return cors
}
