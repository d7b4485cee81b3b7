import { useMemo } from 'react';
import { TextBlock } from '../../components/text-block.tsx';
import { fieldName, piecesOf } from './evidence.ts';
import type { Evidence } from './use-signals.ts';

/** A message with what was read from it marked and numbered; the numbers stand beside the fields. Text, never HTML. */
export function EvidenceText({ text, evidence }: { readonly text: string; readonly evidence: readonly Evidence[] }) {
  const pieces = useMemo(() => piecesOf(text, evidence), [text, evidence]);
  return (
    <TextBlock label="Text of the message">
      {pieces.map((piece) =>
        piece.numbers.length === 0 ? (
          piece.text
        ) : (
          // The number is drawn by the style sheet: whoever copies the text copies the text alone.
          <mark
            key={piece.start}
            className="evidence"
            data-number={piece.numbers.join(' ')}
            title={titleOf(piece.numbers, evidence)}
          >
            {piece.text}
          </mark>
        ),
      )}
    </TextBlock>
  );
}

function titleOf(numbers: readonly number[], evidence: readonly Evidence[]): string {
  return numbers
    .map((number) => {
      const one = evidence[number - 1];
      return one === undefined ? '' : `${number} ${fieldName(one.field)}: ${one.why}`;
    })
    .join('; ');
}
