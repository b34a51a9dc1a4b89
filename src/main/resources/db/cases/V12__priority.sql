-- How pressing a case is: ORDINARY, URGENT, EMERGENCY.
alter table cases.cases add column priority text not null default 'ORDINARY';

update cases.cases set priority = 'EMERGENCY' where label = 'emergency';

create index cases_pressing on cases.cases (community_id, is_open desc, due_at, number) where priority <> 'ORDINARY';
