import type { PackWords } from '../pack.js';

export const integrations = {
  active: 'مرتبط',
  none: 'غير مرتبط',
  reconnect: 'يلزم إعادة الربط',
  incomplete: 'الإعداد غير مكتمل',

  heading: 'عمليات الدمج',
  lead: 'الخدمات التي يحجز فيها وكلاؤك.',
  path: 'مسار التنقّل',
  ghl: 'GoHighLevel',
  ghlText: 'يحجز الوكلاء مباشرةً في تقاويمك على GoHighLevel.',
  calcom: 'Cal.com',
  calcomText: 'يحجز الوكلاء الاجتماعات عبر حساب Cal.com واحد أو أكثر.',
  manage: 'إدارة {name}',
  calendars: {
    zero: 'لا تقاويم',
    one: 'تقويم واحد',
    two: 'تقويمان',
    few: '{count} تقاويم',
    many: '{count} تقويمًا',
    other: '{count} تقويم',
  },
  eventTypes: {
    zero: 'لا أنواع أحداث',
    one: 'نوع حدث واحد',
    two: 'نوعا أحداث',
    few: '{count} أنواع أحداث',
    many: '{count} نوع أحداث',
    other: '{count} نوع أحداث',
  },
  appointments: {
    zero: 'لا مواعيد',
    one: 'موعد واحد',
    two: 'موعدان',
    few: '{count} مواعيد',
    many: '{count} موعدًا',
    other: '{count} موعد',
  },
  manyAppointments: '{count} موعد أو أكثر',
} as const satisfies PackWords<'ar', 'integrations'>;
