// The checklist of the command line, part 1 and the IOS half of part 3, line by line: which test holds it, or what it waits
// for.

/** A line of the checklist in short words, and the test that holds it: file (below test/os/ios) and name. */
export interface Line {
  readonly section: string;
  readonly line: string;
  readonly test?: readonly [file: string, name: string];
  /** What has to be built first. */
  readonly waits?: string;
}

const held = (section: string, line: string, file: string, name: string): Line => ({
  section,
  line,
  test: [file, name],
});
const waiting = (section: string, line: string, waits: string): Line => ({ section, line, waits });

const LIFE = 'life-cycle.test.ts';
const SHELL = 'shell.test.ts';
const ERRORS = 'errors.test.ts';
const EDIT = 'edit.test.ts';
const HELP = 'help.test.ts';
const KEYS = 'keys.test.ts';
const FILES = 'files.test.ts';
const PROMPTS = 'prompts.test.ts';
const TELNET = 'telnet.test.ts';

const CONSOLE: readonly Line[] = [
  held('1.1', 'RETURN gives the user prompt', SHELL, 'greets and waits for RETURN'),
  held('1.1', 'no startup-config: the dialogue is offered', SHELL, 'asks what to do with a box that has nothing saved'),
  held('1.1', 'the setup dialogue itself', LIFE, 'leads through the setup dialogue, and saves what came of it'),
  held('1.1', 'the setup dialogue left with Ctrl-C', LIFE, 'can be left with Ctrl-C, and nothing has changed'),
  held(
    '1.1',
    'banner motd, typed over several lines',
    LIFE,
    'are typed between delimiters, over several lines, and printed with ^C',
  ),
  held('1.1', 'banners motd and exec at a login', SHELL, 'shows its banners, and asks for the password of its line'),
  waiting('1.1', 'banner incoming', 'reverse telnet, asynchronous lines'),
  held(
    '1.1',
    'User Access Verification, Username, Password, % Login invalid',
    SHELL,
    'asks for a name where its line wants one',
  ),
  waiting('1.1', '% Authentication failed, % Access denied', 'AAA servers'),
  held('1.1', '% Bad passwords after three', LIFE, 'is over after three wrong passwords of the line'),
  held('1.1', '% Bad secrets after three', SHELL, 'wants the secret, three times'),
  held('1.1', 'secrets of types 0 5 7', 'secrets.test.ts', 'knows a secret of type 7 and of type 5'),
  held('1.1', 'secrets of types 4 8 9', 'secrets.test.ts', 'a secret of type %s'),
  held('1.1', 'Password required, but none set', SHELL, 'lets nobody in'),
  held('1.1', '% No password set', SHELL, 'needs a password on a line that is no console'),
  held('1.1', 'exit: con0 is now available', SHELL, 'is free again after exit, and forgets what was typed'),
  held('1.1', 'exec-timeout', SHELL, 'ends a login after ten minutes, of somebody who types'),
  held('1.1', 'timeout expired! at the login', LIFE, 'after %j hears that his time is over'),
  held('1.1', 'disable', SHELL, 'disables and tells the level'),
  held('1.1', 'privilege levels hide commands', LIFE, 'hide commands, and give others'),
  held('1.1', 'privilege level 0', LIFE, 'leave five commands at level 0'),
  held(
    '1.1',
    'Trying … Open, closed by foreign host',
    TELNET,
    'is answered by the login of a vty, and over when that is',
  ),
  held('1.1', 'refused, timed out, unreachable', TELNET, '%s'),
];

