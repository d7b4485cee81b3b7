/** ISO 4217 codes that pairs are made of, and the metals that are quoted like them. */
export const currencyCodes: ReadonlySet<string> = new Set(
  'usd eur gbp jpy chf cad aud nzd sgd hkd nok sek dkk zar mxn try pln huf czk cnh cny inr rub brl thb ils krw xau xag xpt xpd'.split(
    ' ',
  ),
);

/** What crypto assets are quoted in, longest first. */
export const cryptoQuotes = 'fdusd usdt usdc busd tusd usdd dai usd btc eth bnb eur try'.split(' ');
/** Quotes that never end a word by chance. */
export const sureQuotes: ReadonlySet<string> = new Set('fdusd usdt usdc busd tusd usdd'.split(' '));

/** Bases that count as crypto assets when they stand alone in capitals, or before `USD`. */
export const cryptoBases: ReadonlySet<string> = new Set(
  (
    'btc eth sol xrp ada doge bnb avax dot link ltc bch matic pol trx shib uni atom xlm etc fil near apt arb op sui sei ' +
    'inj tia ton pepe wif bonk floki aave mkr snx crv comp yfi sushi cake axs sand mana gala enj chz flow icp vet hbar ' +
    'algo egld ftm theta xtz eos neo iota zec dash xmr kas rune ldo rndr render fet agix ocean grt imx stx qnt jup jto ' +
    'pyth wld ordi sats blur dydx gmx magic ape gmt lrc zil one kava celo ksm waves icx ont qtum zrx bat omg ankr hot ' +
    'btt win jst sun rvn dgb sc xem lsk storj skl ren knc bal band uma oxt nkn ctsi cvc dent key mtl ogn reef rsr sfp ' +
    'tlm trb unfi wing xvs alice audio c98 chr cos ctk dexe ens ern fida fxs glmr hft high hook id idex joe ksm lina ' +
    'loka mask mbox mdt mina movr nmr nexo paxg people perp phb pond powr prom pundix qi rad ray rlc roi rose sfund ' +
    'slp spell ssv stg strax super sxp syn sys t tfuel tko tru tvk twt vib voxel woo xno ygg ytm pendle arkm cyber edu ' +
    'rdnt hype trump melania virtual ai16z fartcoin goat pnut act moodeng popcat mew brett turbo not dogs hmstr cati ' +
    'neiro eigen zro zk strk manta alt dym pixel portal aevo ethfi ena w omni rez bb io lista zeta ondo xai nfp ace ' +
    '1inch 1000pepe 1000shib 1000floki 1000bonk 1000sats kite mda tao jasmy core kda okb leo cro gt ht bgb wbtc steth'
  ).split(' '),
);

/** Bases that are also words: alone they count only behind `#` or `$`, or in capitals where others are not. */
export const wordBases: ReadonlySet<string> = new Set(
  (
    'dot link near op one sand mana flow mask magic ape hot win sun ren key id high super alt act not core portal pixel ' +
    'people prom ray rose t w bb io ace turbo goat dogs act edu cyber woo gala uni atom dash neo sc bat band cake comp ' +
    'grt joe hook roi spell tru rad act leo gt ht cro kite sol ton arb trump virtual not'
  ).split(' '),
);

/** Prices of these are in the tens and more, so that whole numbers are no satoshi. */
export const dearBases: ReadonlySet<string> = new Set(
  'btc eth bnb sol bch ltc mkr yfi aave xmr zec dash paxg tao ksm egld comp gmx wbtc steth qnt icp avax inj trb ordi okb'.split(
    ' ',
  ),
);

