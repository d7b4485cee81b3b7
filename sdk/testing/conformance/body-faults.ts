import { jsonFaults, type SingleFault, spread } from './single-faults.ts';

/**
 * Bodies that differ from a right one in one place. Of JSON one member at a time, as well in lines that end in JSON
 * (server-sent events); of anything else a piece taken out, doubled, or replaced.
 * @param mostPlaces of a body that is not JSON
 */
export function bodyFaults(body: Buffer, mostPlaces: number): readonly SingleFault[] {
  try {
    const json = JSON.parse(body.toString('utf8')) as unknown;
    return jsonFaults(json).map(({ what, value }) => ({ what, value: JSON.stringify(value) }));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return [...byteFaults(body, mostPlaces), ...lineFaults(body.toString('utf8'))];
}

function lineFaults(text: string): readonly SingleFault[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) => {
    const start = line.indexOf('{');
    if (start === -1) return [];
    return faultsOfJson(line.slice(start)).map(({ what, value }) => ({
      what: `line ${index + 1}: ${what}`,
      value: lines.with(index, line.slice(0, start) + JSON.stringify(value)).join('\n'),
    }));
  });
}

function faultsOfJson(text: string): readonly SingleFault[] {
  try {
    return jsonFaults(JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

function byteFaults(body: Buffer, mostPlaces: number): readonly SingleFault[] {
  return spread([...body.keys()], mostPlaces).flatMap((start) => {
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
