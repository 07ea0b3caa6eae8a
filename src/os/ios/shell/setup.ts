// The setup dialogue: a first configuration, question by question.
// Source: capture of a Cisco 1941 without a saved configuration, 15.4(3)M3, 2025; genieparser test data, `setup` on IOS XE
// (the script, the three selections).

import { type Ip4, ip4Text, parseIp4 } from '../../../base/ip.ts';
import { lengthOfMask } from '../../../base/prefix.ts';
import type { Answer } from '../../../cli/shell.ts';
import { match } from '../../../language/match.ts';
import { tokenize } from '../../../language/tokens.ts';
import type { IfName } from '../../../route/names.ts';
import { interfaceNodes } from '../edit/addresses.ts';
import { treeOf } from '../files/copy.ts';
import { isVirtual } from '../interface-names.ts';
import { TOKEN_STYLE } from '../read.ts';
import { md5Secret, saltFor } from '../secrets.ts';
import { showIpInterfaceBrief } from '../show/interface-brief.ts';
import { YES_OR_NO } from './farewell.ts';
import type { Seat } from './seat.ts';

const INTRODUCTION = [
  '',
  "At any point you may enter a question mark '?' for help.",
  'Use ctrl-c to abort configuration dialog at any prompt.',
  "Default settings are in square brackets '[]'.",
  '',
  '',
  'Basic management setup configures only enough connectivity',
  'for management of the system, extended setup will ask you',
  'to configure each interface on the system',
  '',
];
const ABORTED = ['', '', 'Configuration aborted, no changes made.', ''];
const SECRET = [
  '',
  '  The enable secret is a password used to protect access to',
  '  privileged EXEC and configuration modes. This password, after',
  '  entered, becomes encrypted in the configuration.',
];
const PASSWORD = [
  '',
  '  The enable password is used when you do not specify an',
  '  enable secret password, with some older software versions, and',
  '  some boot images.',
];
const TERMINAL = [
  '',
  '  The virtual terminal password is used to protect',
  '  access to the router over a network interface.',
];
const SUMMARY = [
  '',
  'Current interface summary',
  '',
  '',
  'Any interface listed with OK? value "NO" does not have a valid configuration',
  '',
];
const WHICH = ['', 'Enter interface name used to connect to the'];
const SELECTIONS = [
  '',
  '',
  '[0] Go to the IOS command prompt without saving this config.',
  '[1] Return back to the setup without saving this config.',
  '[2] Save this configuration to nvram and exit.',
  '',
];
const DONE = "Use the enabled mode 'configure' command to modify this configuration.";

/** Leads through it; `then` when it is over, however it ended. */
export function setUp(seat: Seat, then: () => void): void {
  new Setup(seat, then).begin();
}

class Setup {
  readonly #seat: Seat;
  readonly #then: () => void;
  #script: string[] = [];
  #interfaces: readonly IfName[] = [];

  constructor(seat: Seat, then: () => void) {
    this.#seat = seat;
    this.#then = then;
  }

