import { channelConformance } from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';
import { manifest } from './support.ts';
import { siteVendor } from './vendor.ts';

channelConformance({ name: 'channel-scrape', plugin, manifest, vendor: siteVendor });
