package org.linli.bench;

import java.time.Duration;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;

/// A year of a large community, made by the database itself: cases with their histories and neighbours, and whistles.
final class ManyCases {

    private static final List<String> MADE = List.of(
            """
            insert into cases.cases (community_id, number, label, place, spot, detail, words, reporter_address, state,
              is_open, unit, assignee, due_at, opened_at, resolved_at, version, kind, passed, priority)
            select 'town', 'LC-2026-' || lpad(i::text, 6, '0'),
              'report.' || (array['elevator', 'water', 'power', 'noise', 'parking', 'sanitation', 'facility', 'security'])[1 + i % 8],
              'b' || 1 + i % 1000 || '-' || 1 + i % 2 || '-' || 1 + i % 6 || '01', 'b' || 1 + i % 1000, '',
              (array['电梯又停了，老人下不了楼', '水管漏水了，地上全是水', '楼道的灯坏了，晚上看不见路', '楼上半夜装修，吵得睡不着',
                '一辆面包车乱停，堵着单元门', '垃圾堆了好几天没人清', '门禁刷卡没反应', '有人撬门'])[1 + i % 8]
                || case when i % 5000 = 0 then '，井盖也没了' else '' end || '，第' || i || '回',
              'webchat:town:person:p' || i % 5000,
              case when i % 100 < {open} then (array['ASSIGNED', 'IN_PROGRESS', 'IN_PROGRESS', 'WAITING', 'RETURNED'])[1 + i % 5]
                else (array['RESOLVED', 'CLOSED', 'CLOSED', 'CLOSED', 'WITHDRAWN'])[1 + i % 5] end,
              i % 100 < {open}, 'p' || 1 + i % 40, case when i % 5 in (1, 2) then 'lin' end,
              now() + (i % 20000 - 6000) * interval '1 minute', now() - i * interval '5 minutes',
              case when i % 100 >= {open} then now() end, 2, 'COMPLAINT', case when i % 200 = 0 then 2 else 0 end,
              case when i % 250 = 0 then 'EMERGENCY' when i % 50 = 0 then 'URGENT' else 'ORDINARY' end
            from generate_series(1, {cases}) i""",
            """
            insert into cases.steps (community_id, number, kind, by_kind, by_id, by_name, at, state, unit, words, pictures)
            select c.community_id, c.number, k.kind, 'STAFF', 'lin', '林主任', c.opened_at, c.state, c.unit, '看过了', '{}'
            from cases.cases c cross join (values ('OPENED'), ('ROUTED'), ('URGED')) k (kind) where c.community_id = 'town'""",
            """
            insert into cases.supporters (community_id, number, address, joined_at)
            select community_id, number, 'webchat:town:person:s' || n, opened_at from cases.cases, generate_series(1, 2) n
            where community_id = 'town' and label = 'report.elevator'""",
            """
            insert into cases.told (community_id, number, unit, at)
            select community_id, number, 'p1', now() from cases.cases where community_id = 'town' and unit = 'p2' and is_open""",
            """
            insert into whistles.whistles (community_id, id, number, unit, reason, called_by, called_at, report_by, state,
              reporter, refusals, stars, verdict, version)
            select community_id, 'w' || number, number, 'safety', '要现场看', 'lin', opened_at, due_at,
              case when is_open then 'CALLED' else 'RATED' end, '', 0, case when is_open then 0 else 4 end, '', 1
            from cases.cases where community_id = 'town' and right(number, 1) = '0'""",
            """
            insert into whistles.steps (community_id, whistle, kind, by_name, at, words)
            select community_id, id, 'CALLED', '林主任', called_at, reason from whistles.whistles where community_id = 'town'""",
            "vacuum analyze cases.cases",
            "analyze");

    private ManyCases() {}

    /// @param open of a hundred
    static void make(DatabaseClient database, int cases, int open) {
        for (String sql : MADE) {
            database.sql(sql.replace("{cases}", "" + cases).replace("{open}", "" + open))
                    .then()
                    .block(Duration.ofMinutes(5));
        }
    }
}