const MODES: readonly Line[] = [
  held('1.2', 'hostname at most 63, cut in configuration prompts', PROMPTS, 'is as long as 63 characters, not more'),
  held('1.2', 'the prompts of the modes', PROMPTS, 'the prompt of %s'),
  waiting('1.2', 'prompts of peer templates', 'BGP neighbors'),
  waiting('1.2', 'prompt of OSPFv3', 'IPv6'),
  waiting('1.2', 'prompt of IPv6 access lists', 'IPv6'),
  waiting('1.2', 'prompts of QoS', 'QoS'),
  waiting('1.2', 'prompts of explicit paths and segment routing', 'MPLS TE, SR'),
  waiting('1.2', 'prompts of layer 2', 'L2VPN, EVPN'),
  waiting('1.2', 'prompts of SLA operations, tracks, applets', 'IP SLA, EEM'),
  held('1.2', 'configure alone asks', SHELL, 'answers the question of configure alone'),
  held('1.2', 'exit, end', PROMPTS, 'exit goes up one level, end all the way, and exit-address-family exists'),
  held(
    '1.2',
    'Ctrl-Z runs the line, Ctrl-C does not',
    SHELL,
    'does the half-typed line at Ctrl-Z, and throws it away at Ctrl-C',
  ),
  held('1.2', 'commands of the parent mode', SHELL, 'takes commands of the modes above, and stands there then'),
  held('1.2', 'do', 'transcripts.test.ts', 'takes a new router through its first steps'),
  held('1.2', 'default interface', PROMPTS, 'sets an interface back, and says so'),
  held('1.2', 'default', EDIT, 'default goes back to the factory'),
  held('1.2', 'interface names', PROMPTS, 'interface %s is %s'),
  held('1.2', 'interface range', EDIT, 'are told the same thing together'),
];

const ERROR_LINES: readonly Line[] = [
  held('1.3', 'caret, ambiguous, incomplete in exec', ERRORS, 'in exec'),
  held('1.3', 'the same in configuration', ERRORS, 'in configuration'),
  held(
    '1.3',
    'unknown first word: nine seconds of DNS',
    ERRORS,
    'is looked up as the name of a host, which takes its time',
  ),
  held('1.3', 'Ctrl-Shift-6 breaks the lookup', ERRORS, 'is given up at the break key'),
  held('1.3', 'no ip domain lookup', ERRORS, 'is not asked for where names are not looked up'),
  held('1.3', 'newer trains on one line', ERRORS, 'is told on one line by IOS XE'),
  held('1.3', '? on junk, s ?', HELP, 'knows what it cannot help with'),
  held('1.3', 'Bad mask, overlaps with', EDIT, 'addresses'),
  held('1.3', '/31 warning', EDIT, 'may be /31, with a warning on a port and none on a loopback'),
  held('1.3', 'Invalid next hop, Inconsistent address and mask', EDIT, 'static routes'),
  held('1.3', 'BGP is already running', EDIT, 'runs once'),
  held('1.3', 'Specify remote-as first', EDIT, 'needs to know a neighbor before its attributes'),
  held('1.3', 'VRF not configured', EDIT, 'must exist, and have IPv4'),
  held(
    '1.3',
    'IP routing table does not exist',
    'show/route.test.ts',
    'names the VRF, or says that there is no such table',
  ),
  held(
    '1.3',
    'addresses removed due to enabling VRF',
    EDIT,
    'take the addresses of an interface that enters or leaves',
  ),
  waiting('1.3', '% OSPF: Reload or use "clear ip ospf process"', 'OSPF'),
];

const QUESTIONS: readonly Line[] = [
  held('1.4', '? in columns, <cr> last', HELP, 'lists what may come next in columns'),
  held(
    '1.4',
    '? acts at once, the line stays',
    HELP,
    'is about what stands before the cursor, and the line stays whole',
  ),
  held('1.4', 'part of a word and ?', HELP, 'lists words behind part of a word'),
  held('1.4', '| Output modifiers', HELP, 'tells of pipes behind what prints'),
  held('1.4', '<cr>  <cr> of IOS XE', HELP, 'repeats the end of the line on IOS XE'),
  held('1.4', 'numbers an interface may have', HELP, 'names the numbers that an interface may have'),
  held('1.4', '? lists page', HELP, 'goes page by page'),
  held('1.4', 'Ctrl-V ?', KEYS, 'Ctrl-V takes the meaning from the next: a question mark is typed'),
  held('1.4', 'no ? and do ?, titles', HELP, 'has a title where nothing was typed'),
  held('1.4', 'Tab on a new line', HELP, 'completes on a new line, with a blank behind'),
  held('1.4', 'Tab, not unique', HELP, 'repeats the line where several words begin so, or none'),
  held(
    '1.4',
    'abbreviations: history as typed, show run in full',
    PROMPTS,
    'are kept in the history as typed, and printed in full',
  ),
  held(
    '1.4',
    'aliases, told with an asterisk',
    KEYS,
    'are spelled out when they are entered, and told with an asterisk',
  ),
];

