/**
 * A stream of values, taken only as it is read.
 *
 * @param stop - ends the values, also while one is awaited
 */
export function streamOf<T>(
  values: AsyncGenerator<T>,
  stop: (reason: unknown) => void,
): ReadableStream<T> {
  return new ReadableStream<T>(
    {
      async pull(controller) {
        const { done, value } = await values.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel(reason) {
        stop(reason)
        await values.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
