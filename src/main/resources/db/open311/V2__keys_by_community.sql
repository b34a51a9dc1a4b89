-- A key is looked for within the community that is called, and only there.
drop index open311.keys_by_hash;
create unique index keys_by_hash on open311.keys (community_id, hash);
