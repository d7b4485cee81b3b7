import type { Ask, AskOptions } from '../ask.ts';
import { analyseMarketV1 } from '../prompts/analyse-market/v1.ts';
import { promptId } from '../prompts/prompt.ts';
import type { AnalyseMarketRequest, MarketAnalysis } from '../prompts/analyse-market/request.ts';

/** Has a model say what it sees in a market. */
export async function analyseMarket(
  ask: Ask,
  request: AnalyseMarketRequest,
  options: Omit<AskOptions, 'prompt'>,
): Promise<MarketAnalysis> {
  const prompt = promptId(analyseMarketV1);
  const { answerSchema, name: purpose } = analyseMarketV1;
  const { cacheMs = 0 } = request;
  const question = { purpose, turns: analyseMarketV1.render(request), answerSchema, cacheMs };
  const { json, configuration, model, cached } = await ask(question, { ...options, prompt });
  const { bias, levels, reasoning, confidence } = json as Pick<
    MarketAnalysis,
    'bias' | 'levels' | 'reasoning' | 'confidence'
  >;
  return { bias, levels, reasoning, confidence, configuration, model, prompt, cached };
}
