-- Every version of a workflow that a case began with: a running case ends under it. Only added to.
create table cases.workflows (
    community_id text        not null,
    kind         text        not null,
    version      int         not null,
    hash         text        not null,
    text         text        not null,
    since        timestamptz not null,
    primary key (community_id, kind, version),
    unique (community_id, kind, hash)
);

-- 0: older than workflows
alter table cases.cases add column kind text not null default 'COMPLAINT';
alter table cases.cases add column workflow int not null default 0;

update cases.cases set kind = case
    when label = 'emergency' or label in ('report.fire_hazard', 'report.gas_heating') then 'HAZARD'
    when label like 'help.%' then 'HELP'
    when label like 'ask.%' then 'QUESTION'
    else 'SUGGESTION' end
where label in ('emergency', 'suggest', 'report.fire_hazard', 'report.gas_heating')
    or label like 'help.%' or label like 'ask.%';
