import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'API Başvurusu',
  lead: 'Çalışma alanınız için belgeler ve çalıştırmaya hazır istekler.',
  none: 'Burada API belgesi yok.',

  'api.heading': 'API Başvurusu',
  'api.text': 'REST API’nin tamamı: temsilciler, aramalar, kişiler, kampanyalar ve kuruluşunuz.',
  'ghl.heading': 'GHL Entegrasyon API’si',
  'ghl.text': 'GoHighLevel bağlantısı, takvimleri ve temsilcilerinizin aldığı randevular.',
  'calcom.heading': 'Cal.com Entegrasyon API’si',
  'calcom.text': 'Bağlı Cal.com hesapları ve bunlarla randevu oluşturulabilen etkinlik türleri.',
} as const satisfies PackWords<'tr', 'apiReference'>;
