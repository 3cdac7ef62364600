import type { PackWords } from '../pack.js';

export const apiReference = {
  heading: 'API रेफ़रंस',
  lead: 'आपके वर्कस्पेस के लिए दस्तावेज़ और चलाने के लिए तैयार अनुरोध।',
  none: 'यहाँ API का कोई दस्तावेज़ नहीं है।',

  'api.heading': 'API रेफ़रंस',
  'api.text': 'पूरी REST API: एजेंट, कॉल, संपर्क, कैंपेन और आपका संगठन।',
  'ghl.heading': 'GHL इंटिग्रेशन API',
  'ghl.text': 'GoHighLevel का कनेक्शन, उसके कैलेंडर और आपके एजेंट के बुक किए गए अपॉइंटमेंट।',
  'calcom.heading': 'Cal.com इंटिग्रेशन API',
  'calcom.text': 'कनेक्ट किए गए Cal.com खाते और उनसे बुक किए जा सकने वाले इवेंट टाइप।',
} as const satisfies PackWords<'hi', 'apiReference'>;