  begin(): void {
    this.#script = [];
    this.#say(INTRODUCTION);
    this.#yesNo('Would you like to enter basic management setup? [yes/no]: ', undefined, (basic) => {
      this.#interfaces = interfaceNodes(this.#seat.running)
        .map(({ words }) => (words[1] ?? '') as IfName)
        .filter((name) => !isVirtual(name));
      this.#say(['Configuring global parameters:', '']);
      this.#name(basic);
    });
  }

  #name(basic: boolean): void {
    const { hostname } = this.#seat.box;
    this.#text(`  Enter host name [${hostname}]: `, (typed) => {
      this.#script.push(`hostname ${typed || hostname}`);
      this.#say(SECRET);
      this.#needed('  Enter enable secret: ', (secret) => {
        this.#script.push(`enable secret 5 ${md5Secret(secret, saltFor(secret))}`);
        this.#password(basic, secret);
      });
    });
  }

  #password(basic: boolean, secret: string): void {
    this.#say(PASSWORD);
    this.#needed('  Enter enable password: ', (password) => {
      if (password === secret) {
        this.#say(['% Please choose a password that is different from the enable secret']);
        this.#password(basic, secret);
        return;
      }
      this.#script.push(`enable password ${password}`);
      this.#say(TERMINAL);
      this.#needed('  Enter virtual terminal password: ', (line) => {
        this.#script.push('line vty 0 4', `password ${line}`);
        this.#snmp(basic);
      });
    });
  }

  #snmp(basic: boolean): void {
    this.#yesNo('  Configure SNMP Network Management? [yes]: ', true, (wanted) => {
      const on = (): void => (basic ? this.#management() : this.#each(0));
      if (!wanted) {
        this.#script.push('no snmp-server', '!');
        on();
        return;
      }
      this.#text('    Community string [public]: ', (community) => {
        this.#script.push(`snmp-server community ${community || 'public'}`, '!');
        on();
      });
    });
  }

  /** Basic setup: the one interface that leads to whoever manages the box. */
  #management(): void {
    const { view, system, live } = this.#seat;
    const asked = match(system.privileged, tokenize('show ip interface brief', TOKEN_STYLE), system.types, live);
    this.#say([...SUMMARY, ...(asked.ok ? showIpInterfaceBrief(view, asked.value) : [])]);
    const ask = (): void => {
      this.#say(WHICH);
      this.#needed('management network from the above interface summary: ', (typed) => {
        const wanted = this.#interfaces.find((name) => name.toLowerCase() === typed.toLowerCase());
        if (!wanted) {
          this.#say(['Invalid interface']);
          ask();
          return;
        }
        this.#say(['', `Configuring interface ${wanted}:`]);
        this.#address(wanted, () => {
          for (const name of this.#interfaces) if (name !== wanted) this.#shut(name);
          this.#created();
        });
      });
    };
    ask();
  }

  /** Extended setup: one interface after the other. */
  #each(at: number): void {
    const name = this.#interfaces[at];
    if (at === 0) this.#say(['', 'Configuring interface parameters:']);
    if (name === undefined) {
      this.#created();
      return;
    }
    this.#say(['']);
    this.#yesNo(`Do you want to configure ${name} interface? [yes]: `, true, (wanted) => {
      if (wanted) this.#address(name, () => this.#each(at + 1));
      else {
        this.#shut(name);
        this.#each(at + 1);
      }
    });
  }

  #shut(name: IfName): void {
    this.#script.push(`interface ${name}`, 'shutdown', 'no ip address', '!');
  }

  #address(name: IfName, then: () => void): void {
    this.#yesNo('  Configure IP on this interface? [yes]: ', true, (wanted) => {
      if (!wanted) {
        this.#shut(name);
        then();
        return;
      }
      this.#needed('    IP address for this interface: ', (typed) => {
        const address = parseIp4(typed);
        if (address === undefined) {
          this.#say(['% Bad IP address']);
          this.#address(name, then);
          return;
        }
        const [klass, natural] = classOf(address);
        this.#text(`    Subnet mask for this interface [${natural}] : `, (mask) => {
          const wantedMask = mask || natural;
          const length = lengthOfMask(parseIp4(wantedMask) ?? address) ?? 0;
          const net = ip4Text(networkOf(address, natural));
          this.#say([`    Class ${klass} network is ${net}, ${length} subnet bits; mask is /${length}`]);
          this.#script.push(`interface ${name}`, 'no shutdown', `ip address ${ip4Text(address)} ${wantedMask}`, '!');
          then();
        });
      });
    });
  }

  #created(): void {
    this.#say([
      '',
      'The following configuration command script was created:',
      '',
      ...this.#script,
      'end',
      ...SELECTIONS,
    ]);
    this.#text('Enter your selection [2]: ', (typed) => {
      if (typed === '1') this.begin();
      else {
        if (typed !== '0') this.#save();
        this.#then();
      }
    });
  }

  #save(): void {
    const { box, user } = this.#seat;
    const tree = treeOf(this.#seat, this.#script.join('\n'), false);
    this.#seat.commit(tree);
    box.store.startup = { tree, at: box.now, user };
    this.#say(['Building configuration...', '[OK]', DONE]);
  }

  /** Nobody is logged in: there are no pages. */
  #say(lines: readonly string[]): void {
    this.#seat.io.print(lines, { page: false });
  }

  #heard(answer: Answer, then: (text: string) => void): void {
    if (answer.kind === 'line') then(answer.text.trim());
    else {
      this.#say(ABORTED);
      this.#then();
    }
  }

  #text(question: string, then: (text: string) => void): void {
    this.#seat.io.ask(question, { echo: true }, (answer) => this.#heard(answer, then));
  }

  #needed(question: string, then: (text: string) => void): void {
    this.#text(question, (typed) => {
      if (typed !== '') then(typed);
      else {
        this.#say(['% No defaulting allowed']);
        this.#needed(question, then);
      }
    });
  }

  #yesNo(question: string, byDefault: boolean | undefined, then: (yes: boolean) => void): void {
    this.#text(question, (text) => {
      const typed = text.toLowerCase();
      if (typed === '' && byDefault !== undefined) then(byDefault);
      else if (typed !== '' && 'yes'.startsWith(typed)) then(true);
      else if (typed !== '' && 'no'.startsWith(typed)) then(false);
      else {
        this.#say([YES_OR_NO]);
        this.#yesNo(question, byDefault, then);
      }
    });
  }
}

const networkOf = (address: Ip4, mask: string): Ip4 => ((address & (parseIp4(mask) ?? 0)) >>> 0) as Ip4;

/** RFC 791 §3.2: classes of addresses, and their masks. */
function classOf(address: number): readonly [string, string] {
  const first = address >>> 24;
  if (first < 128) return ['A', '255.0.0.0'];
  return first < 192 ? ['B', '255.255.0.0'] : ['C', '255.255.255.0'];
}
