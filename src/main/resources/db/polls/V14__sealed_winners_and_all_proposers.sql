-- Names of winners are sealed by the program, with the texts of their key; what was there before is sealed by a job.
alter table polls.awards alter column id type text using id::text;

-- All who proposed it, as voters are called: of a merged proposal several. The first is `proposer`, who stands for them.
alter table polls.proposals add column proposers text[] not null default '{}';

update polls.proposals p set proposers = coalesce((
    select array_agg(distinct o.proposer) from polls.rearrangements r
    join polls.proposals o on o.community_id = r.community_id and o.round = r.round and o.number = any(r.sources)
    where r.community_id = p.community_id and r.round = p.round and p.number = any(r.results)), array[p.proposer]);

create index proposals_of_whom on polls.proposals using gin (proposers);
