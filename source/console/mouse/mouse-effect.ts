/** Have the terminal report the mouse, or leave it to the terminal's own selection. */
export type MouseEffect = {readonly type: 'setMouse'; readonly isOn: boolean};
