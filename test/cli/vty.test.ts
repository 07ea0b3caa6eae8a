// Transcripts of sessions: keys in, exact bytes out.

import { describe, expect, it } from 'vitest';
import { Session, sessionOf } from './toy-shell.ts';

describe('a prompt', () => {
  it('comes after every command, its text marked as such', () => {
    const session = new Session({ vendor: 'ios' });
    session.press('hello', 'enter');
    expect(session.all).toBe('R1#hello\r\ndid hello\r\nR1#');
    expect(session.written).toEqual([
      { text: 'R1#', kind: 'prompt' },
      { text: 'hello', kind: 'echo' },
      { text: '\r\n', kind: 'echo' },
      { text: 'did hello\r\n', kind: 'output' },
      { text: 'R1#', kind: 'prompt' },
    ]);
  });

  it('takes a bare LF for Enter, and CR LF for one', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('a\nb\r\nc\r');
    expect(session.shell.entered).toEqual(['a', 'b', 'c']);
  });

  it('may have several rows', () => {
    const session = sessionOf({ vendor: 'junos' });
    expect(session.press('configure', 'enter')).toBe('configure \r\n\r\n[edit]\r\nlab@R1# ');
    expect(session.press('x', 'backspace')).toBe('x\b \b');
  });

  it('comes with what the shell typed already', () => {
    const session = sessionOf({ vendor: 'ios' });
    expect(session.press('prefill show ip', 'enter')).toBe('prefill show ip\r\nR1#show ip');
    expect(session.press('backspace', 'enter')).toBe('\b \b\r\ndid show i\r\nR1#');
  });

  it('shows what Enter completed, the cursor behind it', () => {
    const session = sessionOf({ vendor: 'junos' });
    expect(session.press('sh sys uptime', 'enter')).toBe('sh sys uptime \r\ndid sh sys uptime\r\n\r\nlab@R1> ');
    session.press('ab', 'left');
    expect(session.press('enter')).toBe('b \r\ndid ab\r\n\r\nlab@R1> ');
  });
});

describe('keys of the shell', () => {
  it('? is shown, lists at once and leaves the line', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('clock ');
    expect(session.press('?')).toBe('?\r\n  one  First\r\n  two  Second\r\n\r\nR1#clock ');
    expect(session.vty.line).toMatchObject({ text: 'clock ', cursor: 6 });
  });

  it('? of Junos comes back to the prompt without its empty row', () => {
    const session = sessionOf({ vendor: 'junos' });
    session.press('show ');
    expect(session.press('?')).toBe('?\r\n  one  First\r\n  two  Second\r\n\r\nlab@R1> show ');
  });

  it('? in the middle keeps the cursor there', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('ab', 'left');
    expect(session.press('?')).toBe('?\r\n  one  First\r\n  two  Second\r\n\r\nR1#ab\b');
  });

  it('Tab of IOS completes on a new row', () => {
    const session = sessionOf({ vendor: 'ios', words: ['configure'] });
    session.press('con');
    expect(session.press('tab')).toBe('\r\nR1#configure ');
    expect(session.vty.line?.text).toBe('configure ');
  });

  it('Tab of IOS rings and repeats a line it cannot complete', () => {
    const session = sessionOf({ vendor: 'ios', words: ['clock', 'clear'] });
    session.press('cl');
    expect(session.press('tab')).toBe('\x07\r\nR1#cl');
  });

  it('Tab and Space of Junos complete in place', () => {
    const session = sessionOf({ vendor: 'junos', words: ['show'] });
    session.press('sh');
    expect(session.press('tab')).toBe('ow ');
    session.press('ctrl-u', 'sh');
    expect(session.press('space')).toBe('ow ');
    expect(session.press('x', 'space')).toBe('x ');
  });

  it('Tab of Junos rings when there is no completion', () => {
    const session = sessionOf({ vendor: 'junos' });
    expect(session.press('q', 'tab')).toBe('q\x07');
  });

  it('Ctrl-Z of IOS runs the line', () => {
    const session = sessionOf({ vendor: 'ios' });
    expect(session.press('hostname R2', 'ctrl-z')).toBe('hostname R2^Z\r\ndid hostname R2\r\nR1#');
  });

  it('Ctrl-C drops the line', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('configure', 'enter');
    expect(session.press('abc', 'ctrl-c')).toBe('abc^C\r\nR1#');
    expect(session.shell.entered).toEqual(['configure']);
  });

  it('a key the shell does not want keeps its editing command', () => {
    const session = sessionOf({ vendor: 'junos' });
    expect(session.press('ab', 'left', 'ctrl-d')).toBe('ab\b \b');
  });

  it('cut pieces live on in the next line', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('keep me', 'ctrl-u', 'enter');
    expect(session.press('ctrl-y')).toBe('keep me');
  });
});

