/** Where a key press means something. `digits` is the player while a position is being typed; `menu` are the saved views; `input` is any focused text field. */
export type KeyContext = 'sessions' | 'hits' | 'live' | 'facets' | 'player' | 'panel' | 'select' | 'digits' | 'event' | 'help' | 'menu' | 'dialog' | 'input';

export const keyContexts: readonly KeyContext[] = ['sessions', 'hits', 'live', 'facets', 'player', 'panel', 'select', 'digits', 'event', 'help', 'menu', 'dialog', 'input'];

/**
One action: its keys, where they work and what it does, in words.

Keys are named as `readPresses` names them: one character, or `space enter esc tab shift-tab backspace delete up down left right shift-left shift-right home end page-up page-down f1 … f12 ctrl-x`.
*/
export type KeyRow = {
	readonly action: string;
	readonly keys: readonly string[];
	readonly contexts: readonly KeyContext[];
	readonly help: string;
};

const everywhere = keyContexts;
const tabs = ['sessions', 'hits', 'live'] as const;
const pages = [...tabs, 'player', 'event', 'help', 'menu', 'dialog'] as const;
const screens = [...tabs, 'player'] as const;
const lists = ['sessions', 'hits', 'panel', 'event', 'help', 'menu'] as const;

/** Every key of the console. Help pages, hints and `docs/keys.md` are made from it; nothing else knows a key. */
export const keyTable = [
	{action: 'app.help', keys: ['?'], contexts: [...pages, 'select'], help: 'keys of this screen'},
	{action: 'app.command', keys: [':'], contexts: pages, help: 'command line'},
	{action: 'app.back', keys: ['q'], contexts: [...pages, 'select'], help: 'back; in the list of sessions: quit'},
	{action: 'app.cancel', keys: ['esc'], contexts: everywhere, help: 'undo one level; never quits'},
	{action: 'app.quit', keys: ['ctrl-c'], contexts: everywhere, help: 'leave scribery'},
	{action: 'app.suspend', keys: ['ctrl-z'], contexts: everywhere, help: 'suspend to the shell'},
	{action: 'app.redraw', keys: ['ctrl-l'], contexts: everywhere, help: 'draw again'},
	{action: 'app.plain', keys: ['L'], contexts: [...tabs, 'player', 'event', 'help'], help: 'plain text to select from; any key returns'},
	{action: 'app.last', keys: ['-'], contexts: [...tabs, 'player'], help: 'view before this'},
	{action: 'app.mouse', keys: ['f2'], contexts: [...tabs, 'player'], help: 'mouse on, off'},
	{action: 'tab.sessions', keys: ['1'], contexts: tabs, help: 'sessions that match'},
	{action: 'tab.hits', keys: ['2'], contexts: tabs, help: 'moments that match'},
	{action: 'tab.live', keys: ['3'], contexts: tabs, help: 'sessions that run'},
	{action: 'focus.next', keys: ['tab'], contexts: ['sessions', 'hits', 'player', 'panel', 'help'], help: 'facets, list; events, recording; next screen\'s keys'},
	{action: 'focus.prev', keys: ['shift-tab'], contexts: ['sessions', 'hits', 'player', 'panel', 'help'], help: 'list, facets; recording, events; previous screen\'s keys'},
	{action: 'time.style', keys: ['a'], contexts: ['sessions', 'hits', 'player'], help: 'relative, absolute times'},
	{action: 'data.refresh', keys: ['r'], contexts: [...tabs, 'dialog'], help: 'read again'},
	{action: 'move.down', keys: ['j', 'down'], contexts: lists, help: 'line down'},
	{action: 'move.up', keys: ['k', 'up'], contexts: lists, help: 'line up'},
	{action: 'move.first', keys: ['g', 'home'], contexts: lists, help: 'first line'},
	{action: 'move.last', keys: ['G', 'end'], contexts: lists, help: 'last line'},
	{action: 'move.halfDown', keys: ['ctrl-d'], contexts: lists, help: 'half a page down'},
	{action: 'move.halfUp', keys: ['ctrl-u'], contexts: lists, help: 'half a page up'},
	{action: 'move.pageDown', keys: ['page-down', 'ctrl-f'], contexts: lists, help: 'page down'},
	{action: 'move.pageUp', keys: ['page-up', 'ctrl-b'], contexts: lists, help: 'page up'},
	{action: 'group.next', keys: [']'], contexts: ['sessions', 'hits', 'event'], help: 'next day, session, event'},
	{action: 'group.prev', keys: ['['], contexts: ['sessions', 'hits', 'event'], help: 'previous day, session, event'},
	{action: 'fold', keys: ['left', 'h'], contexts: ['hits'], help: 'fold the session'},
	{action: 'unfold', keys: ['right', 'l'], contexts: ['hits'], help: 'unfold the session; again: all its hits'},
	{action: 'wall.left', keys: ['h', 'left'], contexts: ['live'], help: 'tile at the left'},
	{action: 'wall.down', keys: ['j', 'down'], contexts: ['live'], help: 'tile below'},
	{action: 'wall.up', keys: ['k', 'up'], contexts: ['live'], help: 'tile above'},
	{action: 'wall.right', keys: ['l', 'right'], contexts: ['live'], help: 'tile at the right'},
	{action: 'wall.more', keys: ['+', '='], contexts: ['live'], help: 'more, smaller tiles'},
	{action: 'wall.fewer', keys: ['_'], contexts: ['live'], help: 'fewer, larger tiles'},
	{action: 'wall.pause', keys: ['p'], contexts: ['live'], help: 'pause the wall, go on'},
	{action: 'filter.edit', keys: ['/'], contexts: [...tabs, 'player', 'help'], help: 'filter, search'},
	{action: 'filter.problems', keys: ['!'], contexts: tabs, help: 'only with problems, all'},
	{action: 'view.menu', keys: ['s'], contexts: [...tabs, 'menu'], help: 'saved views'},
	{action: 'view.use', keys: ['enter'], contexts: ['menu'], help: 'filter by the view'},
	{action: 'facets.toggle', keys: ['f'], contexts: ['sessions', 'hits'], help: 'facets: counts to filter by'},
	{action: 'facet.add', keys: ['enter'], contexts: ['facets'], help: 'add the value to the filter'},
	{action: 'facet.or', keys: ['space'], contexts: ['facets'], help: 'allow the value, too'},
	{action: 'facet.not', keys: ['!'], contexts: ['facets'], help: 'exclude the value'},
	{action: 'preview.toggle', keys: ['p'], contexts: ['sessions', 'hits'], help: 'preview: last screen; screen at the hit'},
	{action: 'info.open', keys: ['I'], contexts: screens, help: 'all about the session'},
	{action: 'follow.toggle', keys: ['F'], contexts: ['sessions', 'player'], help: 'newest on top; follow the live edge'},
	{action: 'open', keys: ['enter'], contexts: [...tabs, 'event'], help: 'play; from the hit, the event, the live edge'},
	{action: 'mark.toggle', keys: ['space'], contexts: tabs, help: 'mark; pin to the top of the wall'},
	{action: 'mark.all', keys: ['*'], contexts: ['sessions', 'hits'], help: 'mark all shown, none'},
	{action: 'sort.start', keys: ['S'], contexts: ['sessions'], help: 'sort by start; again reverses'},
	{action: 'sort.length', keys: ['D'], contexts: ['sessions'], help: 'sort by length'},
	{action: 'sort.user', keys: ['U'], contexts: ['sessions'], help: 'sort by user'},
	{action: 'sort.host', keys: ['H'], contexts: ['sessions'], help: 'sort by host'},
	{action: 'sort.size', keys: ['Z'], contexts: ['sessions'], help: 'sort by size'},
	{action: 'export.open', keys: ['x'], contexts: ['sessions', 'hits', 'player'], help: 'export'},
	{action: 'tag.edit', keys: ['t'], contexts: ['sessions', 'hits', 'player'], help: 'tags'},
	{action: 'note.edit', keys: ['c'], contexts: ['sessions', 'hits', 'player'], help: 'note'},
	{action: 'bookmark.add', keys: ['b'], contexts: ['player'], help: 'bookmark here; on one: new words, take back'},
	{action: 'copy.address', keys: ['y'], contexts: [...screens, 'event'], help: 'copy address'},
	{action: 'copy.text', keys: ['Y'], contexts: [...screens, 'event'], help: 'copy row, screen, event'},
	{action: 'play.toggle', keys: ['space', 'p'], contexts: ['player'], help: 'play or pause'},
	{action: 'play.slower', keys: ['{', '<'], contexts: ['player'], help: 'half speed'},
	{action: 'play.faster', keys: ['}', '>'], contexts: ['player'], help: 'double speed'},
	{action: 'play.normal', keys: ['backspace'], contexts: ['player'], help: 'speed 1×'},
	{action: 'step.forward', keys: ['.'], contexts: ['player'], help: 'one frame forward'},
	{action: 'step.back', keys: [','], contexts: ['player'], help: 'one frame back'},
	{action: 'seek.fwd5', keys: ['right'], contexts: ['player'], help: '5 s forward'},
	{action: 'seek.back5', keys: ['left'], contexts: ['player'], help: '5 s back'},
	{action: 'seek.fwd60', keys: ['up'], contexts: ['player'], help: '1 minute forward'},
	{action: 'seek.back60', keys: ['down'], contexts: ['player'], help: '1 minute back'},
	{action: 'seek.fwdTenth', keys: ['shift-right', ')'], contexts: ['player'], help: '10 % of the bar forward'},
	{action: 'seek.backTenth', keys: ['shift-left', '('], contexts: ['player'], help: '10 % of the bar back'},
	{action: 'seek.tenth', keys: [...'0123456789'], contexts: ['player'], help: 'tenths of the bar, or a time: 12:30G'},
	{action: 'seek.start', keys: ['g', 'home'], contexts: ['player'], help: 'start'},
	{action: 'seek.end', keys: ['G', 'end'], contexts: ['player'], help: 'end (edge if live)'},
	{action: 'seek.goto', keys: ['G', 'enter'], contexts: ['digits'], help: 'go to the typed time'},
	{action: 'seek.edit', keys: [...'0123456789:.', 'backspace'], contexts: ['digits'], help: 'type a time'},
	{action: 'problem.next', keys: ['!'], contexts: ['player'], help: 'next gap; wraps'},
	{action: 'idle.toggle', keys: ['i'], contexts: ['player'], help: 'idle limit on, off'},
	{action: 'idle.skip', keys: ['enter'], contexts: ['player'], help: 'skip this pause'},
	{action: 'loop.mark', keys: ['o'], contexts: ['player'], help: 'loop: start, end, off'},
	{action: 'loop.all', keys: ['O'], contexts: ['player'], help: 'loop all'},
	{action: 'pane.full', keys: ['f'], contexts: ['player'], help: 'recording fills the screen'},
	{action: 'pane.left', keys: ['h'], contexts: ['player'], help: 'show what is left of a large recording'},
	{action: 'pane.down', keys: ['j'], contexts: ['player'], help: 'show what is below'},
	{action: 'pane.up', keys: ['k'], contexts: ['player'], help: 'show what is above'},
	{action: 'pane.right', keys: ['l'], contexts: ['player'], help: 'show what is right'},
	{action: 'pane.follow', keys: ['z'], contexts: ['player'], help: 'view follows the cursor'},
	{action: 'events.toggle', keys: ['e'], contexts: ['player', 'panel'], help: 'events'},
	{action: 'events.kinds', keys: ['E'], contexts: ['player', 'panel'], help: 'kinds of events shown'},
	{action: 'event.goto', keys: ['enter'], contexts: ['panel'], help: 'go to this event'},
	{action: 'event.detail', keys: ['d'], contexts: ['hits', 'player', 'panel', 'event'], help: 'details of the hit, the event; in them: back'},
	{action: 'panel.grow', keys: ['+', '='], contexts: ['player', 'panel'], help: 'more room for events'},
	{action: 'panel.shrink', keys: ['_'], contexts: ['player', 'panel'], help: 'less room for events'},
	{action: 'hit.next', keys: ['n'], contexts: ['hits', 'player'], help: 'next hit'},
	{action: 'hit.prev', keys: ['N'], contexts: ['hits', 'player'], help: 'previous hit'},
	{action: 'command.next', keys: [']'], contexts: ['player'], help: 'next command'},
	{action: 'command.prev', keys: ['['], contexts: ['player'], help: 'previous command'},
	{action: 'bookmark.next', keys: ['\''], contexts: ['player'], help: 'next bookmark'},
	{action: 'bookmark.prev', keys: ['"'], contexts: ['player'], help: 'previous bookmark'},
	{action: 'typed.toggle', keys: ['T'], contexts: ['player'], help: 'typed keys'},
	{action: 'list.atMoment', keys: ['S'], contexts: ['player'], help: 'who was on at this moment'},
	{action: 'select.start', keys: ['v'], contexts: ['player'], help: 'choose text to copy'},
	{action: 'select.left', keys: ['h', 'left'], contexts: ['select'], help: 'place to the left'},
	{action: 'select.down', keys: ['j', 'down'], contexts: ['select'], help: 'place down'},
	{action: 'select.up', keys: ['k', 'up'], contexts: ['select'], help: 'place up'},
	{action: 'select.right', keys: ['l', 'right'], contexts: ['select'], help: 'place to the right'},
	{action: 'select.first', keys: ['g', 'home'], contexts: ['select'], help: 'first place of the screen'},
	{action: 'select.last', keys: ['G', 'end'], contexts: ['select'], help: 'last place of the screen'},
	{action: 'select.extend', keys: ['v'], contexts: ['select'], help: 'choose lines, a block, nothing'},
	{action: 'select.copy', keys: ['y', 'enter'], contexts: ['select'], help: 'copy and leave'},
	{action: 'input.accept', keys: ['enter'], contexts: ['input'], help: 'done'},
	{action: 'input.complete', keys: ['tab'], contexts: ['input'], help: 'complete'},
	{action: 'input.older', keys: ['up'], contexts: ['input'], help: 'older text; line up'},
	{action: 'input.newer', keys: ['down'], contexts: ['input'], help: 'newer text; line down'},
	{action: 'dialog.next', keys: ['tab', 'down'], contexts: ['dialog'], help: 'next field'},
	{action: 'dialog.prev', keys: ['shift-tab', 'up'], contexts: ['dialog'], help: 'previous field'},
	{action: 'dialog.change', keys: ['space', 'left', 'right'], contexts: ['dialog'], help: 'change the field; other button'},
	{action: 'dialog.do', keys: ['enter'], contexts: ['dialog'], help: 'press the button; in the last field: done'},
	{action: 'input.edit', keys: ['left', 'right', 'home', 'end', 'ctrl-a', 'ctrl-e', 'ctrl-w', 'ctrl-u', 'ctrl-k', 'backspace', 'delete'], contexts: ['input'], help: 'edit'},
] as const satisfies readonly KeyRow[];

/** The name of an action: a row of the table. */
export type KeyAction = (typeof keyTable)[number]['action'];

/** A row of the table, or of one that a person changed. */
export type KeyBinding = KeyRow & {readonly action: KeyAction};
