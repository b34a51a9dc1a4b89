package org.linli.openness;

import java.util.List;
import org.linli.platform.retention.Forgets;
import org.linli.platform.retention.Old;
import org.linli.platform.retention.Period;
import org.linli.platform.retention.Retention;
import org.springframework.stereotype.Component;

/// Forgets what was offered to writers years ago, with its pictures: whether they agreed or not, it is public no more.
@Component
class ForgetOffers implements Forgets {

    /// As long as closed cases, whose words these are.
    static final Period PERIOD = new Period("offers", 3650, 365, 10950);

    private static final String OLD = "from openness.offers where community_id = $2 and asked_at < $1";

    private static final Old OFFERS = new Old(OLD, 500, """
            with old as materialized (select number %s limit $3 for update skip locked),
            pictures as (
              delete from openness.pictures where community_id = $2 and number in (select number from old))
            delete from openness.offers where community_id = $2 and number in (select number from old)""".formatted(OLD));

    private final Retention retention;

    ForgetOffers(Retention retention) {
        this.retention = retention;
    }

    @Override
    public String name() {
        return "forget-offers";
    }

    @Override
    public Period period() {
        return PERIOD;
    }

    @Override
    public List<Old> kinds() {
        return List.of(OFFERS);
    }

    @Override
    public Retention retention() {
        return retention;
    }
}
