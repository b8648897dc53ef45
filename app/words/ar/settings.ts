import { formatCount } from '../count.ts'
import type { Rooms } from '../language/rooms.ts'
import { listed } from '../listed.ts'
import { plural } from '../plural.ts'
import { messages, ofMessages, own, quoted } from './phrases.ts'

export const settings: Rooms['settings'] = {
  account: {
    otherInbox: 'صندوق وارد آخر',
    inboxOf: (accounts) => `صندوق الوارد للحساب ${listed(accounts.map(own))}`,
    holdsAnother: (inbox) =>
      `في هذا المتصفح من قبل ${inbox}. إذا تابعت فسيحتفظ بهذا أيضًا، وستسألك كل علامة تبويب جديدة لأيّهما تكون.`,
    inboxOfDevice: (name) => `صندوق الوارد لدى ${quoted(name)}`,

    addressTitle: 'حسابك',
    email: 'عنوان البريد الإلكتروني',
    askingEmail: 'جارٍ سؤال الخادم عن حسابك',
    unknownEmail: 'غير معروف من دون الخادم',
    confirmTitle: 'هل هذا أنت؟',
    confirmLead: 'تُفتح كلمة السر ومفاتيح المرور والجلسات بكلمة السر. تنتهي هذه الجلسة عند مغادرة الإعدادات.',
    goOn: 'متابعة',
    usePasskey: 'استخدام مفتاح مرور',
    yourPassword: 'كلمة السر',
    ofTheAccount: (email) => `للحساب ${own(email)}`,

    changePassword: 'تغيير كلمة السر',
    newPassword: 'كلمة السر الجديدة',
    newPasswordHint: (length) =>
      plural(length, {
        few: '# أحرف على الأقل. تنتهي جميع الجلسات الأخرى وتبقى أجهزتك.',
        many: '# حرفًا على الأقل. تنتهي جميع الجلسات الأخرى وتبقى أجهزتك.',
        other: '# حرف على الأقل. تنتهي جميع الجلسات الأخرى وتبقى أجهزتك.',
      }),
    passwordChanged: 'تغيّرت كلمة السر، وانتهت جميع الجلسات الأخرى.',

    passkeys: 'مفاتيح المرور',
    noPasskeys: 'بمفتاح المرور تسجّل الدخول بإصبعك أو وجهك أو رمز PIN، من دون كلمة السر.',
    aPasskey: 'مفتاح مرور',
    addPasskey: 'إضافة مفتاح مرور',
    removeIt: (name) => `إزالة ${own(name)}`,
    remove: 'إزالة',

    signIns: 'الجلسات',
    aProgram: 'برنامج',
    ownSignIn: 'هذه الجلسة، وتنتهي عند مغادرة الإعدادات',
    signedIn: (when) => `تسجيل الدخول ${when}`,
    end: 'إنهاء',
    endOthers: 'إنهاء جميع الجلسات الأخرى',

    activity: 'النشاط',
    showOlder: 'عرض الأقدم',
    noActivity: 'لم يحدث شيء في آخر 90 يومًا.',

    deleteTitle: 'حذف الحساب',
    deleteLead: 'يُحذف الحساب وجميع الرسائل نهائيًا. ويحذف كل جهاز ما يحتفظ به عند اتصاله القادم.',
    deleteOpen: 'حذف الحساب',
    deleteKeep: 'الإبقاء عليه',
    deleteForGood: 'حذف نهائي',
  },

  admin: {
    confirmLead: 'تتطلب إدارة هذا الخادم كلمة السر. ينتهي الدخول عندما تغادر الإعدادات.',
    notFirst: 'لا يدير هذا الخادم إلا صاحب أول حساب فيه.',
    unknown: 'غير معروف دون الخادم.',

    accounts: 'الحسابات',
    accountsLead: 'مقدار ما في كل حساب. أما ما كُتب فيه فليس لأحد سواه.',
    you: 'أنت',
    holds: (devices, count, size) =>
      `${plural(devices, { zero: 'لا أجهزة', one: 'جهاز واحد', two: 'جهازان', few: '# أجهزة', many: '# جهازًا', other: '# جهاز' })}، ${messages(count)}، ${own(size)}`,
    lastSeen: (when) => `آخر ظهور ${when}`,
    neverSeen: 'لا جهاز بعد',
    remove: 'إزالة',
    removeIt: (email) => `إزالة ${own(email)}`,
    removeTitle: (email) => `إزالة ${own(email)}؟`,
    removeFacts: 'يزول الحساب وجميع رسائله نهائيًا. وتحذف أجهزته ما تحتفظ به عند اتصالها التالي.',
    keep: 'الإبقاء عليه',
    removeForGood: 'إزالة نهائية',

    invitations: 'الدعوات',
    invitationsLead: 'يتيح الرابط لشخص واحد إنشاء حساب خلال 7 أيام. أرسله إليه وحده: فهو لأول من يفتحه.',
    invite: 'إنشاء رابط',
    link: 'رابط لشخص واحد',
    linkNote: 'انسخه الآن. لن يراه أحد مرة أخرى.',
    copy: 'نسخ الرابط',
    copied: 'نُسخ',
    open: (when) => `أُنشئت ${when}، ولم تُستخدم بعد`,
    until: (when) => `صالحة حتى ${when}`,
    cancel: 'إلغاء',
    cancelIt: (when) => `إلغاء الدعوة التي أُنشئت ${when}`,
    noInvitations: 'لا توجد دعوة مفتوحة.',

    health: 'الحالة',
    healthLead: 'كما يراها الأمر doctor، بكلماته. تستغرق قاعدة البيانات الكبيرة دقيقة.',
    examine: 'الفحص الآن',
    examining: 'جارٍ الفحص',
    states: { ok: 'سليم', warn: 'يحتاج إلى نظر', bad: 'معطل' },

    backup: 'النسخ الاحتياطي',
    backupLead: 'نسخة مفحوصة على قرص الخادم. تبقى أحدث ثلاث منها. احتفظ بنسخة على جهاز آخر أيضًا.',
    noBackup: 'يحفظ هذا الخادم رسائله في PostgreSQL، ولها أدواتها الخاصة للنسخ الاحتياطي.',
    backUp: 'النسخ الآن',
    backingUp: 'جارٍ النسخ',
    backedUp: (file) => `حُفظت النسخة في ${own(file)}`,

    version: 'الإصدار',
    versionNote: (host, version) => `يعمل على ${own(host)} الإصدار ${own(version)} من Roost`,
  },

  bin: {
    title: 'النصوص المحذوفة',
    lead: 'تبقى هنا بضعة أيام النصوص التي حُذفت أو حلّ محلها تعديل. ثم يزيلها الخادم نهائيًا.',
    confirmLead: 'تُفتح النصوص المحذوفة بكلمة السر، كي لا يقرأها غيرك على جهاز تُرك مفتوحًا.',
    empty: 'لم يُحذف شيء مؤخرًا.',
    edit: 'تعديل: ',
    onlyBlanks: 'مسافات فقط',
    bringBack: 'استعادة',
    broughtBack: 'عاد النص إلى صندوق الوارد.',
    showOlder: 'عرض الأقدم',
    deleteAll: 'حذف الكل نهائيًا',
    deleteAllTitle: 'حذف جميع هذه النصوص نهائيًا؟',
    deleteAllFacts: 'لن يتمكن أحد بعد ذلك من استعادتها على أي جهاز. يبقى صندوق الوارد كما هو.',
    keep: 'الإبقاء عليها',
  },

  install: {
    title: 'Roost كتطبيق',
    now: 'تثبيت',
    offered: 'بأيقونة ونافذة خاصتين به، وبين التطبيقات التي يمكنك المشاركة إليها',
    how: {
      installed: 'هذا هو التطبيق المثبّت',
      insecure: 'لا تثبّت المتصفحات إلا من HTTPS، وهذا العنوان HTTP عادي',
      ios: 'في Safari اضغط "مشاركة" ثم "إضافة إلى الشاشة الرئيسية"',
      mac: 'من القائمة اختر "ملف" ثم "إضافة إلى Dock"',
      menu: 'ابحث عن "تثبيت" أو "إضافة إلى الشاشة الرئيسية" في قائمة المتصفح. بعض المتصفحات لا توفرها',
    },
  },

  notices: {
    title: 'عندما يكون Roost مغلقًا',
    states: {
      on: 'يعرض إشعار ما يصل. لكل جهاز في هذا المتصفح مفتاحه',
      off: 'لا شيء يعرض ما يصل حتى تفتح Roost. عندها تجده معدودًا',
      blocked: 'يرفض المتصفح إشعارات Roost',
      unsupported: 'لا يستطيع المتصفح على هذا العنوان إيقاظ تطبيق مغلق',
      needsInstall: 'لا يوقظ iPhone أو iPad إلا التطبيق المثبّت. ثبّته وشغّل هذا فيه',
      notOffered: 'لا يوفّر هذا الخادم ذلك',
      unknown: 'لا يمكن سؤال الخادم الآن',
      lost: 'أنهى المتصفح ذلك، فلا شيء يعرض ما يصل حتى تفتح Roost',
    },
    again: 'التشغيل من جديد',
    quiet: 'ساعات الهدوء',
    quietNote: 'تأتي الإشعارات بلا صوت',
    from: 'من',
    to: 'إلى',
    offer: 'أيخبرك هذا الجهاز بالرسائل وRoost مغلق؟',
    yes: 'تشغيل',
    notNow: 'ليس الآن',
    ended: 'لم يعد هذا المتصفح يخبرك بالرسائل وRoost مغلق.',
    waiting: 'هناك شيء جديد. افتح Roost لتحصل عليه.',
    nothing: 'لم يبقَ شيء جديد. قُرئ أو حُذف على جهاز آخر.',
    done: 'منجز',
    reply: 'رد',
  },

  settings: {
    title: 'الإعدادات',
    inbox: 'صندوق الوارد',
    backToInbox: 'العودة إلى صندوق الوارد',
    backToList: 'جميع الإعدادات',
    unknownSection: 'لا يوجد هذا القسم في هذا الإصدار. اختر قسمًا من القائمة.',
    sections: {
      account: 'الحساب',
      bin: 'سلة المهملات',
      devices: 'الأجهزة',
      appearance: 'المظهر',
      notifications: 'الإشعارات',
      language: 'اللغة',
      storage: 'مساحة التخزين',
      keyboard: 'لوحة المفاتيح',
      transfer: 'التصدير والاستيراد',
      admin: 'الإدارة',
      about: 'حول',
    },
    appearance: {
      title: 'المظهر',
      lead: 'في هذا المتصفح. تتغير جميع علامات التبويب فورًا.',
      theme: 'السمة',
      themes: { system: 'النظام', light: 'فاتحة', dark: 'داكنة' },
      themeNote: 'مع «النظام» تتبع السمة جهازك، حتى حين تتغير مساءً',
      density: 'الكثافة',
      densities: { comfortable: 'مريحة', compact: 'متراصة' },
      densityNote: 'تترك المتراصة مسافة أقل بين العناصر. وحيث تستخدم إصبعك يبقى كل شيء بحجمه',
    },
    language: {
      title: 'اللغة',
      label: 'لغة الشاشات',
      note: 'تتبعها التواريخ والأرقام. تُحفظ في هذا المتصفح.',
      browser: (name) => `لغة المتصفح (${name})`,
      reload: 'تتغير لغة الصفحة بعد إعادة تحميلها. ويبقى ما كتبته.',
      reloadNow: 'إعادة التحميل',
    },
    notifications: {
      title: 'الإشعارات',
      lead: 'على هذا الجهاز. لكل جهاز إشعاراته.',
      permission: 'إذن هذا المتصفح',
      states: {
        granted: 'يسمح المتصفح لتطبيق Roost بعرض الإشعارات',
        denied: 'يرفض المتصفح إشعارات Roost. لا يتغير ذلك إلا من إعدادات المتصفح لهذا الموقع',
        default: 'لم يُسأل المتصفح بعد',
        none: 'لا إشعارات في هذا المتصفح على هذا العنوان. فهي تحتاج إلى HTTPS أو localhost',
      },
      ask: 'سؤال المتصفح',
      test: 'تجربة',
      testNote: 'يعرض إشعارًا على هذا الجهاز الآن',
      send: 'عرض إشعار تجريبي',
      testTitle: 'Roost',
      testBody: 'الإشعارات تعمل على هذا الجهاز.',
      shown: 'قبل المتصفح الإشعار. إذا لم تره فنظامك يخفيه.',
      number: 'عدد الرسائل غير المقروءة',
      numberNote: 'في عنوان علامة التبويب، وحيثما أمكن هذا المتصفح عرضه',
    },
    storage: {
      title: 'مساحة التخزين على هذا الجهاز',
      lead: 'كل شيء على خادمك أيضًا، إلا ما ينتظر الإرسال.',
      kept: 'الحفظ',
      keptUnknown: 'لا يبيّن المتصفح هل يحتفظ بالرسائل عند امتلاء مساحته',
      inMemory: 'لا يحتفظ هذا المتصفح بشيء هنا (نافذة خاصة؟). يزول كل شيء عند إغلاق علامة التبويب',
      used: (used, quota) => `${own(used)} من نحو ${own(quota)}`,
      usedNote: 'كل ما يخص Roost في هذا المتصفح: أجهزته والتطبيق نفسه. وهذا تقدير المتصفح',
      noEstimate: 'لا يبيّن المتصفح كم بقي من المساحة',
      usedTitle: 'المساحة',
      held: 'الرسائل',
      heldNote: (count, oldest) => `هنا ${messages(count)}${oldest === null ? '' : `، أقدمها من ${oldest}`}`,
      heldNone: 'لا رسائل هنا بعد',
      counting: 'جارٍ العدّ',
      gone: (count) => `كان الخادم قد أزال ${ofMessages(count)} أقدم لقِدمها قبل أن ينضم هذا الجهاز`,
      waiting: 'في انتظار الإرسال',
      waitingNote: (count) =>
        count === 0
          ? 'لا شيء. كل ما كُتب هنا موجود على الخادم'
          : plural(count, {
              one: 'رسالة واحدة موجودة هنا فقط حتى الآن',
              two: 'رسالتان موجودتان هنا فقط حتى الآن',
              few: '# رسائل موجودة هنا فقط حتى الآن',
              many: '# رسالة موجودة هنا فقط حتى الآن',
              other: '# رسالة موجودة هنا فقط حتى الآن',
            }),
      free: 'تحرير مساحة',
      freeNote: (size) =>
        size === null
          ? 'سجّل الخروج من هذا الجهاز في قسم «الأجهزة»: يزيل ذلك ما يحتفظ به هنا'
          : `تسجيل الخروج من هذا الجهاز في قسم «الأجهزة» يحرّر ${own(size)} على الأكثر. كل ما على الخادم يعود حين تسجّل الدخول من جديد`,
      toDevices: 'عرض الأجهزة',
    },
    keyboard: {
      lead: 'في الإعدادات كما في كل Roost: ينتقل Tab بين ما يمكن فعله، ويعود Shift+Tab إلى الوراء، ويُغلق Escape.',
      or: 'أو',
    },
    devices: {
      title: 'أجهزتك',
      lead: 'في جميعها صندوق الوارد نفسه.',
      thisDevice: 'هذا الجهاز',
      rename: 'تغيير الاسم',
      signOut: 'تسجيل الخروج',
      onlySends: 'يرسل فقط',
      joined: (when) => `انضم ${when}`,
      invitedBy: (name) => `بدعوة من ${quoted(name)}`,
      add: 'إضافة جهاز',
      former: 'الأجهزة المُزالة',
      formerLead: 'تحتفظ رسائلها بأسمائها.',
      removed: (when) => `أُزيل ${when}`,
      noName: 'جهاز مُزال',
      waiting: 'في انتظار الانضمام',
      waitingLead:
        'يبقى الرمز صالحًا ما دامت نافذته مفتوحة، خمس دقائق على الأكثر، فلا تبقى دعوة مفتوحة. ومن استخدم رمزًا ينتظر قرارك هنا.',
      waitingNone: 'لا جهاز في الانتظار.',
      waitingUnknown: 'من دون الخادم لا يعرف هذا الجهاز من ينتظر.',
      asks: (number) => `يريد الانضمام. لا تقبله إلا إذا عرض الرقم ${own(number)}`,
      letIn: 'قبول',
      refuse: 'رفض',
    },
    about: {
      title: 'حول',
      server: 'الخادم',
      serverNote: (host, version, protocol) => `${own(host)}، الإصدار ${own(version)}، البروتوكول ${own(protocol)}`,
      asking: 'جارٍ سؤال الخادم',
      app: 'Roost',
      appNote: 'برنامج حر برخصة MIT. صندوق وارد واحد متزامن على جميع أجهزتك',
      features: 'يوفّر',
      featureNames: {
        read: 'موضع قراءة واحد لجميع الأجهزة',
        marks: 'التثبيت وعلامة «منجزة»',
        access: 'أجهزة ترسل فقط',
        confirm: 'إقران مع تأكيد',
        files: 'الملفات',
        push: 'إشعارات والتطبيق مغلق',
        stream: 'بث للبرامج',
      },
      noFeatures: 'الإصدار الأول من البروتوكول',
      signUp: 'الحسابات الجديدة',
      signUps: {
        first: 'لم يُتح إنشاء حساب إلا لأول شخص',
        open: 'يمكن لكل من يصل إلى هذا الخادم إنشاء حساب',
        closed: 'لا يقبل هذا الخادم أي حساب',
      },
    },
  },

  transfer: {
    exportTitle: 'التصدير',
    exportLead: 'كل ما يحتفظ به هذا الجهاز في أرشيف واحد: الرسائل للبرامج، وصفحة لقراءتها. يعمل دون اتصال.',
    export: 'تصدير',
    exportAgain: 'تصدير مرة أخرى',
    exportNote: (count) => (count === null ? 'جارٍ العدّ' : `هنا ${messages(count)}`),
    exporting: 'جارٍ كتابة الأرشيف',
    exportingNote: (percent) => `${formatCount(percent)}%. يمكنك مغادرة الإعدادات في الأثناء`,
    cancel: 'إلغاء',
    exported: 'الأرشيف جاهز',
    exportedNote: (name, size) => `${own(name)}، ${own(size)}. يحفظه المتصفح حيث يحفظ التنزيلات`,
    saveAgain: 'حفظه مرة أخرى',

    importTitle: 'الاستيراد',
    importLead:
      'من تصدير Roost أو من Telegram (result.json) أو من Signal. يرسل هذا الجهاز ما يُستورد، مع الوقت الذي كُتب فيه.',
    choose: 'اختيار ملف',
    file: 'الملف المراد استيراده',
    fileNote: 'لا يُستورد شيء قبل أن ترى ما هو',
    reading: (file) => `جارٍ قراءة ${own(file)}`,
    askTitle: (count) => `استيراد ${ofMessages(count)}؟`,
    askNone: 'لا شيء لاستيراده',
    formats: {
      roost: 'تصدير من Roost',
      telegram: 'تصدير من Telegram',
      signalExport: 'محادثة من Signal، عبر signal-export',
      signalDesktop: 'محادثات من Signal',
    },
    from: (format, first, last) =>
      first === last ? `${format}، بتاريخ ${first}.` : `${format}، من ${first} إلى ${last}.`,
    without: (parts) => `لن يُستورد: ${listed(parts)}.`,
    leftOut: {
      deleted: (count) => plural(count, { one: '# محذوفة', other: '# محذوفة' }),
      noText: (count) => plural(count, { one: '# بلا نص', other: '# بلا نص' }),
      tooLong: (count) => plural(count, { one: '# أطول من اللازم', other: '# أطول من اللازم' }),
      notStorable: (count) =>
        plural(count, { one: '# فيها رموز لا يمكن إرسالها', other: '# فيها رموز لا يمكن إرسالها' }),
      here: (count) => plural(count, { one: '# موجودة هنا من قبل', other: '# موجودة هنا من قبل' }),
      double: (count) => plural(count, { one: '# مكررة في الملف', other: '# مكررة في الملف' }),
    },
    toAll: 'تستلمها جميع أجهزتك.',
    bringIn: 'استيراد',
    notNow: 'ليس الآن',
    close: 'إغلاق',
    running: 'جارٍ الاستيراد',
    runningNote: (done, total) => `${formatCount(done)} من ${formatCount(total)}. يمكنك مغادرة الإعدادات في الأثناء`,
    waiting: 'في انتظار الاتصال',
    stop: 'إيقاف',
    stopped: 'توقّف الاستيراد',
    stoppedNote: (done, total) =>
      `استُورد ${formatCount(done)} من ${formatCount(total)}. اختر الملف نفسه مرة أخرى للباقي: لا تتكرر أي رسالة`,
    done: 'كل شيء في صندوق الوارد',
    doneNote: (count) => messages(count),
    refused: (count) =>
      plural(count, {
        one: 'رفض الخادم رسالة واحدة. تنتظر في صندوق الوارد مع سبب الرفض',
        two: 'رفض الخادم رسالتين. تنتظران في صندوق الوارد مع سبب الرفض',
        few: 'رفض الخادم # رسائل. تنتظر في صندوق الوارد مع سبب الرفض',
        many: 'رفض الخادم # رسالة. تنتظر في صندوق الوارد مع سبب الرفض',
        other: 'رفض الخادم # رسالة. تنتظر في صندوق الوارد مع سبب الرفض',
      }),
    broken: 'توقّف الاستيراد بسبب مشكلة',

    problems: {
      unknown_format:
        'لا يعرف Roost هذا النوع من الملفات. اختر تصديرًا من Roost، أو ملف result.json من Telegram، أو ملف data.json أو main.jsonl من Signal.',
      bad_archive: 'هذا الأرشيف تالف. احفظه أو انسخه مرة أخرى، ثم اختر النسخة الجديدة.',
      no_messages_file: 'لا يحتوي هذا الأرشيف على رسائل يعرفها Roost.',
      bad_json: 'هذا الملف مقطوع أو تالف.',
      bad_line: 'هذا الملف تالف.',
      not_text: 'لا يحتوي هذا الملف على نص.',
      storage: 'لا يمكن قراءة رسائل هذا الجهاز الآن. أعد تحميل الصفحة وحاول مرة أخرى.',
      failed: 'لم ينجح ذلك. حاول مرة أخرى؛ لم يُفقد شيء.',
    },
    inLine: (problem, line) => `${problem} الخطأ في السطر ${formatCount(line)}.`,

    archive: {
      title: (account) => `Roost، ${own(account)}`,
      unknownAccount: 'صندوق الوارد',
      lead: (count, device, when) => `${messages(count)} على ${own(device)}، ${when}`,
      edited: 'معدّلة',
      deleted: 'محذوفة',
      onlyFor: (name) => `إلى ${own(name)} فقط`,
      onlyHere: 'على هذا الجهاز فقط: فقدها الخادم عند استعادته',
      unsent: 'لم تُرسل بعد',
      empty: 'لا توجد رسائل.',
      readMe: (account, device, when) => `Roost: كل ما احتفظ به الجهاز ${quoted(device)} من ${own(account)} (${when}).

index.html
    الرسائل للقراءة. افتحه في متصفح؛ لا يحتاج إلى شبكة.
messages.ndjson
    كل رسالة كما تُنقل، كائن JSON واحد في كل سطر، بترتيب صندوق الوارد:
    الرسائل وما يتبعها من تعديلات وحذف وعلامات.
devices.json
    أجهزة الحساب، ليكون لكل رسالة مرسل له اسم.
unsent.ndjson
    الرسائل التي كُتبت هنا ولم تُرسل بعد، إن وُجدت.
only-here.ndjson
    الرسائل التي فقدها الخادم عند استعادته، إن وُجدت.

لاستعادته: الإعدادات، ثم التصدير والاستيراد، ثم اختيار ملف. لا يُستورد شيء مرتين.
الأرشيف غير مشفّر. احفظه حيث لا يقرؤه غيرك.
`,
    },
  },
}
