import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from './staged-sdk.ts';

export interface StartedHub {
  /** A call as the owner. @throws Error with the answer when it is not a success */
  call<Body>(method: string, path: string, body?: object): Promise<Body>;
  stop(): Promise<void>;
}

const owner = { email: 'owner@example.com', password: 'correct horse battery staple' };

/** Starts a hub as an operator does, on a free port, and signs in. */
export async function startHub(dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<StartedHub> {
  const args = ['--conditions=@fairlead/source', join(root, 'hub/src/cli.ts'), 'start'];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      FAIRLEAD_DATA_DIR: dataDir,
      FAIRLEAD_PORT: '0',
      FAIRLEAD_OWNER_EMAIL: owner.email,
      FAIRLEAD_OWNER_PASSWORD: owner.password,
      ...env,
    },
  });
  let printed = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      printed += text;
      const found = /Fairlead is ready at (\S+)\s/.exec(printed)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('close', () => reject(new Error(`The hub ended before it was ready.\n${printed}`)));
  });
  const call = async <Body>(method: string, path: string, body?: object, token?: string): Promise<Body> => {
    const headers = {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const text = body === undefined ? null : JSON.stringify(body);
    const response = await fetch(`${url}${path}`, { method, headers, body: text });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${answer}\n${printed}`);
    return JSON.parse(answer === '' ? 'null' : answer) as Body;
  };
  const { accessToken } = await call<{ accessToken: string }>('POST', '/api/auth/sign-in', owner);
  return {
    call: (method, path, body) => call(method, path, body, accessToken),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