/** Names of symbols, by what they stand for; alternatives separated by `|`. */
export const symbolNames: Readonly<Record<string, string>> = {
  XAUUSD:
    'gold|golds|xau|xauusd|xau usd|gold usd|голд|голда|голду|قولد|جولد|القولد|gold spot|spot gold|oro|золото|золоту|золота|золотом|ouro|l or|d or|ذهب|الذهب|دهب|الدهب|altın|altini|altin|ons altın|xau/usd|ons altin|gld|golde|altında|altını',
  XAGUSD: 'silver|xag|xagusd|plata|silber|серебро|серебра|prata|argent|l argent|فضة|الفضة|فضه|الفضه|gümüş',
  XPTUSD: 'platinum|platin|платина',
  USOIL:
    'oil|crude|crude oil|wti|us oil|usoil|petróleo|petroleo|crudo|rohöl|нефть|нефти|petróleo wti|pétrole|نفط|النفط|petrol|ham petrol|wti oil|us crude|usousd|xtiusd|wtiusd|öl',
  UKOIL: 'brent|xbrusd|uk oil|ukoil|brent oil|brent crude|брент|برنت|خام برنت',
  NATGAS:
    'natural gas|natgas|xngusd|nat gas|gas natural|erdgas|природный газ|gaz naturel|الغاز الطبيعي|doğal gaz|doğalgaz',
  US30: 'us30|us 30|dow|dow jones|wall street|wall street 30|dowjones|داو جونز|الداو جونز|الداو|داو|доу|доу джонс|djia|us wall street 30',
  NAS100:
    'nas100|nas 100|us100|us 100|ustec|ustech|us tech|ustech100|us tech100|nq100|nasdaq|nasdaq 100|nasdaq100|nas|us tech 100|tech 100|ناسداك|النازداك|نازداك|الناسداك|насдак|nasdak',
  US500: 'us500|us 500|spx500|spx 500|s&p|s&p500|s&p 500|sp500|sp 500|s p 500|s p500|spx|standard & poor s 500',
  GER40: 'ger40|ger 40|dax|dax40|dax 40|germany 40|de40|داكس|الداكس|дакс|ger30|dax30',
  UK100: 'uk100|uk 100|ftse|ftse100|ftse 100',
  JP225: 'jp225|jpn225|nikkei|nikkei 225|nikkei225|jp 225|никкей',
  HK50: 'hk50|hang seng|hsi|hk 50',
  FRA40: 'fra40|cac|cac40|cac 40|fr40',
  EU50: 'eu50|eustx50|stoxx50|euro stoxx 50|eurostoxx',
  AUS200: 'aus200|asx200|asx 200',
  US2000: 'us2000|russell 2000',
  VIX: 'vix|volatility index',
  DXY: 'dxy|dollar index|usdx',
  EURUSD:
    'fiber|fibre|евродоллар|евро доллар|euro dollar|euro us dollar|يورو دولار|اليورو دولار|اليورو/دولار|euro dolar|eur dollar|евро/доллар',
  GBPUSD:
    'cable|pound dollar|фунт доллар|باوند دولار|الباوند دولار|الإسترليني دولار|фунтдоллар|pfund dollar|libra dólar|livre dollar|sterlin dolar|libra dolar|sterling dollar',
  USDJPY:
    'dollar yen|gopher|доллар йена|доллар иена|دولار ين|الدولار ين|dolar yen|dólar yen|dólar iene|dólar/iene|الدولار/الين',
  USDCAD: 'loonie|dollar cad|доллар канадец|دولار كندي|الدولار كندي',
  AUDUSD: 'aussie|aussie dollar|австралиец|استرالي دولار|الاسترالي دولار',
  NZDUSD: 'kiwi|kiwi dollar|новозеландец|نيوزلندي دولار',
  USDCHF: 'swissy|swissie|dollar swiss|доллар франк|دولار فرنك',
  EURGBP: 'chunnel|euro pound|евро фунт',
  GBPJPY: 'guppy|pound yen|gj|фунт йена|باوند ين|الباوند ين',
  EURJPY: 'yuppy|euro yen|евро йена|يورو ين',
  BTC: 'btc|bitcoin|биткоин|биткойн|битка|битку|биток|битком|bitcoins|بتكوين|بيتكوين|البيتكوين|البتكوين',
  ETH: 'eth|ethereum|ether|эфир|эфириум|эфира|эфиру|эфире|الايثيريوم|ايثيريوم|ايثريوم|إيثريوم|الاثيريوم',
  SOL: 'solana|солана|سولانا',
  XRP: 'ripple|рипл|الريبل|ريبل',
  ADA: 'cardano|кардано|كاردانو',
  DOGE: 'dogecoin|доги|догикоин|دوجكوين|دوج كوين',
  LTC: 'litecoin|лайткоин|لايتكوين',
  DOT: 'polkadot',
  LINK: 'chainlink',
  AVAX: 'avalanche',
  BNB: 'bnb|binance coin',
  SHIB: 'shiba|shiba inu',
  TON: 'toncoin|тонкоин|тон',
  TRX: 'tron|трон',
};

/** Names of currencies: two of them side by side are a pair. */
export const currencyNames: Readonly<Record<string, string>> = {
  USD: 'dollar|us dollar|u s dollar|american dollar|greenback|usd|доллар|dólar|دولار|الدولار|dolar|dollars',
  EUR: 'euro|euros|eur|евро|يورو|اليورو|avro',
  GBP: 'pound|british pound|pound sterling|sterling|gbp|фунт|pfund|libra|libra esterlina|livre|باوند|الباوند|sterlin|الاسترليني|الإسترليني',
  JPY: 'yen|japanese yen|jpy|йена|иена|iene|ين|الين|japon yeni',
  AUD: 'australian dollar|aussie dollar|aud|australischer dollar|dólar australiano|австралийский доллар|avustralya doları',
  NZD: 'new zealand dollar|nz dollar|nzd|neuseeland dollar|новозеландский доллар',
  CAD: 'canadian dollar|cad|kanadischer dollar|dólar canadiense|канадский доллар|dólar canadense|kanada doları',
  CHF: 'swiss franc|swiss|franc|chf|schweizer franken|franken|франк|franco suizo|franc suisse|isviçre frangı',
};
