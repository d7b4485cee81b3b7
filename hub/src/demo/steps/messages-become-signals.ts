import type { DemoConnection, Stage } from '../stage.ts';
import { demoModel } from '../model-server.ts';
import { prove, type Step, until } from '../step.ts';

interface Signal {
  readonly id: string;
  readonly symbol: string;
  readonly side: string;
  readonly status: string;
  readonly readBy: string;
  readonly entry: readonly [string, string] | null;
  readonly stopLoss: string | null;
  readonly takeProfits: readonly string[];
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}

interface Usage {
  readonly total: { readonly costUsd: string };
}

const feedItem = 'XAUUSD BUY 2345 SL 2338 TP 2350 TP 2355';
const bare = 'GBPUSD SELL NOW';
const talk = 'Good morning everyone! Gold moved 20 dollars yesterday, have a calm day.';
/** Words that no rule knows stand before the call: the rules see one, and would not bet on it. */
const unsure = 'Straight from our desk in Dubai: silver long 31.20, stop 30.80, target 32.40';

export const messagesBecomeSignals: Step = {
  title: 'Messages become signals: by rules, by a model, in review, or not at all',
  async run(stage, tell) {
    const { api, stream, feed, model, connections } = stage;
    const feedConnection = connections.get('channel-rss');
    if (feedConnection === undefined) throw new Error('the step that reads a feed has to come before');
    await publishByItself(stage, feedConnection.id);
    await feed.publish([feedItem, 'Something new has happened', 'Second of the old ones', 'First of the old ones']);
    await api.post(`/api/channels/${feedConnection.id}/poll`);
    const published = await until('the feed’s item is a published signal', async () => {
      const [first] = await signalsOf(stage, feedConnection.id);
      return first?.status === 'published' ? first : undefined;
    });
    prove(published.readBy === 'rules' && published.stopLoss === '2338', 'rules have read it, with its stop');
    await until('signal.published comes on the event stream', () =>
      stream.events.find(({ type }) => type === 'signal.published'),
    );
    tell(
      `the feed’s item “${feedItem}” was read by rules and published: ${published.symbol} ${published.side}, stop 2338, targets ${published.takeProfits.join(' and ')}`,
    );

    const room = await connectRoom(stage);
    await connectModel(stage);
    await api.post(`/api/channels/${room.id}/poll`);
    for (const text of [bare, unsure, talk]) stage.bot.say(text);
    await api.post(`/api/channels/${room.id}/poll`);
    const found = await until('two messages of the room are signals in review', async () => {
      const all = await signalsOf(stage, room.id);
      return all.length === 2 && all.every(({ status }) => status === 'review') ? all : undefined;
    });
    const withoutStop = found.find(({ symbol }) => symbol === 'GBPUSD');
    const byModel = found.find(({ symbol }) => symbol === 'XAGUSD');
    prove(
      withoutStop?.reasons.some(({ code }) => code === 'no_stop_loss') === true,
      'a signal without a stop waits for a person',
    );
    tell(`“${bare}” names no stop: it waits in review, though the channel publishes by itself`);
    const wasAsked = (text: string) => model.asked.some((question) => question.includes(text));
    prove(
      byModel?.readBy === 'ai' && wasAsked(unsure),
      'the model was asked about the message that rules did not settle',
    );
    prove(byModel.entry?.[0] === '31.2', 'what the model claims stands in the text');
    const { total } = await api.get<Usage>('/api/ai/usage');
    tell(
      `“${unsure.slice(0, 34)}…” was more than the rules would bet on: ${demoModel} was asked for ${total.costUsd} USD, its numbers were found in the text, and it waits in review`,
    );
    prove(!wasAsked(talk), 'no model is asked about what the rules are sure of');
    prove((await signalsOf(stage, room.id)).length === 2, 'talk is left alone');
    tell(`“${talk.slice(0, 30)}…” was left alone, and no model was asked about it`);
  },
};

async function signalsOf({ api }: Stage, connection: string): Promise<readonly Signal[]> {
  return api.list<Signal>(`/api/signals?connection=${connection}`);
}

function publishByItself({ api }: Stage, connection: string, ai = false): Promise<unknown> {
  return api.put(`/api/parsers/${connection}`, { policy: { publish: { enabled: true } }, ai: { enabled: ai } });
}

/** A Telegram channel, as a bot reads it. */
async function connectRoom(stage: Stage): Promise<DemoConnection> {
  const { api, bot } = stage;
  const room = await api.post<DemoConnection>('/api/connections', {
    plugin: 'channel-telegram',
    name: 'Demo room',
    settings: { apiBase: bot.url, chats: [bot.chat], longPollSeconds: 0 },
    secrets: { botToken: bot.token },
    allowedPrivateHosts: ['127.0.0.1'],
  });
  await publishByItself(stage, room.id, true);
  return room;
}

async function connectModel({ api, model }: Stage): Promise<void> {
  const provider = await api.post<DemoConnection>('/api/connections', {
    plugin: 'ai-openrouter',
    name: 'Demo model',
    settings: { apiBase: model.url },
    allowedPrivateHosts: ['127.0.0.1'],
  });
  await api.post('/api/ai/configurations', {
    name: 'Demo',
    connection: provider.id,
    model: demoModel,
    purposes: ['parse-message'],
  });
}
