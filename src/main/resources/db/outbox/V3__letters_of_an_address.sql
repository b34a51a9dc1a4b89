-- what was written to somebody, the newest first
create index letters_of_an_address on outbox.letters (community_id, address, id);