const PIPES: readonly Line[] = [
  held('1.5', 'include, exclude, begin, section, count', SHELL, 'pipe'),
  held('1.5', 'append, redirect, tee', FILES, 'redirect writes and is silent, append adds, tee shows too'),
  waiting('1.5', 'format', 'specification files of the operational data model'),
  held('1.5', 'show running-config interface', 'print.test.ts', 'counts the bytes of one interface'),
  held('1.5', 'show running-config all', FILES, 'hides what goes without saying; all tells it'),
  held(
    '1.6',
    '--More-- and its keys',
    KEYS,
    'Space shows a page, Enter a line; the marker is rubbed out with backspaces',
  ),
  held('1.6', 'any other key stops', KEYS, '%s ends it without a new line'),
  held('1.6', '/ at the marker', KEYS, '/ goes on where a pattern is found'),
  held('1.6', '+ and - at the marker', KEYS, '+ shows what fits, - what does not'),
  held('1.6', '? at the marker', KEYS, '? tells which keys there are, and asks again'),
  held(
    '1.6',
    'long lines count as several rows',
    KEYS,
    'a line longer than the terminal is wide takes two rows of the page',
  ),
  held(
    '1.6',
    'resize at the marker',
    KEYS,
    'another size of the window counts from the next page on; the length is what the terminal was told',
  ),
  held('1.6', 'show tech-support pages', KEYS, 'show tech-support is many pages, and ends'),
  held('1.6', 'terminal length and width, show terminal', KEYS, 'is as long and as wide as it was told'),
  held('1.6', 'terminal monitor', LIFE, 'are shown the log only when they ask for it'),
  held('1.6', 'terminal history size', SHELL, 'is ten lines deep, or as deep as one wants'),
  held('1.6', 'terminal no editing', KEYS, 'terminal no editing leaves them without meaning'),
  held('1.6', 'terminal exec prompt timestamp', KEYS, 'stamps commands when it is told to'),
];

const KEY_LINES: readonly Line[] = [
  held('1.7', 'editing keys', KEYS, 'keys of the line'),
  held('1.7', 'Ctrl-R and Ctrl-L redisplay', KEYS, 'Ctrl-R and Ctrl-L show the line again: they do not search'),
  held('1.7', 'long lines scroll by ten', KEYS, 'a long line moves sideways by ten behind a dollar sign'),
  held('1.7', 'history keys', KEYS, 'Ctrl-P, Ctrl-N and arrows walk through the history'),
  waiting('1.7', 'show history lists both lists', 'a capture that shows it'),
  held('1.7', 'histories of exec and configuration', SHELL, 'keeps exec and configuration apart'),
  held(
    '1.7',
    'Ctrl-Shift-6 x, show sessions, Enter resumes',
    TELNET,
    'and x leave the connection open; Enter goes back',
  ),
  held('1.7', 'disconnect, open connections at exit', TELNET, 'leaves it to be closed by disconnect, or by leaving'),
  held(
    '1.7',
    'a log message breaks the line',
    KEYS,
    'a message in mid-line tears it apart; what was typed stays typed',
  ),
  held('1.7', 'logging synchronous', KEYS, 'with logging synchronous the line is shown again'),
  held('1.7', 'a thousand lines pasted', KEYS, 'a thousand lines are pasted, and none is lost'),
  held('1.7', 'Ctrl-C storms', KEYS, 'a storm of Ctrl-C leaves a prompt, wherever it comes'),
];

