import { Boxes } from './boxes.ts';
const [G0, G1] = ['GigabitEthernet0/0', 'GigabitEthernet0/1'];
const b = new Boxes('IOSv', {
R1: `interface Loopback0
 ip address 1.1.1.1 255.255.255.255
interface ${G0}
 ip address 10.0.12.1 255.255.255.0
 no shutdown
router bgp 65001
 network 1.1.1.1 mask 255.255.255.255
 neighbor 10.0.12.2 remote-as 65002
`,
R2: `interface Loopback0
 ip address 2.2.2.2 255.255.255.255
interface ${G0}
 ip address 10.0.12.2 255.255.255.0
 no shutdown
interface ${G1}
 ip address 10.0.23.2 255.255.255.0
 no shutdown
router bgp 65002
 network 2.2.2.2 mask 255.255.255.255
 neighbor 10.0.12.1 remote-as 65001
 neighbor 10.0.23.3 remote-as 65002
 neighbor 10.0.23.3 next-hop-self
`,
R3: `interface Loopback0
 ip address 3.3.3.3 255.255.255.255
interface ${G1}
 ip address 10.0.23.3 255.255.255.0
 no shutdown
router bgp 65002
 redistribute connected
 neighbor 10.0.23.2 remote-as 65002
`}, [`R1 ${G0} - R2 ${G0}`,`R2 ${G1} - R3 ${G1}`]);
b.run(100);
for (const l of process.argv.slice(2)) { const [r = "", ...c] = l.split(':'); console.log(r+'#'+c.join(':')); console.log(b.shown(r, c.join(':'))); }
