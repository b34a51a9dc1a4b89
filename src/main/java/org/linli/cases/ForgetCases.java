package org.linli.cases;

import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Takes out of closed cases what people said and who they were, when their community keeps it no longer. What kind of
/// case it was, where, how long it took and how many stars it got stays: figures of years ago are still right.
@Component
class ForgetCases implements Forgets {

    /// Ten years, the shorter of the times that the State Archives set for papers of offices (机关文件材料归档范围和文书档案
    /// 保管期限规定: 永久, 30 年, 10 年); a year at least, because the yearly ten problems are made from it.
    static final Period PERIOD = new Period("cases", 3650, 365, 10950);

    private static final String NOBODY = "by-hand:desk:person:forgotten";

    /// Closed, and nothing has happened to them since.
    private static final String OLD = """
            from cases.cases c
            where not c.is_open and c.forgotten_at is null and c.opened_at < $1
              and c.community_id = $2
              and not exists (select from cases.steps s
                where s.community_id = c.community_id and s.number = c.number and s.at >= $1)""";

    private static final Old FORGOTTEN =
            new Old(OLD, 200, """
            with old as materialized (
              select c.number %1$s order by c.opened_at limit $3 for update of c skip locked),
            pictures as (
              delete from cases.pictures p using cases.steps s join old on s.community_id = $2 and s.number = old.number
              where p.community_id = $2 and p.id::text = any(s.pictures)),
            steps as (
              update cases.steps s set words = '**', pictures = '{}', erased_at = now(),
                by_id = case when s.by_kind = 'RESIDENT' then '%2$s' else s.by_id end,
                by_name = case when s.by_kind = 'RESIDENT' then '' else s.by_name end
              from old where s.community_id = $2 and s.number = old.number),
            supporters as (
              update cases.supporters t set address = '%2$s-' || %3$s, resident = null,
                said_in_group = null, privately = null
              from old where t.community_id = $2 and t.number = old.number),
            asked as (delete from cases.asked t using old where t.community_id = $2 and t.number = old.number),
            verdicts as (
              update cases.verdicts t set address = '%2$s-' || %4$s, resident = null, tried = '{}'
              from old where t.community_id = $2 and t.number = old.number),
            callbacks as (
              update cases.callbacks t set words = ''
              from old where t.community_id = $2 and t.number = old.number),
            merges as (
              update cases.merges t set reason = ''
              from old where t.community_id = $2 and t.number = old.number),
            together as (
              delete from cases.done_together t using old
              where t.community_id = $2 and t.number = old.number),
            behalf as (
              delete from cases.on_behalf t using old
              where t.community_id = $2 and t.number = old.number)
            update cases.cases c set words = '**', detail = '', rating_words = null, reporter = null,
              reporter_address = '%2$s', reporter_group = null, reporter_privately = null, reporter_left = true,
              forgotten_at = now(), version = version + 1
            from old where c.community_id = $2 and c.number = old.number""".formatted(OLD, NOBODY, another("supporter"), another("asked")));

    private final Retention retention;

    ForgetCases(Retention retention) {
        this.retention = retention;
    }

    /// A name drawn by lot for each row of these: nothing joins those of one person any more.
    private static String another(String kind) {
        return "substr(encode(sha256(convert_to($4 || ' %s ' || t.number || ' ' || t.address, 'UTF8')), 'hex'), 1, 32)"
                .formatted(kind);
    }

    @Override
    public String name() {
        return "forget-cases";
    }

    @Override
    public Period period() {
        return PERIOD;
    }

    @Override
    public List<Old> kinds() {
        return List.of(FORGOTTEN);
    }

    @Override
    public Retention retention() {
        return retention;
    }
}
