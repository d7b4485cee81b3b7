import { describe, expect, it } from 'vitest';
import { comparablePath, comparablePattern, matchesPath } from '../src/robots/match-path.ts';
import { forbiddingRule, parseRobots } from '../src/robots/parse-robots.ts';
import { createRandom } from './random.ts';

function isAllowed(text: string, path: string, product = 'Fairlead'): boolean {
  return forbiddingRule(parseRobots(text, product), new URL(`https://site.example${path}`)) === undefined;
}
const lines = (...each: string[]) => each.join('\n');

describe('groups', () => {
  const text = lines(
    'User-agent: other',
    'Disallow: /',
    '',
    'user-AGENT : fairlead/2.1 # ours',
    'Disallow: /ours',
    'User-agent: *',
    'Disallow: /all',
    'User-Agent: FAIRLEAD',
    'Disallow: /more',
  );

  it('that name the product count, all of them, whatever their letters and version; then no other does', () => {
    expect(['/', '/ours', '/more', '/all'].map((path) => isAllowed(text, path))).toEqual([true, false, false, true]);
  });

  it('for everybody count where none names the product, and none counts where there is neither', () => {
    expect(['/all', '/ours'].map((path) => isAllowed(text, path, 'Unknown'))).toEqual([false, true]);
    expect(isAllowed('User-agent: other\nDisallow: /', '/')).toBe(true);
  });

  it('can name several products, with other lines between', () => {
    const shared = lines('User-agent: a', 'Sitemap: https://x.example/s.xml', 'User-agent: fairlead', 'Disallow: /x');
    expect(isAllowed(shared, '/x')).toBe(false);
  });

  it('are not ended by lines that are no rules; rules before the first belong to nobody', () => {
    expect(isAllowed(lines('Disallow: /', 'User-agent: *', 'Foo: bar', 'Disallow: /x'), '/x')).toBe(false);
    expect(isAllowed(lines('Disallow: /', 'User-agent: *', 'Allow: /x'), '/y')).toBe(true);
  });

  it('do not take a longer name for ours', () => {
    expect(isAllowed('User-agent: fairlead-images\nDisallow: /', '/')).toBe(true);
  });

  it('carry the longest Crawl-delay, in seconds with a fraction, never a senseless one', () => {
    const delay = (value: string) => parseRobots(`User-agent: *\nCrawl-delay: ${value}`, 'Fairlead').crawlDelayMs;
    expect(['2', '0.5', '-1', 'soon', '999999999'].map(delay)).toEqual([2_000, 500, 0, 0, 86_400_000]);
  });
});

describe('rules', () => {
  // The examples of RFC 9309, 2.2.2, 2.2.3 and 5.2.
  it.each([
    ['/foo/bar?baz=quz', '/foo/bar?baz=quz', false],
    ['/foo/bar?baz=https://foo.bar', '/foo/bar?baz=https://foo.bar', false],
    ['/foo/bar/ツ', '/foo/bar/%E3%83%84', false],
    ['/foo/bar/%E3%83%84', '/foo/bar/ツ', false],
    ['/foo/bar/%62%61%7A', '/foo/bar/baz', false],
    ['/path/file-with-a-%2A.html', '/path/file-with-a-*.html', false],
    ['/path/foo-%24', '/path/foo-$', false],
    ['*.gif$', '/picture.gif', false],
    ['*.gif$', '/picture.gif?size=1', true],
    ['/*.php', '/folder/any.php?x=1', false],
    ['/*.php$', '/windows.PHP', true],
    ['/fish*', '/fishheads/yummy.html', false],
    ['/fish', '/catfish', true],
    ['/a%2fb', '/a%2Fb', false],
    ['/a%2Fb', '/a/b', true],
    ['/$', '/', false],
    ['/$', '/x', true],
    ['/x$y', '/x$y', true],
  ])('Disallow: %s lets %s be read: %s', (pattern, path, expected) => {
    expect(isAllowed(`User-agent: *\nDisallow: ${pattern}`, path)).toBe(expected);
  });

  it('that are longest count, and of two as long the one that allows', () => {
    const text = lines(
      'User-agent: *',
      'Disallow: /',
      'Allow: /public',
      'Disallow: /public/not',
      'Disallow: /same',
      'Allow: /same',
    );
    const answers = ['/x', '/public/a', '/public/not', '/same'].map((path) => isAllowed(text, path));
    expect(answers).toEqual([false, true, false, true]);
  });

  it('that are empty are none, and robots.txt itself may always be read', () => {
    expect(isAllowed('User-agent: *\nDisallow:', '/')).toBe(true);
    expect(isAllowed('User-agent: *\nDisallow: /', '/robots.txt')).toBe(true);
  });

  it('are read with any line ends, a byte order mark and comments', () => {
    expect(isAllowed('\ufeffUser-agent: *\rDisallow: /a # not /b\r\nDisallow: /c', '/a')).toBe(false);
    expect(isAllowed('\ufeffUser-agent: *\rDisallow: /a # not /b\r\nDisallow: /c', '/c')).toBe(false);
  });
});

