import { defineWords } from './define-words.js';

/** Hindi. */
export const hi = defineWords({
  mailSubject: 'आपको Agni पर “{organization}” में शामिल होने का न्योता मिला है',
  mailHello: 'नमस्ते {name},',
  mailInvites: '“{inviter}” ने आपको Agni पर “{organization}” में शामिल होने का न्योता दिया है। आपकी भूमिका {role} है।',
  mailInvited: 'आपको Agni पर “{organization}” में शामिल होने का न्योता मिला है। आपकी भूमिका {role} है।',
  mailSignIn: 'यहाँ साइन इन करें: {address}',
  mailEmail: 'आपका ईमेल: {email}',
  mailPassword: 'आपका अस्थायी पासवर्ड: {password}',
  mailExpiry: 'अस्थायी पासवर्ड की समयसीमा {date} को खत्म होगी। पहली बार साइन इन करने पर आप अपना पासवर्ड चुनेंगे।',
  mailUnexpected: 'अगर आपको इस न्योते की उम्मीद नहीं थी, तो इस ईमेल को अनदेखा कर सकते हैं।',

  noticePassword: 'आपका Agni पासवर्ड बदल दिया गया है',
  noticeTwoFactorOn: 'आपके Agni खाते के लिए दो चरणों में पुष्टि चालू की गई',
  noticeTwoFactorOff: 'आपके Agni खाते के लिए दो चरणों में पुष्टि बंद की गई',
  noticeRecoveryCodes: 'आपके Agni रिकवरी कोड बदल दिए गए हैं',
  noticeApiKey: 'नई API कुंजी बनाई गई: “{key}”',
  noticeAccount: 'खाता: {email}',
  noticeTime: 'समय: {date}',
  noticeUnexpected: 'अगर यह आपने नहीं किया, तो अपना पासवर्ड बदलें और Agni की सेटिंग में अपने बाकी सेशन खत्म करें।',

  consentTitle: 'ऐक्सेस की अनुमति दें',
  consentHeading: 'क्या Agni को आपकी लोकेशन ऐक्सेस करने की अनुमति दें?',
  consentWorkspace: 'वर्कस्पेस: {organization}',
  consentUser: 'साइन इन किया गया खाता: {email}',
  consentList: 'वर्कस्पेस के एजेंट ये काम कर पाएँगे:',
  consentSee: 'कैलेंडर और खाली समय देखना',
  consentBook: 'अपॉइंटमेंट बुक करना, उनका समय बदलना और उन्हें रद्द करना',
  consentContacts: 'इन अपॉइंटमेंट के संपर्क देखना',
  deny: 'मना करें',
  allow: 'अनुमति दें',
  consentNote: 'आप यहाँ या Agni की सेटिंग में कभी भी डिसकनेक्ट कर सकते हैं।',
  connected: 'GoHighLevel कनेक्ट हो गया',
  connectedText: 'आप यह विंडो बंद कर सकते हैं। Agni में कनेक्शन कुछ ही देर में दिखेगा।',
  denied: 'ऐक्सेस की अनुमति नहीं दी गई',
  deniedText: 'कुछ भी कनेक्ट नहीं किया गया। यह विंडो बंद करें। फिर से कोशिश करने के लिए, Agni से कनेक्ट करें।',
  failed: 'यह अनुरोध अब मान्य नहीं है',
  failedText:
    'इसका जवाब दिया जा चुका है, इसकी समयसीमा खत्म हो गई है या यह किसी दूसरे उपयोगकर्ता का है। यह विंडो बंद करें और Agni से फिर से कनेक्ट करें।',
});
