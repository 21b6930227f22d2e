import { hubZone, ownDns } from './stories/dns.js';
import { documentedExample } from './stories/documented-example.js';
import { faulty } from './stories/faulty.js';
import { from2021 } from './stories/from-2021.js';
import { government } from './stories/government.js';
import { managedApproved, managedInternet } from './stories/managed.js';
import { noRightsOnVault } from './stories/no-rights-on-vault.js';
import { ownIdentity } from './stories/own-identity.js';
import { privateStory } from './stories/private.js';
import { projectOfHub } from './stories/project-of-hub.js';
import { publicStory } from './stories/public.js';
import type { Story } from './stories/story.js';

export type { Story } from './stories/story.js';

/** Every story, by the name of its folder below `fixtures`. */
export const STORIES: Readonly<Record<string, Story>> = {
  faulty,
  private: privateStory,
  'documented-example': documentedExample,
  public: publicStory,
  'managed-approved': managedApproved,
  'managed-internet': managedInternet,
  'own-dns': ownDns,
  'hub-zone': hubZone,
  'no-rights-on-vault': noRightsOnVault,
  'project-of-hub': projectOfHub,
  government,
  'from-2021': from2021,
  'own-identity': ownIdentity,
};
