-- A reporter who waits no more stays the reporter, and is told nothing. A supporter who leaves is no supporter any more.
alter table cases.cases add column reporter_left boolean not null default false;
