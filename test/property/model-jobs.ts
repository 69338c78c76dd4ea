import type { Model } from './model.ts'

/** An import or an export, as the rules would have it. */
export interface ModelJob {
  readonly name: string
  status: 'queued' | 'inProgress' | 'finished' | 'error' | 'cancelled'
  readonly createdAt: number
  startedAt?: number
  finishedAt?: number
  cancelledAt?: number
  total: number
  /** How many of its records are behind it. */
  done: number
}

/** Jobs of one kind, oldest first; one of them is worked on at a time. */
export interface ModelQueue<Job extends ModelJob> {
  jobs: Job[]
  /** When the last one ended that was begun. */
  freeAt: number
  /** How many there ever were. */
  made: number
}

/** Something that happens by time alone. */
export interface ModelEvent {
  readonly at: number
  readonly happens: () => void
}

/** What jobs of a kind do when they begin, and for each of their records. */
export interface Labour<Job> {
  readonly begin: (model: Model, job: Job) => void
  readonly record: (model: Model, job: Job) => void
}

/** A queue in which nothing ever was. */
export function anEmptyQueue<Job extends ModelJob>(): ModelQueue<Job> {
  return { jobs: [], freeAt: 0, made: 0 }
}

/** The jobs that have not ended, oldest first. */
export function unfinished<Job extends ModelJob>({ jobs }: ModelQueue<Job>): Job[] {
  return jobs.filter(({ status }) => status === 'queued' || status === 'inProgress')
}

/** What happens next in a queue; undefined while nothing is to be done. */
export function nextOf<Job extends ModelJob>(
  model: Model,
  queue: ModelQueue<Job>,
  labour: Labour<Job>,
): ModelEvent | undefined {
  const [job] = unfinished(queue)
  if (job === undefined) return undefined
  const { startAfter, recordsPerSecond } = model.ways.jobs
  const { startedAt, done, total } = job
  if (startedAt === undefined) {
    const at = Math.max(job.createdAt, queue.freeAt) + startAfter
    return { at, happens: () => begin(model, job, labour) }
  }
  const at = startedAt + Math.ceil((done * 1000) / recordsPerSecond)
  if (done < total) return { at, happens: () => work(model, job, labour) }
  return { at, happens: () => end(model, queue, job, 'finished') }
}

/** All that has not ended is done at once, one job after the other. */
export function finishAll<Job extends ModelJob>(
  model: Model,
  queue: ModelQueue<Job>,
  labour: Labour<Job>,
): void {
  for (const job of unfinished(queue)) {
    if (job.startedAt === undefined) begin(model, job, labour)
    while (job.done < job.total) work(model, job, labour)
    end(model, queue, job, 'finished')
  }
}

/** A job ends; nothing more of it is done. */
export function end<Job extends ModelJob>(
  model: Model,
  queue: ModelQueue<Job>,
  job: Job,
  status: 'finished' | 'error' | 'cancelled',
): void {
  job.status = status
  if (status === 'cancelled') job.cancelledAt = model.now
  else job.finishedAt = model.now
  if (job.startedAt !== undefined) queue.freeAt = model.now
}

function begin<Job extends ModelJob>(model: Model, job: Job, labour: Labour<Job>) {
  job.status = 'inProgress'
  job.startedAt = model.now
  labour.begin(model, job)
}

function work<Job extends ModelJob>(model: Model, job: Job, labour: Labour<Job>) {
  labour.record(model, job)
  job.done += 1
}
