// An order on a stage: reports are handed to it one by one, and what it writes is seen.

import { present } from '../../../../src/base/must.ts';
import { NO_LIVE } from '../../../../src/language/arg-types.ts';
import { match } from '../../../../src/language/match.ts';
import { tokenize } from '../../../../src/language/tokens.ts';
import type { PingReport, PingSpec, TraceReport, TraceSpec } from '../../../../src/net/operations.ts';
import type { ActionContext } from '../../../../src/os/action.ts';
import { actions } from '../../../../src/os/junos/tools/index.ts';
import { junos, junosVocabulary } from '../console.ts';
import { contextOf, type Facts } from '../show/facts.ts';

export class Staged {
  text = '';
  running = false;
  endless = false;
  stopped = false;
  spec: PingSpec | TraceSpec | undefined;
  #interrupt: () => void = () => {};
  #report: ((report: never) => void) | undefined;
  readonly #timers = new Map<string, () => void>();
  /** When a timer was armed: for how long. */
  readonly armed: [name: string, after: number][] = [];

  constructor(line: string, facts: Facts = {}) {
    const specs = junosVocabulary().sections.get('operational')?.commands ?? [];
    const found = match(specs, tokenize(line, { quotes: true, brackets: true }), junos().types, NO_LIVE);
    if (!found.ok) throw new Error(`${line}: ${JSON.stringify(found.error)}`);
    const { effect } = found.value.spec;
    const action = present(effect.kind === 'do' ? actions[effect.action] : undefined, line);
    action(this.#context(facts), found.value);
  }

  hear(...reports: readonly (PingReport | TraceReport)[]): this {
    for (const report of reports) present(this.#report, 'an operation')(report as never);
    return this;
  }

  interrupt(): this {
    this.#interrupt();
    return this;
  }

  /** The time of a timer is over. */
  expire(name: string): this {
    const then = present(this.#timers.get(name), name);
    this.#timers.delete(name);
    then();
    return this;
  }

  #write(text: string): void {
    this.text += text;
  }

  #stop(): void {
    this.stopped = true;
  }

  #context(facts: Facts): ActionContext {
    const { box, router } = contextOf({ ...facts, ask: { lookup: undefined, ...facts.ask } });
    const start = (spec: PingSpec | TraceSpec, report: (report: never) => void) => {
      this.spec = spec;
      this.#report = report;
      return { stop: () => this.#stop() };
    };
    return {
      box: {
        ...box,
        timer: (name: string, after: number | 'off', then?: () => void) => {
          if (after === 'off') this.#timers.delete(name);
          else {
            this.armed.push([name, after]);
            this.#timers.set(name, present(then, name));
          }
        },
      },
      router: { ...router, ping: start, traceroute: start },
      session: 0,
      user: 'lab',
      privileged: true,
      io: {
        print: (lines: readonly string[]) => this.#write(lines.map((line) => `${line}\n`).join('')),
        write: (text: string) => this.#write(text),
        running: (interrupt: () => void, options?: { readonly endless?: boolean }) => {
          this.#interrupt = interrupt;
          this.running = true;
          this.endless = options?.endless === true;
          return () => {
            this.running = false;
          };
        },
      },
    } as unknown as ActionContext;
  }
}
