import { defineWords } from './define-words.js';

/** Arabic. */
export const ar = defineWords({
  mailSubject: 'دعوة للانضمام إلى «{organization}» على Agni',
  mailHello: 'مرحبًا {name}،',
  mailInvites: 'تلقّيت دعوة من «{inviter}» للانضمام إلى «{organization}» على Agni. دورك هو {role}.',
  mailInvited: 'تلقّيت دعوة للانضمام إلى «{organization}» على Agni. دورك هو {role}.',
  mailSignIn: 'سجِّل الدخول هنا: {address}',
  mailEmail: 'بريدك الإلكتروني: {email}',
  mailPassword: 'كلمة مرورك المؤقتة: {password}',
  mailExpiry: 'تنتهي صلاحية كلمة المرور المؤقتة في {date}. ستختار كلمة مرورك عند تسجيل الدخول أول مرة.',
  mailUnexpected: 'إذا لم تكن تتوقع هذه الدعوة، يمكنك تجاهل هذه الرسالة.',

  consentTitle: 'السماح بالوصول',
  consentHeading: 'هل تسمح لـ Agni بالوصول إلى موقعك في GoHighLevel؟',
  consentWorkspace: 'مساحة العمل: {organization}',
  consentUser: 'تم تسجيل الدخول باسم {email}',
  consentList: 'سيتمكّن وكلاء مساحة العمل من:',
  consentSee: 'الاطّلاع على التقاويم والأوقات المتاحة',
  consentBook: 'حجز المواعيد ونقلها وإلغائها',
  consentContacts: 'الاطّلاع على جهات اتصال هذه المواعيد',
  deny: 'رفض',
  allow: 'سماح',
  consentNote: 'يمكنك إلغاء الربط في أي وقت، من هنا أو من إعدادات Agni.',
  connected: 'تم ربط GoHighLevel',
  connectedText: 'يمكنك إغلاق هذه النافذة. سيظهر الربط في Agni بعد لحظات.',
  denied: 'تم رفض الوصول',
  deniedText: 'لم يُربط أي شيء. أغلق هذه النافذة. للمحاولة مجددًا، ابدأ الربط من Agni.',
  failed: 'لم يعد هذا الطلب صالحًا',
  failedText: 'سبقت الإجابة عنه، أو انتهت صلاحيته، أو يخصّ مستخدمًا آخر. أغلق هذه النافذة وأعِد الربط من Agni.',
});
