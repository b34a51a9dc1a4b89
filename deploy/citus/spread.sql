-- Spreads the schema over machines with Citus (https://docs.citusdata.com), by community: what belongs together lies
-- together, so that every statement of one community runs on one machine and its transactions stay there.
--
-- On a new, empty database, after the program has made its tables and before it is used:
--   psql "$LINLI_DATABASE_URL" -f deploy/citus/spread.sql
-- A test fails where a table has another key and this file does not say why.
--
-- It has not been run on a Citus. What it needs of one is documented for Citus 12: tables without a distribution column.
-- Queues lie on one machine, whole: replicas claim what is due wherever it is, which a look into each community would make
-- dearer for everybody (src/adr/0126). A transaction of a community is then on two machines, and Citus commits it in two phases.
-- Checked against the catalogue (CitusTest, KeysTest): all keys and foreign keys hold the community, none leads from a queue to what
-- is spread, triggers stay within their row, there are no rules, exclusions, partitions or small sequences. Checked of each statement
-- that the program says in AcrossTest or that stands whole in the sources: row locks, recursion and the like over more than one
-- community, volatile functions in updates, subqueries among values, queues beside what is spread.
-- Not checked: statements that are put together and that AcrossTest does not come by, joins of spread tables with what is handed in
-- (`unnest`) where nothing is locked, `set_config` within statements of queues, `on conflict … returning` of several communities at once, and how fast any of it is.
create extension if not exists citus;

begin;
-- those of our tables only refuse changes of their own row (Citus 11 or newer; it makes none without being asked)
set local citus.enable_unsafe_triggers to on;
-- queues: all tables of these modules, whole and together on one machine
do $$
declare
    queue regclass;
begin
    perform create_distributed_table('inbox.arrivals', null, colocate_with => 'none');
    for queue in
        select c.oid::regclass
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and c.relname <> 'flyway_schema_history'
          and c.oid <> 'inbox.arrivals'::regclass
          and n.nspname in ('inbox', 'outbox')
        order by 1
    loop
        perform create_distributed_table(queue, null, colocate_with => 'inbox.arrivals');
    end loop;
end $$;

-- every other table all of whose keys begin with the community
do $$
declare
    spread regclass;
begin
    perform create_distributed_table('community.communities', 'community_id');
    for spread in
        select c.oid::regclass
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and c.relname <> 'flyway_schema_history'
          and c.oid <> 'community.communities'::regclass
          and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'inbox', 'outbox')
          and (select bool_and(i.indkey[0] <> 0 and a.attname is not distinct from 'community_id')
               from pg_index i left join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
               where i.indrelid = c.oid and i.indisunique)
        order by 1
    loop
        perform create_distributed_table(spread, 'community_id', colocate_with => 'community.communities');
    end loop;
end $$;

-- Small ones, which every machine keeps whole.
-- archive.holes: what an account of a platform did not hand over; few rows
select create_reference_table('archive.holes');
-- archive.readers: how far an account of a platform was read; one row an account
select create_reference_table('archive.readers');
-- contact.groups: the groups of an account of a platform, before anybody knows whose they are
select create_reference_table('contact.groups');
-- contact.join_ways: the codes of an account of a platform
select create_reference_table('contact.join_ways');
-- contact.tasks: what an account of a platform was asked to send, forgotten when it is done
select create_reference_table('contact.tasks');
-- kf.cursors: how far a service desk was read; one row a desk
select create_reference_table('kf.cursors');
-- kf.welcomes: whom a service desk has greeted within two days
select create_reference_table('kf.welcomes');
-- notices.seal: the secret that all links are signed with; one row
select create_reference_table('notices.seal');
-- teaching.candidates: one proposal at a time for the whole program, which learns for all communities
select create_reference_table('teaching.candidates');
-- whistles.seal: the secret that all links are signed with; one row
select create_reference_table('whistles.seal');

-- polls.certificate_seal: the secret that links to certificates are signed with; one row
select create_reference_table('polls.certificate_seal');
commit;
