// `help syslog`: what the messages of the log mean that this router writes.    Source: "System Log Explorer" (names, severities).

export interface SyslogMessage {
  readonly message: string;
  readonly help: string;
  readonly description: string;
  readonly severity: string;
}

const said = (severity: string, message: string, help: string, description: string): SyslogMessage => ({
  message,
  help,
  description,
  severity,
});

export const SYSLOG_MESSAGES: Readonly<Record<string, SyslogMessage>> = {
  BFDD_STATE_UP_TO_DOWN: said(
    'warning',
    'BFD Session <session> (IFL <ifl>) state Up -> Down LD/RD(<local>/<remote>) Up time:<uptime> Local diag: <local-diag> Remote diag: <remote-diag> Reason: <reason>.',
    'BFD session went down',
    'The indicated Bidirectional Forwarding Detection session is no longer up.',
  ),
  BFDD_TRAP_SHOP_STATE_DOWN: said(
    'warning',
    'local discriminator: <session-id>, new state: <state>, interface: <interface>, peer addr: <remote-peer>',
    'BFD session state changed to down',
    "The state of the indicated single-hop Bidirectional Forwarding Detection session changed to 'down' or 'admin down'.",
  ),
  BFDD_TRAP_SHOP_STATE_UP: said(
    'info',
    'local discriminator: <session-id>, new state: <state>, interface: <interface>, peer addr: <remote-peer>',
    'BFD session state changed to up',
    "The state of the indicated single-hop Bidirectional Forwarding Detection session changed to 'up'.",
  ),
  RPD_BGP_NEIGHBOR_STATE_CHANGED: said(
    'warning',
    'BGP peer <peer-name> changed state from <old-state> to <new-state> (event <event>) (instance <instance-name>)',
    'BGP peer state has changed',
    'The state of the session with the indicated BGP peer changed.',
  ),
  RPD_LDP_NBRDOWN: said(
    'notice',
    'LDP neighbor <neighbor-address> (<interface-name>) is down',
    'LDP neighbor connection was terminated',
    'The routing protocol process (rpd) lost the indicated Label Distribution Protocol neighbor.',
  ),
  RPD_LDP_NBRUP: said(
    'info',
    'LDP neighbor <neighbor-address> (<interface-name>) is up',
    'LDP neighbor connection was established',
    'The routing protocol process (rpd) found the indicated Label Distribution Protocol neighbor.',
  ),
  RPD_LDP_SESSIONDOWN: said(
    'notice',
    'LDP session <neighbor-address> is down, reason: <reason>',
    'LDP session was terminated',
    'The routing protocol process (rpd) ended a Label Distribution Protocol session with the indicated neighbor; all labels exchanged during it are gone.',
  ),
  RPD_LDP_SESSIONUP: said(
    'info',
    'LDP session <neighbor-address> is up',
    'LDP session was established',
    'The routing protocol process (rpd) began a Label Distribution Protocol session with the indicated neighbor.',
  ),
  RPD_OSPF_NBRDOWN: said(
    'notice',
    'OSPF neighbor <neighbor-address> (realm <realm-name> <interface-name> area <area-id>) state changed from <old-state> to <new-state> due to <event-name> (event reason: <reason>)',
    'OSPF neighbor adjacency was terminated',
    'An adjacency with the indicated OSPF neighbor ended: the local router no longer exchanges routing information with it.',
  ),
  RPD_OSPF_NBRUP: said(
    'info',
    'OSPF neighbor <neighbor-address> (realm <realm-name> <interface-name> area <area-id>) state changed from <old-state> to <new-state> due to <event-name> (event reason: <reason>)',
    'OSPF neighbor adjacency was established',
    'An adjacency with the indicated OSPF neighbor was established: both routers can now exchange routing information.',
  ),
  SNMP_TRAP_LINK_DOWN: said(
    'warning',
    'ifIndex <snmp-interface-index>, ifAdminStatus <admin-status>, ifOperStatus <operational-status>, ifName <interface-name>',
    'linkDown trap was sent',
    'The SNMP agent process (snmpd) generated a linkDown trap because the indicated interface changed state to down.',
  ),
  SNMP_TRAP_LINK_UP: said(
    'info',
    'ifIndex <snmp-interface-index>, ifAdminStatus <admin-status>, ifOperStatus <operational-status>, ifName <interface-name>',
    'linkUp trap was sent',
    'The SNMP agent process (snmpd) generated a linkUp trap because the indicated interface changed state to up.',
  ),
  UI_CMDLINE_READ_LINE: said(
    'info',
    "User '<username>', command '<input>'",
    'User entered command at CLI prompt',
    'The indicated user typed the indicated command at the CLI prompt and pressed the Enter key.',
  ),
  UI_COMMIT: said(
    'notice',
    "User '<username>' requested '<command>' operation (comment: <message>)",
    'User requested commit of candidate configuration',
    'The indicated user requested the indicated type of commit operation on the candidate configuration.',
  ),
  UI_COMMIT_COMPLETED: said(
    'notice',
    'commit complete',
    'Commit has completed',
    'The requested commit operation has completed.',
  ),
  UI_DBASE_LOGIN_EVENT: said(
    'notice',
    "User '<username>' entering configuration mode",
    'User entered configuration mode',
    'The indicated user entered configuration mode (logged in to the configuration database).',
  ),
  UI_DBASE_LOGOUT_EVENT: said(
    'notice',
    "User '<username>' exiting configuration mode",
    'User exited configuration mode',
    'The indicated user exited configuration mode (logged out of the configuration database).',
  ),
};