describe('a message', () => {
  it('breaks into the line, which is not shown again', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('show ip');
    session.vty.notify(['*Mar  1 10:00:11.204: %SYS-5-CONFIG_I: Configured from console by console']);
    expect(session.take()).toBe('\r\n*Mar  1 10:00:11.204: %SYS-5-CONFIG_I: Configured from console by console\r\n');
    session.vty.notify(['second']);
    expect(session.take()).toBe('second\r\n');
    expect(session.press(' bgp', 'enter')).toBe(' bgp\r\ndid show ip bgp\r\nR1#');
  });

  it('with the line shown again (logging synchronous)', () => {
    const session = sessionOf({ vendor: 'ios', redraws: true });
    session.press('show ip', 'left');
    session.vty.notify(['%LINK-3-UPDOWN', 'more']);
    expect(session.take()).toBe('\r\n%LINK-3-UPDOWN\r\nmore\r\nR1#show ip\b');
    expect(session.press('x')).toBe('xp\b');
  });

  it('breaks into a question, and the question is shown again', () => {
    const session = sessionOf({ vendor: 'ios', redraws: true });
    session.press('ask', 'enter', 'y');
    session.vty.notify(['boo']);
    expect(session.take()).toBe('\r\nboo\r\nProceed? [confirm]y');
  });

  it('is printed at once while something runs', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('run', 'enter');
    session.vty.notify(['boo']);
    expect(session.take()).toBe('\r\nboo\r\n');
    session.shell.io?.write('...');
    session.vty.notify(['boo']);
    expect(session.take()).toBe('...\r\nboo\r\n');
  });

  it('is what a shell prints at an idle prompt', () => {
    const session = sessionOf({ vendor: 'junos' });
    session.press('sh');
    session.shell.io?.print(['', 'Broadcast Message from root@R1']);
    expect(session.take()).toBe('\r\n\r\nBroadcast Message from root@R1\r\n');
    expect(session.vty.state).toBe('prompt');
  });
});

