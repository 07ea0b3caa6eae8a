// Old and new DeviceConfig -> what must be stopped, started, reconfigured, in order.

/** One step of a commit; printable ("this commit will restart BGP 65535"). */
export interface PlanStep {
  readonly what: 'hostname' | 'interfaces' | 'vrfs' | 'static' | 'bgp';
  readonly how: 'start' | 'stop' | 'reconfigure';
}

export type Plan = readonly PlanStep[];
