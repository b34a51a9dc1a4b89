package org.linli.deploy;

/// A row of the community `lm` in every table that can have one. Texts that are needed are all the same, and so are
/// numbers: what points to another row points to one that is there.
final class ARow {

    private static final String BLOCK = """
            do $$
            declare
              its record;
            begin
              %begin
              for its in
                select format('%I.%I', n.nspname, c.relname) as name,
                  string_agg(quote_ident(a.attname), ', ') as columns,
                  string_agg(case
                    when a.attname = 'community_id' then quote_literal('lm')
                    when t.typcategory = 'A' then quote_literal('{}')
                    when t.typname in ('int2', 'int4', 'int8', 'numeric', 'float8') then '987654'
                    when t.typname = 'bool' then 'false'
                    when t.typname = 'date' then 'current_date'
                    when t.typname in ('timestamptz', 'timestamp') then format('now() + interval ''%s hours''', a.attnum)
                    when t.typname in ('json', 'jsonb') then quote_literal('{}')
                    when t.typname = 'bytea' then quote_literal('')
                    else quote_literal('11111111-2222-4333-8444-555555555555') end, ', ') as cells
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                    and a.attnotnull and a.attidentity = '' and a.attgenerated = ''
                  join pg_type t on t.oid = a.atttypid
                where c.relkind = 'r' and c.relname <> 'flyway_schema_history'
                  and n.nspname not in ('pg_catalog', 'information_schema', 'public'%without)
                  and exists (select from pg_attribute k where k.attrelid = c.oid and k.attname = 'community_id')
                group by n.nspname, c.relname
              loop
                begin
                  execute format('insert into %s (%s) values (%s) on conflict do nothing',
                    its.name, its.columns, its.cells);
                exception when others then
                  raise notice '% has none: %', its.name, sqlerrm;
                end;
              end loop;
            end $$
            """;

    /// Whatever else it would have to fit, but none of people, places and the trail: so the demo goes on.
    static final String IN_EVERY_TABLE = BLOCK.replace("%begin", "set local session_replication_role = replica;")
            .replace("%without", ", 'audit', 'community'");

    /// None where it would point to a row that is not there yet: said again, there are more of them.
    static final String FITTING_IN_EVERY_TABLE = BLOCK.replace("%begin", "").replace("%without", "");

    private ARow() {}
}
