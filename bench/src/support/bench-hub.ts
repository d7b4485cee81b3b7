import { type Hub, type HubOptions, limitHeapGrowth, readSettings, startHub } from '@fairlead/hub';

/** A whole hub on a folder, with its owner signed in and the heap of its process kept as the command keeps it. */
export interface BenchHub {
  readonly hub: Hub;
  readonly port: number;
  /** As the owner. @throws Error with the answer's text for anything but success */
  post<Answer>(path: string, body: object): Promise<Answer>;
}

export const benchOwner = { email: 'bench@example.com', password: 'a password of the bench' };

export async function startBenchHub(
  dataDir: string,
  options: Pick<HubOptions, 'flows' | 'extraPlugins'> = {},
): Promise<BenchHub> {
  const read = readSettings(
    {
      FAIRLEAD_DATA_DIR: dataDir,
      FAIRLEAD_PORT: '0',
      FAIRLEAD_LOG_LEVEL: 'warn',
      FAIRLEAD_OWNER_EMAIL: benchOwner.email,
      FAIRLEAD_OWNER_PASSWORD: benchOwner.password,
    },
    process.cwd(),
  );
  if (!read.ok) throw new Error(read.faults.join(' '));
  const hub = await startHub({ settings: read.settings, rows: read.rows, ...options });
  limitHeapGrowth();
  const { accessToken } = await send<{ accessToken: string }>(`${hub.url}/api/auth/sign-in`, benchOwner);
  return {
    hub,
    port: Number(new URL(hub.url).port),
    post: (path, body) => send(`${hub.url}${path}`, body, { authorization: `Bearer ${accessToken}` }),
  };
}

async function send<Answer>(
  url: string,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as Answer;
}
