/** What browsers say of code that they could not fetch. */
const NOT_FETCHED = /dynamically imported module|importing a module script failed|unable to preload/i

/**
 * Code that is imported later, or null where it could not be fetched: the page then wishes to be loaded anew, and what is
 * drawn until then stays. Code that came and failed throws as ever.
 */
export async function arrived<T>(code: Promise<T>): Promise<T | null> {
  try {
    return await code
  } catch (error) {
    if (error instanceof Error && NOT_FETCHED.test(error.message)) return null
    throw error
  }
}
