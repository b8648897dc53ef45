import type { Rooms } from '../language/rooms.ts'
import { plural } from '../plural.ts'
import { moment, own, quoted } from './phrases.ts'

export const devices: Rooms['devices'] = {
  activity: {
    signedInPerson: 'شخص سجّل الدخول',
    device: (name) => quoted(name),
    withBrowser: (browser) => `عبر ${own(browser)}`,
    withProgram: 'عبر برنامج',
    joined: (device) => `انضم ${quoted(device)}`,
    joinedInvited: (device, doer) => `انضم ${quoted(device)} بدعوة من ${doer}`,
    left: (device) => `سجّل ${quoted(device)} الخروج`,
    removed: (device, doer) => `أُزيل ${quoted(device)} بواسطة ${doer}`,
    renamed: (device, name, doer) => `تغيّر اسم ${quoted(device)} إلى ${quoted(name)} بواسطة ${doer}`,
    signedIn: (from) => `سجّل شخص الدخول ${from}`,
    passwordChanged: (from) => `تغيّرت كلمة السر ${from}`,
    passkeyAdded: (from) => `أُضيف مفتاح مرور ${from}`,
    passkeyRemoved: (from) => `أُزيل مفتاح مرور ${from}`,
    invited: (from) => `دُعي شخص إلى إنشاء حساب ${from}`,
    accountRemoved: (from) => `أُزيل حساب ${from}`,
    deleted: (count, doer) => {
      const texts = plural(count, {
        one: 'حُذف نص واحد',
        two: 'حُذف نصان',
        few: 'حُذفت # نصوص',
        many: 'حُذف # نصًا',
        other: 'حُذف # نص',
      })
      return `${texts} بواسطة ${doer}`
    },
  },

  devices: {
    removedDevice: 'جهاز مُزال',
    joined: (name) => `انضم ${quoted(name)}.`,
    joinedInvited: (name, invitedBy) => `انضم ${quoted(name)} بدعوة من ${quoted(invitedBy)}.`,
    manyJoined: (count, names) => {
      const joined = plural(count, {
        one: 'انضم جهاز واحد',
        two: 'انضم جهازان',
        few: 'انضمت # أجهزة',
        many: 'انضم # جهازًا',
        other: 'انضم # جهاز',
      })
      return `${joined}: ${names.map(quoted).join('، ')}.`
    },
    kept: 'يحتفظ هذا المتصفح بالرسائل هنا حتى تزيلها.',
    notKept: 'قد يمسح هذا المتصفح هذا الجهاز عند امتلاء مساحته. كل ما على الخادم يعود؛ أما ما ينتظر هنا فسيُفقد.',

    saveName: 'حفظ الاسم',
    keepName: 'إلغاء',
    needsName: 'لا بد للجهاز من اسم. اكتب اسمًا، أو ألغِ للإبقاء على الاسم السابق.',
  },

  navigation: {
    search: 'بحث',
    devices: 'الأجهزة',
    allDevices: 'جميع الأجهزة',
    all: 'الكل',
    pinned: 'المثبّتة',
    pinnedCount: (count) => plural(count, { one: '# مثبّتة', other: '# مثبّتة' }),
    nothingPinned: 'لا شيء مثبّت',
    nothingPinnedMeans: 'ثبّت رسالة لتبقى في متناولك هنا وفي أعلى صندوق الوارد.',
    addDevice: 'إضافة جهاز',
    removedNamed: (name) => `${own(name)} (مُزال)`,
    newHere: (count) => plural(count, { one: '# جديدة', other: '# جديدة' }),
    more: 'المزيد عن',
    moreAbout: (name) => `المزيد عن ${own(name)}`,
    chooseDevice: (title) => `${own(title)}، اختيار جهاز`,
    noneFrom: (name) => `لا شيء من ${own(name)} بعد`,
    noneFromMeans: 'يظهر هنا ما يرسله، وما ترسله إليه وحده.',
    close: 'إغلاق',
    rename: 'تغيير الاسم',
    remove: 'إزالة',
  },

  presence: {
    now: 'الآن',
    wasHere: 'كان هنا',
    seenJustNow: 'آخر ظهور منذ لحظات',
    seenMinutesAgo: (minutes) => plural(minutes, { one: 'آخر ظهور قبل # د', other: 'آخر ظهور قبل # د' }),
    seenHoursAgo: (hours) => plural(hours, { one: 'آخر ظهور قبل # س', other: 'آخر ظهور قبل # س' }),
    seenAt: (time) => `آخر ظهور ${moment(time)}`,
    asleepSince: (day) => `نائم منذ ${day}`,
    asleepSinceYesterday: 'نائم منذ أمس',
    onlySendsNow: 'يرسل فقط، هنا الآن',
    onlySendsAt: (time) => `يرسل فقط، آخر مرة ${moment(time)}`,
    onlySendsOn: (day) => `يرسل فقط، آخر مرة ${day}`,
    onlySendsYesterday: 'يرسل فقط، آخر مرة أمس',
    lacks: (state, count) => `${state}، ${plural(count, { one: 'تنقصه #', other: 'تنقصه #' })}`,

    behind: (count) => plural(count, { one: 'تنقصه #', other: 'تنقصه #' }),
    wasBehind: (count) => plural(count, { one: 'كانت تنقصه #', other: 'كانت تنقصه #' }),
    upToDate: 'لا ينقصه شيء',
    wasUpToDate: 'لم يكن ينقصه شيء',
    online: 'متصل',
    wasOnline: 'كان متصلًا',
    seen: (past) => `آخر ظهور ${past}`,
    asLastKnown: 'بحسب آخر ما عُرف',
    asOf: (time) => `بحسب ما عُرف ${moment(time)}`,
  },

  thisDevice: {
    label: 'هذا الجهاز',
    upToDate: 'هذا الجهاز، لا ينقصه شيء',
    fetching: 'هذا الجهاز، يجلب رسائلك',
    connecting: 'هذا الجهاز، يتصل',
    catchingUp: (done, total) => `جارٍ اللحاق بالجديد، ${done} من ${total}`,
    offline: 'لا توجد شبكة',
    workingOffline: 'العمل دون اتصال',
    serverAway: 'الخادم غير متاح',
    signedOut: 'تم تسجيل الخروج',
    removed: 'مُزال',
    withWaiting: (state, count) => `${state}، ${plural(count, { one: '# تنتظر هنا', other: '# تنتظر هنا' })}`,
    workOffline: 'العمل دون اتصال',
    settings: 'الإعدادات',
    shortcuts: 'اختصارات لوحة المفاتيح',
    signOut: 'تسجيل الخروج من هذا الجهاز',
  },
}
