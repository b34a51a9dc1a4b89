-- A link names no community, so it is looked for in all of them. That no two are the same is a matter of 192 random
-- bits and needs no key.
drop index openness.offers_by_token;
create index offers_by_token on openness.offers (token);
