import { prove, type Step } from '../step.ts';

interface Plugin {
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly host?: string;
  readonly capabilities: object;
}

const expected = [
  'ai-openrouter',
  'channel-api',
  'channel-rss',
  'channel-scrape',
  'channel-telegram',
  'gateway-crypto',
  'gateway-paypal',
  'gateway-sandbox',
  'gateway-stripe',
];

export const pluginsFound: Step = {
  title: 'Plugins are found and run',
  async run({ api }, tell) {
    const plugins = await api.list<Plugin>('/api/plugins');
    for (const id of expected) {
      const plugin = plugins.find((one) => one.id === id);
      prove(plugin?.status === 'running', `the plugin ${id} runs, and not that it is ${plugin?.status ?? 'missing'}`);
      tell(`${id} ${plugin.version} runs (${plugin.host}) and offers ${Object.keys(plugin.capabilities).join(', ')}`);
    }
  },
};
