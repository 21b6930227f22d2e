import {
  all,
  allOf,
  anyIn,
  anyOf,
  both,
  certain,
  chain,
  type Fact,
  known,
  type Listing,
  not,
  possible,
} from '../../algebra/fact.js';
import { clientConnections } from '../../connections/client-connections.js';
import type { Connection } from '../../resources/connection.js';
import type { PrivateEndpoint } from '../../resources/private-endpoint.js';
import { workspaceOf } from '../../resources/workspace.js';
import { type InferenceNames, inferenceNames, isInferenceHost } from '../names/inference-names.js';
import { apiZones, noApiZone } from '../zones/api-zones.js';
import { type DecidingRecord, decidingRecords } from './deciding-records.js';
import { type AddressOwner, type JudgedRecord, judgeRecord } from './record-addresses.js';

/**
 * Where the records of a workspace's online endpoints lead, seen from one of its private endpoints:
 * - `none`: there is no record that decides;
 * - `wrong`: a record has no address, or one that is no Approved inbound connection's;
 * - `far`: a record has only addresses in networks that are neither this one nor peered with it;
 * - `right`: none of these.
 */
export interface InferenceAddress {
  readonly names: InferenceNames;
  readonly state: 'none' | 'wrong' | 'far' | 'right';
  /** The records that made it so. */
  readonly records: readonly JudgedRecord[];
  /** Whether a far one could be a wrong one: what would tell was not read. */
  readonly mayBeWrong: boolean;
}

/** Where the inference records lead, for a connection whose private endpoint was read. */
export function inferenceAddress(connection: Connection): Fact<InferenceAddress> {
  const workspace = workspaceOf(connection);
  return chain(both(inferenceNames(workspace), connection.privateEndpoint()), ([names, endpoint]) => {
    const deciding = decidingRecords(workspace, endpoint, names);
    const clients = clientConnections(workspace);
    const judged: Listing<Verdict> = {
      items: deciding.items.map((each) => verdictOf(each, clients, endpoint, names)),
      gaps: deciding.gaps,
    };
    const wrong = anyIn(judged, (each) => each.wrong);
    const far = anyIn(judged, (each) => each.far);
    if (certain(wrong)) return known(outcome('wrong', judged, names, (each) => each.wrong));
    if (certain(far)) {
      const leading = outcome('far', judged, names, (each) => each.far);
      return known({ ...leading, mayBeWrong: possible(wrong) });
    }
    const anyDecides = anyIn(judged, (each) => each.decides);
    return chain(all([wrong, far, anyDecides]), ([, , decided]): Fact<InferenceAddress> => {
      const right = outcome('right', judged, names, (each) => each.decides);
      if (decided === true) return known(right);
      return chain(apiZones(endpoint, names), (zones) =>
        zones === null ? noApiZone(endpoint, names) : known({ ...right, state: 'none' }),
      );
    });
  });
}

interface Verdict {
  readonly record: JudgedRecord;
  readonly decides: Fact<boolean>;
  /** It decides, and an address does not fit. */
  readonly wrong: Fact<boolean>;
  /** It decides, and no address is in this network or one peered with it. */
  readonly far: Fact<boolean>;
}

function verdictOf(
  { zone, record, decides }: DecidingRecord,
  clients: Listing<Connection>,
  endpoint: PrivateEndpoint,
  names: InferenceNames,
): Verdict {
  const judgement = judgeRecord(zone, record, clients, (host) => isInferenceHost(names, host));
  const isNear = ({ fits, network }: AddressOwner) =>
    allOf([fits, chain(both(endpoint.virtualNetwork(), network), ([here, there]) => here.reaches(there))]);
  const near = chain(record.addresses, () =>
    anyOf(judgement.owners.map((ofAddress) => anyIn(ofAddress, isNear))),
  );
  return {
    record: judgement.record,
    decides,
    wrong: allOf([decides, not(judgement.fits)]),
    far: allOf([decides, not(near)]),
  };
}

function outcome(
  state: InferenceAddress['state'],
  verdicts: Listing<Verdict>,
  names: InferenceNames,
  test: (verdict: Verdict) => Fact<boolean>,
): InferenceAddress {
  const records = verdicts.items.filter((each) => certain(test(each))).map(({ record }) => record);
  return { names, state, records, mayBeWrong: false };
}
