// What the fidelity page asks of the Junos command line (its parts 2 and 3), line by line: what shows it, or what it waits for.

/** A line of the page. */
export type FidelityLine =
  /** `shows` stands in this file of test/os/junos: the name of a test, or a row of a transcript. */
  | { readonly line: string; readonly file: string; readonly shows: string }
  /** Something that is not built yet. */
  | { readonly line: string; readonly waits: string };

const at =
  (file: string) =>
  (line: string, shows: string): FidelityLine => ({ line, file, shows });
const transcript = (name: string) => at(`transcripts/${name}.txt`);
const waits = (line: string, what: string): FidelityLine => ({ line, waits: what });

const first = transcript('first-day');
const editing = transcript('editing');
const errors = transcript('errors');
const commit = transcript('commit');
const scheduled = transcript('scheduled');
const sessions = transcript('sessions');
const personal = transcript('private');
const loading = transcript('loading');
const files = transcript('files');
const pipes = transcript('pipes');
const pager = transcript('pager');
const keys = transcript('keys');
const groups = transcript('groups');
const display = transcript('display');
const classes = transcript('classes');
const wildcard = transcript('wildcard');
const operations = transcript('operations');
const levels = transcript('levels');
const logins = transcript('logins');
const completion = at('completion.test.ts');

/** 2.1 Session and prompts */
const SESSION: readonly FidelityLine[] = [
  logins('Last login, then the release', 'Last login: Sun Mar  1 10:00:05 on ttyu0'),
  first('root lands in the shell, then cli', '» cli↵'),
  first('a box without a name', 'root@:~ # cli'),
  classes('operator and read-only see fewer commands', 'ops@R1> ?'),
  classes('what may not be shown is denied', 'system { /* ACCESS-DENIED */ };'),
  editing('a blank line, the level, the prompt', '[edit system login user lab]'),
  completion('Enter completes the last word and shows a blank', 'completes the last word, and shows that by a blank'),
  waits('{master}, {backup}, {primary:node0}', 'boxes with two routing engines'),
  sessions('configure private', 'warning: uncommitted changes will be discarded on exit'),
  sessions('configure exclusive', '» configure exclusive↵'),
  scheduled('configure batch', 'Added to commit queue request-id:'),
  sessions('who else is editing', 'Users currently editing the configuration:'),
  sessions('locked by somebody', 'error: configuration database locked by:'),
  sessions('private while the shared candidate is dirty', 'error: shared configuration database modified'),
  personal('two private commits race', 'error: configuration database modified'),
  sessions('leaving with changes', 'Exit with uncommitted changes? [yes,no] (yes) yes '),
  sessions('leaving a private copy with changes', 'Discard uncommitted changes? [yes,no] (yes) yes '),
  editing('exit goes to the level before, up one up, top', '» up'),
  levels('top show, up 2 set as prefixes', '» up 2 set term TWO then reject↵'),
  errors('run with every level of help', 'run show foo'),
];

/** 2.2 Completion, `?`, errors */
const COMPLETION: readonly FidelityLine[] = [
  completion('columns and marks of a list', 'marks containers and lists, and tells ranges'),
  completion('values that exist by their names', 'has the names that exist among the words, by their letters'),
  completion('<[Enter]> first, | last', 'of commands that are whole ends with the pipe'),
  completion('Space completes keywords', 'completes keywords'),
  completion('user names only by Tab', 'leaves the names that somebody has given alone'),
  completion('Tab completes names', 'completes names as well'),
  errors('complete-on-space off', 'Disabling complete-on-space'),
  completion('Space rejects a wrong word', 'refuses a wrong word at once and keeps what was right'),
  errors('unknown command.', 'unknown command.'),
  errors('syntax error, expecting <command>.', 'syntax error, expecting <command>.'),
  errors('ambiguous, with the list', "'next' is ambiguous."),
  errors('syntax error. in configuration mode', 'lab@R1# set system hots-name'),
  errors('missing argument.', 'missing argument.'),
  errors('invalid value', "invalid value '300' in ip address: '10.0.0.300/24' at '10.0.0.300/24'"),
  errors('invalid interface type', "invalid interface type in 'gee-0/0/0'."),
  completion('the column of the caret', 'of `%s` in configuration mode'),
  errors('statement not found', 'warning: statement not found'),
  editing('delete everything asks', 'Delete everything under this level? [yes,no] (no) '),
  operations('help apropos', 'help apropos zeroize'),
  operations('help syslog', 'help syslog UI_COMMIT'),
  operations('help reference, help topic', 'help reference system host-name'),
];

