package org.linli.notices;

import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Takes out of notices of years ago where each recipient lived and was written to, and who signed up. The notice, and
/// how many knew of it in which way, stays.
@Component
class ForgetRecipients implements Forgets {

    /// Three years, within which somebody may claim not to have been told (民法典 188 条, 诉讼时效).
    static final Period PERIOD = new Period("recipients", 1095, 90, 3650);

    private static final String OLD_NOTICES = """
            select n.community_id, n.id from notices.notices n
            where n.written_at < $1 and (n.community_id = any($2)) = $3""";

    private static final String OLD = """
            from notices.recipients r where (r.community_id, r.notice) in (%s)
              and (r.address is not null or r.others <> '{}' or r.home <> '')""".formatted(OLD_NOTICES);

    private static final String RECIPIENTS = """
            update notices.recipients set address = null, others = '{}', home = '' where (community_id, notice, who) in (
              select r.community_id, r.notice, r.who %s limit 1000 for update of r skip locked)""".formatted(OLD);

    private static final String SIGNED_UP = """
            delete from notices.signed_up where (community_id, notice, who) in (
              select s.community_id, s.notice, s.who from notices.signed_up s
              where (s.community_id, s.notice) in (%s) limit 1000 for update of s skip locked)""".formatted(OLD_NOTICES);

    private final Retention retention;

    ForgetRecipients(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-recipients";
    }

    @Override
    public Period period() {
        return PERIOD;
    }

    @Override
    public String counting() {
        return "select count(*) as n " + OLD;
    }

    @Override
    public Mono<Integer> round() {
        return retention.forget(PERIOD, RECIPIENTS, SIGNED_UP);
    }
}
