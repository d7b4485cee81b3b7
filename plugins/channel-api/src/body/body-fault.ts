/** What is wrong with a body that a genuine sender sent, and where. Shown to that sender: it holds no value of the body. */
export class BodyFault extends Error {
  override readonly name = 'BodyFault';
  /** JSON pointer; empty for the whole body. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}
