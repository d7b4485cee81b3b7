import { jsonFaults, type SingleFault, spread } from './single-faults.ts';

/**
 * Bodies that differ from a right one in one place. Of JSON one member at a time; of anything else a piece taken out,
 * doubled, or replaced.
 * @param mostPlaces of a body that is not JSON
 */
export function bodyFaults(body: Buffer, mostPlaces: number): readonly SingleFault[] {
  try {
    const json = JSON.parse(body.toString('utf8')) as unknown;
    return jsonFaults(json).map(({ what, value }) => ({ what, value: JSON.stringify(value) }));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  const starts = spread([...body.keys()], mostPlaces);
  return starts.flatMap((start) => {
    const [before, piece, after] = [body.subarray(0, start), body.subarray(start, start + 9), body.subarray(start + 9)];
    return [
      { what: `nine bytes at ${start} missing`, value: Buffer.concat([before, after]) },
      { what: `nine bytes at ${start} doubled`, value: Buffer.concat([before, piece, piece, after]) },
      {
        what: `bytes at ${start} that are no text`,
        value: Buffer.concat([before, Buffer.from([0, 0xff, 0x3c, 0xfe]), after]),
      },
      { what: `cut at ${start}`, value: Buffer.from(before) },
    ];
  });
}