/** 2.3 Commit family */
const COMMIT: readonly FidelityLine[] = [
  commit('commit check', 'configuration check succeeds'),
  commit(
    'commit confirmed: the warning first',
    'commit confirmed will be automatically rolled back in 2 minutes unless confirmed',
  ),
  first('commit and-quit', 'Exiting configuration mode'),
  commit('ten minutes by default', 'rolled back in 10 minutes unless confirmed'),
  commit('commit check confirms', '» commit check↵'),
  commit('the countdown above the prompt', '# commit confirmed will be rolled back in 1 minute'),
  commit('automatic rollback and broadcast', 'Commit was not confirmed; automatic rollback complete.'),
  scheduled('commit at', 'commit at will be executed at 2026-03-01 10:02:30 UTC'),
  scheduled('clear system commit', 'Pending commit cleared.'),
  scheduled('commit synchronize is taken', 'commit synchronize and-quit'),
  scheduled('commit | display detail', 'notifying daemons of new configuration'),
  commit('commit comment', 'two links'),
  scheduled('commit prepare, commit activate', '» commit activate↵'),
  commit('show system commit', 'via cli commit confirmed, rollback in 10mins'),
  commit('the shape of a failure', 'Only unit 0 is valid for this encapsulation'),
  first('missing mandatory statement', "Missing mandatory statement: 'root-authentication'"),
  levels('a policy that nobody defined', 'error: Policy error: Policy NO-SUCH referenced but not defined'),
  waits('a BGP peer without peer-as', 'BGP in the configuration'),
  at('compile.test.ts')('twelve refusals, twelve acceptances', 'nothing about host bits: %s'),
  commit('rollback, rollback rescue', 'load complete'),
  scheduled('rollback rescue', '» rollback rescue↵'),
  scheduled('rollback ? lists', '» rollback ?'),
  commit('nothing changes until commit', '» show | compare rollback 2↵'),
  at('compare.test.ts')(
    'show | compare with neighbours',
    'shows a value that changed, and a new entry behind its neighbour',
  ),
  commit('compare rollback n', '» show | compare rollback 1↵'),
  at('compare.test.ts')('! for inactive and for order', 'marks what was deactivated under a header of its own'),
];

/** 2.4 Configuration editing */
const EDITING: readonly FidelityLine[] = [
  editing('set, delete, edit, show', '» show'),
  editing('rename', '» rename'),
  editing('copy', '» copy'),
  editing('insert before and after', '» insert'),
  wildcard('replace pattern with upto', 'replace pattern ge-0/0/1 with ge-0/0/7 upto 2'),
  editing('annotate', '» annotate'),
  editing('deactivate, activate', '» deactivate'),
  editing('protect, unprotect', '» protect'),
  wildcard('wildcard delete', 'Delete 3 objects? [yes,no] (no) '),
  wildcard('wildcard range set', 'wildcard range set interfaces ge-0/0/[0-3,!2]'),
  files('save', "Wrote 29 lines of configuration to 'before.conf'"),
  sessions('status', '» status↵'),
  personal('update', '» update↵'),
  waits('prompt', 'a source that tells what it does'),
  levels('several values in one line', 'members [ 65000:1 65000:2 ];'),
  levels('one path a line', '» set family inet address 10.0.0.1/31 family↵'),
  errors('leafs of one node may be chained', 'metric 10 interface-type p2p'),
  at('print.test.ts')(
    'braces with four blanks, schema order, SECRET-DATA',
    'marks secrets, what is inactive, comments and protection',
  ),
  levels('## Last commit and ## Last changed', '## Last changed: 2026-03-01 10:00:05 UTC'),
  display('display set relative', '| display set relative'),
  groups('display inheritance', "## '9192' was inherited from group 'BACKBONE'"),
  groups('display inheritance no-comments', 'display inheritance no-comments'),
  groups('display inheritance defaults', "was inherited from group 'junos-defaults'"),
  display('display xml', '<rpc-reply xmlns:junos="http://xml.juniper.net/junos/21.4R0/junos">'),
  display('display json', '"configuration" : {'),
  display('display omit', '/* OMITTED */'),
  display('display changed', 'junos:changed="changed"'),
  waits('display commit-scripts', 'commit scripts; it is taken and shows the same'),
  groups('groups with wildcards', '<ge-*> {'),
  groups('apply-groups-except', 'apply-groups-except BACKBONE;'),
  at('groups.test.ts')(
    'precedence of groups',
    'lets the explicit statement win, then the group named first, then the one named deeper',
  ),
  groups('junos-defaults', 'show configuration groups junos-defaults'),
  loading('load merge terminal', '[Type ^D at a new line to end input]'),
  loading('load set terminal', '» load set terminal↵'),
  loading('load … relative with an error', 'load complete (1 errors)'),
  loading('load override', '» load override terminal↵'),
  loading('load replace with its tags', '» load replace terminal↵'),
  at('edits.test.ts')('load patch', 'the candidate is what its text says'),
  files('load from a file', '» load override before.conf↵'),
  loading('load factory-default', '» load factory-default↵'),
];

