package org.linli.notices;

import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Takes out of notices of years ago where each recipient lived and was written to, who signed up and who was visited.
/// The notice, and how many knew of it in which way, stays.
@Component
class ForgetRecipients implements Forgets {

    /// Three years, within which somebody may claim not to have been told (民法典 188 条, 诉讼时效).
    static final Period PERIOD = new Period("recipients", 1095, 90, 3650);

    private static final String OLD_NOTICES = """
            select n.community_id, n.id from notices.notices n
            where n.written_at < $1 and n.community_id = $2""";

    private static final String OLD = """
            from notices.recipients r where r.community_id = $2 and (r.community_id, r.notice) in (%s)
              and (r.address is not null or r.others <> '{}' or r.home <> '')""".formatted(OLD_NOTICES);

    private static final Old RECIPIENTS = new Old(OLD, 1_000, """
            with old as materialized (select r.notice, r.who %s limit $3 for update of r skip locked)
            update notices.recipients set address = null, others = '{}', home = ''
            where community_id = $2 and (notice, who) in (select * from old)""".formatted(OLD));

    private static final Old SIGNED_UP = Old.deleted(
            "notices.signed_up",
            "notice, who",
            "community_id = $2 and (community_id, notice) in (%s)".formatted(OLD_NOTICES),
            1_000);

    private static final Old VISITS = Old.deleted(
            "notices.visits",
            "id",
            "community_id = $2 and (community_id, notice) in (%s)".formatted(OLD_NOTICES),
            1_000);

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
    public List<Old> kinds() {
        return List.of(RECIPIENTS, SIGNED_UP, VISITS);
    }

    @Override
    public Retention retention() {
        return retention;
    }
}
