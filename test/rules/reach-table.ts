import type { Estate } from '../world/estate.js';
import type { Names } from '../world/names.js';
import { soundManaged, soundPrivate, soundPublic } from '../world/sound.js';
import type { RuleTable } from './test-rule.js';

/** A service whose access to public networks a rule judges. */
interface ReachedService {
  readonly service: 'registry' | 'storage' | 'keyVault';
  readonly read: 'registry' | 'storageAccount' | 'keyVault';
  readonly operation: string;
  /** Of the service of `mlw-fraud`. */
  readonly name: string;
  /** `the registry` */
  readonly noun: string;
  /** ARM path of its firewall. */
  readonly acls: string;
  /** What ARM says of the default action of an open one. */
  readonly openAction: 'Allow' | 'absent';
  /** What closing takes, in the summary. */
  readonly condition: string;
  /** The command that closes it. */
  readonly close: (names: Names) => string;
}

/** What the rule on public network access says of a service. */
export function reachTable(reached: ReachedService): RuleTable {
  const { service, read, operation, name, noun, acls, openAction, condition, close } = reached;
  const id = soundPrivate().names[service];
  const access = 'properties.publicNetworkAccess';
  const summary = `Close ${noun} once all that uses it comes in by private endpoints.${condition}`;

  /** The estate with its door open, or with the firewall that is given. */
  const opened =
    (sound: () => Estate, firewall: object | null = { defaultAction: 'Allow' }) =>
    (): Estate => {
      const estate = sound();
      const own = estate.names[service];
      estate.world.set(own, access, 'Enabled');
      if (firewall === null) estate.world.unset(own, acls);
      else estate.world.set(own, acls, { ...firewall });
      return estate;
    };
  const changed = (path: string, value: string) => (): Estate => {
    const estate = soundPrivate();
    estate.world.set(id, path, value);
    return estate;
  };
  const denying = (...ranges: readonly string[]) =>
    opened(soundPrivate, { defaultAction: 'Deny', ipRules: ranges.map((value) => ({ value })) });

  const failed = (severity: 'error' | 'info', { names }: Estate, action = 'Allow') => ({
    severity,
    message: `${access} is Enabled and ${acls}.defaultAction is ${action}: ${noun} takes requests from all public networks.`,
    evidence: [{ resourceId: names[service], path: access, actual: 'Enabled', expected: 'Disabled' }],
    summary,
    commands: [close(names)],
  });

  return {
    fail: [
      { name: 'it is open', world: opened(soundPrivate), ...failed('info', soundPrivate()) },
      {
        name: 'it is open and has no firewall at all, and private outbound is required',
        world: opened(soundPrivate, null),
        required: { outbound: 'private' },
        ...failed('error', soundPrivate(), 'absent'),
      },
      {
        name: 'it is open behind a managed network that lets out only what is approved',
        world: opened(() => soundManaged('AllowOnlyApprovedOutbound')),
        required: { outbound: 'private' },
        ...failed('error', soundManaged()),
      },
      {
        name: 'it is open, and nobody goes out privately anyway',
        world: soundPublic,
        required: { outbound: 'private' },
        ...failed('info', soundPublic(), openAction),
      },
      {
        name: 'it is open, and whether anybody goes out privately was not read',
        world: () => {
          const estate = opened(soundPrivate)();
          estate.world.gap('endpoints', `${estate.names.workspace}/onlineEndpoints`);
          return estate;
        },
        required: { outbound: 'private' },
        ...failed('error', soundPrivate()),
      },
      {
        name: 'its firewall denies, and lets nearly everybody in, in other letters',
        world: opened(soundPrivate, {
          defaultAction: 'deny',
          ipRules: [{ value: '0.0.0.0/2' }, { value: '64.0.0.0/2' }, { value: '128.0.0.0/1' }],
        }),
        severity: 'info',
        message: `${acls}.defaultAction is deny, but ${acls}.ipRules lets in 0.0.0.0/2, 64.0.0.0/2, 128.0.0.0/1, more addresses than a /8 holds: ${noun} takes requests from public networks at large.`,
        evidence: [
          {
            resourceId: id,
            path: `${acls}.ipRules`,
            actual: '0.0.0.0/2, 64.0.0.0/2, 128.0.0.0/1',
            expected: 'ranges of your own networks',
          },
        ],
        summary,
        commands: failed('info', soundPrivate()).commands,
      },
    ],
    pass: [
      {
        name: 'it is closed, in other letters',
        world: changed(access, 'disabled'),
        message: `${access} is disabled: ${noun} is closed to public networks.`,
      },
      {
        name: 'its firewall lets in a range and an address',
        world: denying('203.0.113.0/24', '198.51.100.7'),
        message: `${acls}.defaultAction is Deny: ${noun} is open to the networks alone that it lists.`,
      },
    ],
    unknown: [
      {
        name: 'it is secured by a perimeter',
        world: changed(access, 'SecuredByPerimeter'),
        message: `${name}: ${access} is SecuredByPerimeter; isocheck knows Enabled or Disabled.`,
        operations: [operation],
      },
      {
        name: 'its firewall lists what is no range',
        world: denying('AzureCloud'),
        message: `${name}: ${acls}.ipRules holds AzureCloud; isocheck knows addresses and ranges in CIDR notation.`,
        operations: [operation],
      },
      {
        name: 'it was refused',
        world: () => {
          const estate = soundPrivate();
          estate.world.gap(read, id);
          return estate;
        },
        message: `${name} was not read (forbidden, ${operation}): 403 AuthorizationFailed.`,
        operations: [operation],
      },
    ],
    notApplicable: 'it takes requests from public networks or it does not',
  };
}
