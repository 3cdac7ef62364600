import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'مرجع API',
  lead: 'مستندات وطلبات جاهزة للتشغيل لمساحة عملك.',
  none: 'لا توجد مستندات API هنا.',

  'api.heading': 'مرجع API',
  'api.text': 'واجهة REST API كاملةً: الوكلاء والمكالمات وجهات الاتصال والحملات ومؤسستك.',
  'ghl.heading': 'واجهة API لدمج GHL',
  'ghl.text': 'الربط مع GoHighLevel وتقاويمه والمواعيد التي حجزها وكلاؤك.',
  'calcom.heading': 'واجهة API لدمج Cal.com',
  'calcom.text': 'حسابات Cal.com المرتبطة وأنواع الأحداث التي يمكن حجزها بها.',
} as const satisfies PackWords<'ar', 'apiReference'>;