/** 2.5 Pipes */
const PIPES: readonly FidelityLine[] = [
  pipes('the list of pipes', '  tee                  Write to standard output and file'),
  pipes('chainable', '| match user | count'),
  pipes('count', 'Count: 28 lines'),
  files('save', "Wrote 2 lines of output to 'login.set'"),
  files('append', '| append login.set'),
  files('tee', '| tee host.txt'),
  pipes('match, in either case, with alternatives', '| match "host-name|class"'),
  pipes('except', '| except '),
  pipes('find', 'Pattern not found'),
  pipes('last', '| last 6'),
  pipes('trim', '| trim 8'),
  at('pipes.test.ts')('resolve', 'resolve puts names in place of addresses'),
  operations('refresh', '---(refreshed at 2026-03-01 10:00:11 UTC)---'),
  at('pipes.test.ts')('request message', 'request message sends what was printed'),
  pipes('no-more', '| no-more'),
  pager('hold', '| hold'),
  files('compare with a file', '| compare before.conf'),
  pager('the markers', '---(more 29%)---'),
  pager('Space, Enter, b, d, g, G', '» G'),
  pager('/ and ? search, n', '» /user↵'),
  pager('m and e filter, c clears', '» word|syslog↵'),
  pager('s saves', "Wrote 28 lines of output to 'all.txt'"),
  pager('h helps', '---(Help for CLI automore)---'),
  pager('H and N', '» H'),
  pager('q and Ctrl-C stop', '---(more)---[abort]'),
];

/** 2.6 Keys */
const KEYS: readonly FidelityLine[] = [
  keys('Ctrl-A E F D W Y U K', '» ⌃E⌃W'),
  keys('Ctrl-R', '» ⌃Rdir'),
  completion('Ctrl-R shows what it finds', 'is searched backwards'),
  keys('Ctrl-C abandons the line', 'lab@R1> sho^C'),
  at('fingers.test.ts')('Ctrl-C interrupts a command', 'Ctrl-C ends what runs, what is asked and what is collected'),
  completion('separate histories', 'is one for each mode'),
  keys('show cli history', '» show cli history↵'),
  at('completion.test.ts')('Esc-/ expands from history', 'expands from the history'),
];

/** 2.7 CLI properties and contexts */
const PROPERTIES: readonly FidelityLine[] = [
  pager('screen-length', 'Screen length set to 6'),
  logins('screen-width', 'Screen width set to 200'),
  pipes('timestamp', 'CLI timestamp set to: %b %d %T'),
  pipes('set cli prompt', 'set cli prompt "router> "'),
  logins('idle-timeout', 'Idle timeout exceeded: closing session'),
  files('directory', 'Current directory: /var/tmp'),
  logins('restart-on-upgrade', 'Disabling restart-on-upgrade'),
  errors('show cli', "CLI working directory is '/var/home/lab'"),
  waits('logical systems', 'logical systems'),
];

