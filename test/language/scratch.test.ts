import { it } from 'vitest';
import { parseFiles } from '../../src/language/parser.ts';
it('x', () => {
  const t = `# a
config {
  router ospf <pid!:1..65535> @config-router {
    router-id <id:ipv4>
    default-information originate [always] [metric <metric:0..16777214>] [metric-type (1 | 2)]
    compatible rfc1583 = on
    use foo
    max-lsa <count:1..4294967294>   -> accept "no limit"
    tag <t!:word>... "h \\"x" @sorted { }
    a ( b
     | c "d" )* @hidden
  } 
}
order config interface { ip address
 ip }
words { ospf "x"
 <pid> "P" }
define x { order foo }
`;
  console.log(JSON.stringify(parseFiles([{ file: 'a', text: t }]), null, 0));
  for (const bad of ['config {\n a ( b \n c { d }\n}\nconfig { x ] }\n', 'config { a', 'confi', 'config { a -> }', 'config {\n "x"\n a b "c" "d"\n ? \n}', 'config { a } b\n}', 'words { a b }', 'config { <a:b c }','config { }\n "abc\n'])
    console.log(bad, JSON.stringify(parseFiles([{ file: 'a', text: bad }])));
});
