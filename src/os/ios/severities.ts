// Levels of the log, from 0.        Source: Cisco IOS Network Management command reference, "logging console"

export const SEVERITIES = [
  'emergencies',
  'alerts',
  'critical',
  'errors',
  'warnings',
  'notifications',
  'informational',
  'debugging',
] as const;

export const SEVERITY_HELP: Readonly<Record<string, string>> = {
  emergencies: 'System is unusable                (severity=0)',
  alerts: 'Immediate action needed           (severity=1)',
  critical: 'Critical conditions               (severity=2)',
  errors: 'Error conditions                  (severity=3)',
  warnings: 'Warning conditions                (severity=4)',
  notifications: 'Normal but significant conditions (severity=5)',
  informational: 'Informational messages            (severity=6)',
  debugging: 'Debugging messages                (severity=7)',
};

/** The number of a level's name; the least severe when the name is none. */
export function severityOf(name: string | undefined): number {
  const at = (SEVERITIES as readonly string[]).indexOf(name ?? '');
  return at < 0 ? 7 : at;
}
