import type { PackWords } from '../pack.js';

export const integrations = {
  active: 'कनेक्ट है',
  none: 'कनेक्ट नहीं है',
  reconnect: 'फिर से कनेक्ट करना होगा',
  incomplete: 'सेटअप अधूरा है',

  heading: 'इंटिग्रेशन',
  lead: 'वे सेवाएँ जिनमें आपके एजेंट बुकिंग करते हैं।',
  path: 'नेविगेशन पाथ',
  ghl: 'GoHighLevel',
  ghlText: 'एजेंट सीधे आपके GoHighLevel कैलेंडर में बुकिंग करते हैं।',
  calcom: 'Cal.com',
  calcomText: 'एजेंट एक या ज़्यादा Cal.com खातों से मीटिंग बुक करते हैं।',
  manage: '{name} मैनेज करें',
  calendars: { one: '{count} कैलेंडर', other: '{count} कैलेंडर' },
  eventTypes: { one: '{count} इवेंट टाइप', other: '{count} इवेंट टाइप' },
  appointments: { one: '{count} अपॉइंटमेंट', other: '{count} अपॉइंटमेंट' },
  manyAppointments: '{count} या ज़्यादा अपॉइंटमेंट',
} as const satisfies PackWords<'hi', 'integrations'>;