const LOGS: readonly Line[] = [
  held('1.8', 'SYS-5-CONFIG_I by console', SHELL, 'stand behind the prompt, which is not shown again'),
  held('1.8', 'SYS-5-CONFIG_I by a user on a vty', LIFE, 'see each other, and who changed what'),
  held('1.8', 'time stamps, the asterisk', SHELL, 'messages of the log'),
  held('1.8', 'clock set: no asterisk', KEYS, 'does not trust a clock that nobody set'),
  held('1.8', 'LINK-5-CHANGED', 'phrase.test.ts', 'a port that its owner shuts'),
  held(
    '1.8',
    'LINK-3-UPDOWN, LINEPROTO a second later',
    'phrase.test.ts',
    'a port comes up two seconds after its light, its protocol a second later; a loopback has only a protocol',
  ),
  waiting('1.8', 'OSPF-5-ADJCHG, OSPF-4-DUP_RTRID_NBR, OSPF-4-NORTRID', 'OSPF'),
  waiting('1.8', 'BGP-5-ADJCHANGE, BGP-3-NOTIFICATION, BGP-5-NBR_RESET, BGP_SESSION-5-ADJCHANGE', 'BGP neighbors'),
  held('1.8', 'TCP-6-BADAUTH', 'phrase.test.ts', 'segments without their signature'),
  held('1.8', 'LDP-5-NBRCHG', 'show/mpls.test.ts', 'sessions are cleared, and the log says so'),
  held('1.8', 'CLNS-5-ADJCHANGE', 'isis.test.ts', 'says when neighbors come and go'),
  waiting('1.8', 'DUAL-5-NBRCHANGE', 'EIGRP'),
  waiting('1.8', 'HSRP-5-STATECHANGE', 'HSRP'),
  waiting('1.8', 'PIM-5-NBRCHG, PIM-5-DRCHG', 'PIM'),
  held('1.8', 'IP-4-DUPADDR', 'phrase.test.ts', 'an address that somebody else uses'),
  held('1.8', 'SYS-5-RELOAD', LIFE, 'asks whether to save, and comes back with what was saved'),
  held('1.8', 'service sequence-numbers', LIFE, 'numbers the lines of the log when it is told to'),
  held('1.8', 'no logging console', SHELL, 'stay away where the console is told nothing, or less'),
  held('1.8', 'logging buffered, show logging', SHELL, 'are kept in the buffer, until it is cleared'),
  held('1.8', 'debug, u all', 'debug.test.ts', 'is silent again when it is switched off, one by one or all at once'),
  held('1.8', 'debug with conditions', 'debug.test.ts', 'is confined to interfaces'),
  held('1.8', 'debug of packets', 'debug.test.ts', 'tells of ARP and ICMP, at both ends'),
];

const CONFIGURATIONS: readonly Line[] = [
  held('1.9', 'heads of show running-config', FILES, 'is told in the next listing, with the name of who did it'),
  held('1.9', 'byte count', FILES, 'counts the bytes of what it prints'),
  held('1.9', 'order and runs of marks of three releases', 'print.test.ts', 'is printed as it was'),
  held(
    '1.9',
    'defaults are hidden',
    'print.test.ts',
    'has a port up that it does not call shut; a few lines of a lab leave it as it was',
  ),
  held(
    '1.9',
    'neighbors by address',
    EDIT,
    'prints neighbors by their addresses, groups first, and forgets all about one at once',
  ),
  held('1.9', 'copy running-config startup-config, write memory', FILES, 'asks for the name, or does not'),
  held(
    '1.9',
    'write erase, [confirm], startup-config is not present',
    FILES,
    'is undone by write erase, when it is confirmed',
  ),
  held('1.9', 'reload and its questions', LIFE, 'does nothing when it is not confirmed'),
  held('1.9', 'reload in, cancel', LIFE, 'can wait, tells everybody, and can be cancelled'),
  held('1.9', 'reload at', LIFE, 'happens when its time has come, at a time of day too'),
  held('1.9', 'copy to and from files', FILES, 'are written by copy, listed, shown and deleted'),
  held('1.9', 'archive, show archive', FILES, 'numbers its files, and forgets the oldest'),
  held('1.9', 'write-memory and time-period', FILES, 'keeps what is saved, and what has stood for a while'),
  held('1.9', 'show archive config differences', FILES, 'tells what two configurations differ in'),
  held('1.9', 'configure replace, list', FILES, 'asks, lists and goes back'),
  held('1.9', 'configure replace time', FILES, 'comes back after its time unless it is confirmed'),
  held(
    '1.9',
    'configure terminal revert timer',
    FILES,
    'keeps what runs, tells so, and goes back when nobody confirms',
  ),
  held('1.9', 'configure confirm', FILES, 'keeps the new one when somebody confirms'),
  held('1.9', 'configure revert now', FILES, 'goes back at once, or later, when it is told so'),
];

