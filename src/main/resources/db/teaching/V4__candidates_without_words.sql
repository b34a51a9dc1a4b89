-- What a candidate teaches are the lessons that it names, wherever it is in its life: whose lesson goes, their words go
-- from it as well. Words that were copied here before are deleted; the two columns stay empty for replicas of the
-- version before and can be dropped later.
update teaching.candidates set before = '{}', after = '{}', comparison = null;
update teaching.candidates set state = 'dropped' where state in ('asked', 'trying');
alter table teaching.candidates alter column before set default '{}';
alter table teaching.candidates alter column after set default '{}';

-- Names the examples as they are with it: with others it is another candidate.
alter table teaching.candidates add column print text not null default '';

-- What has been learnt in addition to the examples of the program, found by every replica every few seconds.
create index candidates_promoted on teaching.candidates (community_id, decided_at) where state = 'promoted';
