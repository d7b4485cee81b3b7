/** Lets what waits for its turn have it: long work in pieces holds up no request. */
export function letOthersIn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
