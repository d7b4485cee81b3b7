export { readSettings, type SettingRow, type Settings, type SettingsResult } from './config/settings.ts';
export { StartError } from './data/data-folder.ts';
export { limitHeapGrowth } from './heap-growth.ts';
export { type Hub, type HubOptions, startHub } from './hub.ts';
export { releaseFlows } from './release.ts';
