/** Deleted texts in the settings. */
export const bin = {
  title: 'Deleted texts',
  lead: 'Texts that were deleted or replaced by an edit wait here for some days. The server then removes them for good.',
  confirmLead: 'Deleted texts open with your password, so that nobody else reads them on a device left open.',
  empty: 'Nothing was deleted lately.',
  edit: 'Edit: ',
  onlyBlanks: 'Only blanks',
  bringBack: 'Bring back',
  broughtBack: 'The text is in your inbox again.',
  showOlder: 'Show older',
  deleteAll: 'Delete all for good',
  deleteAllTitle: 'Delete all of these texts for good?',
  deleteAllFacts: 'Nobody can bring them back afterwards, on no device. Your inbox stays as it is.',
  keep: 'Keep them',
}