describe('while something runs', () => {
  it('keys wait and are typed at the next prompt', () => {
    const session = sessionOf({ vendor: 'ios' });
    expect(session.press('run', 'enter')).toBe('run\r\nworking');
    expect(session.vty.state).toBe('running');
    expect(session.press('one', 'enter', 'tw')).toBe('');
    session.shell.done?.();
    expect(session.take()).toBe('finished\r\nR1#one\r\ndid one\r\nR1#tw');
  });

  it('a break key acts at once and drops what was typed before it', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('run', 'enter', 'one', 'enter');
    expect(session.press('ctrl-shift-6')).toBe('^C\r\nR1#');
    expect(session.press('two')).toBe('two');
  });

  it('the same when everything comes in one read', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.vty.keys('run\rone\r\x1etwo');
    expect(session.take()).toBe('run\r\nworking^C\r\nR1#two');
  });

  it('a break key that was heard before does not count again', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.vty.keys('ab\x03run\rxyz');
    expect(session.take()).toBe('ab^C\r\nR1#run\r\nworking');
    session.shell.done?.();
    expect(session.take()).toBe('finished\r\nR1#xyz');
  });

  it('a storm of Ctrl-C does no harm', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.vty.keys('run\r');
    session.vty.keys('\x03'.repeat(5000));
    expect(session.take()).toBe(`run\r\nworking^C\r\nR1#${'^C\r\nR1#'.repeat(4999)}`);
  });

  it('a break reaches what was started last', () => {
    const session = sessionOf({ vendor: 'ios' });
    const ended: string[] = [];
    session.shell.enter = (_, io) => {
      const outer = io.running(() => outer());
      const inner = io.running(() => {
        ended.push('inner');
        inner();
      });
    };
    session.press('x', 'enter', 'ctrl-c');
    expect(ended).toEqual(['inner']);
    expect(session.vty.state).toBe('running');
    session.press('ctrl-c');
    expect(session.vty.state).toBe('prompt');
  });

  it('a question is answered first', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('run', 'enter');
    session.shell.io?.ask('Really? ', { echo: true }, () => undefined);
    expect(session.vty.state).toBe('question');
    session.press('y', 'enter');
    expect(session.vty.state).toBe('running');
  });

  it('ending it twice is ending it once', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('run', 'enter');
    session.shell.done?.();
    session.take();
    session.shell.done?.();
    expect(session.take()).toBe('\r\nfinished\r\n');
  });
});

describe('questions', () => {
  it('are asked behind what stands there and answered with a line', () => {
    const session = sessionOf({ vendor: 'ios' });
    expect(session.press('ask', 'enter')).toBe('ask\r\nProceed? [confirm]');
    expect(session.vty.state).toBe('question');
    expect(session.press('ye?', 'left', 'backspace', 'enter')).toBe('ye?\b\b? \b\b\r\nR1#');
    expect(session.shell.heard).toEqual(['{"kind":"line","text":"y?"}']);
    expect(session.shell.io?.history('exec')).toEqual(['ask']);
  });

  it('know no history and no completion', () => {
    const session = sessionOf({ vendor: 'junos', words: ['show'] });
    session.press('ask', 'enter');
    expect(session.press('sh', 'tab', 'up', 'ctrl-r', 'space')).toBe('sh ');
  });

  it('are given up with Ctrl-C', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('ask', 'enter');
    expect(session.press('y', 'ctrl-c')).toBe('y\r\nR1#');
    expect(session.shell.heard).toEqual(['{"kind":"interrupt"}']);
  });

  it('follow one another at login, the password unseen', () => {
    const session = new Session({ vendor: 'junos', login: true });
    expect(session.take()).toBe('Hello\r\n\r\nlogin: ');
    expect(session.press('lab', 'enter')).toBe('lab\r\nPassword:');
    expect(session.press('secre', 'backspace', 'et!', 'enter')).toBe('\r\n\r\nlab@R1> ');
    expect(session.shell.heard).toEqual(['{"kind":"line","text":"lab"}', '{"kind":"line","text":"secret!"}']);
    // What was cut from a password is not there to be pasted.
    expect(session.press('ctrl-y')).toBe('\x07');
  });

  it('take what was typed ahead', () => {
    const session = new Session({ vendor: 'junos', login: true });
    session.take();
    session.vty.keys('lab\rpw\rshow\r');
    expect(session.take()).toBe('lab\r\nPassword:\r\n\r\nlab@R1> show \r\ndid show\r\n\r\nlab@R1> ');
  });

  it('of one key are answered without Enter', () => {
    const session = sessionOf({ vendor: 'ios' });
    expect(session.press('key', 'enter')).toBe('key\r\nPress: ');
    expect(session.vty.state).toBe('question');
    expect(session.press('enter')).toBe('\r\nR1#');
    session.press('key', 'enter', 'up');
    expect(session.shell.heard).toEqual(['enter', 'up']);
  });
});

