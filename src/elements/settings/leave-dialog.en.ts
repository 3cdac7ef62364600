/** English words of `<agni-settings>` for leaving unsaved changes. Keys in a host's messages: `settings.<key>`. */
export const leaveDialogEn = {
  leaveHeading: 'Leave without saving?',
  leaveText: 'What you changed in {pane} is not saved yet. You can keep it there and save it later, or discard it.',
  stay: 'Stay',
  keep: 'Keep and Go On',
  discard: 'Discard Changes',
};
