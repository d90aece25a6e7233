/** Calls somebody who listens: who falls over while listening must not take the caller along. */
export function contained(listener: () => void, onError: (error: unknown) => void): void {
  try {
    listener();
  } catch (error) {
    onError(error);
  }
}