describe('collected text', () => {
  it('ends with the line that says so', () => {
    const session = sessionOf({ vendor: 'ios' });
    expect(session.press('collect', 'enter')).toBe('collect\r\n');
    expect(session.vty.state).toBe('collect');
    expect(session.press('Lab ?x', 'backspace', 'enter', 'enter', 'last#', 'enter')).toBe(
      'Lab ?x\b \b\r\n\r\nlast#\r\nR1#',
    );
    expect(session.shell.heard).toEqual(['["Lab ?","","last#"]']);
    expect(session.shell.entered).toEqual(['collect']);
  });

  it('ends with Ctrl-D on an empty line', () => {
    const session = sessionOf({ vendor: 'junos' });
    session.press('collect', 'enter');
    expect(session.press('system {', 'enter', 'tab', '}', 'enter', 'ctrl-d')).toBe('system {\r\n }\r\n\r\nlab@R1> ');
    expect(session.shell.heard).toEqual(['["system {","\\t}"]']);
  });

  it('keeps the line that Ctrl-D ended', () => {
    const session = sessionOf({ vendor: 'junos' });
    session.press('collect', 'enter', 'abc', 'ctrl-d');
    expect(session.shell.heard).toEqual(['["abc"]']);
  });

  it('is thrown away with Ctrl-C', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('collect', 'enter', 'abc', 'enter', 'ctrl-c');
    expect(session.shell.heard).toEqual(['"interrupted"']);
    expect(session.vty.state).toBe('prompt');
  });
});

describe('the end of a session', () => {
  it('on a console waits for Enter and greets again', () => {
    const session = sessionOf({ vendor: 'ios' });
    expect(session.press('exit', 'enter')).toBe('exit\r\nbye\r\n');
    expect(session.vty.state).toBe('closed');
    expect(session.press('x', ' ')).toBe('');
    session.vty.notify(['%SYS-5-RESTART']);
    expect(session.take()).toBe('%SYS-5-RESTART\r\n');
    expect(session.press('enter')).toBe('R1#');
    expect(session.press('up')).toBe('\x07');
    expect(session.shell.ended).toBe(0);
  });

  it('elsewhere closes the line', () => {
    const session = sessionOf({ vendor: 'ios' }, { console: false });
    session.press('exit', 'enter');
    expect(session.vty.state).toBe('closed');
    expect(session.shell.ended).toBe(1);
    expect(session.press('enter')).toBe('');
    session.vty.close();
    expect(session.shell.ended).toBe(1);
  });

  it('may come at any time', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('run', 'enter');
    session.vty.close();
    session.shell.done?.();
    session.vty.notify(['boo']);
    session.vty.keys('x\r');
    session.vty.begin({ auto: true });
    expect(session.take()).toBe('');
    expect(session.shell.ended).toBe(1);
  });

  it('of an idle session comes from the shell', () => {
    const session = sessionOf({ vendor: 'ios' });
    session.press('half a li');
    session.shell.io?.print(['timed out']);
    session.shell.io?.hangup();
    expect(session.take()).toBe('\r\ntimed out\r\n');
    expect(session.vty.state).toBe('closed');
  });
});

it('tells the shell of its size and of keys pressed', () => {
  const session = sessionOf({ vendor: 'ios' });
  let pressed = 0;
  Object.assign(session.shell, { active: () => pressed++ });
  session.vty.resize(50, 132);
  expect([session.shell.io?.rows, session.shell.io?.columns]).toEqual([50, 132]);
  session.press('a', 'b');
  expect(pressed).toBe(2);
});

it('takes a lone ESC for what it is when told that nothing follows', () => {
  const session = sessionOf({ vendor: 'ios' });
  session.press('key', 'enter', 'esc');
  expect(session.shell.heard).toEqual([]);
  session.vty.flush();
  expect(session.shell.heard).toEqual(['esc']);
});

it('rings the bell in its turn', () => {
  const session = sessionOf({ vendor: 'ios' });
  session.shell.enter = (_, io) => {
    io.write('a');
    io.bell();
    io.write('b\n');
  };
  expect(session.press('x', 'enter')).toBe('x\r\na\x07b\r\nR1#');
});
