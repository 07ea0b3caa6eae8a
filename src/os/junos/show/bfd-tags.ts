// `show bfd session` as elements.
// Source: reply `show bfd session extensive` of 13.3R1 (PyEZ test data); genieparser golden output ShowBFDSessionDetail
// (`session-up-time`, `session-type`).

import { ipText } from '../../../base/ip.ts';
import type { BfdSessionRow } from '../../../protocols/bfd/show.ts';
import { since } from '../../../sim/time.ts';
import type { ViewContext } from '../../os.ts';
import { group, leaf, number, spaceOf, type Tag } from '../answer.ts';
import { BFD_STATES, clientName, diagnosticText, sessionsOf, spanText, sumsOf } from './bfd.ts';
import { saidOf } from './said.ts';
import { ageText } from './spans.ts';
import type { TaggedView } from './tagged-view.ts';

export const bfdSessionTags: TaggedView = (context, match) => {
  const style = saidOf(match, 'detail', 'extensive', 'summary') ?? 'brief';
  const rows = sessionsOf(context, match);
  const { sent, received, clients } = sumsOf(rows);
  const tagOf = (row: BfdSessionRow): Tag =>
    group(
      'bfd-session',
      ...briefTags(row),
      ...(style === 'brief' ? [] : detailTags(context, row)),
      ...(style === 'extensive' ? extensiveTags(row) : []),
    );
  return {
    ...group(
      'bfd-session-information',
      ...(style === 'summary' ? [] : rows.map(tagOf)),
      number('sessions', rows.length),
      number('clients', clients),
      leaf('cumulative-transmission-rate', sent),
      leaf('cumulative-reception-rate', received),
    ),
    attributes: [
      ['xmlns', spaceOf(context.box.chassis.model.release, 'junos-bfd')],
      ['junos:style', style],
    ],
  };
};

const briefTags = (row: BfdSessionRow): readonly Tag[] => [
  leaf('session-neighbor', ipText(row.peer)),
  leaf('session-state', BFD_STATES[row.state]),
  leaf('session-interface', row.on ?? ''),
  leaf('session-detection-time', spanText(row.detectionTime ?? 0)),
  leaf('session-transmission-interval', spanText(row.transmitInterval ?? 0)),
  number('session-adaptive-multiplier', row.wanted.multiplier),
];

const detailTags = ({ now }: ViewContext, row: BfdSessionRow): readonly Tag[] => [
  ...row.clients.map(({ id, timers }) =>
    group(
      'bfd-client',
      leaf('client-name', clientName(id)),
      leaf('client-transmission-interval', spanText(timers.minTx)),
      leaf('client-reception-interval', spanText(timers.minRx)),
    ),
  ),
  ...(row.state === 'up' && row.upSince !== undefined
    ? [leaf('session-up-time', ageText(since(row.upSince, now)))]
    : []),
  leaf('local-diagnostic', diagnosticText(row.diagnostic)),
  leaf('remote-diagnostic', diagnosticText(row.remoteDiagnostic)),
  leaf('session-version', '1'),
  leaf('remote-state', BFD_STATES[row.remoteState]),
  leaf('session-type', `${row.on === undefined ? 'Multi hop' : 'Single hop'} BFD`),
];

const extensiveTags = (row: BfdSessionRow): readonly Tag[] => [
  leaf('minimum-asynchronous-interval', spanText(row.wanted.minTx)),
  leaf('minimum-slow-interval', spanText(row.slowInterval)),
  leaf('adaptive-asynchronous-transmission-interval', spanText(row.wanted.minTx)),
  leaf('adaptive-reception-interval', spanText(row.wanted.minRx)),
  leaf('minimum-transmission-interval', spanText(row.minTx)),
  leaf('minimum-reception-interval', spanText(row.minRx)),
  number('detection-multiplier', row.wanted.multiplier),
  leaf('neighbor-minimum-transmission-interval', spanText(row.remoteMinTx)),
  leaf('neighbor-minimum-reception-interval', spanText(row.remoteMinRx)),
  number('neighbor-session-multiplier', row.remoteMultiplier),
  number('local-discriminator', row.localDiscriminator),
  number('remote-discriminator', row.remoteDiscriminator),
  leaf('echo-mode-desired', 'disabled'),
  leaf('echo-mode-state', 'inactive'),
];
