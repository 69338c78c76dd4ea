/**
 * Loading by many machines: a queue of BullMQ on Redis, whose workers share one quota.
 *
 * @module connectif-sdk/queue
 */
export type { Loadable, LoadOperation } from './operations.ts'
export { type Produced, type ProduceOptions, produce } from './produce.ts'
export { clear, type LoadingQueue } from './queue.ts'
export {
  type QueueFailure,
  type QueueReport,
  type QueueReportOptions,
  report,
} from './report.ts'
export { type LoadingWorker, type WorkOptions, work } from './work.ts'
