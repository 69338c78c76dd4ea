import { describe, expect, test } from 'vitest'
import { routes } from '../../../mock/generated/routes.ts'
import { Router } from '../../../mock/router.ts'
import { carriers, sendBy } from '../../support/carriers.ts'
import { callsOf, played, scenes } from '../../support/script.ts'

const named = Object.entries(scenes)

/** Headers of the engine, which no carrier adds by itself. */
const engineHeaders = [
  ...['content-type', 'allow', 'retry-after', 'x-connectif-mock-rule'],
  ...['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'],
]

function essence({
  status,
  headers,
  body,
}: {
  status: number
  headers: Readonly<Record<string, string>>
  body: string
}) {
  const counted = headers['x-ratelimit-limit'] !== undefined
  const names = counted ? [...engineHeaders, 'date'] : engineHeaders
  const kept = names.filter((name) => headers[name] !== undefined)
  // Links begin with where the twin was reached.
  const text = body.replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, 'https://api.connectif.cloud')
  return { status, body: text, headers: kept.map((name) => [name, headers[name]]) }
}

describe.for(Object.entries(carriers))('%s', ([, carry]) => {
  test.for(named)('gives the bytes that the engine gives: %s', async ([, scene], { expect }) => {
    const carried = await carry(scene.options)
    const send = sendBy(carried.send)

    const answers = []
    for (const step of scene.steps) {
      if ('line' in step) {
        const { line, ...raw } = step
        const [method, path] = line.split(' ') as [string, string]
        answers.push(essence(await send(method, path, raw)))
      } else step.happens(carried.mock)
    }
    await carried.close()

    expect(answers).toEqual(played(scene).map((reply) => essence({ ...reply, body: reply.text })))
  })
})

test.for(named)('the script answers as it says: %s', ([, scene]) => {
  const replies = played(scene).map(({ status, rule }) => ({ status, rule }))

  expect(replies).toEqual(callsOf(scene).map(({ status, rule }) => ({ status, rule })))
})

test('the script covers every operation, each with a success', () => {
  const router = new Router(routes)
  const succeeding = named
    .flatMap(([, scene]) => callsOf(scene))
    .filter(({ status }) => status < 300)
    .map(({ line }) => {
      const [method, path] = line.split(/[ ?]/) as [string, string]
      return router.find(path)?.targets.get(method)?.route.key
    })

  expect(routes.map(({ key }) => key).filter((key) => !succeeding.includes(key))).toEqual([])
})
