/**
 * Runs in the browser of whoever looks at an embed. The token is in the fragment of the address: browsers send it to no
 * server, this script sends it to the embed's own route alone. All text is set as text, never as HTML.
 */
export const embedScript = `'use strict';
(() => {
  const everyMs = 15000;
  const words = { healthy: 'Healthy', degraded: 'Degraded', unhealthy: 'Unhealthy', unknown: 'Unknown' };
  const signs = { healthy: '✓', degraded: '!', unhealthy: '✕', unknown: '?' };
  const part = (id) => document.getElementById(id);
  const id = location.pathname.split('/').pop();
  const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 2 });
  let timer;
  let turn = 0;
  let seenAt;

  const say = (name, text) => {
    part(name).textContent = text;
    part(name).hidden = text === '';
  };
  const moment = (text) => time.format(new Date(text));
  const showStatus = (status, word) => {
    part('embed').dataset.status = status;
    say('sign', signs[status] || '?');
    say('status', word);
  };
  const show = ({ name, health, uptime }) => {
    say('name', name);
    document.title = name;
    showStatus(health.status, words[health.status] || health.status);
    say('since', health.since === undefined ? '' : 'Since ' + moment(health.since));
    part('reasons').replaceChildren(
      ...health.reasons.map(({ text }) => Object.assign(document.createElement('li'), { textContent: text })),
    );
    part('reasons').hidden = health.reasons.length === 0;
    say('uptime', uptime.share === null ? '' : 'Up ' + percent.format(uptime.share) + ' of the time since ' + moment(uptime.since));
    say('notice', '');
  };
  const over = () => {
    showStatus('unknown', 'Not shown any more');
    for (const name of ['since', 'uptime']) say(name, '');
    part('reasons').hidden = true;
    say('notice', 'The token was revoked, has expired or is not of this address.');
  };
  const offline = () => {
    const last = seenAt === undefined ? '' : ' This is how it was at ' + time.format(seenAt) + '.';
    if (seenAt === undefined) showStatus('unknown', words.unknown);
    say('notice', (navigator.onLine ? 'The server cannot be reached.' : 'You are offline.') + last);
  };
  /** What comes back after another turn has begun is of an older address or a slower answer. */
  const ask = async (token, mine) => {
    const answer = await fetch('/api/embeds/' + encodeURIComponent(id) + '/health', {
      headers: { authorization: 'Bearer ' + token },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(10000),
    });
    if (mine !== turn) return true;
    if (answer.status === 401) return false;
    if (!answer.ok) throw new Error(String(answer.status));
    const body = await answer.json();
    if (mine !== turn) return true;
    seenAt = new Date();
    show(body);
    return true;
  };
  const look = async () => {
    clearTimeout(timer);
    turn += 1;
    const mine = turn;
    let goesOn = true;
    try {
      goesOn = await ask(location.hash.slice(1), mine);
    } catch {
      if (mine === turn) offline();
    }
    if (mine !== turn) return;
    if (goesOn) timer = setTimeout(look, everyMs);
    else over();
  };
  const again = () => {
    seenAt = undefined;
    void look();
  };
  addEventListener('hashchange', again);
  addEventListener('online', look);
  addEventListener('offline', offline);
  void look();
})();
`;
