import type { PackWords } from '../pack.js';

export const settings = {
  heading: 'Ayarlar',
  search: 'Ayarlarda ara',
  menu: 'Ayarlar menüsü:',
  unsaved: 'Kaydedilmemiş değişiklikler',
  checkUp: 'Güvenlik denetimi',

  'group.workspace': 'Kuruluş ve profil',
  'group.access': 'Güvenlik ve erişim',
  'group.team': 'Ekip yönetimi',
  'group.api': 'Entegrasyonlar ve API',
  'pane.organization': 'Kuruluş',
  'pane.profile': 'Profil',
  'pane.security': 'Güvenlik',
  'pane.api-keys': 'API Anahtarları',
  'pane.users': 'Kullanıcılar',
  'pane.invite-user': 'Kullanıcı davet et',
  'pane.integrations': 'Entegrasyonlar',
  'pane.api-reference': 'API Başvurusu',

  looking: 'Denetleniyor…',
  allWell: 'Sorun bulunmadı.',
  restWell: 'Denetlenebilenlerde sorun bulunmadı.',
  result: { one: 'Gözden geçirilecek 1 öğe', other: 'Gözden geçirilecek {count} öğe' },
  open: '{pane} sayfasını aç',
  critical: 'Kritik',
  warning: 'Uyarılar',
  passed: 'Sorunsuz',

  'found.noTwoFactor': 'İki adımlı doğrulama olmadan oturum açıyorsunuz.',
  'found.staleSessions': {
    one: 'Oturumlarınızdan 1 tanesi 30 günü aşkın süredir kullanılmıyor.',
    other: 'Oturumlarınızdan {count} tanesi 30 günü aşkın süredir kullanılmıyor.',
  },
  'found.unendingKeys': { one: '1 API anahtarı süresiz.', other: '{count} API anahtarı süresiz.' },
  'found.neverUsedKeys': { one: '1 API anahtarı hiç kullanılmadı.', other: '{count} API anahtarı hiç kullanılmadı.' },
  'found.unusedKeys': {
    one: '1 API anahtarı 90 gündür kullanılmadı.',
    other: '{count} API anahtarı 90 gündür kullanılmadı.',
  },
  'found.usersWithoutTwoFactor': {
    one: '1 kullanıcı iki adımlı doğrulama olmadan oturum açıyor.',
    other: '{count} kullanıcı iki adımlı doğrulama olmadan oturum açıyor.',
  },
  'found.singleOwner': 'Yalnızca bir sahip var. O hesap kaybedilirse çalışma alanı sahipsiz kalır.',
  'found.ghlReconnect': 'GoHighLevel artık bağlı değil. Yeniden bağlayın.',
  'found.calcomBroken': {
    one: '1 Cal.com hesabı artık çalışmıyor.',
    other: '{count} Cal.com hesabı artık çalışmıyor.',
  },

  notLookedAt: 'Denetlenemedi: {subjects}.',
  partOfUsers: '{total} kullanıcıdan ilk {count} tanesi denetlendi.',
  firstUsers: 'Yalnızca ilk {count} kullanıcı denetlendi.',
  onlyYours: 'Kullanıcıları, API anahtarlarını ve bağlantıları yalnızca sahipler ve yöneticiler denetleyebilir.',
  'subject.twoFactor': 'iki adımlı doğrulama',
  'subject.sessions': 'oturumlar',
  'subject.apiKeys': 'API anahtarları',
  'subject.users': 'kullanıcılar',
  'subject.ghl': 'GoHighLevel',
  'subject.calcom': 'Cal.com',

  searchHelp: 'Bir sayfa veya alan bulun.',
  nothingFound: 'Ayar bulunamadı.',
  results: 'Sonuçlar',
  close: 'Kapat',
} as const satisfies PackWords<'tr', 'settings'>;
