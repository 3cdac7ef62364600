import type { PackWords } from '../pack.js';

export const integrations = {
  active: 'Bağlı',
  none: 'Bağlı değil',
  reconnect: 'Yeniden bağlanmalı',
  incomplete: 'Kurulum tamamlanmadı',

  heading: 'Entegrasyonlar',
  lead: 'Temsilcilerinizin randevu oluşturduğu hizmetler.',
  path: 'Sayfa yolu',
  ghl: 'GoHighLevel',
  ghlText: 'Temsilciler, doğrudan GoHighLevel takvimlerinizde randevu oluşturur.',
  calcom: 'Cal.com',
  calcomText: 'Temsilciler, bir veya daha fazla Cal.com hesabıyla toplantı ayarlar.',
  manage: '{name} yönetimi',
  calendars: { one: '1 takvim', other: '{count} takvim' },
  eventTypes: { one: '1 etkinlik türü', other: '{count} etkinlik türü' },
  appointments: { one: '1 randevu', other: '{count} randevu' },
  manyAppointments: '{count} veya daha fazla randevu',
} as const satisfies PackWords<'tr', 'integrations'>;
