/** The page of last resort, by the language of the document. English stands in app/error.tsx. */
export const errorWords: Record<string, { title: string; lead: string; reload: string }> = {
  de: {
    title: 'Etwas ist schiefgegangen',
    lead: 'Lade die Seite neu, um weiterzumachen. Nichts ist verloren.',
    reload: 'Neu laden',
  },
  fr: {
    title: 'Un problème est survenu',
    lead: 'Rechargez la page pour continuer. Rien n’est perdu.',
    reload: 'Recharger',
  },
  es: { title: 'Algo ha fallado', lead: 'Recarga la página para seguir. No se ha perdido nada.', reload: 'Recargar' },
  ja: {
    title: '問題が発生しました',
    lead: 'ページを再読み込みしてください。何も失われていません。',
    reload: '再読み込み',
  },
  ar: { title: 'حدث خطأ ما', lead: 'أعد تحميل الصفحة للمتابعة. لم يُفقد شيء.', reload: 'إعادة التحميل' },
}
