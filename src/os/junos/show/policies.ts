// show policy [NAME], show policy conditions [NAME], test policy NAME PREFIX.
// Source: Junos OS CLI reference, "show policy", "show policy conditions", "test policy" (its default is to accept; routes
// of all protocols are asked).

import { covers, type Prefix, parsePrefix } from '../../../base/prefix.ts';
import { byText } from '../../../base/sorted-map.ts';
import type { ConfigNode } from '../../../config/tree.ts';
import type { RouteRow } from '../../../device/queries.ts';
import { evaluate } from '../../../policy/evaluate.ts';
import type { Policy, Surroundings } from '../../../policy/policy.ts';
import { routeSubject } from '../../../policy/route-subject.ts';
import type { View } from '../../os.ts';
import { chainOf } from '../compile/policy.ts';
import { all, type Block, one, value } from '../compile/tree-reader.ts';
import { instanceName } from '../instance-name.ts';
import { releaseOf } from '../releases.ts';
import { inForce } from './configured.ts';
import { briefLines } from './route-brief.ts';
import type { ChosenPrefix } from './route-choice.ts';
import { countsLine, type RouteTable, routeTables, standing } from './route-tables.ts';

const LEGEND = '+ = Active Route, - = Last Active, * = Both';

const policiesOf = (tree: Block): readonly ConfigNode[] => all(one(tree, 'policy-options'), 'policy-statement');
const nameOf = (node: ConfigNode): string => node.args['policy-name'] ?? '';

export const showPolicy: View = (context, match) => {
  const wanted = match.args['policy'];
  const policies = policiesOf(inForce(context));
  if (wanted === undefined) return ['Configured policies:', ...policies.map(nameOf).sort(byText)];
  const policy = policies.find((node) => nameOf(node) === wanted);
  return policy ? policyLines(policy) : [`error: policy '${wanted}' not found`];
};

function policyLines(policy: ConfigNode): readonly string[] {
  const terms = all(policy, 'term');
  const last = one(policy, 'then') || one(policy, 'from') ? [policy] : [];
  const several = terms.length > 0;
  return [
    `Policy ${nameOf(policy)}:`,
    ...[...terms, ...last].flatMap((node) => [
      ...(several ? [`  Term ${node.args['term-name'] ?? 'unnamed'}:`] : []),
      ...conditionLines(node, 'from'),
      ...conditionLines(node, 'to'),
      ...actionLines(node),
    ]),
  ];
}

function conditionLines(node: ConfigNode, name: 'from' | 'to'): readonly string[] {
  const conditions = one(node, name)?.children ?? [];
  const words = ({ spec, words: said }: ConfigNode): string =>
    spec.name === 'route-filter' ? said.slice(1).join('  ') : said.join(' ');
  return conditions.length === 0 ? [] : [`    ${name}`, ...conditions.map((one) => `        ${words(one)}`)];
}

function actionLines(node: ConfigNode): readonly string[] {
  const actions = (one(node, 'then')?.children ?? []).map(({ words }) => words.join(' '));
  return actions.length === 0 ? [] : [`    then ${actions.join(' ')}`];
}

export const showPolicyConditions: View = (context, match) => {
  const wanted = match.args['condition'];
  const conditions = all(one(inForce(context), 'policy-options'), 'condition').filter(
    ({ args }) => wanted === undefined || args['condition-name'] === wanted,
  );
  const tables = [...new Set(conditions.map(tableOf))].sort(byText);
  return [
    'Configured conditions:',
    ...conditions.map(
      ({ args }) =>
        `Condition ${args['condition-name']} (static), event: Existence of a route in a specific routing table`,
    ),
    '',
    'Condition tables:',
    ...tables.map((table) => {
      const names = conditions
        .filter((node) => tableOf(node) === table)
        .map(({ args }) => `${args['condition-name']} (static)`);
      return `Table ${table}, generation 0, dependencies 0, If-route-exists conditions: ${names.join(' ')}`;
    }),
  ];
};

const tableOf = (node: ConfigNode): string => value(one(node, 'if-route-exists'), 'table', 'table') ?? 'inet.0';

export const testPolicy: View = (context, match) => {
  const { policy: name = '', prefix: text = '' } = match.args;
  const tree = inForce(context);
  const within = parsePrefix(text);
  if (!policiesOf(tree).some((node) => nameOf(node) === name)) return [`error: policy '${name}' not found`];
  const policy = chainOf(tree, [name], { otherwise: 'accept', to: undefined });
  const tables = routeTables(context);
  const tested = tables.filter(({ labels }) => !labels).map((table) => tableTest(tables, table, policy, within));
  const style = releaseOf(context.box.chassis.model).route;
  const [accepted, rejected] = [sum(tested.map(({ passed }) => passed.length)), sum(tested.map((one) => one.rejected))];
  return [
    ...tested.flatMap(({ table, passed }) =>
      passed.length === 0
        ? []
        : ['', countsLine(table), LEGEND, '', ...passed.flatMap((prefix) => briefLines(context, style, prefix))],
    ),
    '',
    `Policy ${name}: ${accepted} prefix accepted, ${rejected} prefix rejected`,
  ];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

interface TableTest {
  readonly table: RouteTable;
  readonly passed: readonly ChosenPrefix[];
  readonly rejected: number;
}

/** The active route of each prefix inside the block is asked. */
function tableTest(
  tables: readonly RouteTable[],
  table: RouteTable,
  policy: Policy,
  within: Prefix | undefined,
): TableTest {
  const around = surroundings(tables);
  const passed: ChosenPrefix[] = [];
  let rejected = 0;
  for (const { prefix, routes } of table.rows) {
    const row = routes.find((one) => standing(one) === 'active');
    if (!row || (within && !(prefix.family === within.family && covers(within, prefix)))) continue;
    if (passes(policy, table, row, around)) passed.push({ prefix, vrf: table.vrf, routes: [row], all: routes });
    else rejected++;
  }
  return { table, passed, rejected };
}

function passes(policy: Policy, { name, vrf }: RouteTable, row: RouteRow, around: Surroundings): boolean {
  const subject = { ...routeSubject(row.candidate.route), table: name, instance: instanceName(vrf) };
  return evaluate(policy, subject, around).verdict === 'accept';
}

/** A condition holds while its table has an active route to exactly its prefix. */
const surroundings = (tables: readonly RouteTable[]): Surroundings => ({
  exists: ({ prefix, vrf }) =>
    tables.some(
      ({ name, vrf: own, rows }) =>
        own === vrf &&
        name.endsWith('inet.0') &&
        rows.some((row) => row.prefix === prefix && row.routes.some((route) => standing(route) === 'active')),
    ),
});
