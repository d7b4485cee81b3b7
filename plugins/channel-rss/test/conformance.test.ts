import { channelConformance } from '@fairlead/sdk/testing';
import plugin from '../src/index.ts';
import { manifest } from './support.ts';
import { feedVendor } from './vendor.ts';

channelConformance({ name: 'channel-rss', plugin, manifest, vendor: feedVendor });
