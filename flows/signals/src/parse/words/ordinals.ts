/** Words that count, by their number; folded like everything else when they are read. */
const words: readonly string[] = [
  'first primer primero primera erstes erste ersten erster первый первая первую первого первой primeiro primeira premier première اول أول الأول الاول ilk birinci',
  'second segundo segunda zweites zweite zweiten zweiter второй вторая вторую второго deuxième seconde ثاني الثاني ikinci',
  'third tercer tercero tercera drittes dritte dritter третий третья третью третьей terceiro terceira troisième ثالث الثالث üçüncü',
  'fourth cuarto viertes четвёртый quarto quatrième رابع الرابع dördüncü',
  'fifth fünftes пятый quinto cinquième خامس الخامس beşinci',
];

export const ordinalWords: ReadonlyMap<string, number> = new Map(
  words.flatMap((line, at) => line.split(' ').map((word) => [word, at + 1] as const)),
);
