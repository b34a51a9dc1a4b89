-- Steps are spread by their community like the whistles they belong to.
alter table whistles.steps drop constraint steps_pkey;
alter table whistles.steps add primary key (community_id, id);
