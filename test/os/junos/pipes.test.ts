// Pipes that reach further than the lines they are given.

import { expect, it } from 'vitest';
import { JunosBox, LAB_START } from './console.ts';

it('resolve puts names in place of addresses', () => {
  const config = `${LAB_START}
system {
    static-host-mapping {
        gateway inet 10.0.12.2;
    }
}
routing-options {
    static {
        route 192.168.7.0/24 next-hop 10.0.12.2;
    }
}
`;
  const terminal = new JunosBox({ config }).console();
  expect(terminal.line('show configuration routing-options | resolve')).toBe(
    'static {\n    route 192.168.7.0/24 next-hop gateway;\n}',
  );
});

it('request message sends what was printed', () => {
  const box = new JunosBox();
  const sender = box.console();
  const reader = box.console({ session: 1 });
  reader.take();
  sender.line('show system information | match Family | request message all');
  expect(reader.take()).toContain(
    'Broadcast Message from lab@R1\n        (/dev/ttyu0) at 10:00 UTC...\n\nFamily: junos\n',
  );
  sender.line('show system information | match Family | request message account lab');
  expect(reader.take()).toContain('Message from lab@R1 on ttyu0 at 10:00 ...\nFamily: junos\nEOF\n');
  expect(sender.line('show system information | request message account nobody')).toContain(
    'error: user nobody is not logged in',
  );
});

it('a pattern that is none is told', () => {
  const terminal = new JunosBox().console();
  expect(terminal.line('show configuration | match "["')).toContain('error: invalid regular expression: [');
});

it('what was saved by one pipe is there for the next command', () => {
  const terminal = new JunosBox().console();
  terminal.line('show system information | save x');
  terminal.line('show system information | match Model | append x');
  expect(terminal.line('file show x | last 1')).toBe('Model: vmx');
});