/** 2.8 Operational verbs */
const VERBS: readonly FidelityLine[] = [
  waits('clear bgp neighbor', 'BGP in the configuration'),
  at('tools/clear.test.ts')('clear interfaces statistics', 'sets counters back'),
  operations('restart routing', 'Routing protocols process started, pid'),
  operations('request system reboot', 'Reboot the system ? [yes,no] (no) yes '),
  operations('request system zeroize', 'Erase all data, including configuration and log files? [yes,no] (no) no '),
  scheduled('rescue configuration', 'request system configuration rescue save'),
  waits('request routing-engine login, master switch', 'boxes with two routing engines'),
  operations('monitor start and its header', '*** messages ***'),
  operations('monitor stop, monitor list', '» monitor list↵'),
  at('tools/monitor.test.ts')('monitor interface', 'counts on one screen until q'),
  at('tools/monitor.test.ts')('monitor traffic', 'shows what the router hears and sends, until it is ended'),
  files('file list', '/var/home/lab/:'),
  files('file show, copy, delete, rename', '» file rename host2.txt host3.txt↵'),
  files('file compare', '1c1,3'),
  operations('show log', '» show log messages↵'),
  waits('traceoptions and show log bgp-trace', 'traceoptions'),
  at('show/system.test.ts')('show system users', 'lists users'),
  at('show/system.test.ts')('show version', 'tells its version'),
  operations('show version and haiku', 'show version and haiku'),
  at('tools/ping.test.ts')('ping is endless', 'is endless, and gives the sum when it is stopped'),
  at('tools/ping.test.ts')('ping rapid', 'shows a sign for every request'),
  at('tools/traceroute.test.ts')('traceroute', 'prints a line a hop'),
  at('tools/traceroute.test.ts')('labels in a traceroute', 'prints labels below their hop'),
  at('show/route.test.ts')('show route and its header', 'counts what it does not show'),
];

/** 2.9 System log lines, and part 3 */
const LOG_AND_GIVEAWAYS: readonly FidelityLine[] = [
  waits('RPD_BGP_NEIGHBOR_STATE_CHANGED', 'BGP in the configuration'),
  waits('RPD_OSPF_NBRUP and its kin', 'OSPF, IS-IS and LDP in the configuration'),
  operations('SNMP_TRAP_LINK_DOWN', 'SNMP_TRAP_LINK_DOWN: ifIndex 526'),
  operations(
    'UI_COMMIT, two blanks behind the time',
    "R1 mgd[8812]: UI_COMMIT: User 'lab' requested 'commit' operation (comment: none)",
  ),
  operations('UI_CMDLINE_READ_LINE with its blank', "UI_CMDLINE_READ_LINE: User 'lab', command 'show log messages '"),
  at('fingers.test.ts')(
    'syslog user sends them to a terminal',
    'the log shows where `syslog user` or `syslog console` sends it',
  ),
  at('fingers.test.ts')('log lines do not pop up', 'nothing of the log shows unless it was asked for'),
  editing('13: blank line and level after every command', '[edit]'),
  completion('14: Space completes, but not names', 'leaves the names that somebody has given alone'),
  errors('15: the good part of the line stays', 'lab@R1# set system hots-namehost-name'),
  commit(
    '16: the warning before commit complete',
    'commit confirmed will be automatically rolled back in 10 minutes unless confirmed',
  ),
  at('compare.test.ts')('17: { ... } in compare', 'shows a value that changed, and a new entry behind its neighbour'),
  commit('18: host bits refused at commit, not at set', 'host bits are set in prefix 192.168.1.111/24'),
  at('tools/ping.test.ts')('19: ping does not stop', 'is endless, and gives the sum when it is stopped'),
];

export const FIDELITY: readonly FidelityLine[] = [
  ...SESSION,
  ...COMPLETION,
  ...COMMIT,
  ...EDITING,
  ...PIPES,
  ...KEYS,
  ...PROPERTIES,
  ...VERBS,
  ...LOG_AND_GIVEAWAYS,
];
