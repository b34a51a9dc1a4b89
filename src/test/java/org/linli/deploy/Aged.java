package org.linli.deploy;

/// Makes all that happened in communities a hundred years older, so that it is due, over and forgotten.
final class Aged {

    static final String A_HUNDRED_YEARS = """
            do $$
            declare
              its record;
            begin
              set local session_replication_role = replica;
              for its in
                select format('%I.%I', n.nspname, c.relname) as name,
                  string_agg(format('%1$I = %1$I - interval ''100 years''', a.attname), ', ') as aged
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                  join pg_type t on t.oid = a.atttypid and t.typname = 'timestamptz'
                where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'audit', 'community')
                  and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'community_id')
                group by n.nspname, c.relname
              loop
                begin
                  execute format('update %s set %s', its.name, its.aged);
                exception when others then
                  raise notice '% is as old as before: %', its.name, sqlerrm;
                end;
              end loop;
              insert into inbox.arrivals (community_id, channel, account, platform_id, conversation, message, received_at,
                state, lease_until)
              values ('lm', 'nowhere', 'nowhere', 'aged', 'aged', '{}', now(), 'working', now() - interval '1 hour');
            end $$
            """;

    private Aged() {}
}
