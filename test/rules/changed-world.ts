import type { Estate } from '../world/estate.js';
import { soundPrivate } from '../world/sound.js';
import type { World } from '../world/world.js';

/** The sound private estate after a change, or the one that is given. */
export function worldOf(change: (world: World) => void, sound: () => Estate = soundPrivate): () => Estate {
  return () => {
    const estate = sound();
    change(estate.world);
    return estate;
  };
}
