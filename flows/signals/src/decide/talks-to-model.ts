/**
 * Whether a text speaks to a model rather than to traders. This is no defence: what a model says is checked against the
 * text, and never published on its word. It is a reason to look: whoever writes such a thing beside a signal that rules
 * can read is not to be followed blindly. Said too often it costs a person a look; said too seldom, nothing.
 */
export function talksToModel(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

const patterns = [
  // Somebody is addressed by role: `Assistant: …`, `(AI, …)`, `<system>`, `[INST]`.
  /(?:^|[\s([{<"'`*#.!?])(?:assistant|system|ai|llm|gpt|chatgpt|claude|bot|parser|developer|user)\s*[:>\]]/iu,
  /<\|?\s*(?:im_start|im_end|system|assistant|user|end|inst)|\[\/?inst\]|<<sys>>/iu,
  /\b(?:as an? (?:ai|language model|assistant)|language model|large language|system prompt|prompt injection|jailbreak|chatgpt|openai)\b/iu,
  // Instructions are to be left behind, in the languages that channels write in.
  /\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instruction|rule|prompt|previous|above|check|guard)/iu,
  /\b(?:ignora|olvida|vergiss|ignoriere|ignore|oublie|esqueça|esquece|unut|yok say)\b.{0,50}\b(?:instruc|anweisung|regel|consigne|instruç|talimat|kural)/iu,
  /(?:игнорируй|забудь|проигнорируй).{0,50}(?:инструкц|правил|указан)/iu,
  /(?:تجاهل|انس).{0,50}(?:تعليمات|القواعد|الأوامر)/u,
  // Parts of the answer that a model is to give.
  /"(?:kind|signals|takeProfits|stopLoss|confidence|publish)"\s*:/u,
  /\b(?:json|schema|function call|tool call|auto[- ]?publish|confidence\s*[:=]?\s*(?:1(?:\.0)?|0?\.9\d?|100))\b/iu,
];
