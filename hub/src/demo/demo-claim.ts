/** What the stand-in for a model answers: the one message that it is asked about, understood. */
export const demoClaim = {
  kind: 'signal',
  signals: [
    {
      symbol: 'XAGUSD',
      side: 'buy',
      orderType: null,
      entry: ['31.20'],
      stopLoss: '30.80',
      takeProfits: ['32.40'],
      runner: false,
    },
  ],
  actions: [],
  symbol: null,
  confidence: 0.9,
};
