import { it } from 'vitest';
import { JunosBox, LAB_START } from './os/junos/console.ts';
it('x', () => {
  const box = new JunosBox();
  const c = box.console({ auto: false });
  let out = c.take();
  const go = (s: string) => { out += c.press(s); };
  go('lab\n'); go('lab123\n');
  go('conf\n'); go('set int ge-0/0/0.0 fam in addr 10.0.12.1/30\n'); go('set interfaces ge-0/0/0 unit 0 family inet address 10.0.12.256/30\n');
  go('set system hots-name R2\n'); go('\x15'); go('show | compare\n'); go('commit check\n'); go('commit comment "first one"\n');
  go('edit policy-options policy-statement P term 1\n'); go('set then accept\n'); go('set from protocol [ static direct ]\n'); go('show\n'); go('top\n'); go('show policy-options\n'); go('show | compare | no-more\n');
  go('set routing-options static route 192.168.1.111/24 discard\n'); go('commit\n'); go('rollback ?'); go('\x15rollback 0\n'); go('show routing-options\n');
  go('delete interfaces ge-0/0/1\n'); go('set interfaces ?'); go('\x15'); go('set routing-options static ?'); go('\x15'); go('set\n'); go('set interfaces\n'); go('set interfaces sdfsdf\n');
  go('load merge terminal\n'); go('interfaces {\n ge-0/0/1 {\n  description "x y";\n  foo bar;\n }\n}\n\x04');
  go('show interfaces\n'); go('exit\n'); go('no\n'); go('exit\n'); go('yes\n'); go('show configuration | display set\n'); go('show foo\n'); go('shwo\n'); go('show c'); go('\t'); go('?'); go('\x15'); go('show configuration | m'); go(' '); go('\x15'); go('exit\n');
  console.log(out.replaceAll('\x07', '<BEL>').replaceAll('\b', '<'));
});