describe('for any input', () => {
  const pieces = ['/', 'a', 'b', '*', '$', '%2f', '%41', '%', 'é', '?', '.'] as const;

  it('a pattern matches exactly what the regular expression made of it matches', () => {
    const random = createRandom(2_026);
    for (let run = 0; run < 20_000; run++) {
      const pattern = comparablePattern(`/${random.join(pieces, 6)}`);
      const path = comparablePath(new URL(`https://site.example/${random.join(pieces, 8)}`));
      const body = pattern
        .replace(/\$$/, '')
        .split('*')
        .map((piece) => piece.replaceAll(/[$?.]/g, String.raw`\$&`));
      const expression = new RegExp(`^${body.join('.*')}${pattern.endsWith('$') ? '$' : ''}`, 's');
      expect([pattern, path, matchesPath(pattern, path)]).toEqual([pattern, path, expression.test(path)]);
    }
  });

  it('a path in its comparable form stays as it is', () => {
    const random = createRandom(7);
    for (let run = 0; run < 5_000; run++) {
      const path = comparablePath(new URL(`https://site.example/${random.join(pieces, 10)}`));
      expect(comparablePattern(path)).toBe(path);
    }
  });

  it('the order of the rules and groups of others decide nothing', () => {
    const random = createRandom(11);
    for (let run = 0; run < 2_000; run++) {
      const rules = Array.from({ length: 1 + random.integer(6) }, () => {
        return `${random.pick(['Allow', 'Disallow'])}: /${random.join(pieces, 4)}`;
      });
      const other = `User-agent: somebody\nDisallow: /${random.join(pieces, 2)}\n`;
      const path = `/${random.join(['/', 'a', 'b', '.'], 6)}`;
      const plain = isAllowed(lines('User-agent: *', ...rules), path);
      expect(isAllowed(other + lines('User-agent: *', ...random.shuffle(rules)), path)).toBe(plain);
    }
  });

  it('no text makes it stumble, and one without a rule allows everything', () => {
    const random = createRandom(13);
    const words = [
      'User-agent:',
      'Disallow:',
      'Allow:',
      '*',
      '/',
      '\n',
      '\r',
      '#',
      ':',
      '\0',
      '\ud800',
      ' ',
      '%zz',
    ] as const;
    for (let run = 0; run < 5_000; run++) {
      const text = random.join(words, 20);
      const { rules } = parseRobots(text, 'Fairlead');
      expect(rules.length > 0 || isAllowed(text, '/x')).toBe(true);
    }
  });

  it('half a million bytes of stars are matched in a moment', () => {
    const stars = `/${'*a'.repeat(250_000)}$`;
    const startedAt = performance.now();
    expect(matchesPath(stars, `/${'a'.repeat(4_000)}b`)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
