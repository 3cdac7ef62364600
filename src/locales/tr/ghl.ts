import type { PackWords } from '../pack.js';

export const ghl = {
  active: 'Bağlı',
  none: 'Bağlı değil',
  reconnect: 'Yeniden bağlanmalı',
  incomplete: 'Kurulum tamamlanmadı',

  heading: 'GoHighLevel',
  lead: 'Temsilciler, doğrudan GoHighLevel takvimlerinizde randevu oluşturur.',
  views: 'GoHighLevel',
  overview: 'Genel bakış',
  calendars: 'Takvimler',
  appointments: 'Randevular',
  noneHelp: 'Temsilcilerinizin takvimlerinde randevu oluşturabilmesi için GoHighLevel’i bağlayın.',
  reconnectHelp:
    'GoHighLevel bu bağlantıyı artık kabul etmiyor, bu yüzden temsilcileriniz randevu oluşturamıyor. Yenilemek için yeniden bağlanın.',
  incompleteHelp: 'Henüz hiçbir temsilci takvimle randevu oluşturmuyor. Bir temsilcinin ayarlarında takvim seçin.',
  location: 'Konum kimliği',
  copyLocation: 'Konum kimliğini kopyala',
  agents: 'Temsilciler',
  agentCount: {
    one: '1 temsilci GoHighLevel ile randevu oluşturuyor.',
    other: '{count} temsilci GoHighLevel ile randevu oluşturuyor.',
  },
  connect: 'GoHighLevel’i bağla',
  renew: 'GoHighLevel’i yeniden bağla',
  disconnect: 'GoHighLevel bağlantısını kes',
  disconnectEffect: 'Bağlantı kesilince temsilcileriniz GoHighLevel’de randevu oluşturamaz. Mevcut randevular kalır.',
  notManager: 'GoHighLevel’i yalnızca sahipler ve yöneticiler bağlayabilir veya bağlantısını kesebilir.',
  'error.UNAUTHORIZED':
    'Bu sayfanın GoHighLevel’e erişimi yok. Sayfanın sahibinden bir API anahtarı eklemesini isteyin.',
  'error.FORBIDDEN': 'Bu sayfanın GoHighLevel’e erişimi yok.',

  waiting: 'GoHighLevel bekleniyor. Açılan pencerede erişime izin verin. Bu sayfa kendiliğinden güncellenir.',
  blocked:
    'Tarayıcınız pencereyi engelledi. GoHighLevel’i açıp erişime izin verin. Bu sayfa kendiliğinden güncellenir.',
  open: 'GoHighLevel’i aç',
  stopWaiting: 'Beklemeyi bırak',
  stopped: 'Bekleme bırakıldı. GoHighLevel bağlı değil.',
  notYet:
    'GoHighLevel henüz bağlı değil. Erişimi reddettiyseniz veya pencereyi kapattıysanız GoHighLevel’i yeniden açın. İzin verdiyseniz biraz bekleyin. Bu sayfa denetlemeyi sürdürür.',
  unfinished:
    'GoHighLevel iki dakika içinde bağlanmadı. İzin verdiyseniz yeniden denetleyin. Reddettiyseniz veya pencereyi kapattıysanız yeniden deneyin.',
  checkAgain: 'Yeniden denetle',
  stillNot: 'Henüz bağlı değil.',
  notStarted: 'GoHighLevel bağlı değil.',
  connected: 'GoHighLevel bağlandı.',
  affected: 'Bu temsilciler artık randevu oluşturamaz:',
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
  noCalendars: 'Bu konumda henüz takvim yok. GoHighLevel’de bir tane ekleyin.',
} as const satisfies PackWords<'tr', 'ghl'>;
