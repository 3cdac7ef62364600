import { defineWords } from './define-words.js';

/** Turkish. */
export const tr = defineWords({
  mailSubject: 'Agni’de “{organization}” için davet edildiniz',
  mailHello: 'Merhaba {name},',
  mailInvites: '“{inviter}” sizi Agni’de “{organization}” kuruluşuna davet etti. Rolünüz: {role}.',
  mailInvited: 'Agni’de “{organization}” için davet edildiniz. Rolünüz: {role}.',
  mailSignIn: 'Oturum açma adresi: {address}',
  mailEmail: 'E-postanız: {email}',
  mailPassword: 'Geçici parolanız: {password}',
  mailExpiry: 'Geçici parolanın son geçerlilik tarihi: {date}. İlk oturum açışınızda kendi parolanızı seçersiniz.',
  mailUnexpected: 'Bu daveti beklemiyorsanız bu e-postayı yok sayabilirsiniz.',

  noticePassword: 'Agni parolanız değiştirildi',
  noticeTwoFactorOn: 'Agni hesabınız için iki adımlı doğrulama açıldı',
  noticeTwoFactorOff: 'Agni hesabınız için iki adımlı doğrulama kapatıldı',
  noticeRecoveryCodes: 'Agni kurtarma kodlarınız değiştirildi',
  noticeApiKey: 'Yeni bir API anahtarı oluşturuldu: “{key}”',
  noticeAccount: 'Hesap: {email}',
  noticeTime: 'Zaman: {date}',
  noticeUnexpected:
    'Bunu siz yapmadıysanız parolanızı değiştirin ve Agni ayarlarında diğer oturumlarınızı sonlandırın.',

  consentTitle: 'Erişime izin ver',
  consentHeading: 'Agni konumunuza erişebilsin mi?',
  consentWorkspace: 'Çalışma alanı: {organization}',
  consentUser: 'Oturum açan: {email}',
  consentList: 'Çalışma alanının temsilcileri şunları yapabilecek:',
  consentSee: 'takvimleri ve uygun saatleri görmek',
  consentBook: 'randevu oluşturmak, taşımak ve iptal etmek',
  consentContacts: 'bu randevuların kişilerini görmek',
  deny: 'Reddet',
  allow: 'İzin ver',
  consentNote: 'Bağlantıyı istediğiniz zaman buradan veya Agni ayarlarından kesebilirsiniz.',
  connected: 'GoHighLevel bağlandı',
  connectedText: 'Bu pencereyi kapatabilirsiniz. Agni bağlantıyı birazdan gösterir.',
  denied: 'Erişim reddedildi',
  deniedText: 'Hiçbir şey bağlanmadı. Bu pencereyi kapatın. Yeniden denemek için Agni’den bağlanın.',
  failed: 'Bu istek artık geçerli değil',
  failedText:
    'Yanıtlanmış, süresi dolmuş veya başka bir kullanıcıya ait. Bu pencereyi kapatıp Agni’den yeniden bağlanın.',
});
