/** Who is addressed and where to go: nothing of the message's own. */
export const addressForm = /(?:https?:\/\/|www\.|t\.me\/)[^\s]+|@[a-z][a-z0-9_]{3,}(?!\s*\d)/y;
// The second letter is Cyrillic.
export const leverageForm = /(?:[xх]\s?(\d{1,3})|(\d{1,3})\s?[xх]|(\d{1,3})er hebel)(?![a-wyz0-9])/y;
export const leverageGlued = /(\d{1,3})x(?=[a-z])/y;
export const frameForm =
  /(?:([mhdw])(\d{1,2})|(\d{1,2})\s?(min(?:ute)?s?|hours?|hrs?|h|m|d|w|day|std|ч|м|мин|час|часа|часов|دقيقة|ساعة|saat|dk|dakika))(?![\p{L}\d])/uy;
export const ordinalForm = /(\d{1,2})\s?(?:st|nd|rd|th|er|ere|eme|o|a|°|ый|ая|й|я|е|е)(?![\p{L}\d])/uy;
export const kiloForm = /k(?![\p{L}\d])/uy;

const percent = /\s?(?:%|percent|prozent|процент\p{L}*|por ciento|por cento|pour cent|yuzde|بالمئة|في المئة|٪)/u;
const pips =
  /\s?\+?\s?(?:pips?|p|pipps?|pts?|points?|punkte?n?|puntos?|pontos?|пункт\p{L}*|пипс\p{L}*|п|пп|نقط\p{L}*|نقاط|بيبس?|puan|ticks?|piplik|pipos)(?![\p{L}\d])/u;
const money =
  /\s?(?:€|£|₽|₺|(?:usd|eur|euros?|dollars?|dolares|reais|руб\p{L}*|долл\p{L}*|دولار|tl|gbp|euro)(?![\p{L}\d/]))/u;
/** What stands behind a number; which group has matched tells the unit. */
export const unitForm = new RegExp(`(${percent.source})|(${pips.source})|(${money.source})`, 'uy');

/** What a sticky pattern finds at a place. */
export function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}
