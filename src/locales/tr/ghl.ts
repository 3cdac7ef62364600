import type { PackWords } from '../pack.js';

export const ghl = {
  active: 'Bağlı',
  none: 'Bağlı değil',
  reconnect: 'Yeniden bağlanmalı',
  incomplete: 'Kurulum tamamlanmadı',

  heading: 'GoHighLevel',
  lead: 'Temsilciler, doğrudan GoHighLevel takvimlerinizde randevu alır.',
  views: 'GoHighLevel',
  overview: 'Genel bakış',
  calendars: 'Takvimler',
  appointments: 'Randevular',
  noneHelp: 'Temsilcilerinizin takvimlerinde randevu alabilmesi için GoHighLevel’ı bağlayın.',
  reconnectHelp:
    'GoHighLevel bu bağlantıyı artık kabul etmiyor, bu yüzden temsilcileriniz randevu alamıyor. Yenilemek için yeniden bağlanın.',
  incompleteHelp: 'Henüz hiçbir temsilci takvimle randevu almıyor. Bir temsilcinin ayarlarında takvim seçin.',
  location: 'Konum kimliği',
  copyLocation: 'Konum kimliğini kopyala',
  agents: 'Temsilciler',
  agentCount: {
    one: '1 temsilci GoHighLevel ile randevu alıyor.',
    other: '{count} temsilci GoHighLevel ile randevu alıyor.',
  },
  connect: 'GoHighLevel’ı bağla',
  renew: 'GoHighLevel’ı yeniden bağla',
  disconnect: 'GoHighLevel bağlantısını kes',
  disconnectEffect: 'Bağlantı kesilince temsilcileriniz GoHighLevel’da randevu alamaz. Mevcut randevular kalır.',
  notManager: 'GoHighLevel’ı yalnızca sahipler ve yöneticiler bağlayabilir veya bağlantısını kesebilir.',
  'error.UNAUTHORIZED':
    'Bu sayfanın GoHighLevel’a erişimi yok. Sayfanın sahibinden bir API anahtarı eklemesini isteyin.',
  'error.FORBIDDEN': 'Bu sayfanın GoHighLevel’a erişimi yok.',

  waiting: 'GoHighLevel bekleniyor. Açılan pencerede erişime izin verin. Bu sayfa kendiliğinden güncellenir.',
  blocked:
    'Tarayıcınız pencereyi engelledi. GoHighLevel’ı açıp erişime izin verin. Bu sayfa kendiliğinden güncellenir.',
  open: 'GoHighLevel’ı aç',
  stopWaiting: 'Beklemeyi bırak',
  stopped: 'Bekleme bırakıldı. GoHighLevel bağlı değil.',
  notYet:
    'GoHighLevel henüz bağlı değil. Erişimi reddettiyseniz veya pencereyi kapattıysanız GoHighLevel’ı yeniden açın. İzin verdiyseniz biraz bekleyin. Bu sayfa denetlemeyi sürdürür.',
  unfinished:
    'GoHighLevel iki dakika içinde bağlanmadı. İzin verdiyseniz yeniden denetleyin. Reddettiyseniz veya pencereyi kapattıysanız yeniden deneyin.',
  checkAgain: 'Yeniden denetle',
  stillNot: 'Henüz bağlı değil.',
  notStarted: 'GoHighLevel bağlı değil.',
  connected: 'GoHighLevel bağlandı.',
  affected: 'Bu temsilciler artık randevu alamaz:',
  booksThrough: '{agent}, kullandığı takvimler: {calendars}',
  disconnected: 'GoHighLevel bağlantısı kesildi.',
  notDisconnected: 'GoHighLevel hâlâ bağlı.',
  perhapsDisconnected: 'Değişiklik doğrulanamadı. Sunucu yanıt verdiğinde yeniden denetleyeceğiz.',

  calendar: 'Takvim',
  service: 'Hizmet',
  agent: 'Temsilci',
  noAgent: 'Yok',
  paused: 'Duraklatıldı',
  unknown: 'Okunamadı',
  noCalendars: 'Bu konumda henüz takvim yok. GoHighLevel’da bir tane ekleyin.',
} as const satisfies PackWords<'tr', 'ghl'>;
