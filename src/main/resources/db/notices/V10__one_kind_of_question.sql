-- A question is kept once: what it was about and which household asked stands beside the notice that answered it.
alter table notices.asked
    -- place and matter, where the message was understood as a question of a building; empty otherwise
    add column building  text not null default '',
    add column theme     text not null default '',
    -- the same for all questions of one household, and nothing that leads back to it
    add column household uuid;

insert into notices.asked (community_id, key, notice, home, said_in, words, at, building, theme, household)
select community_id, id, '', '', '', '', at, building, theme, household from notices.questions
on conflict (community_id, key) do update
set building = excluded.building, theme = excluded.theme, household = excluded.household;

drop table notices.questions;

create index asked_by_building on notices.asked (at) where building <> '';
