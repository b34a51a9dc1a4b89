-- The right edge of the log's tree at a signed state, so that the next one is found without reading the log from its
-- beginning; empty: signed before edges were kept.
alter table polls.heads add column edge text not null default '';
