import { unreadable } from './map-errors.ts';

/** Reads server-sent events out of bytes that come in any pieces. */
export interface EventParser {
  /** The data of the events that these bytes complete. @throws FairleadError `answer_unreadable` for a huge one */
  push(bytes: Uint8Array): readonly string[];
  /** What the end completes: some servers leave out the last line ends. */
  end(): readonly string[];
}

/** An event of a chat has some 300 characters; one that holds a whole answer is still below this. */
const longestEvent = 8 * 1_048_576;

/**
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream: lines end in LF, CR or CRLF, a
 * byte order mark may come first, a line that begins with a colon is a comment. Of the fields only `data` is read.
 * Each byte is looked at once, however small the pieces are.
 */
export function createEventParser(mostCharacters = longestEvent): EventParser {
  const decoder = new TextDecoder();
  /** The beginning of a line whose end has not come. */
  let line = '';
  let data: string | undefined;
  let size = 0;
  let skipLineFeed = false;

  const grow = (by: number) => {
    size += by;
    if (size > mostCharacters) throw unreadable(`holds an event of more than ${mostCharacters} characters`);
  };
  const endLine = (events: string[]) => {
    if (line === '') {
      if (data !== undefined) events.push(data);
      data = undefined;
      size = 0;
    } else {
      const value = dataOf(line);
      if (value === undefined) size -= line.length;
      else data = data === undefined ? value : `${data}\n${value}`;
      line = '';
    }
  };
  const read = (text: string): readonly string[] => {
    const events: string[] = [];
    let at = skipLineFeed && text.startsWith('\n') ? 1 : 0;
    if (text !== '') skipLineFeed = false;
    // Each is looked for again only once it was passed: a piece of nothing but one of them is not searched to its end
    // for the other at every line.
    let returns = text.indexOf('\r', at);
    let feed = text.indexOf('\n', at);
    for (;;) {
      const end = returns === -1 ? feed : feed === -1 ? returns : Math.min(feed, returns);
      if (end === -1) break;
      grow(end - at);
      line += text.slice(at, end);
      endLine(events);
      at = end + 1;
      if (end === returns) {
        if (at === text.length) skipLineFeed = true;
        else if (text[at] === '\n') at += 1;
        returns = text.indexOf('\r', at);
      }
      if (feed !== -1 && feed < at) feed = text.indexOf('\n', at);
    }
    grow(text.length - at);
    line += text.slice(at);
    return events;
  };
  return {
    push: (bytes) => read(decoder.decode(bytes, { stream: true })),
    end: () => read(`${decoder.decode()}\n\n`),
  };
}

/** The value of a `data` line, without the one space that may come before it. */
function dataOf(line: string): string | undefined {
  if (line === 'data') return '';
  if (!line.startsWith('data:')) return undefined;
  return line.slice(line[5] === ' ' ? 6 : 5);
}
