/** A process that rotates one document after another and is killed by the test: `node rotate-until-killed.ts <database> <keys>`. */
import { systemClock } from '@fairlead/sdk';
import { createStorage } from '../../storage/index.ts';
import {
  createKeyRegister,
  createRotation,
  createVault,
  KeyRing,
  parseMasterKeys,
  vaultKeys,
  vaultRotations,
} from '../index.ts';
import { things, thingsHolder } from './things.ts';

const [path = '', keys = ''] = process.argv.slice(2);
const storage = await createStorage({ path, collections: [vaultKeys, vaultRotations, things], clock: systemClock });
const keyRing = new KeyRing(parseMasterKeys(keys, 'argv'));
const holder = thingsHolder(storage);
const rotation = createRotation({
  vault: createVault({ keyRing }),
  keyRing,
  register: createKeyRegister({ keyRing, repository: storage.repository(vaultKeys), clock: systemClock }),
  repository: storage.repository(vaultRotations),
  clock: systemClock,
  onError: (error) => {
    throw error;
  },
  batchSize: 1,
});
rotation.registerHolder({
  ...holder,
  async rewrap(record, change) {
    const outcome = await holder.rewrap(record, change);
    process.send?.(record.id);
    return outcome;
  },
});
await rotation.start();
await rotation.idle();
