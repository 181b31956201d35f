/**
 * A JSON answer that hands its value over without a round trip through text when the reader lives in the same page.
 * `json()` gives the value itself; every other way of reading (`text()`, `body`, `blob()`) gets the bytes, made on
 * first use. The reader must not change the value: the client parses it into objects of its own.
 */
export class ValueResponse extends Response {
  readonly #value: unknown

  constructor(value: unknown, init: ResponseInit) {
    super(lazyBytes(value), init)
    this.#value = value
  }

  override json(): Promise<unknown> {
    if (this.bodyUsed) return Promise.reject(new TypeError('body already read'))
    return Promise.resolve(this.#value)
  }

  override clone(): ValueResponse {
    return new ValueResponse(this.#value, { status: this.status, statusText: this.statusText, headers: this.headers })
  }
}

function lazyBytes(value: unknown): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        controller.enqueue(new TextEncoder().encode(JSON.stringify(value)))
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
}
