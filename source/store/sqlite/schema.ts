import {eventTables} from './events/event-tables.ts';

/** Marks the file as ours in the SQLite header (`file` shows it): "Scrb". */
export const appId = 0x53_63_72_62;

/** Grows with each change of the tables below: a step is added to `migrations`. */
export const schemaVersion = 4;

/**
The tables of version 1.

`messages` holds the lines that are not in a block yet: those of a live recording and late ones. No two blocks of a recording overlap.
Folded columns serve the search; `heard_at` is when the recording last gave a sign of life.
*/
const firstTables = `
create table state (
	one integer primary key check (one = 1),
	revision integer not null
) strict;
insert into state values (1, 0);

create table sessions (
	session integer primary key,
	host text not null,
	rec text not null,
	user text not null,
	term text not null,
	audit_session integer,
	host_folded text not null,
	host_short text not null,
	user_folded text not null,
	rec_folded text not null,
	rec_short text not null,
	started_at integer,
	ended_at integer,
	length_ms integer not null,
	heard_at integer not null,
	received_at integer not null,
	first_id integer not null,
	last_id integer not null,
	last_position_ms integer not null,
	wall_id integer not null,
	wall_at integer,
	wall_position_ms integer not null,
	messages integer not null,
	size_bytes integer not null,
	exit text,
	index_version integer,
	indexed_id integer,
	gaps integer not null default 0,
	unique (host, rec)
) strict;
create index sessions_by_start on sessions (started_at, session, exit, heard_at);
create index sessions_by_length on sessions (length_ms, session);
create index sessions_by_size on sessions (size_bytes, session);
create index sessions_by_user on sessions (user_folded, session);
create index sessions_by_host on sessions (host_folded, session);
create index sessions_by_short_rec on sessions (rec_short);
create index sessions_live on sessions (heard_at) where exit is null;
create index sessions_to_index on sessions (session) where indexed_id is not last_id;
create index sessions_for_counts on sessions
	(started_at, ended_at, heard_at, exit, size_bytes, length_ms, indexed_id, last_id, user_folded, host_folded, host_short, rec_short, rec_folded);

create table messages (
	session integer not null references sessions on delete cascade,
	id integer not null,
	position_ms integer not null,
	size_bytes integer not null,
	text text not null,
	unique (session, id)
) strict;

create table blocks (
	session integer not null references sessions on delete cascade,
	first_id integer not null,
	last_id integer not null,
	count integer not null,
	size_bytes integer not null,
	from_ms integer not null,
	data blob not null
) strict;
create unique index blocks_by_id on blocks (session, last_id, first_id, from_ms);

create table indexes (
	session integer primary key references sessions on delete cascade,
	summary text not null,
	gaps text not null,
	resizes text not null,
	activity blob not null
) strict;

create table keyframes (
	session integer not null references sessions on delete cascade,
	position_ms integer not null,
	id integer not null,
	packet integer not null,
	output_bytes integer not null,
	columns integer not null,
	rows integer not null,
	ansi blob not null,
	unique (session, position_ms, id, packet)
) strict;

create table access (
	sequence integer primary key,
	at integer not null,
	who text not null,
	action text not null,
	what text not null,
	detail text not null,
	previous_hash text not null,
	hash text not null
) strict;
create trigger access_stays before update on access begin select raise(abort, 'the access log is append-only'); end;
create trigger access_is_kept before delete on access begin select raise(abort, 'the access log is append-only'); end;
`;

/**
What of the index is a full-text table: a block's words, its folded text in parts of three characters, and its pairs of words.

All only tell in which blocks a pattern may be: neither the text nor the places in it are kept. Their rowids are blocks.
*/
export const seenTables = `
create virtual table seen_words using fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii');
create virtual table seen_parts using fts5 (lines, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1');
create virtual table seen_pairs using fts5 (pairs, content='', contentless_delete=1, detail=none, tokenize='ascii');
`;

/**
Version 2: text that was seen or typed, and notes.

A chunk is 16 blocks of one session, all of lines seen or all of lines typed, numbered from 16 times its own number on; it is searched once its pass is finished. `tags` and
`sessions.notes` are what stands after all notes.
*/
const seenAndNotes = `
alter table sessions add column has_input integer not null default 0;
alter table sessions add column is_pipe integer not null default 0;
alter table sessions add column resizes integer not null default 0;
alter table sessions add column notes integer not null default 0;
alter table sessions add column seen_pass integer;
update sessions set user_folded = replace(user_folded, 'ς', 'σ') where user_folded like '%ς%';
update sessions set rec_folded = replace(rec_folded, 'ς', 'σ'), rec_short = replace(rec_short, 'ς', 'σ') where rec_folded like '%ς%';
update sessions set host_folded = replace(host_folded, 'ς', 'σ'), host_short = replace(host_short, 'ς', 'σ') where host_folded like '%ς%';
drop index sessions_for_counts;
create index sessions_for_counts on sessions
	(started_at, ended_at, heard_at, exit, size_bytes, length_ms, indexed_id, last_id, user_folded, host_folded, host_short, rec_short, rec_folded,
		index_version, seen_pass, gaps, has_input, is_pipe, resizes, notes, audit_session, user, host);
update sessions set (has_input, is_pipe, resizes) = (
	select summary ->> 'hasInput', summary ->> 'isPipe', summary ->> 'resizes' from indexes where indexes.session = sessions.session
) where session in (select session from indexes);

create table seen_chunks (
	chunk integer primary key,
	session integer not null references sessions on delete cascade,
	pass integer not null,
	is_typed integer not null,
	is_standing integer not null,
	is_visible integer not null
) strict;
create index seen_chunks_by_session on seen_chunks (session, is_visible);

create table seen_blocks (
	block integer primary key,
	data blob not null
) strict;
create virtual table seen_words using fts5 (words, content='', contentless_delete=1, detail=none, tokenize='ascii');
create virtual table seen_parts using fts5 (lines, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1');
create table notes (
	sequence integer primary key,
	session integer not null references sessions,
	at integer not null,
	who text not null,
	kind text not null,
	position_ms integer,
	text text not null
) strict;
create index notes_by_session on notes (session, sequence);
create trigger notes_stay before update on notes begin select raise(abort, 'notes are append-only'); end;
create trigger notes_are_kept before delete on notes begin select raise(abort, 'notes are append-only'); end;

create table tags (
	session integer not null references sessions on delete cascade,
	tag text not null,
	tag_folded text not null,
	primary key (session, tag)
) strict, without rowid;
create index tags_by_name on tags (tag_folded, session);
`;

/** Version 3: pairs of words. What was indexed without them is indexed anew. A user's sessions are listed from an index alone. */
const wordPairs = `
drop index sessions_by_user;
create index sessions_by_user on sessions
	(user_folded, started_at, session, exit, heard_at, ended_at, size_bytes, length_ms, indexed_id, last_id, index_version, host_folded, host_short);
delete from seen_blocks;
delete from seen_chunks;
drop table seen_words;
drop table seen_parts;
${seenTables}
update sessions set seen_pass = null;
`;

/** Item N leads from version N to N + 1; all of them make a new store. */
export const migrations: readonly string[] = [firstTables, seenAndNotes, wordPairs, eventTables];