const TOOLS: readonly Line[] = [
  held('1.10', 'first ping after ARP', 'tools/ping.test.ts', 'loses the packet that asks for the neighbour'),
  held('1.10', 'header, source', 'tools/ping.test.ts', 'tells what it was asked to send'),
  held('1.10', 'extended dialogue', 'tools/ping.test.ts', 'asks for everything in turn'),
  held('1.10', 'sweep', 'tools/ping.test.ts', 'sweeps over sizes'),
  held(
    '1.10',
    'Ctrl-Shift-6 and the partial rate',
    'tools/ping.test.ts',
    'is ended by the break key, with the sum so far',
  ),
  held(
    '1.10',
    'traceroute',
    'tools/traceroute.test.ts',
    'shows a line a hop; the last router may complain only twice a second',
  ),
  held('1.10', 'traceroute dialogue', 'tools/traceroute.test.ts', 'asks for everything in turn'),
  held(
    '1.10',
    '[MPLS: Label 18 Exp 0] in traceroute',
    'show/mpls.test.ts',
    'traceroute shows the labels that each hop got',
  ),
  held('1.10', 'ping mpls, traceroute mpls', 'show/mpls.test.ts', 'ping mpls'),
  waiting('1.10', 'clear ip ospf process', 'OSPF'),
  held('1.10', 'clear counters', 'tools/clear.test.ts', 'clear counters asks, clears and tells the log'),
  held('1.10', 'clear ip bgp', 'tools/clear.test.ts', 'clear ip bgp'),
  held('1.10', 'clear ip route', 'clear-route.test.ts', 'makes leaked routes young again, all or one'),
  held('1.10', 'clear line', TELNET, 'sees who is there, and can throw him out'),
];

/** The twenty details that give a fake away: those of IOS. */
const DETAILS: readonly Line[] = [
  held('3', '1: the caret', ERRORS, 'in exec'),
  held('3', '2: the empty line after errors', ERRORS, 'in configuration'),
  held('3', '3: two blanks in % Ambiguous command:', ERRORS, 'in exec'),
  held('3', '4: Tab on a new line', HELP, 'completes on a new line, with a blank behind'),
  held(
    '3',
    '5: end and Ctrl-Z run the pending line',
    PROMPTS,
    'Ctrl-Z runs what stands in the line, in a block as in global configuration',
  ),
  held(
    '3',
    '6: a sub-mode falls back to global commands',
    SHELL,
    'takes commands of the modes above, and stands there then',
  ),
  held('3', '7: do with ?', HELP, 'has a title where nothing was typed'),
  held('3', '8: section follows indentation', SHELL, 'pipe'),
  held('3', '9: --More-- erased, q without a new line', KEYS, '%s ends it without a new line'),
  waiting('3', '10: OSPF against LINEPROTO by a second', 'OSPF'),
  held('3', '11: defaults in show run', 'print.test.ts', 'is printed as it was'),
  held(
    '3',
    '12: order of BGP neighbors',
    EDIT,
    'prints neighbors by their addresses, groups first, and forgets all about one at once',
  ),
];

export const LINES: readonly Line[] = [
  ...CONSOLE,
  ...MODES,
  ...ERROR_LINES,
  ...QUESTIONS,
  ...PIPES,
  ...KEY_LINES,
  ...LOGS,
  ...CONFIGURATIONS,
  ...TOOLS,
  ...DETAILS,
];
