// Where processes leave wishes for one another: BFD's clients, LDP's listeners, those who
// go by tracked objects.

import type { ProcessId, VrfName } from '../route/names.ts';
import { BfdDesk } from './bfd-desk.ts';
import { LdpSyncDesk } from './ldp-sync-desk.ts';
import type { News } from './redistribution.ts';
import { TrackDesk } from './track-desk.ts';

export class Desks {
  readonly bfd: BfdDesk;
  readonly ldpSync = new LdpSyncDesk();
  readonly track = new TrackDesk();

  /** `bfdWanted`: other BFD sessions are wanted in this VRF. */
  constructor(bfdWanted: (vrf: VrfName) => void) {
    this.bfd = new BfdDesk(bfdWanted);
  }

  /** The process is gone. */
  forget(who: ProcessId): void {
    this.bfd.forget(who);
    this.ldpSync.forget(who);
    this.track.forget(who);
  }

  /** False: there is nothing to say. */
  get stirred(): boolean {
    return this.bfd.stirred || this.ldpSync.stirred || this.track.stirred;
  }

  /** What has to be said now, in a fixed order. */
  news(): readonly News[] {
    return [...this.bfd.news(), ...this.ldpSync.news(), ...this.track.news()];
  }
}
