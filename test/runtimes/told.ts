/** What the API has to tell the scenario, in every runtime. */
export const told = {
  read: { name: 'Ada', email: 'ada@example.com', purchases: 1, amount: 29 },
  refused: { type: true, status: 422, rule: 'external-id-unique' },
  imported: { status: 'finished', success: 2, errors: 1 },
  report: ['line 3: _email must be an email address'],
  exported: ['POS-000123 Ada', 'POS-000124 Bob, "the builder"', 'POS-000126 Ñandú 🦤'],
}
