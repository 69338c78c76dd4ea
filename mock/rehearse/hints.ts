/** How to mend what a rule refuses in a file; those of one rule are tried in turn. */
const hints: Readonly<Record<string, readonly (readonly [where: RegExp, hint: string])[]>> = {
  'external-id-unique': [
    [
      /./,
      'Another contact has this External ID: keep it in one row, or give each contact its own.',
    ],
  ],
  'external-id-length': [
    [/./, 'Give it 1 to 50 characters, without control characters; not only blanks or dots.'],
  ],
  'external-id-single': [
    [/./, 'The contact has another one already: leave it empty here, or change it by hand.'],
  ],
  'email-unique': [
    [/./, 'Another contact has this email: merge the two rows, or leave the email empty in one.'],
  ],
  'email-valid': [[/./, 'Write an address such as ada@example.com, or leave the cell empty.']],
  'field-known': [
    [/one of/, 'Write the id of an option, not its label; several with | between them.'],
    [/not declared|not a field/, 'Declare the field in the account, or leave the column out.'],
    [/date/, 'Write the date as 2026-01-31.'],
    [/./, 'Bring the value within the limits of the field, or change those in the account.'],
  ],
  'import-values': [
    [/quotes/, 'Put the whole value in quotes, and write each quote within it twice.'],
    [
      /values, and the header/,
      'Put values that have the delimiter in quotes; check for columns that are missing.',
    ],
    [/left out/, 'Declare the field in the account, rename the column, or leave it out.'],
    [/date/, 'Write the date as 2026-01-31; in a spreadsheet, set the format of the column.'],
    [/integer/, 'Write digits alone, such as 7: no decimals, no separators, no zeros before it.'],
    [/number/, 'Write it as 1234.5: a dot before the decimals, no separators of thousands.'],
    [/true or false/, 'Write true or false, in lower case.'],
  ],
  'import-identifier': [
    [/neither/, 'Fill _externalId or _email.'],
    [/another contact/, 'The two identifiers name two contacts: correct one, or leave it empty.'],
    [/./, 'Fill the column that identifies the record.'],
  ],
  'import-override': [
    [/./, 'Leave the row out, or allow that records change what exists (overrideExisting).'],
  ],
  'body-shape': [[/./, 'Bring the value into the form that the reason says.']],
  'product-upsert': [[/./, 'Use a URL in an authorised domain, or authorise the domain.']],
  'import-file': [
    [/^is not UTF-8/, 'Save the file as UTF-8; spreadsheets call it "CSV UTF-8".'],
    [/NUL/, 'Save the file as UTF-8, not as UTF-16 or as a spreadsheet.'],
    [/ZIP/, 'Unpack the file first.'],
    [/another delimiter/, 'Say the delimiter that the file has.'],
    [/never closed/, 'Close the quote, or write it twice where it belongs to the value.'],
    [/no column|header/, 'Give the first line the ids of the fields, one of them an identifier.'],
    [/twice/, 'Rename one of the two columns, or leave it out.'],
    [/bytes/, 'Look for a quote that is not closed near that line.'],
  ],
  'import-queue': [[/./, 'Let the imports of the snapshot end first.']],
  'import-options': [[/./, 'Change the options as the reason says.']],
}

/** What to do about a refusal by a rule, with its reason. */
export function hintFor(rule: string, reason: string): string {
  const hint = hints[rule]?.find(([where]) => where.test(reason))?.[1]
  return hint ?? 'Change the value as the reason says.'
}
