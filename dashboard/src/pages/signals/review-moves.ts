/** Where to go from a signal in review. */
export interface ReviewMoves {
  readonly onNext?: () => void;
  readonly onPrevious?: () => void;
  /** After it was published or rejected. */
  readonly onSettled?: () => void;
}
