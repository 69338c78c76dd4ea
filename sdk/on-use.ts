/**
 * What only files and runs of many items need. It is one module and loaded on their first use, so
 * that a client that makes plain calls loads none of it; what reads ZIP and CSV is loaded by it.
 */
export { deleteMany, upsertMany } from './bulk/begin-contacts.ts'
export { ensure, ensureMany } from './bulk/ensure.ts'
export { createImport } from './files/create-import.ts'
export { errorReport } from './files/error-report.ts'
export { exportCsv } from './files/export-csv.ts'
export { exportZip } from './files/export-file.ts'
export { exportContacts, exportRows } from './files/export-rows.ts'
export { pages } from './files/pages.ts'
export { waitFor } from './files/wait.ts'
