import { contactFieldTable } from './contact-fields.ts'
import { routeTable } from './routes.ts'
import { schemaTypes } from './types.ts'
import { validators } from './validators.ts'

const notice = '// Made from openapi.yaml by `npm run generate`. Do not edit.\n'

/** The text of every generated file, by its path. */
export async function generatedFiles(): Promise<Record<string, string>> {
  return {
    'sdk/generated/schema.ts': notice + (await schemaTypes()),
    'mock/generated/contact-fields.ts': notice + contactFieldTable(),
    'mock/generated/routes.ts': notice + routeTable(),
    'mock/generated/validators.ts': `${notice}// @ts-nocheck\n${await validators()}`,
  }
}
