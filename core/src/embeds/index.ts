export { type Embed, type EmbedsIndex, embedsCollection } from './embed.ts';
export { createEmbeds, type Embeds, type NewEmbed, notOpened } from './embeds.ts';
