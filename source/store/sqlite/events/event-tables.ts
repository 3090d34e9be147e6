/**
Version 4: audit events.

A trail is what one audit session of one boot wrote: -1 stands for no session, the empty text for an unknown boot. `event_blocks.lines` is what was received; all else of an
event but its name (trail, time, serial) is derived from it. A word is something that a search asks for; `session_words` is which of them events of a recording's session told
while it was recorded, `session_trails` the trails that were looked at.
*/
export const eventTables = `
alter table sessions add column events integer not null default 0;
alter table sessions add column commands integer not null default 0;
alter table sessions add column has_root integer not null default 0;
alter table sessions add column audit text;
drop index sessions_for_counts;
create index sessions_for_counts on sessions
	(started_at, ended_at, heard_at, exit, size_bytes, length_ms, indexed_id, last_id, user_folded, host_folded, host_short, rec_short, rec_folded,
		index_version, seen_pass, gaps, has_input, is_pipe, resizes, notes, audit_session, user, host, events, has_root, commands);
create index sessions_by_commands on sessions (commands, session);
create index sessions_by_audit on sessions (audit_session, host_short) where audit_session is not null;

create table trails (
	trail integer primary key,
	host text not null,
	host_folded text not null,
	host_short text not null,
	boot text not null,
	audit_session integer not null,
	unique (host, boot, audit_session)
) strict;
create index trails_by_session on trails (audit_session, host_short);

create table event_blocks (
	block integer primary key,
	lines blob not null,
	actions blob not null,
	version integer not null
) strict;
create index event_blocks_by_version on event_blocks (version);

create table events (
	event integer primary key,
	trail integer not null references trails,
	at integer not null,
	serial text not null,
	is_command integer not null,
	is_root integer not null,
	block integer not null references event_blocks,
	place integer not null,
	unique (trail, at, serial)
) strict;
create index events_for_counts on events (trail, at, is_command, is_root);
create index events_by_block on events (block);

create table words (
	word integer primary key,
	field text not null,
	access text not null,
	name text not null,
	text text not null,
	is_noise integer not null,
	unique (field, text, name, access, is_noise)
) strict;

create table event_words (
	event integer not null references events,
	word integer not null references words,
	primary key (event, word)
) strict, without rowid;

create table session_words (
	session integer not null references sessions on delete cascade,
	word integer not null references words,
	primary key (session, word)
) strict, without rowid;
create index session_words_by_word on session_words (word, session);

create table session_trails (
	session integer not null references sessions on delete cascade,
	trail integer not null references trails,
	from_at integer not null,
	until_at integer not null,
	primary key (session, trail)
) strict, without rowid;
create index session_trails_by_trail on session_trails (trail);
`;
